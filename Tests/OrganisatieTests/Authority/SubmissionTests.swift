import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Console
@testable import Governance
@testable import Organisatie

/// What was signed elsewhere stands in an unbroken run behind the submission that names it (README, Time).
struct SubmissionTests {
  static let day: Int64 = 86_400
  let world: OrganisatieWorld
  let griffier: UnlockedKey
  /// Where the submission stands.
  static let place: UInt64 = 2

  init() throws {
    world = try OrganisatieWorld()
    griffier = try world.member(.griffier)
    world.clock.move(by: 40 * Self.day)
  }

  /// A body, signed by the clerk at another place.
  func elsewhere(_ naam: String, _ offset: Int64 = -Self.day, by key: UnlockedKey? = nil, checkpoint: Digest? = nil)
    throws -> SignedEvent
  {
    try event(
      world.stream("Orgaan"), OrgaanVastgelegd.type, offset, [JSON.Member("naam", naam.json)], by: key ?? griffier,
      checkpoint)
  }

  /// The submission that names these.
  func submission(_ events: [SignedEvent]) throws -> SignedEvent {
    let hashes = events.map { MerkleTree.leafHash(of: $0.leaf) }
    return try event(
      world.stream("Inzending"), InzendingOntvangen.type, 0, [JSON.Member("gebeurtenissen", hashes.json)],
      by: world.secretariaat, newest())
  }

  private func newest() throws -> Digest? {
    try world.directory.read { try $0.log.latestCheckpoint().map { SHA256.hash(Array($0.note.utf8)) } }
  }

  private func event(
    _ stream: StreamID, _ type: EventType, _ offset: Int64, _ facts: [JSON.Member], by key: UnlockedKey,
    _ checkpoint: Digest?
  ) throws -> SignedEvent {
    let time = try world.moment(offset)
    return try SignedEvent(
      Envelope(
        origin: OrganisatieWorld.origin, id: UUIDv7(milliseconds: time.secondsSince1970 * 1000, random: world.random),
        signedAt: time.secondsSince1970, stream: stream, seq: 1, type: type.name, version: type.version,
        effective: time.date.description, checkpoint: checkpoint, facts: facts, sealedDigests: []),
      signedBy: key.signing)
  }

  /// Puts events in the log, whatever may be wrong with them, as one append.
  func force(_ events: [SignedEvent]) throws {
    try world.directory.write { stores in
      let appender = LogAppender(store: stores.log, origin: OrganisatieWorld.origin, signer: world.logKey)
      _ = try appender.append(events, expecting: stores.log.size())
    }
  }

  @Test func `what was signed elsewhere is recorded when it is submitted, and its own time stays`() throws {
    let bodies = [try elsewhere("Raad"), try elsewhere("College", -20 * Self.day)]
    try force([try submission(bodies)] + bodies)
    let submitted = world.clock.now
    #expect(try world.findings() == [])
    try world.read { reading in
      let facts = try reading.views.facts(of: OrgaanVastgelegd.self)
      #expect(facts.allSatisfy { $0.recordedAt == submitted })
      let signed = [try world.moment(-Self.day), try world.moment(-20 * Self.day)]
      #expect(Set(facts.map(\.signedAt)) == Set(signed))
      #expect(try reading.filter.event(at: Self.place + 2)?.recordedAt == submitted)
    }
    // The ledger's time is that of the submission.
    world.clock.move(by: 60)
    #expect(try world.append(world.body()).map(\.recordedAt) == [world.clock.now])
    #expect(try world.read(known: .moment(world.moment(-61))) { $0.size } == Self.place)
    #expect(try world.read(known: .moment(world.moment(-60))) { $0.size } == Self.place + 3)
    #expect(try world.findings() == [])
  }

  @Test func `what has no exact date had happened when it was signed, not when it was submitted`() throws {
    let body = try event(
      world.stream("Orgaan"), OrgaanVastgelegd.type, -Self.day, [JSON.Member("naam", "Raad".json)], by: griffier, nil)
    try force([try submission([body]), body])
    try world.read { reading in
      let fact = try #require(try reading.views.facts(of: OrgaanVastgelegd.self).first)
      let yesterday = try world.day(-1)
      #expect(fact.signedOn == yesterday && fact.recordedOn == world.today)
    }
  }

  /// What is done to a submission of two, and what is found; positions count from the submission.
  enum Attack: CaseIterable {
    case exchanged, oneMissing, between, signedAfter, namesCheckpoint, submissionInside, revokedMeanwhile

    var found: [String] {
      switch self {
      case .exchanged: ["events:submission@3"]
      case .oneMissing: ["events:submission@2"]
      case .between: ["events:submission@3", "log:checkpoint-missing@4"]
      case .signedAfter: ["events:time-order@3"]
      case .namesCheckpoint: ["events:submission@3"]
      // It names a checkpoint as well.
      case .submissionInside: ["events:submission@3", "events:submission@3"]
      case .revokedMeanwhile: ["events:key-revoked@4", "events:key-revoked@5"]
      }
    }
  }

  func run(_ attack: Attack) throws -> [SignedEvent] {
    let (one, two) = (try elsewhere("Raad"), try elsewhere("College"))
    switch attack {
    case .exchanged: return [try submission([two, one]), one, two]
    case .oneMissing: return [try submission([one, two]), one]
    case .between: return [try submission([one, two]), try elsewhere("Ertussen", 0, checkpoint: newest()), one, two]
    case .signedAfter:
      let late = try elsewhere("Laat", 121)
      return [try submission([late]), late]
    case .namesCheckpoint:
      let named = try elsewhere("Noemt", checkpoint: newest())
      return [try submission([named]), named]
    case .submissionInside:
      let inner = try submission([one])
      return [try submission([inner]), inner]
    case .revokedMeanwhile:
      try world.revoke(griffier)
      return [try submission([one, two]), one, two]
    }
  }

  @Test(arguments: Attack.allCases)
  func `a submission that is not what it says is found, and stops who would act on it`(attack: Attack) throws {
    try force(try run(attack))
    let found = try world.findings()
    #expect(found.contains(attack.found[0]), "\(found)")
    #expect(attack == .between || attack == .exchanged || found == attack.found, "\(found)")
    #expect(throws: BadEvent.self) { try world.read { _ in } }
    #expect(throws: BadEvent.self) { try world.append(world.body()) }
    try world.directory.read { stores in
      let (examined, size) = (try world.book(stores).examine { $0.size }, try stores.log.size())
      #expect(examined == size)
    }
  }

  @Test func `a submission is not recorded without what it names`() throws {
    var draft = EventDraft(InzendingOntvangen.self, stream: world.stream("Inzending"), effective: try world.on(nil))
    draft[InzendingOntvangen.gebeurtenissen] = [SHA256.hash("elders")]
    let failure = try world.expectRefusal(.refused, rule: "TIJD") { try world.append(draft) }
    #expect(failure?.message == TimeProblem.unfinished(missing: 1).text)
  }

  @Test(arguments: [(0, 30), (0, 31), (14, 14), (14, 15), (60, 40)])
  func `what was signed too long ago is taken up no more`(laidDown: Int64, late: Int64) throws {
    if laidDown > 0 {
      var draft = EventDraft(
        InzendtermijnVastgesteld.self, stream: world.stream("Inzendtermijn"), effective: try world.on(nil))
      draft[InzendtermijnVastgesteld.dagen] = laidDown
      draft[InzendtermijnVastgesteld.regeling] = "Besluit informatiebeheer"
      try world.append(draft, as: griffier)
    }
    let body = try elsewhere("Raad", -late * Self.day)
    try force([try submission([body]), body])
    let most = laidDown == 0 ? 30 : laidDown
    #expect(
      try world.findings() == (late > most ? ["rules:ORG-INZENDTERMIJN@\(laidDown > 0 ? 4 : 3)"] : []))
  }

  /// Submissions and ordinary events in any order: folding step by step gives what verification replays from nothing, and the
  /// ledger's time never runs back.
  @Test(arguments: 0..<6)
  func `recorded time is the same folded in steps and from nothing`(seed: UInt64) throws {
    var generator = Toeval(seed)
    for _ in 0..<12 {
      world.clock.move(by: .random(in: 0...90_000, using: &generator))
      if Bool.random(using: &generator) {
        let events = try (0..<Int.random(in: 1...4, using: &generator)).map {
          try elsewhere("Orgaan \($0)", -.random(in: 0...(20 * Self.day), using: &generator))
        }
        try force([try submission(events)] + events)
      } else {
        try world.append(world.body())
      }
      if Bool.random(using: &generator) { try world.read { _ in } }
    }
    #expect(try world.findings() == [], "seed \(seed)")
    let times = try world.read { reading in
      try (0..<reading.size).map { try #require(try reading.recordedAt($0)) }
    }
    #expect(times == times.sorted(), "seed \(seed)")
  }
}
