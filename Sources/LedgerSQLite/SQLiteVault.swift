import Foundation
import GRDB
import Ledger
import LedgerCrypto

/// The vault in `vault.sqlite`. Every row belongs to an event that signed over it, so that damage is found without any key.
///
/// What is wrapped under one key lies together, in an order that tells nothing: one look finds all boxes of a circle.
struct SQLiteVault: Vault {
  static let file = SQLiteFile(
    name: "vault.sqlite", applicationID: 0x5742_7674, version: 1, schema: schema, synchronous: "FULL", forgets: true)

  private static let schema = """
    CREATE TABLE sealed (
      event TEXT NOT NULL,
      field TEXT NOT NULL,
      digest TEXT NOT NULL,
      key TEXT,
      body BLOB NOT NULL,
      PRIMARY KEY (event, field)
    ) STRICT;
    CREATE INDEX sealedByKey ON sealed (key);
    CREATE TABLE wrappedKey (
      key TEXT NOT NULL,
      recipient TEXT NOT NULL,
      event TEXT NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY (key, recipient)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX wrappedKeyByRecipient ON wrappedKey (recipient);
    CREATE TABLE document (
      event TEXT NOT NULL,
      field TEXT NOT NULL,
      file TEXT NOT NULL,
      key TEXT,
      PRIMARY KEY (event, field)
    ) STRICT;
    CREATE INDEX documentByKey ON document (key);
    CREATE INDEX documentByFile ON document (file);
    CREATE TABLE commitment (
      event TEXT PRIMARY KEY,
      rows TEXT NOT NULL
    ) STRICT;
    CREATE TABLE erasure (upTo INTEGER PRIMARY KEY, pending INTEGER NOT NULL) STRICT;
    CREATE TABLE begun (size INTEGER PRIMARY KEY, events TEXT NOT NULL) STRICT;
    """

  let queue: DatabaseQueue

  /// The vault of a ledger that has none: empty, in memory, and with nothing left to let go of.
  static func nothing() throws -> SQLiteVault {
    let vault = SQLiteVault(queue: try StoreError.mapping(file.name) { try file.inMemory() })
    try vault.write { try $0.setErasedUpTo(.max) }
    return vault
  }

  func write<T>(_ body: (any VaultTransaction) throws -> T) throws -> T {
    try StoreError.mapping(queue.path) { try queue.write { try body(VaultQueries(db: $0)) } }
  }

  /// Copies the WAL into the database, where `secure_delete` has overwritten what was deleted, and empties it.
  func scrub() throws {
    try StoreError.mapping(queue.path) {
      try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    }
    // Nothing in this write is secret, so it may stay in the WAL.
    try write { try $0.setScrubPending(false) }
  }

  /// The writing connection is the only one that changes anything, so what it sees between two writes is one state.
  /// `DatabaseQueue.read` would set `query_only` on it and back, which expires every prepared statement.
  func read<T>(_ body: (any VaultReader) throws -> T) throws -> T {
    try StoreError.mapping(queue.path) {
      let isReader = queue.configuration.readonly
      return isReader
        ? try queue.read { try body(VaultQueries(db: $0)) } : try queue.unsafeRead { try body(VaultQueries(db: $0)) }
    }
  }

  /// A question of one statement, which sees one state by itself: a transaction around it would cost more than the answer.
  private func ask<T>(_ question: (VaultQueries) throws -> T) throws -> T {
    try StoreError.mapping(queue.path) { try queue.unsafeRead { try question(VaultQueries(db: $0)) } }
  }

  func sealedFields(of event: EventID) throws -> [SealedRecord] { try ask { try $0.sealedFields(of: event) } }
  func storedKeys(_ key: String) throws -> [StoredKey] { try ask { try $0.storedKeys(key) } }
  func commitment(of event: EventID) throws -> String? { try ask { try $0.commitment(of: event) } }
  func isInUse(_ dataKey: String) throws -> Bool { try ask { try $0.isInUse(dataKey) } }
  func events(sealedWith dataKey: String) throws -> [String] { try ask { try $0.events(sealedWith: dataKey) } }
  func keyCount() throws -> UInt64 { try ask { try $0.keyCount() } }
  func forEachKey(_ body: (StoredKey) throws -> Bool) throws { try ask { try $0.forEachKey(body) } }
  func forEachUnusedKey(except kept: Set<String>, _ body: (StoredKey) throws -> Bool) throws {
    try ask { try $0.forEachUnusedKey(except: kept, body) }
  }
  func keys(wrappedFor recipient: String) throws -> [String] { try ask { try $0.keys(wrappedFor: recipient) } }
  func documents(of event: EventID) throws -> [DocumentRecord] { try ask { try $0.documents(of: event) } }
  func events(after: String?, limit: Int) throws -> [String] { try ask { try $0.events(after: after, limit: limit) } }
  func erasedUpTo() throws -> UInt64 { try ask { try $0.erasedUpTo() } }
  func isScrubPending() throws -> Bool { try ask { try $0.isScrubPending() } }
  func begun() throws -> BegunAppend? { try ask { try $0.begun() } }
  func schemaFindings() throws -> [String] { try ask { try $0.schemaFindings() } }
  func structuralFindings() throws -> [String] { try read { try $0.structuralFindings() } }
}

/// The vault's statements, inside one transaction.
private struct VaultQueries: VaultTransaction {
  let db: Database

  func sealedFields(of event: EventID) throws -> [SealedRecord] {
    let id = event.description
    var records: [SealedRecord] = []
    try rows("SELECT field, digest, key, body FROM sealed WHERE event = ? ORDER BY field", id) { row in
      records.append(
        SealedRecord(
          event: id, field: try Self.found(row.text(0)), digest: try Self.found(row.text(1)),
          sealing: Self.sealing(row.text(2)), body: try Self.found(row.blob(3))))
    }
    return records
  }

  /// The rows about one event or key.
  private func rows(_ sql: String, _ argument: String, _ body: (Columns) throws -> Void) throws {
    try db.forEachRow(sql, { $0.text(argument) }) { _, row in
      try body(row)
      return true
    }
  }

  private static func found<Value>(_ column: Value?) throws -> Value {
    guard let column else {
      throw StoreError.damaged(file: SQLiteVault.file.name, detail: "a column is not a \(Value.self)")
    }
    return column
  }

  func storedKeys(_ key: String) throws -> [StoredKey] {
    var keys: [StoredKey] = []
    try rows("SELECT key, recipient, event, body FROM wrappedKey WHERE key = ? ORDER BY recipient", key) { row in
      keys.append(try Self.storedKey(row))
    }
    return keys
  }

  private static func storedKey(_ row: Columns) throws -> StoredKey {
    StoredKey(
      event: try found(row.text(2)),
      key: WrappedKey(key: try found(row.text(0)), recipient: try found(row.text(1)), body: try found(row.blob(3))))
  }

  func commitment(of event: EventID) throws -> String? {
    var text: String?
    try rows("SELECT rows FROM commitment WHERE event = ?", event.description) { text = try Self.found($0.text(0)) }
    return text
  }

  func isInUse(_ dataKey: String) throws -> Bool {
    var isInUse = false
    let sql =
      "SELECT 1 WHERE EXISTS (SELECT 1 FROM sealed WHERE key = ?1) OR EXISTS (SELECT 1 FROM document WHERE key = ?1)"
    try rows(sql, dataKey) { _ in isInUse = true }
    return isInUse
  }

  func events(sealedWith dataKey: String) throws -> [String] {
    var events: [String] = []
    let sql = "SELECT event FROM sealed WHERE key = ?1 UNION SELECT event FROM document WHERE key = ?1 ORDER BY event"
    try rows(sql, dataKey) { events.append(try Self.found($0.text(0))) }
    return events
  }

  func keyCount() throws -> UInt64 {
    let count = try Int64.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM wrappedKey"))
    return count.flatMap { UInt64(exactly: $0) } ?? 0
  }

  func forEachKey(_ body: (StoredKey) throws -> Bool) throws {
    let sql = "SELECT key, recipient, event, body FROM wrappedKey ORDER BY key, recipient"
    try db.forEachRow(sql, { _ in }) { _, row in try body(Self.storedKey(row)) }
  }

  func forEachUnusedKey(except kept: Set<String>, _ body: (StoredKey) throws -> Bool) throws {
    // A data key is wrapped under a key-encryption key, of which there are copies for holders and for the organisation;
    // neither opens anything once no field and no document is sealed with that data key.
    let sql = """
      SELECT key, recipient, event, body FROM wrappedKey AS one
      WHERE key NOT IN (SELECT value FROM json_each(?1)) AND CASE
        WHEN recipient NOT IN (SELECT value FROM json_each(?1))
          AND EXISTS (SELECT 1 FROM wrappedKey WHERE key = one.recipient)
        THEN NOT EXISTS (SELECT 1 FROM sealed WHERE key = one.key)
          AND NOT EXISTS (SELECT 1 FROM document WHERE key = one.key)
        ELSE NOT EXISTS (SELECT 1 FROM wrappedKey WHERE recipient = one.key)
          AND NOT EXISTS (SELECT 1 FROM sealed WHERE key = one.key)
          AND NOT EXISTS (SELECT 1 FROM document WHERE key = one.key)
        END
      ORDER BY key, recipient
      """
    let names = JSON.array(kept.sorted().map { .string($0) }).text
    try db.forEachRow(sql, { $0.text(names) }) { _, row in try body(Self.storedKey(row)) }
  }

  func keys(wrappedFor recipient: String) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT key FROM wrappedKey WHERE recipient = ? ORDER BY key"), arguments: [recipient])
  }

  func documents(of event: EventID) throws -> [DocumentRecord] {
    let id = event.description
    var documents: [DocumentRecord] = []
    try rows("SELECT field, file, key FROM document WHERE event = ? ORDER BY field", id) { row in
      documents.append(
        DocumentRecord(
          event: id, field: try Self.found(row.text(0)), file: try Self.digest(Self.found(row.text(1))),
          sealing: Self.sealing(row.text(2))))
    }
    return documents
  }

  func events(after: String?, limit: Int) throws -> [String] {
    // Anything but a text sorts after every text: pages of it would never end. The structure check names such a row.
    let sql = """
      SELECT event FROM sealed WHERE event > ?1 AND typeof(event) = 'text'
      UNION SELECT event FROM document WHERE event > ?1 AND typeof(event) = 'text'
      UNION SELECT event FROM commitment WHERE event > ?1 AND typeof(event) = 'text' ORDER BY event LIMIT ?2
      """
    return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [after ?? "", limit])
  }

  func erasedUpTo() throws -> UInt64 {
    let size = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(upTo) FROM erasure"))
    return size.flatMap { UInt64(exactly: $0) } ?? 0
  }

  func schemaFindings() throws -> [String] { try SQLiteVault.file.schemaFindings(db) }

  func isScrubPending() throws -> Bool {
    try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM erasure WHERE pending <> 0)")) ?? false
  }

  func setScrubPending(_ isPending: Bool) throws {
    try db.execute(literal: "UPDATE erasure SET pending = \(isPending ? 1 : 0)")
    guard isPending, db.changesCount == 0 else { return }
    try db.execute(literal: "INSERT INTO erasure (upTo, pending) VALUES (0, 1)")
  }

  func begun() throws -> BegunAppend? {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT size, events FROM begun ORDER BY size DESC LIMIT 1"))
    guard let row else { return nil }
    guard let size = Int64.fromDatabaseValue(row["size"]).flatMap({ UInt64(exactly: $0) }),
      let events = String.fromDatabaseValue(row["events"])?.split(separator: "\n").map({ EventID(String($0)) }),
      !events.contains(where: { $0 == nil })
    else { throw StoreError.damaged(file: SQLiteVault.file.name, detail: "an append that cannot be read") }
    return BegunAppend(size: size, events: events.compactMap(\.self))
  }

  func setBegun(_ append: BegunAppend?) throws {
    try db.execute(literal: "DELETE FROM begun")
    guard let append else { return }
    let events = append.events.map(\.description).joined(separator: "\n")
    try db.execute(literal: "INSERT INTO begun (size, events) VALUES (\(Int64(clamping: append.size)), \(events))")
  }

  func removeRows(of event: EventID) throws -> [Digest] {
    let files = try documents(of: event).map(\.file)
    for table in ["sealed", "document", "wrappedKey", "commitment"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE event = ?", arguments: [event.description])
    }
    return files
  }

  func setErasedUpTo(_ size: UInt64) throws {
    let isPending = try isScrubPending() ? 1 : 0
    try db.execute(literal: "DELETE FROM erasure")
    try db.execute(literal: "INSERT INTO erasure (upTo, pending) VALUES (\(Int64(clamping: size)), \(isPending))")
  }

  func structuralFindings() throws -> [String] {
    try SQLiteVault.file.structuralFindings(db)
  }

  func put(_ record: SealedRecord) throws {
    try db.run("INSERT OR REPLACE INTO sealed (event, field, digest, key, body) VALUES (?, ?, ?, ?, ?)") {
      for column in [record.event, record.field, record.digest, record.sealing.key] { $0.text(column) }
      $0.blob(record.body)
    }
  }

  func put(_ key: StoredKey) throws {
    try db.run("INSERT OR REPLACE INTO wrappedKey (key, recipient, event, body) VALUES (?, ?, ?, ?)") {
      for column in [key.key.key, key.key.recipient, key.event] { $0.text(column) }
      $0.blob(key.key.body)
    }
  }

  func put(_ document: DocumentRecord) throws {
    try db.run("INSERT OR REPLACE INTO document (event, field, file, key) VALUES (?, ?, ?, ?)") {
      for column in [document.event, document.field, document.file.hex, document.sealing.key] { $0.text(column) }
    }
  }

  func put(_ commitment: Commitment, of event: EventID) throws {
    try db.run("INSERT OR REPLACE INTO commitment (event, rows) VALUES (?, ?)") {
      $0.text(event.description)
      $0.text(commitment.text)
    }
  }

  func eraseField(_ field: String, of event: EventID) throws -> ErasedRemains {
    var remains = ErasedRemains()
    let id = event.description
    remains.files = try String.fetchAll(
      db, sql: "SELECT file FROM document WHERE event = ? AND field = ?", arguments: [id, field]
    ).map(Self.digest)
    remains.keys = try String.fetchAll(
      db,
      sql: """
        SELECT key FROM sealed WHERE event = ?1 AND field = ?2 AND key IS NOT NULL
        UNION SELECT key FROM document WHERE event = ?1 AND field = ?2 AND key IS NOT NULL
        """, arguments: [id, field])
    try db.execute(sql: "DELETE FROM sealed WHERE event = ? AND field = ?", arguments: [id, field])
    try db.execute(sql: "DELETE FROM document WHERE event = ? AND field = ?", arguments: [id, field])
    return remains
  }

  func removeKeys(wrappedFor recipient: String, except kept: Set<String>) throws {
    let keys = try keys(wrappedFor: recipient)
    try db.execute(
      sql: "DELETE FROM wrappedKey WHERE recipient = ? AND key NOT IN (SELECT value FROM json_each(?))",
      arguments: [recipient, JSON.array(kept.sorted().map { .string($0) }).text])
    // What is sealed for the organisation stays: its key may come back with a copy of the vault that still has it.
    for key in keys where BoxPublicKey(name: key) == nil && !kept.contains(key) {
      try db.execute(
        sql: """
          DELETE FROM wrappedKey WHERE recipient = ?1 AND NOT EXISTS (SELECT 1 FROM wrappedKey WHERE key = ?1)
          """, arguments: [key])
    }
  }

  func removeKeyIfUnused(_ key: String) throws {
    let encryptionKeys = try wrappedKeys(key).map(\.recipient)
    try db.execute(
      sql: """
        DELETE FROM wrappedKey WHERE key = ?1
        AND NOT EXISTS (SELECT 1 FROM sealed WHERE key = ?1) AND NOT EXISTS (SELECT 1 FROM document WHERE key = ?1)
        """, arguments: [key])
    for key in encryptionKeys {
      try db.execute(
        sql: """
          DELETE FROM wrappedKey WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM wrappedKey WHERE recipient = ?1)
          """, arguments: [key])
    }
  }

  func isReferenced(_ file: Digest) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM document WHERE file = ?)", arguments: [file.hex]) ?? false
  }

  private static func sealing(_ key: String?) -> Sealing { key.map { .encrypted(key: $0) } ?? .plain }

  private static func digest(_ hex: String) throws -> Digest {
    do { return try Digest(hex: hex) } catch {
      throw StoreError.damaged(file: SQLiteVault.file.name, detail: "a file name that is no digest")
    }
  }
}
