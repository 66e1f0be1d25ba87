import Foundation
import TestBench
import Testing

/// What the works council is asked and says, as it is typed: from the request to the ruling.
struct ConsentTests {
  /// A rule that was adopted as if it needed no consent, of which the works council was told.
  private func bench() throws -> Bench {
    let bench = try Bench.founded()
    let text = try bench.write("# Gedragscode\n", to: "code.md")
    for (key, command) in [
      (
        "secretariaat",
        "beleid ontwerp \(text) --kenmerk gc --titel Gedragscode --soort gedragscode --instemming nietVereist "
          + "--niet-vereist anders --reden 'geen regeling' --op 2026-01-05"
      ), ("college", "beleid stel-vast gc@1 --op 2026-01-10"),
      ("college", "instemming deel-besluit-mee gc@1 --op 2026-01-31"),
    ] { try bench.type(command, als: key).orThrow() }
    return bench
  }

  @Test func `F3: the month has one end in the warning, the list, the terms and JSON`() throws {
    let bench = try bench()
    let late = try bench.type(
      "instemming roep-nietigheid-in gc@1 --op 2026-03-02 --ontvangen-op 2026-03-03", als: "ondernemingsraad"
    )
    .orThrow()
    #expect(late.errors.contains("te laat: uiterlijk 2 maart 2026"), "\(late)")
    let nullity = try bench.type("instemming lijst --json").orThrow().json().first?["nietigheid"] as? [String: Any]
    #expect(nullity?["uiterlijk"] as? String == "2026-03-02" && nullity?["teLaat"] as? Bool == true)
    #expect(try bench.type("termijnen --over gc --alle").orThrow().output.contains("2026-03-02"))
  }

  @Test func `F2: what is in dispute is told before it enters into force, and what the court says after`() throws {
    let bench = try bench()
    let invoked = try bench.type("instemming roep-nietigheid-in gc@1 --op 2026-02-20", als: "ondernemingsraad")
      .orThrow()
    #expect(!invoked.errors.contains("te laat"))
    let entry = try bench.type("beleid treed-in-werking gc@1 --op 2026-03-01", als: "college").orThrow()
    #expect(entry.errors.contains("betwist"), "\(entry)")
    func geldt() throws -> String? {
      try bench.type("beleid geldend gc --op 2026-03-02 --json").orThrow().json().first?["geldt"] as? String
    }
    #expect(try geldt() == "onbekend")
    try bench.type(
      "instemming leg-uitspraak-vast gc@1 --verzoek onthouding --toegewezen ja --zaaknummer '1 EJ 26' --op 2026-05-01",
      als: "college"
    ).orThrow()
    #expect(try geldt() == "nee")
  }

  @Test func `F24: taking nullity back after the month is recorded, with a warning that it cannot be invoked again`()
    throws
  {
    let bench = try bench()
    try bench.type("instemming roep-nietigheid-in gc@1 --op 2026-02-20", als: "ondernemingsraad").orThrow()
    let late = try bench.type("instemming neem-nietigheid-terug gc@1 --op 2026-03-03", als: "ondernemingsraad")
      .orThrow()
    #expect(late.errors.contains("eindigde op 2 maart 2026"), "\(late)")
  }

  @Test func `F37: the life of a rule shows what was said about consent, by whom`() throws {
    let bench = try bench()
    let shown = try bench.type("beleid toon gc").orThrow().output
    #expect(shown.contains("besluit meegedeeld"), "\(shown)")
  }

  @Test(arguments: [
    ("instemming vraag gc@1 --besluit intrekken", Exit.refused, "INS-OVERZICHT"),
    (
      "instemming vraag gc@1 --besluit intrekken --beweegredenen a --gevolgen b --antwoord-voor eens", Exit.badInput,
      "--antwoord-voor"
    ),
    ("instemming aanvaard-voorwaarden gc@1", Exit.refused, "INS-VOORWAARDEN"),
    ("instemming verzoek-kantonrechter gc@1 --verzoek gelijk", Exit.badInput, "--verzoek"),
    (
      "instemming leg-uitspraak-vast gc@1 --verzoek verklaring --toegewezen ja --zaaknummer 1", Exit.refused,
      "INS-KANTONRECHTER"
    ),
    ("beleid trek-in gc@1 --zonder-instemming", Exit.refused, "BEL-ZONDER-INSTEMMING"),
    ("beleid verleng-looptijd gc@1 --grond besluit", Exit.refused, "BEL-LOOPTIJD"),
  ])
  func `What is not so is refused, and nothing is written`(_ command: String, _ code: Int32, _ told: String) throws {
    let bench = try bench()
    expectRefusal(try bench.expectNothingWritten { try bench.type(command, als: "college") }, code, saying: told)
  }
}
