import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Console
@testable import Organisatie

struct KeyTests {
  private static let registrars: Set<Rol> = [.algemeenDirecteur, .griffier, .secretariaat, .beheerder]

  let world: OrganisatieWorld

  init() throws { world = try OrganisatieWorld() }

  @Test(arguments: Rol.allCases)
  func `a key is registered in one role and signs what that role may sign`(rol: Rol) throws {
    let key = try world.member(rol)
    let registered = try #require(try world.registry.keys[key.id])
    #expect(registered.rol == rol && registered.registeredAt == 1 && registered.revoked == nil)
    #expect(registered.box == key.box.publicKey && registered.signing == key.signing.verifyingKey)
    if rol == .college {
      #expect(throws: Never.self) { try world.append(world.decision(), as: key) }
    } else {
      try world.expectRefusal(.notPermitted) { try world.append(world.decision(), as: key) }
    }
    #expect(try world.findings() == [])
  }

  @Test(arguments: Rol.allCases)
  func `only the keepers of the register register a key, or revoke one`(rol: Rol) throws {
    let key = try world.member(rol)
    if Self.registrars.contains(rol) {
      let newcomer = try world.member(.irm, by: key)
      try world.revoke(newcomer, by: key)
      #expect(try world.registry.keys[newcomer.id]?.revoked != nil)
    } else {
      try world.expectRefusal(.notPermitted) { try world.member(.irm, by: key) }
      try world.expectRefusal(.notPermitted) { try world.revoke(world.secretariaat, by: key) }
    }
  }

  @Test(arguments: [Rol.college, .griffier])
  func `a key is registered once, in whatever role it is tried again`(rol: Rol) throws {
    let key = try world.member(.college)
    let failure = try world.expectRefusal(.badInput) { try world.member(rol, key) }
    #expect(failure?.message == AuthorityProblem.keyKnown(key.id).text)
    #expect(try world.registry.keys[key.id]?.rol == .college)
  }

  @Test func `a key signs nothing before it is registered`() throws {
    let key = try UnlockedKey.generate(world.random)
    try world.expectRefusal(.notPermitted) { try world.append(try world.body(), as: key) }
    try world.member(.griffier, key)
    #expect(throws: Never.self) { try world.append(try world.body(), as: key) }
  }

  @Test(arguments: [-86_400, -1, 0, 1, 3600])
  func `a key signs until the moment of its revocation, and never before it was recorded`(offset: Int64) throws {
    let college = try world.member(.college)
    world.clock.move(by: 7)
    try world.append(world.decision(), as: college)
    let said = try world.moment(offset)
    let recorded = world.clock.now
    try world.revoke(college, from: said)
    let revoked = try #require(try world.registry.keys[college.id]?.revoked)
    #expect(revoked.from == max(said, recorded) && revoked.at == 3)
    #expect(try world.read { try world.claimedRevocations($0) } == [college.id: said])
    if offset > 0 {
      world.clock.move(by: offset - 1)
      #expect(throws: Never.self) { try world.append(world.decision(), as: college) }
      world.clock.move(by: 1)
    }
    let failure = try world.expectRefusal(.notPermitted) { try world.append(world.decision(), as: college) }
    #expect(failure?.message == SigningProblem.revoked(from: max(said, recorded)).text)
    #expect(try world.findings() == [])
  }

  @Test func `M6: a revocation that is still to come is brought forward, never back and never to before now`() throws {
    let college = try world.member(.college)
    let planned = try world.moment(1000)
    try world.revoke(college, from: planned)
    for offset in [Int64(0), 1] {
      let failure = try world.expectRefusal(.badInput) {
        try world.revoke(college, from: planned.adding(seconds: offset))
      }
      #expect(failure?.message == AuthorityProblem.notEarlier(college.id, planned).text)
    }
    let sooner = try world.moment(500)
    try world.revoke(college, from: sooner)
    #expect(try world.registry.keys[college.id]?.revoked?.from == sooner)
    world.clock.move(by: 499)
    let now = world.clock.now
    try world.revoke(college, from: world.moment(-10_000))
    #expect(try world.registry.keys[college.id]?.revoked?.from == now)
    try world.expectRefusal(.notPermitted) { try world.append(world.decision(), as: college) }
    for offset in [Int64(-1000), 0, 1000] {
      let failure = try world.expectRefusal(.badInput) { try world.revoke(college, from: world.moment(offset)) }
      #expect(failure?.message.nl.contains("geldt niet meer sinds \(now)") == true)
    }
    #expect(try world.findings() == [])
  }

  @Test func `a key that the log does not know is not revoked and succeeds no one`() throws {
    let (college, stranger) = (try world.member(.college), try UnlockedKey.generate(world.random))
    try world.expectRefusal(.notFound) { try world.revoke(stranger) }
    let failure = try world.expectRefusal(.badInput) { try world.revoke(college, successor: stranger.id) }
    #expect(failure?.message == AuthorityProblem.keyUnknown(stranger.id).text)
  }

  @Test func `who keeps the register may revoke their own key when another remains`() throws {
    let beheerder = try world.member(.beheerder)
    try world.revoke(beheerder, by: beheerder)
    try world.expectRefusal(.notPermitted) { try world.append(try world.body(), as: beheerder) }
  }

  @Test func `a replaced key names its successor, which signs and reads in its place`() throws {
    let (old, new) = (try world.member(.college), try UnlockedKey.generate(world.random))
    let before = try world.append(world.decision(memo: "toen"), as: old)[0]
    let appended = try world.replace(old, .college, by: new)
    #expect(appended.events.map(\.type.name) == ["SleutelGeregistreerd", "SleutelIngetrokken"])
    let keys = try world.registry.keys
    #expect(keys[old.id]?.replacedBy == new.id && keys[new.id]?.rol == .college && keys[new.id]?.revoked == nil)
    try world.expectRefusal(.notPermitted) { try world.append(world.decision(), as: old) }
    let after = try world.append(world.decision(memo: "nu"), as: new)[0]
    #expect(try world.memos([before, after], as: new) == ["toen", "nu"])
    #expect(try world.memos([before, after], as: old) == [nil, nil])
    #expect(try world.findings() == [])
  }

  @Test func `the key that founded the ledger is replaced like any other`() throws {
    let new = try UnlockedKey.generate(world.random)
    try world.replace(world.secretariaat, .secretariaat, by: new)
    let registry = try world.registry
    #expect(registry.keys[world.secretariaat.id]?.replacedBy == new.id)
    #expect(registry.members(at: world.clock.now).map(\.id) == [new.id])
    #expect(throws: Never.self) { try world.member(.griffier, by: new) }
    #expect(try world.findings() == [])
  }

  @Test func `a key is not replaced by one that is registered already, nor after it was revoked`() throws {
    let (one, other) = (try world.member(.college), try world.member(.college))
    try world.expectRefusal(.badInput) { try world.replace(one, .college, by: other) }
    try world.expectRefusal(.badInput) { try world.replace(one, .college, by: one) }
    try world.revoke(one)
    try world.expectRefusal(.badInput) { try world.replace(one, .college, by: .generate(world.random)) }
  }
}
