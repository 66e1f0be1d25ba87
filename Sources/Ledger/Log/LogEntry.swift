import LedgerCrypto

/// One row of the log: the entry's bytes, and the columns that were read off them when it was appended.
public struct LogEntry: Sendable, Hashable {
  /// The leaf index, from 0 without gaps.
  public let position: UInt64
  /// The event's id.
  public let id: String
  /// The event's stream.
  public let stream: String
  /// The event's version of its stream.
  public let seq: Int64
  /// The leaf hash (RFC 6962, section 2.1).
  public let leafHash: Digest
  /// The entry itself.
  public let leaf: [UInt8]

  /// A row as read from a store.
  public init(position: UInt64, id: String, stream: String, seq: Int64, leafHash: Digest, leaf: [UInt8]) {
    self.position = position
    self.id = id
    self.stream = stream
    self.seq = seq
    self.leafHash = leafHash
    self.leaf = leaf
  }

  /// The row that belongs to an event at a position.
  public init(position: UInt64, event: SignedEvent) {
    self.init(
      position: position, id: event.envelope.id.description, stream: event.envelope.stream.description,
      seq: event.envelope.seq, leafHash: MerkleTree.leafHash(of: event.leaf), leaf: event.leaf)
  }

  /// The event these bytes are.
  /// - Throws: `EventError`.
  public func event() throws(EventError) -> SignedEvent { try SignedEvent(leaf: leaf) }
}

/// A signed tree head as it was kept.
public struct StoredCheckpoint: Sendable, Hashable {
  /// The size the row was kept under.
  public let size: UInt64
  /// The signed note, verbatim.
  public let note: String

  /// A row as read from a store.
  public init(size: UInt64, note: String) {
    self.size = size
    self.note = note
  }
}

/// A full tile as it was kept, root included, for comparison with what the entries give.
public struct StoredTile: Sendable, Hashable {
  /// The tile's level.
  public let level: Int
  /// The tile's index in its level.
  public let index: UInt64
  /// The stored root.
  public let root: Digest
  /// The stored hashes, `HashTile.encode`d.
  public let hashes: [UInt8]

  /// A row as read from a store.
  public init(level: Int, index: UInt64, root: Digest, hashes: [UInt8]) {
    self.level = level
    self.index = index
    self.root = root
    self.hashes = hashes
  }

  /// The row that belongs to a completed tile.
  public init(_ tile: CompletedTile) {
    self.init(level: tile.level, index: tile.index, root: tile.root, hashes: HashTile.encode(tile.hashes))
  }
}
