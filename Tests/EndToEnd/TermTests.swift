import Foundation
import TestBench
import Testing

/// Terms as a person asks for them: the calculator needs no ledger.
struct TermTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func count(_ length: String, _ start: String, _ options: String...) throws -> Outcome {
    try bench.run(["termijn", "bereken", "--duur", length, "--vanaf", start] + options)
  }

  @Test func `The sum is one JSON object that scripts can rely on`() throws {
    let outcome = try count("7 dagen", "2026-03-27", "--wettelijk", "--json")
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: any Sendable])
    #expect(json["vanaf"] as? String == "2026-03-27")
    #expect(json["duur"] as? String == "7 dagen")
    #expect(json["ruw"] as? String == "2026-04-03")
    #expect(json["uiterlijk"] as? String == "2026-04-07")
    #expect(
      json["som"] as? String == "7 dagen na 27 maart = 3 april, Goede Vrijdag, dus 7 april: Atw art. 1 en 3")
    #expect(json["bronnen"] as? [String] == ["Atw art. 1", "Atw art. 3"])
    #expect(json["kalender"] as? String == "2028-1")
  }

  @Test func `Bad input names what was found and what was expected`() throws {
    expectRefusal(try count("7 dagen", "2028-12-27", "--wettelijk"), Exit.badInput, saying: "voor 2029")
    expectRefusal(
      try count("7 dagen", "2025-12-26", "--wettelijk", "--kalender", "2025-1"), Exit.badInput, saying: "voor 2026")
    expectRefusal(try count("7 nachten", "2026-03-27"), Exit.badInput, saying: "--duur: «7 nachten»")
    expectRefusal(try count("7 dagen", "2026-02-30"), Exit.badInput, saying: "30 februari 2026 bestaat niet")
    expectRefusal(try count("7 uur", "2026-03-27"), Exit.badInput, saying: "begint op een tijdstip")
    expectRefusal(
      try count("7 dagen", "2026-03-27", "--kalender", "2099-1"), Exit.badInput, saying: "kalender «2099-1»")
  }
}
