import LedgerCrypto

/// Why an append was not made; the log is as it was.
public enum AppendError: Error, Sendable, Equatable {
  /// Others appended since the rules were checked: check again at `found`.
  case headMoved(expected: UInt64, found: UInt64)
  /// The event is for another ledger.
  case otherLedger(origin: String)
  /// The stream has moved on: its last version is `found`.
  case streamMoved(stream: String, expected: Int64, found: Int64)
  /// There is another event with this id.
  case idTaken(id: String, position: UInt64)
  /// Some events of the batch are in the log already and some are not.
  case partlyAppended(id: String, position: UInt64)
  /// An append without events.
  case nothingToAppend
}

/// What was read of a log at the size that an append expects; while the log has that size, it is not asked again.
public struct LogHead: Sendable {
  /// The last versions of streams.
  public var versions: [StreamID: Int64]

  /// What was read.
  public init(versions: [StreamID: Int64] = [:]) { self.versions = versions }
}

/// What an append achieved.
public struct AppendReceipt: Sendable, Hashable {
  /// Where the events stand, in the order they were given.
  public let positions: [UInt64]
  /// The signed note over the log that contains them.
  public let checkpoint: String
  /// Whether they stood there before.
  public let wasThere: Bool
}

/// Appends events: position, leaf hash, tiles and checkpoint are committed in one transaction, or nothing is.
public struct LogAppender: Sendable {
  private let store: any LogStore
  private let origin: String
  private let signer: NoteSigner

  /// An appender for the ledger `origin`, whose checkpoints `signer` signs.
  public init(store: any LogStore, origin: String, signer: NoteSigner) {
    self.store = store
    self.origin = origin
    self.signer = signer
  }

  /// Appends `events` if the log still has `expected` entries.
  ///
  /// Appending the same bytes twice returns the first positions.
  /// - Parameter head: What is known of the log at that size, for events that were made just now: they are not looked
  ///   up, and the store refuses an id that it has.
  /// - Throws: `AppendError`, or the store's own error; then nothing was appended.
  public func append(
    _ events: [SignedEvent], expecting expected: UInt64, knowing head: LogHead? = nil
  ) throws -> AppendReceipt {
    guard !events.isEmpty else { throw AppendError.nothingToAppend }
    return try store.write { log in
      if head == nil, let earlier = try receiptIfThere(events, log) { return earlier }
      let size = try log.size()
      guard size == expected else { throw AppendError.headMoved(expected: expected, found: size) }
      try check(events, log, size: size, head)
      var tree = try TreeAppender(size: size, reader: log)
      for (offset, event) in events.enumerated() {
        let entry = LogEntry(position: size + UInt64(offset), event: event)
        try log.insert(entry)
        for tile in tree.append(entry.leafHash) { try log.insert(StoredTile(tile)) }
      }
      let note = try Checkpoint(origin: origin, size: tree.size, root: tree.root()).sign(by: signer)
      try log.insert(StoredCheckpoint(size: tree.size, note: String(decoding: note.bytes, as: UTF8.self)))
      return AppendReceipt(
        positions: Array(size..<tree.size), checkpoint: String(decoding: note.bytes, as: UTF8.self), wasThere: false)
    }
  }

  private func receiptIfThere(_ events: [SignedEvent], _ log: some LogReader) throws -> AppendReceipt? {
    var positions: [UInt64] = []
    var missing = false
    for event in events {
      guard let position = try log.position(of: event.envelope.id) else {
        missing = true
        continue
      }
      guard try log.entry(at: position)?.leaf == event.leaf else {
        throw AppendError.idTaken(id: event.envelope.id.description, position: position)
      }
      positions.append(position)
    }
    guard let first = positions.first else { return nil }
    guard !missing else {
      throw AppendError.partlyAppended(id: events[0].envelope.id.description, position: first)
    }
    return AppendReceipt(positions: positions, checkpoint: try log.latestCheckpoint()?.note ?? "", wasThere: true)
  }

  private func check(_ events: [SignedEvent], _ log: some LogReader, size: UInt64, _ head: LogHead?) throws {
    var versions: [StreamID: Int64] = [:]
    var ids: Set<EventID> = []
    for event in events {
      let claims = event.envelope
      guard claims.origin == origin else { throw AppendError.otherLedger(origin: claims.origin) }
      guard ids.insert(claims.id).inserted else { throw AppendError.idTaken(id: claims.id.description, position: size) }
      let version = try versions[claims.stream] ?? head?.versions[claims.stream] ?? log.version(of: claims.stream)
      guard claims.seq == version + 1 else {
        throw AppendError.streamMoved(stream: claims.stream.description, expected: claims.seq - 1, found: version)
      }
      versions[claims.stream] = claims.seq
    }
  }
}
