import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Console
@testable import Governance
@testable import Organisatie

/// M13 and B12: someone signs with a clock that is far ahead, and two registrars find the way back.
struct ClockTests {
  static let year: Int64 = 365 * 86_400
  let world: OrganisatieWorld
  let griffier: UnlockedKey
  let college: UnlockedKey

  init() throws {
    world = try OrganisatieWorld()
    griffier = try world.member(.griffier)
    college = try world.member(.college)
    world.clock.move(by: 3600)
    try world.append(world.body("Goed"))
  }

  /// Everything up to here was recorded with a right clock.
  static let right: UInt64 = 4

  /// Records with a clock that is ahead; afterwards the clock is right again.
  func recordAhead(by seconds: Int64 = year, _ body: () throws -> Void) throws {
    world.clock.move(by: seconds)
    try body()
    world.clock.move(by: -seconds)
  }

  func proposal(from position: UInt64 = right) throws -> EventDraft {
    var draft = EventDraft(KlokHersteld.self, stream: world.stream("Klok"), effective: try world.on(nil))
    draft[KlokHersteld.vanaf] = Int64(position)
    return draft
  }

  func confirmation(of proposal: EventDraft, from position: UInt64 = right) throws -> EventDraft {
    var draft = EventDraft(KlokherstelBevestigd.self, stream: proposal.stream, effective: try world.on(nil))
    draft[KlokherstelBevestigd.vanaf] = Int64(position)
    return draft
  }

  func restore() throws {
    let proposed = try proposal()
    try world.append(proposed)
    try world.append(confirmation(of: proposed), as: griffier)
  }

  @Test func `M13: time goes on from now once a second registrar confirms that a clock was wrong`() throws {
    try recordAhead { try world.append(world.body("Toekomst"), world.body("Later")) }
    let failure = try world.expectRefusal(.io) { try world.append(world.body("Nu")) }
    #expect(failure?.remedy?.nl.contains("waarborg klok toon") == true)
    let proposed = try proposal()
    try world.append(proposed)
    // Alone it has no effect, and the first is no second.
    try world.expectRefusal(.io) { try world.append(world.body("Nu")) }
    try world.expectRefusal(.refused, rule: "TIJD") { try world.append(confirmation(of: proposed)) }
    world.clock.move(by: 600)
    let restored = world.clock.now
    let confirmed = try world.append(confirmation(of: proposed), as: griffier)
    #expect(confirmed.map(\.recordedAt) == [restored])
    world.clock.move(by: 60)
    let next = try world.append(world.body("Nu"))
    #expect(next.map(\.recordedAt) == [world.clock.now])
    #expect(try world.findings() == [])
    #expect(try world.read { try $0.recordedAt() } == world.clock.now)
  }

  @Test func `what stood under the wrong clock counts as known from when that was restored`() throws {
    let before = world.clock.now
    try recordAhead { try world.append(world.body("Toekomst")) }
    world.clock.move(by: 600)
    try restore()
    let restored = world.clock.now
    world.clock.move(by: 60)
    try world.append(world.body("Nu"))
    let sizes: [(Instant, UInt64)] = [
      (before, Self.right), (try restored.adding(seconds: -1), Self.right), (restored, Self.right + 3),
      (try restored.adding(seconds: 59), Self.right + 3), (world.clock.now, Self.right + 4),
    ]
    for (moment, size) in sizes { #expect(try world.read(known: .moment(moment)) { $0.size } == size, "\(moment)") }
    #expect(try world.read { try $0.recorded(before: restored) } == Self.right)
  }

  @Test func `B12: the clock is told beside the ledger's time, and from which event on that is ahead`() throws {
    try recordAhead(by: 60) { try world.append(world.body("Een minuut")) }
    #expect(try world.read { try $0.time(beside: world.clock.now)?.ahead == nil })
    try recordAhead { try world.append(world.body("Toekomst"), world.body("Later")) }
    let ahead = try #require(try world.read { try $0.time(beside: world.clock.now)?.ahead })
    #expect(ahead.from == Self.right + 1 && ahead.count == 2)
    let (year, minute) = (try world.moment(Self.year), try world.moment(60))
    #expect(ahead.at == year && ahead.before == minute)
  }

  @Test func `a key that was revoked at once under the wrong clock signs nothing after it was restored`() throws {
    try recordAhead {
      try world.append(world.body("Toekomst"))
      try world.revoke(college)
    }
    try restore()
    world.clock.move(by: 60)
    try world.expectRefusal(.notPermitted) { try world.append(world.decision(), as: college) }
    let failure = try world.expectRefusal(.badInput) { try world.revoke(college) }
    #expect(failure != nil)
    #expect(try world.findings() == [])
  }

  @Test func `a key that is to be revoked later signs until then, although the wrong clock was beyond`() throws {
    try world.revoke(college, from: world.moment(86_400))
    try recordAhead { try world.append(world.body("Toekomst")) }
    let proposed = try proposal(from: Self.right + 1)
    try world.append(proposed)
    try world.append(confirmation(of: proposed, from: Self.right + 1), as: griffier)
    world.clock.move(by: 60)
    #expect(throws: Never.self) { try world.append(world.decision(), as: college) }
    world.clock.move(by: 86_400)
    try world.expectRefusal(.notPermitted) { try world.append(world.decision(), as: college) }
    #expect(try world.findings() == [])
  }

  @Test func `a mandate that was withdrawn at once under the wrong clock holds no more after it was restored`() throws {
    let mandate = try world.mandate()
    try world.append(mandate, as: college)
    world.clock.move(by: 60)
    #expect(throws: Never.self) { try world.append(world.decision()) }
    try recordAhead {
      try world.append(world.body("Toekomst"))
      try world.append(world.withdrawal(of: mandate.stream), as: college)
    }
    let proposed = try proposal(from: Self.right + 2)
    try world.append(proposed)
    try world.append(confirmation(of: proposed, from: Self.right + 2), as: griffier)
    world.clock.move(by: 60)
    try world.expectRefusal(.notPermitted) { try world.append(world.decision()) }
    #expect(try world.findings() == [])
  }

  /// What cannot be restored, and why.
  private static let wrong: [(ahead: Int64, from: Int64, TimeProblem)] = [
    (86_400, 0, .notAhead), (86_401, -1, .noSuchJump(3)), (86_401, 1, .noSuchJump(5)), (-1, 0, .notAhead),
  ]

  @Test(arguments: wrong)
  func `time is restored only where it jumped to what is yet to come, by more than a day`(
    ahead: Int64, offset: Int64, problem: TimeProblem
  ) throws {
    if ahead > 0 { try recordAhead(by: ahead) { try world.append(world.body("Toekomst"), world.body("Later")) } }
    let failure = try world.expectRefusal(.refused, rule: "TIJD") {
      try world.append(proposal(from: UInt64(Int64(Self.right) + offset)))
    }
    #expect(failure?.message == problem.text)
  }

  @Test func `a confirmation by who is not confirmed, or of what nobody proposed, is refused`() throws {
    let doubtful = try world.member(.griffier)
    try recordAhead { try world.append(world.body("Toekomst")) }
    let proposed = try proposal()
    let failure = try world.expectRefusal(.notFound) { try world.append(confirmation(of: proposed), as: griffier) }
    #expect(failure?.message.nl.contains("bestaat niet") == true)
    let later = try proposal(from: Self.right + 1)
    try world.append(later)
    let second = try world.expectRefusal(.refused, rule: "TIJD") {
      try world.append(confirmation(of: later, from: Self.right + 1), as: doubtful)
    }
    #expect(second?.message == TimeProblem.noSecond.text)
    let other = try world.expectRefusal(.refused, rule: "TIJD") {
      try world.append(confirmation(of: later), as: griffier)
    }
    #expect(other?.message == TimeProblem.notProposed.text)
  }

  @Test func `what was restored is not restored again from within, and a later wrong clock is`() throws {
    try recordAhead { try world.append(world.body("Toekomst")) }
    try restore()
    world.clock.move(by: 3700)
    try world.append(world.body("Nu"))
    let again = try world.size
    try recordAhead(by: 2 * Self.year) { try world.append(world.body("Weer")) }
    try world.expectRefusal(.refused, rule: "TIJD") { try world.append(proposal()) }
    let proposed = try proposal(from: again)
    try world.append(proposed)
    try world.append(confirmation(of: proposed, from: again), as: griffier)
    world.clock.move(by: 60)
    try world.append(world.body("Verder"))
    #expect(try world.findings() == [])
    #expect(try world.read { try $0.time(beside: world.clock.now)?.restored.count } == 2)
  }

  @Test(arguments: [(-120, true), (-121, false)])
  func `a clock may be two minutes behind the ledger, and recorded time stands still meanwhile`(
    offset: Int64, isAccepted: Bool
  ) throws {
    let last = world.clock.now
    world.clock.move(by: offset)
    guard isAccepted else {
      try world.expectRefusal(.io) { try world.append(world.body("Achter")) }
      return
    }
    let event = try #require(try world.append(world.body("Achter")).first)
    #expect(event.recordedAt == last && event.signedAt == world.clock.now)
    #expect(try world.findings() == [])
  }
}
