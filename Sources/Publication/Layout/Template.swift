import Governance

/// A template, read once: the part of Mustache that pages need, and nothing that could pass a text on unescaped.
///
/// `{{name}}` is looked up in what surrounds it, `{{.name}}` in the value itself, `{{.}}` is the value; `{{#name}}` and
/// `{{^name}}` are sections, `{{>name}}` is another template. A section or a part alone on its line takes that line away
/// (mustache(5), "Sections" and "Partials").
struct Template: Sendable {
  /// What a tag names.
  enum Name: Sendable {
    case current
    case own(String)
    case any(String)

    init(_ text: Substring) {
      self = text == "." ? .current : text.hasPrefix(".") ? .own(String(text.dropFirst())) : .any(String(text))
    }
  }

  indirect enum Node: Sendable {
    case text([UInt8])
    case value(Name)
    case section(Name, [Node])
    case inverted(Name, [Node])
    case part(String)
  }

  let nodes: [Node]

  /// Reads a template.
  /// - Throws: `Problem` with what is wrong.
  init(_ bytes: [UInt8]) throws(Problem) {
    var reader = TemplateReader(String(decoding: bytes, as: UTF8.self))
    nodes = try reader.nodes(until: nil)
  }

  /// Why a template cannot be read.
  struct Problem: Error {
    let message: String
  }
}

/// Cuts a template into its parts.
private struct TemplateReader {
  private let lines: [Substring]
  private var line = 0
  private var rest: Substring

  init(_ text: String) {
    // The line with its end: a tag alone on it takes both away.
    var lines: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: "\n").map { text.index(after: $0) } ?? text.endIndex
      lines.append(text[start..<end])
      start = end
    }
    self.lines = lines
    rest = lines.first ?? ""
  }

  mutating func nodes(until end: Substring?) throws(Template.Problem) -> [Template.Node] {
    var nodes: [Template.Node] = []
    var text = ""
    func flush() {
      if !text.isEmpty { nodes.append(.text(Array(text.utf8))) }
      text = ""
    }
    while line < lines.count {
      if let tag = standaloneTag() {
        advance()
        flush()
        if try take(tag, end, &nodes) { return nodes }
        continue
      }
      guard let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") else {
        guard !rest.contains("{{") else { throw Template.Problem(message: "{{ without }}") }
        text += rest
        advance()
        continue
      }
      text += rest[..<open.lowerBound]
      let tag = rest[open.upperBound..<close.lowerBound]
      rest = rest[close.upperBound...]
      flush()
      if try take(tag, end, &nodes) { return nodes }
    }
    flush()
    guard end == nil else { throw Template.Problem(message: "{{#\(end ?? "")}} is not closed") }
    return nodes
  }

  /// Puts a tag among the nodes; whether it closes the section that is being read.
  private mutating func take(
    _ tag: Substring, _ end: Substring?, _ nodes: inout [Template.Node]
  ) throws(Template.Problem) -> Bool {
    let name = tag.drop { "#^/>".contains($0) }
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }) else {
      throw Template.Problem(message: "{{\(tag)}}")
    }
    switch tag.first {
    case "#": nodes.append(.section(Template.Name(name), try self.nodes(until: name)))
    case "^": nodes.append(.inverted(Template.Name(name), try self.nodes(until: name)))
    case ">": nodes.append(.part(String(name)))
    case "/":
      guard name == end else { throw Template.Problem(message: "{{\(tag)}} closes nothing") }
      return true
    default: nodes.append(.value(Template.Name(name)))
    }
    return false
  }

  /// The tag that stands alone on the line that begins here; nil when there is more, or a value, which is no block.
  private func standaloneTag() -> Substring? {
    guard rest.startIndex == lines[line].startIndex else { return nil }
    let trimmed = rest.drop { $0 == " " || $0 == "\t" }
    guard trimmed.hasPrefix("{{"), let close = trimmed.firstRange(of: "}}"),
      trimmed[close.upperBound...].allSatisfy(\.isWhitespace)
    else { return nil }
    let tag = trimmed[trimmed.index(trimmed.startIndex, offsetBy: 2)..<close.lowerBound]
    return tag.first.map { "#^/>".contains($0) } == true ? tag : nil
  }

  private mutating func advance() {
    line += 1
    rest = line < lines.count ? lines[line] : ""
  }
}
