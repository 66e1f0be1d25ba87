import Governance
import Ledger
import LedgerCrypto
import Testing

@testable import Console
@testable import Organisatie

/// The second signature under a registration in a role that had a holder.
struct ConfirmationTests {
  let world: OrganisatieWorld

  init() throws { world = try OrganisatieWorld() }

  private func isUnconfirmed(_ key: UnlockedKey) throws -> Bool {
    try #require(try world.registry.keys[key.id]).isUnconfirmed
  }

  @Test func `M23: the first holder of each role needs no second signature, and the log says who registered whom`()
    throws
  {
    for role in [Rol.college, .ondernemingsraad, .griffier] {
      let key = try world.member(role)
      #expect(try !isUnconfirmed(key))
      #expect(try world.registry.keys[key.id]?.registeredBy == world.secretariaat.id)
    }
    #expect(try !isUnconfirmed(world.secretariaat))
  }

  @Test
  func `M23: a second key in a role works, and is unconfirmed at each of its signatures until a second one signs`()
    throws
  {
    let first = try world.member(.college)
    let second = try world.member(.college)
    #expect(try isUnconfirmed(second) && !isUnconfirmed(first))
    let appended = try world.propose(as: second) { _ in Proposal(world.decision()) }
    #expect(appended.capacities.map(\.text.nl) == ["college van burgemeester en wethouders, onbevestigd"])
    try world.append(world.confirmation(of: second), as: first)
    #expect(try !isUnconfirmed(second))
    let after = try world.propose(as: second) { _ in Proposal(world.decision()) }
    #expect(after.capacities.map(\.text.nl) == ["college van burgemeester en wethouders"])
    #expect(try world.registry.keys[second.id]?.confirmedAt == 4)
    #expect(try world.findings() == [])
  }

  @Test func `M23: a second registrar confirms as well, and a role whose holder left has had one`() throws {
    let griffier = try world.member(.griffier)
    let college = try world.member(.college)
    try world.revoke(college)
    let next = try world.member(.college)
    #expect(try isUnconfirmed(next))
    try world.append(world.confirmation(of: next), as: griffier)
    #expect(try !isUnconfirmed(next))
    #expect(try world.findings() == [])
  }

  @Test func `M23: what is confirmed is kept as the events make it, at every size the log had`() throws {
    let first = try world.member(.college)
    let second = try world.member(.college)
    try world.append(world.confirmation(of: second), as: first)
    let states = try (1...world.size).map { size in
      try world.read(known: .size(size)) { $0.registry.keys[second.id]?.isUnconfirmed }
    }
    #expect(states == [nil, nil, true, false])
  }
}
