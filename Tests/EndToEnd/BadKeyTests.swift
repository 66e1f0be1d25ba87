import Foundation
import TestBench
import Testing

/// Keys and passphrases that do not fit.
struct BadKeyTests {
  private func append(_ bench: Bench, als key: String, _ environment: [String: String?] = [:]) throws -> Outcome {
    try bench.expectNothingWritten {
      try bench.run(
        ["organisatie", "orgaan", "Commissie", "--ledger", bench.ledger, "--als", key], environment: environment)
    }
  }

  @Test(arguments: [0, 1, 100, -1])
  func `A truncated key file is called damaged`(length: Int) throws {
    let bench = try Bench.founded()
    let whole = try Data(contentsOf: URL(fileURLWithPath: bench.keyFile("secretariaat")))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: bench.keyFile("secretariaat")))
    try handle.truncate(atOffset: UInt64(length < 0 ? whole.count - 3 : length))
    try handle.close()
    expectRefusal(try append(bench, als: "secretariaat"), Exit.badInput, saying: "secretariaat.key", "afgekapt")
  }

  @Test func `A key file that others can read is refused with the command that mends it`() throws {
    let bench = try Bench.founded()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: bench.keyFile("secretariaat"))
    let outcome = try append(bench, als: "secretariaat")
    expectRefusal(outcome, Exit.badInput, saying: "leesbaar voor anderen", "chmod 600")
  }

  @Test func `A passphrase file that others can read is refused with the command that mends it`() throws {
    let bench = try Bench.founded()
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: bench.path("wachtwoord"))
    expectRefusal(try append(bench, als: "secretariaat"), Exit.badInput, saying: "wachtwoord", "chmod 600")
  }

  @Test func `A wrong passphrase opens nothing`() throws {
    let bench = try Bench.founded()
    try bench.write("een andere zin\n", to: "wachtwoord", mode: 0o600)
    expectRefusal(try append(bench, als: "secretariaat"), Exit.notPermitted, saying: "wachtwoord", "klopt niet")
  }

  @Test func `An empty passphrase is refused, for a new key and for one that is there`() throws {
    let bench = try Bench.founded()
    try bench.write("\n", to: "wachtwoord", mode: 0o600)
    expectRefusal(try append(bench, als: "secretariaat"), Exit.badInput, saying: "leeg")
    expectRefusal(try bench.run("key", "new", "anna", "--rol", "college"), Exit.badInput, saying: "leeg")
    #expect(!FileManager.default.fileExists(atPath: bench.keyFile("anna")))
  }

  @Test func `A missing passphrase file is named`() throws {
    let bench = try Bench.founded()
    let outcome = try append(bench, als: "secretariaat", ["WAARBORG_WACHTWOORD_BESTAND": bench.path("weg")])
    expectRefusal(outcome, Exit.io, saying: bench.path("weg"))
  }

  @Test func `Without anybody to ask for a passphrase it says which option to give`() throws {
    let bench = try Bench.founded()
    let outcome = try append(bench, als: "secretariaat", ["WAARBORG_WACHTWOORD_BESTAND": nil])
    expectRefusal(outcome, Exit.usage, saying: "--wachtwoord-bestand")
  }

  @Test func `A key that is not there is named, with those that are`() throws {
    let bench = try Bench.founded()
    expectRefusal(try append(bench, als: "niemand"), Exit.notFound, saying: "«niemand»", "secretariaat")
  }

  @Test func `A key that was never registered may not sign`() throws {
    let bench = try Bench.founded()
    try bench.run("key", "new", "vreemd", "--rol", "secretariaat").orThrow()
    expectRefusal(try append(bench, als: "vreemd"), Exit.notPermitted, saying: "niet geregistreerd", "key register")
  }

  @Test func `A revoked key may not sign`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("key", "revoke", "college", "--reden", "verloren", "--yes", als: "secretariaat").orThrow()
    expectRefusal(try append(bench, als: "college"), Exit.notPermitted, saying: "ingetrokken")
  }

  @Test func `A role that may not sign this is told which roles may`() throws {
    let bench = try Bench.founded()
    let outcome = try append(bench, als: "ondernemingsraad")
    expectRefusal(outcome, Exit.notPermitted, saying: "ondernemingsraad", "OrgaanVastgelegd", "secretariaat")
  }

  @Test func `A key to revoke that the ledger does not know is not found`() throws {
    let bench = try Bench.founded()
    try bench.run("key", "new", "vreemd", "--rol", "college").orThrow()
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("key", "revoke", "vreemd", "--reden", "verloren", "--yes", als: "secretariaat")
    }
    expectRefusal(outcome, Exit.notFound, saying: "niet geregistreerd")
  }

  @Test(arguments: ["", "../anna", "Anna", "a b", String(repeating: "a", count: 41), "anna\u{202E}"])
  func `A name that cannot name a key file is refused`(name: String) throws {
    let bench = try Bench()
    let outcome = try bench.run(["key", "new", "--rol", "college", "--", name])
    expectRefusal(outcome, Exit.badInput, saying: "1 tot 40")
    #expect(!FileManager.default.fileExists(atPath: bench.path("config/waarborg")))
  }

  @Test func `A role that does not exist is told which do`() throws {
    let bench = try Bench()
    let outcome = try bench.run("key", "new", "anna", "--rol", "koning")
    expectRefusal(outcome, Exit.badInput, saying: "--rol", "koning", "ondernemingsraad")
  }

  @Test func `A key is never written over another`() throws {
    let bench = try Bench.founded()
    let before = try Data(contentsOf: URL(fileURLWithPath: bench.keyFile("college")))
    let outcome = try bench.run("key", "new", "college", "--rol", "college")
    expectRefusal(outcome, Exit.badInput, saying: "al een sleutel")
    #expect(try Data(contentsOf: URL(fileURLWithPath: bench.keyFile("college"))) == before)
  }

  @Test func `Without the log's own key nothing is appended, and reading goes on`() throws {
    let bench = try Bench.founded()
    try FileManager.default.removeItem(atPath: bench.ledger + "/log.key")
    expectRefusal(try append(bench, als: "secretariaat"), Exit.notFound, saying: "log.key", "reservekopie")
    #expect(try bench.inLedger("status").exitCode == Exit.done)
  }

  @Test func `A log key that others can read is refused`() throws {
    let bench = try Bench.founded()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: bench.ledger + "/log.key")
    expectRefusal(try append(bench, als: "secretariaat"), Exit.badInput, saying: "log.key", "chmod 600")
  }

  @Test func `The log key of another ledger is refused`() throws {
    let bench = try Bench.founded()
    try bench.run(
      "init", bench.path("ander"), "--origin", Bench.origin, "--organisatie", "Gemeente Elders", "--als", "secretariaat"
    ).orThrow()
    // The memory now knows another ledger of the same name; this test is about the key alone.
    try FileManager.default.removeItem(atPath: bench.path("state/waarborg"))
    try FileManager.default.removeItem(atPath: bench.ledger + "/log.key")
    try FileManager.default.copyItem(atPath: bench.path("ander/log.key"), toPath: bench.ledger + "/log.key")
    let outcome = try append(bench, als: "secretariaat")
    #expect(outcome.exitCode == Exit.badInput, "\(outcome)")
    #expect(outcome.errors.contains("log.key"), "\(outcome)")
  }
}
