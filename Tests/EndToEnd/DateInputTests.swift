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
}
