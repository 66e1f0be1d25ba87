import Foundation
import TestBench
import Testing

/// A year of a municipality, as a text that its secretary can read: what is typed or opened, and under it what is seen.
///
/// | Line | Says |
/// |---|---|
/// | `$ command` | is typed as it stands; `{zaak}` is the case opened last, `{persoon Griffier}` who first held that function; a `.txt` that is not there is made |
/// | `@ page` | is opened; of a page of the site only what a person reads |
/// | `> text` | the output or the page holds this, however it is spaced |
/// | `- text` | neither what is shown nor what is warned of holds this |
/// | `~ text` | this is warned of |
/// | `! 73 text` | the command ends with this status, says this text, such as its rule, and writes nothing |
/// | `# text` | why: where the answer comes from |
///
/// No year depends on today: facts have their own day, and questions are asked of a day.
struct Jaar: Sendable {
  enum Gemeente: String, CaseIterable, Sendable { case lelystad, utrecht, maastricht }

  /// Why a text is no year.
  struct Malformed: Error, CustomStringConvertible {
    let place: String
    let reason: String
    var description: String { "\(place): \(reason)" }
  }

  private enum Act: Sendable {
    case type([String])
    case open(String)
  }

  private enum Expectation: Sendable {
    case shows(String)
    case hides(String)
    case warns(String)
    case refuses(Int32, String)

    /// Nil for a line that says nothing that is known.
    init?(_ mark: Character?, _ said: String) {
      switch mark {
      case ">": self = .shows(said)
      case "-": self = .hides(said)
      case "~": self = .warns(said)
      case "!":
        let words = said.split(separator: " ", maxSplits: 1).map(String.init)
        guard let code = words.first.flatMap({ Int32($0) }), code > 0 else { return nil }
        self = .refuses(code, words.count > 1 ? words[1] : "")
      default: return nil
      }
    }
  }

  private struct Step: Sendable {
    let act: Act
    let line: Int
    var expected: [(line: Int, expectation: Expectation)] = []
  }

  private let path: String
  private let steps: [Step]

  init(_ gemeente: Gemeente) throws {
    let url = Executable.repository.appendingPathComponent("Tests/EndToEnd/Jaren/\(gemeente.rawValue).txt")
    try self.init(String(contentsOf: url, encoding: .utf8), at: url.path)
  }

  init(_ text: String, at path: String) throws {
    var steps: [Step] = []
    for (index, line) in text.components(separatedBy: "\n").enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let malformed = { (reason: String) in Malformed(place: "\(path):\(index + 1)", reason: reason) }
      let said = String(line.dropFirst(2))
      guard line.dropFirst().hasPrefix(" "), !said.isEmpty else { throw malformed("an unknown line: \(line)") }
      switch line.first {
      case "$":
        guard let typed = try? Typed(said) else { throw malformed("a quotation that does not end: \(line)") }
        steps.append(Step(act: .type(typed.words), line: index + 1))
      case "@": steps.append(Step(act: .open(said), line: index + 1))
      default:
        guard let expectation = Expectation(line.first, said) else { throw malformed("an unknown line: \(line)") }
        guard !steps.isEmpty else { throw malformed("nothing was typed or opened that could show this") }
        steps[steps.count - 1].expected.append((index + 1, expectation))
      }
    }
    guard steps.contains(where: { !$0.expected.isEmpty }) else {
      throw Malformed(place: path, reason: "nothing is expected")
    }
    (self.path, self.steps) = (path, steps)
  }
}

extension Jaar {
  private struct Seen {
    let output: String
    let errors: String
  }

  /// Plays the year; what is not as it says is an issue at its own line.
  ///
  /// A command that ends otherwise than the year says ends the year, because the rest builds on it.
  func play(on bench: Bench) throws {
    var zaak = ""
    for step in steps {
      let seen: Seen
      switch step.act {
      case .open(let page):
        guard let text = try? String(contentsOfFile: bench.path(page), encoding: .utf8) else {
          Issue.record("\(page) is not there", sourceLocation: place(step.line))
          continue
        }
        seen = Seen(output: page.hasSuffix(".html") ? Self.readable(text) : text, errors: "")
      case .type(let typed):
        let words = try typed.map { try $0 == "{zaak}" ? zaak : bench.filled($0) }
        guard let outcome = try type(words, step, on: bench) else { return }
        if words.starts(with: ["zaak", "open"]), let opened = outcome.lines.last { zaak = opened }
        seen = Seen(output: outcome.output, errors: outcome.errors)
      }
      for (line, expectation) in step.expected { check(expectation, of: seen, line) }
    }
  }

  /// Types a command; nil, with an issue, when it ended otherwise than the year says.
  private func type(_ words: [String], _ step: Step, on bench: Bench) throws -> Outcome? {
    for paper in words where paper.hasSuffix(".txt") && !FileManager.default.fileExists(atPath: bench.path(paper)) {
      try bench.write("Het stuk \(paper).\n", to: paper)
    }
    let run = { try bench.run(words, environment: ["WAARBORG_LEDGER": bench.ledger]) }
    let refusal = step.expected.lazy.compactMap { line, expectation -> (line: Int, code: Int32)? in
      if case .refuses(let code, _) = expectation { (line, code) } else { nil }
    }.first
    let outcome =
      if let refusal {
        try bench.expectNothingWritten(sourceLocation: place(refusal.line)) { try run() }
      } else {
        try run()
      }
    guard outcome.exitCode == refusal?.code ?? Exit.done else {
      Issue.record("\(outcome)", sourceLocation: place(refusal?.line ?? step.line))
      return nil
    }
    return outcome
  }

  private func check(_ expectation: Expectation, of seen: Seen, _ line: Int) {
    let (output, errors) = (Self.squeezed(seen.output), Self.squeezed(seen.errors))
    let isMet =
      switch expectation {
      case .shows(let text): output.contains(Self.squeezed(text))
      case .hides(let text): !output.contains(Self.squeezed(text)) && !errors.contains(Self.squeezed(text))
      case .warns(let text), .refuses(_, let text): text.isEmpty || errors.contains(Self.squeezed(text))
      }
    guard !isMet else { return }
    Issue.record("\(expectation), but seen is:\n\(seen.output)\n\(seen.errors)", sourceLocation: place(line))
  }

  private func place(_ line: Int) -> SourceLocation {
    let name = (path as NSString).lastPathComponent
    return SourceLocation(fileID: "EndToEnd/\(name)", filePath: path, line: line, column: 1)
  }

  /// With one space wherever there is space: columns are as wide as what stands in them.
  private static func squeezed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What a person reads of a page: pieces that stand apart are set apart.
  private static func readable(_ html: String) -> String {
    let text = html.replacing(/<(style|script|title)\b[^>]*>(?s:.*?)<\/\1>/, with: " ")
      .replacing(/<\/?(a|abbr|b|code|em|i|span|strong|time)\b[^>]*>/, with: "").replacing(/<[^>]*>/, with: " ")
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")]
      .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
