import Foundation
import TestBench
import Testing

/// What a day at the secretariat begins with.
struct TodayTests {
  private func lines(_ bench: Bench) throws -> [[String: Any]] {
    try bench.inLedger("vandaag", "--json").orThrow().json()
  }

  @Test func `U12: what waits on whom is told over all subjects, and the command that is shown settles it`() throws {
    let bench = try Bench.instemmingGevraagd(op: "2026-01-05")
    let consent = try #require(
      try lines(bench).first { $0["over"] as? String == "gc@1" && $0["groep"] as? String == "wacht" })
    #expect(consent["wie"] as? String == "ondernemingsraad" && consent["sinds"] as? String == "2026-01-05")
    let shown = try bench.inLedger("vandaag").orThrow().output
    let command = try #require(consent["opdracht"] as? String)
    for words in ["Wacht op iemand", "gc@1: gevraagde instemming, niet beantwoord", command, "sinds 5 januari 2026"] {
      #expect(shown.contains(words), "\(words): \(shown)")
    }
    #expect(command.hasPrefix("waarborg "))
    try bench.type(String(command.dropFirst("waarborg ".count)), als: "ondernemingsraad").orThrow()
    #expect(try !lines(bench).contains { $0["over"] as? String == "gc@1" && $0["groep"] as? String == "wacht" })
  }

  @Test func `U11: where the rules ask for permission beforehand, asking comes before deciding`() throws {
    let bench = try Bench.full()
    let openstaand = try bench.inLedger("nevenfunctie", "openstaand", "--json").orThrow().json()
    let vandaag = try lines(bench)
    for item in openstaand.prefix(10) {
      let handle = try #require(item["handle"] as? String)
      #expect(vandaag.contains { $0["over"] as? String == handle }, "\(handle)")
    }
  }

  @Test func `the age of the backup is told until there is one, and status shows the counts`() throws {
    let bench = try Bench.founded()
    func backup() throws -> [String: Any]? { try lines(bench).first { $0["over"] as? String == "reservekopie" } }
    #expect(try backup()?["opdracht"] as? String == "waarborg backup MAP")
    try bench.inLedger("backup", bench.path("kopie")).orThrow()
    #expect(try backup() == nil)
    try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat").orThrow()
    let wat = try #require(try backup()?["wat"] as? String)
    #expect(wat.contains("1 gebeurtenis"))
    let status = try bench.inLedger("status").orThrow()
    #expect(status.output.contains("Vandaag:") && status.output.contains("waarborg vandaag"), "\(status)")
  }

  @Test func `the age of the checkpoint that was kept elsewhere is told, and showing the log's key is no such thing`()
    throws
  {
    let bench = try Bench.founded()
    func checkpoint() throws -> [String: Any]? {
      try lines(bench).first { $0["over"] as? String == "controlepunt" }
    }
    try bench.inLedger("checkpoint", "--vkey").orThrow()
    #expect(try checkpoint()?["opdracht"] as? String == "waarborg checkpoint")
    try bench.inLedger("checkpoint").orThrow()
    #expect(try checkpoint() == nil)
    try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat").orThrow()
    let line = try #require(try checkpoint())
    #expect(try #require(line["wat"] as? String).contains("1 gebeurtenis sinds"), "\(line)")
    #expect(line["sinds"] as? String != nil)
  }

  @Test func `another choice for the site is something to publish`() throws {
    let bench = try Bench.publishing()
    try bench.publish().orThrow()
    func site() throws -> [[String: Any]] { try lines(bench).filter { $0["over"] as? String == "site" } }
    #expect(try site().isEmpty)
    try bench.inLedger("publicatie", "instel", "--zoekmachines", "weigeren", als: "secretariaat").orThrow()
    #expect(try site().map { $0["opdracht"] as? String } == ["waarborg publiceer MAP"])
  }

  @Test func `a ledger in which nothing waits says so`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("backup", bench.path("kopie")).orThrow()
    try bench.inLedger("checkpoint").orThrow()
    #expect(try lines(bench).isEmpty)
    #expect(try bench.inLedger("vandaag").orThrow().output.contains("wacht er niets"))
  }
}
