import Governance
import Ledger
import LedgerCrypto

/// The log entries that a reader needs to check some events: the events, the keys that signed them, and the way up.
struct CheckedEvents {
  /// A key, and the events that say from when to when it signs.
  struct Key {
    let id: Thumbprint
    let registeredAt: UInt64
    /// Nil when it has not been revoked in the log that is published.
    let revokedAt: UInt64?
  }

  /// The log as it is published.
  let checkpoint: Checkpoint
  private let filter: VisibilityFilter
  private let registry: KeyRegistry
  private(set) var events: [UInt64: SignedEvent] = [:]
  private var keysByID: [Thumbprint: Key] = [:]

  /// Begins with the founding of the ledger, which names the log's own key, and with what named another since.
  init(_ filter: VisibilityFilter, _ registry: KeyRegistry, upTo checkpoint: Checkpoint) throws {
    self.filter = filter
    self.registry = registry
    self.checkpoint = checkpoint
    for position in [0] + registry.restorations.map(\.at) where position < checkpoint.size {
      try add(position, try Self.event(at: position, filter, upTo: checkpoint).signed)
    }
  }

  /// The keys, in the order in which they were registered.
  var keys: [Key] {
    keysByID.values.sorted { ($0.registeredAt, $0.id.description) < ($1.registeredAt, $1.id.description) }
  }

  /// Adds an event, what registered and revoked its key, and so on back to the founding.
  mutating func add(_ position: UInt64, _ added: SignedEvent) throws {
    var wanted = [position]
    while let next = wanted.popLast() {
      guard events[next] == nil else { continue }
      let event = next == position ? added : try Self.event(at: next, filter, upTo: checkpoint).signed
      events[next] = event
      guard keysByID[event.key] == nil else { continue }
      let key = try key(event.key, position: next)
      keysByID[event.key] = key
      wanted += [key.registeredAt] + (key.revokedAt.map { [$0] } ?? [])
    }
  }

  /// The event at a position, when the published log has it.
  static func event(
    at position: UInt64, _ filter: VisibilityFilter, upTo checkpoint: Checkpoint
  ) throws -> RecordedEvent {
    guard position < checkpoint.size, let event = try filter.event(at: position) else {
      throw Failure(
        .foundWanting,
        Text(
          nl: "gebeurtenis \(position) valt buiten het controlepunt van \(checkpoint.size) gebeurtenissen",
          en: "event \(position) is not covered by the checkpoint of \(checkpoint.size) events"),
        remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
    }
    return event
  }

  private func key(_ id: Thumbprint, position: UInt64) throws -> Key {
    guard let key = registry.keys[id] else {
      throw Failure(
        .foundWanting,
        Text(
          nl: "de sleutel van gebeurtenis \(position) is niet geregistreerd",
          en: "the key of event \(position) is not registered"),
        remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
    }
    let revokedAt = key.revoked.map(\.at).flatMap { $0 < checkpoint.size ? $0 : nil }
    return Key(id: id, registeredAt: key.registeredAt, revokedAt: revokedAt)
  }

  /// The roles of the keys, with what they are called.
  var roles: [Rol] {
    Set(keysByID.keys.compactMap { registry.keys[$0]?.rol }).sorted { $0.rawValue < $1.rawValue }
  }

  /// Each hash of the inclusion paths once, and the paths as indexes of them: neighbours share most of their way up.
  func paths(_ path: (UInt64) throws -> [Digest]) throws -> (
    hashes: [Digest], paths: [(position: UInt64, hashes: [Int])]
  ) {
    var hashes: [Digest] = []
    var indexes: [Digest: Int] = [:]
    let paths = try events.keys.sorted().map { position in
      let path = try path(position).map { hash in
        if let known = indexes[hash] { return known }
        indexes[hash] = hashes.count
        hashes.append(hash)
        return hashes.count - 1
      }
      return (position, path)
    }
    return (hashes, paths)
  }

  /// The way up from any event to the root of a size.
  static func paths(in size: UInt64, _ log: some LogReader) throws -> (UInt64) throws -> [Digest] {
    var prover = try InclusionProver(log, size: size)
    return { try prover.proof(of: $0) }
  }
}
