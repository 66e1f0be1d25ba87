import Governance
import Testing

@Suite struct TermCountingTests {
  @Test(arguments: [
    ("1 dag", "2024-02-28", "2024-02-29"), ("1 dag", "2023-02-28", "2023-03-01"),
    ("2 weken", "2024-06-03", "2024-06-17"),
    ("1 maand", "2026-01-31", "2026-02-28"), ("1 maand", "2024-01-31", "2024-02-29"),
    ("1 maand", "2026-02-28", "2026-03-28"), ("2 maanden", "2026-01-31", "2026-03-31"),
    ("1 maand", "2026-12-31", "2027-01-31"), ("1 jaar", "2024-02-29", "2025-02-28"),
    ("4 jaar", "2024-02-29", "2028-02-29"),
    ("4 jaar", "2024-05-23", "2028-05-23"), ("3 jaar", "2024-03-15", "2027-03-15"),
    ("14 dagen", "2024-08-02", "2024-08-16"),
    ("8 weken", "2024-06-03", "2024-07-29"), ("12 weken", "2024-06-03", "2024-08-26"),
    ("3 maanden", "2024-06-07", "2024-09-07"), ("8 weken", "2024-12-20", "2025-02-14"),
    ("12 weken", "2024-12-20", "2025-03-14"),
    // Working days under N-2: 25 and 26 December and 1 January are free, 27 December, equated by decree, is not.
    ("7 werkdagen", "2024-06-03", "2024-06-12"), ("10 werkdagen", "2024-06-03", "2024-06-17"),
    ("7 werkdagen", "2024-12-20", "2025-01-03"), ("10 werkdagen", "2024-12-20", "2025-01-08"),
    // No change of the clock makes a day shorter: 29 March and 25 October 2026.
    ("1 dag", "2026-03-28", "2026-03-29"), ("1 dag", "2026-03-29", "2026-03-30"), ("1 dag", "2026-10-24", "2026-10-25"),
    ("7 dagen", "2026-10-19", "2026-10-26"),
  ])
  func `a raw end is counted literally`(length: String, start: String, end: String) throws {
    #expect(try count(length, start, .eigenRegel).raw == day(end))
  }

  @Test func `the rule for month ends is among the sources when it decides`() throws {
    #expect(try count("1 maand", "2026-01-31", .eigenRegel).sources == ["maandeinde: laatste dag van de maand (N-1)"])
    #expect(try count("1 maand", "2026-01-28", .eigenRegel).sources == [])
  }

  @Test func `hours pass whatever the clock says`() throws {
    let rule = TermRule(.of(24, .uren), .eigenRegel)
    let spring = try TermCalculation(rule, from: Instant("2026-03-28T12:00:00+01:00"), by: Kalender())
    #expect(try spring.endMoment == Instant("2026-03-29T13:00:00+02:00"))
    #expect(spring.sum.nl == "24 uur na 28 maart 12:00 = 29 maart 13:00")
    let autumn = try TermCalculation(rule, from: Instant("2026-10-24T12:00:00+02:00"), by: Kalender())
    #expect(try autumn.endMoment == Instant("2026-10-25T11:00:00+01:00"))
  }

  @Test func `a municipality's own working days and closures count`() throws {
    let carnaval = Sluitingsdag(try day("2026-02-16"), "Carnaval")
    let closed = Kalender(closures: [carnaval])
    #expect(try count("1 werkdag", "2026-02-13", .eigenRegel).raw == day("2026-02-16"))
    #expect(try count("1 werkdag", "2026-02-13", .eigenRegel, .after, closed).raw == day("2026-02-17"))
    // Never a holiday of the law.
    #expect(try count("7 dagen", "2026-02-09", .wet, .after, closed).latest == day("2026-02-16"))
    let fourDays = Kalender(
      werkdag: Werkdagdefinitie(
        name: Text("ma–do"), weekdays: [.monday, .tuesday, .wednesday, .thursday], holidaysAreFree: true,
        equatedDaysAreFree: true))
    #expect(try count("5 werkdagen", "2026-03-02", .eigenRegel, .after, fourDays).raw == day("2026-03-10"))
    #expect(try count("5 werkdagen", "2026-03-02", .eigenRegel).raw == day("2026-03-09"))
    #expect(try count("5 werkdagen", "2026-03-02", .eigenRegel, .after, fourDays).sources == ["ma–do"])
    let equated = Kalender(
      werkdag: Werkdagdefinitie(
        name: Text("Atw"), weekdays: Werkdagdefinitie.standaard.weekdays, holidaysAreFree: true,
        equatedDaysAreFree: true))
    #expect(try count("7 werkdagen", "2024-12-20", .eigenRegel, .after, equated).raw == day("2025-01-06"))
  }

  @Test func `an extension of the same unit is counted from the start`() throws {
    let rule = TermRule(.of(1, .maanden), .wet).extended(by: .of(1, .maanden))
    let end = try TermCalculation(rule, from: day("2026-01-31"), by: Kalender())
    #expect(try end.raw == day("2026-03-31"))
    #expect(end.sum.nl == "1 maand, verlengd met 1 maand na 31 januari = 31 maart")
    let mixed = TermRule(.of(8, .weken), .eigenRegel).extended(by: .of(10, .dagen))
    #expect(try TermCalculation(mixed, from: day("2024-06-03"), by: Kalender()).raw == day("2024-08-08"))
    // Judged as a whole: 6 weeks and 6 weeks are 12, 8 and 6 are more than 12.
    let twelve = TermRule(.of(6, .weken), .wet).extended(by: .of(6, .weken))
    #expect(try TermCalculation(twelve, from: day("2026-03-01"), by: Kalender()).latest == day("2026-05-26"))
    let more = TermRule(.of(8, .weken), .wet).extended(by: .of(6, .weken))
    #expect(try !TermCalculation(more, from: day("2026-03-01"), by: Kalender()).isExtendedByLaw)
    #expect(throws: TermProblem.hoursAndDays) {
      try TermCalculation(rule.extended(by: .of(2, .uren)), from: day("2026-01-31"), by: Kalender())
    }
  }

  // B14: with the spaces that come along when it is copied.
  @Test(arguments: [
    ("1,5 jaar", 18, TermUnit.maanden), ("1.5 jaar", 18, .maanden), ("0,5 jaar", 6, .maanden), ("P1M", 1, .maanden),
    ("P2Y", 2, .jaren), ("P8W", 8, .weken), ("7 kalenderdagen", 7, .dagen), ("1 kalenderdag", 1, .dagen),
  ])
  func `F36: lengths are read as sources and events write them`(text: String, count: Int, unit: TermUnit) throws {
    #expect(try TermLength(text) == TermLength(count, unit))
  }

  @Test func `F19: closures and working days of a municipality's own do not lengthen a statutory term`() throws {
    let closed = Kalender(closures: [Sluitingsdag(try day("2026-05-12"), "verhuizing")])
    for (basis, end) in [(TermRule.Basis.wet, "2026-05-19"), (.eigenRegel, "2026-05-20")] {
      let start = try day("2026-05-11")
      let length = try TermLength("5 werkdagen")
      #expect(try TermRule(length, basis).rawEnd(from: start, by: closed) == day(end))
    }
  }

  @Test(arguments: [
    ("2024-02-29", "P1Y", "2025-03-01"), ("2024-08-31", "P6M", "2025-03-01"), ("2024-05-23", "P4Y", "2028-05-23"),
    ("2024-02-29", "P4Y", "2028-02-29"), ("2025-01-01", "P1Y", "2026-01-01"),
  ])
  func `F32: a period that begins on a day ends with the day before the first day after it`(
    from: String, length: String, after: String
  ) throws {
    let length = try #require(Tijdsduur(length))
    #expect(try day(from).firstDay(after: length) == day(after))
  }

  @Test(arguments: ["7 dagen", "7d", "7 d", "7 days", "7 DAGEN", "7\u{A0}dagen", " 7 dagen", "7 dagen\n", "7  dagen"])
  func `a length is read in many spellings`(text: String) throws { #expect(try TermLength(text) == .of(7, .dagen)) }

  @Test(arguments: [
    "", "7", "dagen", "0 dagen", "-7 dagen", "7 nachten", "7,5 uur", "100000 dagen", "7 dagen 2 uur", "٧ dagen",
    "dagen 7", "7 7 dagen", "7d dagen", " ",
  ])
  func `what is no length is refused`(text: String) {
    #expect(throws: TermProblem.malformedLength(text)) { try TermLength(text) }
  }

  @Test func `an end outside the calendar is an error`() throws {
    #expect(throws: TermProblem.outOfRange) { try count("1 dag", "9999-12-31", .eigenRegel) }
    #expect(throws: TermProblem.outOfRange) { try count("1 maand", "0000-01-31", .eigenRegel, .before) }
    #expect(throws: TermProblem.outOfRange) { try count("99999 jaar", "2026-01-01", .eigenRegel) }
  }

  @Test func `the raw end is known where the Termijnenwet is not`() throws {
    // Saturday 28 March 2020: whether the Monday after it was equated is not in the table.
    let rule = TermRule(.of(1, .maanden), .wet)
    #expect(throws: TermProblem.self) { try TermCalculation(rule, from: day("2020-02-28"), by: Kalender()) }
    #expect(try rule.rawEnd(from: day("2020-02-28"), by: Kalender()) == day("2020-03-28"))
    #expect(throws: TermProblem.outOfRange) { try rule.rawEnd(from: day("9999-12-31"), by: Kalender()) }
    #expect(throws: TermProblem.hoursAndDays) {
      try TermRule(.of(1, .uren), .wet).rawEnd(from: day("2020-02-28"), by: Kalender())
    }
  }
}
