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
    let card = try bench.run("key", "show", "griffie", "--kaart", "--origin", Bench.origin).orThrow().output
    let file = try bench.write(card, to: "griffie.jwk")
    let register = ["key", "register", file, "--rol", "griffier", "--houder", "E. Griffier"]
    let kid = try #require(try bench.run("key", "show", "griffie", "--json").json().first?["kid"] as? String)
    // Somebody else's key is shown before it is signed for.
    let asked = try bench.expectNothingWritten { try bench.inLedger(register, als: "secretariaat") }
    expectRefusal(asked, Exit.usage, saying: kid, "griffier", "--yes")
    let outcome = try bench.inLedger(register + ["--yes"], als: "secretariaat")
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    let roles = try bench.inLedger("key", "list", "--json").json().compactMap { $0["rol"] as? String }
    #expect(roles.last == "griffier")
  }

  @Test func `A fingerprint that begins with a hyphen is a value, and no option`() throws {
    let bench = try Bench.gemeente()
    let fingerprint = "-" + String(repeating: "e", count: 42)
    let outcome = try bench.inLedger(
      "nevenfunctie", "belang", "meld", "--functie", "Griffier", "--soort", "aandelen", "--omschrijving", "Proef",
      "--ook-voor", fingerprint, als: "gemeentesecretaris")
    #expect(
      outcome.exitCode != Exit.usage && outcome.errors.contains("«\(fingerprint)» is niet geregistreerd"), "\(outcome)")
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

  @Test func `M23: the list tells who registered each key, and a second key in a role is unconfirmed until confirmed`()
    throws
  {
    let bench = try Bench.founded()
    func keys() throws -> [[String: Any]] { try bench.inLedger("key", "list", "--json").json() }
    #expect(try keys().map { $0["geregistreerdDoorRol"] as? String } == [nil, "secretariaat", "secretariaat"])
    #expect(try keys().allSatisfy { $0["onbevestigd"] as? Bool == false })
    try bench.run("key", "new", "college-2", "--rol", "college").orThrow()
    let registered = try bench.inLedger("key", "register", "college-2", als: "secretariaat").orThrow()
    #expect(registered.errors.contains("onbevestigd") && registered.errors.contains("key confirm"), "\(registered)")
    #expect(try keys().last?["onbevestigd"] as? Bool == true)
    #expect(try bench.inLedger("key", "list").output.contains("onbevestigd"))
    let signed = try bench.inLedger("organisatie", "orgaan", "Commissie", als: "college-2").orThrow()
    #expect(signed.errors.contains("onbevestigd"), "\(signed)")
    #expect(try bench.inLedger("show", "4").output.contains("onbevestigd"))
    let verified = try bench.run("verify", "--ledger", bench.ledger).orThrow().output
    #expect(verified.contains("geregistreerd door secretariaat") && verified.contains("Onbevestigd"), "\(verified)")
    let refused = try bench.expectNothingWritten {
      try bench.inLedger("key", "confirm", "college-2", als: "secretariaat")
    }
    expectRefusal(refused, Exit.refused, saying: "ORG-BEVESTIGING", "Wat te doen")
    try bench.inLedger("key", "confirm", "college-2", als: "college").orThrow()
    #expect(try keys().last?["onbevestigd"] as? Bool == false)
    #expect(try !bench.inLedger("show", "4").output.contains("onbevestigd"))
    #expect(try bench.run("verify", "--ledger", bench.ledger).exitCode == Exit.done)
  }

  @Test func `M6: a revocation far ahead is asked about, and brought forward by another`() throws {
    let bench = try Bench.founded()
    let later = ["key", "revoke", "college", "--reden", "functieBeeindigd", "--vanaf", "2099-01-01T00:00:00Z"]
    let asked = try bench.expectNothingWritten { try bench.inLedger(later, als: "secretariaat") }
    expectRefusal(asked, Exit.usage, saying: "35 dagen vooruit", "--yes")
    try bench.inLedger(later + ["--yes"], als: "secretariaat").orThrow()
    let now = ["key", "revoke", "college", "--reden", "gecompromitteerd", "--yes"]
    try bench.inLedger(now, als: "secretariaat").orThrow()
    expectRefusal(
      try bench.inLedger("organisatie", "orgaan", "Raad", als: "college"), Exit.notPermitted, saying: "ingetrokken")
    let again = try bench.expectNothingWritten { try bench.inLedger(now, als: "secretariaat") }
    expectRefusal(again, Exit.badInput, saying: "geldt niet meer sinds")
    #expect(try bench.run("verify", "--ledger", bench.ledger).exitCode == Exit.done)
  }

  @Test func `M5: replacing a key hands on what it can read, with its passphrase`() throws {
    let bench = try Bench.founded()
    let person = "Persoon/019ab3c0-0000-7000-8000-000000000001"
    try bench.run("key", "new", "gs", "--rol", "algemeenDirecteur").orThrow()
    try bench.run("key", "new", "gs2", "--rol", "algemeenDirecteur").orThrow()
    try bench.inLedger("key", "register", "gs", als: "secretariaat").orThrow()
    let report = [
      "nevenfunctie", "belang", "meld", "--persoon", person, "--soort", "aandelen", "--omschrijving",
      "Verzonnen aandelen",
    ]
    try bench.inLedger(report, als: "gs").orThrow()
    let number = String(try bench.number(of: "VertrouwelijkeMeldingGedaan"))
    try bench.inLedger("key", "replace", "gs", "gs2", als: "secretariaat").orThrow()
    #expect(try bench.inLedger("show", number, als: "gs2").output.contains("Verzonnen aandelen"))
    #expect(try !bench.inLedger("show", number, als: "gs").output.contains("Verzonnen aandelen"))
    let verified = try bench.run("verify", "--ledger", bench.ledger, "--als", "gs2")
    #expect(verified.exitCode == Exit.done, "\(verified)")
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
