import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Console
@testable import Governance
@testable import Organisatie

/// Signing apart, below the command line: whatever is altered on the way, or changed at the ledger meanwhile, is refused, and
/// nothing is written.
struct ConceptTests {
  static let day: Int64 = 86_400
  let world: OrganisatieWorld
  let griffier: UnlockedKey
  let functie: StreamID
  let persoon: StreamID

  init() throws {
    world = try OrganisatieWorld()
    griffier = try world.member(.griffier)
    functie = try world.append(world.function()).map(\.stream)[0]
    persoon = world.stream("Persoon")
  }

  /// That someone holds a function: with a name, which is sealed.
  private func concept() throws -> Concept { try concept(world.takesUp(persoon, functie), for: griffier) }

  private func concept(_ draft: EventDraft, for key: UnlockedKey) throws -> Concept {
    try world.directory.write { stores in
      let book = world.book(stores)
      let registered = try #require(try book.read { $0.registry.keys[key.id] })
      return try book.concept(
        [draft], for: registered, reader: world.secretariaat.ring, about: nil, warnings: [], AppendOptions()
      ).concept
    }
  }

  /// What the signer's machine makes of a concept, which it reads from the file that was sent.
  private func answer(_ concept: Concept, by key: UnlockedKey? = nil) throws -> Antwoord {
    let key = key ?? griffier
    let file = try SealedFile(
      .concept, origin: concept.origin, concept.json, for: key.box.publicKey, random: world.random)
    let sent = try SealedFile(file.bytes, expecting: .concept)
    let read = try Concept(json: try sent.content { try key.ring.open(box: $0) })
    #expect(read.digest == concept.digest)
    _ = try ConceptCheck(world.boek.catalog).check(read)
    let moment = world.clock.now.secondsSince1970
    let events = try read.events.map { event in
      Antwoord.Event(
        signed: try SignedEvent(event.claims.signed(at: moment), by: EventSigner(key.signing)), brought: event.brought)
    }
    return Antwoord(origin: read.origin, concept: read.digest, checkpoint: read.checkpoint, events: events)
  }

  @discardableResult
  private func takeUp(_ answer: Antwoord) throws -> Grootboek.TakenUp {
    try world.directory.write { stores in
      let book = world.book(stores)
      let held = try book.known(answer)
      do {
        let taken = try book.takeUp(
          try Antwoord(json: answer.json), by: world.secretariaat, log: world.logKey, try book.read { $0.registry })
        _ = try book.receipt(for: answer, since: held, at: taken.positions)
        return taken
      } catch let failure as Failure { throw failure } catch { throw Failure(error) }
    }
  }

  @Test func `what was signed elsewhere is recorded when it is taken up, and what it seals reads as any other`() throws
  {
    let answer = try answer(try concept())
    world.clock.move(by: 3 * Self.day)
    let taken = try takeUp(answer)
    let position = try #require(taken.positions.first)
    try world.read(as: world.secretariaat) { reading in
      let event = try #require(try reading.filter.event(at: position))
      let signedAt = try world.moment(-3 * Self.day)
      #expect(event.recordedAt == world.clock.now && event.signedAt == signedAt)
      #expect(try reading.filter.reveal(event.reference(FunctieBekleed.naam)) == .value("F. Fictief"))
    }
    #expect(try world.findings() == [])
    #expect(try world.files(holding: "F. Fictief") == [])
  }

  /// What happens at the ledger between the draft and the answer, and what is said of it.
  enum Meanwhile: CaseIterable {
    case keyRevoked, organisationKeyRenewed, streamMoved, functionAbolished, late, streamTaken

    var refusal: (kind: Failure.Kind, rule: String?, words: String) {
      switch self {
      case .keyRevoked: (.notPermitted, nil, "deze sleutel is ingetrokken")
      case .organisationKeyRenewed: (.refused, nil, "de sleutel van de organisatie is vernieuwd")
      case .streamMoved: (.refused, nil, "sinds dit concept")
      case .functionAbolished: (.refused, nil, "sinds dit concept")
      case .late: (.refused, "ORG-INZENDTERMIJN", "31 dagen")
      case .streamTaken: (.refused, nil, "sinds dit concept")
      }
    }
  }

  @Test(arguments: Meanwhile.allCases)
  func `what changed meanwhile is said, and nothing is written`(meanwhile: Meanwhile) throws {
    let other = try world.member(.college)
    let draft = meanwhile == .streamTaken ? try world.body() : try world.takesUp(persoon, functie)
    let answer = try answer(try concept(draft, for: griffier))
    switch meanwhile {
    case .keyRevoked: try world.revoke(griffier)
    case .organisationKeyRenewed: try world.revoke(other)
    case .streamMoved: try world.append(world.takesUp(world.stream("Persoon"), functie))
    case .functionAbolished: try world.append(world.abolishes(functie))
    case .late: world.clock.move(by: 31 * Self.day)
    case .streamTaken: try world.append(draft)
    }
    let (kind, rule, words) = meanwhile.refusal
    let failure = try world.expectRefusal(kind, rule: rule) { _ = try takeUp(answer) }
    #expect(failure?.message.nl.contains(words) == true, "\(failure?.message.nl ?? "-")")
    #expect(try world.findings() == [])
  }

  @Test func `a mandate that is gone meanwhile is no ground any more`() throws {
    let mandate = try world.mandate(to: .griffier)
    let college = try world.member(.college)
    try world.append([mandate], as: college)
    let answer = try answer(try concept(world.decision(), for: griffier))
    try world.append([try world.withdrawal(of: mandate.stream)], as: college)
    try world.expectRefusal(.notPermitted) { _ = try takeUp(answer) }
  }

  /// What somebody alters on the way back, having the file and no key.
  enum Altered: CaseIterable {
    case value, ciphertext, extraKey, noRows, signature, otherRecipient, droppedValue

    func apply(_ answer: Antwoord, _ world: OrganisatieWorld) throws -> Antwoord {
      let event = answer.events[0]
      var (disclosures, rows, signed) = (event.brought.disclosures, event.brought.rows, event.signed)
      switch self {
      case .value:
        disclosures = disclosures.map { Disclosure(name: $0.name, value: "G. Vals", random: world.random) }
      case .ciphertext:
        rows.records = rows.records.map { record in
          var body = record.body
          body[body.count - 1] ^= 1
          return SealedRecord(
            event: record.event, field: record.field, digest: record.digest, sealing: record.sealing, body: body)
        }
      case .extraKey: rows.keys.append(WrappedKey(key: "x", recipient: "y", body: [1]))
      case .noRows: rows = VaultRows(event: signed.envelope.id)
      case .signature:
        var leaf = signed.leaf
        let place = leaf.count - 10
        leaf[place] = leaf[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        signed = try SignedEvent(leaf: leaf)
      case .otherRecipient:
        rows.keys = rows.keys.map { key in
          BoxPublicKey(name: key.recipient) == nil
            ? key : WrappedKey(key: key.key, recipient: world.secretariaat.box.publicKey.name, body: key.body)
        }
      case .droppedValue: disclosures = []
      }
      return Antwoord(
        origin: answer.origin, concept: answer.concept, checkpoint: answer.checkpoint,
        events: [
          .init(signed: signed, brought: Brought(disclosures: disclosures, rows: rows, files: event.brought.files))
        ])
    }
  }

  @Test(arguments: Altered.allCases)
  func `an answer that was altered on the way is refused, and nothing is written`(altered: Altered) throws {
    let answer = try altered.apply(try answer(try concept()), world)
    try world.expectRefusal(.foundWanting) { _ = try takeUp(answer) }
  }

  /// Who signs can sign over anything, and so can recompute every digest: what is sealed otherwise than for the organisation is
  /// refused all the same.
  @Test(arguments: [
    (Altered.ciphertext, Failure.Kind.foundWanting), (.extraKey, .refused), (.otherRecipient, .refused),
  ])
  func `a signer who seals something else than what is signed is refused`(altered: Altered, kind: Failure.Kind) throws {
    let answer = try altered.apply(try answer(try concept()), world)
    let (event, claims) = (answer.events[0], answer.events[0].signed.envelope)
    let signed = try SignedEvent(
      Envelope(
        origin: claims.origin, id: claims.id, signedAt: claims.signedAt, stream: claims.stream, seq: claims.seq,
        type: claims.type, version: claims.version, effective: claims.effective,
        vaultRoot: event.brought.rows.commitment?.root, facts: claims.facts,
        sealedDigests: event.brought.disclosures.map(\.digest)),
      by: EventSigner(griffier.signing))
    let forged = Antwoord(
      origin: answer.origin, concept: answer.concept, checkpoint: answer.checkpoint,
      events: [.init(signed: signed, brought: event.brought)])
    try world.expectRefusal(kind) { _ = try takeUp(forged) }
  }

  /// The signer of a concept that is not as it should be finds out before anything is signed.
  @Test func `a document or value that was exchanged in a concept is found by who signs`() throws {
    let good = try concept()
    let event = good.events[0]
    let value = event.brought.disclosures.map { Disclosure(name: $0.name, value: "G. Vals", random: world.random) }
    let changed = [
      Concept.Event(
        claims: event.claims, brought: Brought(disclosures: value, rows: event.brought.rows, files: [:]), documents: [:]
      )
    ]
    let earlier = good.earlier.map { shown in
      Concept.Earlier(
        leaf: shown.leaf, position: shown.position + 1, hashes: shown.hashes, disclosures: shown.disclosures,
        documents: shown.documents)
    }
    for (events, shown) in [(changed, good.earlier), (good.events, earlier)] {
      let forged = Concept(
        origin: good.origin, logKey: good.logKey, checkpoint: good.checkpoint, signer: good.signer,
        answerTo: good.answerTo, made: good.made, about: nil, warnings: [], events: events, earlier: shown)
      let failure = #expect(throws: Failure.self) { _ = try ConceptCheck(world.boek.catalog).check(forged) }
      #expect(failure?.kind == .foundWanting)
    }
  }

  @Test func `an answer that comes again after its name was erased brings nothing back`() throws {
    let answer = try answer(try concept())
    let position = try #require(try takeUp(answer).positions.first)
    var erasure = EventDraft(
      StukkenVernietigd.self, stream: world.stream(StukkenVernietigd.type.streamKind),
      effective: ImpreciseDate(world.today))
    let event = try world.read { try #require(try $0.filter.event(at: position)) }
    erasure[StukkenVernietigd.stukken] = [ErasedFields(event: event.id, fields: [FunctieBekleed.naam.name])]
    erasure[StukkenVernietigd.grond] = "uit dienst"
    erasure[StukkenVernietigd.bewaarregel] = "17.5"
    try world.append(erasure)
    #expect(try takeUp(answer).positions == [position])
    let name = try world.read(as: world.secretariaat) { try $0.filter.reveal(event.reference(FunctieBekleed.naam)) }
    #expect(name == .erased)
    #expect(try world.findings() == [])
  }

  @Test func `a receipt of another history, or of other events, is not believed`() throws {
    let concept = try concept()
    let answer = try answer(concept)
    let taken = try takeUp(answer)
    let receipt = try world.directory.read { stores in
      let book = world.book(stores)
      return try book.receipt(for: answer, since: try book.known(answer), at: taken.positions)
    }
    let held = try Checkpoint(text: SignedNote(Array(concept.checkpoint.utf8)).text)
    let signed = [answer.events[0].signed.envelope.id: MerkleTree.leafHash(of: answer.events[0].signed.leaf)]
    let key = try NoteVerifier(vkey: concept.logKey)
    let sent = try Ontvangst(receipt.bytes)
    let checked = try sent.check(logKey: key, held: held, signed: signed)
    #expect(try world.size == checked.size)
    let rewritten = try Checkpoint(origin: held.origin, size: held.size, root: SHA256.hash("x"))
    let other = try NoteSigner(name: OrganisatieWorld.origin, key: .generate(world.random)).verifier
    for (key, held, signed) in [
      (key, rewritten, signed), (other, held, signed), (key, held, signed.mapValues { _ in SHA256.hash("y") }),
      (key, held, [:]),
    ] {
      #expect(throws: Failure.self) { _ = try sent.check(logKey: key, held: held, signed: signed) }
    }
  }
}
