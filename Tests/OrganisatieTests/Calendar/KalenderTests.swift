import Governance
import Ledger
import LedgerCrypto
import Testing

@testable import Organisatie

/// The organisation's own calendar: what was in force when a clock started governs it for good.
struct KalenderTests {
  let world: OrganisatieWorld
  let college: UnlockedKey

  init() throws {
    world = try OrganisatieWorld()
    college = try world.member(.college)
  }

  @Test func `a ledger that recorded nothing counts with the default`() throws {
    #expect(try world.calendar("2026-11-21") == Kalender())
    #expect(try world.count("7 werkdagen", from: "2027-02-01") == "2027-02-10")
  }

  @Test func `a definition of a working day counts for clocks that start from its day on`() throws {
    try world.append(
      try world.workingDays([.maandag, .dinsdag, .woensdag, .donderdag], on: "2027-01-01"), as: college)
    #expect(try world.count("7 werkdagen", from: "2026-12-31") == "2027-01-12")
    #expect(try world.count("7 werkdagen", from: "2027-01-01") == "2027-01-13")
    #expect(try world.calendar("2026-12-31").werkdag == .standaard)
    let werkdag = try world.calendar("2027-01-01").werkdag
    #expect(werkdag.weekdays == [.monday, .tuesday, .wednesday, .thursday])
    #expect(werkdag.name.nl == "werkdag: maandag tot en met donderdag, behalve feestdagen (Werktijden art. 2)")
    #expect(werkdag.name.en == "werkdag: Monday to Thursday, except holidays (Werktijden art. 2)")
  }

  @Test func `of two definitions the later day decides, and on one day the one recorded last`() throws {
    try world.append(try world.workingDays([.maandag], on: "2027-01-01"), as: college)
    try world.append(try world.workingDays([.dinsdag], on: "2026-01-01"), as: college)
    #expect(try world.calendar("2027-06-01").werkdag.weekdays == [.monday])
    #expect(try world.calendar("2026-06-01").werkdag.weekdays == [.tuesday])
    #expect(try world.calendar("2025-12-31").werkdag == .standaard)
    try world.append(try world.workingDays([.woensdag], on: "2027-01-01"), as: college)
    #expect(try world.calendar("2027-06-01").werkdag.weekdays == [.wednesday])
    // What was known before that stays what was known.
    #expect(try world.calendar("2027-06-01", known: .size(4)).werkdag.weekdays == [.monday])
  }

  /// Thursday 31 December 2026; 1 January is a holiday, the decree equates Friday 7 May 2027.
  @Test(arguments: [
    (Dagsoort.vrij, Dagsoort.werkdag, "2026-12-31", "2027-01-04"), (.werkdag, .werkdag, "2026-12-31", "2027-01-01"),
    (.vrij, .werkdag, "2027-05-06", "2027-05-07"), (.vrij, .vrij, "2027-05-06", "2027-05-10"),
    (.werkdag, .vrij, "2027-05-05", "2027-05-06"),
  ])
  func `holidays and equated days are free or not, as determined`(
    feestdagen: Dagsoort, gelijkgesteld: Dagsoort, start: String, end: String
  ) throws {
    try world.append(
      try world.workingDays(on: "2026-12-01", feestdagen: feestdagen, gelijkgesteld: gelijkgesteld), as: college)
    #expect(try world.count("1 werkdag", from: start) == end)
    let name = try world.calendar(start).werkdag.name
    #expect(name.nl.contains("feestdagen") == (feestdagen == .vrij))
    #expect(name.nl.contains("gelijkgestelde dagen") == (gelijkgesteld == .vrij))
  }

  @Test(arguments: [
    ([Weekdag.maandag], "maandag"), ([.dinsdag, .maandag], "maandag en dinsdag"),
    ([.vrijdag, .maandag, .woensdag], "maandag, woensdag en vrijdag"),
    ([.woensdag, .dinsdag, .donderdag], "dinsdag tot en met donderdag"),
    (Weekdag.allCases, "maandag tot en met zondag"),
  ])
  func `the days of the week are named in their order`(days: [Weekdag], names: String) throws {
    try world.append(try world.workingDays(days, feestdagen: .werkdag), as: college)
    #expect(try world.calendar("2026-11-21").werkdag.name.nl == "werkdag: \(names) (Werktijden art. 2)")
    #expect(try world.calendar("2026-11-21").werkdag.weekdays.count == days.count)
  }

  @Test func `a closing counts for clocks that start after it was decided and before it was withdrawn`() throws {
    let closing = try world.append(try world.closing("2027-02-08", on: "2026-12-01"))[0].stream
    #expect(try world.count("1 werkdag", from: "2027-02-05") == "2027-02-09")
    try world.append(try world.opening(closing, on: "2027-01-15"))
    for (start, isClosed) in [
      ("2026-11-30", false), ("2026-12-01", true), ("2027-01-14", true), ("2027-01-15", false), ("2027-02-05", false),
    ] {
      let expected = isClosed ? [Sluitingsdag(try CalendarDate("2027-02-08"), "Carnaval")] : []
      #expect(try world.calendar(start).closures == expected, "\(start)")
    }
    try world.append(try world.closing("2027-02-08", on: "2027-01-20"))
    #expect(try world.calendar("2027-02-05").closures.count == 1)
  }

  @Test func `a closing is never a holiday for the Termijnenwet`() throws {
    try world.append(try world.closing("2027-02-08"))
    let calendar = try world.calendar("2027-02-01")
    #expect(try calendar.vrijeDag(CalendarDate("2027-02-08")) == nil)
    let end = try TermCalculation(TermRule(.of(7, .dagen), .wet), from: CalendarDate("2027-02-01"), by: calendar)
    #expect(end.latest == end.raw && end.raw.description == "2027-02-08")
  }

  @Test(arguments: ["2026", "2026-11", "XXXX", "2026-11-21~"])
  func `the calendar changes on one exact day`(date: String) throws {
    try world.expectRefusal(.badInput) { try world.append(try world.workingDays(on: date), as: college) }
    try world.expectRefusal(.badInput) { try world.append(try world.closing("2027-02-08", on: date)) }
    try world.expectRefusal(.badInput) { try world.append(try world.table(.present, on: date)) }
  }

  @Test func `the secretariat records closing days and tables, and determines no working days`() throws {
    try world.expectRefusal(.notPermitted) { try world.append(try world.workingDays()) }
    try world.append(try world.closing("2027-02-08"), try world.table(.present))
    let beheerder = try world.member(.beheerder)
    try world.expectRefusal(.notPermitted) { try world.append(try world.closing("2027-02-09"), as: beheerder) }
    try world.expectRefusal(.badInput) { try world.append(try world.workingDays([]), as: college) }
    try world.expectRefusal(.badInput) { try world.append(try world.closing("2027-02-09", reden: " ")) }
  }

  @Test func `a clock of which the start is not known exactly has the calendar of the earliest day`() throws {
    try world.append(try world.workingDays([.maandag], on: "2027-01-01"), as: college)
    func calendar(_ start: TermStart) throws -> Kalender {
      try world.read { try Kalenders($0.views).kalender(voor: start) }
    }
    #expect(try calendar(.day(ImpreciseDate("2027"))).werkdag.weekdays == [.monday])
    #expect(try calendar(.day(ImpreciseDate("2026-12-31/.."))).werkdag == .standaard)
    #expect(try calendar(.day(ImpreciseDate("../2027-02-01"))).werkdag.weekdays == [.monday])
    #expect(try calendar(.moment(Instant("2026-12-31T23:30:00Z"))).werkdag.weekdays == [.monday])
    #expect(try calendar(.missing(Text("-"))) == Kalender())
    #expect(try calendar(.day(.unknown)) == Kalender())
  }
}
