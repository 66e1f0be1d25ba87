import ArgumentParser
import Console
import Governance
import Ledger

extension OrganisatieCommand {
  /// `waarborg organisatie mandaat-verleen`
  struct MandaatVerleen: RecordingCommand {
    typealias Event = MandaatVerleend

    static let configuration = CommandConfiguration(
      "mandaat-verleen", nl: "Verleen een mandaat.", en: "Give a mandate.",
      discussion: Text(
        nl:
          "Voorbeeld: waarborg organisatie mandaat-verleen --aan secretariaat --gebeurtenis RegelingVastgesteld --als college",
        en:
          "Example: waarborg organisatie mandaat-verleen --aan secretariaat --gebeurtenis RegelingVastgesteld --als college"
      ))
    @Option(help: Language.help(nl: "De rol die mag ondertekenen.", en: "The role that may sign.", "rol")) var aan:
      String
    @Option(help: Language.help(nl: "Wat het omvat; mag vaker.", en: "What it covers; may be repeated.", "gebeurtenis"))
    var gebeurtenis: [String]
    @Option(help: Language.help(nl: "De eerste dag (anders vandaag).", en: "The first day (else today).", "dag"))
    var van: String?
    @Option(help: Language.help(nl: "De laatste dag.", en: "The last day.", "dag")) var totEnMet: String?
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.gemandateerde] = try Input.code(aan, option: "--aan")
      fields[Event.gebeurtenissen] = gebeurtenis
      fields[Event.van] = try Input.day(van, option: "--van")
      fields[Event.tot] = try Input.day(totEnMet, option: "--tot-en-met")
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) {
      draft[Event.mandaatgever] = context.rol ?? .beheerder
      draft[Event.van] = draft[Event.van] ?? context.book.today
    }
  }

  /// `waarborg organisatie mandaat-trek-in`
  struct MandaatTrekIn: RecordingCommand {
    typealias Event = MandaatIngetrokken

    static let configuration = CommandConfiguration(
      "mandaat-trek-in", nl: "Trek een mandaat in.", en: "Withdraw a mandate.")
    @Argument(help: Language.help(nl: "Het kenmerk uit de lijst.", en: "The id from the list.", "Mandaat/…"))
    var mandaat: String
    @Option(
      help: Language.help(
        nl: "De eerste dag waarop het niet meer geldt (anders vandaag).",
        en: "The first day on which it no longer holds (else today).", "dag"))
    var vanaf: String?
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.vanaf] = try Input.day(vanaf, option: "--vanaf")
    }

    func find(_ context: AppendContext) throws -> StreamID {
      let given = context.reading.registry.mandates
      if let stream = StreamID(mandaat), given.contains(where: { $0.stream == stream }) { return stream }
      throw Failure(.notFound, Text(nl: "er is geen mandaat «\(mandaat)»", en: "there is no mandate “\(mandaat)”"))
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) {
      draft[Event.vanaf] = draft[Event.vanaf] ?? context.book.today
    }
  }
}
