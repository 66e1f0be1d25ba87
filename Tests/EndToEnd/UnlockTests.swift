import Foundation
import TestBench
import Testing

/// A passphrase is typed once: `ontgrendel`, a day's work, `vergrendel`.
struct UnlockTests {
  @Test func `Unlocked once, several commands ask nothing; locked, they ask again`() throws {
    let bench = try Bench.atMachine()
    expectAsked(try bench.expectNothingWritten { try bench.enter("organisatie", "orgaan", "Raad") })
    let unlocked = try bench.unlock().orThrow()
    #expect(unlocked.errors.contains("secretariaat is ontgrendeld, voor 8 uur"), "\(unlocked)")
    for name in ["Raad", "Commissie", "Kamer"] { try bench.enter("organisatie", "orgaan", name).orThrow() }
    // What is sealed is sealed and opened as ever.
    try bench.enter("organisatie", "functie", "Griffier").orThrow()
    try bench.enter("organisatie", "bekleed", "Griffier", "--naam", "A. Verzonnen").orThrow()
    #expect(try bench.enter("organisatie", "lijst").orThrow().output.contains("A. Verzonnen"))
    #expect(try bench.enter("key", "list", "--json").orThrow().errors.isEmpty)
    let verified = try bench.enter("verify").orThrow()
    #expect(!verified.output.contains("niet te openen"), "\(verified)")
    #expect(try bench.agents().count == 1)
    let locked = try bench.enter("vergrendel").orThrow()
    #expect(locked.errors.contains("1 sleutel vergrendeld"), "\(locked)")
    expectAsked(try bench.expectNothingWritten { try bench.enter("organisatie", "orgaan", "Vierde") })
    #expect(try bench.becomes { try bench.agents().isEmpty })
    #expect(!FileManager.default.fileExists(atPath: bench.agentSocket))
    #expect(try bench.enter("vergrendel").orThrow().errors.contains("niets ontgrendeld"))
  }

  @Test func `A passphrase that is typed at a terminal opens the key, at the second try as well`() throws {
    let bench = try Bench.atMachine()
    let session = try bench.typed(["ontgrendel", "--voor", "30m"], environment: bench.person)
    #expect(session.answer("Wachtwoordzin van sleutel secretariaat: ", "iets anders\r"))
    #expect(session.answer("Wachtwoordzin van sleutel secretariaat: ", "vier woorden zijn genoeg\r"))
    #expect(session.finish() == Exit.done, "\(session.shown)")
    #expect(session.shown.contains("klopt niet") && session.shown.contains("voor 30 minuten"), "\(session.shown)")
    #expect(!session.shown.contains("vier woorden"))
    try bench.enter("organisatie", "orgaan", "Raad").orThrow()
    // The process outlives the terminal it was started from.
    #expect(try bench.agents().count == 1)
    try bench.enter("vergrendel").orThrow()
  }

  @Test func `Three tries, then it ends`() throws {
    let bench = try Bench.atMachine()
    let session = try bench.typed(["ontgrendel"], environment: bench.person)
    for _ in 1...3 { #expect(session.answer("Wachtwoordzin van sleutel secretariaat: ", "mis\r")) }
    #expect(session.finish() == Exit.notPermitted, "\(session.shown)")
    #expect(try bench.agents().isEmpty)
  }

  @Test func `The time that was given is kept to`() async throws {
    let bench = try Bench.atMachine()
    try bench.unlock("--voor", "1m").orThrow()
    try bench.enter("organisatie", "orgaan", "Raad").orThrow()
    try await Task.sleep(for: .seconds(61))
    expectAsked(try bench.expectNothingWritten { try bench.enter("organisatie", "orgaan", "Kamer") })
    #expect(try bench.becomes { try bench.agents().isEmpty })
  }

  @Test(arguments: ["25u", "0m", "8", "een dag", "1441m"])
  func `A time that is none, or over a day, is refused and opens nothing`(time: String) throws {
    let bench = try Bench.atMachine()
    expectRefusal(try bench.unlock("--voor", time), Exit.badInput, saying: "--voor", "24 uur")
    #expect(try bench.agents().isEmpty)
  }

  @Test func `Which key is asked when there are several and none is named`() throws {
    let bench = try Bench.atMachine()
    var person = bench.person
    person["WAARBORG_SLEUTEL"] = .some(nil)
    let outcome = try bench.run(
      ["ontgrendel", "--wachtwoord-bestand", bench.path("wachtwoord")], environment: person)
    expectRefusal(outcome, Exit.usage, saying: "welke sleutel", "college, ondernemingsraad, secretariaat")
    expectRefusal(try bench.unlock("niemand"), Exit.notFound, saying: "«niemand»")
  }

  @Test func `Two keys unlocked at once are in one process, each for its own`() throws {
    let bench = try Bench.atMachine()
    let running = try ["secretariaat", "college"].map { name in
      try bench.start(
        ["ontgrendel", name, "--wachtwoord-bestand", bench.path("wachtwoord")], environment: bench.person)
    }
    for outcome in try running.map({ try $0.finish() }) { #expect(outcome.exitCode == Exit.done, "\(outcome)") }
    #expect(try bench.agents().count == 1)
    try bench.enter("organisatie", "orgaan", "Raad").orThrow()
    try bench.enter("organisatie", "orgaan", "Kamer", "--als", "college").orThrow()
    let signers = try bench.enter("log", "--gebeurtenis", "OrgaanVastgelegd", "--json").json().compactMap {
      $0["rol"] as? String
    }
    #expect(signers == ["secretariaat", "college"])
    #expect(try bench.enter("vergrendel", "college").orThrow().errors.contains("1 sleutel"))
    expectAsked(try bench.enter("organisatie", "orgaan", "Vierde", "--als", "college"))
    try bench.enter("organisatie", "orgaan", "Vijfde").orThrow()
    try bench.enter("vergrendel").orThrow()
  }

  @Test func `What changes keys or erases asks again, and so does a card`() throws {
    let bench = try Bench.atMachine()
    try bench.run("key", "new", "nieuw", "--rol", "directeur").orThrow()
    try bench.unlock("secretariaat", "nieuw").orThrow()
    let number = String(try bench.number(of: "GrootboekGeopend"))
    for command in [
      ["key", "register", "nieuw"], ["key", "confirm", "college"],
      ["key", "revoke", "college", "--reden", "verloren", "--yes"],
      ["key", "replace", "college", "nieuw", "--yes"], ["key", "show", "nieuw", "--kaart", "--origin", Bench.origin],
      ["key", "wachtwoord", "nieuw", "--nieuw-bestand", bench.path("wachtwoord")],
      ["vernietig", number, "--grond", "x", "--bewaarregel", "17.5", "--yes"],
      ["vernietig", number, "--grond", "x", "--bewaarregel", "17.5", "--verzoek", "--yes"],
      ["vernietiging", "voorstel"], ["vernietiging", "keur-goed", "1"], ["vernietiging", "voer-uit", "1"],
    ] {
      let outcome = try bench.expectNothingWritten { try bench.run(command, environment: bench.person) }
      expectAsked(outcome, isAlways: true)
    }
    // With the passphrase it goes on.
    try bench.run(
      ["key", "register", "nieuw", "--wachtwoord-bestand", bench.path("wachtwoord")], environment: bench.person
    ).orThrow()
    try bench.enter("vergrendel").orThrow()
  }

  @Test func `A concept is looked at with a key that is open, and signed with the passphrase`() throws {
    let elders = try Elders("college")
    try elders.concept("organisatie orgaan Commissie", als: "college").orThrow()
    let there = elders.there
    try FileManager.default.createDirectory(
      atPath: there.path("run"), withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    try there.unlock("college").orThrow()
    let concept = there.path("concept.json")
    #expect(try there.enter("concept", "toon", concept).orThrow().output.contains("Commissie"))
    let sign = ["onderteken", concept, "--uit", there.path("antwoord.json"), "--yes"]
    expectAsked(try there.run(sign, environment: there.person), isAlways: true)
    #expect(!FileManager.default.fileExists(atPath: there.path("antwoord.json")))
    try there.run(sign + ["--wachtwoord-bestand", there.path("wachtwoord")], environment: there.person).orThrow()
    try there.enter("vergrendel").orThrow()
  }

  @Test func `Reading asks nothing of who only exported a key, and says once how to see more where there is more`()
    throws
  {
    let bench = try Bench.atMachine()
    try bench.unlock().orThrow()
    try bench.enter("organisatie", "functie", "Griffier").orThrow()
    try bench.enter("organisatie", "bekleed", "Griffier", "--naam", "A. Verzonnen").orThrow()
    let last = String(try bench.number(of: "FunctieBekleed"))
    try bench.enter("vergrendel").orThrow()
    for command in [
      ["status"], ["log"], ["beleid", "lijst"], ["instemming", "lijst"], ["verify"], ["show", "1"], ["checkpoint"],
      ["prove", "1"], ["key", "list"],
    ] {
      let outcome = try bench.run(command, environment: bench.person)
      #expect(outcome.exitCode == Exit.done && !outcome.errors.contains("wachtwoord"), "\(outcome)")
    }
    for command in [["organisatie", "lijst"], ["show", last], ["termijnen"]] {
      let outcome = try bench.run(command, environment: bench.person)
      let hints = outcome.errors.components(separatedBy: "waarborg ontgrendel").count - 1
      #expect(outcome.exitCode == Exit.done && hints == 1 && !outcome.output.contains("A. Verzonnen"), "\(outcome)")
      // Who typed the key wants it.
      expectAsked(try bench.run(command + ["--als", "secretariaat"], environment: bench.person))
    }
    #expect(!(try bench.enter("status").errors.contains("ontgrendel")))
    var nobody = bench.person
    nobody["WAARBORG_SLEUTEL"] = .some(nil)
    #expect(!(try bench.run(["organisatie", "lijst"], environment: nobody).errors.contains("ontgrendel")))
    // A file that holds another's passphrase keeps nobody from reading what anyone may.
    try bench.write("van een ander", to: "ander", mode: 0o600)
    var wrong = bench.person
    wrong["WAARBORG_WACHTWOORD_BESTAND"] = bench.path("ander")
    let read = try bench.run(["organisatie", "lijst"], environment: wrong)
    #expect(
      read.exitCode == Exit.done && read.errors.contains("klopt niet") && read.output.contains("Griffier"), "\(read)")
  }
}
