import Foundation
import GRDB
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

/// One way to tamper with a ledger, and exactly what verification must say about it.
struct Tampering: CustomTestStringConvertible, Sendable {
  let what: String
  let file: String
  let sql: String
  let findings: [String]
  var testDescription: String { what }

  init(_ what: String, _ file: String, _ sql: String, _ findings: [String]) {
    self.what = what
    self.file = file
    self.sql = sql
    self.findings = findings
  }
}

@Suite struct LogTamperingTests {
  static let cases = [
    Tampering(
      "a stored leaf hash", "log.sqlite", "UPDATE event SET leafHash = zeroblob(32) WHERE position = 299",
      ["log:leaf-hash@299", "log:checkpoint-root@299"]),
    Tampering(
      "a stored leaf hash under a full tile", "log.sqlite",
      "UPDATE event SET leafHash = zeroblob(32) WHERE position = 20",
      ["log:leaf-hash@20", "log:tile-hash@20", "log:checkpoint-root@299"]),
    Tampering(
      "a hash of the wrong length", "log.sqlite", "UPDATE event SET leafHash = x'00' WHERE position = 20",
      ["log:row-unreadable@20"] + Array(repeating: "views:view-row-extra@-", count: 3)),
    Tampering(
      "the column id", "log.sqlite",
      "UPDATE event SET id = '01abc000-0000-7000-8000-000000000000' WHERE position = 30", ["log:column-id@30"]),
    Tampering(
      "the column seq", "log.sqlite", "UPDATE event SET seq = 7 WHERE position = 30",
      ["log:column-seq@30", "events:stream-gap@30", "events:stream-opening@30"]),
    Tampering(
      "a deleted row under a full tile", "log.sqlite", "DELETE FROM event WHERE position = 100",
      ["log:position-gap@100"] + Array(repeating: "views:view-row-extra@-", count: 3)),
    Tampering(
      "the last row deleted", "log.sqlite", "DELETE FROM event WHERE position = 299",
      ["log:checkpoint-beyond@299"] + Array(repeating: "views:view-ahead@299", count: 7)),
    Tampering(
      "a hash in a tile", "log.sqlite",
      "UPDATE tile SET hashes = CAST(substr(hashes, 1, 320) || zeroblob(32) || substr(hashes, 353) AS BLOB)",
      ["log:tile-hash@10"]),
    Tampering("the root of a tile", "log.sqlite", "UPDATE tile SET root = zeroblob(32)", ["log:tile-root@0"]),
    Tampering("a tile of the wrong length", "log.sqlite", "UPDATE tile SET root = x'00'", ["log:tile-unreadable@0"]),
    Tampering("a tile deleted", "log.sqlite", "DELETE FROM tile", ["log:tile-missing@0"]),
    Tampering(
      "a tile too many", "log.sqlite", "INSERT INTO tile SELECT level + 1, idx, root, hashes FROM tile",
      ["log:tile-extra@-"]),
    Tampering(
      "a row below zero", "log.sqlite",
      "INSERT INTO event SELECT -1, 'x', 'y', 1, leafHash, leaf FROM event WHERE position = 9", ["log:structure@-"]),
    Tampering(
      "a checkpoint's signature", "log.sqlite",
      "UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 2) WHERE size = 3",
      ["log:checkpoint-size@2", "log:checkpoint-missing@3"]),
    Tampering(
      "a checkpoint's root", "log.sqlite",
      "UPDATE checkpoint SET note = replace(note, char(10) || '3' || char(10), char(10) || '4' || char(10)) WHERE size = 3",
      ["log:checkpoint-signature@2", "log:checkpoint-missing@3"]),
    Tampering(
      "a checkpoint that is none", "log.sqlite", "UPDATE checkpoint SET note = 'niets' WHERE size = 3",
      ["log:checkpoint-format@2", "log:checkpoint-missing@3"]),
    Tampering(
      "the newest checkpoint deleted", "log.sqlite", "DELETE FROM checkpoint WHERE size = 300",
      ["log:checkpoint-behind@8"]),
    Tampering("a table added", "log.sqlite", "CREATE TABLE extra (a)", ["log:structure@-"]),
  ]

  @Test(arguments: cases) func `is found where it is, and nothing else`(_ tampering: Tampering) throws {
    let ledger = try VerificationLedger()
    try ledger.tamper(tampering.file, tampering.sql)
    let found = try ledger.findings()
    #expect(found == tampering.findings)
  }

  @Test func `an altered leaf is one leaf whose hash and signature do not hold`() throws {
    let ledger = try VerificationLedger()
    try ledger.tamper("log.sqlite", "UPDATE event SET leaf = ? WHERE position = 40", [try altered(ledger, 40)])
    #expect(
      try ledger.findings().filter { !$0.hasPrefix("vault") } == [
        "log:leaf-hash@40", "events:signature@40", "views:view-row-altered@-", "views:view-row-altered@-",
        "views:view-row-altered@-",
      ])
  }

  @Test func `a leaf altered with its hash does not match tiles and checkpoints`() throws {
    let ledger = try VerificationLedger()
    let leaf = try altered(ledger, 40)
    try ledger.tamper(
      "log.sqlite", "UPDATE event SET leaf = ?, leafHash = ? WHERE position = 40",
      [leaf, Data(MerkleTree.leafHash(of: [UInt8](leaf)).bytes)])
    #expect(
      try ledger.findings().filter { !$0.hasPrefix("vault") }
        == ["log:tile-hash@40", "log:checkpoint-root@299", "events:signature@40"]
        + Array(repeating: "views:view-row-altered@-", count: 3))
  }

  @Test func `what is no event at all`() throws {
    let ledger = try VerificationLedger()
    try ledger.tamper("log.sqlite", "UPDATE event SET leaf = x'7e' WHERE position = 40")
    let report = try ledger.verify()
    #expect(
      try ledger.findings() == [
        "log:leaf-hash@40", "events:event-format@40", "views:view-row-extra@-", "views:view-row-extra@-",
        "views:view-row-extra@-",
      ])
    #expect(report[.rules].notJudged == 1)
    #expect(report[.events].findings.first?.event == ledger.events[40].id.description)
  }

  /// The same event with another title, its signature left as it was.
  private func altered(_ ledger: VerificationLedger, _ position: Int) throws -> Data {
    let parts = String(decoding: ledger.events[position].signed.leaf, as: UTF8.self).split(separator: ".")
    let payload = String(decoding: try Base64.url.decode(String(parts[1])), as: UTF8.self)
    let changed = payload.replacing("nota \(position)", with: "nota X\(position)")
    return Data("\(parts[0]).\(Base64.url.encode(Array(changed.utf8))).\(parts[2])".utf8)
  }

  @Test func `a checkpoint from outside shows what was cut off or rewritten`() throws {
    let ledger = try VerificationLedger()
    let note = try ledger.directory.read { try $0.log.latestCheckpoint()?.note ?? "" }
    let known = try Checkpoint(text: SignedNote(Array(note.utf8)).text)
    #expect(try ledger.findings(VerificationOptions(trusted: [note], remembered: known)) == [])
    let other = try Checkpoint(origin: known.origin, size: 290, root: known.root)
    #expect(try ledger.findings(VerificationOptions(remembered: other)) == ["log:forked@289"])
    let forged = String(decoding: try other.sign(by: ledger.logKey).bytes, as: UTF8.self)
    #expect(try ledger.findings(VerificationOptions(trusted: [forged])) == ["log:forked@289"])
    #expect(try ledger.findings(VerificationOptions(trusted: ["niets"])) == ["log:trusted-format@-"])
    let stranger = try NoteSigner(name: known.origin, key: .generate(ledger.random))
    let strange = String(decoding: try known.sign(by: stranger).bytes, as: UTF8.self)
    #expect(try ledger.findings(VerificationOptions(trusted: [strange])) == ["log:trusted-signature@-"])
    try ledger.tamper("log.sqlite", "DELETE FROM event WHERE position = 299; DELETE FROM checkpoint WHERE size = 300")
    try ledger.directory.removeViews()
    #expect(
      try ledger.findings(VerificationOptions(remembered: known)) == ["log:checkpoint-behind@8", "log:shrunk@299"])
  }
}
