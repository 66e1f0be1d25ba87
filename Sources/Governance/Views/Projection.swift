import Ledger

/// A view: tables, and how each event changes them. Deterministic: no clock, no randomness, no network.
///
/// Tables hold clear facts and `FieldReference`s, never a sealed value (README, Rules and views).
public protocol Projection: Sendable {
  /// Its name, lowercase ASCII.
  var name: String { get }
  /// Raising it builds every view again: one that was built alone beside others could see facts that are later than it.
  var version: Int { get }
  /// Its tables.
  var tables: [ViewTable] { get }
  /// The event types it looks at.
  var events: Set<String> { get }
  /// Changes the tables for one event.
  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws
  /// Writes what was put off until several events were applied; a list is never asked for before that.
  func settle(_ tables: ViewWriter) throws
}

extension Projection {
  /// Most views put nothing off.
  public func settle(_ tables: ViewWriter) throws {}
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
  /// Whether its rows are kept in the order of their primary key and nowhere else
  /// (https://www.sqlite.org/withoutrowid.html).
  public let isIndexOnly: Bool

  /// Declares a table.
  public init(_ name: String, columns: String, key: String, indexes: [String] = [], isIndexOnly: Bool = false) {
    self.name = name
    self.columns = columns
    self.key = key
    self.indexes = indexes
    self.isIndexOnly = isIndexOnly
  }

  /// What follows its columns when it is made.
  var form: String { isIndexOnly ? "STRICT, WITHOUT ROWID" : "STRICT" }
}

extension Projection {
  /// The name a table has in the store; every version has its own.
  func physicalName(_ table: ViewTable) -> String { "\(name)_\(version)_\(table.name)" }

  /// Its tables as they are declared: rows in tables of another form are not read.
  var declaration: String {
    tables.map { "\($0.name) (\($0.columns)) \($0.form) \($0.indexes.joined(separator: "; "))" }
      .joined(separator: "\n")
  }

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
  let pass: ViewPass

  init(tables: any TableReader, pass: ViewPass) {
    self.tables = tables
    self.pass = pass
  }

  /// Makes sure that what waits to be folded is in the tables before a list is read from them.
  func settle() throws { try pass.settling?() }

  /// The rows of a query over one projection's tables, written `{name}`.
  public func rows(_ projection: some Projection, _ sql: String, _ arguments: [TableValue] = []) throws -> [TableRow] {
    try tables.rows(pass.expand(sql, projection), arguments)
  }

  /// Hands the rows of a query to `body` one at a time.
  public func forEachRow(
    _ projection: some Projection, _ sql: String, _ arguments: [TableValue] = [], _ body: (TableRow) throws -> Void
  ) throws {
    try tables.forEachRow(pass.expand(sql, projection), arguments, body)
  }
}

/// Changes one projection's tables.
public struct ViewWriter {
  let projection: any Projection
  let tables: any TableWriter
  let pass: ViewPass

  /// The views as they are while this one is written.
  public var views: ViewReader { ViewReader(tables: tables, pass: pass) }

  /// Runs a statement over the projection's tables, written `{name}`.
  public func run(_ sql: String, _ arguments: [TableValue] = []) throws {
    try tables.run(pass.expand(sql, projection), arguments)
  }

  /// The rows of a query over the projection's own tables.
  public func rows(_ sql: String, _ arguments: [TableValue] = []) throws -> [TableRow] {
    try tables.rows(pass.expand(sql, projection), arguments)
  }
}
