import Foundation
import GRDB
import TestBench
import Testing

/// Who may see what, searched for in raw bytes.
struct SecrecyTests {
  private func outputs(_ bench: Bench, als key: String? = nil) throws -> [Outcome] {
    let size = try #require(try bench.run("status", "--json", "--ledger", bench.ledger).json().first?["size"] as? Int)
    var commands = [
      ["status"], ["status", "--json"], ["log"], ["log", "--json"], ["checkpoint"], ["organisatie", "lijst"],
      ["organisatie", "lijst", "--json"], ["key", "list"], ["key", "list", "--json"], ["beleid", "lijst"],
      ["beleid", "toon", "gedragscode"], ["beleid", "toon", "gedragscode", "--json"],
      ["beleid", "document", "gedragscode@1"], ["beleid", "verschil", "gedragscode@1", "gedragscode@2"],
      ["instemming", "lijst"], ["instemming", "lijst", "--json"], ["instemming", "toon", "gedragscode@2"],
      ["instemming", "toon", "gedragscode@2", "--json"], ["verify"], ["verify", "--json"], ["doctor"], ["rebuild"],
    ]
    for position in 0..<min(size, 14) {
      commands += [
        ["show", String(position)], ["show", String(position), "--json"], ["show", String(position), "--sd-jwt"],
        ["show", String(position), "--sd-jwt", "--open", "naam"], ["prove", String(position)],
      ]
    }
    return try commands.map { try bench.inLedger($0, als: key) }
  }

  @Test func `No sealed value is in the log, the views or anything said to someone outside`() throws {
    let bench = try Bench.founded()
    try bench.record()
    let said = try outputs(bench)
    #expect(said.count > 70)
    for outcome in said { expectNone(Canary.all, in: outcome.outputBytes + outcome.errorBytes, outcome.command) }
    for name in try FileManager.default.subpathsOfDirectory(atPath: bench.ledger) {
      expectNone(Canary.all, in: Array(name.utf8), "a file name")
      guard let data = FileManager.default.contents(atPath: bench.ledger + "/" + name) else { continue }
      expectNone(Canary.all, in: [UInt8](data), name)
    }
  }

  @Test func `The search finds what is there: members read every sealed value`() throws {
    let bench = try Bench.founded()
    try bench.record()
    let said = try outputs(bench, als: "ondernemingsraad").map(\.output).joined()
    for word in [Canary.holder, Canary.name, Canary.reason, Canary.draft] { #expect(said.contains(word), "\(word)") }
  }

  @Test func `An error message repeats nothing sealed`() throws {
    let bench = try Bench.founded()
    try bench.record()
    let failures = [
      try bench.inLedger("organisatie", "bekleed", "Onbekend", "--naam", Canary.name, als: "secretariaat"),
      try bench.inLedger("organisatie", "bekleed", "Griffier", "--naam", Canary.name, als: "ondernemingsraad"),
      try bench.inLedger("key", "register", "college", "--houder", Canary.holder, als: "secretariaat"),
      try bench.inLedger("instemming", "verleen", "gedragscode@2", "--toelichting", Canary.reason, als: "college"),
    ]
    for failure in failures {
      #expect(failure.exitCode != Exit.done, "\(failure)")
      expectNone(Canary.all, in: failure.outputBytes + failure.errorBytes, failure.command)
    }
  }

  @Test func `A key of another ledger, or one never registered, reads no more than someone outside`() throws {
    let bench = try Bench.founded()
    try bench.record()
    try bench.run("key", "new", "vreemd", "--rol", "secretariaat").orThrow()
    for outcome in try outputs(bench, als: "vreemd") {
      expectNone(Canary.all, in: outcome.outputBytes + outcome.errorBytes, outcome.command)
    }
  }

  @Test func `A member admitted later reads what went before`() throws {
    let bench = try Bench.founded()
    try bench.record()
    try bench.run("key", "new", "later", "--rol", "bureauIntegriteit").orThrow()
    let before = try bench.inLedger("log", "--json", als: "later")
    #expect(!before.output.contains(Canary.name))
    try bench.inLedger("key", "register", "later", als: "secretariaat").orThrow()
    let after = try bench.inLedger("log", "--json", als: "later")
    #expect(after.output.contains(Canary.name) && after.output.contains(Canary.reason), "\(after)")
  }

  @Test func `A revoked key reads nothing that was sealed after its revocation`() throws {
    let bench = try Bench.founded()
    try bench.record()
    try bench.inLedger("key", "revoke", "ondernemingsraad", "--reden", "verloren", "--yes", als: "secretariaat")
      .orThrow()
    try bench.inLedger("organisatie", "functie", "Directeur", als: "secretariaat").orThrow()
    try bench.inLedger("organisatie", "bekleed", "Directeur", "--naam", "Kanarie-Later-Kwartel", als: "secretariaat")
      .orThrow()
    #expect(try bench.inLedger("log", "--json", als: "college").output.contains("Kanarie-Later-Kwartel"))
    for outcome in try outputs(bench, als: "ondernemingsraad") {
      expectNone(["Kanarie-Later-Kwartel"], in: outcome.outputBytes + outcome.errorBytes, outcome.command)
    }
    try bench.expectClean()
  }

  @Test func `An erased field is gone from the raw bytes of every file, reads as erased, and verify is clean`() throws {
    let bench = try Bench.founded()
    try bench.record()
    let event = try #require(
      try bench.inLedger("log", "--json", "--gebeurtenis", "FunctieBekleed", als: "secretariaat").json().first)
    let position = String(try #require(event["position"] as? Int))
    let identity = try #require(event["id"] as? String)
    // Sealed values are encrypted; what can be looked for is the encrypted value itself and the key it was wrapped with.
    let sealed = try bench.withDatabase("vault.sqlite") { db in
      try Data.fetchAll(db, sql: "SELECT body FROM sealed WHERE event = ?", arguments: [identity])
    }
    #expect(sealed.count == 1)
    let kept = try bench.inLedger("show", position, "--sd-jwt", "--open", "naam", als: "secretariaat").orThrow().output
    let disclosure = try #require(kept.split(separator: "~").dropFirst().first)
    let erased = try bench.inLedger(
      "vernietig", position, "--veld", "naam", "--grond", "uit dienst", "--bewaarregel", "Selectielijst 17.5", "--yes",
      als: "secretariaat")
    #expect(erased.exitCode == Exit.done, "\(erased)")
    for name in try FileManager.default.subpathsOfDirectory(atPath: bench.ledger) {
      guard let data = FileManager.default.contents(atPath: bench.ledger + "/" + name) else { continue }
      for body in sealed {
        for part in stride(from: 0, to: max(1, body.count - 24), by: 24) {
          let piece = body.dropFirst(part).prefix(24)
          #expect(data.range(of: piece) == nil, "a piece of the sealed value is still in \(name)")
        }
      }
      expectNone([Canary.name, String(disclosure)], in: [UInt8](data), name)
    }
    let shown = try #require(try bench.inLedger("show", position, "--json", als: "secretariaat").json().first)
    #expect(shown["erased"] as? [String] == ["naam"])
    #expect((shown["data"] as? [String: Any])?["naam"] == nil)
    try bench.expectClean()
    expectRefusal(
      try bench.inLedger("show", position, "--sd-jwt", "--open", "naam", als: "secretariaat"), Exit.notFound,
      saying: "naam")
  }

  @Test func `An erased document is gone from the disk, and verify is clean`() throws {
    let bench = try Bench.founded()
    try bench.record()
    let before = bench.documents()
    let events = try bench.inLedger("log", "--json", als: "secretariaat").json()
    let draft = try #require(events.first { ($0["data"] as? [String: Any])?["concept"] != nil })
    let position = String(try #require(draft["position"] as? Int))
    let erased = try bench.inLedger(
      "vernietig", position, "--grond", "bewaartermijn", "--bewaarregel", "Selectielijst 17.5", "--yes",
      als: "secretariaat")
    #expect(erased.exitCode == Exit.done, "\(erased)")
    #expect(bench.documents().count == before.count - 1)
    try bench.expectClean()
  }

  @Test func `A whole subject is erased at once, and a second time there is nothing left`() throws {
    let bench = try Bench.founded()
    try bench.record()
    let erase = [
      "vernietig", "--over", "gedragscode", "--grond", "bewaartermijn", "--bewaarregel", "Selectielijst 2.3", "--yes",
    ]
    try bench.inLedger(erase, als: "secretariaat").orThrow()
    let events = try bench.inLedger("log", "--json", als: "secretariaat").json()
    let ofSubject = events.filter { ($0["stream"] as? String)?.hasPrefix("Regeling/") == true }
    #expect(ofSubject.contains { ($0["erased"] as? [String])?.isEmpty == false })
    // The letter to the works council belongs to another subject and stays.
    #expect(bench.documents().count == 1)
    try bench.expectClean()
    let again = try bench.expectNothingWritten { try bench.inLedger(erase, als: "secretariaat") }
    #expect(again.exitCode == Exit.notFound, "\(again)")
  }

  @Test func `Erasing without saying what, or the same event twice, is refused`() throws {
    let bench = try Bench.founded()
    try bench.record()
    let why = ["--grond", "uit dienst", "--bewaarregel", "Selectielijst 17.5", "--yes"]
    let nothing = try bench.expectNothingWritten { try bench.inLedger(["vernietig"] + why, als: "secretariaat") }
    #expect(nothing.exitCode == Exit.usage, "\(nothing)")
    let twice = try bench.expectNothingWritten {
      try bench.inLedger(["vernietig", "5", "5"] + why, als: "secretariaat")
    }
    #expect(twice.exitCode == Exit.badInput, "\(twice)")
  }

  @Test func `Erasing asks first, and a dry run erases nothing`() throws {
    let bench = try Bench.founded()
    try bench.record()
    let erase = ["vernietig", "5", "--grond", "uit dienst", "--bewaarregel", "Selectielijst 17.5"]
    for more in [[], ["--dry-run"]] {
      let outcome = try bench.expectNothingWritten { try bench.inLedger(erase + more, als: "secretariaat") }
      #expect(outcome.exitCode == (more.isEmpty ? Exit.usage : Exit.done), "\(outcome)")
    }
  }

  @Test func `Sealed values put back from an old vault are found, and mended`() throws {
    let bench = try Bench.founded()
    try bench.record()
    let vault = URL(fileURLWithPath: bench.ledger + "/vault.sqlite")
    let old = try Data(contentsOf: vault)
    try bench.inLedger(
      "vernietig", "5", "--grond", "uit dienst", "--bewaarregel", "Selectielijst 17.5", "--yes", als: "secretariaat"
    ).orThrow()
    try bench.removeScratchFiles()
    try old.write(to: vault)
    #expect(try bench.verify().isFound)
    #expect(try bench.inLedger("doctor").exitCode == Exit.foundWanting)
    let mended = try bench.inLedger("doctor", "--herstel")
    #expect(mended.outputBytes.isEmpty == false)
    try bench.expectClean()
  }

  @Test func `No sealed value is in the public site, in a file or in a name, whoever publishes it`() throws {
    let bench = try Bench.full()
    let words = ["Kanarie-Werkzaamheid-Roodborst", "Kanarie-Instantie-Winterkoning", "Kanarie-Uitleg-Heggenmus"]
    try bench.setUpPublishing().orThrow()
    try bench.inLedger("nevenfunctie", "stel-in", "--model", "lelystad", als: "college").orThrow()
    try bench.inLedger(
      "nevenfunctie", "wijs-aan", "Griffier", "--houder-rol", "griffier", "--verantwoordelijke", "werkgeverscommissie",
      als: "college"
    ).orThrow()
    try bench.inLedger(
      "nevenfunctie", "meld", "griffier", "--activiteit", words[0], "--organisatie", words[1], "--toelichting",
      words[2],
      als: "secretariaat"
    ).orThrow()
    let outcome = try bench.publish("--json").orThrow()
    expectNone(words + Canary.all, in: outcome.outputBytes + outcome.errorBytes, "what publishing said")
    let files = bench.snapshot("site").files
    #expect(files.keys.contains("v1/nevenfuncties.json"))
    for (name, bytes) in files {
      expectNone(words + Canary.all, in: Array(name.utf8) + [UInt8](bytes ?? Data()), name)
    }
  }
}
