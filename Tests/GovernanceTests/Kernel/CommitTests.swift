import Ledger
import LedgerCrypto
import LedgerSQLite
import Synchronization
import Testing

@testable import Governance

/// What an append writes, and how often: each durable commit waits for the disk.
@Suite struct CommitTests {
  let world: KernelWorld

  init() throws { world = try KernelWorld() }

  func drafts(_ count: Int, sealing: Bool) throws -> [EventDraft] {
    try (0..<count).map { number in
      var draft = try world.note("nota \(number)")
      if sealing { draft[NotitieVastgelegd.kantoor] = "inhoud" }
      return draft
    }
  }

  /// How many transactions appending some drafts takes.
  func commits(_ drafts: [EventDraft]) throws -> (log: Int, vault: Int) {
    try world.directory.write { stores in
      let (log, vault) = (CountedLog(stores.log), CountedVault(stores.vault))
      let counted = LedgerStores(
        log: log, vault: vault, views: stores.views, documents: stores.documents,
        scratch: { try world.directory.scratchTables() })
      _ = try world.book(counted).append(drafts, signedBy: world.secretaris, log: world.signer)
      return (log.commits.count, vault.commits.count)
    }
  }

  @Test(arguments: [1, 300]) func `an append commits the log once, and the vault once where something is sealed`(
    count: Int
  ) throws {
    let sealing = try commits(drafts(count, sealing: true))
    #expect(sealing.log == 1 && sealing.vault == 1)
    let clear = try commits(drafts(count, sealing: false))
    #expect(clear.log == 1 && clear.vault == 0)
  }

  @Test func `an erasure commits the vault once, however many fields it takes`() throws {
    let events = try world.directory.write { stores in
      let drafts = try drafts(20, sealing: true)
      return try world.book(stores).append(drafts, signedBy: world.secretaris, log: world.signer).events
    }
    var draft = try world.erasure(events[0], ["kantoor"])
    draft[StukkenVernietigd.stukken] = events.map { ErasedFields(event: $0.id, fields: ["kantoor"]) }
    let commits = try commits([draft])
    #expect(commits.log == 1 && commits.vault == 1)
  }

  @Test func `what is signed ahead is signed as if it were signed in turn`() throws {
    let stream = try world.stream("Notitie")
    let key = try world.member(.griffier)
    try world.admit(key, to: stream, by: key)
    let drafts = try (0..<40).map { number in
      var draft = try world.note("nota \(number)", on: number.isMultiple(of: 3) ? stream : nil)
      draft[NotitieVastgelegd.kantoor] = "inhoud"
      return draft
    }
    let events = try world.directory.write { stores in
      try world.book(stores).append(drafts, signedBy: key, log: world.signer).events
    }
    let seqs = events.filter { $0.stream == stream }.map(\.signed.envelope.seq)
    #expect(seqs == (1...Int64(seqs.count)).map { $0 })
    for (offset, event) in events.enumerated() {
      #expect(event.signed.isSigned(by: key.signing.verifyingKey))
      let stored = try world.directory.read { try $0.log.entry(at: event.position) }
      #expect(stored?.leaf == event.signed.leaf && event.position == 3 + UInt64(offset))
      let entry = try #require(stored)
      let decoded = try Catalog([ProefPlugin()]).decode(entry)
      #expect(decoded.facts == event.facts && decoded.effective == event.effective)
      #expect(decoded.recordedAt == event.recordedAt)
    }
    #expect(try world.directory.read { try world.book($0).verify().ok })
  }
}

/// Counts what it is asked to commit.
private final class Counter: Sendable {
  private let value = Mutex(0)
  var count: Int { value.withLock { $0 } }
  func add() { value.withLock { $0 += 1 } }
}

private struct CountedLog: LogStore {
  let log: any LogStore
  let commits = Counter()

  init(_ log: any LogStore) { self.log = log }

  func write<T>(_ body: (any LogTransaction) throws -> T) throws -> T {
    commits.add()
    return try log.write(body)
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
  func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest] {
    try log.hashes(level: level, index: index, width: width)
  }
  func structuralFindings() throws -> [String] { try log.structuralFindings() }
}

private struct CountedVault: ForwardingVault {
  let vault: any Vault
  let commits = Counter()

  init(_ vault: any Vault) { self.vault = vault }

  func write<T>(_ body: (any VaultTransaction) throws -> T) throws -> T {
    commits.add()
    return try vault.write(body)
  }
}
