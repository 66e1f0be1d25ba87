import Foundation
import TestBench
import Testing

/// Where a passphrase comes from, and how it is changed.
struct PassphraseSourceTests {
  private func orgaan(_ bench: Bench, als key: String, _ variables: [String: String?]) throws -> Outcome {
    try bench.run(
      ["organisatie", "orgaan", "Raad", "--nog-een", "--ledger", bench.ledger, "--als", key],
      environment: ["WAARBORG_WACHTWOORD_BESTAND": nil].merging(variables) { $1 })
  }

  @Test func `A command gives it, and when that fails its exit status is told and nothing is written`() throws {
    let bench = try Bench.founded()
    let file = bench.path("wachtwoord")
    try orgaan(bench, als: "secretariaat", ["WAARBORG_WACHTWOORD_OPDRACHT": "cat '\(file)'"]).orThrow()
    for (line, code, words) in [
      ("sh -c 'exit 3'", Exit.io, "eindigde met 3"), ("waarborg-is-er-niet", Exit.io, "niet te starten"),
      ("true", Exit.badInput, "is leeg"), ("cat 'open", Exit.badInput, "aanhalingsteken"),
      ("echo mis", Exit.notPermitted, "klopt niet"),
    ] {
      let outcome = try bench.expectNothingWritten {
        try orgaan(bench, als: "secretariaat", ["WAARBORG_WACHTWOORD_OPDRACHT": line])
      }
      expectRefusal(outcome, code, saying: words)
    }
    expectRefusal(
      try orgaan(
        bench, als: "secretariaat", ["WAARBORG_WACHTWOORD_OPDRACHT": "true", "WAARBORG_WACHTWOORD_BESTAND": file]),
      Exit.usage, saying: "WAARBORG_WACHTWOORD_OPDRACHT", "beide gezet")
  }

  @Test func `Each key has its own, so that --als does not try another's`() throws {
    let bench = try Bench.founded()
    let college = try bench.write("een heel ander wachtwoord\n", to: "college", mode: 0o600)
    try bench.run("key", "wachtwoord", "college", "--nieuw-bestand", college).orThrow()
    let general: [String: String?] = ["WAARBORG_WACHTWOORD_BESTAND": bench.path("wachtwoord")]
    let refused = try bench.expectNothingWritten { try orgaan(bench, als: "college", general) }
    expectRefusal(refused, Exit.notPermitted, saying: "«college» klopt niet", bench.path("wachtwoord"))
    let both = general.merging(["WAARBORG_WACHTWOORD_BESTAND_COLLEGE": college]) { $1 }
    try orgaan(bench, als: "college", both).orThrow()
    try orgaan(bench, als: "secretariaat", both).orThrow()
  }

  @Test func `At a terminal a file that holds another key's passphrase is followed by a question`() throws {
    let bench = try Bench.founded()
    let college = try bench.write("een heel ander wachtwoord\n", to: "college", mode: 0o600)
    try bench.run("key", "wachtwoord", "college", "--nieuw-bestand", college).orThrow()
    let session = try bench.typed(["organisatie", "orgaan", "Raad", "--ledger", bench.ledger, "--als", "college"])
    #expect(session.answer("Wachtwoordzin van sleutel college: ", "een heel ander wachtwoord\r"), "\(session.shown)")
    #expect(session.finish() == Exit.done, "\(session.shown)")
    #expect(session.shown.contains("«college» klopt niet"))
  }

  @Test func `A changed passphrase opens the same key, and the old one no longer does`() throws {
    let bench = try Bench.atMachine()
    try bench.unlock().orThrow()
    let before = try bench.run("key", "show", "secretariaat").output
    let new = try bench.write("een nieuw en lang wachtwoord\n", to: "nieuw", mode: 0o600)
    let changed = try bench.run(
      ["key", "wachtwoord", "secretariaat", "--wachtwoord-bestand", bench.path("wachtwoord"), "--nieuw-bestand", new],
      environment: bench.person)
    #expect(changed.exitCode == Exit.done && changed.errors.contains("weer vergrendeld"), "\(changed)")
    #expect(try bench.run("key", "show", "secretariaat").output == before)
    expectAsked(try bench.enter("organisatie", "orgaan", "Raad"))
    let old = try orgaan(bench, als: "secretariaat", ["WAARBORG_WACHTWOORD_BESTAND": bench.path("wachtwoord")])
    expectRefusal(old, Exit.notPermitted, saying: "klopt niet")
    try orgaan(bench, als: "secretariaat", ["WAARBORG_WACHTWOORD_BESTAND": new]).orThrow()
    let mode =
      try FileManager.default.attributesOfItem(atPath: bench.keyFile("secretariaat"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.path("config/waarborg/keys")).sorted()
    #expect(names == ["college.key", "ondernemingsraad.key", "secretariaat.key"])
  }

  @Test func `Without the old passphrase, or with an empty new one, the file stays as it was`() throws {
    let bench = try Bench.founded()
    let file = URL(fileURLWithPath: bench.keyFile("college"))
    let before = try Data(contentsOf: file)
    let wrong = try bench.write("iets anders\n", to: "mis", mode: 0o600)
    let empty = try bench.write("\n", to: "leeg", mode: 0o600)
    expectRefusal(
      try bench.run("key", "wachtwoord", "college", "--wachtwoord-bestand", wrong, "--nieuw-bestand", wrong),
      Exit.notPermitted, saying: "klopt niet")
    expectRefusal(
      try bench.run("key", "wachtwoord", "college", "--nieuw-bestand", empty), Exit.badInput, saying: "is leeg")
    expectRefusal(
      try bench.run("key", "wachtwoord", "niemand", "--nieuw-bestand", wrong), Exit.notFound, saying: "«niemand»")
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `A weak passphrase gets a remark and is taken`() throws {
    let bench = try Bench()
    for (text, words) in [("geheim", "een van de eerste"), ("anna", "een van de eerste"), ("kort", "is kort")] {
      let file = try bench.write(text, to: "zwak", mode: 0o600)
      let made = try bench.run("key", "new", "anna", "--rol", "college", "--wachtwoord-bestand", file)
      #expect(made.exitCode == Exit.done && made.errors.contains(words), "\(made)")
      #expect(!made.errors.contains("«\(text)»"))
      try FileManager.default.removeItem(atPath: bench.keyFile("anna"))
    }
    #expect(!(try bench.run("key", "new", "anna", "--rol", "college").errors.contains("wachtwoord")))
  }

  @Test func `A founding warns of a single registrar until there are two`() throws {
    let bench = try Bench()
    for rol in ["secretariaat", "beheerder"] { try bench.run("key", "new", rol, "--rol", rol).orThrow() }
    let founded = try bench.run(
      "init", bench.ledger, "--origin", Bench.origin, "--organisatie", "Gemeente Voorbeeld", "--als", "secretariaat")
    let words = "maar één sleutel registreert andere"
    #expect(founded.exitCode == Exit.done && founded.errors.contains(words), "\(founded)")
    #expect(try bench.inLedger("status").orThrow().errors.contains(words))
    #expect(try bench.inLedger("doctor").orThrow().output.contains(words))
    try bench.inLedger("key", "register", "beheerder", als: "secretariaat").orThrow()
    #expect(!(try bench.inLedger("status").orThrow().errors.contains(words)))
    #expect(!(try bench.inLedger("doctor").orThrow().output.contains(words)))
  }
}
