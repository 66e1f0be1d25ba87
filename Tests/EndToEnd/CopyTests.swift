import Foundation
import GRDB
import TestBench
import Testing

extension Elders {
  /// Makes a copy for who is on the other machine, there.
  @discardableResult
  func copy(_ more: String..., as name: String = "kopie") throws -> Outcome {
    try here.run(
      ["kopie", there.path(name), "--voor", "ondernemingsraad", "--ledger", here.ledger] + more)
  }

  /// Writes an update on the ledger's machine and carries it over.
  @discardableResult
  func update(_ more: String..., name: String = "week.jsonl") throws -> Outcome {
    let outcome = try here.run(
      ["kopie", "bijwerking", here.path(name), "--voor", "ondernemingsraad", "--ledger", here.ledger] + more)
    if outcome.exitCode == 0 { try send(name, from: here, to: there) }
    return outcome
  }

  /// Takes an update up in the copy.
  @discardableResult
  func takeUpdate(_ name: String = "week.jsonl") throws -> Outcome {
    try there.run("kopie", "werk-bij", there.path(name), "--ledger", there.path("kopie"))
  }

  /// What `verify` says of the vault in the copy, as the works council.
  func vault() throws -> [String: Any] {
    let outcome = try there.run(
      "verify", "--json", "--ledger", there.path("kopie"), "--als", "ondernemingsraad")
    let report = try #require(try outcome.json().first)
    return try #require((report["checks"] as? [String: Any])?["vault"] as? [String: Any], "\(outcome)")
  }
}

/// A copy to read: what one person may have, on another machine.
struct CopyTests {
  /// The reading commands that the works council types.
  private static let reading = [
    "status", "log", "organisatie lijst", "beleid lijst", "instemming lijst", "nevenfunctie lijst", "termijnen",
    "vertrouwenspersoon lijst", "publicatie toon",
  ]

  @Test func `U23: a copy answers its reader as the ledger does, verifies, and says what is not in it`() throws {
    let here = try Bench.gemeenteToChange()
    let key = try Data(contentsOf: URL(fileURLWithPath: here.keyFile("ondernemingsraad")))
    let elders = try Elders("ondernemingsraad", from: here)
    let made = try elders.copy().orThrow()
    #expect(made.errors.contains("Kopie van") && made.errors.contains("waarborg verify"), "\(made)")
    let files = try FileManager.default.contentsOfDirectory(atPath: elders.there.path("kopie"))
    #expect(!files.contains("log.key") && files.contains("kopie.json"))

    // The same key reads both, to compare.
    #expect(
      FileManager.default.createFile(
        atPath: here.keyFile("ondernemingsraad"), contents: key, attributes: [.posixPermissions: 0o600]))
    for command in Self.reading {
      let words = command.split(separator: " ").map(String.init) + ["--als", "ondernemingsraad", "--ledger"]
      let original = try here.run(words + [here.ledger]).orThrow()
      let copied = try elders.there.run(words + [elders.there.path("kopie")]).orThrow()
      #expect(copied.output == original.output, "\(command): \(copied)\n\(original)")
    }
    let verified = try elders.there.run("verify", "--ledger", elders.there.path("kopie")).orThrow()
    #expect(verified.output.contains("Kopie om te lezen, gemaakt voor sleutel"), "\(verified)")
    #expect(verified.output.contains("niet in deze kopie"), "\(verified)")
    // Whatever is sealed and in it is this reader's; the ledger has more.
    let vault = try elders.vault()
    #expect(vault["unreadable"] as? Int == 0 && (vault["withheld"] as? Int ?? 0) > 5, "\(vault)")
    #expect(vault["ok"] as? Bool == true, "\(vault)")
  }

  @Test func `what is sealed for others is said to be not in this copy, and not to be missing`() throws {
    let elders = try Elders("ondernemingsraad", from: .metZaakToChange())
    try elders.copy().orThrow()
    let number = try elders.here.number(of: "ZaakBijgewerkt")
    let shown = try elders.there.run(
      "show", String(number), "--ledger", elders.there.path("kopie"), "--als", "ondernemingsraad"
    ).orThrow()
    #expect(!shown.output.contains("ontbreekt"), "\(shown)")
    #expect(shown.errors.contains("niet in deze kopie"), "\(shown)")
  }

  @Test func `closed circles go along when that is asked, all of them`() throws {
    let elders = try Elders("ondernemingsraad", from: .metZaakToChange())
    try elders.copy().orThrow()
    let without = try elders.vault()["withheld"] as? Int ?? 0
    try FileManager.default.removeItem(atPath: elders.there.path("kopie"))
    try elders.copy("--besloten").orThrow()
    let vault = try elders.vault()
    #expect(vault["ok"] as? Bool == true, "\(vault)")
    #expect((vault["withheld"] as? Int ?? 0) < without && (vault["unreadable"] as? Int ?? 0) > 0, "\(vault)")
  }

  @Test func `an update brings what is new, and carries out first what was erased`() throws {
    let elders = try Elders("ondernemingsraad", from: .gemeenteToChange())
    try elders.copy().orThrow()
    let lijst = [
      "organisatie", "lijst", "--op", "2021-06-01", "--ledger", elders.there.path("kopie"), "--als", "ondernemingsraad",
    ]
    #expect(try elders.there.run(lijst).orThrow().output.contains("Rik Voormalig"))
    let named = try elders.here.events("FunctieBekleed").filter {
      ($0["data"] as? [String: Any])?["naam"] as? String == "Rik Voormalig"
    }.compactMap { $0["id"] as? String }
    #expect(named.count == 1)
    func rows() throws -> Int {
      let queue = try DatabaseQueue(path: elders.there.path("kopie/vault.sqlite"))
      return try queue.read { db in
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM sealed WHERE event = ? AND field = 'naam'", arguments: [named[0]])
          ?? 0
      }
    }
    #expect(try rows() == 1)
    try elders.here.eraseWhoLeft()
    try elders.here.inLedger("organisatie", "orgaan", "Nieuwe commissie", als: "secretariaat").orThrow()

    let made = try elders.update().orThrow()
    #expect(made.errors.contains("Bijwerking van 3 gebeurtenissen"), "\(made)")
    let update = URL(fileURLWithPath: elders.there.path("week.jsonl"))
    #expect(try Data(contentsOf: update).count < 100_000)
    let done = try elders.takeUpdate().orThrow()
    #expect(done.errors.contains("Kopie bijgewerkt"), "\(done)")
    #expect(try rows() == 0)
    #expect(try elders.vault()["ok"] as? Bool == true)
    #expect(try elders.there.run(lijst).orThrow().output.contains("[vernietigd]"))
    let shown = try elders.there.run("organisatie", "lijst", "--ledger", elders.there.path("kopie")).orThrow()
    #expect(shown.output.contains("Nieuwe commissie"), "\(shown)")

    // The same file again, and the next one.
    #expect(try elders.takeUpdate().orThrow().errors.contains("al zo nieuw"))
    try elders.here.inLedger("organisatie", "orgaan", "Nog een", als: "secretariaat").orThrow()
    #expect(try elders.update(name: "later.jsonl").orThrow().errors.contains("Bijwerking van 1 gebeurtenis "))
    try elders.takeUpdate("later.jsonl").orThrow()
    #expect(try elders.vault()["ok"] as? Bool == true)
  }

  @Test func `an update that reaches back over what the copy has brings only what is new`() throws {
    let elders = try Elders("ondernemingsraad")
    try elders.copy().orThrow()
    try elders.here.inLedger("organisatie", "orgaan", "Een", als: "secretariaat").orThrow()
    try elders.update("--sinds", "0").orThrow()
    #expect(try elders.takeUpdate().orThrow().errors.contains("van 3 naar 4"))
    #expect(try elders.vault()["ok"] as? Bool == true)
  }

  @Test func `the consent of the works council goes by its own copy`() throws {
    let elders = try Elders("ondernemingsraad", from: .instemmingGevraagd())
    try elders.copy().orThrow()
    let there = elders.there
    try there.run(
      "instemming", "verleen", "gc", "--ledger", there.path("kopie"), "--als", "ondernemingsraad", "--concept",
      there.path("concept.json")
    ).orThrow()
    try elders.sign().orThrow()
    try elders.takeUp(receipt: "ontvangst.json").orThrow()
    try there.run(["onderteken", "--ontvangst", there.path("ontvangst.json")]).orThrow()
    try elders.update().orThrow()
    try elders.takeUpdate().orThrow()
    let lijst = try there.run("instemming", "lijst", "--ledger", there.path("kopie")).orThrow()
    #expect(lijst.output.contains("verleend"), "\(lijst)")
  }

  @Test func `who makes a copy cannot keep from its reader what is the reader's, nor the organisation's key`() throws {
    for sql in [
      "DELETE FROM sealed WHERE rowid = (SELECT min(rowid) FROM sealed WHERE key IS NOT NULL)",
      "DELETE FROM wrappedKey WHERE recipient NOT IN (SELECT key FROM wrappedKey)",
      "DELETE FROM sealed WHERE rowid = (SELECT min(rowid) FROM sealed WHERE key IS NULL)",
      "DELETE FROM sealed WHERE key IS NOT NULL; DELETE FROM document WHERE key IS NOT NULL; DELETE FROM wrappedKey",
    ] {
      let elders = try Elders("ondernemingsraad", from: .gemeenteToChange())
      try elders.copy().orThrow()
      let queue = try DatabaseQueue(path: elders.there.path("kopie/vault.sqlite"))
      try queue.write { try $0.execute(sql: sql) }
      try queue.close()
      #expect(try elders.vault()["ok"] as? Bool == false, "\(sql)")
    }
  }

  @Test func `a ledger that passes for a copy of somebody unknown is found out`() throws {
    let bench = try Bench.gemeenteToChange()
    try bench.write(
      #"{"formaat":"waarborg-kopie-1","voor":"\#(String(repeating: "A", count: 43))","sleutel":"\#(String(repeating: "A", count: 43))","besloten":false}"#,
      to: "gemeente.ledger/kopie.json")
    let outcome = try bench.inLedger("verify")
    #expect(outcome.exitCode == Exit.foundWanting && outcome.output.contains("copy-reader"), "\(outcome)")
  }
}

/// Copies and updates that are not what they should be: refused with the reason, and nothing is written.
struct BadCopyTests {
  /// A copy, and a ledger that went on since.
  private func elders() throws -> Elders {
    let elders = try Elders("ondernemingsraad", from: .instemmingGevraagd())
    try elders.copy().orThrow()
    try elders.here.inLedger("organisatie", "orgaan", "Een", als: "secretariaat").orThrow()
    return elders
  }

  private func refused(
    _ elders: Elders, _ words: String, exitCode: Int32 = Exit.badInput, name: String = "week.jsonl"
  ) throws {
    let before = elders.there.snapshot("kopie")
    let outcome = try elders.takeUpdate(name)
    #expect(outcome.exitCode == exitCode && outcome.errors.contains(words), "\(outcome)")
    #expect(elders.there.snapshot("kopie") == before)
  }

  @Test(arguments: ["organisatie orgaan Twee", "vernietig 3 --grond x --bewaarregel 17.5 --yes", "neem-op x.json"])
  func `a copy takes nothing`(_ command: String) throws {
    let elders = try elders()
    try elders.there.write("{}\n", to: "x.json")
    let before = elders.there.snapshot("kopie")
    let outcome = try elders.there.run(
      command.split(separator: " ").map { $0 == "x.json" ? elders.there.path("x.json") : String($0) } + [
        "--ledger", elders.there.path("kopie"), "--als", "ondernemingsraad",
      ])
    #expect(outcome.exitCode == Exit.refused || command.hasPrefix("neem-op"), "\(outcome)")
    #expect(
      outcome.errors.contains("is een kopie om te lezen") || command.hasPrefix("neem-op"), "\(outcome)")
    #expect(outcome.exitCode != 0)
    #expect(elders.there.snapshot("kopie") == before)
  }

  @Test func `an update that begins beyond the copy is refused, and says from where it should begin`() throws {
    let elders = try elders()
    try elders.update(name: "een.jsonl").orThrow()
    try elders.here.inLedger("organisatie", "orgaan", "Twee", als: "secretariaat").orThrow()
    try elders.update().orThrow()
    try refused(elders, "--sinds 5")
  }

  @Test func `an update for somebody else, or of another ledger, is refused`() throws {
    let elders = try elders()
    try elders.here.run(
      "kopie", "bijwerking", elders.here.path("week.jsonl"), "--voor", "college", "--sinds", "5", "--ledger",
      elders.here.ledger
    ).orThrow()
    try elders.send("week.jsonl", from: elders.here, to: elders.there)
    try refused(elders, "niet voor deze kopie gemaakt")

    let other = try Bench()
    try other.run("key", "new", "s", "--rol", "secretariaat").orThrow()
    try other.run(
      "init", other.ledger, "--origin", "ander.example/proef", "--organisatie", "Ander", "--als", "s"
    ).orThrow()
    try other.run(
      "kopie", "bijwerking", other.path("x.jsonl"), "--voor", "s", "--sinds", "0", "--ledger", other.ledger
    ).orThrow()
    try FileManager.default.copyItem(atPath: other.path("x.jsonl"), toPath: elders.there.path("x.jsonl"))
    try refused(elders, "van een ander grootboek", name: "x.jsonl")
  }

  @Test(arguments: [
    ("", "andere vorm"), ("geen json\n", "regel 1, is geen JSON"), ("{}\n", "andere vorm"),
  ]) func `a file that is no update is refused`(_ text: String, _ words: String) throws {
    let elders = try elders()
    try elders.there.write(text, to: "week.jsonl")
    try refused(elders, words)
  }

  @Test func `an update that was cut off, or in which something was changed, is refused`() throws {
    let elders = try elders()
    try elders.here.inLedger(
      "organisatie", "functie", "Griffier", als: "secretariaat"
    ).orThrow()
    try elders.here.inLedger(
      "organisatie", "bekleed", "Griffier", "--naam", "Piet Bedacht", als: "secretariaat"
    ).orThrow()
    try elders.update().orThrow()
    let path = elders.there.path("week.jsonl")
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    func write(_ lines: [String]) throws {
      try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    // At each line.
    for count in 1..<lines.count {
      try write(Array(lines.prefix(count)))
      try refused(elders, "er is niets geschreven", exitCode: Exit.foundWanting)
    }
    // Each line with one character changed in the last value of it.
    for (index, line) in lines.enumerated().dropFirst() {
      var bytes = Array(line.utf8)
      let place = bytes.count / 2
      bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      var changed = lines
      changed[index] = String(decoding: bytes, as: UTF8.self)
      try write(changed)
      let before = elders.there.snapshot("kopie")
      let outcome = try elders.takeUpdate()
      #expect(outcome.exitCode != 0, "line \(index): \(line.prefix(40)): \(outcome)")
      #expect(elders.there.snapshot("kopie") == before)
    }
    try write(lines)
    try elders.takeUpdate().orThrow()
    #expect(try elders.vault()["ok"] as? Bool == true)
  }

  @Test func `a history that was rewritten behind the copy is refused, whoever signed it`() throws {
    let elders = try Elders("ondernemingsraad")
    let state = elders.here.path("state")
    try elders.here.inLedger("backup", elders.here.path("oud")).orThrow()
    try elders.here.inLedger("organisatie", "orgaan", "Een", als: "secretariaat").orThrow()
    try elders.copy().orThrow()
    // The insider puts an older ledger back, with its key, and forgets what was seen.
    try FileManager.default.removeItem(atPath: elders.here.ledger)
    try FileManager.default.moveItem(atPath: elders.here.path("oud"), toPath: elders.here.ledger)
    try FileManager.default.removeItem(atPath: state)
    for name in ["Anders", "Nog een"] {
      try elders.here.inLedger("organisatie", "orgaan", name, als: "secretariaat").orThrow()
    }
    try elders.update("--sinds", "4").orThrow()
    try refused(elders, "herschreven", exitCode: Exit.foundWanting)
    try elders.update("--sinds", "0", name: "geheel.jsonl").orThrow()
    try refused(elders, "herschreven", exitCode: Exit.foundWanting, name: "geheel.jsonl")
  }

  @Test func `a copy is not made over something, nor for nobody, nor for who was revoked, nor of a copy`() throws {
    let elders = try elders()
    func refused(_ words: String, _ arguments: String...) throws {
      let outcome = try elders.here.run(["kopie"] + arguments)
      #expect(outcome.exitCode != 0 && outcome.errors.contains(words), "\(outcome)")
    }
    let (ledger, here) = (elders.here.ledger, elders.here)
    try refused("is niet leeg", ledger, "--voor", "college", "--ledger", ledger)
    try refused("tekent niemand als «niemand»", here.path("nieuw"), "--voor", "niemand", "--ledger", ledger)
    try refused(
      "is een kopie om te lezen", here.path("nieuw"), "--voor", "college", "--ledger", elders.there.path("kopie"))
    try refused(
      "vanaf waar", "bijwerking", here.path("x"), "--voor", "college", "--ledger", ledger)
    try refused(
      "telt 6 gebeurtenissen", "bijwerking", here.path("x"), "--voor", "college", "--sinds", "7", "--ledger", ledger)
    #expect(!FileManager.default.fileExists(atPath: here.path("nieuw")))
    #expect(!FileManager.default.fileExists(atPath: here.path("x")))
    try here.inLedger("key", "revoke", "college", "--reden", "verloren", "--yes", als: "secretariaat").orThrow()
    try refused("tekent niemand als «college»", here.path("nieuw"), "--voor", "college", "--ledger", ledger)
    // What was typed is no answer to it, nor is a role in which nobody signs.
    let again = try here.run("kopie", here.path("nieuw"), "--voor", "college", "--ledger", ledger)
    #expect(!again.errors.contains("bedoelt u") && again.errors.contains("er tekenen: "), "\(again)")
    let itself = try here.run("kopie", "werk-bij", here.path("code.md"), "--ledger", ledger)
    #expect(itself.exitCode == Exit.badInput && itself.errors.contains("is geen kopie"), "\(itself)")
  }
}
