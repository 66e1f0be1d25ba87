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
