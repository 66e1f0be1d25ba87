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
    if sjabloon { return program.printTemplate(ImportKolom.self) }
    guard let bestand, let bron else { return }
    do {
      let (rijen, fouten) = try ImportRij.read(bestand, template: "waarborg nevenfunctie importeer --sjabloon")
      report(try append(rijen, fouten, bron, program), program.terminal)
    } catch let wrong as ImportFouten { throw wrong.failure(bestand) }
  }

  /// Appends what the rows say, or throws everything that is wrong with them: in the file, or by a rule.
  private func append(
    _ rijen: [ImportRij], _ fouten: [ImportFout], _ bron: String, _ program: Program
  ) throws -> ImportPlan.Counts {
    var counts = ImportPlan.Counts()
    try program.append(importing: options, fouten) { context in
      var plan = try ImportPlan(context, bron: bron, addsHolders: houders)
      for rij in rijen { try plan.add(rij) }
      counts = plan.counts
      return ImportProposal(drafts: plan.drafts, lines: plan.lines, fouten: plan.fouten)
    }
    return counts
  }

  private func report(_ counts: ImportPlan.Counts, _ terminal: Terminal) {
    if shared.json { return }
    let parts = [
      Noun(nl: ("melding", "meldingen"), en: ("report", "reports")).counted(counts.rows),
      Noun(nl: ("besluit", "besluiten"), en: ("decision", "decisions")).counted(counts.decisions),
      Noun(nl: ("openbare opgave", "openbare opgaven"), en: ("public statement", "public statements"))
        .counted(counts.statements),
      Noun(nl: ("nieuwe houder", "nieuwe houders"), en: ("new holder", "new holders")).counted(counts.holders),
    ]
    let counted = Text(
      nl: parts.map(\.nl).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
    terminal.note(
      options.dryRun
        ? Text(nl: "Het bestand klopt: \(counted.nl).", en: "The file is right: \(counted.en).")
        : Text(nl: "Overgenomen: \(counted.nl).", en: "Taken over: \(counted.en)."))
  }
}
