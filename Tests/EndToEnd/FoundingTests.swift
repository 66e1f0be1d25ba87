import Foundation
import TestBench
import Testing

struct FoundingTests {
  @Test func `Founding prints the public key of the log and leaves a whole ledger`() throws {
    let bench = try Bench()
    try bench.run("key", "new", "secretariaat", "--rol", "secretariaat").orThrow()
    let outcome = try bench.run(
      "init", bench.ledger, "--origin", Bench.origin, "--organisatie", "Gemeente Voorbeeld", "--als", "secretariaat")
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.hasPrefix(Bench.origin + "+"), "a vkey begins with the origin: \(outcome.output)")
    let files = Set(try FileManager.default.contentsOfDirectory(atPath: bench.ledger))
    #expect(files.isSuperset(of: ["log.sqlite", "vault.sqlite", "log.key"]))
    let mode =
      try FileManager.default.attributesOfItem(atPath: bench.ledger + "/log.key")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `Founding as JSON names origin, vkey and directory`() throws {
    let bench = try Bench()
    try bench.run("key", "new", "griffie", "--rol", "griffier").orThrow()
    let outcome = try bench.run(
      "init", bench.ledger, "--origin", Bench.origin, "--organisatie", "Gemeente Voorbeeld", "--als", "griffie",
      "--json")
    let object = try #require(try outcome.json().first)
    #expect(object["origin"] as? String == Bench.origin)
    #expect((object["vkey"] as? String)?.hasPrefix(Bench.origin + "+") == true)
    #expect(object["ledger"] as? String == bench.ledger)
  }

  @Test func `A dry run founds nothing`() throws {
    let bench = try Bench()
    try bench.run("key", "new", "secretariaat", "--rol", "secretariaat").orThrow()
    let outcome = try bench.run(
      "init", bench.ledger, "--origin", Bench.origin, "--organisatie", "Gemeente Voorbeeld", "--als", "secretariaat",
      "--dry-run")
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: bench.ledger))
  }

  @Test func `A role that keeps no keys cannot found a ledger, and nothing is left`() throws {
    let bench = try Bench()
    try bench.run("key", "new", "college", "--rol", "college").orThrow()
    let outcome = try bench.run(
      "init", bench.ledger, "--origin", Bench.origin, "--organisatie", "Gemeente Voorbeeld", "--als", "college")
    expectRefusal(outcome, Exit.notPermitted, saying: "GrootboekGeopend")
    #expect(!FileManager.default.fileExists(atPath: bench.ledger))
  }

  @Test func `A dry run of what would be refused is refused, and nothing is left`() throws {
    let bench = try Bench()
    try bench.run("key", "new", "college", "--rol", "college").orThrow()
    let outcome = try bench.run(
      "init", bench.ledger, "--origin", Bench.origin, "--organisatie", "Gemeente Voorbeeld", "--als", "college",
      "--dry-run")
    expectRefusal(outcome, Exit.notPermitted, saying: "GrootboekGeopend")
    #expect(!FileManager.default.fileExists(atPath: bench.ledger))
  }
}
