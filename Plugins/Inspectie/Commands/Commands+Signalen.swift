import ArgumentParser
import Console
import Governance
import Ledger

extension BewijsCommand {
  /// `… bewijs onderzoek`
  struct Onderzoek: RecordingCommand {
    typealias Event = OnderzoekUitgevoerd

    static let configuration = CommandConfiguration(
      "onderzoek", nl: "Leg onderzoek onder werknemers vast, en wat de cijfers onderscheiden.",
      en: "Record research among employees, and what its figures distinguish.")
    @Option(help: Language.help(nl: "Hoe het is gedaan.", en: "How it was done.", "tekst")) var methode: String
    @Option(
      help: Language.help(
        nl: "Vormen met eigen cijfers, met komma's ertussen: \(Gedragsvorm.woorden).",
        en: "Forms with figures of their own, with commas in between: \(Gedragsvorm.woorden).", "vormen"))
    var vormen: String?
    @Option(
      help: Language.help(
        nl: "ja of nee: of gedrag van collega's en van anderen apart is geteld.",
        en: "ja or nee: whether conduct of colleagues and of others is counted apart.", "ja|nee"))
    var internEnExtern: String
    @Option(help: Language.help(nl: "Hoeveel mensen meededen.", en: "How many took part.", "aantal")) var deelnemers:
      Int64?
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.methode] = methode
      fields[Event.vormen] = try vormen.map { try Input.codes($0, option: "--vormen") }
      fields[Event.internEnExtern] = try Input.yes(internEnExtern, option: "--intern-en-extern")
      fields[Event.deelnemers] = deelnemers
    }
  }

  /// `… bewijs signalen`
  struct Signalering: RecordingCommand {
    typealias Event = SignalenVerzameld

    static let configuration = CommandConfiguration(
      "signalen", nl: "Leg vast dat de signalen van een jaar zijn verzameld.",
      en: "Record that the signals of a year were collected.")
    @Option(help: Language.help(nl: "Welk jaar.", en: "Which year.", "jaar")) var jaar: Int64
    @Option(
      help: Language.help(
        nl: "Uit welke bronnen, met komma's ertussen: \(Signaalbron.woorden).",
        en: "From which sources, with commas in between: \(Signaalbron.woorden).", "bronnen"))
    var bronnen: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.jaar] = jaar
      fields[Event.bronnen] = try Input.codes(bronnen, option: "--bronnen")
    }
  }

  /// `… bewijs signaal-besproken`
  struct Bespreking: RecordingCommand {
    typealias Event = SignaalBesproken

    static let configuration = CommandConfiguration(
      "signaal-besproken", nl: "Leg vast in hoeveel overleggen signalen zijn besproken; nooit wat er is gezegd.",
      en: "Record in how many meetings signals were discussed; never what was said.")
    @Option(help: Language.help(nl: "In hoeveel overleggen.", en: "In how many meetings.", "aantal")) var aantal: Int64
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) { fields[Event.aantal] = aantal }
  }

  /// `… bewijs monitoring`
  struct Monitoring: RecordingCommand {
    typealias Event = MonitoringUitgevoerd

    static let configuration = CommandConfiguration(
      "monitoring", nl: "Leg monitoring vast, naast de RI&E.", en: "Record monitoring, besides the inventory.")
    @Option(help: Language.help(nl: "Hoe het is gedaan.", en: "How it was done.", "tekst")) var methode: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) { fields[Event.methode] = methode }
  }
}
