import Foundation
import Ledger
import LedgerCrypto
import LedgerSQLite
import Synchronization

struct PowerCut: Error {}

/// A vault that asks another one everything that it does not answer itself.
protocol ForwardingVault: Vault {
  var vault: any Vault { get }
}

extension ForwardingVault {
  func write<T>(_ body: (any VaultTransaction) throws -> T) throws -> T { try vault.write(body) }
  func scrub() throws { try vault.scrub() }
  func sealedFields(of event: EventID) throws -> [SealedRecord] { try vault.sealedFields(of: event) }
  func storedKeys(_ key: String) throws -> [StoredKey] { try vault.storedKeys(key) }
  func commitment(of event: EventID) throws -> String? { try vault.commitment(of: event) }
  func isInUse(_ dataKey: String) throws -> Bool { try vault.isInUse(dataKey) }
  func events(sealedWith dataKey: String) throws -> [String] { try vault.events(sealedWith: dataKey) }
  func keyCount() throws -> UInt64 { try vault.keyCount() }
  func forEachKey(_ body: (StoredKey) throws -> Bool) throws { try vault.forEachKey(body) }
  func forEachUnusedKey(except kept: Set<String>, _ body: (StoredKey) throws -> Bool) throws {
    try vault.forEachUnusedKey(except: kept, body)
  }
  func keys(wrappedFor recipient: String) throws -> [String] { try vault.keys(wrappedFor: recipient) }
  func documents(of event: EventID) throws -> [DocumentRecord] { try vault.documents(of: event) }
  func events(after: String?, limit: Int) throws -> [String] { try vault.events(after: after, limit: limit) }
  func erasedUpTo() throws -> UInt64 { try vault.erasedUpTo() }
  func isScrubPending() throws -> Bool { try vault.isScrubPending() }
  func begun() throws -> BegunAppend? { try vault.begun() }
  func schemaFindings() throws -> [String] { try vault.schemaFindings() }
  func structuralFindings() throws -> [String] { try vault.structuralFindings() }
}

/// A vault that cannot be written to, as when the program dies before it is.
struct DeadVault: ForwardingVault {
  let vault: any Vault

  func write<T>(_ body: (any VaultTransaction) throws -> T) throws -> T { throw PowerCut() }
  func scrub() throws { throw PowerCut() }
}

/// Views whose transaction cannot be committed once everything in it was done.
struct FullViews: TableStore {
  let views: any TableStore

  func read<T>(_ body: (any TableReader) throws -> T) throws -> T { try views.read(body) }
  func write<T>(_ body: (any TableWriter) throws -> T) throws -> T {
    try views.write { tables in
      _ = try body(tables)
      throw StoreError.full(path: "views.sqlite")
    }
  }
}

/// Views during whose first reading something else happens.
final class InterruptedViews: TableStore {
  private let views: any TableStore
  private let interruption: Mutex<(@Sendable () throws -> Void)?>

  init(_ views: any TableStore, _ interruption: @escaping @Sendable () throws -> Void) {
    self.views = views
    self.interruption = Mutex(interruption)
  }

  func read<T>(_ body: (any TableReader) throws -> T) throws -> T {
    let first = interruption.withLock { pending in
      defer { pending = nil }
      return pending
    }
    try first?()
    return try views.read(body)
  }
  func write<T>(_ body: (any TableWriter) throws -> T) throws -> T { try views.write(body) }
}

/// Documents that cannot be removed.
struct StuckDocuments: DocumentStore {
  let documents: any DocumentStore

  func put(_ bytes: [UInt8]) throws -> Digest { try documents.put(bytes) }
  func bytes(of file: Digest) throws -> [UInt8]? { try documents.bytes(of: file) }
  func contains(_ file: Digest) throws -> Bool { try documents.contains(file) }
  func remove(_ file: Digest) throws { throw PowerCut() }
  func discard(_ file: Digest) throws { throw PowerCut() }
  func discardedFiles() throws -> Int { try documents.discardedFiles() }
  func emptyTrash() throws { try documents.emptyTrash() }
  func partialFiles() throws -> Int { try documents.partialFiles() }
  func sweepPartial() throws { try documents.sweepPartial() }
  func forEachFile(_ body: (String) throws -> Void) throws { try documents.forEachFile(body) }
}

/// A log of which no event but the last can be read: by that one views know that they belong to it.
struct WordlessLog: LogStore {
  let log: any LogStore

  func size() throws -> UInt64 { try log.size() }
  func entry(at position: UInt64) throws -> LogEntry? {
    guard try position + 1 == size() else { throw PowerCut() }
    return try log.entry(at: position)
  }
  func entries(from position: UInt64, limit: Int) throws -> [LogEntry] { throw PowerCut() }
  func entries(before position: UInt64, limit: Int) throws -> [LogEntry] { throw PowerCut() }
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
  func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest] {
    try log.hashes(level: level, index: index, width: width)
  }
  func write<T>(_ body: (any LogTransaction) throws -> T) throws -> T { throw PowerCut() }
}
