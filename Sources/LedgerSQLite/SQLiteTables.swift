import CSQLite
import Foundation
import GRDB
import Ledger
import Synchronization

/// Views in `views.sqlite`: readers share a read-only connection, a writer holds `views.lock` while it writes.
///
/// A connection that was used waits for the next use until the stores are closed; one that is in use is not lent again, so
/// that a reading inside another has its own.
final class SQLiteTables: TableStore {
  static let file = SQLiteFile(
    name: "views.sqlite", applicationID: 0x5742_7677, version: 1, schema: "", synchronous: "NORMAL")

  private let directory: URL
  private let waiting: Double
  private let idle = Mutex(Idle())

  /// A connection, and which file it is to: views may be removed, and made again under the same name.
  private struct Connection {
    let queue: DatabaseQueue
    let file: FileIdentity
  }

  private struct Idle {
    var reader: Connection?
    var writer: Connection?
  }

  init(directory: URL, waiting: Double) {
    self.directory = directory
    self.waiting = waiting
  }

  func read<T>(_ body: (any Ledger.TableReader) throws -> T) throws -> T { try read(counting: nil, body) }
  func write<T>(_ body: (any TableWriter) throws -> T) throws -> T { try write(counting: nil, body) }

  func read<T>(counting counter: StepCounter?, _ body: (any Ledger.TableReader) throws -> T) throws -> T {
    let connection =
      try idle.withLock { $0.reader.take() }.flatMap(current)
      ?? open { directory in
        try Self.file.openForReading(in: directory, waiting: waiting)
      }
    return try lending(connection, { $0.reader = connection }) { queue in
      try queue.read { try body(TableQueries(db: $0, counter: counter)) }
    }
  }

  func write<T>(counting counter: StepCounter?, _ body: (any TableWriter) throws -> T) throws -> T {
    let lock = try WriteLock(path: lockPath, waiting: waiting)
    defer { withExtendedLifetime(lock) {} }
    let connection =
      try idle.withLock { $0.writer.take() }.flatMap(current)
      ?? open { directory in
        try Self.file.openForWriting(in: directory, creating: true, waiting: waiting)
      }
    return try lending(connection, { $0.writer = connection }) { queue in
      try queue.write { try body(TableQueries(db: $0, counter: counter)) }
    }
  }

  /// Closes what waits for its next use.
  func close() {
    let idle = idle.withLock { idle in
      defer { idle = Idle() }
      return idle
    }
    try? idle.reader?.queue.close()
    guard let writer = idle.writer else { return }
    // The last connection that closes copies the WAL into the database, which is writing and so needs the lock.
    let lock = try? WriteLock(path: lockPath, waiting: waiting)
    defer { withExtendedLifetime(lock) {} }
    if lock == nil {
      writer.queue.unsafeRead { db in
        if let database = db.sqliteConnection { _ = waarborg_keep_log_on_close(database) }
      }
    }
    try? writer.queue.close()
  }

  /// Runs `body` on a connection that waits for its next use afterwards, unless something went wrong.
  private func lending<T>(
    _ connection: Connection, _ keep: (inout Idle) -> Void, _ body: (DatabaseQueue) throws -> T
  ) throws -> T {
    do {
      let result = try StoreError.mapping(connection.queue.path) { try body(connection.queue) }
      idle.withLock { keep(&$0) }
      return result
    } catch {
      try? connection.queue.close()
      throw error
    }
  }

  private var lockPath: String { directory.appendingPathComponent("views.lock").path }
  private var path: String { Self.file.path(in: directory) }

  private func open(_ opening: (URL) throws -> DatabaseQueue) throws -> Connection {
    let queue = try opening(directory)
    guard let file = FileIdentity(path) else { throw StoreError.noLedger(path: path) }
    return Connection(queue: queue, file: file)
  }

  /// The connection, when it is still to the file of that name.
  private func current(_ connection: Connection) -> Connection? {
    if FileIdentity(path) == connection.file { return connection }
    try? connection.queue.close()
    return nil
  }
}

/// Which file a name stands for.
private struct FileIdentity: Hashable {
  private let device: UInt64
  private let inode: UInt64

  init?(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    (device, inode) = (UInt64(found.st_dev), UInt64(found.st_ino))
  }
}

/// Views that exist only while a question is answered: what was known then, or a rebuild to compare with.
struct ScratchTables: TableStore {
  private let queue: DatabaseQueue

  init() throws { queue = try SQLiteFile.scratch() }

  func read<T>(_ body: (any Ledger.TableReader) throws -> T) throws -> T {
    try StoreError.mapping("scratch") { try queue.read { try body(TableQueries(db: $0)) } }
  }

  func write<T>(_ body: (any TableWriter) throws -> T) throws -> T {
    try StoreError.mapping("scratch") { try queue.write { try body(TableQueries(db: $0)) } }
  }
}

private struct TableQueries: TableWriter {
  let db: Database
  var counter: StepCounter?

  func rows(_ sql: String, _ arguments: [TableValue]) throws -> [TableRow] {
    var rows: [TableRow] = []
    try forEachRow(sql, arguments) { rows.append($0) }
    return rows
  }

  func forEachRow(_ sql: String, _ arguments: [TableValue], _ body: (TableRow) throws -> Void) throws {
    // The names once, not for every row.
    var columns: [String]?
    try db.forEachRow(
      sql, counting: counter, { binding in for argument in arguments { binding.value(argument) } },
      { statement, row in
        let names = columns ?? statement.columnNames
        columns = names
        try body(TableRow(columns: names, values: names.indices.map { row.value(Int32($0)) }))
        return true
      })
  }

  func run(_ sql: String, _ arguments: [TableValue]) throws {
    try db.run(sql, counting: counter) { binding in for argument in arguments { binding.value(argument) } }
  }
}
