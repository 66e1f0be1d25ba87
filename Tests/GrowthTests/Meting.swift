import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Testing

/// What a question cost: SQLite's own count of steps over all statements of the views, plus the rows they returned.
struct Meting: Sendable, CustomStringConvertible {
  let stappen: Int
  let rijen: Int
  let statements: Set<String>

  /// How much more it may cost where much more was recorded and the answer is the same.
  static let grens = 1.5

  init(_ counter: StepCounter) {
    let count = counter.count
    stappen = count.steps
    rijen = count.rows
    statements = Set(count.statements.keys)
  }

  var totaal: Int { stappen + rijen }
  var description: String { "\(totaal) (\(stappen) steps, \(rijen) rows)" }

  /// Expects that of two ledgers the larger one costs hardly more.
  static func expectSame(_ klein: Meting, _ groot: Meting, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(klein.totaal > 0, sourceLocation: sourceLocation)
    #expect(
      Double(groot.totaal) <= grens * Double(klein.totaal), "\(klein), and \(groot)", sourceLocation: sourceLocation)
  }
}

extension Proefboek {
  /// Answers a question as a member, and what that cost.
  func meet<T>(_ body: (Reading) throws -> T) throws -> (antwoord: T, meting: Meting) {
    try meetBoek { reading, _ in try body(reading) }
  }

  /// The same of a question that asks the ledger as well.
  func meetBoek<T>(_ body: (Reading, Grootboek) throws -> T) throws -> (antwoord: T, meting: Meting) {
    let counter = StepCounter()
    let ring = try key(.secretariaat).ring
    let answer = try directory.read { stores in
      let book = book(stores.counting(counter))
      return try book.read(as: .member(ring)) { try body($0, book) }
    }
    return (answer, Meting(counter))
  }

  /// Judges events by every rule without appending them, or appends them, and what that cost.
  func meet(_ drafts: [EventDraft], als role: Rol, isDryRun: Bool = true) throws -> Meting {
    let counter = StepCounter()
    let key = try key(role)
    try directory.write { stores in
      _ = try book(stores.counting(counter)).append(
        drafts, signedBy: key, log: logKey, AppendOptions(isDryRun: isDryRun))
    }
    return Meting(counter)
  }

  /// The tables that statements go through row by row, as SQLite plans them: none but those with a row for each key or
  /// each view, and those read in the order of an index until a page is full.
  func scans(_ statements: Set<String>) throws -> [String] {
    try directory.read { stores in
      try stores.views.read { tables in
        try statements.sorted().filter { !$0.hasPrefix("PRAGMA") }.flatMap { sql in
          try tables.rows("EXPLAIN QUERY PLAN \(sql)", []).compactMap { $0.text("detail") }
            .filter { Self.isScan($0, sql) }.map { "\($0): \(sql)" }
        }
      }
    }
  }

  private static func isScan(_ detail: String, _ sql: String) -> Bool {
    guard detail.hasPrefix("SCAN ") else { return false }
    let table = detail.dropFirst("SCAN ".count)
    let few = ["gezag_", "gevouwen", "projection", "sqlite_", "CONSTANT ROW"]
    if few.contains(where: { table.hasPrefix($0) }) { return false }
    return !(detail.contains(" INDEX ") && sql.contains("LIMIT"))
  }
}
