import ArgumentParser
import Console
import Governance
import Ledger

extension InstemmingCommand {
  /// `waarborg instemming vervang`
  struct Vervang: AnswerCommand {
    typealias Event = InstemmingVervangen
    static let stands: Set<InstemmingStand> = [.geweigerd, .aangevraagd, .voorwaardelijk, .nietigIngeroepen]

    static let configuration = CommandConfiguration(
      "vervang", nl: "Leg vast dat de kantonrechter de instemming vervangt.",
      en: "Record that the court substitutes consent.")
    @Option(
      help: Language.help(
        nl: "Het zaaknummer; leesbaar voor iedereen.", en: "The case number; everyone can read it.", "nummer"))
    var zaaknummer: String
    @Option(help: Language.help(nl: "De ECLI van de uitspraak.", en: "The ECLI of the ruling.", "ecli")) var ecli:
      String?
    @Option(help: Language.help(nl: "De openbare uitspraak.", en: "The public ruling.", "bestand")) var uitspraak:
      String?
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.zaaknummer] = zaaknummer
      fields[Event.ecli] = ecli
      try fields.attach(uitspraak, as: Event.uitspraak)
    }
  }

  /// `waarborg instemming niet-vereist`
  struct NietVereist: AnswerCommand {
    typealias Event = InstemmingNietVereist

    static let configuration = CommandConfiguration(
      "niet-vereist", nl: "Leg vast dat instemming niet nodig is, en waarom.",
      en: "Record that consent is not needed, and why.")
    @Option(
      help: Language.help(
        nl: "Waarom: caoRegelt, buitenArtikel27, primaatPolitiek of anders (met --toelichting).",
        en: "Why: caoRegelt, buitenArtikel27, primaatPolitiek or anders (with --toelichting).", "reden"))
    var reden: String
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.reden] = try Input.code(reden, option: "--reden")
      try explanation.fill(&fields)
    }
  }

  /// `waarborg instemming roep-nietigheid-in`
  struct RoepNietigheidIn: AnswerCommand {
    typealias Event = NietigheidIngeroepen
    static let stands: Set<InstemmingStand> = Set(InstemmingStand.allCases).subtracting([.ontbreekt])

    static let configuration = CommandConfiguration(
      "roep-nietigheid-in", nl: "Roep de nietigheid in van een besluit zonder instemming.",
      en: "Invoke nullity of a decision taken without consent.",
      discussion: Text(
        nl:
          "Dat kan binnen een maand nadat het besluit is meegedeeld of de uitvoering is gebleken (WOR art. 27 lid 5).",
        en:
          "This can be done within a month after the decision was told or its execution was noticed (WOR art. 27 lid 5)."
      ))
    @Option(
      help: Language.help(
        nl: "De dag waarop het besluit is meegedeeld of de uitvoering is gebleken.",
        en: "The day on which the decision was told or its execution was noticed.", "dag"))
    var bekendOp: String
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.bekendOp] = try Input.day(bekendOp, option: "--bekend-op")
      try explanation.fill(&fields)
    }

    func followUp(_ appended: Appended, _ found: Target, _ program: Program) throws {
      let term = NietigheidsTermijn(bekendOp: try Input.day(bekendOp, option: "--bekend-op"))
      if let date = appended.events.first?.effective, let warning = term.warning(date) {
        program.terminal.warn(warning)
      }
    }
  }

  /// `waarborg instemming neem-nietigheid-terug`
  struct NeemNietigheidTerug: AnswerCommand {
    typealias Event = NietigheidTeruggenomen
    static let stands: Set<InstemmingStand> = [.nietigIngeroepen]

    static let configuration = CommandConfiguration(
      "neem-nietigheid-terug", nl: "Neem het beroep op nietigheid terug.", en: "Take the appeal to nullity back.")
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws { try explanation.fill(&fields) }
  }

  /// `waarborg instemming corrigeer`
  struct Corrigeer: MistakeCommand {
    typealias Event = InstemmingGecorrigeerd

    static let corrections = InstemmingRules.corrections
    static let configuration = CommandConfiguration(
      "corrigeer", nl: "Zeg dat een eerdere gebeurtenis een vergissing was.",
      en: "Say that an earlier event was a mistake.",
      discussion: Text(
        nl: "De gebeurtenis blijft zichtbaar, maar telt niet meer. Leg daarna het juiste feit opnieuw vast.",
        en: "The event stays visible, but counts no more. Record the right fact anew afterwards."))
    @OptionGroup var mistake: MistakeOptions
    @OptionGroup var recording: AppendingOptions

    var unknown: Failure {
      Failure(
        .notFound,
        Text(
          nl: "«\(mistake.gebeurtenis)» is geen gebeurtenis over instemming, advies of overeenstemming",
          en: "“\(mistake.gebeurtenis)” is no event about consent, advice or agreement"),
        remedy: Text(nl: "zie waarborg instemming toon ONDERWERP", en: "see waarborg instemming toon SUBJECT"))
    }
  }
}
