import Foundation
import Ledger
import LedgerCrypto
import Testing

@testable import LedgerSQLite

@Suite struct LedgerDirectoryTests {
  let scratch: Scratch
  let writer: Writer

  init() throws {
    scratch = try Scratch()
    writer = try Writer()
  }

  func place(_ name: String) -> LedgerDirectory {
    LedgerDirectory(scratch.url.appendingPathComponent(name), cache: scratch.url.appendingPathComponent("cache"))
  }

  @Test func `a ledger is made in a new or an empty directory`() throws {
    try place("nieuw").create { try writer.fill($0.log, 1) }
    try FileManager.default.createDirectory(at: place("leeg").url, withIntermediateDirectories: false)
    try place("leeg").create { try writer.fill($0.log, 1) }
    for name in ["nieuw", "leeg"] { try place(name).read { try #expect($0.log.size() == 1) } }
  }

  @Test func `a ledger is not made over something else`() throws {
    let ledger = place("vol")
    try ledger.create { try writer.fill($0.log, 1) }
    #expect(throws: StoreError.notEmpty(path: ledger.url.path)) { try ledger.create { _ in } }
    try Data("x".utf8).write(to: place("bestand").url)
    #expect(throws: StoreError.notADirectory(path: place("bestand").url.path)) { try place("bestand").create { _ in } }
    #expect(throws: StoreError.notADirectory(path: place("bestand").url.path)) { try place("bestand").read { _ in } }
    let ours = place("van-een-ander").url
    try FileManager.default.createDirectory(at: ours, withIntermediateDirectories: false)
    try Data("x".utf8).write(to: ours.appendingPathComponent("brief.txt"))
    #expect(throws: StoreError.notEmpty(path: ours.path)) { try place("van-een-ander").create { _ in } }
    #expect(try FileManager.default.contentsOfDirectory(atPath: ours.path) == ["brief.txt"])
    try ledger.read { try #expect($0.log.size() == 1) }
  }

  @Test func `a founding that fails leaves nothing behind`() throws {
    #expect(throws: Interrupted.self) {
      try place("nieuw").create { stores in
        try writer.fill(stores.log, 1)
        _ = try stores.documents.put([1])
        throw Interrupted()
      }
    }
    #expect(!FileManager.default.fileExists(atPath: place("nieuw").url.path))
    try FileManager.default.createDirectory(at: place("leeg").url, withIntermediateDirectories: false)
    #expect(throws: Interrupted.self) { try place("leeg").create { _ in throw Interrupted() } }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place("leeg").url.path) == [])
  }

  @Test func `a second founder never clears away the first one's ledger`() throws {
    let first = place("a")
    try FileManager.default.createDirectory(at: first.url, withIntermediateDirectories: false)
    // Both saw an empty directory; the second gets the lock when the first has finished.
    let second = LedgerDirectory(first.url, waiting: 0)
    try first.create { stores in
      try writer.fill(stores.log, 1)
      #expect(throws: StoreError.self) { try second.create { _ in } }
    }
    #expect(throws: StoreError.notEmpty(path: first.url.path)) { try second.create { _ in throw Interrupted() } }
    try first.read { try #expect($0.log.size() == 1) }
  }

  @Test(arguments: 0..<5)
  func `of founders at the same time one succeeds and its ledger stays`(round: Int) async throws {
    let ledger = place("samen-\(round)")
    let writer = writer
    let successes = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<4 {
        group.addTask {
          let made: Void? = try? ledger.create { stores in
            guard try stores.log.size() == 0 else { throw Interrupted() }
            try writer.fill(stores.log, index + 1)
          }
          return made != nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(successes == 1)
    try ledger.read { try #expect((1...4).contains($0.log.size())) }
  }

  @Test func `there is no ledger where there is none`() throws {
    let nowhere = place("nergens")
    #expect(throws: StoreError.noLedger(path: nowhere.url.path)) { try nowhere.read { _ in } }
    #expect(throws: StoreError.noLedger(path: nowhere.url.path)) { try nowhere.write { _ in } }
    #expect(throws: StoreError.noLedger(path: scratch.url.path)) { try LedgerDirectory(scratch.url).read { _ in } }
    #expect(throws: StoreError.noLedger(path: nowhere.url.path)) { try nowhere.backUp(to: place("kopie").url) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == [])
  }

  @Test func `a backup opens and holds one consistent state`() throws {
    let ledger = try scratch.ledger()
    let bytes = Array("stuk".utf8)
    try ledger.write { stores in
      try writer.fill(stores.log, 300)
      try stores.vault.write { try $0.put(try VaultConformance.record(1, "a")) }
      _ = try stores.documents.put(bytes)
    }
    try Data("sleutel".utf8).write(to: ledger.logKey)
    let copy = place("kopie")
    try ledger.backUp(to: copy.url)
    try copy.read { stores in
      try #expect(stores.log.size() == 300)
      try #expect(stores.log.structuralFindings() == [])
      try #expect(stores.vault.structuralFindings().isEmpty)
      try #expect(stores.vault.sealedFields(of: Writer.id(1)).count == 1)
      try #expect(stores.documents.bytes(of: SHA256.hash(bytes)) == bytes)
    }
    #expect(try Data(contentsOf: copy.logKey) == Data("sleutel".utf8))
    try copy.write { try writer.fill($0.log, 1) }
    let settings = try copy.settings().map { "\($0.name)=\($0.value)" }
    #expect(settings.contains("synchronous=2") && settings.contains("journal_mode=wal"))
    try ledger.read { try #expect($0.log.size() == 300) }
    #expect(throws: StoreError.notEmpty(path: copy.url.path)) { try ledger.backUp(to: copy.url) }
    #expect(throws: StoreError.self) { try ledger.backUp(to: place("nergens/kopie").url) }
  }

  @Test func `views can be removed at any time`() throws {
    let ledger = try scratch.ledger()
    try ledger.removeViews()
    try ledger.read { try $0.views.write { try $0.run("CREATE TABLE a (b TEXT) STRICT", []) } }
    try ledger.removeViews()
    try ledger.read { stores in
      #expect(throws: StoreError.self) { try stores.views.read { _ in } }
      #expect(throws: Never.self) { try stores.views.write { try $0.run("CREATE TABLE a (b TEXT) STRICT", []) } }
    }
  }
}
