import Governance
import Ledger

/// A definition of a working day, and from when it is in force.
struct Werkdagregel: Sendable, Hashable {
  let position: UInt64
  let vanaf: CalendarDate
  let weekdagen: [Weekdag]
  let feestdagen: Dagsoort
  let gelijkgesteldeDagen: Dagsoort
  let regeling: String

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let vanaf = row.day("vanaf"), let names = row.text("weekdagen"),
      let feestdagen = row.text("feestdagen").flatMap({ Dagsoort(rawValue: $0) }),
      let equated = row.text("gelijkgesteld").flatMap({ Dagsoort(rawValue: $0) }), let regeling = row.text("regeling")
    else { return nil }
    self.position = UInt64(position)
    self.vanaf = vanaf
    weekdagen = names.split(separator: " ").compactMap { Weekdag(rawValue: String($0)) }
    self.feestdagen = feestdagen
    gelijkgesteldeDagen = equated
    self.regeling = regeling
  }

  /// The definition as terms are counted by it.
  var definitie: Werkdagdefinitie {
    Werkdagdefinitie(
      name: name, weekdays: Set(weekdagen.map(\.weekday)), holidaysAreFree: feestdagen == .vrij,
      equatedDaysAreFree: gelijkgesteldeDagen == .vrij)
  }

  private var name: Text {
    let free = [
      feestdagen == .vrij ? Text(nl: "feestdagen", en: "holidays") : nil,
      gelijkgesteldeDagen == .vrij ? Text(nl: "gelijkgestelde dagen", en: "equated days") : nil,
    ].compactMap(\.self)
    let except = free.isEmpty ? Text("") : Text(nl: ", behalve ", en: ", except ") + Self.list(free)
    return Text("werkdag: ") + days + except + Text(" (\(regeling))")
  }

  /// The days of the week in their order; three or more in a row as "maandag tot en met donderdag".
  private var days: Text {
    let days = Weekday.allCases.filter { day in weekdagen.contains { $0.weekday == day } }
    guard let first = days.first, let last = days.last, days.count > 2, last.rawValue - first.rawValue == days.count - 1
    else { return Self.list(days.map(\.text)) }
    return first.text + Text(nl: " tot en met ", en: " to ") + last.text
  }

  private static func list(_ texts: [Text]) -> Text {
    guard let last = texts.last else { return Text("") }
    let others = texts.dropLast()
    guard let first = others.first else { return last }
    return others.dropFirst().reduce(first) { $0 + Text(", ") + $1 } + Text(nl: " en ", en: " and ") + last
  }
}

/// A day on which the organisation is closed, from when that is in force, and from when no longer.
struct VastgelegdeSluiting: Sendable, Hashable {
  let stream: StreamID
  let position: UInt64
  let vanaf: CalendarDate
  let dag: CalendarDate
  let reden: String
  let ingetrokken: CalendarDate?

  init?(_ row: TableRow) {
    guard let stream = row.text("stroom").flatMap({ StreamID($0) }), let position = row.int("position"),
      let vanaf = row.day("vanaf"), let dag = row.day("dag"), let reden = row.text("reden")
    else { return nil }
    self.stream = stream
    self.position = UInt64(position)
    self.vanaf = vanaf
    self.dag = dag
    self.reden = reden
    ingetrokken = row.day("ingetrokken")
  }

  /// Whether a clock that starts on a day counts with it.
  func isInForce(op day: CalendarDate) -> Bool { vanaf <= day && ingetrokken.map { $0 > day } ?? true }

  /// The closings of a day that were not withdrawn.
  static func open(_ day: CalendarDate, _ views: ViewReader) throws -> [VastgelegdeSluiting] {
    try views.rows(
      KalenderView(), "SELECT * FROM {sluitingsdag} WHERE dag = ? AND ingetrokken IS NULL ORDER BY position",
      [.text(day.description)]
    ).compactMap { VastgelegdeSluiting($0) }
  }
}

/// A version of the table of equated days, and from when it is in force.
struct VastgelegdeTabel: Sendable, Hashable {
  let position: UInt64
  let vanaf: CalendarDate
  let tabel: GelijkgesteldeDagen
  let herkomst: String

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let vanaf = row.day("vanaf"), let versie = row.text("versie"),
      let herkomst = row.text("herkomst"), let text = row.text("besluiten"), let json = try? JSON(parsing: text),
      let decrees = [GelijkgesteldeDagen.Besluit](json: json)
    else { return nil }
    self.position = UInt64(position)
    self.vanaf = vanaf
    tabel = GelijkgesteldeDagen(version: versie, decrees: decrees)
    self.herkomst = herkomst
  }
}

extension TableRow {
  fileprivate func day(_ column: String) -> CalendarDate? { text(column).flatMap { try? CalendarDate($0) } }
}
