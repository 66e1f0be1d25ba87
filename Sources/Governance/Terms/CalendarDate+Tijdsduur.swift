extension CalendarDate {
  /// The day a length of time later, by the one rule for months and their ends; no working days are counted.
  /// - Throws: `TermProblem` after the year 9999.
  public func adding(_ duration: Tijdsduur) throws(TermProblem) -> CalendarDate {
    // Every calendar gives the same raw end.
    try TermRule(TermLength(duration), .eigenRegel).rawEnd(from: self, by: Kalender())
  }

  /// The day a length of time earlier, by the same rule.
  /// - Throws: `TermProblem` before the year 1.
  public func subtracting(_ duration: Tijdsduur) throws(TermProblem) -> CalendarDate {
    try TermRule(TermLength(duration), .eigenRegel, .before).rawEnd(from: self, by: Kalender())
  }
}
