import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon formatie`
  struct Formatie: GeheelCommand {
    typealias Event = FormatieVastgesteld

    static let configuration = CommandConfiguration(
      "formatie", nl: "Stel vast hoeveel plaatsen er zijn; zie daarna vacatures.",
      en: "Settle how many posts there are; see vacatures then.")
    @Option(help: Language.help(nl: "Het aantal interne plaatsen.", en: "The number of internal posts.", "aantal"))
    var intern: Int64
    @Option(help: Language.help(nl: "Het aantal externe plaatsen.", en: "The number of external posts.", "aantal"))
    var extern: Int64
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.intern] = intern
      fields[Event.extern] = extern
    }
  }

  /// `waarborg vertrouwenspersoon geef-op`
  struct GeefOp: GeheelCommand {
    typealias Event = AantalVertrouwenspersonenOpgegeven

    static let configuration = CommandConfiguration(
      "geef-op", nl: "Leg vast hoeveel vertrouwenspersonen de organisatie zegt te hebben, zonder personen.",
      en: "Record how many vertrouwenspersonen the organisation says it has, without persons.",
      discussion: Text(
        nl: """
          Voorbeeld: waarborg vertrouwenspersoon geef-op --intern 5 --extern 1 --intern-eerder 1 --extern-bij Arbodienst \
          --op 2022-10/2023-03 --historisch --bron "raadsbrief, 000:31-32"
          """,
        en: """
          Example: waarborg vertrouwenspersoon geef-op --intern 5 --extern 1 --intern-eerder 1 --extern-bij Arbodienst \
          --op 2022-10/2023-03 --historisch --bron "council letter, 000:31-32"
          """))
    @Option(help: Language.help(nl: "Het aantal internen.", en: "The number of internal ones.", "aantal"))
    var intern: Int64
    @Option(help: Language.help(nl: "Het aantal externen.", en: "The number of external ones.", "aantal"))
    var extern: Int64
    @Option(
      help: Language.help(nl: "Het aantal internen daarvoor.", en: "The number of internal ones before.", "aantal"))
    var internEerder: Int64?
    @Option(
      help: Language.help(nl: "Bij welke organisatie de externe werkt.", en: "Where the external one works.", "naam"))
    var externBij: String?
    @Option(help: Language.help(nl: "Op hoeveel locaties.", en: "On how many locations.", "aantal")) var locaties:
      Int64?
    @Option(
      help: Language.help(
        nl: "Waarop bij de samenstelling is gelet; mag vaker: \(SpreidingsAspect.woorden).",
        en: "What the composition was looked at for; may be repeated: \(SpreidingsAspect.woorden).", "aspect"))
    var spreiding: [String] = []
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      let aspects: [SpreidingsAspect] = try spreiding.map { try Input.code($0, option: "--spreiding") }
      fields[Event.intern] = intern
      fields[Event.extern] = extern
      fields[Event.internEerder] = internEerder
      fields[Event.externBij] = externBij
      fields[Event.locaties] = locaties
      fields[Event.spreiding] = aspects.isEmpty ? nil : aspects
    }
  }
}
