/// One value of a view's row.
public enum TableValue: Sendable, Hashable {
  case null
  case int(Int64)
  case text(String)

  /// The text, when it is one.
  public var text: String? {
    if case .text(let value) = self { value } else { nil }
  }

  /// The number, when it is one.
  public var int: Int64? {
    if case .int(let value) = self { value } else { nil }
  }

  /// The position in the log, when it is a number that can be one: whoever can write in a table can put any there.
  public var place: UInt64? { int.flatMap { UInt64(exactly: $0) } }

  /// A text, or null.
  public static func optional(_ text: String?) -> TableValue { text.map { .text($0) } ?? .null }
  /// A number, or null.
  public static func optional(_ number: Int64?) -> TableValue { number.map { .int($0) } ?? .null }
}

extension TableValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A number.
  public init(integerLiteral value: Int64) { self = .int(value) }
}

/// One row of a view, its columns in the order of the query.
public struct TableRow: Sendable, Hashable {
  /// The columns' names.
  public let columns: [String]
  /// The columns' values.
  public let values: [TableValue]

  /// A row.
  public init(columns: [String], values: [TableValue]) {
    self.columns = columns
    self.values = values
  }

  /// The value of a column; null when there is no such column.
  public subscript(column: String) -> TableValue {
    columns.firstIndex(of: column).map { values[$0] } ?? .null
  }

  /// The text in a column.
  public func text(_ column: String) -> String? { self[column].text }
  /// The number in a column.
  public func int(_ column: String) -> Int64? { self[column].int }
  /// The position in a column.
  public func place(_ column: String) -> UInt64? { self[column].place }
}

/// Views as tables, for reading: SQL of the embedded store, which every node keeps locally (README, The three stores).
public protocol TableReader {
  /// The rows a query returns.
  func rows(_ sql: String, _ arguments: [TableValue]) throws -> [TableRow]
  /// Hands the rows of a query to `body` one at a time, without holding them all.
  func forEachRow(_ sql: String, _ arguments: [TableValue], _ body: (TableRow) throws -> Void) throws
}

/// Views as tables, for writing.
public protocol TableWriter: TableReader {
  /// Runs one statement.
  func run(_ sql: String, _ arguments: [TableValue]) throws
}

/// Where views are kept. May be deleted at any time: it is rebuilt from the log.
public protocol TableStore: Sendable {
  /// Reads one consistent state.
  func read<T>(_ body: (any TableReader) throws -> T) throws -> T
  /// Runs `body` in one transaction; nothing of it stays when it throws.
  func write<T>(_ body: (any TableWriter) throws -> T) throws -> T
}
