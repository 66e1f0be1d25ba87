import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension BeleidCommand {
  /// `waarborg beleid stel-vast`
  struct StelVast: VersieCommand {
    typealias Event = RegelingVastgesteld
    static let meant = Bedoeld.newest

    static let configuration = CommandConfiguration(
      "stel-vast", nl: "Stel een versie vast; haar tekst wordt openbaar.",
      en: "Adopt a version; its text becomes public.",
      discussion: Text(
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
    @Option(
      help: Language.help(nl: "De eerste dag na de looptijd.", en: "The first day after its run time.", "dag"))
    var looptijdTot: String?
    @Option(
      help: Language.help(
        nl: "Hoe lang voor dat einde partijen overleggen, zoals P6M.",
        en: "How long before that parties consult, as P6M.",
        "duur"))
    var overlegVoorEinde: String?
    @Option(
      help: Language.help(
        nl: "Of zij daarna doorloopt zolang partijen onderhandelen: ja of nee.",
        en: "Whether it goes on while parties negotiate: ja or nee.", "ja|nee")) var stilzwijgendDoor: String?
    @Flag(help: Language.zonderInstemming) var zonderInstemming = false
    @Option(help: Language.help(nl: "De vastgestelde tekst.", en: "The adopted text.", "bestand")) var document: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.orgaan] = try Input.code(orgaan, option: "--orgaan")
      fields[Event.orgaanNaam] = orgaanNaam
      fields[Event.besluitnummer] = besluitnummer
      fields[Event.evaluatieIedere] = try Self.duration(evaluatieIedere, option: "--evaluatie-iedere")
      fields[Event.overlegVoorEinde] = try Self.duration(overlegVoorEinde, option: "--overleg-voor-einde")
      fields[Event.stilzwijgendDoor] = try Input.yes(stilzwijgendDoor, option: "--stilzwijgend-door")
      fields[GenomenZonderInstemming.veld] = zonderInstemming ? true : nil
      fields[Event.looptijdTot] = try Input.day(looptijdTot, option: "--looptijd-tot")
      try fields.attach(document, as: Event.tekst)
    }

    func complete(_ draft: inout EventDraft, _ found: Betrokken, _ context: AppendContext) throws {
      guard let versie = found.versie else { return }
      if document == nil, let text = try Self.draftedText(versie, context) { draft.attach(text, as: Event.tekst) }
      if let text = draft.document(Event.tekst) {
        try Self.check(text, is: versie, of: found.regeling)
        // The text of a version that was known only by name has been found.
        if versie.digest == nil { draft[Event.versie] = text.digest }
      }
      if draft[Event.orgaan] == nil, !recording.herkomst.historisch { draft[Event.orgaan] = Self.ownRole(context) }
    }

    /// The whole text becomes public and holds: not only for who typed a handle without a version.
    func about(_ found: Betrokken, _ context: AppendContext) throws -> Text? {
      try context.reading.about(found.regeling.stream, versie: found.versie?.digest?.hex, context.book.catalog)
    }

    func warnings(_ draft: EventDraft, _ found: Betrokken, _ context: AppendContext) -> [Text] {
      let duty = Evaluatie(found.regeling, op: context.book.today)
      guard draft[Event.evaluatieIedere] == nil, !recording.herkomst.historisch, let interval = duty.iedere else {
        return []
      }
      return [
        Text(
          nl:
            "zonder --evaluatie-iedere blijft de termijn van \(interval.text.nl) gelden, geteld vanaf deze vaststelling",
          en: "without --evaluatie-iedere the interval of \(interval.text.en) goes on, counted from this adoption")
      ]
    }

    private static func duration(_ text: String?, option: String) throws -> Tijdsduur? {
      try text.map {
        try Input.duration(
          $0, option: option,
          expected: Text(
            nl: "is geen duur: verwacht bijvoorbeeld P2Y (2 jaar) of P6M (6 maanden)",
            en: "is no duration: expected for example P2Y (2 years) or P6M (6 months)"))
      }
    }

    private static func check(_ text: Document, is versie: Versie, of regeling: Regeling) throws {
      guard let expected = versie.digest, text.digest != expected else { return }
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

    private static func ownRole(_ context: AppendContext) -> Rol? {
      guard let role = context.rol, adopters.contains(role) else { return nil }
      return role
    }

    /// The sealed text of the draft, opened with the signer's key; nil when there is no draft with a text.
    private static func draftedText(_ versie: Versie, _ context: AppendContext) throws -> Document? {
      guard versie.digest != nil, let fact = versie.feit(RegelingOntworpen.self),
        let event = try context.reading.filter.event(at: fact.position)
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
