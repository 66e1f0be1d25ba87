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

  /// Three working days from Thursday 4 February 2027; the ledger closes on Monday and works from Monday to Thursday.
  @Test func `With a ledger the organisation's own calendar counts, and options add to it`() throws {
    let bench = try Bench.founded()
    func end(_ options: String...) throws -> String? {
      let arguments = ["termijn", "bereken", "--duur", "3 werkdagen", "--vanaf", "2027-02-04", "--json"]
      return try bench.run(arguments + options).json().first?["ruw"] as? String
    }
    #expect(try end() == "2027-02-09")
    #expect(try end("--ledger", bench.ledger) == "2027-02-09")
    try bench.inLedger("organisatie", "sluit", "2027-02-08", "--reden", "Carnaval", als: "secretariaat").orThrow()
    #expect(try end("--ledger", bench.ledger) == "2027-02-10")
    try bench.inLedger(
      "organisatie", "werkdagen", "maandag", "dinsdag", "woensdag", "donderdag", "--regeling", "Werktijden art. 2",
      als: "college"
    ).orThrow()
    #expect(try end("--ledger", bench.ledger) == "2027-02-11")
    #expect(try end("--ledger", bench.ledger, "--gesloten", "2027-02-11") == "2027-02-15")
    #expect(try end() == "2027-02-09")
    let calendar = try bench.inLedger("organisatie", "kalender", "--op", "2027-02-01")
    #expect(calendar.output.contains("maandag tot en met donderdag, behalve feestdagen (Werktijden art. 2)"))
    #expect(calendar.output.contains("maandag 8 februari 2027: Carnaval"), "\(calendar)")
    try bench.inLedger("organisatie", "sluiting-trek-in", "2027-02-08", als: "secretariaat").orThrow()
    #expect(try end("--ledger", bench.ledger) == "2027-02-10")
  }

  @Test func `A calendar that is typed wrongly is refused and nothing is written`() throws {
    let bench = try Bench.founded()
    for (words, code, saying) in [
      (["werkdagen", "maandag", "zontag", "--regeling", "x"], Exit.badInput, "«zontag»"),
      (["werkdagen", "maandag", "--regeling", "x", "--feestdagen", "soms"], Exit.badInput, "--feestdagen"),
      (["werkdagen", "maandag", "maandag", "--regeling", "x"], Exit.refused, "ORG-WERKDAGEN"),
      (["werkdagen", "maandag", "--regeling", "x", "--op", "2027"], Exit.badInput, "2027"),
      (["sluit", "8 februari", "--reden", "Carnaval"], Exit.badInput, "dag:"),
      (["sluit", "2020-02-08", "--reden", "Carnaval"], Exit.refused, "ORG-SLUITING-VOORAF"),
      (["sluiting-trek-in", "2027-02-08"], Exit.notFound, "8 februari 2027 is geen sluitingsdag"),
      (["gelijkgestelde-dagen", "2099-1", "--herkomst", "x"], Exit.badInput, "2099-1"),
      (["gelijkgestelde-dagen", "2031-1", "--herkomst", "x", "--jaren", "2029"], Exit.badInput, "--jaren"),
    ] {
      let outcome = try bench.expectNothingWritten {
        try bench.inLedger(["organisatie"] + words, als: "college")
      }
      expectRefusal(outcome, code, saying: saying)
    }
    expectRefusal(
      try count("7 dagen", "2027-02-01", "--ledger", "/nergens.ledger"), Exit.notFound, saying: "nergens.ledger")
  }

  @Test func `Whatever the list calls a subject, one can ask for it by that name`() throws {
    let bench = try Bench.gemeente()
    func names(_ options: String...) throws -> [String] {
      try bench.inLedger(["termijnen", "--json"] + options).json().compactMap { $0["onderwerp"] as? String }
    }
    let all = try names()
    #expect(Set(all).count > 5)
    for name in Set(all).sorted() {
      #expect(try names("--over", name) == all.filter { $0 == name }, "\(name)")
    }
    expectRefusal(try bench.inLedger("termijnen", "--over", "niets"), Exit.notFound, saying: "«niets»")
    // A sum under a part of the list says that it is one.
    let whole = "hier, van een langere lijst"
    #expect(try bench.inLedger("termijnen", "--aantal", "2").errors.contains(whole))
    #expect(try !bench.inLedger("termijnen").errors.contains(whole))
  }
}
