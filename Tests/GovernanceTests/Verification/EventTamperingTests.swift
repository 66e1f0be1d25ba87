import Governance
import Ledger
import LedgerCrypto
import Testing

/// What someone can do who holds the log's key, and perhaps a signing key, but not the right one.
@Suite struct EventTamperingTests {
  private func findings(
    _ ledger: VerificationLedger, _ events: (VerificationLedger, Grootboek) throws -> [SignedEvent]
  ) throws -> [String] {
    let events = try ledger.read { try events(ledger, $0) }
    try ledger.force(events)
    return try ledger.findings()
  }

  @Test func `a key the log does not know`() throws {
    let ledger = try VerificationLedger()
    let stranger = try UnlockedKey.generate(ledger.random)
    let found = try findings(ledger) { ledger, book in
      [try ledger.event(like: 9, stream: book.newStream("Nota"), seq: 1, by: stranger)]
    }
    #expect(found == ["events:key-unknown@300", "vault:missing@300"])
  }

  @Test func `a role that may not sign this`() throws {
    let ledger = try VerificationLedger()
    let found = try findings(ledger) { ledger, book in
      [try ledger.event(like: 3, stream: ledger.events[20].stream, seq: 2, by: ledger.director)]
    }
    #expect(found == ["events:role@300"])
    #expect(try ledger.verify()[.rules].notJudged == 1)
  }

  @Test func `a key that was revoked`() throws {
    let ledger = try VerificationLedger()
    let next = try BoxSecretKey.generate(ledger.random)
    let found = try findings(ledger) { ledger, book in
      let facts = [JSON.Member("kid", ledger.director.id.json), JSON.Member("organisatiesleutel", next.publicKey.json)]
      return [
        try ledger.event(like: 1, stream: ledger.events[1].stream, seq: 2, type: SleutelEruit.type, facts: facts),
        try ledger.event(like: 5, seq: 2, type: GeheimGemaakt.type, by: ledger.director),
      ]
    }
    // Who makes such a revocation leaves the keys of whom it names.
    #expect(
      found == [
        "events:key-revoked@301", "vault:organisation-key@300", "vault:missing@301", "vault:wrapped-key-left@-",
      ])
  }

  @Test func `a gap in a stream, and an opening that is none`() throws {
    let ledger = try VerificationLedger()
    let found = try findings(ledger) { ledger, book in
      [
        try ledger.event(like: 3, stream: ledger.events[20].stream, seq: 3),
        try ledger.event(like: 3, stream: book.newStream("Nota"), seq: 1),
      ]
    }
    #expect(found == ["events:stream-gap@300", "events:stream-opening@301"])
  }

  @Test(arguments: [(120, []), (121, ["events:time-order@300"])] as [(Int64, [String])])
  func `time that runs back by more than clocks differ`(seconds: Int64, expected: [String]) throws {
    let ledger = try VerificationLedger()
    let found = try findings(ledger) { ledger, _ in
      [try ledger.event(like: 3, stream: ledger.events[20].stream, seq: 2, at: ledger.time - seconds)]
    }
    #expect(found == expected)
  }

  @Test func `a key registered twice`() throws {
    let ledger = try VerificationLedger()
    let found = try findings(ledger) { ledger, book in
      [try ledger.event(like: 1, stream: book.newStream("Sleutel"), seq: 1)]
    }
    #expect(found == ["events:authority@300"])
  }

  @Test func `a type that no plugin declares`() throws {
    let ledger = try VerificationLedger()
    let strange = EventType(
      "Onbekend", stream: "Nota", meaning: "-", source: "-", signers: [.secretariaat], fields: { NotaGemaakt.titel })
    let found = try findings(ledger) { ledger, book in
      [try ledger.event(like: 3, stream: book.newStream("Nota"), seq: 1, type: strange)]
    }
    #expect(found == ["events:event-type@300"])
    #expect(try ledger.verify()[.rules].notJudged == 1)
  }

  @Test func `an event that a rule refuses`() throws {
    let ledger = try VerificationLedger()
    let found = try findings(ledger) { ledger, _ in [try ledger.event(like: 3, seq: 3)] }
    #expect(found == ["rules:TST-SLUIT@300"])
    let finding = try #require(try ledger.verify()[.rules].findings.first)
    #expect(finding.message.nl == "al gesloten (TST-SLUIT, test 1)")
  }
}
