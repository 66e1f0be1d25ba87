import TestBench
import Testing

/// The rules on vertrouwenspersonen from outside (F8): none, those of a model, and what goes above it.
struct ConfidantRulesTests {
  private static let prepared = PreparedBench {
    let bench = try Bench.founded()
    try bench.run("key", "new", "directeur", "--rol", "algemeenDirecteur").orThrow()
    try bench.inLedger("key", "register", "directeur", als: "secretariaat").orThrow()
    try bench.type("vertrouwenspersoon kandidaat --naam 'Ans Ingebeeld' --op {-100}", als: "secretariaat").orThrow()
    return bench
  }

  private static let appoint = "vertrouwenspersoon benoem vertrouwenspersoon-1 --op {-10}"

  private func words(_ bench: Bench, _ member: String, of points: String = "regels") throws -> [String?] {
    try bench.type("vertrouwenspersoon \(points) --json").orThrow().json().map { $0[member] as? String }
  }

  @Test func `Without rules nothing is asked, and both lists say so`() throws {
    let bench = try Self.prepared.copy()
    #expect(try bench.type("vertrouwenspersoon regels").orThrow().errors.contains("geen regels vastgelegd"))
    #expect(try Set(words(bench, "bron")) == [nil])
    #expect(try words(bench, "id", of: "plichten") == ["VP-GEEN-REGELS"])
    try bench.type(Self.appoint, als: "directeur").orThrow()
    #expect(try words(bench, "id", of: "plichten") == ["VP-GEEN-REGELS"])
    try bench.expectClean()
  }

  @Test func `A model says of each point where it comes from, and an option above it is the municipality's own`() throws
  {
    let bench = try Self.prepared.copy()
    try bench.type(
      "vertrouwenspersoon stel-regels-vast --model utrecht --verklaring vereist --grondslag 'besluit 12, artikel 3' --op {-50}",
      als: "directeur"
    ).orThrow()
    let origins = try words(bench, "herkomst")
    #expect(origins.count { $0 == nil } == 1 && origins.contains("bron") && origins.contains("zwijgt"))
    let refused = try bench.expectNothingWritten { try bench.type(Self.appoint, als: "directeur") }
    #expect(refused.exitCode == Exit.refused, "\(refused)")
    for word in ["VP-VERKLARING", "besluit 12, artikel 3", "--verklaring"] {
      #expect(refused.errors.contains(word), "\(refused)")
    }
    #expect(!refused.errors.contains("004:"))
    // Without a model a decision changes only what it names.
    try bench.type("vertrouwenspersoon stel-regels-vast --duur geen --op {-40}", als: "directeur").orThrow()
    #expect(try bench.type(Self.appoint, als: "directeur").exitCode == Exit.refused)
    try bench.type("vertrouwenspersoon stel-regels-vast --model norm --op {-30}", als: "directeur").orThrow()
    try bench.type(Self.appoint, als: "directeur").orThrow()
    #expect(try words(bench, "bron", of: "plichten").allSatisfy { $0?.hasPrefix("002:") == true })
    try bench.expectClean()
  }

  @Test(arguments: [
    ("--model onzin", "--model"), ("--duur zonderTermijn", "--duur"), ("--duur lang", "P4Y"),
    ("--intervisie vaak", "--intervisie"), ("--certificering soms", "verplicht, voorkeur, geen"),
  ])
  func `An answer that does not exist is refused with the ones that do`(options: String, says: String) throws {
    let bench = try Self.prepared.toRead()
    let outcome = try bench.expectNothingWritten {
      try bench.type("vertrouwenspersoon stel-regels-vast \(options)", als: "directeur")
    }
    #expect(outcome.exitCode == Exit.badInput && outcome.errors.contains(says), "\(outcome)")
  }
}
