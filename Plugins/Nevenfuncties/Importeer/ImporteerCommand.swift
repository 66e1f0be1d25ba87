import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg nevenfunctie importeer`: an existing register becomes events, all of it or nothing.
struct ImporteerCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "importeer",
    abstract: Language.ofProcess.choose(
      nl: "Neem een bestaand register over uit een CSV-bestand, helemaal of niet.",
      en: "Take over an existing register from a CSV file, all of it or nothing."),
    discussion: Language.ofProcess.choose(
      nl: """
        Eerst worden alle regels bekeken; klopt er één niet, dan wordt niets vastgelegd en staat er bij elke fout de
        regel en de kolom. Een datum is 2026-04-03 of 3-4-2026, of onbepaald: 2026-04, 2026, XXXX.
        Begin met: waarborg nevenfunctie importeer --sjabloon > register.csv
        Probeer:   waarborg nevenfunctie importeer register.csv --bron "Register nevenfuncties 2025" --dry-run
        """,
      en: """
        First every line is looked at; when one is not right nothing is recorded, and each error has its line and
        column. A date is 2026-04-03 or 3-4-2026, or not exact: 2026-04, 2026, XXXX.
        Start with: waarborg nevenfunctie importeer --sjabloon > register.csv
        Try:        waarborg nevenfunctie importeer register.csv --bron "Register nevenfuncties 2025" --dry-run
        """))
  @Argument(help: Language.help(nl: "Het CSV-bestand.", en: "The CSV file.", "bestand")) var bestand: String?
  @Option(
    help: Language.help(
      nl: "Hoe het register heet waaruit dit komt; leesbaar voor iedereen, dus zonder namen.",
      en: "What the register is called that this comes from; everyone can read it, so without names.", "document"))
  var bron: String?
  @Flag(
    help: Language.help(
      nl: "Leg ook vast wie de functie bekleedt, als het grootboek dat nog niet weet.",
      en: "Record who holds the function as well, where the ledger does not know yet."))
  var houders = false
  @Flag(
    help: Language.help(nl: "Schrijf een leeg bestand met alle kolommen.", en: "Print an empty file with all columns."))
  var sjabloon = false
  @OptionGroup var options: AppendingOptions
  var shared: SharedOptions { options.shared }

  func validate() throws {
    if sjabloon { return }
    if bestand == nil {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "noem het bestand, of vraag met --sjabloon om een leeg bestand",
          en: "name the file, or ask for an empty one with --sjabloon"))
    }
    if bron == nil {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "noem met --bron het register waaruit dit komt", en: "name the register this comes from with --bron"))
    }
    if options.op != nil {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "--op hoort hier niet: de datums staan in de kolommen «gemeld op», «besluit op» en «openbaar sinds»",
          en: "--op does not belong here: the dates are in the columns “gemeld op”, “besluit op” and “openbaar sinds”"))
    }
  }

  func run(_ program: Program) throws {
    if sjabloon { return printTemplate(program) }
    guard let bestand, let bron else { return }
    do {
      let (rijen, fouten) = try read(bestand)
      report(try append(rijen, fouten, bron, program), program.terminal)
    } catch let wrong as ImportFouten { throw wrong.failure(bestand) }
  }

  /// Appends what the rows say, or throws everything that is wrong with them: in the file, or by a rule.
  private func append(
    _ rijen: [ImportRij], _ fouten: [ImportFout], _ bron: String, _ program: Program
  ) throws -> ImportPlan.Counts {
    var wrong = fouten
    var counts = ImportPlan.Counts()
    do {
      let title = Text(nl: "Overnemen", en: "Taking over")
      try program.terminal.withProgress(title, quiet: shared.json) { bar in
        _ = try program.append(options, isSummedUp: true) { context in
          var plan = try ImportPlan(context, bron: bron, addsHolders: houders)
          for rij in rijen { try plan.add(rij) }
          wrong = fouten + plan.fouten
          counts = plan.counts
          var proposal = Proposal()
          proposal.drafts = plan.drafts
          proposal.options.lines = plan.lines
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
    return counts
  }

  /// Every row that is right by itself, and everything that is wrong with the others.
  private func read(_ path: String) throws -> ([ImportRij], [ImportFout]) {
    var reader = try ImportBestand.open(path)
    var rijen: [ImportRij] = []
    var fouten: [ImportFout] = []
    var header: ImportKop?
    do {
      let kop = try ImportKop(reader.next())
      header = kop
      while let row = try reader.next() {
        if row.isEmpty { continue }
        do { rijen.append(try ImportRij(row, kop)) } catch let wrong as ImportFouten { fouten += wrong.fouten }
      }
    } catch let problem as CSVProblem {
      // What follows cannot be trusted to be in the right column.
      throw ImportFouten(fouten + [ImportFout(problem, header)])
    }
    guard !rijen.isEmpty || !fouten.isEmpty else {
      throw ImportFouten(
        ImportFout(line: 2, nil, Text(nl: "er staat niets onder de kop", en: "nothing stands below the header")))
    }
    return (rijen, fouten)
  }

  private func report(_ counts: ImportPlan.Counts, _ terminal: Terminal) {
    if shared.json { return }
    let counted = Text(
      nl:
        "\(counts.rows) meldingen, \(counts.decisions) besluiten, \(counts.statements) openbare opgaven, \(counts.holders) nieuwe houders",
      en:
        "\(counts.rows) reports, \(counts.decisions) decisions, \(counts.statements) public statements, \(counts.holders) new holders"
    )
    terminal.note(
      options.dryRun
        ? Text(nl: "Het bestand klopt: \(counted.nl).", en: "The file is right: \(counted.en).")
        : Text(nl: "Overgenomen: \(counted.nl).", en: "Taken over: \(counted.en)."))
  }

  private func printTemplate(_ program: Program) {
    // The mark at the start tells Excel that this is UTF-8.
    program.terminal.outExactly("\u{FEFF}" + ImportKolom.allCases.map(\.rawValue).joined(separator: ";") + "\r\n")
    for kolom in ImportKolom.allCases {
      let must = ImportKolom.required.contains(kolom)
      program.terminal.note(
        Text(
          nl: "\(kolom.rawValue)\(must ? " (verplicht)" : ""): ", en: "\(kolom.rawValue)\(must ? " (required)" : ""): ")
          + kolom.meaning)
    }
  }
}
