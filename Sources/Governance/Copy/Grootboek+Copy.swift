import Ledger
import LedgerCrypto

extension Grootboek {
  /// Gives everything that a copy for one reader holds from a position on, piece by piece; whoever asks holds the lock, so that
  /// nothing is erased meanwhile.
  /// - Parameter start: How many events the reader has.
  /// - Returns: The head that it ends with.
  /// - Throws: `BadEvent` where an event or the checkpoint cannot be relied on; whatever `give` throws.
  public func copy(
    for scope: CopyScope, from start: UInt64, progress: (UInt64, UInt64) throws -> Void = { _, _ in },
    _ give: (CopyPart) throws -> Void
  ) throws -> SignedHead {
    let head = try signedHead()
    let size = head.checkpoint.size
    var rows = CopyRows(ledger: self, scope: scope)
    var checkpoints: ArraySlice<StoredCheckpoint> = []
    var next = start
    while next < size {
      for entry in try stores.log.entries(from: next, limit: LogChunkReader.length) {
        let event = try catalog.readable(entry)
        let list = try stores.vault.commitment(of: event.id)
        try give(.event(entry.leaf, list: list))
        if let part = try rows.part(of: event, list) { try give(part) }
        if start > 0 { try rows.findNewWays(list) }
        next = entry.position + 1
        if checkpoints.isEmpty {
          checkpoints = try stores.log.checkpoints(after: next - 1, limit: LogChunkReader.length)[...]
        }
        while let stored = checkpoints.first, stored.size <= next {
          try give(.checkpoint(stored))
          checkpoints = checkpoints.dropFirst()
        }
      }
      try progress(next, size)
    }
    try rows.forEachOpened(before: start) { try give($0) }
    return head
  }
}

/// The rows of events that one reader may have.
private struct CopyRows {
  let ledger: Grootboek
  let scope: CopyScope
  private var ways: ReaderWays
  /// Key-encryption keys that became the reader's with the events that are given: what they open lies earlier as well.
  private var opened: Set<String> = []

  init(ledger: Grootboek, scope: CopyScope) {
    (self.ledger, self.scope) = (ledger, scope)
    let vault = ledger.stores.vault
    ways = ReaderWays(scope.box) { try vault.storedKeys($0).map(\.key.recipient) }
  }

  /// What there is of an event for the reader; nil when there is nothing.
  mutating func part(of event: RecordedEvent, _ list: String?) throws -> CopyPart? {
    guard let list = list.flatMap({ Commitment(text: $0) }) else { return nil }
    let vault = ledger.stores.vault
    var rows = VaultRows(event: event.id)
    var files: [Digest: [UInt8]] = [:]
    for record in try vault.sealedFields(of: event.id) where try isReaders(record.sealing.key, event) {
      rows.records.append(record)
    }
    for document in try vault.documents(of: event.id) where try isReaders(document.sealing.key, event) {
      rows.documents.append(document)
      files[document.file] = try ledger.stores.documents.bytes(of: document.file)
    }
    for row in list.rows where row.kind == .wrappedKey {
      guard try isReaders(row.name, event) else { continue }
      let stored = try vault.storedKeys(row.name).first { $0.key.recipient == row.key }
      // One that a later event brought again goes with that event.
      if let stored, stored.event == event.id.description { rows.keys.append(stored.key) }
    }
    return rows.commitment == nil ? nil : .rows(rows, files: files)
  }

  private mutating func isReaders(_ key: String?, _ event: RecordedEvent) throws -> Bool {
    guard let key else { return true }
    return event.type.isClosed ? scope.hasClosed : try ways.lead(from: key)
  }

  /// Looks at the keys that a new event brought: someone who is admitted to a circle may have what was sealed before.
  mutating func findNewWays(_ list: String?) throws {
    for row in list.flatMap({ Commitment(text: $0) })?.rows ?? []
    where row.kind == .wrappedKey && (row.key == scope.box.name || row.key.flatMap { BoxPublicKey(name: $0) } != nil) {
      if try ways.lead(from: row.name) { opened.insert(row.name) }
    }
  }

  /// What lies before a position and is the reader's by a key that came later.
  mutating func forEachOpened(before start: UInt64, _ give: (CopyPart) throws -> Void) throws {
    let vault = ledger.stores.vault
    var (told, waiting): (Set<String>, [String]) = ([], opened.sorted())
    var seen = opened
    while let key = waiting.popLast() {
      for inner in try vault.keys(wrappedFor: key) where seen.insert(inner).inserted { waiting.append(inner) }
      for name in try vault.events(sealedWith: key) where told.insert(name).inserted {
        guard let id = EventID(name), let position = try ledger.stores.log.position(of: id), position < start,
          let entry = try ledger.stores.log.entry(at: position),
          let part = try part(of: ledger.catalog.readable(entry), vault.commitment(of: id))
        else { continue }
        try give(part)
      }
    }
  }
}
