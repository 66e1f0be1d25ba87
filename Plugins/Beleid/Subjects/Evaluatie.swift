import Governance

/// When a rule must be reviewed next, or why that cannot be computed.
struct Evaluatie {
  /// How often; nil when no interval was recorded.
  let iedere: Tijdsduur?
  /// The day from which it is counted.
  let vanaf: CalendarDate?
  /// The last day of the interval.
  let uiterlijk: CalendarDate?
  /// Why there is no such day.
  let ontbreekt: Text?

  /// Counts from the last adoption or review whose day is known exactly, among what had happened by a day. The duty belongs
  /// to the rule: a version that lays down no interval goes on under that of the one before it (000:23-24; 001:28-29).
  init(_ regeling: Regeling, op dag: CalendarDate) {
    let found = regeling.evaluatieplicht.filter { $0.bekend <= dag }
    guard let last = found.last else {
      self.init(iedere: nil, ontbreekt: Text(nl: "geen termijn vastgelegd", en: "no interval recorded"))
      return
    }
    let (starts, iedere, adopted) = (found.map(\.feit), last.iedere, last.feit)
    let exact = starts.compactMap(\.effective.exact).max()
    // A review on an unknown day may be later than the last one whose day is known.
    let doubtful = starts.first { fact in exact.map { fact.effective.isOnOrBefore($0) != .yes } ?? true }
    guard let exact, doubtful == nil, let due = try? exact.adding(iedere) else {
      let fact = doubtful ?? adopted
      let what =
        fact.is(RegelingGeevalueerd.self)
        ? Text(nl: "evaluatie", en: "review") : Text(nl: "vaststelling", en: "adoption")
      let known = fact.effective == .unknown ? Text("") : Text(" (") + fact.effective.text + Text(")")
      self.init(
        iedere: iedere,
        ontbreekt: Text(
          nl: "niet te berekenen: datum van \(what.nl) onbekend", en: "cannot be computed: date of \(what.en) not known"
        )
          + known)
      return
    }
    self.init(iedere: iedere, vanaf: exact, uiterlijk: due, ontbreekt: nil)
  }

  private init(iedere: Tijdsduur?, vanaf: CalendarDate? = nil, uiterlijk: CalendarDate? = nil, ontbreekt: Text?) {
    self.iedere = iedere
    self.vanaf = vanaf
    self.uiterlijk = uiterlijk
    self.ontbreekt = ontbreekt
  }

  /// Whether the interval has passed.
  func isVerstreken(op dag: CalendarDate) -> Bool { uiterlijk.map { $0 < dag } ?? false }
}
