import Foundation
import Ledger
import Testing

@testable import LedgerSQLite

/// Views are read and written over connections that wait for their next use while the stores are lent.
@Suite struct ViewConnectionTests {
  let scratch: Scratch
  let ledger: LedgerDirectory

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.ledger()
  }

  func write(_ number: Int64, to views: any TableStore) throws {
    try views.write { tables in
      try tables.run("CREATE TABLE IF NOT EXISTS t (n INTEGER NOT NULL) STRICT", [])
      try tables.run("INSERT INTO t (n) VALUES (?)", [.int(number)])
    }
  }

  func numbers(_ tables: any TableReader) throws -> [Int64] {
    try tables.rows("SELECT n FROM t ORDER BY n", []).compactMap { $0.int("n") }
  }

  @Test func `a reading inside a reading or a writing sees what is committed`() throws {
    try ledger.write { stores in
      try write(1, to: stores.views)
      let seen = try stores.views.read { outer in
        [try numbers(outer), try stores.views.read { try numbers($0) }]
      }
      #expect(seen == [[1], [1]])
      let during = try stores.views.write { tables in
        try tables.run("INSERT INTO t (n) VALUES (2)", [])
        return [try numbers(tables), try stores.views.read { try numbers($0) }]
      }
      #expect(during == [[1, 2], [1]])
      #expect(try stores.views.read { try numbers($0) } == [1, 2])
    }
  }

  @Test func `a query inside its own rows has rows of its own`() throws {
    try ledger.write { stores in
      for number in 1...3 { try write(Int64(number), to: stores.views) }
      var pairs: [[Int64]] = []
      try stores.views.read { tables in
        try tables.forEachRow("SELECT n FROM t ORDER BY n", []) { row in
          pairs.append([row.int("n") ?? 0] + (try numbers(tables)))
        }
      }
      #expect(pairs == [[1, 1, 2, 3], [2, 1, 2, 3], [3, 1, 2, 3]])
    }
  }

  @Test func `after something went wrong the next use has a connection, and nothing of it stays`() throws {
    try ledger.write { stores in
      try write(1, to: stores.views)
      #expect(throws: Interrupted.self) {
        try stores.views.write { tables in
          try tables.run("INSERT INTO t (n) VALUES (2)", [])
          throw Interrupted()
        }
      }
      #expect(throws: StoreError.self) { try stores.views.read { _ = try $0.rows("SELECT x FROM nowhere", []) } }
      try write(3, to: stores.views)
      #expect(try stores.views.read { try numbers($0) } == [1, 3])
    }
  }

  @Test func `views that were removed meanwhile are made again, not written to where no one looks`() throws {
    try ledger.write { stores in
      try write(1, to: stores.views)
      #expect(try stores.views.read { try numbers($0) } == [1])
      try ledger.removeViews()
      try write(2, to: stores.views)
      #expect(try stores.views.read { try numbers($0) } == [2])
    }
    try ledger.read { (stores) throws in #expect(try stores.views.read { try numbers($0) } == [2]) }
  }

  @Test func `each store is one file once the ledger is closed`() throws {
    let writer = try Writer()
    try ledger.write { stores in
      try writer.fill(stores.log, 3)
      try stores.vault.write { try $0.put(try VaultConformance.record(1, "a")) }
    }
    try ledger.write { try write(1, to: $0.views) }
    for file in [SQLiteLogStore.file, SQLiteVault.file, SQLiteTables.file] {
      let folder =
        file.name == SQLiteTables.file.name ? try ledger.viewPlace().file.deletingLastPathComponent() : ledger.url
      #expect(FileManager.default.fileExists(atPath: file.path(in: folder)))
      #expect(!FileManager.default.fileExists(atPath: file.path(in: folder) + "-wal"))
    }
  }
}
