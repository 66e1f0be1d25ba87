import Foundation
import TestBench
import Testing

struct KeyTests {
  @Test func `A new key is a file that only its owner can read, and its secret is not in it`() throws {
    let bench = try Bench()
    let outcome = try bench.run("key", "new", "anna", "--rol", "secretariaat")
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    let mode = try FileManager.default.attributesOfItem(atPath: bench.keyFile("anna"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(outcome.outputBytes.isEmpty)
  }

  @Test func `The public half of a key is a JSON Web Key without a private member`() throws {
    let bench = try Bench.founded()
    let card = try #require(try bench.run("key", "show", "college", "--jwk").json().first)
    #expect(card["kty"] as? String == "OKP")
    #expect(card["crv"] as? String == "Ed25519")
    #expect(card["rol"] as? String == "college")
    #expect(card["d"] == nil)
    let shown = try bench.run("key", "show", "college")
    #expect(shown.output.contains(try #require(card["kid"] as? String)))
  }

  @Test func `The list without a ledger tells your own keys, with one those of the ledger`() throws {
    let bench = try Bench.founded()
    try bench.run("key", "new", "nieuw", "--rol", "directeur").orThrow()
    let own = try bench.run("key", "list", "--json").json().compactMap { $0["naam"] as? String }
    #expect(own == ["college", "nieuw", "ondernemingsraad", "secretariaat"])
    let registered = try bench.inLedger("key", "list", "--json").json().compactMap { $0["rol"] as? String }
    #expect(registered == ["secretariaat", "college", "ondernemingsraad"])
  }

  @Test func `Someone else's key is registered from the file with its public half`() throws {
    let bench = try Bench.founded()
    try bench.run("key", "new", "griffie", "--rol", "griffier").orThrow()
    let card = try bench.run("key", "show", "griffie", "--jwk").orThrow().output
    let file = try bench.write(card, to: "griffie.jwk")
    let outcome = try bench.inLedger("key", "register", file, "--houder", "E. Griffier", als: "secretariaat")
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    let roles = try bench.inLedger("key", "list", "--json").json().compactMap { $0["rol"] as? String }
    #expect(roles.last == "griffier")
  }

  @Test func `A key is registered once`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("key", "register", "college", als: "secretariaat")
    }
    expectRefusal(outcome, Exit.badInput, saying: "al geregistreerd")
  }

  @Test func `A revoked key stays in the list with its moment`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.inLedger(
      "key", "revoke", "college", "--reden", "verloren", "--yes", als: "secretariaat")
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    let keys = try bench.inLedger("key", "list", "--json").json()
    let college = try #require(keys.first { $0["rol"] as? String == "college" })
    #expect(college["ingetrokkenVanaf"] is String)
  }

  @Test func `Revoking asks first, and without anybody to ask nothing is written`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("key", "revoke", "college", "--reden", "verloren", als: "secretariaat")
    }
    #expect(outcome.exitCode == Exit.usage, "\(outcome)")
  }

  @Test func `A replaced key names its successor, which signs from then on`() throws {
    let bench = try Bench.founded()
    try bench.run("key", "new", "college-2", "--rol", "college").orThrow()
    try bench.inLedger("key", "replace", "college", "college-2", als: "secretariaat").orThrow()
    let keys = try bench.inLedger("key", "list", "--json").json().filter { $0["rol"] as? String == "college" }
    #expect(keys.count == 2)
    #expect(keys.first?["opvolger"] as? String == keys.last?["kid"] as? String)
    let signed = try bench.inLedger("organisatie", "orgaan", "Commissie", als: "college-2")
    #expect(signed.exitCode == Exit.done, "\(signed)")
    expectRefusal(
      try bench.inLedger("organisatie", "orgaan", "Raad", als: "college"), Exit.notPermitted, saying: "ingetrokken")
  }

  @Test func `The last key that can register keys cannot be revoked`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("key", "revoke", "secretariaat", "--reden", "verloren", "--yes", als: "secretariaat")
    }
    expectRefusal(outcome, Exit.refused, saying: "ORG-LAATSTE-SLEUTEL", "Wat te doen")
  }

  @Test func `Revoking from a moment in the past tells what was signed since, and the list keeps that moment`() throws {
    let bench = try Bench.founded()
    for name in ["Commissie", "Raad"] {
      try bench.inLedger("organisatie", "orgaan", name, als: "college").orThrow()
    }
    let revoke = ["key", "revoke", "college", "--reden", "gecompromitteerd", "--vanaf", "2020-01-01T00:00:00Z"]
    let asked = try bench.expectNothingWritten { try bench.inLedger(revoke, als: "secretariaat") }
    expectRefusal(asked, Exit.usage, saying: "2 gebeurtenissen", "nummer 3-4", "--yes")
    let done = try bench.inLedger(revoke + ["--yes"], als: "secretariaat")
    #expect(done.exitCode == Exit.done, "\(done)")
    #expect(done.errors.contains("2 gebeurtenissen (nummer 3-4)"), "\(done)")
    let keys = try bench.inLedger("key", "list", "--json").json()
    let college = try #require(keys.first { $0["rol"] as? String == "college" })
    #expect(college["vanaf"] as? String == "2020-01-01T00:00:00Z")
    let effective = try #require(college["ingetrokkenVanaf"] as? String)
    #expect(effective > "2020-01-01T00:00:00Z")
    #expect(keys.first?["vanaf"] is NSNull)
    #expect(try bench.run("verify", "--ledger", bench.ledger).exitCode == Exit.done)
  }
}
