import Governance

/// Reads a style sheet of which only `:root` and the reader's choice of light or dark are allowed.
///
/// It knows no more of CSS than that, so there is nothing in it that could fetch, hide or overlay anything.
struct StyleReader {
  private let bytes: [UInt8]
  private let name: String
  /// The site's own style says as well that it knows light and dark.
  private let isOwn: Bool
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8], named name: String, isOwn: Bool = false) {
    // A mark at the start is how some editors save UTF-8.
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.name = name
    self.isOwn = isOwn
  }

  static let example = Text(
    nl: "bijvoorbeeld :root { --kleur-accent: #0f4c55; }", en: "for example :root { --kleur-accent: #0f4c55; }")

  static func failure(_ name: String, _ line: Int, found: String, expected: Text) -> Failure {
    Failure(
      .badInput,
      Text(
        nl: "\(name), regel \(line): «\(found)» kan niet in een huisstijl; verwacht werd \(expected.nl)",
        en: "\(name), line \(line): “\(found)” cannot be in a house style; expected was \(expected.en)"),
      remedy: example)
  }

  /// The blocks, in their order.
  mutating func blocks() throws -> [StyleBlock] {
    var blocks: [StyleBlock] = []
    try skip()
    while position < bytes.count {
      if take("@media") {
        let scheme = try scheme()
        try skip()
        while !take("}") {
          blocks.append(try root(scheme))
          try skip()
        }
      } else {
        blocks.append(try root(nil))
      }
      try skip()
    }
    return blocks
  }

  private mutating func scheme() throws -> StyleBlock.Scheme {
    let start = (position, line)
    let query = text(upTo: "{").filter { !$0.isWhitespace }
    guard let scheme = StyleBlock.Scheme.allCases.first(where: { query == "(prefers-color-scheme:\($0.rawValue))" }),
      take("{")
    else {
      (position, line) = start
      throw unexpected("@media ", Text("@media (prefers-color-scheme: dark) {"))
    }
    return scheme
  }

  private mutating func root(_ scheme: StyleBlock.Scheme?) throws -> StyleBlock {
    guard take(":root") else { throw unexpected("", Text(nl: ":root of @media", en: ":root or @media")) }
    try skip()
    guard take("{") else { throw unexpected(":root", Text(":root {")) }
    var declarations: [StyleDeclaration] = []
    try skip()
    while !take("}") {
      if let declaration = try declaration() { declarations.append(declaration) }
      try skip()
    }
    return StyleBlock(scheme: scheme, declarations: declarations)
  }

  private mutating func declaration() throws -> StyleDeclaration? {
    let start = line
    let isLightAndDark = isOwn && take("color-scheme")
    guard isLightAndDark || next("--") else {
      throw unexpected("", Text(nl: "een eigenschap als --kleur-accent", en: "a property such as --kleur-accent"))
    }
    let property = text(upTo: ":").filter { !$0.isWhitespace }
    guard take(":") else { throw unexpected(property, Text(nl: "een dubbele punt", en: "a colon")) }
    let value = text(upTo: ";").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    try skip()
    guard take(";") || next("}") else { throw unexpected("\(property): \(value)", Text(nl: "een ;", en: "a ;")) }
    return isLightAndDark ? nil : StyleDeclaration(name: property, value: value, line: start)
  }

  /// White space and comments.
  private mutating func skip() throws {
    while position < bytes.count {
      if next("/*") {
        let start = line
        while position < bytes.count, !next("*/") { step() }
        guard take("*/") else {
          throw Self.failure(name, start, found: "/*", expected: Text(nl: "een einde */", en: "an end */"))
        }
      } else if bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) {
        step()
      } else {
        return
      }
    }
  }

  /// What comes before a mark; a brace, a mark or the end of the file ends it.
  private mutating func text(upTo mark: String) -> String {
    let start = position
    while position < bytes.count, !next(mark), !next("{"), !next("}"), !next(";"), !next("/*") { step() }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func next(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private mutating func take(_ text: String) -> Bool {
    guard next(text) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func step() {
    if bytes[position] == 0x0A { line += 1 }
    position += 1
  }

  private func unexpected(_ before: String, _ expected: Text) -> Failure {
    let rest = String(decoding: bytes[position...].prefix { $0 != 0x0A && $0 != 0x0D }.prefix(60), as: UTF8.self)
    let found = before + (rest.isEmpty && position >= bytes.count ? "" : rest)
    return Self.failure(name, line, found: found.isEmpty ? "…" : found, expected: expected)
  }
}
