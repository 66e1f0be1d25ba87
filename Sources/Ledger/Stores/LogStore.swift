import LedgerCrypto

/// Where the log is kept. Append-only: nothing here changes or removes what is there.
///
/// Nothing above this protocol may know which store it has (README, The three stores).
public protocol LogReader: TileReader {
  /// The number of entries.
  func size() throws -> UInt64
  /// The entry at a position, nil beyond the end.
  func entry(at position: UInt64) throws -> LogEntry?
  /// Up to `limit` entries from `position` on, in order.
  func entries(from position: UInt64, limit: Int) throws -> [LogEntry]
  /// Up to `limit` entries before `position`, the last one first.
  func entries(before position: UInt64, limit: Int) throws -> [LogEntry]
  /// The position of the event with this id.
  func position(of event: EventID) throws -> UInt64?
  /// The last version of a stream, 0 when it has no events.
  func version(of stream: StreamID) throws -> Int64
  /// The positions of a stream's events, in order.
  func positions(in stream: StreamID) throws -> [UInt64]
  /// The checkpoint of the highest size.
  func latestCheckpoint() throws -> StoredCheckpoint?
  /// Up to `limit` checkpoints of a size greater than `size`, in order.
  func checkpoints(after size: UInt64, limit: Int) throws -> [StoredCheckpoint]
  /// Up to `limit` stored full tiles, by level and index, after the given one.
  func tiles(after: (level: Int, index: UInt64)?, limit: Int) throws -> [StoredTile]
  /// What is wrong with the store itself, below the level of entries: empty when nothing is.
  func structuralFindings() throws -> [String]
}

/// A log that can be appended to.
public protocol LogStore: LogReader, Sendable {
  /// Runs `body` in one transaction: all of what it inserts is durable when this returns, or none of it.
  func write<T>(_ body: (any LogTransaction) throws -> T) throws -> T
}

/// What can be done inside an append.
public protocol LogTransaction: LogReader {
  /// Adds an entry at the end.
  func insert(_ entry: LogEntry) throws
  /// Adds a tile that has become full.
  func insert(_ tile: StoredTile) throws
  /// Keeps a signed checkpoint.
  func insert(_ checkpoint: StoredCheckpoint) throws
}
