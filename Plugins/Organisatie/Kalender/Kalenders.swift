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

  /// Reads what was recorded; it is little, so a plugin reads it once for all its clocks.
  public init(_ views: ViewReader) throws {
    werkdagen = try views.rows(KalenderView(), "SELECT * FROM {werkdagen} ORDER BY vanaf, position").compactMap {
      Werkdagregel($0)
    }
    sluitingen = try views.rows(KalenderView(), "SELECT * FROM {sluitingsdag} ORDER BY dag, position").compactMap {
      VastgelegdeSluiting($0)
    }
    tabellen = try views.rows(KalenderView(), "SELECT * FROM {tabel} ORDER BY vanaf, position").compactMap {
      VastgelegdeTabel($0)
    }
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
