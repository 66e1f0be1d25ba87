import ArgumentParser
import Console
import Governance
import Ledger

/// A command that records one fact about a reported activity.
protocol MeldingCommand: RecordingCommand where Found == Werkzaamheid {
  var melding: MeldingOptions { get }
}

extension MeldingCommand {
  func find(_ context: AppendContext) throws -> Werkzaamheid { try melding.find(context.views) }
}

extension Werkzaamheid: Streamed {}

/// A command that records a decision on an activity: each outcome has its own, and all record the same event.
protocol BesluitCommand: MeldingCommand where Event == ToestemmingBeslist {
  var besluit: BesluitOptions { get }
}

extension BesluitCommand {
  var melding: MeldingOptions { besluit.melding }
  var recording: FactOptions { besluit.recording }
}

/// What stands against an activity that is not allowed, or not without more ado.
struct BezwaarOptions: ParsableArguments {
  @Option(
    help: Language.help(
      nl: "Wat ertegen is, met komma's (intern): \(Bezwaar.woorden).",
      en: "What is against it, with commas (internal): \(Bezwaar.woorden).", "bezwaren"))
  var bezwaar: String?

  func fill(_ fields: inout DraftFields) throws {
    fields[ToestemmingBeslist.bezwaren] = try bezwaar.map { try Input.codes($0, option: "--bezwaar") }
  }
}

/// What every decision shares.
struct BesluitOptions: ParsableArguments {
  @OptionGroup var melding: MeldingOptions
  @Option(
    help: Language.help(
      nl: "Of zij de belangen van de dienst kan raken.", en: "Whether it can touch the interests of the service.",
      "ja|nee"))
  var kanRaken: String?
  @Option(help: Language.confidential(nl: "Waarom", en: "Why", "tekst")) var motivering: String?
  @Option(
    help: Language.help(nl: "Het schriftelijke besluit (intern).", en: "The written decision (internal).", "bestand"))
  var besluit: String?
  @OptionGroup var recording: FactOptions

  func fill(_ fields: inout DraftFields, toegestaan: Bool, _ voorbehoud: Voorbehoud = .geen) throws {
    fields[ToestemmingBeslist.toegestaan] = toegestaan
    fields[ToestemmingBeslist.voorbehoud] = voorbehoud
    fields[ToestemmingBeslist.kanRaken] = try Input.yes(kanRaken, option: "--kan-raken")
    try fields.attach(besluit, as: ToestemmingBeslist.besluit)
    fields[Motivering.motivering] = motivering
  }
}

/// A command that opens a stream about the holder of a function.
protocol HouderCommand: RecordingCommand where Found == Melder {
  var houder: HouderOptions { get }
}

/// Who reports, beside which function, in a new stream.
struct Melder: Streamed {
  let stream: StreamID
  let functie: StreamID
  let persoon: StreamID
  /// The questions that the rules in force ask about an activity.
  let vragen: [Vraag]
}

extension HouderCommand {
  func find(_ context: AppendContext) throws -> Melder {
    let (functie, persoon) = try houder.find(context)
    return Melder(
      stream: context.book.newStream(Event.type.streamKind), functie: functie, persoon: persoon,
      vragen: try Regels.geldend(op: context.day, context.views)?.instellingen.vragen ?? [])
  }

  func identify(_ found: Melder, in draft: inout EventDraft) {
    draft[Houderschap.functie] = found.functie
    draft[Houderschap.persoon] = found.persoon
  }
}
