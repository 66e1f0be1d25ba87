import Foundation
import GRDB
import Ledger
import LedgerCrypto

/// Where a reader keeps views: in the reader's own cache, never in the ledger's folder, so that who can write there decides
/// nothing of what the reader sees.
///
/// Each ledger has a folder of its own, named after the bytes of its founding event, which hold its origin and its log
/// key, and after where it lies: a copy has views of its own.
public enum ViewPlace: Sendable, Equatable {
  /// In a folder that is kept.
  case kept(URL)
  /// In a folder that goes when the stores are closed, because there is no place to keep views; the reason, when there
  /// should have been one.
  case temporary(URL, because: StoreError?)

  /// The folder.
  var url: URL {
    switch self {
    case .kept(let url), .temporary(let url, _): url
    }
  }

  /// The place for a ledger.
  /// - Parameters:
  ///   - cache: The folder in which views are kept; nil to keep none.
  ///   - founding: The bytes of the ledger's first event; nil when it has none.
  /// - Throws: `StoreError` when not even a temporary folder can be made.
  init(in cache: URL?, of ledger: URL, founding: [UInt8]?) throws(StoreError) {
    guard let cache else {
      self = .temporary(try Self.temporaryFolder(), because: nil)
      return
    }
    let place = ledger.resolvingSymlinksInPath().standardizedFileURL.path
    let name = SHA256.hash(SHA256.hash(founding ?? []).bytes + Array(place.utf8)).hex
    do throws(StoreError) {
      try Self.makePrivate(cache)
      let folder = cache.appendingPathComponent(name)
      try Self.makePrivate(folder)
      self = .kept(folder)
    } catch {
      self = .temporary(try Self.temporaryFolder(), because: error)
    }
  }

  /// Removes a folder that is not kept.
  func clearAway() {
    guard case .temporary(let url, _) = self else { return }
    try? FileManager.default.removeItem(at: url)
  }

  /// Makes a folder that only its owner can use, or finds one that is so.
  private static func makePrivate(_ folder: URL) throws(StoreError) {
    let path = folder.path
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw StoreError.io(path: path, detail: error.localizedDescription) }
    var found = stat()
    guard lstat(path, &found) == 0 else { throw StoreError.system(path: path, code: errno) }
    guard found.st_mode & S_IFMT == S_IFDIR else { throw StoreError.notADirectory(path: path) }
    guard found.st_uid == geteuid(), found.st_mode & 0o022 == 0 else {
      throw StoreError.io(path: path, detail: "others can write here, or it is someone else's")
    }
  }

  private static func temporaryFolder() throws(StoreError) -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("waarborg-\(UUID().uuidString)")
    // Not with its parents, and not where something is already: only then it is certainly our own.
    guard mkdir(folder.path, 0o700) == 0 else { throw StoreError.system(path: folder.path, code: errno) }
    return folder
  }
}

extension ViewPlace {
  /// Whether the file of the views can be built in: it is there and SQLite finds nothing wrong with it.
  public func areSound(waiting: Double) throws -> Bool {
    do {
      let queue = try SQLiteTables.file.openForReading(in: url, waiting: waiting)
      defer { try? queue.close() }
      return try StoreError.mapping(queue.path) {
        try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check") == ["ok"] }
      }
    } catch let error as StoreError {
      switch error {
      case .damaged, .noLedger, .newerFormat: return false
      default: throw error
      }
    }
  }

  /// Deletes the views; the next command builds them again. Not while others use them: SQLite forbids it
  /// (https://www.sqlite.org/howtocorrupt.html#unlinking_or_renaming_a_database_file_while_in_use).
  public func removeViews(waiting: Double) throws {
    let lock = try WriteLock(path: url.appendingPathComponent("views.lock").path, waiting: waiting)
    defer { withExtendedLifetime(lock) {} }
    for suffix in ["", "-wal", "-shm"] {
      let path = SQLiteTables.file.path(in: url) + suffix
      if FileManager.default.fileExists(atPath: path), unlink(path) != 0 {
        throw StoreError.system(path: path, code: errno)
      }
    }
  }

  /// The file of the views.
  public var file: URL { url.appendingPathComponent(SQLiteTables.file.name) }
}
