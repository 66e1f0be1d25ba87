/// One exact day of the Gregorian calendar, in the years 0000 to 9999.
///
/// The notation is the complete calendar date of ISO 8601-1 clause 5.2.2.1, extended format (`YYYY-MM-DD`), which is
/// also EDTF level 0. The day has no time and no zone: a term in law ends on a day, not at an instant.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days after 1 January 1970; negative before it.
  ///
  /// The only thing stored, so two equal days can never differ in form.
  public let daysSinceEpoch: Int

  /// The first day that can be written with four digits for the year, 0000-01-01.
  public static let first: CalendarDate = CalendarDate(checkedYear: 0, month: 1, day: 1)
  /// The last day that can be written with four digits for the year, 9999-12-31.
  public static let last: CalendarDate = CalendarDate(checkedYear: 9999, month: 12, day: 31)

  /// The day with this year, month and day of the month.
  /// - Throws: `DateProblem.yearOutOfRange`, `.noSuchMonth` or `.noSuchDay`.
  public init(year: Int, month: Int, day: Int) throws(DateProblem) {
    guard (0...9999).contains(year) else { throw .yearOutOfRange(year) }
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    guard day >= 1, day <= Self.length(ofMonth: month, year: year) else {
      throw .noSuchDay(year: year, month: month, day: day)
    }
    self.init(checkedYear: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD` and nothing else: ASCII digits, leading zeros, no spaces.
  /// - Throws: `DateProblem.malformed` for another notation, `.noSuchMonth` or `.noSuchDay` for a day that does not
  ///   exist.
  public init(_ iso: String) throws(DateProblem) {
    guard let numbers = DigitScanner.day(iso) else { throw .malformed(found: iso, expected: .day) }
    try self.init(year: numbers.year, month: numbers.month, day: numbers.day)
  }

  /// The day that lies this many days after 1 January 1970.
  /// - Throws: `DateProblem.dayOutOfRange` outside the years 0000 to 9999.
  public init(daysSinceEpoch: Int) throws(DateProblem) {
    guard let day = CalendarDate(ifInRange: daysSinceEpoch) else { throw .dayOutOfRange }
    self = day
  }

  /// The day this many days later, or earlier when negative.
  /// - Throws: `DateProblem.dayOutOfRange` outside the years 0000 to 9999.
  public func adding(days: Int) throws(DateProblem) -> CalendarDate {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    guard !overflow else { throw .dayOutOfRange }
    return try CalendarDate(daysSinceEpoch: sum)
  }

  /// The year, 0 to 9999.
  public var year: Int { civil.year }
  /// The month, 1 to 12.
  public var month: Int { civil.month }
  /// The day of the month, 1 to 31.
  public var day: Int { civil.day }
  /// The day of the week.
  public var weekday: Weekday { Weekday(daysSinceEpoch: daysSinceEpoch) }
  /// Whether the day lies in a year of 366 days.
  public var isLeapYear: Bool { Self.isLeapYear(year) }

  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = civil
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// The day as people write it: "13 november 2024", "13 November 2024".
  public var text: Text {
    let (year, month, day) = civil
    return Text("\(day) ") + Self.name(ofMonth: month) + Text(" \(year.padded(to: 4))")
  }

  /// Whether the left day comes before the right one.
  @inlinable public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}
