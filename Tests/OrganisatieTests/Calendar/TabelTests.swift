import Governance
import Ledger
import Testing

@testable import Organisatie

/// The table of equated days as an event: old deadlines are counted with the table then in force.
struct TabelTests {
  let world: OrganisatieWorld
  let old: GelijkgesteldeDagen

  init() throws {
    world = try OrganisatieWorld()
    old = try GelijkgesteldeDagen(version: "2025-1")
  }

  private func statutory(_ length: String, from start: String) throws -> TermCalculation {
    try TermCalculation(
      TermRule(try TermLength(length), .wet), from: CalendarDate(start), by: world.calendar(start))
  }

  @Test func `the table comes back from the log with every decree and day`() throws {
    for table in GelijkgesteldeDagen.versions { try world.append(try world.table(table)) }
    let recorded = try world.read { try Kalenders($0.views).tabellen }
    #expect(recorded.map(\.tabel) == GelijkgesteldeDagen.versions)
    #expect(recorded.map(\.herkomst) == Array(repeating: "verzonnen", count: recorded.count))
  }

  @Test func `a deadline is counted with the table in force when its clock started`() throws {
    // A table that equates another day than the program's own: whose days these are is in the log, not in the program.
    let own = GelijkgesteldeDagen(version: "eigen-1", decrees: [try world.decree(2026...2028, "2027-05-14")])
    try world.append(try world.table(own, on: "2027-05-01"))
    #expect(try statutory("7 dagen", from: "2027-04-30").latest.description == "2027-05-10")
    // Friday 14 May, a weekend and Whit Monday.
    #expect(try statutory("7 dagen", from: "2027-05-07").latest.description == "2027-05-18")
    #expect(try statutory("7 dagen", from: "2027-05-07").calendar.version == "eigen-1")
    // A later table with other days for the same years leaves that clock alone.
    try world.append(try world.table(.present, on: "2027-05-08"))
    #expect(try statutory("7 dagen", from: "2027-05-07").latest.description == "2027-05-18")
    #expect(try statutory("7 dagen", from: "2027-05-08").calendar.version == "2028-1")
  }

  @Test func `a later table adds the years that were not covered when the clock started`() throws {
    try world.append(try world.table(old, on: "2025-01-01"))
    #expect(throws: TermProblem.yearNotCovered(2026, table: "2025-1")) { try statutory("7 dagen", from: "2025-12-26") }
    try world.append(try world.table(.present, on: "2026-01-01"))
    let end = try statutory("7 dagen", from: "2025-12-26")
    #expect(end.latest.description == "2026-01-05" && end.calendar.version == "2025-1+2028-1")
    #expect(try world.calendar("2026-01-01").version == "2028-1")
  }

  @Test func `a version is found by its name, recorded or known to the program`() throws {
    let own = GelijkgesteldeDagen(version: "2031-1", decrees: [try world.decree(2029...2031, "2029-05-11")])
    try world.append(try world.table(own))
    let calendars = try world.read { try Kalenders($0.views) }
    #expect(try calendars.tabel(versie: "2031-1") == own)
    #expect(try calendars.tabel(versie: "2025-1") == old)
    #expect(throws: TermProblem.noSuchTable("2099-9")) { try calendars.tabel(versie: "2099-9") }
  }

  @Test func `a new decree is put behind the table in force`() throws {
    let calendars = try world.read { try Kalenders($0.views) }
    let decree = try #require(try Besluitinvoer.decree("2029-2031", ["2029-05-11", "2030-05-31"]))
    let table = try Besluitinvoer.table("2031-1", decree, calendars, world.today)
    #expect(table.decrees == GelijkgesteldeDagen.present.decrees + [decree])
    #expect(table.coverage == "2017–2019, 2022–2031")
    #expect(try Besluitinvoer.table("2025-1", nil, calendars, world.today) == old)
    #expect(try Besluitinvoer.decree("2029", ["2029-05-11"])?.years == 2029...2029)
    #expect(try Besluitinvoer.decree(nil, []) == nil)
    #expect { try Besluitinvoer.table("2028-1", decree, calendars, world.today) } throws: {
      ($0 as? Failure)?.kind == .badInput && ($0 as? Failure)?.remedy != nil
    }
    #expect { try Besluitinvoer.table("2099-9", nil, calendars, world.today) } throws: {
      ($0 as? Failure)?.kind == .badInput && ($0 as? Failure)?.remedy != nil
    }
  }

  @Test(arguments: [
    ("2031-2029", ["2029-05-11"], "--jaren"), ("2029-", ["2029-05-11"], "--jaren"), ("", ["2029-05-11"], "--jaren"),
    ("2029-2030-2031", ["2029-05-11"], "--jaren"), ("1999", ["1999-05-11"], "--jaren"),
    ("-2029", ["2029-05-11"], "--jaren"), ("2029", [], "--jaren"), (nil, ["2029-05-11"], "--jaren"),
    ("2029", ["2030-05-11"], "11 mei 2030"), ("2029", ["2029-02-30"], "--dag"),
  ])
  func `a decree that is typed wrongly is refused with what was found`(
    years: String?, days: [String], saying words: String
  ) throws {
    #expect { try Besluitinvoer.decree(years, days) } throws: { error in
      (error as? Failure)?.kind == .badInput && (error as? Failure)?.message.nl.contains(words) == true
    }
  }
}
