import Ledger

/// The keys that sign a log's checkpoints: the one it was founded with, and another since each restoration under a new one.
public struct LogKeys: Sendable, Hashable {
  /// A key, and how many events there were when it began: it signs every checkpoint over more.
  public struct Key: Sendable, Hashable {
    /// It signs checkpoints over more events than this.
    public let after: UInt64
    /// The public key, as a vkey.
    public let vkey: String
  }

  /// The keys in their order; none where the first event names none.
  public private(set) var keys: [Key]

  /// The keys that were found in this order.
  init(_ keys: [Key]) { self.keys = keys }

  /// One key for everything, as somebody got it by another way.
  public init(given key: NoteVerifier) { keys = [Key(after: 0, vkey: key.vkey)] }

  /// Follows what a restoration says, where the log is not at hand to follow it.
  public mutating func restore(after size: UInt64, insteadOf old: String, by new: String) {
    guard old == present, let last = keys.last, last.after < size else { return }
    keys.append(Key(after: size, vkey: new))
  }

  /// The one that signs now.
  public var present: String? { keys.last?.vkey }

  /// Whether a key is or was this log's.
  public func contains(_ vkey: String) -> Bool { keys.contains { $0.vkey == vkey } }

  /// The keys with one that was given: when it is not among them it takes the place of all.
  func with(_ given: NoteVerifier?) -> LogKeys {
    given.map { contains($0.vkey) ? self : LogKeys(given: $0) } ?? self
  }

  /// Who signs a checkpoint over so many events; nil when that is not known.
  func verifier(over size: UInt64) -> NoteVerifier? {
    keys.last { $0.after < size }.flatMap { try? NoteVerifier(vkey: $0.vkey) }
  }

  /// A note that the key of its size signed.
  /// - Throws: `CheckpointPolicy.PolicyError`.
  public func verify(_ note: SignedNote, origin: String) throws(CheckpointPolicy.PolicyError) -> Checkpoint {
    // What is no checkpoint has no size, and is told as that.
    let size = (try? Checkpoint(text: note.text).size) ?? 1
    return try CheckpointPolicy(origin: origin, logKeys: verifier(over: max(size, 1)).map { [$0] } ?? []).verify(note)
      .checkpoint
  }

  /// Whether a note was signed by a key that no longer signs at its size: it is of what a restoration lost.
  func isOfWhatWasLost(_ note: SignedNote, origin: String) -> Bool {
    guard let size = try? Checkpoint(text: note.text).size else { return false }
    return keys.contains { key in
      guard key.after < size, let verifier = try? NoteVerifier(vkey: key.vkey) else { return false }
      return (try? CheckpointPolicy(origin: origin, logKeys: [verifier]).verify(note)) != nil
    }
  }
}

extension Grootboek {
  /// The keys that sign this log's checkpoints. Where the ledger was never restored its first event says it, else the views do.
  public func logKeys() throws -> LogKeys {
    guard let founding = try founding(), let stream = try stores.log.entry(at: 0)?.event().envelope.stream else {
      return LogKeys([])
    }
    guard try stores.log.version(of: stream) > 1 else {
      return LogKeys([LogKeys.Key(after: 0, vkey: founding.logKey)])
    }
    return try examine { $0.registry.logKeys }
  }
}
