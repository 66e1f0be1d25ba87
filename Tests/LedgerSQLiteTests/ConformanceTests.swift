import Foundation
import Ledger
import Testing

@testable import LedgerSQLite

@Suite struct ConformanceTests {
  let scratch: Scratch
  let ledger: LedgerDirectory

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.ledger()
  }

  @Test func `the embedded log passes the store tests`() throws {
    try ledger.write { try LogStoreConformance($0.log).checkEverything() }
    try ledger.read { try #expect($0.log.size() == 513) }
  }

  @Test func `the embedded vault passes the store tests`() throws {
    try ledger.write { try VaultConformance(vault: $0.vault).checkEverything() }
    try ledger.read { try #expect($0.vault.events(after: nil, limit: 10).count == 3) }
  }

  @Test func `the document directory passes the store tests`() throws {
    try ledger.write { try DocumentStoreConformance(documents: $0.documents).checkEverything() }
    try ledger.read { try #expect(DocumentStoreConformance(documents: $0.documents).names().count == 20) }
  }

  @Test func `the embedded views pass the store tests`() throws {
    try ledger.write { try TableStoreConformance(tables: $0.views).checkEverything() }
    try ledger.read { try #expect($0.views.read { try $0.rows("SELECT a FROM proef", []) }.count == 2) }
  }

  @Test func `scratch tables pass the store tests and leave no file`() throws {
    let before = try files(below: scratch.url).keys.sorted()
    let tables = try ledger.scratchTables()
    try TableStoreConformance(tables: tables).checkEverything()
    #expect(try files(below: scratch.url).keys.sorted() == before)
  }
}
