import Governance
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", Int64(0)), ("2026-11-21T10:00:00Z", 1_795_255_200), ("2000-02-29T23:59:59Z", 951_868_799),
    ("9999-12-31T22:59:59Z", 253_402_297_199),
  ])
  func `a moment is read and printed in UTC`(text: String, seconds: Int64) throws {
    #expect(try Instant(text).secondsSince1970 == seconds)
    #expect(try Instant(secondsSince1970: seconds).description == text)
  }

  @Test(arguments: [
    ("2026-11-21T11:00:00+01:00", "2026-11-21T10:00:00Z"), ("2026-11-21T10:00:00+00:00", "2026-11-21T10:00:00Z"),
    ("2026-11-20T22:30:00-11:30", "2026-11-21T10:00:00Z"), ("2027-01-01T00:30:00+01:00", "2026-12-31T23:30:00Z"),
    ("1969-12-31T23:00:00-01:00", "1970-01-01T00:00:00Z"), ("2026-11-21T23:59:59+23:59", "2026-11-21T00:00:59Z"),
  ])
  func `an offset is brought to UTC`(text: String, utc: String) throws {
    #expect(try Instant(text).description == utc)
  }

  @Test(arguments: [
    "", "2026-11-21", "2026-11-21T10:00Z", "2026-11-21T10:00:00", "2026-11-21 10:00:00Z", "2026-11-21t10:00:00Z",
    "2026-11-21T10:00:00z", "2026-11-21T10:00:00Z ", "2026-11-21T10:00:00ZZ", "2026-11-21T1:00:00Z", "20261121T100000Z",
    "2026-11-21T10:00:00+0100", "2026-11-21T10:00:00+01", "2026-11-21T10:00:00+1:00", "2026-11-21T10:00:00,5Z",
    "2026-11-21T10:00:00Z[Europe/Amsterdam]", "2026-11-21T１０:00:00Z", "-2026-11-21T10:00:00Z", "1795341600",
  ])
  func `another notation is refused`(text: String) {
    #expect(throws: DateProblem.malformed(found: text, expected: .instant)) { try Instant(text) }
  }

  @Test func `a moment that does not exist or cannot be held is refused by name`() {
    for text in ["2026-11-21T24:00:00Z", "2026-11-21T10:60:00Z", "2026-11-21T10:00:61Z", "2026-11-21T10:00:00+24:00"] {
      #expect(throws: DateProblem.noSuchTime(found: text)) { try Instant(text) }
    }
    #expect(throws: DateProblem.noSuchDay(year: 2026, month: 2, day: 29)) { try Instant("2026-02-29T10:00:00Z") }
    let refused: [(String, DateProblem.Feature)] = [
      ("2016-12-31T23:59:60Z", .leapSecond), ("2026-11-21T10:00:00.5Z", .fractionOfSecond),
      ("2026-11-21T10:00:00-00:00", .unknownOffset),
    ]
    for (text, feature) in refused {
      #expect(throws: DateProblem.refused(found: text, feature)) { try Instant(text) }
    }
    for text in [
      "1969-12-31T23:59:59Z", "1970-01-01T00:00:00+00:01", "9999-12-31T23:00:00Z", "9999-12-31T23:59:59-23:59",
    ] {
      #expect(throws: DateProblem.instantOutOfRange(found: text)) { try Instant(text) }
    }
    for seconds in [Int64.min, -1, 253_402_297_200, .max] {
      #expect(throws: DateProblem.instantOutOfRange(found: "\(seconds)")) { try Instant(secondsSince1970: seconds) }
    }
    #expect(throws: DateProblem.self) { try Instant.last.adding(seconds: .max) }
  }

  @Test(arguments: [
    // The last second before and the first second after each change: the offset jumps.
    ("2026-03-29T00:59:59Z", Int64(3600)), ("2026-03-29T01:00:00Z", 7200), ("2026-10-25T00:59:59Z", 7200),
    ("2026-10-25T01:00:00Z", 3600), ("2024-03-31T00:59:59Z", 3600), ("2024-03-31T01:00:00Z", 7200),
    ("2027-10-31T00:59:59Z", 7200), ("2027-10-31T01:00:00Z", 3600), ("1976-07-01T12:00:00Z", 3600),
    ("1977-04-03T00:59:59Z", 3600), ("1977-04-03T01:00:00Z", 7200), ("1978-10-01T00:59:59Z", 7200),
    ("1978-10-01T01:00:00Z", 3600), ("1980-04-06T01:00:00Z", 7200), ("1980-09-28T01:00:00Z", 3600),
    ("1981-03-29T00:59:59Z", 3600), ("1981-03-29T01:00:00Z", 7200), ("1985-09-29T00:59:59Z", 7200),
    ("1985-09-29T01:00:00Z", 3600),
    ("1995-09-24T01:00:00Z", 3600), ("1996-10-27T00:59:59Z", 7200), ("1996-10-27T01:00:00Z", 3600),
  ])
  func `Dutch time changes at one o'clock UTC`(text: String, offset: Int64) throws {
    #expect(try Instant(text).amsterdamOffset == offset)
  }

  @Test(arguments: [
    ("2026-03-28T22:59:59Z", "2026-03-28"), ("2026-03-28T23:00:00Z", "2026-03-29"),
    ("2026-03-29T21:59:59Z", "2026-03-29"),
    ("2026-03-29T22:00:00Z", "2026-03-30"), ("2026-10-24T21:59:59Z", "2026-10-24"),
    ("2026-10-24T22:00:00Z", "2026-10-25"),
    ("2026-10-25T22:59:59Z", "2026-10-25"), ("2026-10-25T23:00:00Z", "2026-10-26"),
    ("2025-12-31T23:00:00Z", "2026-01-01"),
    ("1970-01-01T00:00:00Z", "1970-01-01"), ("9999-12-31T22:59:59Z", "9999-12-31"),
  ])
  func `the date in Amsterdam turns at its own midnight`(text: String, date: String) throws {
    #expect(try Instant(text).date.description == date)
  }
}
