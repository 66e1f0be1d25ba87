import Foundation
import GRDB
import Ledger
import LedgerCrypto

/// The log in `log.sqlite`.
struct SQLiteLogStore: LogStore {
  static let file = SQLiteFile(
    name: "log.sqlite", applicationID: 0x5742_6C67, version: 1, schema: schema, synchronous: "FULL")

  /// Nothing here is ever updated or deleted; a tile is stored once it is full.
  private static let schema = """
    CREATE TABLE event (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      stream TEXT NOT NULL,
      seq INTEGER NOT NULL,
      leafHash BLOB NOT NULL,
      leaf BLOB NOT NULL,
      UNIQUE (stream, seq)
    ) STRICT;
    CREATE TABLE tile (
      level INTEGER NOT NULL,
      idx INTEGER NOT NULL,
      root BLOB NOT NULL,
      hashes BLOB NOT NULL,
      PRIMARY KEY (level, idx)
    ) STRICT;
    CREATE TABLE checkpoint (
      size INTEGER PRIMARY KEY,
      note TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER eventNeverUpdated BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
    CREATE TRIGGER eventNeverDeleted BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
    CREATE TRIGGER tileNeverUpdated BEFORE UPDATE ON tile BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
    CREATE TRIGGER tileNeverDeleted BEFORE DELETE ON tile BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
    CREATE TRIGGER checkpointNeverUpdated BEFORE UPDATE ON checkpoint
      BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
    CREATE TRIGGER checkpointNeverDeleted BEFORE DELETE ON checkpoint
      BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
    """

  let queue: DatabaseQueue

  func write<T>(_ body: (any LogTransaction) throws -> T) throws -> T {
    try StoreError.mapping(queue.path) { try queue.write { try body(LogQueries(db: $0)) } }
  }

  /// Each question is one statement over rows that never change, and so needs no transaction of its own; and
  /// `DatabaseQueue.read` would set `query_only` on the writing connection and back, which expires every prepared statement.
  private func read<T>(_ body: (LogQueries) throws -> T) throws -> T {
    try StoreError.mapping(queue.path) { try queue.unsafeRead { try body(LogQueries(db: $0)) } }
  }

  func size() throws -> UInt64 { try read { try $0.size() } }
  func entry(at position: UInt64) throws -> LogEntry? { try read { try $0.entry(at: position) } }
  func entries(from position: UInt64, limit: Int) throws -> [LogEntry] {
    try read { try $0.entries(from: position, limit: limit) }
  }
  func entries(before position: UInt64, limit: Int) throws -> [LogEntry] {
    try read { try $0.entries(before: position, limit: limit) }
  }
  func position(of event: EventID) throws -> UInt64? { try read { try $0.position(of: event) } }
  func version(of stream: StreamID) throws -> Int64 { try read { try $0.version(of: stream) } }
  func positions(in stream: StreamID) throws -> [UInt64] { try read { try $0.positions(in: stream) } }
  func latestCheckpoint() throws -> StoredCheckpoint? { try read { try $0.latestCheckpoint() } }
  func checkpoints(after size: UInt64, limit: Int) throws -> [StoredCheckpoint] {
    try read { try $0.checkpoints(after: size, limit: limit) }
  }
  func tiles(after: (level: Int, index: UInt64)?, limit: Int) throws -> [StoredTile] {
    try read { try $0.tiles(after: after, limit: limit) }
  }
  func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest] {
    try read { try $0.hashes(level: level, index: index, width: width) }
  }
  func structuralFindings() throws -> [String] { try read { try $0.structuralFindings() } }
}

/// The log's statements, inside one transaction.
private struct LogQueries: LogTransaction {
  let db: Database

  func size() throws -> UInt64 {
    let last = try db.first("SELECT position FROM event ORDER BY position DESC LIMIT 1", { _ in }) { $0.int(0) }
    return try last.map { try Self.number($0) + 1 } ?? 0
  }

  func entry(at position: UInt64) throws -> LogEntry? {
    try entries(from: position, limit: 1).first { $0.position == position }
  }

  func entries(from position: UInt64, limit: Int) throws -> [LogEntry] {
    // No row stands beyond this, and one at the very end must not be given for what comes after it.
    guard position <= UInt64(Int64.max) else { return [] }
    return try entries("position >= ? ORDER BY position", Int64(clamping: position), limit)
  }

  func entries(before position: UInt64, limit: Int) throws -> [LogEntry] {
    // Before what lies beyond every row stands every row, the one at the very end included.
    guard let position = Int64(exactly: position) else {
      return try entries("position <= ? ORDER BY position DESC", .max, limit)
    }
    return try entries("position < ? ORDER BY position DESC", position, limit)
  }

  private func entries(_ which: String, _ position: Int64, _ limit: Int) throws -> [LogEntry] {
    var entries: [LogEntry] = []
    try db.forEachRow(
      "SELECT position, id, stream, seq, leafHash, leaf FROM event WHERE \(which) LIMIT ?",
      {
        $0.int(position)
        $0.int(Int64(limit))
      },
      { _, row in
        entries.append(
          LogEntry(
            position: try Self.number(row.int(0)), id: try Self.found(row.text(1)), stream: try Self.found(row.text(2)),
            seq: try Self.found(row.int(3)), leafHash: try Self.digest(Self.found(row.blob(4))),
            leaf: try Self.found(row.blob(5))))
        return true
      })
    return entries
  }

  func position(of event: EventID) throws -> UInt64? {
    try db.first("SELECT position FROM event WHERE id = ?", { $0.text(event.description) }) {
      try Self.number($0.int(0))
    }
  }

  func version(of stream: StreamID) throws -> Int64 {
    try db.first(
      "SELECT seq FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1", { $0.text(stream.description) }
    ) { try Self.found($0.int(0)) } ?? 0
  }

  func positions(in stream: StreamID) throws -> [UInt64] {
    var positions: [UInt64] = []
    try db.forEachRow(
      "SELECT position FROM event WHERE stream = ? ORDER BY seq", { $0.text(stream.description) },
      { _, row in
        positions.append(try Self.number(row.int(0)))
        return true
      })
    return positions
  }

  func latestCheckpoint() throws -> StoredCheckpoint? {
    try Self.checkpoints(Row.fetchAll(db, sql: "SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1")).first
  }

  func checkpoints(after size: UInt64, limit: Int) throws -> [StoredCheckpoint] {
    let statement = try db.cachedStatement(
      sql: "SELECT size, note FROM checkpoint WHERE size > ? ORDER BY size LIMIT ?")
    return try Self.checkpoints(Row.fetchAll(statement, arguments: [Int64(clamping: size), limit]))
  }

  func tiles(after: (level: Int, index: UInt64)?, limit: Int) throws -> [StoredTile] {
    let statement = try db.cachedStatement(
      sql: "SELECT level, idx, root, hashes FROM tile WHERE (level, idx) > (?, ?) ORDER BY level, idx LIMIT ?")
    let arguments: StatementArguments = [after?.level ?? -1, after.map { Int64($0.index) } ?? -1, limit]
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      StoredTile(
        level: try Self.value(row[0]), index: try Self.number(Self.value(row[1])),
        root: try Self.digest(Self.value(row[2]) as Data), hashes: [UInt8](try Self.value(row[3]) as Data))
    }
  }

  func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest] {
    let full = try db.cachedStatement(sql: "SELECT hashes FROM tile WHERE level = ? AND idx = ?")
    if let blob = try Data.fetchOne(full, arguments: [level, Int64(index)]) {
      return Array(try Self.hashes(blob).prefix(width))
    }
    let first = Int64(index) * 256
    let range: StatementArguments = [first, first + Int64(width)]
    let blobs =
      level == 0
      ? try Data.fetchAll(
        db.cachedStatement(sql: "SELECT leafHash FROM event WHERE position >= ? AND position < ? ORDER BY position"),
        arguments: range)
      : try Data.fetchAll(
        db.cachedStatement(sql: "SELECT root FROM tile WHERE level = ? AND idx >= ? AND idx < ? ORDER BY idx"),
        arguments: [level - 1] + range)
    return try blobs.map { try Self.digest($0) }
  }

  func structuralFindings() throws -> [String] {
    var findings = try SQLiteLogStore.file.structuralFindings(db)
    // Rows that no reader of positions from 0 and sizes from 1 would ever meet.
    for (table, condition) in [("event", "position < 0"), ("tile", "level < 0 OR idx < 0"), ("checkpoint", "size < 1")]
    {
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(condition)") ?? 0
      if count > 0 { findings.append("\(SQLiteLogStore.file.name): \(table): \(count) x \(condition)") }
    }
    return findings
  }

  func insert(_ entry: LogEntry) throws {
    try db.run("INSERT INTO event (position, id, stream, seq, leafHash, leaf) VALUES (?, ?, ?, ?, ?, ?)") {
      $0.int(Int64(entry.position))
      $0.text(entry.id)
      $0.text(entry.stream)
      $0.int(entry.seq)
      $0.blob(entry.leafHash.bytes)
      $0.blob(entry.leaf)
    }
  }

  func insert(_ tile: StoredTile) throws {
    try db.run("INSERT INTO tile (level, idx, root, hashes) VALUES (?, ?, ?, ?)") {
      $0.int(Int64(tile.level))
      $0.int(Int64(tile.index))
      $0.blob(tile.root.bytes)
      $0.blob(tile.hashes)
    }
  }

  func insert(_ checkpoint: StoredCheckpoint) throws {
    try db.run("INSERT INTO checkpoint (size, note) VALUES (?, ?)") {
      $0.int(Int64(checkpoint.size))
      $0.text(checkpoint.note)
    }
  }

  private static func checkpoints(_ rows: [Row]) throws -> [StoredCheckpoint] {
    // A damaged page can hold anything: what is no checkpoint is damage, and no reason for the process to end.
    try rows.map { row in
      let (size, note): (Int64, String) = (try value(row[0]), try value(row[1]))
      guard size >= 0 else { throw StoreError.damaged(file: "log.sqlite", detail: "a checkpoint of size \(size)") }
      return StoredCheckpoint(size: UInt64(size), note: note)
    }
  }

  /// The value in a column of a file that may have been altered outside this program.
  private static func value<Value: DatabaseValueConvertible>(_ column: DatabaseValue) throws -> Value {
    guard let value = Value.fromDatabaseValue(column) else {
      throw StoreError.damaged(file: SQLiteLogStore.file.name, detail: "a column is not a \(Value.self)")
    }
    return value
  }

  private static func found<Value>(_ column: Value?) throws -> Value {
    guard let column else {
      throw StoreError.damaged(file: SQLiteLogStore.file.name, detail: "a column is not a \(Value.self)")
    }
    return column
  }

  private static func number(_ column: Int64?) throws -> UInt64 {
    guard let number = UInt64(exactly: try found(column)) else {
      throw StoreError.damaged(file: SQLiteLogStore.file.name, detail: "a number below zero")
    }
    return number
  }

  private static func digest(_ blob: some Collection<UInt8>) throws -> Digest {
    do { return try Digest(blob) } catch {
      throw StoreError.damaged(file: SQLiteLogStore.file.name, detail: "a hash of \(blob.count) bytes")
    }
  }

  private static func hashes(_ blob: Data) throws -> [Digest] {
    do { return try HashTile.decode([UInt8](blob)) } catch {
      throw StoreError.damaged(file: SQLiteLogStore.file.name, detail: "a tile of \(blob.count) bytes")
    }
  }
}
