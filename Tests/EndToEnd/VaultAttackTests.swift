import Foundation
import GRDB
import Ledger
import LedgerCrypto
import TestBench
import Testing

/// Somebody who can write in the vault and has no key at all: whoever verifies has none either, and still finds it.
struct VaultAttackTests {
  /// What is done, and what must be found.
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let finds: String
    let act: @Sendable (Database) throws -> Void

    init(_ name: String, finds: String, _ act: @escaping @Sendable (Database) throws -> Void) {
      (testDescription, self.finds, self.act) = (name, finds, act)
    }

    init(_ name: String, finds: String, sql: String) { self.init(name, finds: finds) { try $0.execute(sql: sql) } }
  }

  static let attacks = [
    Attack("M3 every encrypted value replaced by random bytes", finds: "row-altered") {
      try replace("sealed", "key IS NOT NULL", $0)
    },
    Attack("M3 one encrypted value replaced, and the list of its event rewritten to fit", finds: "commitment") { db in
      try replace("sealed", "rowid = (SELECT min(rowid) FROM sealed WHERE key IS NOT NULL)", db)
      try rewriteLists(db)
    },
    Attack(
      "M3 two encrypted values exchanged", finds: "row-altered",
      sql: """
        CREATE TEMP TABLE two AS SELECT rowid AS r, body FROM sealed WHERE key IS NOT NULL LIMIT 2;
        UPDATE sealed SET body = (SELECT body FROM temp.two WHERE r <> sealed.rowid)
        WHERE rowid IN (SELECT r FROM temp.two)
        """),
    Attack(
      "M3 a field renamed", finds: "row-unknown",
      sql: """
        UPDATE sealed SET field = 'titel' WHERE rowid = (SELECT min(rowid) FROM sealed WHERE key IS NOT NULL)
        """),
    Attack(
      "M3 a value under another data key", finds: "row-altered",
      sql: "UPDATE sealed SET key = 'x' WHERE rowid = (SELECT min(rowid) FROM sealed WHERE key IS NOT NULL)"),
    Attack("M3 an encrypted document replaced, and its row with it", finds: "row-altered") { db in
      try db.execute(
        sql: "UPDATE document SET file = (SELECT file FROM document WHERE key IS NULL) WHERE key IS NOT NULL")
    },
    Attack("M4 every wrapped key replaced by random bytes", finds: "row-altered") {
      try replace("wrappedKey", "1", $0)
    },
    Attack("M4 every wrapped key replaced, and all lists rewritten to fit", finds: "commitment") { db in
      try replace("wrappedKey", "1", db)
      try rewriteLists(db)
    },
    Attack(
      "M4 every wrapped data key removed, with what it is wrapped under", finds: "wrapped-key-missing",
      sql: "DELETE FROM wrappedKey WHERE length(recipient) < 43 OR length(key) < 43"),
    Attack(
      "M4 the organisation's key removed for everyone", finds: "wrapped-key-missing",
      sql: "DELETE FROM wrappedKey WHERE length(key) = 43"),
    Attack(
      "M4 a wrapped key passed off as another event's", finds: "row-unknown",
      sql: """
        UPDATE wrappedKey SET event = (SELECT max(event) FROM commitment)
        WHERE key = (SELECT key FROM sealed WHERE key IS NOT NULL ORDER BY event LIMIT 1)
        """),
    Attack("the lists removed", finds: "commitment", sql: "DELETE FROM commitment WHERE rowid > 1"),
    Attack(
      "a row for an event that brought nothing", finds: "row-unknown",
      sql: "INSERT INTO wrappedKey SELECT 'x', 'y', event, body FROM wrappedKey LIMIT 1"),
    Attack(
      "a wrapped key for an event that nobody knows", finds: "row-unknown",
      sql:
        "INSERT INTO wrappedKey SELECT 'x', 'y', '01936000-0000-7000-8000-000000000001', body FROM wrappedKey LIMIT 1"),
  ]

  private static func replace(_ table: String, _ condition: String, _ db: Database) throws {
    // WITHOUT ROWID: two columns name a row of each.
    let (one, two) = table == "sealed" ? ("event", "field") : ("key", "recipient")
    for row in try Row.fetchAll(db, sql: "SELECT \(one), \(two), body FROM \(table) WHERE \(condition)") {
      let (first, second, body): (String, String, Data) = (row[0], row[1], row[2])
      try db.execute(
        sql: "UPDATE \(table) SET body = ? WHERE \(one) = ? AND \(two) = ?",
        arguments: [Data(SystemRandom().bytes(body.count)), first, second])
    }
  }

  /// Makes every list anew of what is there now: none of it takes a key.
  private static func rewriteLists(_ db: Database) throws {
    for event in try String.fetchAll(db, sql: "SELECT event FROM commitment") {
      let sealed = try Row.fetchAll(
        db, sql: "SELECT field, digest, key, body FROM sealed WHERE event = ?", arguments: [event])
      let documents = try Row.fetchAll(
        db, sql: "SELECT field, file, key FROM document WHERE event = ?", arguments: [event])
      let keys = try Row.fetchAll(
        db, sql: "SELECT key, recipient, body FROM wrappedKey WHERE event = ?", arguments: [event])
      func sealing(_ key: String?) -> Sealing { key.map { .encrypted(key: $0) } ?? .plain }
      let rows = VaultRows(
        event: try #require(EventID(event)),
        records: sealed.map {
          SealedRecord(event: event, field: $0[0], digest: $0[1], sealing: sealing($0[2]), body: Array($0[3] as Data))
        },
        documents: try documents.map {
          DocumentRecord(event: event, field: $0[0], file: try Digest(hex: $0[1]), sealing: sealing($0[2]))
        },
        keys: keys.map { WrappedKey(key: $0[0], recipient: $0[1], body: Array($0[2] as Data)) })
      try db.execute(
        sql: "UPDATE commitment SET rows = ? WHERE event = ?", arguments: [rows.commitment?.text ?? "", event])
    }
  }

  @Test(arguments: attacks) func `is found by whoever verifies without a key`(attack: Attack) throws {
    let bench = try Bench.full()
    try bench.withDatabase("vault.sqlite", attack.act)
    let result = try bench.verify()
    #expect(result.outcome.exitCode == Exit.foundWanting)
    #expect(result.findings.contains { $0.question == "vault" && $0.check == attack.finds }, "\(result.outcome)")
  }

  @Test func `rewriting every list of an untouched vault changes nothing: the attack above is what was found`() throws {
    let bench = try Bench.full()
    try bench.withDatabase("vault.sqlite", Self.rewriteLists)
    try bench.expectClean()
  }

  @Test func `M3 what an erasure took leaves its line, which says nothing of what it was`() throws {
    let bench = try Bench.full()
    let position = try bench.number(of: "FunctieBekleed")
    let event = try #require(try bench.events("FunctieBekleed").first?["id"] as? String)
    func list() throws -> String? {
      try bench.withDatabase("vault.sqlite") {
        try String.fetchOne($0, sql: "SELECT rows FROM commitment WHERE event = ?", arguments: [event])
      }
    }
    let before = try #require(try list())
    let kept = try bench.withDatabase("vault.sqlite") { try Row.fetchAll($0, sql: "SELECT * FROM wrappedKey") }
    try bench.inLedger(
      "vernietig", "\(position)", "--veld", "naam", "--grond", "x", "--bewaarregel", "17.5", "--yes",
      als: "secretariaat"
    ).orThrow()
    #expect(try list() == before && before.contains("sealed naam "))
    try bench.expectClean()
    // The keys of what was erased, put back by who kept them: found, and taken away again by who mends.
    try bench.withDatabase("vault.sqlite") { db in
      for row in kept {
        try db.execute(
          sql: "INSERT OR IGNORE INTO wrappedKey VALUES (?, ?, ?, ?)",
          arguments: [row["key"] as String, row["recipient"] as String, row["event"] as String, row["body"] as Data])
      }
    }
    #expect(try bench.verify().findings.contains { $0.check == "wrapped-key-left" })
  }

  @Test(arguments: ["size < (SELECT max(size) FROM checkpoint)", "size = (SELECT min(size) FROM checkpoint)"])
  func `M18 a checkpoint that was stored and is gone is named`(which: String) throws {
    let bench = try Bench.full()
    try bench.withDatabase("log.sqlite") { db in
      try db.execute(sql: "DROP TRIGGER checkpointNeverDeleted; DELETE FROM checkpoint WHERE \(which)")
      try db.execute(
        sql: """
          CREATE TRIGGER checkpointNeverDeleted BEFORE DELETE ON checkpoint
            BEGIN SELECT RAISE(ABORT, 'the log never changes'); END
          """)
    }
    let result = try bench.verify()
    #expect(
      result.findings.contains { $0.question == "log" && $0.check == "checkpoint-missing" && $0.position == 1 },
      "\(result.outcome)")
  }

  @Test func `B05 a log without its vault opens, says so once, and takes nothing until there is one`() throws {
    let bench = try Bench.full()
    let vault = bench.ledger + "/vault.sqlite"
    try bench.removeScratchFiles()
    let kept = bench.path("kluis")
    try FileManager.default.moveItem(atPath: vault, toPath: kept)
    let position = try bench.number(of: "FunctieBekleed")
    for words in [["status"], ["log", "--aantal", "2"], ["show", "\(position)"], ["beleid", "lijst"], ["termijnen"]] {
      let outcome = try bench.inLedger(words).orThrow()
      #expect(outcome.errors.components(separatedBy: "vault.sqlite ontbreekt").count == 2, "\(outcome)")
    }
    #expect(try bench.inLedger("show", "\(position)").orThrow().output.contains("ontbreekt in de kluis"))
    let verified = try bench.verify()
    #expect(verified.findings.contains { $0.check == "missing" && $0.position == position }, "\(verified.outcome)")
    #expect(!FileManager.default.fileExists(atPath: vault))
    let refused = try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat")
    expectRefusal(refused, Exit.notFound, saying: "ontbreekt", "--nieuwe-kluis")
    #expect(!FileManager.default.fileExists(atPath: vault))
    let doctor = try bench.inLedger("doctor", "--nieuwe-kluis")
    #expect(doctor.exitCode == Exit.foundWanting, "\(doctor)")
    try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat").orThrow()
    let again = try bench.inLedger("doctor", "--nieuwe-kluis")
    expectRefusal(again, Exit.badInput, saying: "dit grootboek heeft een kluis", "--nieuwe-kluis")
  }

  @Test func `B05 another ledger's vault is refused`() throws {
    let bench = try Bench.full()
    let other = bench.path("ander.ledger")
    try bench.run("init", other, "--origin", "ander.example/x", "--organisatie", "Ander", "--als", "secretariaat")
      .orThrow()
    try bench.removeScratchFiles()
    let vault = bench.ledger + "/vault.sqlite"
    try FileManager.default.removeItem(atPath: vault)
    try FileManager.default.copyItem(atPath: other + "/vault.sqlite", toPath: vault)
    for words in [["status"], ["beleid", "lijst"], ["verify"]] {
      expectRefusal(try bench.inLedger(words), Exit.badInput, saying: "een ander grootboek")
    }
  }
}
