import Governance
import Testing

/// A text, the first and last day it allows (nil: no limit), and how a Dutch reader sees it.
struct AcceptedDate: Sendable, CustomTestStringConvertible {
  let edtf: String
  let earliest: String?
  let latest: String?
  let dutch: String

  init(_ edtf: String, _ earliest: String?, _ latest: String?, _ dutch: String) {
    self.edtf = edtf
    self.earliest = earliest
    self.latest = latest
    self.dutch = dutch
  }

  var testDescription: String { edtf }

  static let all: [AcceptedDate] = [
    // Level 0: dates.
    .init("2024-11-13", "2024-11-13", "2024-11-13", "13 november 2024"),
    .init("2024-11", "2024-11-01", "2024-11-30", "november 2024"),
    .init("2024-02", "2024-02-01", "2024-02-29", "februari 2024"),
    .init("2019", "2019-01-01", "2019-12-31", "2019"),
    .init("0000", "0000-01-01", "0000-12-31", "0000"),
    // Level 0: intervals.
    .init("2024-11-14/2025-05-31", "2024-11-14", "2025-05-31", "tussen 14 november 2024 en 31 mei 2025"),
    .init("2004-06/2006-08", "2004-06-01", "2006-08-31", "tussen juni 2004 en augustus 2006"),
    .init("1964/2008", "1964-01-01", "2008-12-31", "tussen 1964 en 2008"),
    .init("2004-02-01/2005", "2004-02-01", "2005-12-31", "tussen 1 februari 2004 en 2005"),
    .init("2019-06/2019", "2019-06-01", "2019-12-31", "tussen juni 2019 en 2019"),
    .init("2019/2019-06", "2019-01-01", "2019-06-30", "tussen 2019 en juni 2019"),
    // Level 1: qualification of a date.
    .init("2024-11-13~", "2024-10-13", "2024-12-14", "omstreeks 13 november 2024"),
    .init("2004-06~", "2003-06-01", "2005-06-30", "omstreeks juni 2004"),
    .init("2019~", "2009-01-01", "2029-12-31", "omstreeks 2019"),
    .init("0005~", nil, "0015-12-31", "omstreeks 0005"),
    .init("9999-12-31~", "9999-11-30", nil, "omstreeks 31 december 9999"),
    .init("1984?", nil, nil, "mogelijk 1984"),
    .init("2004-06-11%", nil, nil, "mogelijk omstreeks 11 juni 2004"),
    // Level 1: unspecified digits from the right.
    .init("201X", "2010-01-01", "2019-12-31", "een jaar van 2010 tot en met 2019"),
    .init("20XX", "2000-01-01", "2099-12-31", "een jaar van 2000 tot en met 2099"),
    .init("00XX", "0000-01-01", "0099-12-31", "een jaar van 0000 tot en met 0099"),
    .init("XXXX", nil, nil, "datum niet bekend"),
    .init("2004-XX", "2004-01-01", "2004-12-31", "2004, maand niet bekend"),
    .init("1985-04-XX", "1985-04-01", "1985-04-30", "april 1985, dag niet bekend"),
    .init("1985-XX-XX", "1985-01-01", "1985-12-31", "1985, dag en maand niet bekend"),
    // Level 1: seasons, as wide as anyone may mean them.
    .init("2001-21", "2001-03-01", "2001-06-22", "voorjaar 2001"),
    .init("2001-22", "2001-06-01", "2001-09-24", "zomer 2001"),
    .init("2001-23", "2001-09-01", "2001-12-23", "najaar 2001"),
    .init("2001-24", "2000-12-01", "2002-03-21", "winter 2001"),
    .init("0000-24", nil, "0001-03-21", "winter 0000"),
    .init("9999-24", "9998-12-01", nil, "winter 9999"),
    // Level 1: extended intervals.
    .init("2024-11-14/..", "2024-11-14", nil, "na 13 november 2024, dag niet bekend"),
    .init("2024-11-14/", "2024-11-14", nil, "na 13 november 2024, einde niet bekend"),
    .init("../2019-03-31", nil, "2019-03-31", "vóór 1 april 2019, dag niet bekend"),
    .init("/2019-03-31", nil, "2019-03-31", "vóór 1 april 2019, begin niet bekend"),
    .init("../2019", nil, "2019-12-31", "in 2019 of eerder, dag niet bekend"),
    .init("/2019", nil, "2019-12-31", "in 2019 of eerder, begin niet bekend"),
    .init("2019/..", "2019-01-01", nil, "in 2019 of later, dag niet bekend"),
    .init("2019/", "2019-01-01", nil, "in 2019 of later, einde niet bekend"),
    .init("201X/..", "2010-01-01", nil, "in 2010 of later, dag niet bekend"),
    .init("../201X", nil, "2019-12-31", "in 2019 of eerder, dag niet bekend"),
    .init("0000-01-01/..", "0000-01-01", nil, "op 1 januari 0000 of later, dag niet bekend"),
    .init("2024-11~/2025-05-31", "2023-11-01", "2025-05-31", "tussen omstreeks november 2024 en 31 mei 2025"),
    .init("2024-11-14?/2025-05-31", nil, "2025-05-31", "tussen mogelijk 14 november 2024 en 31 mei 2025"),
    .init(
      "2024-11-14/2024-11-14~", "2024-11-14", "2024-12-15", "tussen 14 november 2024 en omstreeks 14 november 2024"),
    .init("2019~/..", "2009-01-01", nil, "omstreeks 2019 of later, dag niet bekend"),
    .init("1985-04-XX/2004-XX", "1985-04-01", "2004-12-31", "tussen april 1985 en 2004"),
  ]
}

@Suite struct ImpreciseDateTests {
  @Test(arguments: AcceptedDate.all)
  func `every form is read, bounded, told and printed as it came`(example: AcceptedDate) throws {
    let date = try ImpreciseDate(example.edtf)
    #expect(date.description == example.edtf)
    #expect(date.earliest?.description == example.earliest)
    #expect(date.latest?.description == example.latest)
    #expect(date.text(.dutch) == example.dutch)
    #expect(date.isApproximate == example.edtf.contains { "~%".contains($0) })
    #expect(date.isUncertain == example.edtf.contains { "?%".contains($0) })
    #expect(date.isExact == (example.edtf == "2024-11-13"))
  }

  @Test(arguments: [
    ("2024-11", "November 2024"), ("2019~", "around 2019"), ("2019?", "possibly 2019"),
    ("2024-11-14/..", "after 13 November 2024, day not known"),
    ("../2019-03-31", "before 1 April 2019, day not known"), ("2024-11/", "in November 2024 or later, end not known"),
    ("2024-11-14/2025-05-31", "between 14 November 2024 and 31 May 2025"), ("XXXX", "date not known"),
    ("2001-23", "autumn 2001"), ("201X", "a year from 2010 to 2019"), ("1985-04-XX", "April 1985, day not known"),
  ])
  func `a date reads well in English`(edtf: String, english: String) throws {
    #expect(try ImpreciseDate(edtf).text(.english) == english)
  }

  @Test func `different spellings are different values`() throws {
    let values = try AcceptedDate.all.map { try ImpreciseDate($0.edtf) }
    #expect(Set(values).count == values.count)
  }

  @Test func `an exact day and nothing known can be made without text`() throws {
    let day = try CalendarDate("2024-11-13")
    #expect(try ImpreciseDate(day) == ImpreciseDate("2024-11-13"))
    #expect(ImpreciseDate(day).exact == day)
    #expect(try ImpreciseDate("2024-11-13~").exact == nil)
    #expect(try ImpreciseDate.unknown == ImpreciseDate("XXXX"))
  }

  @Test(arguments: [
    "", " ", "/..x", "2024-", "-", "--", "2024-1", "2024-1-1", "2024-11-1", "24", "24-11-13", "02024", "20241", "202",
    "2024-11-13-01",
    "2024 ", " 2024", "2024\n", "2024-11-13 ", "2024/2025/2026", "2024//2025", "2024/...", "2024/.", "2024..2025",
    "2024--11",
    "201x", "2024-xx", "2X24", "X024", "XX24", "1XXX", "XXX", "XXXXX", "XXX4", "201X-01", "20XX-XX", "XXXX-12-XX",
    "XXXX-XX", "2004-XX-12",
    "2004-1X", "2004-0X-XX", "2004-12-1X", "2004-12-X", "?2004", "2004??", "2004?~", "2004~?-06", "2004?-06-11", "~",
    "?", "2004-?",
    "2024-11-13Z", "20241113", "2024W46", "2024-W46-3", "2024-318", "13-11-2024", "13 november 2024", "november 2024",
    "２０２４", "2024-1１", "2024–11", "2024-11/open", "unknown", "open", "+2024", "1e03", "0x7E", "2024-11-13\0",
    "2024E2", "1950S2", "2024\u{2044}2025", "2024~\u{0301}", "\u{FEFF}2024", "XXXX\u{200B}", "Tuesday 3", "NaN",
  ])
  func `what is not EDTF is refused`(text: String) {
    #expect(throws: DateProblem.malformed(found: text, expected: .impreciseDate)) { try ImpreciseDate(text) }
  }

  @Test func `a text without end is refused`() {
    let text = String(repeating: "2", count: 1_000_000)
    #expect(throws: DateProblem.malformed(found: text, expected: .impreciseDate)) { try ImpreciseDate(text) }
  }

  @Test(arguments: [
    ("Y170000002", DateProblem.Feature.longYear), ("2000/Y17E8", .longYear), ("-1985", .negativeYear),
    ("-0001/2000", .negativeYear),
    ("2024-11-13T10:00:00Z", .timeOfDay), ("2024-11-13T10", .timeOfDay), ("[1667,1668]", .set),
    ("{1960,1961-12}", .set),
    ("[..1984]", .set), ("2024-25", .subYearGrouping), ("2024-41", .subYearGrouping), ("2024-21~", .qualifiedSeason),
    ("2024-24?", .qualifiedSeason), ("2024-21/2024-22", .seasonInInterval), ("../2024-24", .seasonInInterval),
    ("201X~", .qualifiedUnspecified), ("XXXX?", .qualifiedUnspecified), ("2004-XX%", .qualifiedUnspecified),
    ("XXXX/2019", .unknownInInterval), ("2019/XXXX", .unknownInInterval), ("/", .intervalWithoutDate),
    ("../..", .intervalWithoutDate), ("../", .intervalWithoutDate), ("/..", .intervalWithoutDate),
    ("2019/2019", .intervalOfOneDate), ("2024-11-14/2024-11-14", .intervalOfOneDate),
    ("2019~/2019~", .intervalOfOneDate),
  ])
  func `what EDTF has and this ledger has not is refused by name`(text: String, feature: DateProblem.Feature) {
    #expect(throws: DateProblem.refused(found: text, feature)) { try ImpreciseDate(text) }
  }

  @Test(arguments: [
    ("2025-02-30", DateProblem.noSuchDay(year: 2025, month: 2, day: 30)),
    ("2025-02-29~", .noSuchDay(year: 2025, month: 2, day: 29)), ("2024-00-XX", .noSuchMonth(0)),
    ("../2025-04-31", .noSuchDay(year: 2025, month: 4, day: 31)), ("2024-13", .noSuchMonth(13)),
    ("2024-00", .noSuchMonth(0)), ("2024-20", .noSuchMonth(20)), ("2024-42", .noSuchMonth(42)),
    ("2024-21-01", .noSuchMonth(21)), ("2024-13-XX", .noSuchMonth(13)),
    ("2025/2024", .endBeforeStart(found: "2025/2024")), ("2019-06/2019-03", .endBeforeStart(found: "2019-06/2019-03")),
    ("2024-11-14/2024-11-13", .endBeforeStart(found: "2024-11-14/2024-11-13")),
    ("2019~/2018", .endBeforeStart(found: "2019~/2018")), ("202X/2019", .endBeforeStart(found: "202X/2019")),
  ])
  func `what is well written but cannot be is refused`(text: String, problem: DateProblem) {
    #expect(throws: problem) { try ImpreciseDate(text) }
  }
}
