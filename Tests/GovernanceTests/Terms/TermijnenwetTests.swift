import Governance
import Testing

@Suite struct TermijnenwetTests {
  /// The golden cases of the law and of the letter to Maastricht.
  @Test(arguments: [
    ("6 maanden", "2024-11-13", TermRule.Basis.eigenRegel, "2025-05-13", "2025-05-13"),
    ("6 maanden", "2024-11-13", .wet, "2025-05-13", "2025-05-13"),
    ("7 dagen", "2026-03-27", .wet, "2026-04-03", "2026-04-07"),
    ("7 dagen", "2025-12-26", .wet, "2026-01-02", "2026-01-05"),
    ("1 maand", "2026-01-31", .wet, "2026-02-28", "2026-03-02"),
    ("6 weken", "2024-11-13", .wet, "2024-12-25", "2024-12-30"),
  ])
  func `a term ends where the law says`(
    length: String, start: String, basis: TermRule.Basis, raw: String, latest: String
  ) throws {
    let end = try count(length, start, basis)
    #expect(try end.raw == day(raw))
    #expect(try end.latest == day(latest))
  }

  @Test func `the sum is a sentence in two languages`() throws {
    let end = try count("7 dagen", "2026-03-27")
    #expect(end.sum.nl == "7 dagen na 27 maart = 3 april, Goede Vrijdag, dus 7 april: Atw art. 1 en 3")
    #expect(end.sum.en == "7 days after 27 March = 3 April, Good Friday, hence 7 April: Atw art. 1 and 3")
    #expect(end.sources == ["Atw art. 1", "Atw art. 3"])
    #expect(try end.skipped.map(\.day) == [day("2026-04-03"), day("2026-04-04"), day("2026-04-05"), day("2026-04-06")])
    #expect(end.calendar.version == "2028-1")
  }

  @Test(arguments: [
    (
      "7 dagen", "2025-12-26",
      "7 dagen na 26 december 2025 = 2 januari 2026, gelijkgesteld met een feestdag, dus 5 januari 2026: Atw art. 1 en 3"
    ),
    (
      "1 maand", "2026-01-31",
      "1 maand na 31 januari = 28 februari (laatste dag van de maand), zaterdag, dus 2 maart: Atw art. 1"
    ),
    (
      "6 maanden", "2024-11-13",
      "6 maanden na 13 november 2024 = 13 mei 2025; de Termijnenwet geldt niet (meer dan 3 maanden): Atw art. 4"
    ),
    ("7 dagen", "2026-03-02", "7 dagen na 2 maart = 9 maart"),
    (
      "3 dagen", "2026-04-02",
      "3 dagen na 2 april = 5 april, zonder één gewone dag erin, dus 8 april: Atw art. 2 en 3"
    ),
  ])
  func `each sum tells what decided`(length: String, start: String, sum: String) throws {
    #expect(try count(length, start).sum.nl == sum)
  }

  @Test func `the decree that equates a day is among the sources`() throws {
    #expect(
      try count("7 dagen", "2025-12-26").sources == [
        "Atw art. 1", "Atw art. 3", "Besluit gelijkstelling van dagen met algemeen erkende feestdagen 2026–2028",
      ])
  }

  @Test func `only a statutory term is moved`() throws {
    #expect(try count("7 dagen", "2026-03-27", .eigenRegel).latest == day("2026-04-03"))
    #expect(
      try count("7 dagen", "2026-03-27", .eigenRegel).sum.nl
        == "7 dagen na 27 maart = 3 april, Goede Vrijdag; geen wettelijke termijn, dus niet verlengd")
    #expect(try count("7 dagen", "2026-03-27", .wetUitgezonderd).latest == day("2026-04-03"))
    #expect(try count("7 dagen", "2026-03-27", .wet).latest == day("2026-04-07"))
  }

  /// Art. 4 and, one day or month shorter, the twin for which the law holds. Each raw end is a Saturday or Sunday.
  @Test(arguments: [
    ("91 dagen", "2026-03-01", false), ("90 dagen", "2026-03-02", true),
    ("13 weken", "2026-03-01", false), ("12 weken", "2026-03-01", true),
    ("4 maanden", "2026-01-31", false), ("3 maanden", "2026-02-28", false), ("3 maanden", "2026-01-31", false),
    ("3 maanden", "2026-03-13", false), ("3 maanden", "2026-02-16", true), ("1 jaar", "2025-05-31", false),
    ("4 maanden", "2026-01-17", false),
  ])
  func `article 4 excludes long terms`(length: String, start: String, moves: Bool) throws {
    let end = try count(length, start)
    let isFree = try Kalender().vrijeDag(end.raw) != nil
    let isExcluded = end.sum.nl.contains("art. 4")
    #expect(end.isExtendedByLaw == (isFree && !isExcluded))
    #expect(isExcluded == ["91 dagen", "13 weken", "4 maanden", "1 jaar"].contains(length))
    if moves { #expect(end.isExtendedByLaw) }
  }

  @Test func `article 4 excludes hours`() throws {
    let rule = TermRule(.of(48, .uren), .wet)
    let end = try TermCalculation(rule, from: Instant("2026-04-02T10:00:00+02:00"), by: Kalender())
    #expect(try end.latest == day("2026-04-04"))
    #expect(
      end.sum.nl
        == "48 uur na 2 april 10:00 = 4 april 10:00; de Termijnenwet geldt niet (in uren): Atw art. 4")
  }

  @Test func `article 2 gives a term of three days two ordinary days, and a term of two days only article 1`() throws {
    // Thursday before Easter: Goede Vrijdag, Saturday, Sunday; Monday is Tweede Paasdag.
    #expect(try count("3 dagen", "2026-04-02").latest == day("2026-04-08"))
    #expect(try count("2 dagen", "2026-04-02").latest == day("2026-04-07"))
    // Friday: Saturday, Sunday and one ordinary Monday are too few; the raw end itself is ordinary.
    #expect(try count("3 dagen", "2026-03-06").raw == day("2026-03-09"))
    #expect(try count("3 dagen", "2026-03-06").latest == day("2026-03-10"))
    #expect(try count("4 dagen", "2026-03-06").latest == day("2026-03-10"))
    #expect(try count("3 dagen", "2026-03-05").latest == day("2026-03-09"))
    #expect(try count("3 dagen", "2026-03-02").latest == day("2026-03-05"))
  }

  @Test func `a term counted back is not moved by article 1, and lengthened backwards by article 2`() throws {
    let back = try count("7 dagen", "2026-04-04", .wet, .before)
    #expect(try back.raw == day("2026-03-28"))
    #expect(back.latest == back.raw)
    #expect(
      back.sum.nl
        == "7 dagen vóór 4 april = 28 maart, zaterdag; teruggerekend, dus niet verschoven: Atw art. 1 lid 2")
    #expect(back.sources == ["Atw art. 1 lid 2"])
    #expect(try count("7 dagen", "2026-03-28", .wet).latest == day("2026-04-07"))
    // Monday: Sunday and Saturday are free, Friday is one; Thursday makes two.
    #expect(try count("3 dagen", "2026-03-09", .wet, .before).latest == day("2026-03-05"))
    #expect(try count("2 dagen", "2026-03-09", .wet, .before).latest == day("2026-03-07"))
    #expect(try count("1 maand", "2026-03-31", .eigenRegel, .before).raw == day("2026-02-28"))
  }

  @Test func `an unknown year matters only where the answer hangs on it`() throws {
    #expect(try count("7 dagen", "2030-01-01", .eigenRegel).raw == day("2030-01-08"))
    #expect(try count("6 weken", "2021-12-20", .wet).latest == day("2022-01-31"))
    #expect(try count("7 jaar", "2024-01-01", .wet).latest == day("2031-01-01"))
    #expect(throws: TermProblem.yearNotCovered(2029, table: "2028-1")) { try count("7 dagen", "2028-12-27") }
    #expect(throws: TermProblem.yearNotCovered(2021, table: "2028-1")) { try count("3 dagen", "2021-12-30") }
  }
}
