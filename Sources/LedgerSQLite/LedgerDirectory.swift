import CRename
import Foundation
import GRDB
import Ledger

/// The stores of one ledger, opened together.
public struct Stores: Sendable {
  /// The log.
  public let log: any LogStore
  /// The vault; an empty one, that nothing is put in, where there is none.
  public let vault: any Vault
  /// Whether there is no vault: of the log everything can be read that is in it.
  public let isVaultMissing: Bool
  /// The views.
  public let views: any TableStore
  /// Where the views are kept.
  public let viewPlace: ViewPlace
  /// The documents.
  public let documents: any DocumentStore
  /// What a copy to read says of itself; nil of a ledger.
  public let copyMark: [UInt8]?
}

/// A ledger on disk: three stores with three lifetimes in three files, documents, and the log's own key.
public struct LedgerDirectory: Sendable {
  /// The directory.
  public let url: URL
  /// The reader's folder for views; nil to keep none.
  public let cache: URL?
  /// How long to wait for another writer, in seconds.
  public let waiting: Double

  /// A ledger directory; nothing is opened yet.
  public init(_ url: URL, cache: URL? = nil, waiting: Double = 30) {
    self.url = url
    self.cache = cache
    self.waiting = waiting
  }

  /// Whether a log lies in a folder, as far as this reader can see.
  public static func holdsLog(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: SQLiteLogStore.file.path(in: folder))
  }

  /// Where the key lies that signs checkpoints.
  public var logKey: URL { url.appendingPathComponent("log.key") }

  /// Lends the stores for reading.
  /// - Parameter withVault: Whether the vault is opened; without it nothing that is sealed can be met.
  /// - Throws: `StoreError`.
  public func read<T>(withVault: Bool = true, _ body: (Stores) throws -> T) throws -> T {
    try checkIsLedger()
    let log = try SQLiteLogStore.file.openForReading(in: url, waiting: waiting)
    let vault = withVault && hasVault ? try SQLiteVault.file.openForReading(in: url, waiting: waiting) : nil
    return try lending(log, vault, cache, body)
  }

  /// Lends the stores for writing, as the only writer.
  /// - Parameter mendsCopy: Whether a copy to read may be changed as well: it is brought up to date or lets go of something,
  ///   and nothing is appended.
  /// - Throws: `StoreError.busy` when another writer does not finish in time, `StoreError.isCopy`, or another `StoreError`.
  public func write<T>(mendsCopy: Bool = false, _ body: (Stores) throws -> T) throws -> T {
    try checkIsLedger()
    guard mendsCopy || copyMark == nil else { throw StoreError.isCopy(path: url.path) }
    let lock = try WriteLock(path: lockPath, waiting: waiting)
    defer { withExtendedLifetime(lock) {} }
    return try lending(creating: false, body)
  }

  /// Makes an empty ledger and lends its stores; when `body` throws, nothing is left.
  /// - Throws: `StoreError.notEmpty`, `StoreError.notADirectory` or another `StoreError`.
  public func create<T>(_ body: (Stores) throws -> T) throws -> T {
    let files = FileManager.default
    var isDirectory: ObjCBool = false
    let existed = files.fileExists(atPath: url.path, isDirectory: &isDirectory)
    if existed {
      guard isDirectory.boolValue else { throw StoreError.notADirectory(path: url.path) }
      guard try files.contentsOfDirectory(atPath: url.path).isEmpty else { throw StoreError.notEmpty(path: url.path) }
    } else {
      guard mkdir(url.path, 0o755) == 0 else { throw StoreError.system(path: url.path, code: errno) }
    }
    do {
      let lock = try WriteLock(path: lockPath, waiting: waiting)
      defer { withExtendedLifetime(lock) {} }
      // Only whoever holds the lock and found nothing here may clear away what is here.
      guard try files.contentsOfDirectory(atPath: url.path) == [lockName] else {
        throw StoreError.notEmpty(path: url.path)
      }
      do {
        return try lending(creating: true, body)
      } catch {
        for name in (try? files.contentsOfDirectory(atPath: url.path)) ?? [] {
          try? files.removeItem(at: url.appendingPathComponent(name))
        }
        throw error
      }
    } catch {
      // `rmdir` leaves alone what someone else has begun here meanwhile.
      if !existed { rmdir(url.path) }
      throw error
    }
  }

  /// Makes a copy to read, and lends its empty stores; when `body` throws, nothing is left.
  ///
  /// What marks it as a copy is there before anything else: half of one must not pass for a ledger.
  /// - Throws: as `create`.
  public func createCopy<T>(marked mark: [UInt8], _ body: (Stores) throws -> T) throws -> T {
    try create { stores in
      // It is one person's.
      guard chmod(url.path, 0o700) == 0 else { throw StoreError.system(path: url.path, code: errno) }
      do { try Data(mark).write(to: copyMarkPath, options: .withoutOverwriting) } catch {
        throw StoreError.io(path: copyMarkPath.path, detail: error.localizedDescription)
      }
      return try body(stores)
    }
  }

  /// Tables that exist only while a question is answered.
  public func scratchTables() throws -> any TableStore { try ScratchTables() }

  /// Where this reader keeps the views of the ledger.
  public func viewPlace() throws -> ViewPlace { try read { $0.viewPlace } }

  /// Deletes the views; the next command builds them again.
  public func removeViews() throws { try viewPlace().removeViews(waiting: waiting) }

  /// Copies one consistent state of log, vault and documents to `destination`, which must not exist yet.
  ///
  /// The vault is copied first: everything the copied log refers to is then in the copied vault or was erased. Until
  /// everything is there, and durable, the copy is called `.half`: part of one must not pass for a backup.
  public func backUp(to destination: URL) throws {
    try checkIsLedger()
    let lock = try WriteLock(path: lockPath, waiting: waiting)
    defer { withExtendedLifetime(lock) {} }
    let files = FileManager.default
    guard !files.fileExists(atPath: destination.path) else { throw StoreError.notEmpty(path: destination.path) }
    let half = URL(fileURLWithPath: destination.path + ".half")
    do {
      // Of a backup that was cut off nothing is used again.
      if files.fileExists(atPath: half.path) { try files.removeItem(at: half) }
      guard mkdir(half.path, 0o700) == 0 else { throw StoreError.system(path: half.path, code: errno) }
      try copy(to: half)
      guard rename(half.path, destination.path) == 0 else {
        throw StoreError.system(path: destination.path, code: errno)
      }
      try HeldFolder(destination.deletingLastPathComponent())?.sync()
    } catch let error as CocoaError {
      try? files.removeItem(at: half)
      throw StoreError.io(path: destination.path, detail: error.localizedDescription)
    } catch {
      try? files.removeItem(at: half)
      throw error
    }
  }

  private func copy(to folder: URL) throws {
    for file in [hasVault ? SQLiteVault.file : nil, SQLiteLogStore.file].compactMap(\.self) {
      let source = try file.openForReading(in: url, waiting: waiting)
      defer { try? source.close() }
      let copy = try file.openForCopy(in: folder)
      defer { try? copy.close() }
      try StoreError.mapping(folder.path) { try source.backup(to: copy) }
    }
    let files = FileManager.default
    for name in ["documents", logKey.lastPathComponent, copyMarkPath.lastPathComponent]
    where files.fileExists(atPath: url.appendingPathComponent(name).path) {
      try files.copyItem(at: url.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    let held = try HeldFolder.making(folder)
    guard waarborg_sync_file_system(held.descriptor) == 0 else {
      throw StoreError.system(path: folder.path, code: errno)
    }
  }

  /// How the embedded stores are set up, for `doctor`: name and value.
  public func settings() throws -> [(name: String, value: String)] {
    try checkIsLedger()
    let lock = try WriteLock(path: lockPath, waiting: waiting)
    defer { withExtendedLifetime(lock) {} }
    let log = try SQLiteLogStore.file.openForWriting(in: url, creating: false, waiting: waiting)
    defer { try? log.close() }
    let vault = hasVault ? try SQLiteVault.file.openForWriting(in: url, creating: false, waiting: waiting) : nil
    defer { try? vault?.close() }
    func value(_ queue: DatabaseQueue, _ sql: String) throws -> String {
      try queue.unsafeRead { try String.fetchOne($0, sql: sql) ?? "?" }
    }
    return [
      ("sqlite", try value(log, "SELECT sqlite_version()")),
      ("journal_mode", try value(log, "PRAGMA journal_mode")),
      ("synchronous", try value(log, "PRAGMA synchronous")),
      // Of the vault: nothing is ever deleted from the log.
      ("secure_delete", try vault.map { try value($0, "PRAGMA secure_delete") } ?? "-"),
    ]
  }

  /// Begins an empty vault for a ledger whose own is lost for good; what was in it stays missing.
  /// - Throws: `StoreError.notEmpty` when there is one.
  public func beginVault() throws {
    try checkIsLedger()
    let lock = try WriteLock(path: lockPath, waiting: waiting)
    defer { withExtendedLifetime(lock) {} }
    guard !hasVault else { throw StoreError.notEmpty(path: SQLiteVault.file.path(in: url)) }
    let log = try SQLiteLogStore.file.openForReading(in: url, waiting: waiting)
    defer { try? log.close() }
    let founding = try SQLiteLogStore(queue: log).entry(at: 0).flatMap { EventID($0.id) }
    let queue = try SQLiteVault.file.openForWriting(in: url, creating: true, waiting: waiting)
    defer { try? queue.close() }
    guard let founding else { return }
    // It is this ledger's: an empty list stands in the place of the one that is lost.
    try SQLiteVault(queue: queue).write { try $0.put(Commitment([]), of: founding) }
  }

  /// Whether it is a copy to read.
  public var isCopy: Bool { copyMark != nil }
  private var copyMarkPath: URL { url.appendingPathComponent("kopie.json") }
  private var copyMark: [UInt8]? { FileManager.default.contents(atPath: copyMarkPath.path).map { [UInt8]($0) } }

  private var hasVault: Bool { FileManager.default.fileExists(atPath: SQLiteVault.file.path(in: url)) }
  private let lockName = "ledger.lock"
  private var lockPath: String { url.appendingPathComponent(lockName).path }

  private func checkIsLedger() throws {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) else {
      throw StoreError.noLedger(path: url.path)
    }
    guard isDirectory.boolValue else { throw StoreError.notADirectory(path: url.path) }
    guard FileManager.default.fileExists(atPath: SQLiteLogStore.file.path(in: url)) else {
      throw StoreError.noLedger(path: url.path)
    }
  }

  private func lending<T>(creating: Bool, _ body: (Stores) throws -> T) throws -> T {
    let log = try SQLiteLogStore.file.openForWriting(in: url, creating: creating, waiting: waiting)
    guard creating || hasVault else { throw StoreError.noVault(path: SQLiteVault.file.path(in: url)) }
    let vault = try SQLiteVault.file.openForWriting(in: url, creating: creating, waiting: waiting)
    // A ledger that is being made has no founding event yet, after which its views are kept.
    return try lending(log, vault, creating ? nil : cache, body)
  }

  /// Closes the stores afterwards, before the lock is released: closing the last connection to the log and to the vault
  /// copies their WAL into them, so that each is one file that can be copied by itself.
  private func lending<T>(
    _ log: DatabaseQueue, _ queue: DatabaseQueue?, _ cache: URL?, _ body: (Stores) throws -> T
  ) throws -> T {
    defer { for queue in [log, queue].compactMap(\.self) { try? queue.close() } }
    let store = SQLiteLogStore(queue: log)
    let vault = try queue.map { SQLiteVault(queue: $0) } ?? SQLiteVault.nothing()
    if queue != nil { try checkIsOwn(vault, store) }
    let place = try ViewPlace(in: cache, of: url, founding: (try? store.entry(at: 0))?.leaf)
    let views = SQLiteTables(directory: place.url, waiting: waiting)
    defer {
      views.close()
      place.clearAway()
    }
    return try body(
      Stores(
        log: store, vault: vault, isVaultMissing: queue == nil, views: views, viewPlace: place,
        documents: DirectoryDocuments(directory: url.appendingPathComponent("documents")), copyMark: copyMark))
  }

  /// A vault has the list of what the founding brought. One without it, whose first list is of an event that this log does
  /// not know, is another ledger's; else it is this one's, and verification says what is gone.
  private func checkIsOwn(_ vault: SQLiteVault, _ log: SQLiteLogStore) throws {
    guard let founding = (try? log.entry(at: 0)).flatMap({ EventID($0.id) }) else { return }
    let isOther = try vault.read { vault in
      guard try vault.commitment(of: founding) == nil else { return false }
      return try vault.events(after: nil, limit: 1).first.map { first in
        try EventID(first).flatMap { try log.position(of: $0) } == nil
      } ?? false
    }
    if isOther { throw StoreError.otherVault(path: SQLiteVault.file.path(in: url)) }
  }
}
