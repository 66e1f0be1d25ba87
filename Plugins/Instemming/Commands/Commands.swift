import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

/// `waarborg instemming`: consent, advice and agreement.
struct InstemmingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "instemming", nl: "Instemming van de ondernemingsraad, adviezen en overeenstemming.",
    en: "Consent of the works council, advice and agreement.",
    discussion: Text(
      nl: """
        Voorbeeld:
          waarborg instemming vraag gedragscode@2 --wor-onderdeel d --beweegredenen @redenen.txt --gevolgen @gevolgen.txt --als directeur
          waarborg instemming verleen gedragscode@2 --als or
          waarborg instemming toon gedragscode@2
        """,
      en: """
        Example:
          waarborg instemming vraag gedragscode@2 --wor-onderdeel d --beweegredenen @reasons.txt --gevolgen @consequences.txt --als director
          waarborg instemming verleen gedragscode@2 --als council
          waarborg instemming toon gedragscode@2
        """),
    subcommands: [
      Lijst.self, Toon.self, Vraag.self, HoudOverlegvergadering.self, Verleen.self, Onthoud.self,
      AanvaardVoorwaarden.self, Vervang.self, NietVereist.self, DeelBesluitMee.self, BemerkUitvoering.self,
      RoepNietigheidIn.self, NeemNietigheidTerug.self, VerzoekKantonrechter.self, LegUitspraakVast.self,
      VraagAdvies.self, BrengAdviesUit.self,
      BereikOvereenstemming.self, Corrigeer.self,
    ])
}

extension InstemmingCommand {
  /// `waarborg instemming vraag`
  struct Vraag: ProcedureCommand {
    typealias Event = InstemmingGevraagd

    static let configuration = CommandConfiguration(
      "vraag", nl: "Leg een besluit ter instemming voor.", en: "Put a decision forward for consent.",
      discussion: Text(
        nl: """
          Een verzoek bevat de beweegredenen en de gevolgen voor wie er werken (WOR art. 27 lid 2).
          Voorbeeld: waarborg instemming vraag gedragscode@2 --wor-onderdeel d --beweegredenen @redenen.txt --gevolgen @gevolgen.txt --als directeur
          """,
        en: """
          A request holds the reasons and the consequences for who work there (WOR art. 27 lid 2).
          Example: waarborg instemming vraag gedragscode@2 --wor-onderdeel d --beweegredenen @reasons.txt --gevolgen @consequences.txt --als director
          """))
    @OptionGroup var subject: SubjectOptions
    @Option(help: Language.help(nl: "Het orgaan dat instemt.", en: "The body that consents.", "rol")) var orgaan = Rol
      .ondernemingsraad.rawValue
    @OptionGroup var decision: DecisionOptions
    @Option(
      help: Language.confidential(nl: "De beweegredenen voor het besluit", en: "The reasons for the decision", "tekst"))
    var beweegredenen: String?
    @Option(
      help: Language.confidential(
        nl: "De gevolgen voor wie er werken", en: "The consequences for who work there", "tekst")) var gevolgen: String?
    @Option(
      help: Language.help(
        nl: "De laatste dag om te antwoorden, als die is afgesproken.",
        en: "The last day to answer, when one was agreed.", "dag")) var antwoordVoor: String?
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Betreft.orgaan] = try Input.code(orgaan, option: "--orgaan")
      fields[Event.beweegredenen] = beweegredenen
      fields[Event.gevolgen] = gevolgen
      fields[Event.antwoordVoor] = try Input.day(antwoordVoor, option: "--antwoord-voor")
      if beweegredenen != nil && gevolgen != nil {
        fields[Event.overzicht] = .tekst
      } else if explanation.document != nil {
        fields[Event.overzicht] = .document
      }
      try explanation.fill(&fields)
    }

    func find(_ context: AppendContext) throws -> Target {
      var target = try Target.new(subject, .instemming, context)
      try target.decide(decision)
      return target
    }
  }

  /// `waarborg instemming verleen`
  struct Verleen: AnswerCommand {
    typealias Event = InstemmingVerleend

    static let configuration = CommandConfiguration(
      "verleen", nl: "Verleen instemming, zo nodig onder voorwaarden.", en: "Consent, on conditions if need be.",
      discussion: Text(
        nl: """
          Voorbeelden:
            waarborg instemming verleen gedragscode@2 --als or
            waarborg instemming verleen gedragscode@1 --historisch --bron "raadsbrief van 2019" --op 2019 --als secretariaat
          """,
        en: """
          Examples:
            waarborg instemming verleen gedragscode@2 --als council
            waarborg instemming verleen gedragscode@1 --historisch --bron "council letter of 2019" --op 2019 --als secretariat
          """))
    @Option(
      help: Language.confidential(nl: "De voorwaarden, als tekst", en: "The conditions, as text", "tekst")
    ) var onderVoorwaarden: String?
    @Option(
      help: Language.help(
        nl: "De voorwaarden, als document (intern).", en: "The conditions, as a document (internal).", "bestand"))
    var voorwaardenDocument: String?
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var vote: VoteOptions
    @OptionGroup var answer: AnswerOptions

    private var isConditional: Bool { onderVoorwaarden != nil || voorwaardenDocument != nil }

    func validate() throws {
      guard isConditional, explanation.toelichting != nil || explanation.document != nil else { return }
      throw ValidationError(
        nl: "zet de toelichting bij de voorwaarden: gebruik --onder-voorwaarden of --voorwaarden-document alleen",
        en: "put the explanation with the conditions: use --onder-voorwaarden or --voorwaarden-document alone")
    }

    func eventType(for found: Target) -> EventType {
      isConditional ? InstemmingOnderVoorwaardenVerleend.type : InstemmingVerleend.type
    }

    func fill(_ fields: inout DraftFields) throws {
      try explanation.fill(&fields)
      try vote.fill(&fields)
      if let onderVoorwaarden { fields[Motivering.toelichting] = onderVoorwaarden }
      try fields.attach(voorwaardenDocument, as: Motivering.document)
    }

    func warnings(_ draft: EventDraft, _ found: Target, _ context: AppendContext) -> [Text] { found.withoutMeeting }

    func followUp(_ appended: Appended, _ found: Target, _ program: Program) throws {
      guard isConditional else { return }
      program.terminal.note(
        Text(
          nl:
            "Zij telt als instemming zodra de werkgever de voorwaarden aanvaardt: waarborg instemming aanvaard-voorwaarden ONDERWERP",
          en:
            "It counts as consent once the employer accepts the conditions: waarborg instemming aanvaard-voorwaarden SUBJECT"
        )
      )
    }
  }

  /// `waarborg instemming onthoud`
  struct Onthoud: AnswerCommand {
    typealias Event = InstemmingOnthouden

    static let configuration = CommandConfiguration(
      "onthoud", nl: "Onthoud instemming, met de reden.", en: "Withhold consent, with the reason.")
    @Option(help: Language.confidential(nl: "De reden", en: "The reason", "tekst")) var reden: String?
    @Option(
      help: Language.help(
        nl: "De reden, als document (intern).", en: "The reason, as a document (internal).", "bestand")) var document:
      String?
    @OptionGroup var vote: VoteOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Motivering.toelichting] = reden
      try fields.attach(document, as: Motivering.document)
      try vote.fill(&fields)
    }

    func warnings(_ draft: EventDraft, _ found: Target, _ context: AppendContext) -> [Text] { found.withoutMeeting }
  }
}
