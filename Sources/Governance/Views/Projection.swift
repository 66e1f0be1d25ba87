import Ledger

/// A view: tables, and how each event changes them. Deterministic: no clock, no randomness, no network.
///
/// Tables hold clear facts and `FieldReference`s, never a sealed value (README, Rules and views).
public protocol Projection: Sendable {
  /// Its name, lowercase ASCII.
  var name: String { get }
  /// Raising it rebuilds the view beside the old one and switches when it has caught up.
  var version: Int { get }
  /// Its tables.
  var tables: [ViewTable] { get }
  /// The event types it looks at.
  var events: Set<String> { get }
  /// Changes the tables for one event.
  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws
}

/// One table of a view.
public struct ViewTable: Sendable, Hashable {
  /// Its name; in SQL it is written `{name}`.
  public let name: String
  /// Its columns and constraints, as in `position INTEGER PRIMARY KEY, titel TEXT NOT NULL`.
  public let columns: String
  /// The columns that give its rows one order, for comparing two builds of it.
  public let key: String
  /// Columns to index, each a separate index.
  public let indexes: [String]

  /// Declares a table.
  public init(_ name: String, columns: String, key: String, indexes: [String] = []) {
    self.name = name
    self.columns = columns
    self.key = key
    self.indexes = indexes
  }
}

extension Projection {
  /// The name a table has in the store; every version has its own.
  func physicalName(_ table: ViewTable) -> String { "\(name)_\(version)_\(table.name)" }

  /// Puts the store's table names in place of `{name}`.
  func expand(_ sql: String) -> String {
    var sql = sql
    for table in tables { sql = sql.replacing("{\(table.name)}", with: physicalName(table)) }
    return sql
  }
}

/// Reads views: the only way to their rows.
public struct ViewReader {
  let tables: any TableReader
  let statements: StatementNames

  init(tables: any TableReader, statements: StatementNames = StatementNames()) {
    self.tables = tables
    self.statements = statements
  }

  /// The rows of a query over one projection's tables, written `{name}`.
  public func rows(_ projection: some Projection, _ sql: String, _ arguments: [TableValue] = []) throws -> [TableRow] {
    try tables.rows(statements.expand(sql, projection), arguments)
  }

  /// Hands the rows of a query to `body` one at a time.
  public func forEachRow(
    _ projection: some Projection, _ sql: String, _ arguments: [TableValue] = [], _ body: (TableRow) throws -> Void
  ) throws {
    try tables.forEachRow(statements.expand(sql, projection), arguments, body)
  }
}

/// Changes one projection's tables.
public struct ViewWriter {
  let projection: any Projection
  let tables: any TableWriter
  let statements: StatementNames

  /// Runs a statement over the projection's tables, written `{name}`.
  public func run(_ sql: String, _ arguments: [TableValue] = []) throws {
    try tables.run(statements.expand(sql, projection), arguments)
  }

  /// The rows of a query over the projection's own tables.
  public func rows(_ sql: String, _ arguments: [TableValue] = []) throws -> [TableRow] {
    try tables.rows(statements.expand(sql, projection), arguments)
  }
}

/// Remembers expanded statements while a connection is in use, because the same few come back for every event.
final class StatementNames {
  private var expanded: [String: [String: String]] = [:]

  func expand(_ sql: String, _ projection: any Projection) -> String {
    if let known = expanded[projection.name]?[sql] { return known }
    let result = projection.expand(sql)
    expanded[projection.name, default: [:]][sql] = result
    return result
  }
}
