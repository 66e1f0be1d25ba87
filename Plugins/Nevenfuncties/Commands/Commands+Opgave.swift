import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

/// What the public statement says; what is left out comes from the report, as far as this key may read it.
struct OpgaveOptions: ParsableArguments {
  @Option(help: Language.help(nl: "De naam van de houder.", en: "The holder's name.", "tekst")) var naam: String?
  @Option(help: Language.help(nl: "De hoofdfunctie.", en: "The main function.", "tekst")) var hoofdfunctie: String?
  @Option(help: Language.help(nl: "De nevenwerkzaamheid.", en: "The activity.", "tekst")) var nevenwerkzaamheid: String?
  @Option(help: Language.help(nl: "De instantie.", en: "The body.", "tekst")) var organisatie: String?
  @Flag(
    help: Language.help(
      nl: "Een rol zonder instantie, zoals een informele.", en: "A role without a body, such as an informal one."))
  var informeleRol = false
  @Option(help: Language.help(nl: "De datum van ingang.", en: "The start date.", "datum")) var ingang: String?
  @Option(help: Language.help(nl: "De einddatum.", en: "The end date.", "datum")) var einde: String?
  @Option(
    help: Language.help(
      nl: "De gestelde beperkingen, zonder namen van anderen.", en: "The restrictions, without names of others.",
      "tekst"))
  var beperkingen: String?
  @Option(help: Language.help(nl: "Of zij betaald wordt.", en: "Whether it is paid.", "ja|nee")) var bezoldigd: String?
  @Option(help: Language.help(nl: "Hoeveel tijd zij kost.", en: "How much time it takes.", "tekst"))
  var tijdsbeslag: String?

  /// Fills in what the rules name, and whatever was given besides, so that a rule can refuse it.
  func fill(_ draft: inout EventDraft, _ report: Werkzaamheid, _ context: AppendContext) throws {
    let day = context.day
    let named = try Self.velden(report, op: day, context.views)
    let source = Meldinginhoud(report, context.reading)
    func fallback<Value>(_ veld: OpenbaarVeld, _ read: () throws -> Value?) throws -> Value? {
      named.contains(veld) ? try read() : nil
    }
    draft[Opgaveveld.naam] = try naam ?? fallback(.naam) { try source.naam(on: day) }
    draft[Opgaveveld.hoofdfunctie] = try hoofdfunctie ?? fallback(.hoofdfunctie) { try source.hoofdfunctie() }
    draft[Opgaveveld.nevenwerkzaamheid] =
      try nevenwerkzaamheid ?? fallback(.nevenwerkzaamheid) { try source.activiteit() }
    draft[Opgaveveld.organisatie] =
      try organisatie ?? fallback(.organisatie) { try source.value(Inhoud.organisatie) }
    draft[Opgaveveld.ingang] =
      try Input.date(ingang, option: "--ingang") ?? fallback(.ingang) { try source.value(Looptijd.ingang) }
    draft[Opgaveveld.einde] =
      try Input.date(einde, option: "--einde") ?? fallback(.einde) { try source.value(Looptijd.einde) }
    draft[Opgaveveld.beperkingen] = beperkingen
    draft[Opgaveveld.bezoldigd] =
      try Input.yes(bezoldigd, option: "--bezoldigd")
      ?? fallback(.bezoldigd) { try source.value(Inhoud.bezoldigd) }
    draft[Opgaveveld.tijdsbeslag] =
      try tijdsbeslag
      ?? fallback(.tijdsbeslag) { try source.value(Inhoud.uren).map { "\($0) uur per maand" } }
    draft[Opgaveveld.informeleRol] = informeleRol ? true : nil
    draft[Opgaveveld.velden] = Self.filled(draft)
    draft[Opgaveveld.laatsteDag] =
      try Input.date(einde, option: "--einde")?.latest ?? source.value(Looptijd.einde)?.latest
    draft[Opgaveveld.onthulling] = try Onthulling(report, op: day, context.views).van(report, context.reading)
  }

  /// What the designation of its function publishes of a report, or else the rules.
  private static func velden(_ report: Werkzaamheid, op day: CalendarDate, _ views: ViewReader) throws -> [OpenbaarVeld]
  {
    guard let rules = try Regels.geldend(op: day, views) else { return [] }
    return try Aanwijzing.geldend(report.functie(), op: day, views)?.velden(rules) ?? rules.instellingen.velden
  }

  /// The fields that have a value: in the draft nothing is sealed that this list does not name.
  private static func filled(_ draft: EventDraft) -> [OpenbaarVeld] {
    OpenbaarVeld.allCases.filter { veld in
      switch veld {
      case .naam: draft[Opgaveveld.naam] != nil
      case .hoofdfunctie: draft[Opgaveveld.hoofdfunctie] != nil
      case .nevenwerkzaamheid: draft[Opgaveveld.nevenwerkzaamheid] != nil
      case .organisatie: draft[Opgaveveld.organisatie] != nil
      case .ingang: draft[Opgaveveld.ingang] != nil
      case .einde: draft[Opgaveveld.einde] != nil
      case .beperkingen: draft[Opgaveveld.beperkingen] != nil
      case .bezoldigd: draft[Opgaveveld.bezoldigd] != nil
      case .tijdsbeslag: draft[Opgaveveld.tijdsbeslag] != nil
      }
    }
  }
}

/// What a report says, as far as the reader's key opens it.
struct Meldinginhoud {
  private let report: Werkzaamheid
  private let reading: Reading
  private let day: CalendarDate?

  init(_ report: Werkzaamheid, _ reading: Reading, op day: CalendarDate? = nil) {
    self.report = report
    self.reading = reading
    self.day = day
  }

  /// The last value of a sealed field in the report and its changes.
  func value<Value: FieldValue>(_ field: Field<Value>) throws -> Value? {
    for fact in report.inhoud(op: day) {
      if let value = try reading.filter.sealed(field, of: fact) { return value }
    }
    return nil
  }

  func activiteit() throws -> String? { try value(NevenwerkzaamheidGemeld.activiteit) }

  func hoofdfunctie() throws -> String? {
    try Functies.functie(report.functie(), reading.views)?.naam
  }

  func naam(on day: CalendarDate) throws -> String? {
    let held = try Functies.bekledingen(of: report.functie(), door: report.persoon, reading.views).last
    return try held.flatMap { try reading.filter.reveal($0.naam).string }
  }
}

/// A command that records what follows on the public statement of a report.
protocol OpgaveVervolg: RecordingCommand where Found == GeldendeOpgave {
  var melding: MeldingOptions { get }
}

/// A report and its statement that is on the list.
struct GeldendeOpgave: Streamed {
  let melding: Werkzaamheid
  let stream: StreamID
}

extension OpgaveVervolg {
  func find(_ context: AppendContext) throws -> GeldendeOpgave {
    let report = try melding.find(context.views)
    guard let found = try Opgave.of(melding: report.stream, context.views).last else {
      throw Failure(
        .notFound,
        Text(nl: "van deze melding is geen opgave openbaar gemaakt", en: "no statement of this report was published"),
        remedy: Text(
          nl: "maak haar openbaar: waarborg nevenfunctie opgave publiceer MELDING",
          en: "publish it: waarborg nevenfunctie opgave publiceer REPORT"))
    }
    return GeldendeOpgave(melding: report, stream: found.stream)
  }
}

/// `waarborg nevenfunctie opgave`: the public statement.
struct OpgaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "opgave", nl: "De openbare opgave van een melding.", en: "The public statement of a report.",
    subcommands: [Publiceer.self, WerkBij.self, TrekIn.self])

  /// `waarborg nevenfunctie opgave publiceer`
  struct Publiceer: RecordingCommand {
    typealias Event = OpgaveGepubliceerd

    static let configuration = CommandConfiguration(
      "publiceer", nl: "Maak de opgave openbaar: precies de velden die de regels noemen.",
      en: "Publish the statement: exactly the fields that the rules name.",
      discussion: Text(
        nl: "Wat u niet geeft, komt uit de melding. Kijk met --dry-run eerst of het mag.",
        en: "What you leave out comes from the report. See with --dry-run whether it may."))
    @OptionGroup var melding: MeldingOptions
    @OptionGroup var opgave: OpgaveOptions
    @OptionGroup var recording: FactOptions

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      let report = try melding.find(context.views)
      draft[Event.melding] = report.stream
      try opgave.fill(&draft, report, context)
    }
  }

  /// `waarborg nevenfunctie opgave werk-bij`
  struct WerkBij: OpgaveVervolg {
    typealias Event = OpgaveBijgewerkt

    static let configuration = CommandConfiguration(
      "werk-bij", nl: "Werk de openbare opgave bij; de vorige versie blijft zoals zij was.",
      en: "Update the public statement; the version before stays as it was.")
    @OptionGroup var melding: MeldingOptions
    @OptionGroup var opgave: OpgaveOptions
    @OptionGroup var recording: FactOptions

    func complete(_ draft: inout EventDraft, _ found: GeldendeOpgave, _ context: AppendContext) throws {
      try opgave.fill(&draft, found.melding, context)
    }
  }

  /// `waarborg nevenfunctie opgave trek-in`
  struct TrekIn: OpgaveVervolg {
    typealias Event = OpgaveIngetrokken

    static let configuration = CommandConfiguration(
      "trek-in", nl: "Haal de opgave van de lijst.", en: "Take the statement off the list.")
    @OptionGroup var melding: MeldingOptions
    @Option(
      help: Language.help(nl: "Waarom: \(Intrekkingsgrond.woorden).", en: "Why: \(Intrekkingsgrond.woorden).", "reden"))
    var reden: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.reden] = try Input.code(reden, option: "--reden")
    }
  }
}
