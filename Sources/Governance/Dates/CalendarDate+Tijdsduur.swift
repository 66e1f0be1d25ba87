extension CalendarDate {
  /// The day a length of time later, counted as every term is: see `TermRule.rawEnd`.
  /// - Throws: `DateProblem.dayOutOfRange` after the year 9999.
  public func adding(_ duration: Tijdsduur) throws(DateProblem) -> CalendarDate {
    // No working days are counted, so every calendar gives the same day.
    do { return try TermRule(TermLength(duration), .eigenRegel).rawEnd(from: self, by: Kalender()) } catch {
      throw .dayOutOfRange
    }
  }
}
