extension Instant {
  /// Reads an RFC 3339 section 5.6 date-time and brings it to UTC.
  ///
  /// Stricter than the RFC where it leaves a choice: capital `T` and `Z`, no fraction of a second, no leap second (the
  /// count of seconds cannot hold one), and no `-00:00`, which says that the zone is not known (section 4.3).
  /// - Throws: `DateProblem`, naming what is wrong; `.instantOutOfRange` outside 1970 to 9999.
  public init(_ text: String) throws(DateProblem) {
    let malformed = DateProblem.malformed(found: text, expected: .instant)
    var scanner = DigitScanner(text)
    guard let year = scanner.number(digits: 4), scanner.skip("-"),
      let month = scanner.number(digits: 2), scanner.skip("-"),
      let day = scanner.number(digits: 2), scanner.skip("T"),
      let hour = scanner.number(digits: 2), scanner.skip(":"),
      let minute = scanner.number(digits: 2), scanner.skip(":"),
      let second = scanner.number(digits: 2)
    else { throw malformed }
    guard !scanner.skip(".") else { throw .refused(found: text, .fractionOfSecond) }
    let offset = try Self.offset(&scanner, in: text)
    guard scanner.isAtEnd else { throw malformed }

    let date = try CalendarDate(year: year, month: month, day: day)
    guard second != 60 else { throw .refused(found: text, .leapSecond) }
    guard hour < 24, minute < 60, second < 60 else { throw .noSuchTime(found: text) }
    let local = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
    guard let instant = try? Instant(secondsSince1970: Int64(local - offset)) else {
      throw .instantOutOfRange(found: text)
    }
    self = instant
  }

  /// Reads `Z` or `±hh:mm`: how many seconds local time is ahead of UTC.
  private static func offset(_ scanner: inout DigitScanner, in text: String) throws(DateProblem) -> Int {
    if scanner.skip("Z") { return 0 }
    let isWest = scanner.next == UInt8(ascii: "-")
    guard scanner.skip("-") || scanner.skip("+"), let hours = scanner.number(digits: 2), scanner.skip(":"),
      let minutes = scanner.number(digits: 2)
    else { throw .malformed(found: text, expected: .instant) }
    guard hours < 24, minutes < 60 else { throw .noSuchTime(found: text) }
    let seconds = hours * 3600 + minutes * 60
    guard !(isWest && seconds == 0) else { throw .refused(found: text, .unknownOffset) }
    return isWest ? -seconds : seconds
  }
}
