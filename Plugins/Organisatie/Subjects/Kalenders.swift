import Governance
import Ledger

/// The organisation's own calendars, as its events made them: one for each day on which a clock can start.
///
/// The calendar in force when a clock started governs that clock for good. What was not recorded is the default: the
/// present table of equated days and N-2.
public struct Kalenders: Sendable {
  let werkdagen: [Werkdagregel]
  let sluitingen: [VastgelegdeSluiting]
  let tabellen: [VastgelegdeTabel]

  /// What was recorded so far; it is little, and read once in a pass over the views.
  public init(_ views: ViewReader) throws {
    self = try views.subject(Kalenders.self, SubjectKey()) ?? Kalenders(recorded: views)
  }

  private init(recorded views: ViewReader) throws {
    werkdagen = try views.facts(of: WerkdagenVastgesteld.self).compactMap { Werkdagregel($0) }
    let withdrawn = Dictionary(
      try views.facts(of: SluitingsdagIngetrokken.self).map { ($0.stream, $0) }, uniquingKeysWith: { $1 })
    sluitingen = try views.facts(of: SluitingsdagVastgelegd.self)
      .compactMap { VastgelegdeSluiting($0, ingetrokken: withdrawn[$0.stream]) }
      .sorted { ($0.dag, $0.position) < ($1.dag, $1.position) }
    tabellen = try views.facts(of: GelijkgesteldeDagenVastgelegd.self).compactMap { VastgelegdeTabel($0) }
  }

  /// The calendar for a clock that starts on a day.
  public func kalender(voor start: CalendarDate) -> Kalender {
    Kalender(
      equated: tabel(voor: start), werkdag: werkdagregel(voor: start)?.definitie ?? .standaard,
      closures: sluitingen.filter { $0.isInForce(op: start) }.map { Sluitingsdag($0.dag, $0.reden) })
  }

  /// The calendar for a clock of which the start is not known exactly: that of the earliest day it can be.
  public func kalender(voor start: TermStart) -> Kalender {
    guard let date = start.date, let day = date.earliest ?? date.latest else { return Kalender() }
    return kalender(voor: day)
  }

  /// The version of the table of equated days with this name: a recorded one, or one that the program knows.
  /// - Throws: `TermProblem.noSuchTable`.
  public func tabel(versie: String) throws(TermProblem) -> GelijkgesteldeDagen {
    if let recorded = tabellen.last(where: { $0.tabel.version == versie }) { return recorded.tabel }
    return try GelijkgesteldeDagen(version: versie)
  }

  /// The definition of a working day in force on a day; nil for the default.
  func werkdagregel(voor day: CalendarDate) -> Werkdagregel? { werkdagen.last { $0.vanaf <= day } }

  /// The table in force on a day, completed for later years by those after it.
  func tabel(voor day: CalendarDate) -> GelijkgesteldeDagen {
    let inForce = tabellen.last { $0.vanaf <= day }?.tabel ?? .present
    return tabellen.filter { $0.vanaf > day }.reduce(inForce) { $0.completed(by: $1.tabel) }
  }
}

/// The organisation has one calendar: a subject of its own, so that it is read again only when something about it changed.
extension Kalenders: Subject {
  /// Nothing lists it.
  public enum State: String, Sendable {
    /// It is in force.
    case geldt
  }

  /// Its name in the views.
  public static var kind: String { "kalender" }
  /// What changes it; who counts by it depends on these as well.
  public static var events: [any EventDefinition.Type] {
    [
      WerkdagenVastgesteld.self, SluitingsdagVastgelegd.self, SluitingsdagIngetrokken.self,
      GelijkgesteldeDagenVastgelegd.self,
    ]
  }
  /// There is one.
  public static func touched(by fact: Fact, in views: ViewReader) -> Touched { .these([SubjectKey()]) }

  /// Reads what was recorded.
  public init?(_ key: SubjectKey, in views: ViewReader) throws { try self.init(recorded: views) }

  /// It has no rows.
  public func days(in views: ViewReader) -> [CalendarDate] { [] }
  /// It has no rows.
  public func standing(on day: CalendarDate, in views: ViewReader) -> [Standing<State>] { [] }
}
