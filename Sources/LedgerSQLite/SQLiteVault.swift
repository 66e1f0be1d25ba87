import Foundation
import GRDB
import Ledger
import LedgerCrypto

/// The vault in `vault.sqlite`. Every row carries a checksum, so that damage is found without any key.
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
      checksum BLOB NOT NULL,
      PRIMARY KEY (event, field)
    ) STRICT;
    CREATE INDEX sealedByKey ON sealed (key);
    CREATE TABLE wrappedKey (
      key TEXT NOT NULL,
      recipient TEXT NOT NULL,
      body BLOB NOT NULL,
      checksum BLOB NOT NULL,
      PRIMARY KEY (key, recipient)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX wrappedKeyByRecipient ON wrappedKey (recipient);
    CREATE TABLE document (
      event TEXT NOT NULL,
      field TEXT NOT NULL,
      file TEXT NOT NULL,
      key TEXT,
      checksum BLOB NOT NULL,
      PRIMARY KEY (event, field)
    ) STRICT;
    CREATE INDEX documentByKey ON document (key);
    CREATE INDEX documentByFile ON document (file);
    CREATE TABLE erasure (upTo INTEGER PRIMARY KEY, pending INTEGER NOT NULL) STRICT;
    """

  let queue: DatabaseQueue

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
  func wrappedKeys(_ key: String) throws -> [WrappedKey] { try ask { try $0.wrappedKeys(key) } }
  func keys(wrappedFor recipient: String) throws -> [String] { try ask { try $0.keys(wrappedFor: recipient) } }
  func documents(of event: EventID) throws -> [DocumentRecord] { try ask { try $0.documents(of: event) } }
  func events(after: String?, limit: Int) throws -> [String] { try ask { try $0.events(after: after, limit: limit) } }
  func erasedUpTo() throws -> UInt64 { try ask { try $0.erasedUpTo() } }
  func isScrubPending() throws -> Bool { try ask { try $0.isScrubPending() } }
  func schemaFindings() throws -> [String] { try ask { try $0.schemaFindings() } }
  func structuralFindings() throws -> [VaultFinding] { try read { try $0.structuralFindings() } }
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

  func wrappedKeys(_ key: String) throws -> [WrappedKey] {
    var keys: [WrappedKey] = []
    try rows("SELECT recipient, body FROM wrappedKey WHERE key = ? ORDER BY recipient", key) { row in
      keys.append(WrappedKey(key: key, recipient: try Self.found(row.text(0)), body: try Self.found(row.blob(1))))
    }
    return keys
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
      UNION SELECT event FROM document WHERE event > ?1 AND typeof(event) = 'text' ORDER BY event LIMIT ?2
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

  func setErasedUpTo(_ size: UInt64) throws {
    let isPending = try isScrubPending() ? 1 : 0
    try db.execute(literal: "DELETE FROM erasure")
    try db.execute(literal: "INSERT INTO erasure (upTo, pending) VALUES (\(Int64(clamping: size)), \(isPending))")
  }

  func structuralFindings() throws -> [VaultFinding] {
    var findings = try SQLiteVault.file.structuralFindings(db).map { VaultFinding(event: nil, message: $0) }
    try forEach("SELECT event, field, digest, key, body, checksum FROM sealed") { row in
      guard Self.checksum((0..<4).map { row.text($0) }, row.blob(4) ?? []) != row.blob(5) else { return }
      findings.append(VaultFinding(event: row.text(0), message: "sealed: \(row.text(1) ?? "-")"))
    }
    try forEach("SELECT key, recipient, body, checksum FROM wrappedKey") { row in
      guard Self.checksum((0..<2).map { row.text($0) }, row.blob(2) ?? []) != row.blob(3) else { return }
      findings.append(VaultFinding(event: nil, message: "wrappedKey: \(row.text(0) ?? "-")"))
    }
    try forEach("SELECT event, field, file, key, checksum FROM document") { row in
      guard Self.checksum((0..<4).map { row.text($0) }, []) != row.blob(4) else { return }
      findings.append(VaultFinding(event: row.text(0), message: "document: \(row.text(1) ?? "-")"))
    }
    return findings
  }

  private func forEach(_ sql: String, _ body: (Columns) throws -> Void) throws {
    try db.forEachRow(sql, { _ in }) { _, row in
      try body(row)
      return true
    }
  }

  func put(_ record: SealedRecord) throws {
    let columns = [record.event, record.field, record.digest, record.sealing.key]
    try db.run(
      "INSERT OR REPLACE INTO sealed (event, field, digest, key, body, checksum) VALUES (?, ?, ?, ?, ?, ?)"
    ) {
      for column in columns { $0.text(column) }
      $0.blob(record.body)
      $0.blob(Self.checksum(columns, record.body))
    }
  }

  func put(_ key: WrappedKey) throws {
    try db.run("INSERT OR REPLACE INTO wrappedKey (key, recipient, body, checksum) VALUES (?, ?, ?, ?)") {
      $0.text(key.key)
      $0.text(key.recipient)
      $0.blob(key.body)
      $0.blob(Self.checksum([key.key, key.recipient], key.body))
    }
  }

  func put(_ document: DocumentRecord) throws {
    let columns = [document.event, document.field, document.file.hex, document.sealing.key]
    try db.run("INSERT OR REPLACE INTO document (event, field, file, key, checksum) VALUES (?, ?, ?, ?, ?)") {
      for column in columns { $0.text(column) }
      $0.blob(Self.checksum(columns, []))
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

  /// SHA-256 over the columns, each preceded by its length so that none can run into the next.
  private static func checksum(_ columns: [String?], _ body: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(columns.reduce(body.count) { $0 + ($1?.utf8.count ?? 0) + 5 })
    for column in columns {
      bytes.append(contentsOf: (column.map { String($0.utf8.count) } ?? "-").utf8)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: (column ?? "").utf8)
    }
    bytes.append(contentsOf: body)
    return SHA256.hash(bytes).bytes
  }
}
