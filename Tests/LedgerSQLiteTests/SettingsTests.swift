import Foundation
import GRDB
import Ledger
import Testing

@testable import LedgerSQLite

@Suite struct SettingsTests {
  let scratch: Scratch
  let ledger: LedgerDirectory

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.ledger()
    let writer = try Writer()
    try ledger.write { try writer.fill($0.log, 300) }
  }

  /// A connection that keeps none of our rules, as someone with the disk would have.
  func raw(_ file: String = "log.sqlite") throws -> DatabaseQueue {
    try DatabaseQueue(path: ledger.url.appendingPathComponent(file).path)
  }

  @Test(arguments: [
    "UPDATE event SET leaf = x'00'", "UPDATE event SET position = 1000 WHERE position = 1", "DELETE FROM event",
    "UPDATE tile SET hashes = x'00'", "DELETE FROM tile", "UPDATE checkpoint SET note = 'x'", "DELETE FROM checkpoint",
  ])
  func `the log refuses to be changed, even by another program`(sql: String) throws {
    let queue = try raw()
    let error = #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    #expect(error?.message == "the log never changes")
  }

  @Test func `committed writes survive a power cut and deleted bytes are overwritten`() throws {
    let settings = Dictionary(uniqueKeysWithValues: try ledger.settings().map { ($0.name, $0.value) })
    #expect(settings["synchronous"] == "2")
    #expect(settings["secure_delete"] == "1")
    #expect(settings["journal_mode"] == "wal")
    let vault = try SQLiteVault.file.openForWriting(in: ledger.url, creating: false, waiting: 10)
    #expect(try vault.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try vault.read { try Int.fetchOne($0, sql: "PRAGMA secure_delete") } == 1)
    try vault.close()
    let log = try SQLiteLogStore.file.openForWriting(in: ledger.url, creating: false, waiting: 10)
    #expect(try log.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    try log.close()
  }

  @Test func `a connection for reading cannot write`() throws {
    let queue = try SQLiteLogStore.file.openForReading(in: ledger.url, waiting: 10)
    #expect(throws: DatabaseError.self) {
      try queue.writeWithoutTransaction { try $0.execute(sql: "INSERT INTO checkpoint VALUES (9, 'x')") }
    }
    try ledger.read { stores in
      #expect(throws: StoreError.self) { try stores.log.write { try $0.insert(StoredCheckpoint(size: 9, note: "x")) } }
      #expect(throws: StoreError.self) { try stores.vault.write { try $0.removeKeys(wrappedFor: "x") } }
    }
  }

  @Test(arguments: ["log.sqlite", "vault.sqlite"])
  func `a file of a newer format is refused, and one that is not ours is damaged`(file: String) throws {
    try raw(file).write { try $0.execute(sql: "PRAGMA user_version = 2") }
    let newer = StoreError.newerFormat(file: file, found: 2, supported: 1)
    #expect(throws: newer) { try ledger.read { _ in } }
    #expect(throws: newer) { try ledger.write { _ in } }
    try raw(file).write { try $0.execute(sql: "PRAGMA user_version = 1; PRAGMA application_id = 5") }
    let foreign = StoreError.damaged(file: file, detail: "application_id")
    #expect(throws: foreign) { try ledger.read { _ in } }
    #expect(throws: foreign) { try ledger.write { _ in } }
  }

  @Test(arguments: ["log.sqlite", "vault.sqlite"])
  func `a file that is no database is called damaged`(file: String) throws {
    let url = ledger.url.appendingPathComponent(file)
    try Data(repeating: 0x41, count: 8192).write(to: url)
    let error = #expect(throws: StoreError.self) { try ledger.read { _ in } }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a trigger that was taken away is found`() throws {
    try raw().write { try $0.execute(sql: "DROP TRIGGER eventNeverUpdated") }
    try ledger.read { try #expect($0.log.structuralFindings() == ["log.sqlite: schema: eventNeverUpdated"]) }
  }
}
