extension CalendarDate {
  /// The day a length of time later, by the one rule for months and their ends; no working days are counted.
  /// - Throws: `TermProblem` after the year 9999.
  public func adding(_ duration: Tijdsduur) throws(TermProblem) -> CalendarDate {
    // Every calendar gives the same raw end.
    try TermRule(TermLength(duration), .eigenRegel).rawEnd(from: self, by: Kalender())
  }

  /// The first day after a period that begins on this day: a year from 29 February ends with 28 February, so that the first
  /// day after it is 1 March.
  /// - Throws: `TermProblem` after the year 9999.
  public func firstDay(after duration: Tijdsduur) throws(TermProblem) -> CalendarDate {
    let end = try RawEnd(of: TermRule(TermLength(duration), .eigenRegel), from: self, by: Kalender())
    guard end.isCutToMonthEnd else { return end.day }
    guard let next = CalendarDate(ifInRange: end.day.daysSinceEpoch + 1) else { throw .outOfRange }
    return next
  }

  /// The day a length of time earlier, by the same rule.
  /// - Throws: `TermProblem` before the year 1.
  public func subtracting(_ duration: Tijdsduur) throws(TermProblem) -> CalendarDate {
    try TermRule(TermLength(duration), .eigenRegel, .before).rawEnd(from: self, by: Kalender())
  }
}
