/// A moment to the second, counted from the start of 1970 in UTC.
///
/// Printed and read as RFC 3339 section 5.6. The range is 1970 to 9999, because a ledger records no earlier moment and
/// every moment in it must also have a date in Amsterdam with a year of four digits.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds after 1970-01-01T00:00:00Z, without leap seconds, as POSIX counts them.
  public let secondsSince1970: Int64

  /// The last moment that can be held: the last second of 9999 in Amsterdam.
  public static let last: Instant = Instant(checkedSeconds: 253_402_297_199)

  /// The moment this many seconds after the start of 1970 in UTC.
  /// - Throws: `DateProblem.instantOutOfRange`.
  public init(secondsSince1970: Int64) throws(DateProblem) {
    guard secondsSince1970 >= 0, secondsSince1970 <= Self.last.secondsSince1970 else {
      throw .instantOutOfRange(found: String(secondsSince1970))
    }
    self.init(checkedSeconds: secondsSince1970)
  }

  private init(checkedSeconds: Int64) { secondsSince1970 = checkedSeconds }

  /// The moment this many seconds later, or earlier when negative.
  /// - Throws: `DateProblem.instantOutOfRange`.
  public func adding(seconds: Int64) throws(DateProblem) -> Instant {
    let (sum, overflow) = secondsSince1970.addingReportingOverflow(seconds)
    guard !overflow else { throw .instantOutOfRange(found: "\(self) + \(seconds) s") }
    return try Instant(secondsSince1970: sum)
  }

  /// `YYYY-MM-DDThh:mm:ssZ`, always in UTC.
  public var description: String {
    let (days, time) = secondsSince1970.quotientAndRemainder(dividingBy: 86_400)
    let clock = [time / 3600, time / 60 % 60, time % 60].map { $0.padded(to: 2) }.joined(separator: ":")
    return "\(CalendarDate(checkedDays: Int(days)))T\(clock)Z"
  }

  /// Whether the left moment comes before the right one.
  public static func < (left: Instant, right: Instant) -> Bool { left.secondsSince1970 < right.secondsSince1970 }
}
