import Foundation
import TestBench
import Testing

/// Dates as people type them.
struct DateInputTests {
  @Test(arguments: ["1-2-2026", "01-02-2026", "1 februari 2026", "1 feb 2026", "1-feb-2026"])
  func `U3: a day is read as it is written in the Netherlands`(typed: String) throws {
    let bench = try Bench()
    func end(_ day: String) throws -> String {
      try bench.run("termijn", "bereken", "--duur", "7 dagen", "--vanaf", day, "--wettelijk").orThrow().output
    }
    #expect(try end(typed) == end("2026-02-01"))
  }

  @Test func `U3: a month, and the words for the days around today, are dates of effect`() throws {
    let bench = try Bench.founded()
    var position = 3
    func op(_ typed: String) throws -> String? {
      try bench.inLedger("organisatie", "orgaan", "Orgaan \(position)", "--op", typed, als: "secretariaat").orThrow()
      defer { position += 1 }
      return try bench.inLedger("show", "\(position)", "--json").orThrow().json().first?["op"] as? String
    }
    let format = ISO8601DateFormatter()
    format.timeZone = TimeZone(identifier: "Europe/Amsterdam")
    format.formatOptions = [.withFullDate]
    let now = Date()
    #expect(try op("februari 2026") == "2026-02")
    let before = format.string(from: now)
    let today = try op("vandaag")
    // Around midnight it can have become another day while this ran.
    #expect(today == before || today == format.string(from: Date()))
    let yesterday = try op("gisteren")
    #expect(
      [now, Date()].map { format.string(from: $0.addingTimeInterval(-86_400)) }.contains(yesterday ?? ""))
  }

  @Test(arguments: ["30-2-2026", "1/2/2026", "32 januari 2026", "1 fabruari 2026", "1-2-26", "overmorgen"])
  func `what is no day in the Netherlands either is refused, and nothing is written`(typed: String) throws {
    let bench = try Bench.founded()
    let before = bench.snapshot()
    let outcome = try bench.inLedger("organisatie", "orgaan", "Raad", "--op", typed, als: "secretariaat")
    #expect(outcome.exitCode == Exit.badInput && outcome.errors.contains("--op"), "\(outcome)")
    #expect(bench.snapshot() == before)
  }

  @Test func `U3: the words for days do for every option and argument that takes a date, and for nothing else`() throws
  {
    let bench = try Bench.founded()
    let format = ISO8601DateFormatter()
    format.timeZone = TimeZone(identifier: "Europe/Amsterdam")
    format.formatOptions = [.withFullDate]
    func day(_ offset: Double) -> Set<String> {
      // Around midnight it can have become another day while this ran.
      Set([0, 60].map { format.string(from: Date().addingTimeInterval(offset * 86_400 - $0)) })
    }
    for typed in [["--vanaf", "gisteren"], ["--vanaf=Gisteren"]] {
      let told = try bench.run(["termijn", "bereken", "--duur", "7 dagen"] + typed + ["--json"]).orThrow()
      #expect(day(-1).contains { told.output.contains($0) }, "\(told)")
    }
    try bench.inLedger("organisatie", "functie", "Vandaag", "--op", "2024-01-01", als: "secretariaat").orThrow()
    try bench.inLedger(
      "organisatie", "bekleed", "vandaag", "--naam", "morgen", "--op", "eergisteren", "--tot-en-met", "morgen",
      als: "secretariaat"
    ).orThrow()
    let held = try #require(try bench.events("FunctieBekleed").first)
    #expect(day(-2).contains(held["op"] as? String ?? ""))
    #expect(day(1).contains((held["data"] as? [String: Any])?["tot"] as? String ?? ""), "\(held)")
    #expect(try bench.inLedger("organisatie", "lijst", als: "secretariaat").output.contains("morgen"))
    try bench.inLedger("organisatie", "sluit", "morgen", "--reden", "vandaag", als: "secretariaat").orThrow()
    let closed = try #require(try bench.events("SluitingsdagVastgelegd").first?["data"] as? [String: Any])
    #expect(day(1).contains(closed["dag"] as? String ?? ""), "\(closed)")
    #expect(try bench.inLedger("organisatie", "lijst", "--bekend", "gisteren").exitCode == Exit.notFound)
  }

  @Test func `U3: what has happened on a day to come is asked about, and what may lie ahead is not`() throws {
    let bench = try Bench.founded()
    let text = try bench.write("tekst", to: "gc.txt")
    let draft = [
      "beleid", "ontwerp", text, "--kenmerk", "gc", "--titel", "Gedragscode", "--soort", "gedragscode",
      "--instemming", "onbekend", "--op", "2999-12-31",
    ]
    let asked = try bench.expectNothingWritten { try bench.inLedger(draft, als: "secretariaat") }
    expectRefusal(asked, Exit.usage, saying: "31 december 2999 ligt in de toekomst", "--yes")
    let judged = try bench.expectNothingWritten { try bench.inLedger(draft + ["--dry-run"], als: "secretariaat") }
    #expect(judged.exitCode == Exit.done, "\(judged)")
    try bench.inLedger(draft + ["--yes"], als: "secretariaat").orThrow()
    try bench.inLedger("organisatie", "functie", "Bode", "--op", "2999-12-31", als: "secretariaat").orThrow()
  }
}
