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

  private func read<T>(_ body: (LogQueries) throws -> T) throws -> T {
    try StoreError.mapping(queue.path) { try queue.read { try body(LogQueries(db: $0)) } }
  }

  func size() throws -> UInt64 { try read { try $0.size() } }
  func entry(at position: UInt64) throws -> LogEntry? { try read { try $0.entry(at: position) } }
  func entries(from position: UInt64, limit: Int) throws -> [LogEntry] {
    try read { try $0.entries(from: position, limit: limit) }
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
    let last = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT position FROM event ORDER BY position DESC LIMIT 1"))
    return last.map { UInt64($0) + 1 } ?? 0
  }

  func entry(at position: UInt64) throws -> LogEntry? {
    try entries(from: position, limit: 1).first { $0.position == position }
  }

  func entries(from position: UInt64, limit: Int) throws -> [LogEntry] {
    let statement = try db.cachedStatement(
      sql: "SELECT position, id, stream, seq, leafHash, leaf FROM event WHERE position >= ? ORDER BY position LIMIT ?")
    var entries: [LogEntry] = []
    let rows = try Row.fetchCursor(statement, arguments: [Int64(clamping: position), limit])
    while let row = try rows.next() {
      entries.append(
        LogEntry(
          position: try Self.number(row[0]), id: try Self.value(row[1]), stream: try Self.value(row[2]),
          seq: try Self.value(row[3]), leafHash: try Self.digest(row[4]), leaf: [UInt8](try Self.value(row[5]) as Data))
      )
    }
    return entries
  }

  func position(of event: EventID) throws -> UInt64? {
    let statement = try db.cachedStatement(sql: "SELECT position FROM event WHERE id = ?")
    return try Int64.fetchOne(statement, arguments: [event.description]).map { UInt64($0) }
  }

  func version(of stream: StreamID) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT seq FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1")
    return try Int64.fetchOne(statement, arguments: [stream.description]) ?? 0
  }

  func positions(in stream: StreamID) throws -> [UInt64] {
    let statement = try db.cachedStatement(sql: "SELECT position FROM event WHERE stream = ? ORDER BY seq")
    return try Int64.fetchAll(statement, arguments: [stream.description]).map { UInt64($0) }
  }

  func latestCheckpoint() throws -> StoredCheckpoint? {
    try Self.checkpoints(Row.fetchAll(db, sql: "SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1")).first
  }

  func checkpoints(after size: UInt64, limit: Int) throws -> [StoredCheckpoint] {
    let statement = try db.cachedStatement(
      sql: "SELECT size, note FROM checkpoint WHERE size > ? ORDER BY size LIMIT ?")
    return Self.checkpoints(try Row.fetchAll(statement, arguments: [Int64(clamping: size), limit]))
  }

  func tiles(after: (level: Int, index: UInt64)?, limit: Int) throws -> [StoredTile] {
    let statement = try db.cachedStatement(
      sql: "SELECT level, idx, root, hashes FROM tile WHERE (level, idx) > (?, ?) ORDER BY level, idx LIMIT ?")
    let arguments: StatementArguments = [after?.level ?? -1, after.map { Int64($0.index) } ?? -1, limit]
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      StoredTile(
        level: try Self.value(row[0]), index: try Self.number(row[1]), root: try Self.digest(row[2]),
        hashes: [UInt8](try Self.value(row[3]) as Data))
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
    return try blobs.map(Self.digest)
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
    try db.cachedStatement(
      sql: "INSERT INTO event (position, id, stream, seq, leafHash, leaf) VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      Int64(entry.position), entry.id, entry.stream, entry.seq, Data(entry.leafHash.bytes), Data(entry.leaf),
    ])
  }

  func insert(_ tile: StoredTile) throws {
    try db.cachedStatement(sql: "INSERT INTO tile (level, idx, root, hashes) VALUES (?, ?, ?, ?)").execute(arguments: [
      tile.level, Int64(tile.index), Data(tile.root.bytes), Data(tile.hashes),
    ])
  }

  func insert(_ checkpoint: StoredCheckpoint) throws {
    try db.cachedStatement(sql: "INSERT INTO checkpoint (size, note) VALUES (?, ?)")
      .execute(arguments: [Int64(checkpoint.size), checkpoint.note])
  }

  private static func checkpoints(_ rows: [Row]) -> [StoredCheckpoint] {
    rows.map { StoredCheckpoint(size: UInt64($0[0] as Int64), note: $0[1]) }
  }

  /// The value in a column of a file that may have been altered outside this program.
  private static func value<Value: DatabaseValueConvertible>(_ column: DatabaseValue) throws -> Value {
    guard let value = Value.fromDatabaseValue(column) else {
      throw StoreError.damaged(file: SQLiteLogStore.file.name, detail: "a column is not a \(Value.self)")
    }
    return value
  }

  private static func number(_ column: DatabaseValue) throws -> UInt64 {
    guard let number = UInt64(exactly: try value(column) as Int64) else {
      throw StoreError.damaged(file: SQLiteLogStore.file.name, detail: "a number below zero")
    }
    return number
  }

  private static func digest(_ column: DatabaseValue) throws -> Digest { try digest(try value(column) as Data) }

  private static func digest(_ blob: Data) throws -> Digest {
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
