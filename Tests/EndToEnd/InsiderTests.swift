import Foundation
import GRDB
import Governance
import Ledger
import LedgerCrypto
import TestBench
import Testing

/// Somebody who can write in the ledger's folder, has a signing key, not the log's own, and computes every hash without a
/// key again. The M-numbers are those of the findings that each test keeps mended.
struct InsiderTests {
  /// Puts another value in the place of a clear fact of an event, signed again by the key that signed it, with its hash.
  private func rewrite(_ position: Int, _ old: String, _ new: String, by key: String, in bench: Bench) throws {
    let signer = try bench.unlocked(key)
    try unguarded(bench) { db in
      let leaf = try #require(
        try Data.fetchOne(db, sql: "SELECT leaf FROM event WHERE position = ?", arguments: [position]))
      let parts = String(decoding: leaf, as: UTF8.self).dropLast().split(separator: ".")
      let payload = String(decoding: try Base64.url.decode(String(parts[1])), as: UTF8.self)
      try #require(payload.contains(old))
      let signed = "\(parts[0]).\(Base64.url.encode(Array(payload.replacing(old, with: new).utf8)))"
      let signature = try signer.signing.sign(Array(signed.utf8))
      let forged = Array("\(signed).\(Base64.url.encode(signature.bytes))~".utf8)
      try db.execute(
        sql: "UPDATE event SET leaf = ?, leafHash = ? WHERE position = ?",
        arguments: [Data(forged), Data(MerkleTree.leafHash(of: forged).bytes), position])
    }
  }

  /// Lends the log without its triggers, which stand there again afterwards.
  private func unguarded(_ bench: Bench, _ body: (Database) throws -> Void) throws {
    try bench.withDatabase("log.sqlite") { db in
      let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
      try body(db)
      for trigger in triggers { try db.execute(sql: trigger["sql"]) }
    }
  }

  private func forgetViews(_ bench: Bench) throws { try FileManager.default.removeItem(atPath: bench.path("cache")) }
  private func forgetCheckpoints(_ bench: Bench) throws {
    try FileManager.default.removeItem(atPath: bench.path("state"))
  }

  private func position(of type: String, in bench: Bench) throws -> Int { try bench.number(of: type) }

  // MARK: Views

  @Test func `M1 no view lies in the ledger's folder, and one that is put there decides nothing`() throws {
    let bench = try Bench.full()
    let before = try bench.inLedger("beleid", "lijst", "--json").orThrow().output
    let folder = try FileManager.default.contentsOfDirectory(atPath: bench.ledger)
    #expect(!folder.contains { $0.hasPrefix("views") }, "\(folder)")
    try FileManager.default.copyItem(
      at: try bench.views(of: bench.ledger), to: URL(fileURLWithPath: bench.ledger + "/views.sqlite"))
    let queue = try DatabaseQueue(path: bench.ledger + "/views.sqlite")
    try queue.write { db in
      let facts = try #require(
        try String.fetchOne(
          db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'feiten_*_feit'"))
      try db.execute(sql: "UPDATE \"\(facts)\" SET waarden = replace(waarden, 'gedragscode', 'ontslagregeling')")
      #expect(db.changesCount > 0)
    }
    try queue.close()
    #expect(try bench.inLedger("beleid", "lijst", "--json").orThrow().output == before)
    #expect(before.contains("gedragscode") && !before.contains("ontslagregeling"))
  }

  @Test func `M1 a cache that others can write in is not used, and that is said`() throws {
    let bench = try Bench.full()
    let before = try bench.inLedger("beleid", "lijst", "--json").orThrow()
    #expect(!before.errors.contains("alleen voor deze opdracht"))
    let cache = try bench.views(of: bench.ledger).deletingLastPathComponent().deletingLastPathComponent()
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: cache.path)
    let after = try bench.inLedger("beleid", "lijst", "--json").orThrow()
    #expect(after.output == before.output)
    #expect(after.errors.contains("overzichten worden alleen voor deze opdracht gemaakt"), "\(after)")
    try bench.inLedger("organisatie", "orgaan", "Commissie", als: "secretariaat").orThrow()
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.path("tmp"))
    #expect(!left.contains { $0.hasPrefix("waarborg-") }, "\(left)")
  }

  @Test func `M2 an index, trigger or view that does not belong to the views is found`() throws {
    let bench = try Bench.full()
    try bench.inLedger("beleid", "lijst").orThrow()
    try bench.withDatabase("views.sqlite") { db in
      let facts = try #require(
        try String.fetchOne(
          db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'feiten_*_feit'"))
      try db.execute(sql: "CREATE TRIGGER stil AFTER INSERT ON \"\(facts)\" BEGIN SELECT 1; END")
    }
    let result = try bench.verify()
    #expect(result.findings.contains { $0.question == "views" && $0.message.contains("stil") }, "\(result.outcome)")
  }

  @Test func `M2 verify says when there are no views of this reader to compare`() throws {
    let bench = try Bench.full()
    try forgetViews(bench)
    let first = try bench.run("verify", "--ledger", bench.ledger).orThrow()
    #expect(first.output.contains("niets te vergelijken"), "\(first)")
    try bench.inLedger("beleid", "lijst").orThrow()
    #expect(try !bench.run("verify", "--ledger", bench.ledger).orThrow().output.contains("niets te vergelijken"))
  }

  // MARK: A history that was rewritten

  @Test func `M9 nothing is appended to, listed from or proved of a history that a signer rewrote`() throws {
    let bench = try Bench.full()
    let position = try position(of: "RegelingVastgesteld", in: bench)
    try rewrite(position, "2026-03-10", "2026-01-10", by: "college", in: bench)
    try forgetViews(bench)
    try forgetCheckpoints(bench)
    try bench.expectNothingWritten {
      let append = try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat")
      expectRefusal(append, Exit.foundWanting, saying: "herschreven", "waarborg verify")
      expectRefusal(try bench.inLedger("beleid", "lijst"), Exit.foundWanting, saying: "herschreven")
      expectRefusal(try bench.inLedger("prove", "\(position)"), Exit.foundWanting, saying: "\(position)")
      expectRefusal(
        try bench.inLedger("show", "\(position)", "--sd-jwt"), Exit.foundWanting, saying: "\(position)")
    }
    // What examines goes on, and says what is wrong.
    let shown = try bench.inLedger("show", "\(position)").orThrow()
    #expect(shown.errors.contains("controlepunt"), "\(shown)")
    try bench.inLedger("log").orThrow()
    #expect(try bench.verify().names(position: position))
  }

  @Test func `M9 an event whose bytes were exchanged after it was folded is not acted on`() throws {
    let bench = try Bench.full()
    try bench.inLedger("beleid", "lijst").orThrow()
    // Under a full tile, whose hashes are stored apart: the tree still gives the root that was signed.
    let position = try #require(try bench.events("FunctieBekleed").first?["position"] as? Int)
    try #require(position < 256)
    try rewrite(position, "FunctieBekleed", "FunctieNeergelegd", by: "secretariaat", in: bench)
    try bench.expectNothingWritten {
      let erasure = try bench.inLedger(
        "vernietig", "\(position)", "--veld", "naam", "--grond", "x", "--bewaarregel", "17.5", "--yes",
        als: "secretariaat"
      )
      expectRefusal(erasure, Exit.foundWanting, saying: "\(position)", "bytes")
    }
  }

  // MARK: Checkpoints

  @Test func `M8 a stored checkpoint that does not hold is not handed out, not gone on from and not remembered`() throws
  {
    let bench = try Bench.full()
    try forgetCheckpoints(bench)
    let log = URL(fileURLWithPath: bench.ledger + "/log.sqlite")
    try bench.removeScratchFiles()
    let honest = try Data(contentsOf: log)
    try unguarded(bench) { db in
      let size = try #require(try Int.fetchOne(db, sql: "SELECT max(size) FROM checkpoint"))
      let note = try #require(
        try String.fetchOne(db, sql: "SELECT note FROM checkpoint WHERE size = ?", arguments: [size]))
      // A larger size, so that the honest ledger would look rolled back to whoever believed it.
      try db.execute(
        sql: "UPDATE checkpoint SET note = ? WHERE size = ?",
        arguments: [note.replacing("\n\(size)\n", with: "\n\(size + 9)\n"), size])
    }
    try bench.expectNothingWritten {
      expectRefusal(try bench.inLedger("checkpoint"), Exit.foundWanting, saying: "controlepunt", "sleutel")
      expectRefusal(try bench.inLedger("prove", "3"), Exit.foundWanting, saying: "controlepunt")
      let append = try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat")
      expectRefusal(append, Exit.foundWanting, saying: "controlepunt")
      #expect(try bench.inLedger("status").errors.contains("controlepunt"))
    }
    try bench.removeScratchFiles()
    try honest.write(to: log)
    try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat").orThrow()
  }

  @Test func `M8 a rehearsal under the same origin is another ledger`() throws {
    let bench = try Bench.full()
    try bench.inLedger("status").orThrow()
    let founded = try bench.run(
      "init", bench.path("oefening"), "--origin", Bench.origin, "--organisatie", "Gemeente Voorbeeld", "--als",
      "secretariaat")
    try founded.orThrow()
    try bench.run("status", "--ledger", bench.path("oefening")).orThrow()
    try bench.inLedger("status").orThrow()
  }

  @Test func `M16 whoever verifies can give the log's key, and is told which one it was`() throws {
    let bench = try Bench.full()
    let key = try bench.inLedger("checkpoint", "--vkey").orThrow().output.trimmingCharacters(in: .newlines)
    let right = try bench.inLedger("verify", "--sleutel", key).orThrow()
    #expect(right.output.contains(key))
    let other = try NoteSigner(name: Bench.origin, key: .generate(SystemRandom())).verifier.vkey
    let wrong = try bench.verify(nil, "--sleutel", other)
    #expect(wrong.outcome.exitCode == Exit.foundWanting)
    #expect(wrong.findings.contains { $0.check == "log-key-other" }, "\(wrong.outcome)")
    #expect(wrong.findings.contains { $0.check == "checkpoint-signature" }, "\(wrong.outcome)")
    expectRefusal(try bench.inLedger("verify", "--sleutel", "onzin"), Exit.notFound, saying: "onzin")
  }

  @Test func `M17 verify remembers what it verified, and says when it cannot`() throws {
    let bench = try Bench.full()
    try forgetCheckpoints(bench)
    try bench.removeScratchFiles()
    let log = URL(fileURLWithPath: bench.ledger + "/log.sqlite")
    let yesterday = try Data(contentsOf: log)
    try bench.run(
      ["organisatie", "orgaan", "Raad", "--ledger", bench.ledger, "--als", "secretariaat"],
      environment: ["XDG_STATE_HOME": bench.path("elders")]
    ).orThrow()
    try bench.verify().outcome.orThrow()
    try bench.removeScratchFiles()
    try yesterday.write(to: log)
    expectRefusal(try bench.inLedger("status"), Exit.foundWanting, saying: "teruggezet")
    // A file stands where the folder should be: nothing can be remembered.
    _ = try bench.write("", to: "bestand")
    let deaf = try bench.run(
      ["verify", "--ledger", bench.ledger], environment: ["XDG_STATE_HOME": bench.path("bestand")])
    #expect(deaf.errors.contains("niet worden onthouden"), "\(deaf)")
  }

  // MARK: The vault

  @Test func `M4 a key that is there for a member and does not open is found, and is no missing admission`() throws {
    let bench = try Bench.full()
    let position = try position(of: "FunctieBekleed", in: bench)
    try bench.withDatabase("vault.sqlite") { db in
      for row in try Row.fetchAll(db, sql: "SELECT key, recipient, body FROM wrappedKey") {
        let (key, recipient, body): (String, String, Data) = (row["key"], row["recipient"], row["body"])
        let junk = Data(SystemRandom().bytes(body.count))
        try db.execute(
          sql: "UPDATE wrappedKey SET body = ? WHERE key = ? AND recipient = ?", arguments: [junk, key, recipient])
      }
    }
    let result = try bench.verify(nil, "--als", "secretariaat")
    #expect(result.findings.contains { $0.check == "wrapped-key-altered" }, "\(result.outcome)")
    let shown = try bench.inLedger("show", "\(position)", als: "secretariaat")
    expectRefusal(shown, Exit.foundWanting, saying: "er voor u", "niet open")
  }

  @Test func `M22 nothing is erased from a vault that could keep it`() throws {
    let bench = try Bench.full()
    let position = try position(of: "FunctieBekleed", in: bench)
    try bench.withDatabase("vault.sqlite") { db in
      try db.execute(sql: "CREATE TRIGGER bewaar AFTER DELETE ON sealed BEGIN SELECT 1; END")
    }
    let words = ["vernietig", "\(position)", "--veld", "naam", "--grond", "x", "--bewaarregel", "17.5", "--yes"]
    try bench.expectNothingWritten {
      expectRefusal(try bench.inLedger(words, als: "secretariaat"), Exit.foundWanting, saying: "bewaar", "hoort")
    }
    try bench.withDatabase("vault.sqlite") { try $0.execute(sql: "DROP TRIGGER bewaar") }
    try bench.inLedger(words, als: "secretariaat").orThrow()
  }

  @Test func `M11 an erasure while someone reads the vault says that it is recorded, and is finished later`() throws {
    let bench = try Bench.full()
    let position = try position(of: "FunctieBekleed", in: bench)
    let reader = try DatabaseQueue(path: bench.ledger + "/vault.sqlite", configuration: Self.readonly)
    try reader.inDatabase { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sealed")
      let erasure = try bench.inLedger(
        "vernietig", "\(position)", "--veld", "naam", "--grond", "x", "--bewaarregel", "17.5", "--yes",
        als: "secretariaat"
      )
      #expect(erasure.exitCode == Exit.done, "\(erasure)")
      #expect(erasure.errors.contains("vastgelegd als nummer") && erasure.errors.contains("nog niet afgerond"))
      #expect(!erasure.errors.contains("niets geschreven"), "\(erasure)")
      let doctor = try bench.inLedger("doctor")
      #expect(doctor.exitCode == Exit.foundWanting && doctor.output.contains("--herstel"), "\(doctor)")
      #expect(try bench.verify().findings.contains { $0.check == "scrub-pending" })
      try db.execute(sql: "COMMIT")
    }
    try reader.close()
    try bench.inLedger("doctor", "--herstel").orThrow()
    try bench.inLedger("doctor").orThrow()
    try bench.expectClean()
  }

  private static var readonly: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    return configuration
  }

  // MARK: Files

  @Test(arguments: ["ledger.lock", "documents/.half"])
  func `M7 a link in the place of a file of the ledger is refused, and what it leads to stays`(name: String) throws {
    let bench = try Bench.full()
    let place = bench.ledger + "/" + name
    let isFolder = name.hasSuffix(".half")
    let target = isFolder ? bench.path("home") : try bench.write("alles wat ik heb", to: "kostbaar.txt")
    if isFolder { _ = try bench.write("alles wat ik heb", to: "home/kostbaar.txt") }
    try? FileManager.default.removeItem(atPath: place)
    try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
    let text = try bench.write("# Regeling\n", to: "regeling.md")
    let append = try bench.inLedger(
      "beleid", "ontwerp", text, "--kenmerk", "nieuw", "--titel", "Nieuw", "--soort", "regeling", "--instemming",
      "nietVereist", "--niet-vereist", "buitenArtikel27", als: "secretariaat")
    expectRefusal(append, Exit.io, saying: name, "verwijzing")
    let precious = isFolder ? bench.path("home/kostbaar.txt") : target
    #expect(try String(contentsOfFile: precious, encoding: .utf8) == "alles wat ik heb")
  }

  @Test func `M10 nothing is swept on the word of a vault that is older than the log`() throws {
    let bench = try Bench.full()
    try bench.removeScratchFiles()
    let vault = URL(fileURLWithPath: bench.ledger + "/vault.sqlite")
    let old = try Data(contentsOf: vault)
    let text = try bench.write("# Regeling\n\nOpenbaar.\n", to: "regeling.md")
    try bench.inLedger(
      "beleid", "ontwerp", text, "--kenmerk", "nieuw", "--titel", "Nieuw", "--soort", "gedragscode", "--instemming",
      "nietVereist", "--niet-vereist", "buitenArtikel27", als: "secretariaat"
    ).orThrow()
    let adopted = try bench.inLedger("beleid", "stel-vast", "nieuw", als: "college").orThrow()
    // Told as the signed events say it, before it is signed.
    let (about, recorded) = (
      adopted.errors.range(of: "Over: nieuw@1 «Nieuw», SHA-256 "), adopted.errors.range(of: "vastgelegd")
    )
    #expect(about.flatMap { about in recorded.map { about.lowerBound < $0.lowerBound } } == true, "\(adopted)")
    try bench.removeScratchFiles()
    let newer = try Data(contentsOf: vault)
    try old.write(to: vault)
    let doctor = try bench.inLedger("doctor")
    #expect(doctor.exitCode == Exit.foundWanting && doctor.output.contains("ontbreekt iets"), "\(doctor)")
    let mended = try bench.inLedger("doctor", "--herstel")
    #expect(mended.exitCode == Exit.foundWanting && mended.output.contains("0 losse documenten"), "\(mended)")
    try bench.removeScratchFiles()
    try newer.write(to: vault)
    try bench.inLedger("doctor").orThrow()
    try bench.expectClean()
  }

  @Test func `M12 what an append that did not finish left of a document is named, and swept by an erasure`() throws {
    let bench = try Bench.full()
    let half = bench.ledger + "/documents/.half"
    try FileManager.default.createDirectory(atPath: half, withIntermediateDirectories: true)
    try Data("openbare tekst".utf8).write(to: URL(fileURLWithPath: half + "/rest"))
    let doctor = try bench.inLedger("doctor")
    #expect(doctor.exitCode == Exit.foundWanting && doctor.output.contains("half geschreven"), "\(doctor)")
    let position = try position(of: "FunctieBekleed", in: bench)
    try bench.inLedger(
      "vernietig", "\(position)", "--veld", "naam", "--grond", "x", "--bewaarregel", "17.5", "--yes",
      als: "secretariaat"
    ).orThrow()
    #expect(try FileManager.default.contentsOfDirectory(atPath: half).isEmpty)
    try bench.inLedger("doctor").orThrow()
  }

  // MARK: What an administrator sees

  @Test func `M21 confidential text comes from a file, and is never left to an argument alone`() throws {
    let bench = try Bench.gemeenteToChange()
    try bench.write("Aandelen in een bouwbedrijf\n", to: "belang.txt")
    let words = "nevenfunctie belang meld --persoon {persoon Griffier} --soort aandelen"
    try bench.expectNothingWritten {
      expectRefusal(
        try bench.type(words, als: "gemeentesecretaris"), Exit.usage, saying: "--omschrijving", "@bestand")
    }
    try bench.type(words + " --omschrijving @belang.txt", als: "gemeentesecretaris").orThrow()
    // By the function, as people know it; a name is found among those who hold it.
    let byFunction = "nevenfunctie belang meld --soort aandelen --omschrijving @belang.txt"
    expectRefusal(
      try bench.expectNothingWritten { try bench.type(byFunction, als: "gemeentesecretaris") }, Exit.usage,
      saying: "--functie", "--persoon")
    try bench.type(byFunction + " --functie griffier", als: "gemeentesecretaris").orThrow()
    let betrokkenen = try bench.events("VertrouwelijkeMeldingGedaan").suffix(2).compactMap { event in
      let position = try #require(event["position"] as? Int)
      let shown = try bench.inLedger("show", "\(position)", als: "gemeentesecretaris").orThrow().output
      return shown.firstMatch(of: /Persoon\/[0-9a-f-]+/).map { String($0.output) }
    }
    #expect(betrokkenen.count == 2 && betrokkenen[0] == betrokkenen[1])
    let position = try #require(try bench.events("VertrouwelijkeMeldingGedaan").last?["position"] as? Int)
    let shown = try bench.inLedger("show", "\(position)", als: "gemeentesecretaris").orThrow()
    #expect(shown.output.contains("Aandelen in een bouwbedrijf"), "\(shown)")
  }

  @Test func `M21 who erases is told that the ground stays readable`() throws {
    let bench = try Bench.full()
    let position = try position(of: "FunctieBekleed", in: bench)
    try bench.expectNothingWritten {
      let asked = try bench.inLedger(
        "vernietig", "\(position)", "--veld", "naam", "--grond", "verzoek van Jan", "--bewaarregel", "17.5",
        als: "secretariaat")
      expectRefusal(asked, Exit.usage, saying: "De grond «verzoek van Jan» blijft voor ieder met het log te lezen")
    }
  }

  // MARK: Hostile files

  @Test(arguments: [
    "INSERT INTO event VALUES (9223372036854775807, 'x', 'y', 1, zeroblob(32), x'00')",
    "INSERT INTO event VALUES (9223372036854775806, 'x', 'y', 1, zeroblob(32), x'00')",
  ]) func `M15 a row at the last position there can be is found, and nothing traps`(sql: String) throws {
    let bench = try Bench.full()
    try unguarded(bench) { try $0.execute(sql: sql) }
    let result = try bench.verify()
    #expect(result.outcome.exitCode == Exit.foundWanting && !result.findings.isEmpty, "\(result.outcome)")
    for words in [
      ["status"], ["log", "--aantal", "3"], ["log", "--van", "0"], ["log", "--json"],
      ["log", "--van", "0", "--aantal", "3"], ["show", "0"], ["rebuild"], ["doctor"], ["backup", bench.path("k")],
    ] {
      let outcome = try bench.inLedger(words)
      #expect((0...77).contains(outcome.exitCode), "\(outcome)")
    }
  }

  @Test(arguments: [
    ("DELETE FROM event WHERE position = 0", "position-gap"),
    ("UPDATE event SET leaf = x'7e' WHERE position = 0", "leaf-hash"),
  ])
  func `M15 a first event that is gone or damaged is reported with its number`(sql: String, check: String) throws {
    let bench = try Bench.full()
    try forgetViews(bench)
    try unguarded(bench) { try $0.execute(sql: sql) }
    let result = try bench.verify()
    #expect(result.findings.contains { $0.check == check && $0.position == 0 }, "\(result.outcome)")
    try bench.expectNothingWritten {
      for words in [["status"], ["beleid", "lijst"], ["organisatie", "orgaan", "Raad"]] {
        let outcome = try bench.inLedger(words, als: "secretariaat")
        expectRefusal(outcome, Exit.foundWanting, saying: "gebeurtenis 0 is niet in orde", "waarborg verify")
      }
    }
    // What examines goes on.
    let listed = try bench.inLedger("log", "--van", "0", "--aantal", "3").orThrow()
    #expect(listed.output.contains("SleutelGeregistreerd"), "\(listed)")
    let doctor = try bench.inLedger("doctor")
    #expect(doctor.exitCode == Exit.foundWanting && doctor.output.contains("gebeurtenis 0"), "\(doctor)")
  }

  @Test func `M15 a vault row that is named by no text is found, and verify ends`() throws {
    let bench = try Bench.full()
    // A table without its types, and afterwards with them again, as a hostile file can be.
    let schema = "UPDATE sqlite_schema SET sql = ? WHERE name = 'sealed'"
    let sql = try bench.withDatabase("vault.sqlite") { db in
      try #require(try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'sealed'"))
    }
    for (text, change) in [(sql.replacing("STRICT", with: ""), true), (sql, false)] {
      try bench.withDatabase("vault.sqlite") { db in
        try db.execute(sql: "PRAGMA writable_schema = ON")
        try db.execute(sql: schema, arguments: [text])
        try db.execute(sql: "PRAGMA writable_schema = RESET")
      }
      guard change else { continue }
      try bench.withDatabase("vault.sqlite") {
        try $0.execute(sql: "UPDATE sealed SET event = x'ff00' WHERE rowid = 3")
      }
    }
    let result = try bench.verify()
    #expect(result.outcome.exitCode == Exit.foundWanting && !result.findings.isEmpty, "\(result.outcome)")
  }

  // MARK: Time

  @Test func `M13 a clock far after the last event is asked about before anything is signed`() throws {
    let bench = try Bench.founded()
    let words = ["organisatie", "orgaan", "Commissie", "--nog-een", "--ledger", bench.ledger, "--als", "secretariaat"]
    // As if a day were more than usual: the ledger was used moments ago.
    let strict = ["WAARBORG_KLOKSPRONG": "-1"]
    try bench.expectNothingWritten {
      expectRefusal(try bench.run(words, environment: strict), Exit.usage, saying: "klok", "--yes")
    }
    try bench.run(words + ["--yes"], environment: strict).orThrow()
    try bench.run(words).orThrow()
  }

  @Test func `M13 and B12: when a clock was wrong everyone is told, and two registrars find the way back`() throws {
    let bench = try Bench.founded()
    try bench.run("key", "new", "griffier", "--rol", "griffier").orThrow()
    try bench.inLedger("key", "register", "griffier", als: "secretariaat").orThrow()
    let first = try #require(try bench.inLedger("status", "--json").json().first?["size"] as? Int)
    try bench.fill(holders: 1, clockAhead: 365 * 86_400)
    try bench.expectNothingWritten {
      expectRefusal(
        try bench.type("organisatie orgaan Nu", als: "secretariaat"), Exit.io, saying: "klok", "waarborg klok toon")
      expectRefusal(try bench.type("klok bevestig", als: "griffier"), Exit.notFound, saying: "waarborg klok herstel")
      expectRefusal(try bench.type("klok herstel", als: "college"), Exit.notPermitted, saying: "KlokHersteld")
    }
    #expect(try bench.type("status").orThrow().errors.contains("waarborg klok toon"))
    let doctor = try bench.type("doctor")
    #expect(doctor.exitCode == Exit.foundWanting && doctor.output.contains("waarborg klok toon"), "\(doctor)")
    #expect(try bench.verify().outcome.errors.contains("waarborg klok toon"))
    let shown = try #require(try bench.type("klok toon --json").json().first)
    #expect((shown["voor"] as? [String: Any])?["vanaf"] as? Int == first)
    let proposed = try bench.type("klok herstel", als: "secretariaat").orThrow()
    #expect(
      proposed.errors.contains("vanaf nummer \(first)") && proposed.errors.contains("zonder gevolg"), "\(proposed)")
    try bench.expectNothingWritten {
      expectRefusal(try bench.type("klok bevestig", als: "secretariaat"), Exit.refused, saying: "TIJD")
      expectRefusal(try bench.type("organisatie orgaan Nu", als: "secretariaat"), Exit.io, saying: "klok")
    }
    // Who proposed it as well confirms what the other proposed.
    try bench.type("klok herstel", als: "griffier").orThrow()
    try bench.type("klok bevestig", als: "griffier").orThrow()
    try bench.type("organisatie orgaan Nu", als: "secretariaat").orThrow()
    #expect(try bench.type("klok toon").orThrow().output.contains("nummers \(first) tot en met"))
    #expect(try !bench.type("status").orThrow().errors.contains("klok"))
    try bench.expectNothingWritten {
      expectRefusal(try bench.type("klok herstel", als: "secretariaat"), Exit.badInput, saying: "loopt niet voor")
    }
    // Nothing of the wrong range was known before the clock was restored.
    let known = try bench.type("status --bekend \(first) --json").json().first?["size"] as? Int
    #expect(known == first)
    try bench.expectClean()
  }

  // MARK: Erasure

  @Test func `M23 what is sealed for a circle is erased by the circle, or by the officer at another's request`() throws
  {
    let bench = try Bench.gemeenteToChange()
    try bench.run("key", "new", "fg", "--rol", "functionarisGegevensbescherming").orThrow()
    try bench.type("key register fg", als: "secretariaat").orThrow()
    let position = try bench.number(of: "VertrouwelijkeMeldingGedaan")
    let why = "--grond x --bewaarregel 17.5"
    let canary = "Kanarie-Belang-Sperwer"
    let refused: [(String, String, Int32, String)] = [
      ("vernietig \(position) \(why) --yes", "secretariaat", Exit.refused, "VER-KRING"),
      ("vernietig \(position) \(why) --yes", "fg", Exit.refused, "VER-KRING"),
      ("vernietig \(position) --bewaarregel 17.5", "secretariaat", Exit.usage, "--grond"),
      ("vernietig --verzocht \(position) \(why)", "fg", Exit.usage, "laat de rest weg"),
      ("vernietig --verzocht \(position)", "fg", Exit.badInput, "geen verzoek"),
    ]
    for (command, key, exit, words) in refused {
      try bench.expectNothingWritten { expectRefusal(try bench.type(command, als: key), exit, saying: words) }
    }
    let asked = try bench.type("vernietig \(position) \(why) --verzoek --yes", als: "secretariaat").orThrow()
    #expect(asked.errors.contains("waarborg vernietig --verzocht"), "\(asked)")
    let request = try bench.number(of: "VernietigingVerzocht")
    try bench.expectNothingWritten {
      expectRefusal(
        try bench.type("vernietig --verzocht \(request) --yes", als: "secretariaat"), Exit.refused,
        saying: "VER-VERZOEK")
    }
    let shown = try bench.type("show \(position) --json", als: "gemeentesecretaris").orThrow()
    #expect(shown.output.contains(canary))
    try bench.type("vernietig --verzocht \(request) --yes", als: "fg").orThrow()
    try bench.expectNothingWritten {
      expectRefusal(
        try bench.type("vernietig --verzocht \(request) --yes", als: "fg"), Exit.badInput, saying: "al vernietigd")
    }
    Needles([canary]).expectNone(in: try bench.type("show \(position) --json", als: "gemeentesecretaris").orThrow())
    try bench.expectClean()
  }
}
