import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Console
@testable import Organisatie

struct FoundingTests {
  /// Those who keep the organisation's keys, and a vertrouwenspersoon for a register of the own.
  private static let founders: Set<Rol> = [
    .algemeenDirecteur, .griffier, .secretariaat, .beheerder, .vertrouwenspersoonIntern, .vertrouwenspersoonExtern,
  ]

  let world: OrganisatieWorld

  init() throws { world = try OrganisatieWorld(founded: false) }

  @Test(arguments: Rol.allCases)
  func `a ledger is founded in a role that keeps the keys, and in no other`(rol: Rol) throws {
    if Self.founders.contains(rol) {
      let appended = try world.found(rol: rol)
      #expect(appended.events.map(\.position) == [0] && appended.capacities.map(\.rol) == [rol])
      #expect(try world.findings() == [])
    } else {
      try world.expectRefusal(.notPermitted) { try world.found(rol: rol) }
    }
  }

  @Test func `the founding says whose ledger it is, under which key, and who may sign`() throws {
    let event = try world.found().events[0]
    let registry = try world.registry
    #expect(registry.founding?.organisatie == "Gemeente Voorbeeld")
    #expect(registry.founding?.logKey == world.logKey.verifier.vkey)
    #expect(registry.founding?.at == world.clock.now)
    #expect(registry.keysInOrder.map(\.id) == [world.secretariaat.id])
    #expect(registry.keysInOrder.map(\.rol) == [.secretariaat])
    #expect(registry.organisationKeys == [event[GrootboekGeopend.organisatiesleutel]].compactMap(\.self))
  }

  @Test func `a second founding is refused, by whichever key`() throws {
    try world.found()
    let other = try world.member(.beheerder)
    for key in [world.secretariaat, other] {
      try world.expectRefusal(.refused, rule: "ORG-OPENING") {
        try world.propose(as: key) { try world.founding($0.book, by: .generate(world.random), rol: .griffier) }
      }
    }
  }

  @Test func `two foundings in one batch are none`() throws {
    try world.expectRefusal(.refused, rule: "ORG-OPENING") {
      try world.directory.write { stores in
        let book = world.book(stores)
        var proposal = try world.founding(book)
        proposal.drafts += try world.founding(book).drafts
        _ = try book.append(
          proposal.drafts, signedBy: world.secretariaat, log: world.logKey, proposal.options)
      }
    }
  }

  @Test func `the first event must be the founding`() throws {
    let drafts = [try world.body(), try world.function(), try world.mandate(), world.decision()]
    for draft in drafts { try world.expectRefusal(.notPermitted) { try world.append(draft) } }
    try world.expectRefusal(.notPermitted) {
      try world.propose { context in
        let key = try UnlockedKey.generate(world.random)
        return Proposal(KeyCommand.registration(world.card(key, .beheerder), nil, context))
      }
    }
    #expect(try world.size == 0)
  }

  @Test func `something may follow the founding in the same batch`() throws {
    try world.directory.write { stores in
      let book = world.book(stores)
      let proposal = try world.founding(book)
      _ = try book.append(
        proposal.drafts + [try world.body()], signedBy: world.secretariaat, log: world.logKey, proposal.options)
    }
    #expect(try world.findings() == [])
    #expect(try world.size == 2)
  }

  @Test func `the founding is signed by the very key that it registers`() throws {
    let other = try UnlockedKey.generate(world.random)
    try world.expectRefusal(.notPermitted) { try world.found(registering: other, signedBy: world.secretariaat) }
  }

  @Test(arguments: ["2026", "2026-11", "2026-11-21?", "2026-11-21~", "XXXX", "../2026-11-21"])
  func `the founding needs one exact day`(date: String) throws {
    try world.expectRefusal(.badInput) { try world.found(effective: date) }
  }

  @Test(arguments: ["2019-01-01", "2026-11-21", "2030-01-01"])
  func `that day need not be the one on which it is recorded`(date: String) throws {
    #expect(try world.found(effective: date).events[0].effective.description == date)
  }

  @Test func `a ledger goes on only under the log's own key`() throws {
    try world.found()
    let other = try NoteSigner(name: OrganisatieWorld.origin, key: .generate(world.random))
    try world.expectRefusal(.badInput) {
      try world.directory.write { stores in
        _ = try world.book(stores).append([try world.body()], signedBy: world.secretariaat, log: other)
      }
    }
  }
}
