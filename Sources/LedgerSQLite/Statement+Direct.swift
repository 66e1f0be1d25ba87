import CSQLite
import GRDB
import Ledger

/// Values on their way into a statement, in the order of its question marks.
///
/// Straight to SQLite: GRDB boxes each argument, and an append binds a dozen for every event.
struct Binding {
  private let statement: Statement
  private var index: Int32 = 0
  fileprivate private(set) var code = SQLITE_OK

  fileprivate init(_ statement: Statement) { self.statement = statement }

  mutating func int(_ value: Int64) { keep(sqlite3_bind_int64(statement.sqliteStatement, next(), value)) }

  mutating func text(_ value: String) {
    keep(waarborg_bind_text(statement.sqliteStatement, next(), value, Int32(value.utf8.count)))
  }

  mutating func text(_ value: String?) {
    if let value { text(value) } else { null() }
  }

  mutating func blob(_ value: [UInt8]) {
    keep(waarborg_bind_blob(statement.sqliteStatement, next(), value, Int32(value.count)))
  }

  mutating func null() { keep(sqlite3_bind_null(statement.sqliteStatement, next())) }

  mutating func value(_ value: TableValue) {
    switch value {
    case .null: null()
    case .int(let number): int(number)
    case .text(let string): text(string)
    }
  }

  private mutating func next() -> Int32 {
    index += 1
    return index
  }

  private mutating func keep(_ result: Int32) {
    if code == SQLITE_OK { code = result }
  }
}

/// The row that a statement stands on; valid until the next one.
struct Columns {
  private let statement: Statement
  fileprivate init(_ statement: Statement) { self.statement = statement }

  /// The value of a column as views know it.
  func value(_ column: Int32) -> TableValue {
    switch sqlite3_column_type(statement.sqliteStatement, column) {
    case SQLITE_INTEGER: .int(sqlite3_column_int64(statement.sqliteStatement, column))
    case SQLITE_TEXT: .text(String(decoding: bytes(column), as: UTF8.self))
    default: .null
    }
  }

  /// A number; nil for anything else.
  func int(_ column: Int32) -> Int64? {
    isOf(SQLITE_INTEGER, column) ? sqlite3_column_int64(statement.sqliteStatement, column) : nil
  }

  /// A text; nil for anything else.
  func text(_ column: Int32) -> String? {
    isOf(SQLITE_TEXT, column) ? String(decoding: bytes(column), as: UTF8.self) : nil
  }

  /// Bytes; nil for anything else.
  func blob(_ column: Int32) -> [UInt8]? { isOf(SQLITE_BLOB, column) ? bytes(column) : nil }

  private func isOf(_ type: Int32, _ column: Int32) -> Bool {
    sqlite3_column_type(statement.sqliteStatement, column) == type
  }

  private func bytes(_ column: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(sqlite3_column_bytes(statement.sqliteStatement, column)))
    waarborg_copy_column(statement.sqliteStatement, column, &bytes, Int32(bytes.count))
    return bytes
  }
}

extension Database {
  /// Runs a statement that changes something, once.
  func run(_ sql: String, counting counter: StepCounter? = nil, _ bind: (inout Binding) -> Void) throws {
    let statement = try cachedStatement(sql: sql)
    try statement.bind(bind, self)
    counter?.begin(statement)
    defer { counter?.end(statement, rows: 0) }
    try statement.execute()
  }

  /// Hands the rows of a query to `body` one at a time, until it says that it has enough.
  func forEachRow(
    _ sql: String, counting counter: StepCounter? = nil, _ bind: (inout Binding) -> Void,
    _ body: (Statement, Columns) throws -> Bool
  ) throws {
    var statement = try cachedStatement(sql: sql)
    // The same query inside its own rows: the statement is still under way.
    if sqlite3_stmt_busy(statement.sqliteStatement) != 0 { statement = try makeStatement(sql: sql) }
    try statement.bind(bind, self)
    counter?.begin(statement)
    var rows = 0
    defer {
      sqlite3_reset(statement.sqliteStatement)
      counter?.end(statement, rows: rows)
    }
    let columns = Columns(statement)
    while true {
      switch sqlite3_step(statement.sqliteStatement) {
      case SQLITE_ROW:
        rows += 1
        if try !body(statement, columns) { return }
      case SQLITE_DONE: return
      case let code: throw error(code, sql)
      }
    }
  }

  /// What `body` makes of the first row of a query; nil when there is none.
  func first<T>(_ sql: String, _ bind: (inout Binding) -> Void, _ body: (Columns) throws -> T) throws -> T? {
    var found: T?
    try forEachRow(sql, bind) { _, columns in
      found = try body(columns)
      return false
    }
    return found
  }

  fileprivate func error(_ code: Int32, _ sql: String) -> DatabaseError {
    let message = sqliteConnection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
  }
}

extension Statement {
  /// Binds values past GRDB's arguments, which are set to none first: that resets the statement and clears what was bound.
  fileprivate func bind(_ bind: (inout Binding) -> Void, _ database: Database) throws {
    setUncheckedArguments(StatementArguments())
    var binding = Binding(self)
    bind(&binding)
    guard binding.code == SQLITE_OK else { throw database.error(binding.code, sql) }
  }
}
