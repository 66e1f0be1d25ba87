import Foundation
import TestBench
import Testing

/// A ledger of which part is lost for good, or whose `log.key` is: it goes on under a new log key, as two registrars sign.
struct RestoredTests {
  /// A ledger with a second registrar and a backup, to which one event was added since.
  private func bench() throws -> Bench {
    let bench = try Bench.founded()
    try bench.run("key", "new", "beheerder", "--rol", "beheerder").orThrow()
    try bench.inLedger("key", "register", "beheerder", als: "secretariaat").orThrow()

    try bench.inLedger("backup", bench.path("maandag")).orThrow()
    try bench.inLedger("organisatie", "orgaan", "Een", als: "secretariaat").orThrow()
    return bench
  }

  private func at(_ name: String, _ bench: Bench, _ arguments: String..., als key: String? = nil) throws -> Outcome {
    try bench.run(arguments + ["--ledger", bench.path(name)] + (key.map { ["--als", $0] } ?? []))
  }

  private func restored(_ bench: Bench) throws -> Outcome {
    try FileManager.default.moveItem(atPath: bench.ledger, toPath: bench.path("weg"))
    return try bench.run(
      "herstel", bench.path("maandag"), bench.path("terug"), "--verder", "--als", "secretariaat")
  }

  @Test func `U22: what stays lost is named for ever, and the ledger goes on under a key that two registrars sign for`()
    throws
  {
    let bench = try bench()
    let lost = try bench.inLedger("checkpoint").orThrow().output
    let old = try bench.inLedger("checkpoint", "--vkey").orThrow().output
    try bench.write(lost, to: "verloren.checkpoint")
    try bench.write(try at("maandag", bench, "checkpoint").orThrow().output, to: "maandag.checkpoint")
    let outcome = try restored(bench).orThrow()
    #expect(outcome.errors.contains("als nummer 4 tot en met 4 was vastgelegd, is verloren"), "\(outcome)")
    #expect(outcome.errors.contains("herstel bevestig"), "\(outcome)")

    // Nothing goes on before the second has signed, and the first is not the second.
    let before = bench.snapshot("terug")
    let early = try at("terug", bench, "organisatie", "orgaan", "Twee", als: "secretariaat")
    #expect(early.exitCode == Exit.refused && early.errors.contains("ORG-HERSTEL"), "\(early)")
    let alone = try at("terug", bench, "herstel", "bevestig", als: "secretariaat")
    #expect(alone.exitCode == Exit.refused && alone.errors.contains("ORG-HERSTEL-TWEEDE"), "\(alone)")
    #expect(bench.snapshot("terug") == before)
    try at("terug", bench, "herstel", "bevestig", als: "beheerder").orThrow()
    try at("terug", bench, "organisatie", "orgaan", "Twee", als: "secretariaat").orThrow()

    let verified = try at("terug", bench, "verify").orThrow()
    #expect(verified.output.contains("Hersteld: met nummer 4 ging het log verder"), "\(verified)")
    let new = try at("terug", bench, "checkpoint", "--vkey").orThrow().output
    #expect(new != old)
    // By the key of the founding and by the new one, and not by any other.
    for key in [old, new] {
      try bench.write(key, to: "vkey")
      try at("terug", bench, "verify", "--sleutel", bench.path("vkey")).orThrow()
    }
    // What somebody kept: of before it is a beginning, of what was lost it is told as that.
    try at("terug", bench, "verify", "--vertrouw", bench.path("maandag.checkpoint")).orThrow()
    let kept = try at("terug", bench, "verify", "--vertrouw", bench.path("verloren.checkpoint"))
    #expect(kept.exitCode == Exit.foundWanting && kept.output.contains("trusted-lost"), "\(kept)")
    // A copy of it is made as of any other, and its proofs hold.
    try at("terug", bench, "kopie", bench.path("kopie"), "--voor", "college").orThrow()
    try at("kopie", bench, "verify").orThrow()
  }

  @Test func `who had seen more accepts it by hand, and not before the second has signed`() throws {
    let bench = try bench()
    // Another machine, which saw all there was.
    let other = try Bench()
    try FileManager.default.copyItem(atPath: bench.ledger, toPath: other.path("kopie"))
    try other.run("status", "--ledger", other.path("kopie")).orThrow()
    try restored(bench).orThrow()
    func carried() throws {
      try? FileManager.default.removeItem(atPath: other.path("terug"))
      try FileManager.default.copyItem(atPath: bench.path("terug"), toPath: other.path("terug"))
    }
    try carried()
    let accept = ["herstel", "aanvaard", "--ledger", other.path("terug"), "--yes"]
    let early = try other.run(accept)
    #expect(early.exitCode == Exit.refused && early.errors.contains("nog niet door een tweede"), "\(early)")
    try at("terug", bench, "herstel", "bevestig", als: "beheerder").orThrow()
    try carried()
    let refused = try other.run("status", "--ledger", other.path("terug"))
    #expect(refused.exitCode == Exit.foundWanting, "\(refused)")
    let asked = try other.run("herstel", "aanvaard", "--ledger", other.path("terug"))
    #expect(asked.exitCode == Exit.usage && asked.errors.contains("Hier waren 5 gebeurtenissen gezien"), "\(asked)")
    try other.run(accept).orThrow()
    try other.run("status", "--ledger", other.path("terug")).orThrow()
    try other.run("verify", "--ledger", other.path("terug")).orThrow()
    // The one before is now the other history.
    #expect(try other.run("status", "--ledger", other.path("kopie")).exitCode == Exit.foundWanting)
  }

  @Test func `a ledger that was founded anew, or rewritten before the restoration, is not accepted`() throws {
    let bench = try bench()
    let outcome = try bench.inLedger("herstel", "aanvaard", "--yes")
    #expect(outcome.exitCode == Exit.refused && outcome.errors.contains("niet hersteld"), "\(outcome)")

    // An insider with both keys goes back further than it says: to before what this machine saw.
    let other = try Bench()
    try bench.inLedger("backup", bench.path("dinsdag")).orThrow()
    try FileManager.default.copyItem(atPath: bench.path("dinsdag"), toPath: other.path("gezien"))
    try other.run("status", "--ledger", other.path("gezien")).orThrow()
    try FileManager.default.removeItem(atPath: bench.path("state"))
    for name in ["Anders", "Nog een"] {
      try at("maandag", bench, "organisatie", "orgaan", name, als: "secretariaat").orThrow()
    }
    try FileManager.default.removeItem(atPath: bench.path("maandag/log.key"))
    try bench.run(
      "herstel", bench.path("maandag"), bench.path("terug"), "--verder", "--als", "secretariaat"
    ).orThrow()
    try at("terug", bench, "herstel", "bevestig", als: "beheerder").orThrow()
    try FileManager.default.copyItem(atPath: bench.path("terug"), toPath: other.path("terug"))
    let refused = try other.run("herstel", "aanvaard", "--ledger", other.path("terug"), "--yes")
    #expect(refused.exitCode == Exit.foundWanting && refused.errors.contains("geen herstel maar"), "\(refused)")
  }

  @Test func `the same way out when log.key is lost: nothing is lost but the key`() throws {
    let bench = try bench()
    try FileManager.default.removeItem(atPath: bench.ledger + "/log.key")
    #expect(try bench.inLedger("organisatie", "orgaan", "Twee", als: "secretariaat").exitCode != 0)
    let outcome = try bench.run(
      "herstel", bench.ledger, bench.path("terug"), "--verder", "--als", "secretariaat"
    ).orThrow()
    #expect(outcome.errors.contains("er is niets verloren, voor zover bekend"), "\(outcome)")
    try at("terug", bench, "herstel", "bevestig", als: "beheerder").orThrow()
    try at("terug", bench, "organisatie", "orgaan", "Twee", als: "secretariaat").orThrow()
    try at("terug", bench, "verify").orThrow()
    #expect(
      try FileManager.default.attributesOfItem(atPath: bench.path("terug/log.key"))[.posixPermissions] as? Int == 0o600)
  }

  @Test func `where nothing is lost and log.key is there, nothing goes on under another`() throws {
    let bench = try bench()
    try bench.inLedger("backup", bench.path("dinsdag")).orThrow()
    let outcome = try bench.run(
      "herstel", bench.path("dinsdag"), bench.path("terug"), "--verder", "--als", "secretariaat")
    #expect(
      outcome.exitCode == Exit.refused && outcome.errors.contains("niets verloren en log.key is er"), "\(outcome)")
    try at("terug", bench, "organisatie", "orgaan", "Twee", als: "secretariaat").orThrow()
  }

  @Test func `with one registrar it goes on, and that is said`() throws {
    let bench = try Bench.founded()
    try FileManager.default.removeItem(atPath: bench.ledger + "/log.key")
    let outcome = try bench.run(
      "herstel", bench.ledger, bench.path("terug"), "--verder", "--als", "secretariaat"
    ).orThrow()
    #expect(outcome.errors.contains("door één sleutelbeheerder"), "\(outcome)")
    try at("terug", bench, "organisatie", "orgaan", "Twee", als: "secretariaat").orThrow()
    #expect(try at("terug", bench, "verify").orThrow().output.contains("want er was geen tweede"))
  }

  @Test func `who may not register keys cannot let it go on, and the restored folder keeps the key that it had`() throws
  {
    let bench = try bench()
    try FileManager.default.moveItem(atPath: bench.ledger, toPath: bench.path("weg"))
    let outcome = try bench.run(
      "herstel", bench.path("maandag"), bench.path("terug"), "--verder", "--als", "college")
    #expect(outcome.exitCode != 0, "\(outcome)")
    let key = FileManager.default.contents(atPath: bench.path("terug/log.key"))
    #expect(key != nil && key == FileManager.default.contents(atPath: bench.path("maandag/log.key")))
  }

  @Test func `a copy to read and an update give back what the backup lacks`() throws {
    let bench = try bench()
    try bench.inLedger("kopie", bench.path("kopie"), "--voor", "beheerder").orThrow()
    try bench.inLedger("organisatie", "orgaan", "Twee", als: "secretariaat").orThrow()
    try bench.inLedger("kopie", "bijwerking", bench.path("week.jsonl"), "--voor", "beheerder").orThrow()
    try FileManager.default.removeItem(atPath: bench.ledger)
    let outcome = try bench.run(
      "herstel", bench.path("maandag"), bench.path("terug"), "--met", bench.path("kopie"), "--met",
      bench.path("week.jsonl")
    ).orThrow()
    #expect(outcome.errors.contains("6 gebeurtenissen teruggezet"), "\(outcome)")
    #expect(outcome.errors.contains("niets verloren"), "\(outcome)")
    try at("terug", bench, "organisatie", "orgaan", "Drie", als: "secretariaat").orThrow()
    try at("terug", bench, "verify").orThrow()
    // A copy alone is no backup.
    let alone = try bench.run("herstel", bench.path("kopie"), bench.path("alleen"))
    #expect(alone.exitCode == Exit.badInput && alone.errors.contains("geen van deze is een reservekopie"), "\(alone)")
    #expect(!FileManager.default.fileExists(atPath: bench.path("alleen")))
  }
}
