import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Console
@testable import Organisatie

struct MandateTests {
  let world: OrganisatieWorld
  let college: UnlockedKey

  init() throws {
    world = try OrganisatieWorld()
    college = try world.member(.college)
  }

  func decide(as key: UnlockedKey? = nil) throws -> SigningCapacity {
    try world.propose(as: key) { _ in Proposal(world.decision()) }.capacities[0]
  }

  func expectNoMandate(as key: UnlockedKey? = nil, location: SourceLocation = #_sourceLocation) throws {
    let failure = try world.expectRefusal(.notPermitted, location: location) { _ = try decide(as: key) }
    #expect(failure?.remedy != nil, sourceLocation: location)
  }

  @Test(arguments: [(0, false), (1, true), (2, true), (3, true), (4, false)])
  func `a mandate holds from its first day up to and including its last`(days: Int64, holds: Bool) throws {
    try world.append(try world.mandate(from: 1, until: 3), as: college)
    world.clock.move(days: days)
    if holds {
      let capacity = try decide()
      #expect(capacity.rol == .secretariaat && capacity.decider == .college && capacity.mandaat != nil)
    } else {
      try expectNoMandate()
    }
    #expect(try world.findings() == [])
  }

  @Test func `a day begins and ends at midnight in the Netherlands`() throws {
    try world.append(try world.mandate(from: 1, until: 1), as: college)
    // The ledger was founded at ten in the morning.
    world.clock.move(by: 14 * 3600 - 1)
    try expectNoMandate()
    world.clock.move(by: 1)
    #expect(throws: Never.self) { try decide() }
    world.clock.move(by: 86_399)
    #expect(throws: Never.self) { try decide() }
    world.clock.move(by: 1)
    try expectNoMandate()
  }

  @Test(arguments: [(-2, 0, false), (0, 0, false), (2, 0, true), (2, 1, true), (2, 2, false), (2, 3, false)])
  func `a mandate that was withdrawn no longer holds from that day on`(from: Int, days: Int64, holds: Bool) throws {
    let given = try world.append(try world.mandate(until: 10), as: college)[0]
    try world.append(try world.withdrawal(of: given.stream, from: from), as: college)
    world.clock.move(days: days)
    if holds { #expect(try decide().decider == .college) } else { try expectNoMandate() }
  }

  @Test func `what was signed under a mandate stays signed when it is withdrawn from an earlier day`() throws {
    let given = try world.append(try world.mandate(from: -10), as: college)[0]
    _ = try decide()
    try world.append(try world.withdrawal(of: given.stream, from: -5), as: college)
    try expectNoMandate()
    #expect(try world.findings() == [])
  }

  @Test func `a mandate is withdrawn once, and only one that was given`() throws {
    let given = try world.append(try world.mandate(), as: college)[0]
    try world.append(try world.withdrawal(of: given.stream), as: college)
    let failure = try world.expectRefusal(.badInput) {
      try world.append(try world.withdrawal(of: given.stream, from: 1), as: college)
    }
    #expect(failure?.message == AuthorityProblem.mandateWithdrawn(given.stream).text)
    try world.expectRefusal(.notFound) {
      try world.append(try world.withdrawal(of: world.stream("Mandaat")), as: college)
    }
  }

  @Test func `a mandate covers only the events it names`() throws {
    try world.append(try world.mandate(to: .teamleiderPO, for: ["FunctieVastgelegd"]), as: college)
    let teamleider = try world.member(.teamleiderPO)
    #expect(throws: Never.self) { try world.append(try world.function(), as: teamleider) }
    try world.expectRefusal(.notPermitted) { try world.append(try world.body(), as: teamleider) }
    try expectNoMandate(as: teamleider)
  }

  @Test func `a mandate is for the role it names and for no other`() throws {
    try world.append(try world.mandate(to: .teamleiderPO), as: college)
    try expectNoMandate()
    try expectNoMandate(as: try world.member(.irm))
    let teamleider = try world.member(.teamleiderPO)
    #expect(try decide(as: teamleider).mandaat?.gemandateerde == .teamleiderPO)
  }

  @Test func `who may sign does so in its own name, with or without a mandate`() throws {
    try world.append(try world.mandate(to: .griffier, for: ["OrgaanVastgelegd"]), as: college)
    let griffier = try world.member(.griffier)
    let capacity = try world.propose(as: griffier) { _ in Proposal(try world.body()) }.capacities[0]
    #expect(capacity.rol == .griffier && capacity.mandaat == nil && capacity.decider == .griffier)
  }

  @Test func `a mandate goes no further: who has one gives none`() throws {
    try world.append(try world.mandate(), as: college)
    try world.expectRefusal(.notPermitted) { try world.append(try world.mandate(to: .irm)) }
    try world.expectRefusal(.notPermitted) {
      try world.append(try world.mandate(.secretariaat, to: .irm, for: ["OrgaanVastgelegd"]))
    }
  }

  @Test func `a mandate for nothing is none`() throws {
    try world.expectRefusal(.badInput) { try world.append(try world.mandate(for: []), as: college) }
  }

  @Test func `a mandate is of the role, and outlives the key that signed it`() throws {
    try world.append(try world.mandate(), as: college)
    try world.revoke(college)
    #expect(try decide().decider == .college)
    #expect(try world.findings() == [])
  }

  @Test func `of two mandates one is enough`() throws {
    let first = try world.append(try world.mandate(), as: college)[0]
    let second = try world.append(try world.mandate(until: 5), as: college)[0]
    try world.append(try world.withdrawal(of: first.stream), as: college)
    #expect(try decide().mandaat?.stream == second.stream)
    #expect(try world.registry.mandates.map(\.stream) == [first.stream, second.stream])
  }
}
