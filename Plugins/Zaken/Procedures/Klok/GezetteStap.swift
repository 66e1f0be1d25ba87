import Governance

/// A step of a case, as far as clocks look at it: which one, when, and the dates, lengths and codes recorded with it.
struct GezetteStap: Sendable, Hashable {
  let stap: String
  /// The day on which it happened, a day in the Netherlands.
  let op: ImpreciseDate
  /// The moment, where it is known.
  let moment: Instant?
  var datums: [String: ImpreciseDate]
  var momenten: [String: Instant]
  var duren: [String: TermLength]
  var codes: [String: [String]]

  init(
    _ stap: String, op: ImpreciseDate, moment: Instant? = nil, datums: [String: ImpreciseDate] = [:],
    momenten: [String: Instant] = [:], duren: [String: TermLength] = [:], codes: [String: [String]] = [:]
  ) {
    self.stap = stap
    self.op = op
    self.moment = moment
    self.datums = datums
    self.momenten = momenten
    self.duren = duren
    self.codes = codes
  }

  /// When a moment of this step was; nil when it is of another one. A field that was left out was not before the step.
  func tijd(_ moment: Moment) -> Tijd? {
    guard moment.stap == stap else { return nil }
    guard let veld = moment.veld else { return Tijd(dag: op, moment: self.moment, isVastgelegd: true) }
    if let exact = momenten[veld] { return Tijd(dag: ImpreciseDate(exact.date), moment: exact, isVastgelegd: true) }
    if let dag = datums[veld] { return Tijd(dag: dag, moment: nil, isVastgelegd: true) }
    let later = op.earliest.flatMap { try? ImpreciseDate("\($0)/..") } ?? .unknown
    return Tijd(dag: later, moment: nil, isVastgelegd: false)
  }
}

/// A day, and the moment of it where that is known.
struct Tijd: Sendable, Hashable {
  let dag: ImpreciseDate
  let moment: Instant?
  /// Whether it was recorded; false for what is only known not to lie before the step.
  let isVastgelegd: Bool

  /// From when a term is counted.
  var begin: TermStart { moment.map { .moment($0) } ?? .day(dag) }

  /// For putting in order: the earliest it can be.
  var orde: (Int, Int64) {
    (dag.earliest?.daysSinceEpoch ?? .min, moment?.secondsSince1970 ?? .min)
  }

  /// In the order of time, and of one day in the order in which they were recorded.
  static func geordend(_ times: [Tijd]) -> [Tijd] {
    times.enumerated().sorted { left, right in
      left.element.orde == right.element.orde ? left.offset < right.offset : left.element.orde < right.element.orde
    }.map(\.element)
  }

  /// Whether it certainly lies before another one.
  func isVoor(_ other: Tijd) -> Bool {
    if let moment, let other = other.moment { return moment < other }
    guard let last = dag.latest, let first = other.dag.earliest else { return false }
    return last < first
  }
}
