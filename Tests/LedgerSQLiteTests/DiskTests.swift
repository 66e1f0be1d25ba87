import Foundation
import Ledger
import LedgerCrypto
import Testing

@testable import LedgerSQLite

@Suite struct DiskTests {
  let scratch: Scratch
  let writer: Writer

  init() throws {
    scratch = try Scratch()
    writer = try Writer()
  }

  @Test func `a ledger on a read-only medium can be read and refuses to be written`() throws {
    let was = try onDiskInMemory("size=8m") { place in
      let ledger = LedgerDirectory(
        place.appendingPathComponent("a b%3f#.ledger"), cache: place.appendingPathComponent("cache"), waiting: 0)
      try ledger.create { try writer.fill($0.log, 3) }
      try ledger.write { try $0.views.write { try $0.run("CREATE TABLE a (b TEXT) STRICT", []) } }
      try #require(try run("/usr/bin/mount", "-o", "remount,ro", place.path))
      try ledger.read { stores in
        try #expect(stores.log.size() == 3)
        try #expect(stores.log.structuralFindings() == [])
        try #expect(stores.vault.structuralFindings().isEmpty)
        try #expect(stores.views.read { try $0.rows("SELECT b FROM a", []) } == [])
        let lock = stores.viewPlace.file.deletingLastPathComponent().appendingPathComponent("views.lock").path
        #expect(throws: StoreError.readOnly(path: lock)) { try stores.views.write { _ in } }
        let error = #expect(throws: StoreError.self) { try stores.documents.put([1]) }
        guard case .readOnly = error else {
          Issue.record("\(String(describing: error))")
          return
        }
      }
      let lock = ledger.url.appendingPathComponent("ledger.lock").path
      #expect(throws: StoreError.readOnly(path: lock)) { try ledger.write { _ in } }
    }
    #expect(was || geteuid() != 0)
  }

  @Test func `a full disk is named, nothing is half written, and the ledger goes on when there is room`() throws {
    let was = try onDiskInMemory("size=384k") { place in
      let ledger = LedgerDirectory(place.appendingPathComponent("a.ledger"), waiting: 0)
      try ledger.create { try writer.fill($0.log, 1) }
      let ballast = place.appendingPathComponent("ballast")
      // As much as opening both stores again takes: each has an index of its WAL, of 32 kB.
      try Data(repeating: 7, count: 100_000).write(to: ballast)
      var size: UInt64 = 1
      var found: StoreError?
      while found == nil, size < 500 {
        do {
          _ = try ledger.write { stores in
            try writer.append(
              [try writer.event(Int(size), seq: Int64(size) + 1, text: String(repeating: "x", count: 8000))],
              to: stores.log)
          }
          size += 1
        } catch let error as StoreError { found = error }
      }
      guard case .full? = found else {
        Issue.record("\(String(describing: found)) after \(size) entries")
        return
      }
      try FileManager.default.removeItem(at: ballast)
      try ledger.write { stores in
        #expect(try stores.log.size() == size)
        #expect(try stores.log.structuralFindings() == [])
        try writer.fill(stores.log, 1)
        #expect(try stores.log.size() == size + 1)
      }
    }
    #expect(was || geteuid() != 0)
  }

  @Test func `a document that does not fit is named and leaves nothing behind`() throws {
    let was = try onDiskInMemory("size=256k") { place in
      let documents = DirectoryDocuments(directory: place.appendingPathComponent("documents"))
      let error = #expect(throws: StoreError.self) { try documents.put([UInt8](repeating: 1, count: 1 << 20)) }
      guard case .full? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      try #expect(files(below: place).isEmpty)
      #expect(throws: Never.self) { try documents.put([1]) }
    }
    #expect(was || geteuid() != 0)
  }

  @Test func `a torn document is written anew`() throws {
    let documents = DirectoryDocuments(directory: scratch.url.appendingPathComponent("documents"))
    let bytes = Array("een heel stuk".utf8)
    let name = try documents.put(bytes)
    let path = try #require(try files(below: scratch.url).keys.first)
    #expect(path == "documents/\(name.hex.prefix(2))/\(name.hex.dropFirst(2))")
    try Data(bytes.prefix(3)).write(to: scratch.url.appendingPathComponent(path))
    #expect(try documents.bytes(of: name) == Array(bytes.prefix(3)))
    #expect(try documents.put(bytes) == name)
    #expect(try documents.bytes(of: name) == bytes)
    #expect(try files(below: scratch.url).count == 1)
  }

  @Test func `a file that is no document is listed under its own name`() throws {
    let place = scratch.url.appendingPathComponent("documents")
    let documents = DirectoryDocuments(directory: place)
    let name = try documents.put([1])
    try Data().write(to: place.appendingPathComponent("los.txt"))
    #expect(Set(try DocumentStoreConformance(documents: documents).names()) == [name.hex, "los.txt"])
  }

  @Test(arguments: [10, 5000, 70_000])
  func `an erased value is in no file of the ledger`(length: Int) throws {
    let ledger = try scratch.ledger()
    let canary = "kanarie-\(length)-"
    let body = String(repeating: canary, count: length / canary.count + 1)
    try ledger.write { stores in
      try stores.vault.write { vault in
        for event in 0..<20 { try vault.put(try VaultConformance.record(event, "veld", body: "blijft \(event)")) }
        try vault.put(try VaultConformance.record(99, canary, body: body))
      }
      #expect(try files(below: ledger.url).values.contains { $0.holds(canary) })
      _ = try stores.vault.write { try $0.eraseField(canary, of: Writer.id(99)) }
      try stores.vault.scrub()
      for (path, bytes) in try files(below: ledger.url) { #expect(!bytes.holds(canary), "\(path)") }
    }
    for (path, bytes) in try files(below: ledger.url) { #expect(!bytes.holds(canary), "\(path)") }
    try ledger.read { try #expect($0.vault.events(after: nil, limit: 100).count == 20) }
  }
}
