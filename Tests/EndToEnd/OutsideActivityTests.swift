import Foundation
import TestBench
import Testing

/// Activities beside the function, from outside: what a secretariat and an officer type.
struct OutsideActivityTests {
  /// A ledger with rules, and the municipal secretary on the list; the college is responsible for that statement.
  private func prepared() throws -> Bench {
    let bench = try Bench.founded()
    try bench.inLedger(
      "nevenfunctie", "stel-in", "--model", "lelystad", "--op", "2026-01-01", "--verantwoordelijke", "college",
      "--beslissers", "college", als: "college"
    ).orThrow()
    try bench.inLedger("organisatie", "functie", "Gemeentesecretaris", als: "college").orThrow()
    try bench.inLedger(
      "organisatie", "bekleed", "Gemeentesecretaris", "--naam", "Karin Voorbeeld", "--op", "2026-01-01", als: "college"
    ).orThrow()
    try bench.inLedger(
      "nevenfunctie", "wijs-aan", "Gemeentesecretaris", "--houder-rol", "algemeenDirecteur", "--op", "2026-01-01",
      als: "college"
    ).orThrow()
    return bench
  }

  private func reported() throws -> Bench {
    let bench = try prepared()
    let report = try bench.inLedger(
      "nevenfunctie", "meld", "gemeentesecretaris", "--activiteit", "Penningmeester", "--organisatie", "Club Nergens",
      "--ingang", "2026-09-01", "--vraag", "zelfdeNetwerk=ja", als: "secretariaat"
    ).orThrow()
    #expect(report.errors.contains("gemeentesecretaris/1"))
    #expect(!report.errors.contains("Club Nergens") && !report.errors.contains("Karin"))
    return bench
  }

  @Test func `From a report to the list, with each refusal saying what to do`() throws {
    let bench = try reported()
    let early = try bench.expectNothingWritten {
      try bench.inLedger("nevenfunctie", "verleen", "gemeentesecretaris/1", als: "college")
    }
    expectRefusal(early, Exit.refused, saying: "NEV-VOORAF", "004:3919", "vraag-toestemming")
    try bench.inLedger("nevenfunctie", "vraag-toestemming", "gemeentesecretaris/1", als: "secretariaat").orThrow()
    try bench.inLedger("nevenfunctie", "verleen", "gemeentesecretaris/1", als: "college").orThrow()
    let extra = try bench.expectNothingWritten {
      try bench.inLedger(
        "nevenfunctie", "opgave", "publiceer", "gemeentesecretaris/1", "--tijdsbeslag", "4 uur", als: "college")
    }
    expectRefusal(extra, Exit.refused, saying: "NEV-VELDEN", "tijdsbeslag")
    try bench.inLedger("nevenfunctie", "opgave", "publiceer", "gemeentesecretaris/1", als: "college").orThrow()
    let row = try #require(try bench.inLedger("nevenfunctie", "lijst", "--json").orThrow().json().first)
    #expect(row["stand"] as? String == "opgaven")
    #expect(row["functie"] as? String == "gemeentesecretaris")
    try bench.inLedger("verify").orThrow()
  }

  @Test func `Who is hired again too soon after leaving is warned of and recorded, unless the rules set it otherwise`()
    throws
  {
    let bench = try prepared()
    let person = try bench.holder(of: "Gemeentesecretaris")
    try bench.inLedger("organisatie", "leg-neer", "Gemeentesecretaris", "--op", "2026-02-01", als: "college").orThrow()
    func hire(_ day: String) throws -> Outcome {
      try bench.inLedger(
        "organisatie", "bekleed", "Gemeentesecretaris", "--naam", "Karin Voorbeeld", "--persoon", person, "--inhuur",
        "--op", day, "--dry-run", als: "college"
      ).orThrow()
    }
    let warned = try hire("2026-02-15").errors
    for part in ["31 januari 2026", "31 juli 2027", "004:3983-3986", "voor zover dit grootboek weet"] {
      #expect(warned.contains(part), "\(warned)")
    }
    #expect(!warned.contains("Karin"))
    // Who signs elsewhere is told as well.
    let apart = try bench.inLedger(
      "organisatie", "bekleed", "Gemeentesecretaris", "--naam", "Karin Voorbeeld", "--persoon", person, "--inhuur",
      "--op", "2026-02-15", "--concept", bench.path("inhuur.concept"), als: "college"
    ).orThrow()
    #expect(apart.errors.contains("004:3983-3986"), "\(apart)")
    #expect(try !hire("2027-08-01").errors.contains("in dienst"))
    try bench.inLedger(
      "nevenfunctie", "stel-in", "--draaideur", "geen", "--op", "2026-01-15", als: "college"
    ).orThrow()
    #expect(try !hire("2026-02-15").errors.contains("in dienst"))
    let bad = try bench.expectNothingWritten {
      try bench.inLedger("nevenfunctie", "stel-in", "--draaideur", "lang", als: "college")
    }
    expectRefusal(bad, Exit.badInput, saying: "--draaideur", "P1Y")
    try bench.inLedger("verify").orThrow()
  }

  @Test(arguments: [["weiger"], ["adviseer-niet"], ["verleen-onder-voorwaarden", "--voorwaarden", "geen subsidies"]])
  func `What is against an activity is one of the bars that are known`(_ decision: [String]) throws {
    let bench = try reported()
    try bench.inLedger("nevenfunctie", "vraag-toestemming", "gemeentesecretaris/1", als: "secretariaat").orThrow()
    func decide(_ bar: String) throws -> Outcome {
      try bench.inLedger(
        ["nevenfunctie"] + decision
          + ["gemeentesecretaris/1", "--bezwaar", bar, "--motivering", "te dichtbij", "--dry-run"], als: "college")
    }
    let unknown = try bench.expectNothingWritten { try decide("onzin") }
    expectRefusal(unknown, Exit.badInput, saying: "--bezwaar", "belangenstrijd", "oneerlijkVoordeel")
    let twice = try bench.expectNothingWritten { try decide("belangenstrijd,belangenstrijd") }
    expectRefusal(twice, Exit.refused, saying: "NEV-BEZWAAR", "twee keer")
    try decide("belangenstrijd,oneerlijkVoordeel").orThrow()
  }

  @Test func `What waits is listed until it is done`() throws {
    let bench = try prepared()
    func waits() throws -> [String] {
      try bench.inLedger("nevenfunctie", "openstaand", "--json").orThrow().json().compactMap { $0["wat"] as? String }
    }
    #expect(try waits() == ["opgaveOntvangen"])
    try bench.inLedger("nevenfunctie", "bevestig", "gemeentesecretaris", "--geen", als: "secretariaat").orThrow()
    #expect(try waits().isEmpty)
  }

  @Test func `The rules say of each setting whether it was chosen, from a source, a default or silent`() throws {
    let bench = try prepared()
    let rules = try #require(try bench.inLedger("nevenfunctie", "regels", "--json").orThrow().json().first)
    let settings = try #require(rules["instellingen"] as? [[String: Any]])
    let origins = Dictionary(
      uniqueKeysWithValues: settings.map { ($0["instelling"] as? String ?? "", $0["herkomst"] as? String ?? "") })
    #expect(origins["verantwoordelijke"] == "gekozen")
    #expect(origins["meldplicht"] == "bron")
    #expect(origins["bevestigingIedere"] == "standaard")
    #expect(origins["beslistermijn"] == "zwijgt")
  }

  @Test(arguments: [
    ["meld", "Bode", "--activiteit", "x"],
    ["meld", "gemeentesecretaris", "--activiteit", "x", "--persoon", "Iemand Anders"],
    ["toon", "gemeentesecretaris/9"], ["corrigeer", "9999", "--reden", "x"],
  ])
  func `What is not there is not found`(_ arguments: [String]) throws {
    let bench = try prepared()
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger(["nevenfunctie"] + arguments, als: "secretariaat")
    }
    expectRefusal(outcome, Exit.notFound, saying: "Wat te doen")
  }

  @Test(arguments: [
    ["--activiteit", "recht\u{202E}toe"], ["--activiteit", String(repeating: "a", count: 10_000)],
    ["--activiteit", "x", "--vraag", "foo=ja"], ["--activiteit", "x", "--vraag", "zelfdeNetwerk"],
    ["--activiteit", "x", "--ingang", "2026-02-30"], ["--activiteit", "x", "--eigen-gemeente", "misschien"],
  ])
  func `Bad input is refused with what was expected`(_ arguments: [String]) throws {
    let bench = try prepared()
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger(["nevenfunctie", "meld", "gemeentesecretaris"] + arguments, als: "secretariaat")
    }
    #expect(outcome.exitCode == Exit.badInput, "\(outcome)")
  }
}
