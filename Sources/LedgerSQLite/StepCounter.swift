import CSQLite
import GRDB
import Ledger
import Synchronization

/// What statements over the views cost, for tests that hold it against what was asked.
///
/// SQLite counts the steps of its virtual machine itself, and so tells the same on every machine
/// (https://www.sqlite.org/c3ref/c_stmtstatus_counter.html).
package final class StepCounter: Sendable {
  /// What was counted so far.
  package struct Count: Sendable {
    /// The steps of SQLite's virtual machine.
    package fileprivate(set) var steps = 0
    /// The rows that queries returned.
    package fileprivate(set) var rows = 0
    /// How often each statement ran.
    package fileprivate(set) var statements: [String: Int] = [:]
  }

  private let counted = Mutex(Count())

  /// A counter that stands at nothing.
  package init() {}

  /// What was counted so far.
  package var count: Count { counted.withLock(\.self) }

  /// Begins to count a statement, whatever it was used for before.
  func begin(_ statement: Statement) { _ = steps(statement) }

  /// Adds what a statement took since it began.
  func end(_ statement: Statement, rows: Int) {
    let steps = steps(statement)
    let sql = statement.sql
    counted.withLock { count in
      count.steps += steps
      count.rows += rows
      count.statements[sql, default: 0] += 1
    }
  }

  private func steps(_ statement: Statement) -> Int {
    Int(sqlite3_stmt_status(statement.sqliteStatement, SQLITE_STMTSTATUS_VM_STEP, 1))
  }
}

extension Stores {
  /// The same stores, with what is asked of the views counted.
  package func counting(_ counter: StepCounter) -> Stores {
    guard let tables = views as? SQLiteTables else { return self }
    return Stores(
      log: log, vault: vault, isVaultMissing: isVaultMissing, views: CountedTables(tables: tables, counter: counter),
      viewPlace: viewPlace, documents: documents, copyMark: copyMark)
  }
}

/// Views that count.
private struct CountedTables: TableStore {
  let tables: SQLiteTables
  let counter: StepCounter

  func read<T>(_ body: (any TableReader) throws -> T) throws -> T { try tables.read(counting: counter, body) }
  func write<T>(_ body: (any TableWriter) throws -> T) throws -> T { try tables.write(counting: counter, body) }
}
