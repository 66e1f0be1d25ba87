import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@Suite struct CleanLedgerTests {
  @Test func `a clean ledger is clean, and every question says how much it looked at`() throws {
    let ledger = try VerificationLedger()
    let report = try ledger.verify()
    #expect(try ledger.findings() == [])
    #expect(report.ok)
    #expect(report.events == 300)
    #expect(report.checkpoint?.size == 300)
    #expect(report[.log].checked == 300)
    #expect(report[.events].checked == 300)
    // The names of 293 notes, a memo, a document and the reference to it, and a secret; one more name is erased.
    #expect(report[.vault].checked == 297)
    #expect(report[.vault].erased == 1)
    #expect(report[.vault].unreadable == 2)
    #expect(report[.vault].orphans == 0)
    #expect(report[.rules].checked == 300)
    // Every event has a leaf, and every one but the confidential one is a fact; that one has a row of its own for its stream; beside it stand 294 notes and one erasure, and of who may sign two
    // keys, the founding, the organisation's key and a circle of one.
    #expect(report[.views].checked == 300 + 299 + 1 + 294 + 1 + 5)
  }

  @Test func `the report is JSON with the five questions in order`() throws {
    let json = try VerificationLedger().verify().json
    #expect(json.members?.map(\.name) == ["ok", "events", "checkpoint", "logKey", "hasViews", "keys", "checks"])
    #expect(json["ok"] == true)
    #expect(json["checks"]?.members?.map(\.name) == ["log", "events", "vault", "rules", "views"])
    #expect(json["checkpoint"]?["origin"]?.string == VerificationLedger.origin)
    #expect(json["checks"]?["log"]?["findings"] == [])
  }

  @Test func `a member opens what is sealed for that member`() throws {
    let ledger = try VerificationLedger()
    let secretary = try ledger.verify(VerificationOptions(ring: ledger.secretary.ring))
    #expect(secretary.ok)
    #expect(secretary[.vault].unreadable == 1)
    let director = try ledger.verify(VerificationOptions(ring: ledger.director.ring))
    #expect(director.ok)
    #expect(director[.vault].unreadable == 0)
  }

  @Test(arguments: [1, 2, 7]) func `any number of threads gives the same answer`(workers: Int) throws {
    let ledger = try VerificationLedger()
    try ledger.tamper("log.sqlite", "UPDATE event SET leafHash = zeroblob(32) WHERE position IN (10, 200)")
    let report = try ledger.verify(VerificationOptions(workers: workers))
    #expect(report == (try ledger.verify(VerificationOptions(workers: 3))))
    #expect(report[.log].findings.first?.position == 10)
  }

  @Test func `no views are nothing to compare, and views behind are compared where they are`() throws {
    let ledger = try VerificationLedger()
    try ledger.directory.removeViews()
    #expect(try ledger.verify().ok)
    #expect(try ledger.verify()[.views].checked == 0)
    #expect(try ledger.verify().hasViews == false)
    try ledger.read { book in try book.read { _ in } }
    let stream = try ledger.read { $0.newStream("Sleutel") }
    try ledger.force([
      try ledger.event(
        like: 1, stream: stream, seq: 1, type: SleutelEruit.type,
        facts: [
          JSON.Member("kid", ledger.director.id.json),
          JSON.Member("organisatiesleutel", ledger.organisation.publicKey.json),
        ])
    ])
    let report = try ledger.verify()
    #expect(report[.views].ok)
    #expect(report[.views].checked == 300 + 299 + 1 + 300)
    #expect(report.hasViews == true)
    #expect(report.events == 301)
  }

  @Test func `progress ends at the end`() throws {
    let ledger = try VerificationLedger()
    var seen: [UInt64] = []
    _ = try ledger.read { book in
      try book.verify { done, total in
        seen.append(done)
        #expect(total == 300)
      }
    }
    #expect(seen.last == 300)
  }
}
