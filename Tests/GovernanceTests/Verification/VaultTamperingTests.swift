import Foundation
import GRDB
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@Suite struct VaultTamperingTests {
  private static let note = "(SELECT event FROM document)"

  static let cases = [
    Tampering(
      "a sealed field deleted", "vault.sqlite", "DELETE FROM sealed WHERE field = 'naam' AND event = \(note)",
      ["vault:missing@2"]),
    Tampering(
      "an optional sealed field deleted", "vault.sqlite", "DELETE FROM sealed WHERE field = 'memo'", ["vault:missing@2"]
    ),
    Tampering(
      "a sealed value altered", "vault.sqlite",
      "UPDATE sealed SET body = x'41' WHERE field = 'naam' AND event = \(note)",
      ["vault:row-altered@2", "vault:altered@2"]),
    Tampering(
      "a field kept in the plain that is not for everyone", "vault.sqlite",
      "UPDATE sealed SET key = NULL WHERE field = 'memo'",
      ["vault:row-altered@2", "vault:sealing@2", "vault:altered@2"]),
    Tampering(
      "a data key taken away", "vault.sqlite",
      "DELETE FROM wrappedKey WHERE key = (SELECT key FROM sealed WHERE field = 'memo')",
      ["vault:data-key@2", "vault:wrapped-key-missing@2"]),
    Tampering(
      "a circle's data key taken away", "vault.sqlite",
      "DELETE FROM wrappedKey WHERE key = (SELECT key FROM sealed WHERE field = 'inhoud')",
      ["vault:data-key@5", "vault:wrapped-key-missing@5"]),
    Tampering(
      "a document's row deleted", "vault.sqlite", "DELETE FROM document", ["vault:document-record@2"]),
    Tampering(
      "a field under another name", "vault.sqlite", "UPDATE sealed SET field = 'titel' WHERE field = 'bijlage'",
      ["vault:row-unknown@2", "vault:field@2", "vault:altered@2"]),
  ]

  @Test(arguments: cases) func `is found where it is, and nothing else`(_ tampering: Tampering) throws {
    let ledger = try VerificationLedger()
    try ledger.tamper(tampering.file, tampering.sql)
    let found = try ledger.findings()
    #expect(found == tampering.findings)
  }

  @Test func `the organisation's key taken away from a member`() throws {
    let ledger = try VerificationLedger()
    try ledger.tamper(
      "vault.sqlite", "DELETE FROM wrappedKey WHERE recipient = ?", [ledger.secretary.box.publicKey.name])
    #expect(try ledger.findings() == ["vault:wrapped-key-missing@0", "vault:organisation-key@0"])
  }

  @Test func `a value that was erased and is there again`() throws {
    let ledger = try VerificationLedger()
    let event = ledger.events[6]
    try ledger.write { _, stores in
      try stores.vault.write { vault in
        try vault.put(
          SealedRecord(
            event: event.id.description, field: "naam", digest: event.signed.envelope.sealedDigests[0], sealing: .plain,
            body: Array("W10".utf8)))
      }
    }
    #expect(try ledger.findings() == ["vault:row-altered@6", "vault:altered@6", "vault:erased-but-present@6"])
  }

  @Test func `a row for an event that seals nothing, and one for no event`() throws {
    let ledger = try VerificationLedger()
    let document = SHA256.hash("een stuk")
    try ledger.write { book, stores in
      try stores.vault.write { vault in
        for event in [ledger.events[3].id, book.newID()] {
          try vault.put(DocumentRecord(event: event.description, field: "bijlage", file: document, sealing: .plain))
        }
      }
    }
    #expect(try ledger.findings() == ["vault:row-unknown@3", "vault:row-unknown@-"])
    #expect(try ledger.verify()[.vault].orphans == 1)
  }

  @Test func `a document altered, and one gone`() throws {
    let ledger = try VerificationLedger()
    let hex = SHA256.hash("een stuk").hex
    let url = ledger.directory.url.appendingPathComponent("documents/\(hex.prefix(2))/\(hex.dropFirst(2))")
    try Data("een ander stuk".utf8).write(to: url)
    #expect(try ledger.findings() == ["vault:document-altered@2"])
    try FileManager.default.removeItem(at: url)
    #expect(try ledger.findings() == ["vault:document-missing@2"])
  }

  @Test func `a document that is another than was signed`() throws {
    let ledger = try VerificationLedger()
    try ledger.write { _, stores in
      let file = try stores.documents.put(Array("iets anders".utf8))
      try stores.vault.write { vault in
        try vault.put(
          DocumentRecord(event: ledger.events[2].id.description, field: "bijlage", file: file, sealing: .plain))
      }
    }
    #expect(try ledger.findings() == ["vault:document-reference@2"])
  }

  @Test func `what a member can open is compared with what was signed`() throws {
    let ledger = try VerificationLedger()
    try ledger.write { _, stores in
      try stores.vault.write { vault in
        guard let memo = try vault.sealedFields(of: ledger.events[2].id).first(where: { $0.field == "memo" }) else {
          return
        }
        try vault.put(
          SealedRecord(
            event: memo.event, field: memo.field, digest: memo.digest, sealing: memo.sealing,
            body: Array(memo.body.reversed())))
      }
    }
    #expect(try ledger.findings() == ["vault:row-altered@2"])
    #expect(
      try ledger.findings(VerificationOptions(ring: ledger.secretary.ring)) == [
        "vault:row-altered@2", "vault:altered@2",
      ])
  }
}

@Suite struct ViewTamperingTests {
  static let cases = [
    Tampering(
      "a row altered", "views.sqlite", "UPDATE nota_1_nota SET titel = 'x' WHERE position = 50",
      ["views:view-row-altered@-"]),
    Tampering(
      "a row deleted", "views.sqlite", "DELETE FROM nota_1_nota WHERE position = 50", ["views:view-row-missing@-"]),
    Tampering(
      "a row made up", "views.sqlite", "INSERT INTO nota_1_nota VALUES ('x', 1, 'x', NULL)", ["views:view-row-extra@-"]),
    Tampering("a table dropped", "views.sqlite", "DROP TABLE nota_1_nota", ["views:view-schema@-"]),
    Tampering(
      "views ahead of the log", "views.sqlite", "UPDATE projection SET position = 301 WHERE name = 'nota'",
      ["views:view-ahead@300"]),
  ]

  @Test(arguments: cases) func `is found where it is, and nothing else`(_ tampering: Tampering) throws {
    let ledger = try VerificationLedger()
    try ledger.tamper(tampering.file, tampering.sql)
    let found = try ledger.findings()
    #expect(found == tampering.findings)
  }

  @Test func `the row that differs is named`() throws {
    let ledger = try VerificationLedger()
    try ledger.tamper("views.sqlite", "UPDATE nota_1_nota SET titel = 'x' WHERE position = 50")
    let finding = try #require(try ledger.verify()[.views].findings.first)
    #expect(
      finding.message.en == "nota.nota: row with stream = «\(ledger.events[50].stream)» is not what the events give")
  }

  @Test func `views that are no database`() throws {
    let ledger = try VerificationLedger()
    try ledger.directory.removeViews()
    try Data(repeating: 65, count: 8192).write(to: ledger.directory.viewPlace().file)
    #expect(try ledger.findings() == ["views:view-unreadable@-"])
  }
}
