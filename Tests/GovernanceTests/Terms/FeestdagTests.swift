import Governance
import Ledger
import Testing

@Suite struct FeestdagTests {
  private let calendar = Kalender()

  @Test(arguments: [
    ("2026-01-01", Feestdag.nieuwjaarsdag), ("2026-04-03", .goedeVrijdag), ("2026-04-06", .tweedePaasdag),
    ("2026-04-27", .koningsdag), ("2026-05-05", .bevrijdingsdag), ("2026-05-14", .hemelvaartsdag),
    ("2026-05-25", .tweedePinksterdag), ("2026-12-25", .eersteKerstdag), ("2026-12-26", .tweedeKerstdag),
    // Easter at its earliest of this century but one, and at its latest.
    ("2285-03-23", .tweedePaasdag), ("2038-04-26", .tweedePaasdag), ("2024-03-29", .goedeVrijdag),
  ])
  func `a holiday falls on its day`(iso: String, feestdag: Feestdag) throws {
    #expect(try calendar.vrijeDag(day(iso)) == .feestdag(feestdag))
  }

  @Test func `Koningsdag is on the 26th when the 27th is a Sunday`() throws {
    for year in [2014, 2025, 2031] {
      let sunday = try CalendarDate(year: year, month: 4, day: 27)
      #expect(sunday.weekday == .sunday)
      #expect(try calendar.vrijeDag(sunday) == .weekend(.sunday))
      #expect(try calendar.vrijeDag(sunday.adding(days: -1)) == .feestdag(.koningsdag))
    }
    #expect(try calendar.vrijeDag(day("2026-04-27")) == .feestdag(.koningsdag))
  }

  @Test func `Easter Sunday and Pentecost are Sundays, not holidays of the law`() throws {
    #expect(try calendar.vrijeDag(day("2026-04-05")) == .weekend(.sunday))
    #expect(try calendar.vrijeDag(day("2026-05-24")) == .weekend(.sunday))
  }

  @Test func `the table holds the days of the decrees and no others`() throws {
    let days = GelijkgesteldeDagen.present.decrees.flatMap(\.days).map(\.description).sorted()
    #expect(
      days == [
        "2017-04-28", "2017-05-26", "2018-05-11", "2018-12-24", "2018-12-31", "2019-05-31", "2019-12-27", "2022-05-27",
        "2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30", "2026-01-02", "2026-05-15", "2027-05-07",
        "2028-04-28", "2028-05-26",
      ])
    #expect(GelijkgesteldeDagen.present.coverage == "2017–2019, 2022–2028")
  }

  @Test(arguments: [2016, 2020, 2021, 2029])
  func `a year outside the table is an error that names it`(year: Int) throws {
    let monday = try (1...7).map { try CalendarDate(year: year, month: 3, day: $0) }.first { $0.weekday == .monday }
    #expect(throws: TermProblem.yearNotCovered(year, table: "2028-1")) { try calendar.vrijeDag(#require(monday)) }
    let text = TermProblem.yearNotCovered(year, table: "2028-1").text
    #expect(text.nl.contains("\(year)") && text.en.contains("\(year)"))
  }

  @Test func `a weekend needs no table`() throws {
    #expect(try calendar.vrijeDag(day("2031-03-01")) == .weekend(.saturday))
  }

  @Test func `an earlier version replays: it gives what the present one gives, or says that it does not know`() throws {
    let rule = TermRule(.of(7, .dagen), .wet)
    for table in GelijkgesteldeDagen.versions {
      let old = Kalender(equated: try GelijkgesteldeDagen(version: table.version))
      var counted = 0
      var date = try day("2017-01-01")
      while date.year < 2029 {
        let now = Result { try TermCalculation(rule, from: date, by: calendar).latest }
        if let then = try? TermCalculation(rule, from: date, by: old) {
          #expect(try then.latest == now.get())
          #expect(then.calendar.version == table.version)
          counted += 1
        }
        date = try date.adding(days: 1)
      }
      #expect(counted > 900)
    }
    #expect(throws: TermProblem.yearNotCovered(2026, table: "2025-1")) {
      try count("7 dagen", "2025-12-26", .wet, .after, Kalender(equated: GelijkgesteldeDagen(version: "2025-1")))
    }
    #expect(throws: TermProblem.noSuchTable("2099-9")) { try GelijkgesteldeDagen(version: "2099-9") }
  }

  private func decree(_ years: ClosedRange<Int>, _ days: String...) throws -> GelijkgesteldeDagen.Besluit {
    try #require(GelijkgesteldeDagen.Besluit(years, try days.map { try day($0) }))
  }

  @Test func `a table is completed with years it does not cover, and with nothing else`() throws {
    let first = GelijkgesteldeDagen(version: "a", decrees: [try decree(2026...2028, "2026-01-02")])
    let other = try decree(2028...2028, "2028-04-28")
    let next = try decree(2029...2030, "2029-05-11")
    let later = GelijkgesteldeDagen(version: "b", decrees: [next, other])
    let both = first.completed(by: later)
    #expect(both.version == "a+b" && both.decrees == first.decrees + [next])
    let completed = Kalender(equated: both)
    #expect(try completed.vrijeDag(day("2028-04-28")) == nil)
    #expect(try completed.vrijeDag(day("2029-05-11")) == .gelijkgesteld)
    #expect(both.completed(by: later) == both && first.completed(by: first) == first)
  }

  @Test func `a decree holds the days of its own years, and comes back as it was recorded`() throws {
    #expect(try GelijkgesteldeDagen.Besluit(2026...2028, [day("2029-01-01")]) == nil)
    #expect(GelijkgesteldeDagen.Besluit(2026...2028, [CalendarDate]()) == nil)
    for decree in GelijkgesteldeDagen.present.decrees {
      #expect(GelijkgesteldeDagen.Besluit(json: decree.json) == decree)
      #expect(GelijkgesteldeDagen.Besluit.defaultShape.problem(decree.json) == nil)
    }
  }

  @Test(arguments: [
    #"{"van":2029,"totEnMet":2028,"dagen":["2028-04-28"]}"#, #"{"van":2028,"totEnMet":2028,"dagen":["2029-04-28"]}"#,
    #"{"van":2028,"totEnMet":2028,"dagen":[]}"#, #"{"van":2028,"totEnMet":2028,"dagen":["28 april"]}"#,
    #"{"van":2028,"totEnMet":2028}"#, #"{"van":"2028","totEnMet":2028,"dagen":["2028-04-28"]}"#, "[]",
  ])
  func `what is no decree is not read as one`(text: String) throws {
    #expect(GelijkgesteldeDagen.Besluit(json: try JSON(parsing: text)) == nil)
  }
}
