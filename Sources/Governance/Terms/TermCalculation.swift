/// A term counted from start to end: both ends, and how they were found.
public struct TermCalculation: Sendable, Hashable {
  /// A free day that the Algemene termijnenwet passed over.
  public struct Skipped: Sendable, Hashable {
    /// The day.
    public let day: CalendarDate
    /// Why it is free.
    public let reason: VrijeDag
  }

  /// How it was counted.
  public let rule: TermRule
  /// The day from which it was counted, in the Netherlands.
  public let start: CalendarDate
  /// The moment from which it was counted, for a term in hours.
  public let startMoment: Instant?
  /// The end as its length gives it, before the days on which it stood still are added.
  public let unsuspended: CalendarDate
  /// The days on which it stood still, as far as they counted.
  public let suspensions: [TermSuspension]
  /// The literal end: the one to work to, whatever a court thinks of the Termijnenwet for this term.
  public let raw: CalendarDate
  /// The last day under the Termijnenwet; equal to `raw` when the law does not hold or changes nothing.
  public let latest: CalendarDate
  /// The moment of the end, for a term in hours.
  public let endMoment: Instant?
  /// The free days that moved the end.
  public let skipped: [Skipped]
  /// The calendar by which it was counted.
  public let calendar: Kalender

  let isCutToMonthEnd: Bool
  let exclusion: Termijnenwet.Exclusion?
  let ordinaryDays: Int?

  /// Whether the Termijnenwet gives more time than the literal count.
  public var isExtendedByLaw: Bool { latest != raw }

  /// Counts a term from a day.
  /// - Throws: `TermProblem`; for a rule in hours `.hoursAndDays`, which need a moment.
  public init(_ rule: TermRule, from start: CalendarDate, by calendar: Kalender) throws(TermProblem) {
    let raw = try RawEnd(of: rule, from: start, by: calendar)
    let exclusion = rule.isStatutory ? Termijnenwet.exclusion(of: rule) : nil
    let law: Termijnenwet.Application? =
      rule.isStatutory && exclusion == nil
      ? try Termijnenwet(calendar: calendar).apply(rule, from: start, raw: raw.day) : nil
    self.rule = rule
    self.start = start
    startMoment = nil
    unsuspended = raw.unsuspended
    suspensions = raw.suspensions
    self.raw = raw.day
    latest = law?.end ?? raw.day
    endMoment = nil
    skipped = law?.skipped ?? []
    self.calendar = calendar
    isCutToMonthEnd = raw.isCutToMonthEnd
    self.exclusion = exclusion
    ordinaryDays = law?.ordinaryDays
  }

  /// Counts a term from a moment; a term in days is counted from the day it is then in the Netherlands.
  ///
  /// Hours are hours that pass: a change of the clock does not make them longer or shorter.
  /// - Throws: `TermProblem`.
  public init(_ rule: TermRule, from moment: Instant, by calendar: Kalender) throws(TermProblem) {
    if rule.isInHours {
      try self.init(rule, hoursFrom: moment, by: calendar)
    } else {
      try self.init(rule, from: moment.date, by: calendar)
    }
  }

  private init(_ rule: TermRule, hoursFrom moment: Instant, by calendar: Kalender) throws(TermProblem) {
    var seconds: Int64 = 0
    for step in rule.steps {
      switch step.unit {
      case .minuten: seconds += Int64(step.count) * 60
      case .uren: seconds += Int64(step.count) * 3600
      default: throw .hoursAndDays
      }
    }
    guard let end = try? moment.adding(seconds: rule.direction == .after ? seconds : -seconds) else {
      throw .outOfRange
    }
    self.rule = rule
    start = moment.date
    startMoment = moment
    unsuspended = end.date
    suspensions = []
    raw = end.date
    latest = end.date
    endMoment = end
    skipped = []
    self.calendar = calendar
    isCutToMonthEnd = false
    exclusion = rule.isStatutory ? Termijnenwet.exclusion(of: rule) : nil
    ordinaryDays = nil
  }
}

extension TermRule {
  /// Whether it is counted in hours, or minutes, from a moment.
  public var isInHours: Bool { lengths.first?.unit == .uren || lengths.first?.unit == .minuten }
}
