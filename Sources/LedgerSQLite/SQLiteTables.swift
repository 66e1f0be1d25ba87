import Foundation
import GRDB
import Ledger

/// Views in `views.sqlite`: readers share a read-only connection, a writer holds `views.lock` while it is connected.
final class SQLiteTables: TableStore {
  static let file = SQLiteFile(
    name: "views.sqlite", applicationID: 0x5742_7677, version: 1, schema: "", synchronous: "NORMAL")

  private let directory: URL
  private let waiting: Double

  init(directory: URL, waiting: Double) {
    self.directory = directory
    self.waiting = waiting
  }

  func read<T>(_ body: (any Ledger.TableReader) throws -> T) throws -> T {
    let queue = try Self.file.openForReading(in: directory)
    defer { try? queue.close() }
    return try StoreError.mapping(queue.path) { try queue.read { try body(TableQueries(db: $0)) } }
  }

  func write<T>(_ body: (any TableWriter) throws -> T) throws -> T {
    let lock = try WriteLock(path: directory.appendingPathComponent("views.lock").path, waiting: waiting)
    defer { withExtendedLifetime(lock) {} }
    let queue = try Self.file.openForWriting(in: directory, creating: true)
    defer { try? queue.close() }
    return try StoreError.mapping(queue.path) { try queue.write { try body(TableQueries(db: $0)) } }
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

  func rows(_ sql: String, _ arguments: [TableValue]) throws -> [TableRow] {
    var rows: [TableRow] = []
    try forEachRow(sql, arguments) { rows.append($0) }
    return rows
  }

  func forEachRow(_ sql: String, _ arguments: [TableValue], _ body: (TableRow) throws -> Void) throws {
    let statement = try db.cachedStatement(sql: sql)
    let columns = statement.columnNames
    let cursor = try Row.fetchCursor(statement, arguments: Self.statementArguments(arguments))
    while let row = try cursor.next() {
      try body(TableRow(columns: columns, values: row.databaseValues.map(Self.value)))
    }
  }

  func run(_ sql: String, _ arguments: [TableValue]) throws {
    try db.cachedStatement(sql: sql).execute(arguments: Self.statementArguments(arguments))
  }

  private static func statementArguments(_ values: [TableValue]) -> StatementArguments {
    StatementArguments(
      values.map { value -> (any DatabaseValueConvertible)? in
        switch value {
        case .null: nil
        case .int(let number): number
        case .text(let text): text
        }
      })
  }

  private static func value(_ value: DatabaseValue) -> TableValue {
    switch value.storage {
    case .int64(let number): .int(number)
    case .string(let text): .text(text)
    case .null, .double, .blob: .null
    }
  }
}
