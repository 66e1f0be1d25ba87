import Ledger
import LedgerCrypto

/// Takes up the pieces of a copy, each compared with what is signed: nothing is kept of a history that is not this one's.
///
/// Everything is one transaction of the log around one of the vault, which is committed first: what was cut off in between
/// leaves rows that no event names.
struct CopyIntake {
  let origin: String
  let catalog: Catalog
  let scope: CopyScope
  let documents: any DocumentStore
  let log: any LogTransaction
  let vault: any VaultTransaction
  /// What was seen of this ledger before, elsewhere.
  let known: [Checkpoint]
  private var tree: TreeAppender
  private let keys: LogKeys
  /// How many events of the pieces came by.
  private var next: UInt64
  private var signedUpTo: UInt64
  /// Files that were put here, to be taken away again when this fails.
  private(set) var files: [Digest] = []
  /// Files of which a reference was erased.
  private var erasedFiles: [Digest] = []

  init(
    origin: String, catalog: Catalog, _ update: CopyUpdate, documents: any DocumentStore, keys: LogKeys,
    known: [Checkpoint],
    log: any LogTransaction, vault: any VaultTransaction
  ) throws {
    (self.origin, self.catalog, self.documents, self.keys, self.known) = (origin, catalog, documents, keys, known)
    (scope, self.log, self.vault) = (update.scope, log, vault)
    let size = try log.size()
    (tree, next, signedUpTo) = (try TreeAppender(size: size, reader: log), update.start, size)
  }

  private static func wrong(_ nl: String, _ en: String) -> Failure {
    Failure(
      .foundWanting, Text(nl: nl, en: en),
      remedy: Text(
        nl:
          "er is niets geschreven; vraag een nieuwe bijwerking, en vertrouw deze niet (is het grootboek hersteld onder een "
          + "nieuwe sleutel, vraag dan een nieuwe kopie)",
        en:
          "nothing was written; ask for a new update, and do not trust this one (if the ledger was restored under a new "
          + "key, ask for a new copy)"))
  }

  /// Takes up the next piece.
  /// - Throws: `Failure` (1) when it is not of this history; then nothing of all pieces stays.
  mutating func take(_ part: CopyPart) throws {
    switch part {
    case .event(let leaf, let list): try take(leaf, list)
    case .rows(let rows, let files): try take(rows, files)
    case .checkpoint(let stored): try take(stored)
    }
  }

  private mutating func take(_ leaf: [UInt8], _ list: String?) throws {
    let position = next
    next += 1
    if position < tree.size {
      guard try log.entry(at: position)?.leaf == leaf else { throw rewritten(position) }
      return
    }
    guard let event = try? SignedEvent(leaf: leaf), event.envelope.origin == origin else {
      throw Self.wrong(
        "gebeurtenis \(position) in dit bestand is niet van dit grootboek",
        "event \(position) in this file is not of this ledger")
    }
    let entry = LogEntry(position: position, event: event)
    try carryOutErasures(entry)
    try log.insert(entry)
    for tile in tree.append(entry.leafHash) { try log.insert(StoredTile(tile)) }
    let commitment: Commitment?
    do { commitment = try CommitmentCheck.list(list, of: event.envelope) } catch {
      throw Self.wrong("gebeurtenis \(position): \(error.text.nl)", "event \(position): \(error.text.en)")
    }
    if let commitment { try vault.put(commitment, of: event.envelope.id) }
  }

  /// What is erased is gone from here with the event that says so, before anything else of it is kept.
  private mutating func carryOutErasures(_ entry: LogEntry) throws {
    for item in (try? catalog.decode(entry))?.erased ?? [] {
      for field in item.fields {
        let remains = try vault.eraseField(field, of: item.event)
        for key in remains.keys { try vault.removeKeyIfUnused(key) }
        erasedFiles += remains.files
        try vault.setScrubPending(true)
      }
    }
  }

  private mutating func take(_ rows: VaultRows, _ given: [Digest: [UInt8]]) throws {
    func wrong() -> Failure {
      Self.wrong(
        "wat bij \(rows.event) wordt gegeven, is niet wat die gebeurtenis in de kluis legde",
        "what is given with \(rows.event) is not what that event brought into the vault")
    }
    guard let list = try vault.commitment(of: rows.event).flatMap({ Commitment(text: $0) }) else { throw wrong() }
    let listed = Set(list.rows)
    let found =
      rows.records.map(Commitment.Row.init) + rows.documents.map(Commitment.Row.init)
      + rows.keys.map { Commitment.Row($0, of: rows.event.description) }
    guard found.allSatisfy(listed.contains) else { throw wrong() }
    for (file, bytes) in given {
      guard SHA256.hash(bytes) == file, rows.documents.contains(where: { $0.file == file }) else { throw wrong() }
      guard try !documents.contains(file) else { continue }
      files.append(try documents.put(bytes))
    }
    for record in rows.records { try vault.put(record) }
    for document in rows.documents { try vault.put(document) }
    for key in rows.keys { try vault.put(StoredKey(event: rows.event.description, key: key)) }
  }

  private mutating func take(_ stored: StoredCheckpoint) throws {
    // Those of the part that is here already stand here.
    guard stored.size > signedUpTo else { return }
    guard stored.size == tree.size, next == tree.size, let note = try? SignedNote(Array(stored.note.utf8)),
      let head = try? keys.verify(note, origin: origin), head.size == stored.size, head.root == tree.root()
    else { throw rewritten(stored.size) }
    try log.insert(stored)
    signedUpTo = stored.size
  }

  private func rewritten(_ position: UInt64) -> Failure {
    Self.wrong(
      "tot nummer \(position) is dit een andere geschiedenis dan die van deze kopie: het grootboek is herschreven",
      "up to number \(position) this is another history than that of this copy: the ledger was rewritten")
  }

  /// Looks at the whole once the last piece was taken.
  mutating func finish(_ update: CopyUpdate) throws {
    guard next == update.end, tree.size == max(update.end, signedUpTo), signedUpTo == tree.size else {
      throw Self.wrong(
        "dit bestand is afgebroken: het belooft \(update.end) gebeurtenissen en geeft er \(next)",
        "this file was cut off: it promises \(update.end) events and gives \(next)")
    }
    let reader = TreeReader(LogTiles(log: log))
    for head in known where head.size <= tree.size {
      guard try reader.root(at: head.size) == head.root else { throw rewritten(head.size) }
    }
    try vault.setErasedUpTo(tree.size)
    // Only now, for a file that is gone does not come back when all of this is refused.
    for file in erasedFiles where try !vault.isReferenced(file) { try documents.remove(file) }
  }
}

extension Grootboek {
  /// Takes up what brings a copy up to date, or what it begins with.
  /// - Parameters:
  ///   - keys: The log's keys as they are known here; a history that goes on under another is not taken up.
  ///   - known: Checkpoints of this ledger that were seen before.
  ///   - parts: Gives each piece to what it is handed.
  /// - Throws: `Failure` when it is not of this history; then nothing was written.
  public func takeUp(
    _ update: CopyUpdate, keys: LogKeys, known: [Checkpoint],
    _ parts: (@escaping (CopyPart) throws -> Void) throws -> Void
  ) throws {
    var files: [Digest] = []
    do {
      try stores.log.write { log in
        try stores.vault.write { vault in
          var intake = try CopyIntake(
            origin: origin, catalog: catalog, update, documents: stores.documents, keys: keys, known: known, log: log,
            vault: vault)
          defer { files = intake.files }
          try parts { try intake.take($0) }
          try intake.finish(update)
        }
      }
    } catch {
      for file in files { try? stores.documents.remove(file) }
      throw error
    }
  }
}
