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

  init?(_ fact: Fact) {
    guard let vanaf = fact.effective.exact, let weekdagen = fact[WerkdagenVastgesteld.weekdagen],
      let feestdagen = fact[WerkdagenVastgesteld.feestdagen],
      let equated = fact[WerkdagenVastgesteld.gelijkgesteldeDagen], let regeling = fact[WerkdagenVastgesteld.regeling]
    else { return nil }
    position = fact.position
    self.vanaf = vanaf
    self.weekdagen = weekdagen
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

  init?(_ fact: Fact, ingetrokken: Fact?) {
    guard let vanaf = fact.effective.exact, let dag = fact[SluitingsdagVastgelegd.dag],
      let reden = fact[SluitingsdagVastgelegd.reden]
    else { return nil }
    stream = fact.stream
    position = fact.position
    self.vanaf = vanaf
    self.dag = dag
    self.reden = reden
    self.ingetrokken = ingetrokken?.effective.exact
  }

  /// The closing that a stream is about.
  init?(_ stream: StreamID, _ views: ViewReader) throws {
    guard let fact = try views.last(of: SluitingsdagVastgelegd.self, in: stream) else { return nil }
    self.init(fact, ingetrokken: try views.last(of: SluitingsdagIngetrokken.self, in: stream))
  }

  /// Whether a clock that starts on a day counts with it.
  func isInForce(op day: CalendarDate) -> Bool { vanaf <= day && ingetrokken.map { $0 > day } ?? true }

  /// The closings of a day that were not withdrawn.
  static func open(_ day: CalendarDate, _ views: ViewReader) throws -> [VastgelegdeSluiting] {
    try views.facts(where: SluitingsdagVastgelegd.dag, is: day, of: SluitingsdagVastgelegd.self)
      .compactMap { try VastgelegdeSluiting($0.stream, views) }.filter { $0.ingetrokken == nil }
  }
}

/// A version of the table of equated days, and from when it is in force.
struct VastgelegdeTabel: Sendable, Hashable {
  let position: UInt64
  let vanaf: CalendarDate
  let tabel: GelijkgesteldeDagen
  let herkomst: String

  init?(_ fact: Fact) {
    guard let vanaf = fact.effective.exact, let versie = fact[GelijkgesteldeDagenVastgelegd.versie],
      let herkomst = fact[GelijkgesteldeDagenVastgelegd.herkomst],
      let decrees = fact[GelijkgesteldeDagenVastgelegd.besluiten]
    else { return nil }
    position = fact.position
    self.vanaf = vanaf
    tabel = GelijkgesteldeDagen(version: versie, decrees: decrees)
    self.herkomst = herkomst
  }
}
