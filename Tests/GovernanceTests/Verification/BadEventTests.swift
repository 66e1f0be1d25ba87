import Foundation
import GRDB
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

/// An event that cannot be relied on stops whatever would act on it, and nothing that examines the ledger.
@Suite struct BadEventTests {
  static let tamperings = [
    Tampering("its hash", "log.sqlite", "UPDATE event SET leafHash = zeroblob(32) WHERE position = 40", []),
    Tampering(
      "its signed bytes", "log.sqlite",
      "UPDATE event SET leaf = (SELECT leaf FROM event WHERE position = 41) WHERE position = 40", []),
    Tampering("what it is", "log.sqlite", "UPDATE event SET leaf = x'7e' WHERE position = 40", []),
    Tampering(
      "its row", "log.sqlite", "UPDATE event SET id = '01abc000-0000-7000-8000-000000000000' WHERE position = 40", []),
  ]

  @Test(arguments: tamperings) func `with something else than was signed, in`(_ tampering: Tampering) throws {
    let ledger = try VerificationLedger()
    try ledger.tamper(tampering.file, tampering.sql)
    try ledger.directory.removeViews()
    try expectStopped(ledger, at: 40)
    #expect(try ledger.findings().contains { $0.hasSuffix("@40") })
  }

  @Test func `whose bytes and hash were altered together does not have a signature`() throws {
    let ledger = try VerificationLedger()
    let leaf = try altered(ledger, 40)
    try ledger.tamper(
      "log.sqlite", "UPDATE event SET leaf = ?, leafHash = ? WHERE position = 40",
      [Data(leaf), Data(MerkleTree.leafHash(of: leaf).bytes)])
    try ledger.directory.removeViews()
    try expectStopped(ledger, at: 40)
  }

  @Test func `signed by who was never registered leaves the views as they were`() throws {
    let ledger = try VerificationLedger()
    let before = try ledger.read { try $0.viewPositions().compactMap(\.position) }
    let stranger = try UnlockedKey.generate(ledger.random)
    try ledger.force([
      try ledger.event(
        like: 9, stream: StreamID(kind: "Nota", id: UUIDv7(milliseconds: 1, random: ledger.random)), seq: 1,
        by: stranger)
    ])
    try expectStopped(ledger, at: 300)
    #expect(try ledger.read { try $0.viewPositions().compactMap(\.position) } == before)
  }

  @Test func `signed by a key that was not allowed to sign it`() throws {
    let ledger = try VerificationLedger()
    try ledger.force([
      try ledger.event(
        like: 1, stream: StreamID(kind: "Sleutel", id: UUIDv7(milliseconds: 1, random: ledger.random)), seq: 1,
        by: ledger.director)
    ])
    #expect(throws: BadEvent.self) { try ledger.read { try $0.read { _ in } } }
  }

  @Test func `far beyond what is read at once, with good ones after it`() throws {
    let ledger = try VerificationLedger()
    try ledger.write { book, _ in
      for batch in 0..<10 { try ledger.append((0..<256).map { ledger.draft("meer \(batch) \($0)", book) }, book) }
    }
    try ledger.tamper("log.sqlite", "UPDATE event SET leafHash = zeroblob(32) WHERE position = 1500")
    try ledger.directory.removeViews()
    try expectStopped(ledger, at: 1500)
  }

  @Test(arguments: [
    "UPDATE event SET leafHash = zeroblob(32) WHERE position = 1500", "DELETE FROM event WHERE position = 1500",
  ])
  func `is the earliest one, though signatures are checked later than the rest is read`(_ later: String) throws {
    let ledger = try VerificationLedger()
    try ledger.write { book, _ in
      for batch in 0..<10 { try ledger.append((0..<256).map { ledger.draft("meer \(batch) \($0)", book) }, book) }
    }
    let leaf = try altered(ledger, 40)
    try ledger.tamper(
      "log.sqlite", "UPDATE event SET leaf = ?, leafHash = ? WHERE position = 40",
      [Data(leaf), Data(MerkleTree.leafHash(of: leaf).bytes)])
    try ledger.tamper("log.sqlite", later)
    try ledger.directory.removeViews()
    let bad = #expect(throws: BadEvent.self) { try ledger.read { _ = try $0.rebuild { _, _ in } } }
    #expect(bad?.position == 40)
  }

  @Test func `is not there when all is well, and everything is folded`() throws {
    let ledger = try VerificationLedger()
    try ledger.directory.removeViews()
    #expect(try ledger.read { try $0.read { $0.size } } == 300)
    #expect(try ledger.findings() == [])
  }

  /// Nothing is read for a list, appended or rebuilt; examining goes on.
  private func expectStopped(
    _ ledger: VerificationLedger, at position: UInt64, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    func isStopped(_ body: () throws -> Void) {
      let bad = #expect(throws: BadEvent.self, sourceLocation: sourceLocation) { try body() }
      #expect(bad?.position == position, sourceLocation: sourceLocation)
      #expect(bad?.failure.kind == .foundWanting, sourceLocation: sourceLocation)
    }
    isStopped { try ledger.read { try $0.read { _ in } } }
    isStopped {
      try ledger.write { book, _ in
        _ = try book.append([ledger.draft("erbij", book)], signedBy: ledger.secretary, log: ledger.logKey)
      }
    }
    isStopped { try ledger.read { _ = try $0.rebuild { _, _ in } } }
    isStopped { try ledger.write { book, _ in _ = try book.reapplyErasures() } }
    let size = try ledger.read { book in
      try book.examine { reading in
        #expect(!reading.registry.keys.isEmpty, sourceLocation: sourceLocation)
        return reading.size
      }
    }
    #expect(size == (try ledger.directory.read { try $0.log.size() }), sourceLocation: sourceLocation)
    #expect(try ledger.read { try $0.pendingErasures() } == [], sourceLocation: sourceLocation)
    #expect(try !ledger.verify().ok, sourceLocation: sourceLocation)
  }

  /// The same event with another title, its signature left as it was.
  private func altered(_ ledger: VerificationLedger, _ position: Int) throws -> [UInt8] {
    let parts = String(decoding: ledger.events[position].signed.leaf, as: UTF8.self).split(separator: ".")
    let payload = String(decoding: try Base64.url.decode(String(parts[1])), as: UTF8.self)
    let changed = payload.replacing("nota \(position)", with: "nota X\(position)")
    return Array("\(parts[0]).\(Base64.url.encode(Array(changed.utf8))).\(parts[2])".utf8)
  }
}
