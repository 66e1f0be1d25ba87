/// The parser's help of a command as a person reads it: what every command takes stands below its own, and what is to be typed can
/// be pasted.
///
/// Works on the finished text, before ``ParserMessages`` translates it.
public struct HelpPage {
  /// What most commands take, which would bury their own.
  static let common: Set<String> = [
    "--ledger", "--taal", "--json", "--wacht", "--wachtwoord-bestand", "--wachtwoord-fd", "--verwacht", "--concept",
    "--dry-run", "--yes", "--version", "--help",
  ]

  private let overview: [String]
  private let rest: [Substring]
  private let width: Int

  /// Takes a page apart.
  /// - Parameters:
  ///   - abstract: What the command does, in a sentence.
  ///   - discussion: What else is said of it, as it was written; the parser has broken its lines by now.
  public init(_ page: String, abstract: String, discussion: String, width: Int) {
    self.width = width
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let usage = lines.firstIndex(where: { $0.hasPrefix("USAGE: ") }), page.hasPrefix("OVERVIEW: ") else {
      (overview, rest) = ([], lines)
      return
    }
    let text = (["OVERVIEW: " + abstract] + (discussion.isEmpty ? [] : ["", discussion])).joined(separator: "\n")
    overview = Self.paragraphs(text).flatMap { Self.broken($0, width) } + [""]
    rest = Array(lines[usage...])
  }

  /// The page.
  public var text: String {
    (overview + folded).joined(separator: "\n")
  }

  // MARK: What every command takes

  private var folded: [String] {
    guard let heading = rest.firstIndex(of: "OPTIONS:") else { return rest.map(String.init) }
    let end = rest[heading...].firstIndex { $0.isEmpty } ?? rest.endIndex
    var (own, common): ([String], [String]) = ([], [])
    var isCommon = false
    for line in rest[(heading + 1)..<end] {
      if line.hasPrefix("  -") { isCommon = Self.isCommon(line) }
      if isCommon { common.append(String(line)) } else { own.append(String(line)) }
    }
    let (before, after) = (rest[..<heading].map(String.init), rest[end...].map(String.init))
    // Of a group of commands there is nothing to fold.
    guard common.contains(where: { $0.hasPrefix("  --ledger ") || $0.hasPrefix("  --taal ") }) else {
      return rest.map(String.init)
    }
    return before + (own.isEmpty ? [] : ["OPTIONS:"] + own + [""]) + ["COMMON OPTIONS:"] + common + after
  }

  private static func isCommon(_ line: Substring) -> Bool {
    line.split { " ,/".contains($0) }.contains { common.contains(String($0)) }
  }

  // MARK: What is said and what is typed

  /// The lines of a text, of which those that only the source broke are one.
  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(into: []) { paragraphs, line in
      if let last = paragraphs.last, last.count > 70, !last.hasPrefix(" "), let first = line.first, first != " ",
        !isTyped(last), !isTyped(String(line))
      {
        paragraphs[paragraphs.count - 1] = last + " " + line
      } else {
        paragraphs.append(String(line))
      }
    }
  }

  /// Whether a line, or what stands behind its first colon, is a command.
  private static func isTyped(_ line: String) -> Bool { line.firstMatch(of: /^(\w+: +| *)waarborg [a-z]/) != nil }

  private static func broken(_ line: String, _ width: Int) -> [String] {
    guard line.displayWidth > width else { return [line] }
    let margin = String(line.prefix { $0 == " " })
    guard isTyped(line) else { return wrapped(line, width, margin: margin, mark: "") }
    // What is said of a command stands behind some spaces, and may go below it.
    if let gap = line.dropFirst(margin.count).firstRange(of: /\ {2,}/) {
      let said = wrapped(String(line[gap.upperBound...]), width - margin.count - 4, margin: "", mark: "")
      return broken(String(line[..<gap.lowerBound]), width) + said.map { margin + "    " + $0 }
    }
    return wrapped(line, width, margin: margin + "    ", mark: " \\")
  }

  /// Breaks a line between words, but not inside quotes; each line but the last ends in a mark, the later ones begin with a margin.
  private static func wrapped(_ line: String, _ width: Int, margin: String, mark: String) -> [String] {
    var (lines, current) = ([String](), String(line.prefix { $0 == " " }))
    for word in words(line.drop { $0 == " " }, keepsQuotes: !mark.isEmpty) {
      let isFirst = current.allSatisfy { $0 == " " }
      if !isFirst, current.displayWidth + 1 + word.displayWidth + mark.count > width {
        lines.append(current + mark)
        current = margin + word
      } else {
        current += (isFirst ? "" : " ") + word
      }
    }
    return lines + [current]
  }

  private static func words(_ line: Substring, keepsQuotes: Bool) -> [String] {
    var (words, quote) = ([""], Character?.none)
    for character in line {
      if keepsQuotes, "'\"".contains(character) {
        if quote == nil { quote = character } else if quote == character { quote = nil }
      }
      if character == " ", quote == nil { words.append("") } else { words[words.count - 1].append(character) }
    }
    return words.filter { !$0.isEmpty }
  }
}
