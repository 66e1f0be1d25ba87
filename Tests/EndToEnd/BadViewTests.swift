import Foundation
import GRDB
import TestBench
import Testing

/// Views that cannot be believed: they are built again, and say what fresh ones say.
struct BadViewTests {
  /// What went wrong with `views.sqlite`.
  enum Kwaad: String, CaseIterable {
    case olderProgram = "they are of a program that kept other tables"
    case otherForm = "one was declared otherwise"
    case droppedTable = "a table is gone"
    case droppedView = "a view is gone, and its position still there"
    case halfRebuilt = "half of them have no position"
    case positionTooLow = "a position is too low"
    case positionTooHigh = "a position is too high"
    case positionNegative = "a position is below nothing"
    case lessThanTheLog = "they say they saw less than they did"
    case columnMore = "a table has another column"
    case empty = "there are no tables at all"
  }

  private static let questions = [
    ["organisatie", "lijst"], ["termijnen"], ["nevenfunctie", "lijst"], ["nevenfunctie", "openstaand"],
    ["beleid", "lijst"], ["instemming", "lijst"], ["vertrouwenspersoon", "lijst"],
  ]

  private func answers(_ bench: Bench) throws -> [String] {
    try Self.questions.map { question in
      let outcome = try bench.inLedger(question + ["--json"])
      #expect(outcome.exitCode == Exit.done && outcome.errors.isEmpty, "\(outcome)")
      return outcome.output
    }
  }

  @Test(arguments: Kwaad.allCases) func `Views that cannot be believed are built again`(kwaad: Kwaad) throws {
    let bench = try Bench.gemeenteToChange()
    let before = try answers(bench)
    #expect(before.count { !$0.isEmpty } > 4)
    try bench.withDatabase("views.sqlite") { try spoil($0, kwaad) }
    let after = try bench.expectNothingWritten { try answers(bench) }
    #expect(after == before, "\(kwaad.rawValue)")
    #expect(try bench.inLedger("verify").exitCode == Exit.done)
    try bench.inLedger("organisatie", "orgaan", "Nieuwe commissie", als: "secretariaat").orThrow()
    #expect(try bench.inLedger("organisatie", "lijst", "--json").output.contains("Nieuwe commissie"))
  }

  @Test(arguments: [false, true]) func `Views of another ledger are built again`(isLarger: Bool) throws {
    let bench = try Bench.gemeenteToChange()
    let before = try answers(bench)
    let other = bench.path("ander.ledger")
    try bench.run(
      "init", other, "--origin", "ledger.anders.example/proef", "--organisatie", "Gemeente Anders", "--als",
      "secretariaat"
    ).orThrow()
    let size = try bench.inLedger("log", "--json").lines.count
    for number in 0..<(isLarger ? size : 2) {
      try bench.run(
        ["organisatie", "orgaan", "Commissie \(number)", "--ledger", other, "--als", "secretariaat"]
      ).orThrow()
    }
    try bench.removeScratchFiles()
    let views = try bench.views(of: bench.ledger)
    try FileManager.default.removeItem(at: views)
    try FileManager.default.copyItem(at: try bench.views(of: other), to: views)
    #expect(try bench.expectNothingWritten { try answers(bench) } == before)
  }

  private func spoil(_ db: Database, _ kwaad: Kwaad) throws {
    func tables(_ pattern: String) throws -> [String] {
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB ? AND name NOT GLOB 'sqlite_*'",
        arguments: [pattern])
    }
    func drop(_ pattern: String) throws {
      for name in try tables(pattern) { try db.execute(sql: "DROP TABLE \"\(name)\"") }
    }
    switch kwaad {
    case .olderProgram:
      let size = try Int.fetchOne(db, sql: "SELECT omvang FROM gevouwen") ?? 0
      let last = try #require(try String.fetchOne(db, sql: "SELECT wortel FROM gevouwen"))
      let views = try Row.fetchAll(db, sql: "SELECT name, version FROM projection")
      try drop("*")
      try db.execute(
        sql: """
          CREATE TABLE gevouwen (omvang INTEGER NOT NULL, laatste TEXT NOT NULL) STRICT;
          CREATE TABLE projection (name TEXT PRIMARY KEY, version INTEGER NOT NULL, position INTEGER NOT NULL) STRICT;
          CREATE TABLE feiten_1_feit (position INTEGER PRIMARY KEY, inhoud TEXT) STRICT;
          """)
      try db.execute(sql: "INSERT INTO gevouwen VALUES (?, ?)", arguments: [size, last])
      for view in views {
        try db.execute(
          sql: "INSERT INTO projection VALUES (?, ?, ?)",
          arguments: [view["name"] as String, view["version"] as Int, size])
      }
    case .otherForm: try db.execute(sql: "UPDATE projection SET vorm = 'anders' WHERE name IN ('feiten', 'gezag')")
    case .droppedTable: try drop("nevenfunctiehouder_*_stand")
    case .droppedView: try drop("feiten_*")
    case .halfRebuilt: try db.execute(sql: "DELETE FROM projection WHERE rowid % 2 = 0")
    case .positionTooLow: try db.execute(sql: "UPDATE projection SET position = position - 5 WHERE name = 'feiten'")
    case .positionTooHigh: try db.execute(sql: "UPDATE projection SET position = position + 5 WHERE name = 'feiten'")
    case .positionNegative: try db.execute(sql: "UPDATE projection SET position = -1 WHERE rowid % 2 = 1")
    case .lessThanTheLog: try db.execute(sql: "UPDATE gevouwen SET omvang = omvang - 5")
    case .columnMore:
      let name = try #require(try tables("nevenfunctiehouder_*_klok").first)
      try db.execute(sql: "ALTER TABLE \(name) ADD COLUMN extra TEXT")
    case .empty: try drop("*")
    }
  }
}
