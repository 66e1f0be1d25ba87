import Foundation
import TestBench
import Testing

/// A ledger that went on under another log key, as everybody who reads it from outside finds it.
@Suite(.enabled(if: Python.isExpected, Python.reason))
struct RestoredLedgerTests {
  /// A municipality whose `log.key` was lost, restored in the place of the one before.
  private static let restored = PreparedBench {
    let bench = try Bench.gemeenteToChange()
    let kept = try bench.inLedger("checkpoint").orThrow().output
    try bench.write(kept, to: "bewaard.checkpoint")
    try bench.write(try bench.inLedger("checkpoint", "--vkey").orThrow().output, to: "oud.vkey")
    try FileManager.default.moveItem(atPath: bench.ledger, toPath: bench.path("weg"))
    try FileManager.default.removeItem(atPath: bench.path("weg/log.key"))
    try bench.run("herstel", bench.path("weg"), bench.ledger, "--verder", "--als", "secretariaat").orThrow()
    try bench.type("herstel bevestig", als: "gemeentesecretaris").orThrow()
    try bench.write(try bench.inLedger("checkpoint", "--vkey").orThrow().output, to: "nieuw.vkey")
    return bench
  }

  @Test(arguments: ["oud.vkey", "nieuw.vkey"]) func `Both verifiers find it in order, by either key`(_ key: String)
    throws
  {
    let bench = try Self.restored.toRead()
    let own = try Python.run(
      "../../Tools/verify", bench.ledger, "--sleutel", bench.path(key), "--vertrouw", bench.path("bewaard.checkpoint"),
      on: bench)
    #expect(own.exitCode == 0, "\(own)")
    try bench.inLedger(
      "verify", "--sleutel", bench.path(key), "--vertrouw", bench.path("bewaard.checkpoint")
    ).orThrow()
  }

  @Test(.enabled(if: Browser.isExpected, Browser.reason))
  func `The page that checks the site follows how the log got its key`() throws {
    let bench = try Self.restored.copy()
    try bench.type("publiceer site", als: "secretariaat").orThrow()
    let said = try Controle.check(bench.path("site"), only: "nothing", on: bench)
    #expect(said.count == 1 && said.allSatisfy { $0.outcome == "klopt" && $0.general.isEmpty }, "\(said)")
  }

  @Test func `A bundle of it is in order for both, with a checkpoint from before`() throws {
    let bench = try Self.restored.copy()
    try bench.inLedger(
      "bundel", "maak", bench.path("bundel"), "--gebeurtenis", "4", "--sinds", bench.path("bewaard.checkpoint"),
      als: "secretariaat"
    ).orThrow()
    for key in ["oud.vkey", "nieuw.vkey"] {
      try bench.run("bundel", "controleer", bench.path("bundel"), "--sleutel", bench.path(key)).orThrow()
      let own = try Python.run("../../Tools/verify", bench.path("bundel"), "--sleutel", bench.path(key), on: bench)
      #expect(own.exitCode == 0, "\(own)")
    }
  }

  @Test func `A log key that it does not name is found by both`() throws {
    let bench = try Self.restored.copy()
    try bench.run(
      "init", bench.path("anders"), "--origin", Bench.origin, "--organisatie", "Elders", "--als", "secretariaat"
    ).orThrow()
    let vkey = try bench.run("checkpoint", "--vkey", "--ledger", bench.path("anders")).orThrow().output
    try bench.write(vkey, to: "ander.vkey")
    let own = try Python.run("../../Tools/verify", bench.ledger, "--sleutel", bench.path("ander.vkey"), on: bench)
    #expect(own.exitCode == 1 && own.output.contains("log-key-other"), "\(own)")
    let its = try bench.inLedger("verify", "--sleutel", bench.path("ander.vkey"))
    #expect(its.exitCode == 1 && its.output.contains("log-key-other"), "\(its)")
  }
}
