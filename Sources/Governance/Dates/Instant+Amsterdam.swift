/// Dutch legal time, computed: the result must be the same on every machine and in ten years, whatever zone files it
/// has.
///
/// The rule is Directive 2000/84/EC articles 2 and 3: summer time from the last Sunday of March to the last Sunday of
/// October, changing at 01:00 UTC. Earlier years follow the Dutch decisions of their time (IANA tz database, zone
/// Europe/Amsterdam).
extension Instant {
  /// The moment at which a day begins in the European Netherlands.
  /// - Throws: `DateProblem` outside 1970 to 9999.
  public init(startOf day: CalendarDate) throws(DateProblem) {
    // The clock changes after midnight: an hour before it, the day before still has its own offset.
    let midnight = Int64(day.daysSinceEpoch) * 86_400
    let guess = try Instant(secondsSince1970: midnight - 1)
    try self.init(secondsSince1970: midnight - guess.amsterdamOffset)
  }

  /// The day it is in the European Netherlands at this moment.
  public var date: CalendarDate {
    CalendarDate(checkedDays: Int((secondsSince1970 + amsterdamOffset) / 86_400))
  }

  /// How many seconds Dutch legal time is ahead of UTC at this moment: 3600, or 7200 in summer.
  public var amsterdamOffset: Int64 {
    let utc = CalendarDate(checkedDays: Int(secondsSince1970 / 86_400))
    guard let summer = Self.summerTime(in: utc.year) else { return 3600 }
    return summer.contains(secondsSince1970) ? 7200 : 3600
  }

  /// The seconds in which summer time holds in a year, if the year had it.
  private static func summerTime(in year: Int) -> Range<Int64>? {
    guard year >= 1977 else { return nil }
    let start = year >= 1981 ? lastSunday(year, month: 3) : firstSunday(year, month: 4)
    let end =
      switch year {
      case 1996...: lastSunday(year, month: 10)
      case 1978: firstSunday(year, month: 10)
      default: lastSunday(year, month: 9)
      }
    return oneOClock(start)..<oneOClock(end)
  }

  private static func oneOClock(_ day: CalendarDate) -> Int64 { Int64(day.daysSinceEpoch) * 86_400 + 3600 }

  private static func lastSunday(_ year: Int, month: Int) -> CalendarDate {
    let length = CalendarDate.length(ofMonth: month, year: year)
    let last = CalendarDate(checkedYear: year, month: month, day: length)
    return CalendarDate(checkedDays: last.daysSinceEpoch - last.weekday.rawValue % 7)
  }

  private static func firstSunday(_ year: Int, month: Int) -> CalendarDate {
    let first = CalendarDate(checkedYear: year, month: month, day: 1)
    return CalendarDate(checkedDays: first.daysSinceEpoch + 7 - first.weekday.rawValue)
  }
}
