/// The end of a term as it is literally counted, before the Algemene termijnenwet.
///
/// The day of the event does not count; the next day is day 1. Weeks end on the same day of the week. Months and years end on the same day of the month, and on the last day of the month when it has no such day:
/// 31 January and 1 month is 28 or 29 February, 29 February and 1 year is 28 February. The rule is applied once, from the
/// start; it does not stick to month ends: 28 February and 1 month is 28 March. Counting back follows the same rule, which
/// is that of Regulation (EEC, Euratom) 1182/71 art. 3 lid 2 under c.
struct RawEnd: Sendable, Hashable {
  /// The day.
  let day: CalendarDate
  /// The end without suspensions; they shift it, day for day.
  let unsuspended: CalendarDate
  /// The suspended days that counted, without overlap.
  let suspensions: [TermSuspension]
  /// Whether a month was too short for the day on which the term would have ended.
  let isCutToMonthEnd: Bool

  /// Counts all steps of a rule from a day.
  /// - Throws: `TermProblem.outOfRange`, `.hoursAndDays`; those of `Kalender.isWerkdag`.
  init(of rule: TermRule, from start: CalendarDate, by calendar: Kalender) throws(TermProblem) {
    // The law knows no closures and no working days of a municipality's own: those would lengthen a statutory term.
    let calendar = rule.isStatutory ? calendar.zonderEigen : calendar
    var day = start
    var isCut = false
    for step in rule.steps {
      let count = rule.direction == .after ? step.count : -step.count
      switch step.unit {
      case .minuten, .uren: throw .hoursAndDays
      case .dagen: day = try Self.adding(count, to: day)
      case .weken: day = try Self.adding(7 * count, to: day)
      case .werkdagen: day = try Self.adding(werkdagen: step.count, rule.direction, to: day, by: calendar)
      case .maanden: (day, isCut) = try Self.adding(months: count, to: day)
      case .jaren: (day, isCut) = try Self.adding(months: 12 * count, to: day)
      }
    }
    if let until = rule.until, until > day, rule.direction == .after { (day, isCut) = (until, false) }
    unsuspended = day
    (self.day, suspensions) = try Self.shifted(day, rule, from: start, by: calendar)
    isCutToMonthEnd = isCut
  }

  /// The end that suspensions give: the days on which the term stood still come after it. One that begins when the term
  /// had ended finds nothing to suspend. Of a term in working days those that were suspended are counted again.
  private static func shifted(
    _ end: CalendarDate, _ rule: TermRule, from start: CalendarDate, by calendar: Kalender
  ) throws(TermProblem) -> (CalendarDate, [TermSuspension]) {
    guard !rule.suspensions.isEmpty, rule.direction == .after else { return (end, []) }
    var end = end
    var counted: [TermSuspension] = []
    let first = try adding(1, to: start)
    for suspension in TermSuspension.merged(rule.suspensions) {
      guard let part = TermSuspension(max(suspension.from, first), until: suspension.until), part.from <= end else {
        continue
      }
      counted.append(part)
      guard rule.steps.last?.unit == .werkdagen, rule.until == nil else {
        end = try adding(part.days, to: end)
        continue
      }
      var werkdagen = 0
      for number in part.from.daysSinceEpoch..<part.until.daysSinceEpoch {
        if try calendar.isWerkdag(CalendarDate(checkedDays: number)) { werkdagen += 1 }
      }
      end = try adding(werkdagen: werkdagen, .after, to: end, by: calendar)
    }
    return (end, counted)
  }

  private static func adding(_ days: Int, to day: CalendarDate) throws(TermProblem) -> CalendarDate {
    guard let end = CalendarDate(ifInRange: day.daysSinceEpoch + days) else { throw .outOfRange }
    return end
  }

  private static func adding(
    werkdagen count: Int, _ direction: TermRule.Direction, to day: CalendarDate, by calendar: Kalender
  ) throws(TermProblem) -> CalendarDate {
    // A definition without a single working day would count for ever.
    guard !calendar.werkdag.weekdays.isEmpty else { throw .outOfRange }
    var end = day
    var left = count
    while left > 0 {
      end = try adding(direction == .after ? 1 : -1, to: end)
      if try calendar.isWerkdag(end) { left -= 1 }
    }
    return end
  }

  private static func adding(months: Int, to day: CalendarDate) throws(TermProblem) -> (CalendarDate, Bool) {
    let (start, month, dayOfMonth) = day.civil
    let sum = start * 12 + month - 1 + months
    let year = sum.dividedDown(by: 12)
    guard (0...9999).contains(year) else { throw .outOfRange }
    let endMonth = sum - year * 12 + 1
    let length = CalendarDate.length(ofMonth: endMonth, year: year)
    let end = CalendarDate(checkedYear: year, month: endMonth, day: min(dayOfMonth, length))
    return (end, dayOfMonth > length)
  }
}
