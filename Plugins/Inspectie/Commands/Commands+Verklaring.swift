import ArgumentParser
import Console
import Governance
import Ledger

extension BewijsCommand {
  /// `… bewijs jaarverklaring`
  struct Jaarverklaring: RecordingCommand {
    typealias Event = JaarverklaringAfgegeven

    static let configuration = CommandConfiguration(
      "jaarverklaring", nl: "Verklaar hoeveel zaken in een afgesloten jaar binnen de termijn zijn behandeld.",
      en: "Declare how many cases of a closed year were handled within the term.",
      discussion: Text(
        nl: """
          Van een zaak zelf wordt nooit iets getoond. Onder de vijf zaken wordt geen getal vastgelegd, ook niet als u er een \
          geeft. Zonder --eis dient het elke eis die om deze verklaring vraagt.
          Voorbeeld: waarborg inspectie bewijs jaarverklaring 2025 --zaaksoort meldingen --zaken 12 --binnen-termijn 11 \
          --als directie
          """,
        en: """
          Nothing of a case itself is ever shown. Below five cases no number is recorded, not even when you give one. \
          Without --eis it serves each demand that asks for this declaration.
          Example: waarborg inspectie bewijs jaarverklaring 2025 --zaaksoort meldingen --zaken 12 --binnen-termijn 11 \
          --als directie
          """))
    @Argument(help: Language.help(nl: "Welk kalenderjaar.", en: "Which calendar year.", "jaar")) var jaar: Int64
    @Option(
      help: Language.help(
        nl: "Welk soort zaken: \(Zaaksoort.woorden).", en: "Which cases: \(Zaaksoort.woorden).", "soort"))
    var zaaksoort: String
    @Option(help: Language.help(nl: "Hoeveel zaken het er waren.", en: "How many cases there were.", "aantal"))
    var zaken: Int64?
    @Option(
      help: Language.help(nl: "Hoeveel daarvan op tijd waren.", en: "How many of them were in time.", "aantal"))
    var binnenTermijn: Int64?
    @Flag(
      help: Language.help(
        nl: "Het waren er minder dan vijf: er staan geen getallen.",
        en: "There were fewer than five: there are no numbers."))
    var minderDanVijf = false
    @OptionGroup var recording: BewijsOptions

    func validate() throws {
      guard minderDanVijf == (zaken == nil), minderDanVijf == (binnenTermijn == nil) else {
        throw ValidationError(
          nl: "geef --zaken en --binnen-termijn, of --minder-dan-vijf",
          en: "give --zaken and --binnen-termijn, or --minder-dan-vijf")
      }
    }

    func fill(_ fields: inout DraftFields) throws {
      if let zaken, let binnenTermijn, zaken < 0 || !(0...max(0, zaken)).contains(binnenTermijn) {
        throw Failure(
          .badInput,
          Text(
            nl: "--binnen-termijn: ten hoogste zoveel als --zaken, en geen van beide onder nul",
            en: "--binnen-termijn: at most as many as --zaken, and neither below zero"))
      }
      let isSmall = zaken.map { $0 < Event.minste } ?? true
      fields[Event.jaar] = jaar
      fields[Event.zaaksoort] = try Input.code(zaaksoort, option: "--zaaksoort")
      fields[Event.aantal] = isSmall ? .minderDanVijf : .vijfOfMeer
      fields[Event.zaken] = isSmall ? nil : zaken
      fields[Event.binnenTermijn] = isSmall ? nil : binnenTermijn
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      guard recording.eisen.isEmpty else { return }
      let asking = try Eisenbomen(op: context.day, context.views, context.reading.filter).bomen.flatMap(\.boom.eisen)
        .filter { eis in
          eis.bewijs.contains { regel in
            regel.door.contains(Event.type.name)
              && regel.waarden.allSatisfy { $0.veld != Event.zaaksoort.name || $0.waarde == zaaksoort }
          }
        }
      draft[Bewijs.eisen] = asking.isEmpty ? nil : asking.map(\.id)
    }

    func followUp(_ appended: Appended, _ found: StreamID, _ program: Program) throws {
      guard let zaken, zaken < Event.minste else { return }
      program.terminal.note(
        Text(
          nl: "vastgelegd als «\(Zakenaantal.minderDanVijf.text.nl)»; het getal staat nergens",
          en: "recorded as “\(Zakenaantal.minderDanVijf.text.en)”; the number is nowhere"))
    }
  }
}
