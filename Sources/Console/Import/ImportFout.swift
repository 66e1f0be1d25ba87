import Governance

/// What is wrong in one place of the file, without a word of what stands there: it can be someone's name.
public struct ImportFout: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column's name, or its number where it has none.
  public let column: String?
  /// What is wrong.
  public let text: Text

  /// A fault.
  public init(line: Int, _ column: String?, _ text: Text) {
    self.line = line
    self.column = column
    self.text = text
  }

  /// Where reading ended.
  /// - Parameter names: The names of the columns, when the header could be read.
  public init(_ problem: CSVProblem, _ names: [String]) {
    let name = problem.column.map { names.indices.contains($0 - 1) ? names[$0 - 1] : "\($0)" }
    self.init(line: problem.line, name, problem.text)
  }

  /// What a rule refuses of a line, and what to do about it.
  public init(_ refusal: RefusedLines.Refusal) {
    let rule = refusal.failure.rule.map { Text(" (\($0.id))") } ?? Text("")
    let remedy = refusal.failure.remedy.map { Text("; ") + $0 } ?? Text("")
    self.init(line: refusal.line, nil, refusal.failure.message + rule + remedy)
  }

  /// `regel 7, kolom ingang: …`
  public var sentence: Text {
    let column = column.map { Text(nl: ", kolom \($0)", en: ", column \($0)") } ?? Text("")
    return Text(nl: "regel \(line)", en: "line \(line)") + column + Text(": ") + text
  }
}

/// Everything that is wrong in a file, so that it can be mended in one go.
public struct ImportFouten: Error {
  /// More than a screen of them tell nothing new.
  public static let mostShown = 50

  /// Each of them.
  public let fouten: [ImportFout]
  /// Whether the file itself is right, and only rules refuse what it says.
  public let isRefused: Bool
  /// The rule, when one rule refuses all of it.
  public let rule: RuleCitation?

  /// What is wrong with the file.
  public init(_ fouten: [ImportFout]) {
    self.fouten = fouten
    isRefused = false
    rule = nil
  }

  /// One thing that is wrong with the file.
  public init(_ fout: ImportFout) { self.init([fout]) }

  /// What is wrong with the file, and what rules refuse of the rest of it.
  public init(_ wrong: [ImportFout], _ refused: RefusedLines) {
    fouten = wrong + refused.refusals.map { ImportFout($0) }
    isRefused = wrong.isEmpty && refused.refusals.allSatisfy { $0.failure.kind == .refused }
    let rules = Set(refused.refusals.map(\.failure.rule))
    rule = isRefused && rules.count == 1 ? rules.first.flatMap(\.self) : nil
  }

  /// The failure to report; nothing was written.
  public func failure(_ path: String) -> Failure {
    let count = fouten.count
    var message = Text(
      nl: "«\(path)»: \(count == 1 ? "1 fout" : "\(count) fouten"); er is niets geschreven",
      en: "“\(path)”: \(count == 1 ? "1 error" : "\(count) errors"); nothing was written")
    for fout in fouten.sorted(by: { ($0.line, $0.column ?? "") < ($1.line, $1.column ?? "") }).prefix(Self.mostShown) {
      message = message + Text("\n") + fout.sentence
    }
    if count > Self.mostShown {
      message = message + Text(nl: "\nen nog \(count - Self.mostShown)", en: "\nand \(count - Self.mostShown) more")
    }
    let isEncoding = fouten.contains { $0.text == CSVProblem.notUTF8(line: 0, column: 0).text }
    return Failure(
      isRefused ? .refused : .badInput, message,
      remedy: isEncoding
        ? ImportBestand.saveAs
        : Text(
          nl: "verbeter het bestand en draai de opdracht opnieuw; met --dry-run schrijft zij nog niets",
          en: "mend the file and run the command again; with --dry-run it still writes nothing"), rule: rule)
  }
}
