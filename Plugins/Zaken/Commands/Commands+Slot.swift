import ArgumentParser
import Console
import Governance
import Ledger

/// Records in a case something that is no step of its procedure.
protocol Zaakvervolg: ProgramCommand {
  var zaak: ZaakArgument { get }
  var options: AppendingOptions { get }
  /// What is recorded.
  func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis
  /// What happens outside the ledger with it, and is undone when nothing is recorded.
  func werk(_ zaak: Zaak) throws -> OutsideWork?
  /// What who recorded it gets to see: first recorded, then shown, so that nobody looks unseen.
  func toon(_ zaak: Zaak, _ terminal: Terminal) throws
}

extension Zaakvervolg {
  var shared: SharedOptions { options.shared }

  func werk(_ zaak: Zaak) throws -> OutsideWork? { nil }

  func toon(_ zaak: Zaak, _ terminal: Terminal) {
    guard !shared.json else { return }
    terminal.note(StyledText.verdict(.good, Text(nl: "vastgelegd in de zaak", en: "recorded in the case")))
  }

  func run(_ program: Program) throws {
    var gevonden: Zaak?
    try program.append(options, isSummedUp: true) { context in
      let found = try context.zaken.zaak(zaak.zaak)
      gevonden = found
      var proposal = try context.voorstel(.init(gebeurtenis: try gebeurtenis(found), op: context.effective), found)
      proposal.work = try werk(found)
      return proposal
    }
    guard let gevonden, !options.meldtProef(program.terminal) else { return }
    try toon(gevonden, program.terminal)
  }
}

extension ZaakCommand {
  /// `waarborg zaak sluit`
  struct Sluit: Zaakvervolg {
    static let configuration = CommandConfiguration(
      commandName: "sluit",
      abstract: Language.ofProcess.choose(
        nl: "Sluit een zaak waarin niets meer hoeft te gebeuren.",
        en: "Close a case in which nothing is left to be done."))
    @OptionGroup var zaak: ZaakArgument
    @OptionGroup var options: AppendingOptions

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis { .gesloten }
  }

  /// `waarborg zaak heropen`
  struct Heropen: Zaakvervolg {
    static let configuration = CommandConfiguration(
      commandName: "heropen",
      abstract: Language.ofProcess.choose(nl: "Heropen een gesloten zaak.", en: "Open a closed case again."))
    @OptionGroup var zaak: ZaakArgument
    @Option(help: Language.confidential(nl: "Waarom", en: "Why", "tekst", isForCircle: true)) var grond: String
    @OptionGroup var options: AppendingOptions

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis { .heropend(grond: grond) }
  }

  /// `waarborg zaak corrigeer`
  struct Corrigeer: Zaakvervolg {
    static let configuration = CommandConfiguration(
      commandName: "corrigeer",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat een stap een vergissing was; hij blijft zichtbaar en telt niet meer.",
        en: "Record that a step was a mistake; it stays visible and counts no more."))
    @OptionGroup var zaak: ZaakArgument
    @Argument(
      help: Language.help(nl: "Het nummer van de stap in de zaak.", en: "The number of the step in the case.", "nummer")
    )
    var nummer: Int64
    @Option(help: Language.confidential(nl: "Waarom", en: "Why", "tekst", isForCircle: true)) var reden: String
    @OptionGroup var options: AppendingOptions

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis { .gecorrigeerd(nummer: nummer, reden: reden) }
  }
}
