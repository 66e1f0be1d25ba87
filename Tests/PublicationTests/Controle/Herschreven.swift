import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek

/// A log as an insider would rewrite it, who has every key: one early event says something else, everything after it is
/// as it was, and the log's own key signs the tree that follows from it.
struct Herschreven: LogReader {
  let log: any LogReader
  let leaves: [Digest]

  /// The log with another event at a position.
  init(_ log: any LogReader, at position: UInt64, _ event: SignedEvent) throws {
    self.log = log
    let size = try log.size()
    leaves = try (0..<size).map { here in
      try here == position
        ? MerkleTree.leafHash(of: event.leaf) : log.hashes(level: 0, index: here / 256, width: 256)[Int(here % 256)]
    }
  }

  /// The state of the log, signed as any other.
  func note(_ boek: Proefboek) throws -> SignedNote {
    let root = MerkleTree.root(of: leaves)
    return try Checkpoint(origin: boek.origin, size: UInt64(leaves.count), root: root).sign(by: boek.logKey)
  }

  func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest] {
    let span = 1 << (8 * level)
    return (0..<width).map { place in
      let first = (Int(index) * 256 + place) * span
      return MerkleTree.root(of: leaves[first..<first + span])
    }
  }

  func size() throws -> UInt64 { try log.size() }
  func entry(at position: UInt64) throws -> LogEntry? { try log.entry(at: position) }
  func entries(from position: UInt64, limit: Int) throws -> [LogEntry] {
    try log.entries(from: position, limit: limit)
  }
  func entries(before position: UInt64, limit: Int) throws -> [LogEntry] {
    try log.entries(before: position, limit: limit)
  }
  func position(of event: EventID) throws -> UInt64? { try log.position(of: event) }
  func version(of stream: StreamID) throws -> Int64 { try log.version(of: stream) }
  func positions(in stream: StreamID) throws -> [UInt64] { try log.positions(in: stream) }
  func latestCheckpoint() throws -> StoredCheckpoint? { try log.latestCheckpoint() }
  func checkpoints(after size: UInt64, limit: Int) throws -> [StoredCheckpoint] {
    try log.checkpoints(after: size, limit: limit)
  }
  func tiles(after: (level: Int, index: UInt64)?, limit: Int) throws -> [StoredTile] {
    try log.tiles(after: after, limit: limit)
  }
  func structuralFindings() throws -> [String] { try log.structuralFindings() }
}
