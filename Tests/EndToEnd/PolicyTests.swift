import Foundation
import TestBench
import Testing

/// Policies and consent, from outside: what a secretariat types.
struct PolicyTests {
  private func draft(_ bench: Bench, _ text: String = "Ontwerp", als key: String = "college") throws {
    let file = try bench.write("# Gedragscode\n\n\(text)\n", to: "ontwerp-\(text.count).md")
    try bench.inLedger(
      "beleid", "ontwerp", file, "--kenmerk", "gedragscode", "--titel", "Gedragscode", "--soort", "gedragscode",
      "--instemming", "vereist", "--wor", "d", "--op", "2026-01-05", als: key
    ).orThrow()
  }

  @Test func `Adopting without consent is refused with rule, source and remedy, and nothing is written`() throws {
    let bench = try Bench.founded()
    try draft(bench)
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("beleid", "stel-vast", "gedragscode@1", "--op", "2026-03-10", als: "college")
    }
    expectRefusal(outcome, Exit.refused, saying: "BEL-INSTEMMING", "WOR art. 27", "Wat te doen")
  }

  @Test func `Consent to one version does not cover a later one, and both are named`() throws {
    let bench = try Bench.founded()
    try draft(bench)
    try bench.inLedger(
      "instemming", "vraag", "gedragscode@1", "--wor-onderdeel", "d", "--beweegredenen", "verouderd", "--gevolgen",
      "nieuwe regels", "--op", "2026-02-03", als: "college"
    ).orThrow()
    try bench.inLedger("instemming", "verleen", "gedragscode@1", "--op", "2026-03-02", als: "ondernemingsraad")
      .orThrow()
    try draft(bench, "Ontwerp, gewijzigd na instemming")
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("beleid", "stel-vast", "gedragscode@2", "--op", "2026-03-10", als: "college")
    }
    expectRefusal(outcome, Exit.refused, saying: "BEL-INSTEMMING", "instemming betreft versie 1", "versie 2")
    let adopted = try bench.inLedger("beleid", "stel-vast", "gedragscode@1", "--op", "2026-03-10", als: "college")
    #expect(adopted.exitCode == Exit.done, "\(adopted)")
  }

  @Test func `Nobody but the works council itself consents`() throws {
    let bench = try Bench.founded()
    try draft(bench)
    try bench.inLedger(
      "instemming", "vraag", "gedragscode@1", "--wor-onderdeel", "d", "--beweegredenen", "verouderd", "--gevolgen",
      "nieuwe regels", "--op", "2026-02-03", als: "college"
    ).orThrow()
    // The secretariat may record consents from before the ledger, so there it is a rule that refuses.
    for (key, code) in [("college", Exit.notPermitted), ("secretariaat", Exit.refused)] {
      let outcome = try bench.expectNothingWritten {
        try bench.inLedger("instemming", "verleen", "gedragscode@1", als: key)
      }
      expectRefusal(outcome, code, saying: "ondernemingsraad")
    }
  }

  @Test func `A version withdrawn before it was adopted is refused by a rule`() throws {
    let bench = try Bench.founded()
    try bench.record()
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("beleid", "trek-in", "gedragscode@2", "--op", "2026-01-01", als: "college")
    }
    expectRefusal(outcome, Exit.refused, saying: "Regel: BEL-", "Wat te doen")
  }

  @Test(arguments: ["weg.md", "leeg.md", "home", "groot.md"])
  func `A draft from a file that is no document is refused`(name: String) throws {
    let bench = try Bench.founded()
    try bench.write("", to: "leeg.md")
    try bench.write("", to: "groot.md")
    #expect(truncate(bench.path("groot.md"), (64 << 20) + 1) == 0)
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger(
        "beleid", "ontwerp", bench.path(name), "--kenmerk", "gedragscode", "--titel", "Gedragscode", "--soort",
        "gedragscode", "--instemming", "onbekend", als: "college")
    }
    expectRefusal(outcome, name == "weg.md" ? Exit.notFound : Exit.badInput, saying: name)
  }

  @Test func `A stream that is on another version than was decided on is said to have moved`() throws {
    let bench = try Bench.founded()
    try draft(bench)
    let file = try bench.write("# Gedragscode\n\nTwee\n", to: "twee.md")
    let again = ["beleid", "ontwerp", file, "--kenmerk", "gedragscode", "--op", "2026-01-06"]
    let outcome = try bench.expectNothingWritten { try bench.inLedger(again + ["--verwacht", "9"], als: "college") }
    expectRefusal(outcome, Exit.busy, saying: "versie 1, niet op 9", "Wat te doen")
    let matching = try bench.inLedger(again + ["--verwacht", "1"], als: "college")
    #expect(matching.exitCode == Exit.done, "\(matching)")
  }

  @Test func `The version in force depends on the day that is asked about`() throws {
    let bench = try Bench.founded()
    try bench.record()
    try bench.inLedger("beleid", "treed-in-werking", "gedragscode@2", "--op", "2026-04-01", als: "college").orThrow()
    let before = try bench.inLedger("beleid", "geldend", "gedragscode", "--op", "2026-03-31")
    let after = try bench.inLedger("beleid", "geldend", "gedragscode", "--op", "2026-04-01")
    #expect(after.exitCode == Exit.done, "\(after)")
    #expect(before.output != after.output, "\(before)\(after)")
    #expect(after.output.contains("gedragscode@2") || after.output.contains("2"), "\(after)")
  }
}
