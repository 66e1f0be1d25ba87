import Foundation
import GRDB
import Ledger

/// One of a ledger's database files: its name, format and tables.
struct SQLiteFile: Sendable {
  let name: String
  /// Marks the file as ours (https://www.sqlite.org/pragma.html#pragma_application_id).
  let applicationID: Int32
  /// The format this program writes; a higher one in a file comes from a newer program.
  let version: Int32
  let schema: String
  /// What a committed write must survive: FULL for what cannot be made again, NORMAL for views.
  let synchronous: String
  /// Whether what is deleted must be gone from the file as well: so it is where something can be erased.
  var forgets = false

  /// Opens the file for writing; the caller holds the lock that makes it the only writing connection.
  ///
  /// Debian's SQLite 3.40 has the WAL-reset bug (3.7.0 to 3.51.2): two connections that write or checkpoint at once
  /// can lose pages, hence one writer under a lock and `query_only` readers.
  /// - Parameter waiting: How many seconds to wait for a program that holds the file without that lock.
  func openForWriting(in directory: URL, creating: Bool, waiting: Double) throws -> DatabaseQueue {
    try StoreError.mapping(path(in: directory)) {
      let path = path(in: directory)
      guard creating || FileManager.default.fileExists(atPath: path) else { throw StoreError.noLedger(path: path) }
      var configuration = Configuration()
      configuration.busyMode = .timeout(waiting)
      // GRDB's own WAL mode makes and drops a table each time it opens a file, and sets synchronous to NORMAL: opening
      // would write to a log that never changes, and a dry run would too.
      configuration.prepareDatabase { db in
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
          throw StoreError.io(path: path, detail: "no write-ahead log here")
        }
        // An import writes the same pages of its indexes again and again: they are copied into the database less often.
        try db.execute(
          sql: """
            PRAGMA synchronous = \(synchronous); PRAGMA secure_delete = \(forgets ? "ON" : "OFF");
            PRAGMA trusted_schema = OFF; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -16384
            """)
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if creating { try queue.write { try createIfEmpty($0) } }
      try queue.unsafeRead(check)
      return queue
    }
  }

  /// Opens the file for reading only.
  /// - Parameter waiting: How many seconds to wait for another connection that opens, closes or checkpoints: each holds
  ///   WAL locks briefly even against readers
  ///   (https://www.sqlite.org/wal.html#sometimes_queries_return_sqlite_busy_in_wal_mode).
  func openForReading(in directory: URL, waiting: Double) throws -> DatabaseQueue {
    try StoreError.mapping(path(in: directory)) {
      let path = path(in: directory)
      guard FileManager.default.fileExists(atPath: path) else { throw StoreError.noLedger(path: path) }
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(waiting)
      // A cache that holds the inner pages of every index, also of a million events: looking up by random identifiers is
      // slow without. More would only be filled by what reads everything once.
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -4096")
      }
      let queue = try DatabaseQueue(path: readablePath(path, in: directory), configuration: configuration)
      try queue.read(check)
      return queue
    }
  }

  /// Opens a new file to copy a whole database into; what is copied brings its own format along.
  func openForCopy(in directory: URL) throws -> DatabaseQueue {
    try StoreError.mapping(path(in: directory)) { try DatabaseQueue(path: path(in: directory)) }
  }

  /// A scratch database, gone when the process ends.
  ///
  /// The journal is kept in memory, not left out: without one a transaction that throws cannot be rolled back.
  static func scratch() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -24576")
    }
    // An empty name is a temporary database on disk that SQLite deletes itself (https://www.sqlite.org/inmemorydb.html).
    return try DatabaseQueue(path: "", configuration: configuration)
  }

  /// An empty one that is gone when it is closed.
  func inMemory() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.write { try create($0) }
    return queue
  }

  func path(in directory: URL) -> String { directory.appendingPathComponent(name).path }

  /// A WAL database on a medium that cannot be written to can be read only if nothing is left in its WAL
  /// (https://www.sqlite.org/wal.html#readonly).
  private func readablePath(_ path: String, in directory: URL) -> String {
    guard access(directory.path, W_OK) != 0 else { return path }
    let wal = (try? FileManager.default.attributesOfItem(atPath: path + "-wal"))?[.size] as? Int ?? 0
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return wal == 0 ? "file:\(escaped)?immutable=1" : path
  }

  private func createIfEmpty(_ db: Database) throws {
    if try Int32.fetchOne(db, sql: "PRAGMA application_id") == 0 { try create(db) }
  }

  private func create(_ db: Database) throws {
    try db.execute(sql: schema)
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  private func check(_ db: Database) throws {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    guard id == applicationID else { throw StoreError.damaged(file: name, detail: "application_id") }
    let found = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found <= version else {
      throw StoreError.newerFormat(file: name, found: Int(found), supported: Int(version))
    }
  }

  /// What SQLite and a comparison of the schema find wrong with the file.
  func structuralFindings(_ db: Database) throws -> [String] {
    let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    return try damage.map { "\(name): \($0)" } + schemaFindings(db)
  }

  /// What does not belong in the file, or is missing from it: a trigger could keep what is deleted, an index could lie.
  func schemaFindings(_ db: Database) throws -> [String] {
    var findings: [String] = []
    let expected = try inMemory().read(Self.objects)
    let found = try Self.objects(db)
    for name in Set(expected.keys).union(found.keys).sorted() where expected[name] != found[name] {
      findings.append("schema: \(name)")
    }
    return findings.map { "\(self.name): \($0)" }
  }

  private static func objects(_ db: Database) throws -> [String: String] {
    // Indexes that SQLite makes itself have no SQL, but a name, type and table.
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, type || ' ' || tbl_name || ' ' || ifnull(sql, '') AS meaning FROM sqlite_schema")
    return Dictionary(rows.map { ($0["name"], $0["meaning"]) }, uniquingKeysWith: { first, _ in first })
  }
}

extension StoreError {
  /// Runs `body` and turns SQLite's and the system's errors into this type.
  static func mapping<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_FULL: throw StoreError.full(path: path)
      // The index of the WAL is a file in memory that grows by `ftruncate`: only a disk without room refuses that.
      case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: throw StoreError.full(path: path)
      case .SQLITE_READONLY: throw StoreError.readOnly(path: path)
      case .SQLITE_CANTOPEN: throw StoreError.io(path: path, detail: error.message ?? "cannot open")
      case .SQLITE_CORRUPT, .SQLITE_NOTADB:
        throw StoreError.damaged(file: path, detail: error.message ?? "corrupt")
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreError.busy(holder: URL(fileURLWithPath: path).lastPathComponent)
      default: throw StoreError.io(path: path, detail: error.message ?? "\(error.resultCode)")
      }
    }
  }
}
