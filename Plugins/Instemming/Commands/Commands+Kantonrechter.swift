import ArgumentParser
import Console
import Governance
import Ledger

extension InstemmingCommand {
  /// `waarborg instemming verzoek-kantonrechter`
  struct VerzoekKantonrechter: AnswerCommand {
    typealias Event = KantonrechterVerzocht
    static let stands = ruledOn

    static let configuration = CommandConfiguration(
      "verzoek-kantonrechter", nl: "Leg een verzoek aan de kantonrechter vast.", en: "Record a request to the court.",
      discussion: Text(
        nl: """
          toestemming: de werkgever vraagt toestemming in plaats van instemming (WOR art. 27 lid 4).
          onthouding: de ondernemingsraad vraagt de werkgever van uitvoering af te houden (lid 6).
          verklaring: de werkgever vraagt te verklaren dat het beroep op nietigheid onterecht is (lid 6).
          """,
        en: """
          toestemming: the employer asks permission in the place of consent (WOR art. 27 lid 4).
          onthouding: the works council asks to keep the employer from carrying it out (lid 6).
          verklaring: the employer asks to declare that nullity was invoked wrongly (lid 6).
          """))
    @Option(
      help: Language.help(
        nl: "Wat is gevraagd: \(Kantonrechtersverzoek.woorden).",
        en: "What was asked: \(Kantonrechtersverzoek.woorden).", "verzoek")) var verzoek: String
    @Option(
      help: Language.help(
        nl: "Het zaaknummer, als het er al is; leesbaar voor iedereen.",
        en: "The case number, when there is one; everyone can read it.", "nummer")) var zaaknummer: String?
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Rechtszaak.verzoek] = try Input.code(verzoek, option: "--verzoek")
      fields[Event.zaaknummer] = zaaknummer
      try explanation.fill(&fields)
    }
  }

  /// `waarborg instemming leg-uitspraak-vast`
  struct LegUitspraakVast: AnswerCommand {
    typealias Event = KantonrechterBeslist
    static let stands = ruledOn

    static let configuration = CommandConfiguration(
      "leg-uitspraak-vast", nl: "Leg vast wat de kantonrechter op een verzoek besliste.",
      en: "Record what the court decided on a request.",
      discussion: Text(
        nl: "Gaf de kantonrechter toestemming, gebruik dan: waarborg instemming vervang ONDERWERP --zaaknummer …",
        en: "If the court gave permission, use: waarborg instemming vervang SUBJECT --zaaknummer …"))
    @Option(
      help: Language.help(
        nl: "Wat was gevraagd: \(Kantonrechtersverzoek.woorden).",
        en: "What was asked: \(Kantonrechtersverzoek.woorden).", "verzoek")) var verzoek: String
    @Option(
      help: Language.help(nl: "Of het is toegewezen: ja of nee.", en: "Whether it was granted: ja or nee.", "ja|nee"))
    var toegewezen: String
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
      fields[Rechtszaak.verzoek] = try Input.code(verzoek, option: "--verzoek")
      fields[Event.toegewezen] = try Input.yes(toegewezen, option: "--toegewezen")
      fields[Rechtszaak.zaaknummer] = zaaknummer
      fields[Rechtszaak.ecli] = ecli
      try fields.attach(uitspraak, as: Rechtszaak.uitspraak)
    }
  }

  /// Where a court can have something to say.
  private static let ruledOn: Set<InstemmingStand> = [.aangevraagd, .voorwaardelijk, .geweigerd, .nietigIngeroepen]
}
