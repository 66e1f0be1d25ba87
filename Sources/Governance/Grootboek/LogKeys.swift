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

  /// The keys, the present one last; none where the first event names none.
  public private(set) var keys: [Key] = []

  /// The keys that were found in this order.
  init(_ keys: [Key]) { self.keys = keys }

  /// The keys that a log names, read from the events that say so.
  init(of log: any LogReader, _ catalog: Catalog) throws {
    guard let first = try log.entry(at: 0) else { return }
    try follow(first, catalog)
  }

  /// Follows the next event of the log.
  mutating func follow(_ entry: LogEntry, _ catalog: Catalog) throws {
    guard entry.position == 0, let event = try? catalog.decode(entry) else { return }
    var registry = KeyRegistry()
    try? event.type.changesAuthority?(event, &registry)
    if let founding = registry.founding { keys.append(Key(after: 0, vkey: founding.logKey)) }
  }

  /// Who signs a checkpoint over so many events; nil when that is not known.
  func verifier(over size: UInt64) -> NoteVerifier? {
    keys.last { $0.after < size }.flatMap { try? NoteVerifier(vkey: $0.vkey) }
  }
}
