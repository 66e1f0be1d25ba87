import Foundation
import TestBench
import Testing

/// A backup on the day after, and the ledger again when it is gone.
struct RestoreTests {
  /// A ledger with a backup of yesterday, to which something was added since.
  private func bench() throws -> Bench {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "orgaan", "Een", als: "secretariaat").orThrow()
    let made = try bench.inLedger("backup", bench.path("maandag")).orThrow()
    #expect(made.errors.contains("waarborg herstel"), "\(made)")
    try bench.inLedger("organisatie", "orgaan", "Twee", als: "secretariaat").orThrow()
    return bench
  }

  private func at(_ name: String, _ bench: Bench, _ arguments: String..., als key: String? = nil) throws -> Outcome {
    try bench.run(arguments + ["--ledger", bench.path(name)] + (key.map { ["--als", $0] } ?? []))
  }

  @Test func `U22: a backup of yesterday is a true earlier state, can be read, and takes nothing`() throws {
    let bench = try bench()
    let words = "een ware eerdere stand van het grootboek: 4 van 5 gebeurtenissen"
    for command in [["verify"], ["status"], ["organisatie", "lijst"], ["log"], ["doctor"]] {
      let outcome = try bench.run(command + ["--ledger", bench.path("maandag")]).orThrow()
      #expect((outcome.errors + outcome.output).contains(words), "\(outcome)")
    }
    let before = bench.snapshot("maandag")
    let outcome = try at("maandag", bench, "organisatie", "orgaan", "Drie", als: "secretariaat")
    #expect(outcome.exitCode == Exit.foundWanting && outcome.errors.contains("tweede geschiedenis"), "\(outcome)")
    #expect(bench.snapshot("maandag") == before)
  }

  @Test func `a ledger that was put back in its own place stays refused`() throws {
    let bench = try bench()
    try FileManager.default.removeItem(atPath: bench.ledger)
    try FileManager.default.copyItem(atPath: bench.path("maandag"), toPath: bench.ledger)
    for command in [["verify"], ["status"], ["organisatie", "orgaan", "Drie", "--als", "secretariaat"]] {
      let outcome = try bench.run(command + ["--ledger", bench.ledger])
      #expect(outcome.exitCode == Exit.foundWanting, "\(outcome)")
    }
  }

  @Test func `the newest of all copies is restored, nothing is lost, and work goes on in it`() throws {
    let bench = try bench()
    try bench.inLedger("backup", bench.path("dinsdag")).orThrow()
    try FileManager.default.removeItem(atPath: bench.ledger)
    let outcome = try bench.run("herstel", bench.path("maandag"), bench.path("terug"), "--met", bench.path("dinsdag"))
      .orThrow()
    #expect(outcome.errors.contains("5 gebeurtenissen teruggezet"), "\(outcome)")
    #expect(outcome.errors.contains("niets verloren"), "\(outcome)")
    try at("terug", bench, "organisatie", "orgaan", "Drie", als: "secretariaat").orThrow()
    try at("terug", bench, "verify").orThrow()
    // A second restore is behind the first that went on.
    let second = try bench.run("herstel", bench.path("dinsdag"), bench.path("weer"))
    #expect(second.exitCode == Exit.foundWanting && second.errors.contains("nummer 5 tot en met 5"), "\(second)")
    #expect(try at("weer", bench, "organisatie", "orgaan", "Vier", als: "secretariaat").exitCode == Exit.foundWanting)
  }

  @Test func `in the ledger's own former place what is missing is told, whatever was kept of the views there`() throws {
    let bench = try bench()
    try bench.inLedger("status").orThrow()
    try FileManager.default.removeItem(atPath: bench.ledger)
    let outcome = try bench.run("herstel", bench.path("maandag"), bench.ledger)
    #expect(outcome.exitCode == Exit.foundWanting, "\(outcome)")
    #expect(outcome.errors.contains("er ontbreekt nog iets: nummer 4 tot en met 4"), "\(outcome)")
    // What stands where more was seen is not taken for it; nothing is added, and nothing is read as if it were all.
    let read = try bench.inLedger("organisatie", "lijst")
    #expect(read.exitCode == Exit.foundWanting && read.errors.contains("eerdere stand van zichzelf"), "\(read)")
  }

  @Test func `what no copy has is told by its numbers, and nothing is added to what was restored`() throws {
    let bench = try bench()
    try FileManager.default.removeItem(atPath: bench.ledger)
    let outcome = try bench.run("herstel", bench.path("maandag"), bench.path("terug"))
    #expect(outcome.exitCode == Exit.foundWanting, "\(outcome)")
    #expect(outcome.errors.contains("ontbreekt nog iets: nummer 4 tot en met 4"), "\(outcome)")
    try at("terug", bench, "organisatie", "lijst").orThrow()
    let added = try at("terug", bench, "organisatie", "orgaan", "Drie", als: "secretariaat")
    #expect(added.exitCode == Exit.foundWanting, "\(added)")
  }

  @Test func `a machine that never saw the ledger needs a checkpoint to know what is missing`() throws {
    let bench = try bench()
    let checkpoint = try bench.inLedger("checkpoint").orThrow().output
    let other = try Bench()
    try FileManager.default.copyItem(atPath: bench.path("maandag"), toPath: other.path("kopie"))
    let blind = try other.run("herstel", other.path("kopie"), other.path("een")).orThrow()
    #expect(blind.errors.contains("pas met --vertrouw"), "\(blind)")
    let path = try other.write(checkpoint, to: "nu.checkpoint")
    let told = try other.run("herstel", other.path("kopie"), other.path("twee"), "--vertrouw", path)
    #expect(told.exitCode == Exit.foundWanting && told.errors.contains("nummer 4 tot en met 4"), "\(told)")
  }

  @Test func `nothing is restored over a ledger, from another ledger, or from two histories`() throws {
    let bench = try bench()
    let other = try Bench()
    try other.run("key", "new", "secretariaat", "--rol", "secretariaat").orThrow()
    try other.run(
      "init", other.ledger, "--origin", "ander.example", "--organisatie", "Elders", "--als", "secretariaat"
    ).orThrow()
    // Someone who has never seen the ledger adds to a copy of it.
    let fork = try Bench()
    try FileManager.default.copyItem(atPath: bench.path("maandag"), toPath: fork.ledger)
    try FileManager.default.createDirectory(
      atPath: fork.path("config/waarborg"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: bench.path("config/waarborg/keys"), toPath: fork.path("config/waarborg/keys"))
    try fork.inLedger("organisatie", "orgaan", "Anders", als: "secretariaat").orThrow()
    try fork.inLedger("organisatie", "orgaan", "Nog iets", als: "secretariaat").orThrow()
    for (arguments, exit, words) in [
      ([bench.path("maandag"), bench.ledger], Exit.badInput, "niet leeg"),
      ([bench.path("maandag"), bench.path("x"), "--met", other.ledger], Exit.badInput, "van een ander grootboek"),
      ([bench.ledger, bench.path("x"), "--met", fork.ledger], Exit.foundWanting, "geen één geschiedenis"),
      ([bench.path("niets"), bench.path("x")], Exit.notFound, "geen grootboek"),
    ] {
      let before = bench.snapshot()
      let outcome = try bench.run(["herstel"] + arguments)
      #expect(outcome.exitCode == exit && outcome.errors.contains(words), "\(outcome)")
      #expect(bench.snapshot() == before && !FileManager.default.fileExists(atPath: bench.path("x")))
    }
  }

  @Test func `doctor tells how old the last backup is`() throws {
    let bench = try Bench.founded()
    #expect(try bench.inLedger("doctor").orThrow().output.contains("nog geen reservekopie"))
    try bench.inLedger("backup", bench.path("kopie")).orThrow()
    #expect(try bench.inLedger("doctor").orThrow().output.contains("sindsdien 0 gebeurtenissen"))
  }
}
