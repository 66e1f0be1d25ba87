import TestBench
import Testing

/// What is missing or wrong in a command is told at once, and not one thing after the other.
struct MissingInputTests {
  private func draft(_ words: String...) throws -> Outcome {
    let bench = try Bench.founded()
    try bench.write("tekst", to: "gc.txt")
    return try bench.expectNothingWritten {
      try bench.inLedger(["beleid", "ontwerp", bench.path("gc.txt")] + words, als: "secretariaat")
    }
  }

  @Test func `U7: everything that a first version lacks is named together`() throws {
    let all = try draft("--kenmerk", "integriteit")
    expectRefusal(all, Exit.usage, saying: "--titel, --soort, --instemming, --wor", "eerste versie")
    expectRefusal(
      try draft("--kenmerk", "integriteit", "--titel", "Integriteit", "--instemming", "vereist"), Exit.usage,
      saying: "--soort, --wor")
    let ground = try draft("--kenmerk", "integriteit", "--titel", "I", "--instemming", "NietVereist")
    expectRefusal(ground, Exit.usage, saying: "--soort, --niet-vereist")
    #expect(!ground.errors.contains("--wor"), "\(ground)")
  }

  @Test func `U7: a wrong name and wrong codes are told with what is missing`() throws {
    let outcome = try draft("--kenmerk", "Integriteits code", "--soort", "gedragscodee", "--wor", "z")
    expectRefusal(
      outcome, Exit.badInput, saying: "kan geen kenmerk zijn", "--soort: «gedragscodee»", "bedoelt u «gedragscode»?",
      "--wor: «z»", "--titel, --instemming")
  }

  @Test func `U7: everything that setting up the site lacks is named together`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("publicatie", "instel", "--adres", "https://gemeente.example", als: "secretariaat")
    }
    expectRefusal(outcome, Exit.usage, saying: "--contact, --beveiliging, --zoekmachines, --licentie")
    #expect(!outcome.errors.contains("--adres"), "\(outcome)")
  }

  @Test(arguments: [
    ("organisatie corrigeer", "'<gebeurtenis>', '--reden <tekst|@bestand|->'"),
    ("nevenfunctie laat-achterwege gemeentesecretaris/1", "'--grond <grond>', '--rechtsgrond <"),
    ("vertrouwenspersoon formatie", "'--intern <aantal>', '--extern <aantal>'"),
    ("beleid corrigeer 13", "'--reden <tekst>'"),
  ])
  func `U7: the parser names every option that is missing`(typed: String, missing: String) throws {
    let outcome = try Bench().run(try Typed(typed).words)
    expectRefusal(outcome, Exit.usage, saying: missing)
    let isOne = !missing.contains(", ")
    #expect(outcome.errors.contains(isOne ? "Er ontbreekt een argument: " : "Er ontbreken argumenten: "), "\(outcome)")
    let english = try Bench().run(try Typed(typed).words, environment: ["WAARBORG_TAAL": "en"])
    expectRefusal(english, Exit.usage, saying: "error: Missing expected argument", missing)
  }

  @Test func `an option that was given is not said to be missing`() throws {
    let outcome = try Bench().run("vertrouwenspersoon", "formatie", "--extern=2")
    expectRefusal(outcome, Exit.usage, saying: "Er ontbreekt een argument: '--intern <aantal>'")
  }
}
