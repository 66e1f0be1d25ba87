extension CalendarDate {
  /// The day a length of time later.
  ///
  /// Months and years keep the day of the month; where the month is too short, its last day is taken, as Regulation
  /// (EEC, Euratom) 1182/71 article 3(2)(c) does.
  /// - Throws: `DateProblem.dayOutOfRange` after the year 9999.
  public func adding(_ duration: Tijdsduur) throws(DateProblem) -> CalendarDate {
    switch duration.unit {
    case .dagen: try adding(days: duration.count)
    case .weken: try adding(days: 7 * duration.count)
    case .maanden: try adding(months: duration.count)
    case .jaren: try adding(months: 12 * duration.count)
    }
  }

  private func adding(months: Int) throws(DateProblem) -> CalendarDate {
    let (year, month, day) = civil
    let later = year * 12 + month - 1 + months
    let (newYear, newMonth) = (later / 12, later % 12 + 1)
    guard newYear <= Self.last.year else { throw .dayOutOfRange }
    let length = Self.length(ofMonth: newMonth, year: newYear)
    return try CalendarDate(year: newYear, month: newMonth, day: min(day, length))
  }
}
