import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension BeleidCommand {
  /// `waarborg beleid stel-vast`
  struct StelVast: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "stel-vast",
      abstract: Language.ofProcess.choose(
        nl: "Stel een versie vast; haar tekst wordt openbaar.", en: "Adopt a version; its text becomes public."),
      discussion: Language.ofProcess.choose(
        nl: """
          Zonder --document wordt de tekst van het ontwerp met uw sleutel geopend.
          Voorbeeld: waarborg beleid stel-vast gedragscode@2 --besluitnummer 2025-0117 --evaluatie-iedere P2Y --als college
          """,
        en: """
          Without --document the text of the draft is opened with your key.
          Example: waarborg beleid stel-vast gedragscode@2 --besluitnummer 2025-0117 --evaluatie-iedere P2Y --als college
          """))
    @Argument(help: Language.regeling) var regeling: String
    @Option(
      help: Language.help(
        nl: "Het orgaan dat vaststelt (anders de rol van de sleutel).", en: "The adopting body (else the key's role).",
        "rol")) var orgaan: String?
    @Option(
      help: Language.help(
        nl: "Het orgaan, als het niet van deze organisatie is.", en: "The body, when it is not of this organisation.",
        "naam")) var orgaanNaam: String?
    @Option(help: Language.help(nl: "Het nummer van het besluit.", en: "The decision's number.", "nummer"))
    var besluitnummer: String?
    @Option(
      help: Language.help(
        nl: "Om de hoeveel tijd wordt geëvalueerd, zoals P2Y.", en: "How often it is reviewed, as P2Y.", "duur"))
    var evaluatieIedere: String?
    @Option(help: Language.help(nl: "De laatste dag van de looptijd.", en: "The last day of its run time.", "dag"))
    var looptijdTot: String?
    @Option(help: Language.help(nl: "De vastgestelde tekst.", en: "The adopted text.", "bestand")) var document: String?
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let body: Rol? = try orgaan.map { try Input.code($0, option: "--orgaan") }
      let interval = try evaluatieIedere.map { text in
        guard let interval = Tijdsduur(text) else {
          throw Failure(
            .badInput,
            Text(
              nl: "--evaluatie-iedere: «\(text)» is geen duur: verwacht bijvoorbeeld P2Y (2 jaar) of P6M (6 maanden)",
              en: "--evaluatie-iedere: “\(text)” is no duration: expected for example P2Y (2 years) or P6M (6 months)"))
        }
        return interval
      }
      let last = try looptijdTot.map { try Input.day($0, option: "--looptijd-tot") }
      let given = try document.map { try Input.document(at: $0) }
      try program.append(options) { context in
        let found = try Verwijzing.require(regeling, in: context.reading.views)
        let (regeling, versie) = (found.regeling, try found.version(adopted: false))
        let text = try given ?? Self.draftedText(versie, context)
        if let text, let expected = versie.digest, text.digest != expected {
          throw Failure(
            .badInput,
            Text(
              nl:
                "--document is niet de tekst van \(regeling.handle(versie)): SHA-256 is \(text.digest.hex), verwacht \(expected.hex)",
              en:
                "--document is not the text of \(regeling.handle(versie)): its SHA-256 is \(text.digest.hex), expected \(expected.hex)"
            ),
            remedy: Text(
              nl: "geef de tekst van het ontwerp, of leg deze tekst vast als nieuw ontwerp",
              en: "give the text of the draft, or record this text as a new draft"))
        }
        var draft = context.draft(RegelingVastgesteld.self, regeling, versie, herkomst)
        // The text of a version that was known only by name has been found.
        if versie.digest == nil { draft[RegelingVastgesteld.versie] = text?.digest }
        draft[RegelingVastgesteld.orgaan] = body ?? (herkomst.historisch ? nil : Self.ownRole(context))
        draft[RegelingVastgesteld.orgaanNaam] = orgaanNaam
        draft[RegelingVastgesteld.besluitnummer] = besluitnummer
        draft[RegelingVastgesteld.evaluatieIedere] = interval
        draft[RegelingVastgesteld.looptijdTot] = last
        if let text { draft.attach(text, as: RegelingVastgesteld.tekst) }
        return Proposal(draft)
      }
    }

    private static func ownRole(_ context: AppendContext) -> Rol? {
      guard let role = context.reading.registry.keys[context.key.id]?.rol, adopters.contains(role) else { return nil }
      return role
    }

    /// The sealed text of the draft, opened with the signer's key; nil when there is no draft with a text.
    private static func draftedText(_ versie: Versie, _ context: AppendContext) throws -> Document? {
      guard versie.digest != nil, let fact = versie.feit(RegelingOntworpen.self),
        let event = try context.book.stores.log.entry(at: fact.position).map({ try context.book.catalog.decode($0) })
      else { return nil }
      if let text = try context.reading.filter.document(RegelingOntworpen.concept, of: event) { return text }
      throw Failure(
        .notPermitted,
        Text(
          nl: "de tekst van het ontwerp is met deze sleutel niet te openen",
          en: "the draft's text cannot be opened with this key"),
        remedy: Text(nl: "geef de tekst zelf: --document BESTAND", en: "give the text itself: --document FILE"))
    }
  }
}
