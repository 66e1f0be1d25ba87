import Governance
import Ledger

/// One row of a file that is imported: what it says, checked by itself.
public protocol ImportRow {
  /// The columns of the file.
  associatedtype Kolom: ImportColumn
  /// Reads a row.
  /// - Throws: `ImportFouten`, each with its column.
  init(_ row: CSVReader.Row, _ kop: ImportKop<Kolom>) throws
}

extension ImportRow {
  /// Every row of a file that is right by itself, and everything that is wrong with the others.
  /// - Parameter template: The command that prints an empty file with all columns.
  /// - Throws: `ImportFouten` when reading cannot go on, `Failure` when it cannot begin.
  public static func read(_ path: String, template: String) throws -> ([Self], [ImportFout]) {
    var reader = try ImportBestand.open(path, template: template)
    var rows: [Self] = []
    var fouten: [ImportFout] = []
    var names: [String] = []
    do {
      let kop = try ImportKop<Kolom>(reader.next())
      names = kop.kolommen.map(\.rawValue)
      while let row = try reader.next() {
        if row.isEmpty { continue }
        do { rows.append(try Self(row, kop)) } catch let wrong as ImportFouten { fouten += wrong.fouten }
      }
    } catch let problem as CSVProblem {
      // What follows cannot be trusted to be in the right column.
      throw ImportFouten(fouten + [ImportFout(problem, names)])
    }
    guard !rows.isEmpty || !fouten.isEmpty else {
      throw ImportFouten(
        ImportFout(line: 2, nil, Text(nl: "er staat niets onder de kop", en: "nothing stands below the header")))
    }
    return (rows, fouten)
  }
}

/// What the rows of a file would add to the ledger.
public struct ImportProposal {
  /// The events.
  public let drafts: [EventDraft]
  /// The line that each comes from.
  public let lines: [Int]
  /// What is wrong with rows beside what is in the ledger.
  public let fouten: [ImportFout]

  /// A proposal.
  public init(drafts: [EventDraft], lines: [Int], fouten: [ImportFout]) {
    self.drafts = drafts
    self.lines = lines
    self.fouten = fouten
  }
}

extension Program {
  /// Appends what the rows of a file say, all of it or nothing.
  /// - Parameter fouten: What is wrong with other rows: then nothing is written, and only told what is wrong besides.
  /// - Throws: `ImportFouten` with everything that is wrong: in the file, or by a rule.
  public func append(
    importing options: AppendingOptions, _ fouten: [ImportFout],
    _ propose: (AppendContext) throws -> ImportProposal
  ) throws {
    var wrong = fouten
    do {
      let title = Text(nl: "Overnemen", en: "Taking over")
      try terminal.withProgress(title, quiet: options.shared.json) { bar in
        _ = try append(options, isSummedUp: true) { context in
          let found = try propose(context)
          wrong = fouten + found.fouten
          var proposal = Proposal()
          proposal.drafts = found.drafts
          proposal.options.lines = found.lines
          proposal.options.isJudgedOnly = !wrong.isEmpty
          proposal.options.progress = { bar.update($0, $1) }
          return proposal
        }
      }
    } catch let refused as RefusedLines {
      // Who may not sign at all is told so once, not for every line.
      if let barred = refused.refusals.first(where: { $0.failure.kind == .notPermitted }) { throw barred.failure }
      throw ImportFouten(wrong, refused)
    }
  }

  /// Prints an empty file with all columns, and explains them.
  public func printTemplate<Kolom: ImportColumn>(_ columns: Kolom.Type) {
    // The mark at the start tells Excel that this is UTF-8.
    terminal.outExactly("\u{FEFF}" + Kolom.allCases.map(\.rawValue).joined(separator: ";") + "\r\n")
    for kolom in Kolom.allCases {
      let must = Kolom.required.contains(kolom)
      terminal.note(
        Text(
          nl: "\(kolom.rawValue)\(must ? " (verplicht)" : ""): ", en: "\(kolom.rawValue)\(must ? " (required)" : ""): ")
          + kolom.meaning)
    }
  }
}
