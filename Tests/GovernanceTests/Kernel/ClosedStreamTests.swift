import GRDB
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

/// Closed streams: appended and verified by all, opened and read by their members only.
@Suite struct ClosedStreamTests {
  let ledger: VerificationLedger
  let key: ClosedKey

  init() throws {
    ledger = try VerificationLedger()
    key = try ledger.closedKey(by: ledger.director)
  }

  private func options(_ reader: UnlockedKey?) -> VerificationOptions { VerificationOptions(ring: reader?.ring) }

  @Test func `an entry is read by those it was sealed for, compartment by compartment, and verified by everyone`()
    throws
  {
    let event = try ledger.close(
      key, [("voor beiden", [ledger.director, ledger.secretary]), ("een", [ledger.director])])
    #expect(try ledger.compartments(event, as: ledger.director) == ["voor beiden", "een", nil])
    #expect(try ledger.compartments(event, as: ledger.secretary) == ["voor beiden", nil, nil])
    #expect(try ledger.compartments(event, as: .generate(ledger.random)) == [nil, nil, nil])
    #expect(try ledger.compartments(event, as: nil) == [nil, nil, nil])
    for reader in [nil, ledger.director, ledger.secretary] {
      let report = try ledger.verify(options(reader))
      #expect(report.ok && report.checks.count == 5, "\(report.checks.flatMap(\.findings))")
    }
    // Who opens more counts fewer that could not be read.
    let unreadable = try [nil, ledger.secretary, ledger.director].map {
      try ledger.verify(options($0))[.vault].unreadable
    }
    #expect(unreadable[0] > unreadable[1] && unreadable[1] > unreadable[2])
  }

  @Test func `the signed bytes name no registered key, and the date is the day of recording`() throws {
    let event = try ledger.close(key, [("x", [ledger.director])])
    #expect(
      event.signed.key == Thumbprint(key.signing.verifyingKey) && event.effective == ImpreciseDate(event.recordedOn))
    let leaf = String(decoding: event.signed.leaf, as: UTF8.self)
    for member in [ledger.director, ledger.secretary] { #expect(!leaf.contains("\(member.id)")) }
  }

  // MARK: Marks

  /// Marks that are none, each by what is wrong with it.
  enum Mark: String, CaseIterable, Sendable {
    case ofAnotherOrganisation, ofAnotherStream, ofAnotherKey, ofAnotherLedger
  }

  private func bad(_ mark: Mark) throws -> ClosedKey {
    let other = try SigningKey.generate(ledger.random)
    let stream = try ledger.read { $0.newStream("Dossier") }
    let (signed, made, origin) = (key.signing.verifyingKey, key.stream, VerificationLedger.origin)
    let organisation = ledger.organisation
    let found =
      switch mark {
      case .ofAnotherOrganisation: try StreamMark(signed, of: made, in: origin, by: .generate(ledger.random))
      case .ofAnotherStream: try StreamMark(signed, of: stream, in: origin, by: organisation)
      case .ofAnotherKey: try StreamMark(other.verifyingKey, of: made, in: origin, by: organisation)
      case .ofAnotherLedger: try StreamMark(signed, of: made, in: "elders.example", by: organisation)
      }
    return ClosedKey(stream: key.stream, signing: key.signing, mark: found)
  }

  @Test(arguments: Mark.allCases) func `a key with a mark is refused at append`(_ mark: Mark) throws {
    let failure = #expect(throws: Failure.self) { try ledger.close(try bad(mark), [("x", [ledger.director])]) }
    #expect(failure?.kind == .notPermitted && failure?.message == SigningProblem.unmarked.text)
    #expect(try ledger.read { try $0.read { $0.size } } == 300)
  }

  @Test(arguments: Mark.allCases) func `and is a finding when it is in the log all the same`(_ mark: Mark) throws {
    try ledger.force([try forged(try bad(mark), at: ledger.time)])
    let found = try ledger.findings()
    #expect(found == ["events:key-unmarked@300", "vault:missing@300"])
    #expect(throws: BadEvent.self) { try ledger.read { try $0.read { _ in } } }
  }

  @Test func `without a mark it is refused, and a finding`() throws {
    let failure = #expect(throws: Failure.self) {
      try ledger.write { book, _ in
        var draft = try book.closedDraft(DossierBijgewerkt.type, with: key, [])
        draft[ClosedStream.waarmerk] = nil
        try ledger.append([draft], book, by: UnlockedKey(signing: key.signing, box: ledger.secretary.box))
      }
    }
    #expect(failure?.kind == .badInput)
    try ledger.force([try forged(key, at: ledger.time, marked: false)])
    let found = try ledger.findings()
    #expect(found == ["events:event-content@300", "events:key-unknown@300"])
  }

  @Test func `signed by another key than the one it names, even a registered one, it is refused`() throws {
    let failure = #expect(throws: Failure.self) {
      try ledger.close(key, [("x", [ledger.director])], signedBy: ledger.secretary.signing)
    }
    #expect(failure?.kind == .notPermitted && failure?.message == SigningProblem.unknownKey.text)
  }

  @Test func `who was revoked opens no stream with the organisation's earlier key, and earlier streams go on`() throws {
    try ledger.close(key, [("voor", [ledger.director])])
    let organisation = try BoxSecretKey.generate(ledger.random)
    try ledger.write { book, _ in
      var draft = EventDraft(
        SleutelEruit.self, stream: book.newStream("Sleutel"), effective: ImpreciseDate(book.today))
      draft[SleutelEruit.kid] = ledger.director.id
      draft[SleutelEruit.organisatiesleutel] = organisation.publicKey
      let wrapped = try WrappedKey.sealed(
        organisation.seed, id: organisation.publicKey.name, for: ledger.secretary.box.publicKey, random: ledger.random)
      try ledger.append([draft], book, keys: [wrapped], dismissed: [ledger.director.box.publicKey])
    }
    let stream = try ledger.read { $0.newStream("Dossier") }
    let old = ClosedKey(
      stream: stream, signing: key.signing,
      mark: try StreamMark(
        key.signing.verifyingKey, of: stream, in: VerificationLedger.origin, by: ledger.organisation))
    let failure = #expect(throws: Failure.self) { try ledger.close(old, [("x", [ledger.director])]) }
    #expect(failure?.message == SigningProblem.unmarked.text)
    try ledger.close(key, [("na", [ledger.secretary])])
    #expect(try ledger.verify().ok)
    try ledger.force([try forged(old, at: ledger.time)])
    let found = try ledger.findings()
    #expect(found == ["events:key-unmarked@303", "vault:missing@303"])
  }

  /// The signed event of a closed stream as someone makes it who heeds no rule; it seals nothing.
  private func forged(_ key: ClosedKey, at time: Int64, marked: Bool = true) throws -> SignedEvent {
    var facts = [JSON.Member("sleutel", key.signing.verifyingKey.json)]
    if marked { facts.append(JSON.Member("waarmerk", key.mark.json)) }
    let envelope = Envelope(
      origin: VerificationLedger.origin, id: UUIDv7(milliseconds: time * 1000, random: ledger.random),
      signedAt: time, stream: key.stream, seq: 1, type: "DossierBijgewerkt", version: 1,
      effective: "\(try Instant(secondsSince1970: time).date)", checkpoint: try ledger.newest(),
      facts: facts, sealedDigests: [])
    return try SignedEvent(envelope, signedBy: key.signing)
  }
}

/// What someone with the disk does to a closed event in the vault.
@Suite struct ClosedVaultTests {
  let ledger: VerificationLedger
  let first: RecordedEvent
  let second: RecordedEvent

  init() throws {
    ledger = try VerificationLedger()
    let key = try ledger.closedKey(by: ledger.director)
    first = try ledger.close(key, [("een", [ledger.director]), ("twee", [ledger.director])])
    second = try ledger.close(key, [("drie", [ledger.director])])
  }

  private func record(_ event: RecordedEvent, _ field: String) throws -> SealedRecord {
    try ledger.directory.read { stores in
      try #require(try stores.vault.sealedFields(of: event.id).first { $0.field == field })
    }
  }

  /// Puts a row back with something else in it, its checksum as it should be.
  private func put(
    _ event: RecordedEvent, _ field: String, digest: String? = nil, sealing: Sealing? = nil, body: [UInt8]? = nil
  ) throws {
    let old = try record(event, field)
    try ledger.write { _, stores in
      try stores.vault.write { vault in
        try vault.put(
          SealedRecord(
            event: event.id.description, field: field, digest: digest ?? old.digest, sealing: sealing ?? old.sealing,
            body: body ?? old.body))
      }
    }
  }

  private func member() throws -> [String] { try ledger.findings(VerificationOptions(ring: ledger.director.ring)) }

  @Test func `is clean as it was appended`() throws { #expect(try ledger.findings() == [] && member() == []) }

  @Test func `a ciphertext moved to another field`() throws {
    try put(first, "vak1", body: try record(first, "vak2").body)
    #expect(try member() == ["vault:row-altered@300", "vault:altered@300"])
  }

  @Test func `a ciphertext moved to another event, its key with it`() throws {
    let other = try record(second, "vak1")
    try put(first, "vak1", sealing: other.sealing, body: other.body)
    #expect(try member() == ["vault:row-altered@300", "vault:altered@300"])
  }

  @Test func `a whole row moved to another event`() throws {
    let other = try record(second, "vak1")
    try put(first, "vak1", digest: other.digest, sealing: other.sealing, body: other.body)
    #expect(try ledger.findings() == ["vault:row-altered@300", "vault:digest-unknown@300", "vault:missing@300"])
  }

  @Test func `a row removed`() throws {
    try ledger.tamper("vault.sqlite", "DELETE FROM sealed WHERE event = '\(first.id)' AND field = 'vak3'")
    #expect(try ledger.findings() == ["vault:missing@300"])
  }

  @Test func `a wrapped key removed, or one of the boxes, or one too many`() throws {
    let key = try #require(try record(first, "vak1").sealing.key)
    let kek = try #require(try ledger.directory.read { try $0.vault.wrappedKeys(key).first?.recipient })
    let box = try #require(try ledger.directory.read { try $0.vault.wrappedKeys(kek).first })
    try ledger.tamper(
      "vault.sqlite", "DELETE FROM wrappedKey WHERE key = ? AND recipient = ?", [kek, box.recipient])
    #expect(try ledger.findings() == ["vault:closed-boxes@300", "vault:wrapped-key-missing@300"])
    try ledger.write { _, stores in
      try stores.vault.write { vault in
        for name in [box.recipient, "nog een"] {
          try vault.put(
            StoredKey(event: first.id.description, key: WrappedKey(key: kek, recipient: name, body: box.body)))
        }
      }
    }
    #expect(try ledger.findings() == ["vault:closed-boxes@300", "vault:row-unknown@300"])
    try ledger.tamper("vault.sqlite", "DELETE FROM wrappedKey WHERE key = ?", [key])
    #expect(
      try ledger.findings() == ["vault:closed-boxes@300", "vault:wrapped-key-missing@300", "vault:row-unknown@300"])
  }

  @Test func `a body of a length that would tell something`() throws {
    try put(first, "vak3", body: Array(try record(first, "vak3").body.dropLast(300)))
    #expect(try ledger.findings() == ["vault:row-altered@300", "vault:closed-length@300"])
  }

  @Test func `a box exchanged for another is read by nobody, and opens nothing else`() throws {
    let keys = try [first, second].map { event in
      let key = try #require(try record(event, "vak1").sealing.key)
      return try #require(try ledger.directory.read { try $0.vault.wrappedKeys(key).first }).recipient
    }
    let boxes = try ledger.directory.read { stores in try keys.map { try stores.vault.wrappedKeys($0) } }
    try ledger.write { _, stores in
      try stores.vault.write { vault in
        for (old, new) in zip(boxes[0], boxes[1]) {
          try vault.put(
            StoredKey(
              event: first.id.description, key: WrappedKey(key: old.key, recipient: old.recipient, body: new.body)))
        }
      }
    }
    #expect(try ledger.compartments(first, as: ledger.director) == [nil, "twee", nil])
    #expect(try ledger.compartments(second, as: ledger.director) == ["drie", nil, nil])
    #expect(try member() == ["vault:row-altered@300"])
  }
}
