import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@testable import Governance

@Suite struct PermissionTests {
  let world: KernelWorld

  init() throws { world = try KernelWorld() }

  func decision() throws -> EventDraft {
    var draft = EventDraft(BesluitGenomen.self, stream: try world.stream("Besluit"), effective: try world.day)
    draft[BesluitGenomen.wat] = "ja"
    return draft
  }

  func mandate(_ event: String = "BesluitGenomen", until end: String = "2026-11-23") throws -> EventDraft {
    var draft = EventDraft(MandaatGegeven.self, stream: try world.stream("Proefmandaat"), effective: try world.day)
    draft[MandaatGegeven.gebeurtenis] = event
    draft[MandaatGegeven.tot] = try CalendarDate(end)
    return draft
  }

  func expectNotPermitted(
    _ draft: EventDraft, as key: UnlockedKey? = nil, location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try world.size
    let failure = #expect(throws: Failure.self, sourceLocation: location) { try world.append(draft, as: key) }
    #expect(failure?.kind == .notPermitted && failure?.remedy != nil, sourceLocation: location)
    #expect(try world.size == before, sourceLocation: location)
  }

  @Test func `a key that the log does not know signs nothing`() throws {
    try expectNotPermitted(try world.note(), as: .generate(world.random))
  }

  @Test func `a role that may not sign an event is refused`() throws {
    try expectNotPermitted(try decision())
    try expectNotPermitted(try world.note(), as: world.member(.beheerder))
    #expect(throws: Never.self) { try world.append(try decision(), as: try world.member(.griffier)) }
  }

  @Test func `permission comes before rules`() throws {
    try world.append(try world.note("uniek"))
    try expectNotPermitted(try world.note("uniek"), as: world.member(.beheerder))
  }

  @Test func `a key signs until the moment from which it is revoked`() throws {
    let griffier = try world.member(.griffier)
    try world.revoke(griffier, from: KernelWorld.start + 100)
    world.clock.move(by: 99)
    #expect(throws: Never.self) { try world.append(try world.note(), as: griffier) }
    world.clock.move(by: 1)
    try expectNotPermitted(try world.note(), as: griffier)
    #expect(throws: Never.self) { try world.append(try world.note()) }
  }

  @Test func `a key is revoked once and registered once`() throws {
    let griffier = try world.member(.griffier)
    try world.revoke(griffier)
    #expect(throws: Failure.self) { try world.revoke(griffier) }
    var again = EventDraft(SleutelIngeschreven.self, stream: try world.stream("Proefsleutel"), effective: try world.day)
    again[SleutelIngeschreven.ondertekening] = griffier.signing.verifyingKey
    again[SleutelIngeschreven.doos] = griffier.box.publicKey
    again[SleutelIngeschreven.rol] = .griffier
    let failure = #expect(throws: Failure.self) { try world.append(again) }
    #expect(failure?.kind == .badInput)
  }

  @Test func `a mandate lets another role sign until its last day`() throws {
    let griffier = try world.member(.griffier)
    try world.append(try mandate(), as: griffier)
    let capacity = try world.directory.write { stores in
      try world.book(stores).append([try decision()], signedBy: world.secretaris, log: world.signer).capacities[0]
    }
    #expect(capacity.rol == .secretariaat && capacity.decider == .griffier)
    world.clock.move(by: 2 * 86_400)
    #expect(throws: Never.self) { try world.append(try decision()) }
    world.clock.move(by: 86_400)
    try expectNotPermitted(try decision())
  }

  @Test func `a mandate that was withdrawn no longer holds from that day`() throws {
    let griffier = try world.member(.griffier)
    let given = try world.append(try mandate(until: "2027-11-21"), as: griffier)[0]
    var end = EventDraft(MandaatBeeindigd.self, stream: given.stream, effective: try world.day)
    end[MandaatBeeindigd.vanaf] = try CalendarDate("2026-11-22")
    try world.append(end, as: griffier)
    #expect(throws: Never.self) { try world.append(try decision()) }
    world.clock.move(by: 86_400)
    try expectNotPermitted(try decision())
    #expect(throws: Failure.self) { try world.append(end, as: griffier) }
  }

  @Test func `a mandate covers only the events it names, and not those that cannot be mandated`() throws {
    let griffier = try world.member(.griffier)
    try world.append(try mandate("ToegangVerleend"), as: griffier)
    try world.append(try mandate("NotitieVastgelegd"), as: griffier)
    try expectNotPermitted(try decision())
    var admission = EventDraft(ToegangVerleend.self, stream: try world.stream("Toegang"), effective: try world.day)
    admission[ToegangVerleend.stroom] = try world.stream("Notitie")
    admission[ToegangVerleend.sleutel] = world.secretaris.id
    try expectNotPermitted(admission)
  }

  @Test func `a mandate in the same batch holds from the next event on`() throws {
    let griffier = try world.member(.griffier)
    #expect(throws: Never.self) { try world.append(try mandate(), try decision(), as: griffier) }
    let registry = try world.read { $0.registry }
    #expect(registry.mandates.count == 1 && registry.keysInOrder.map(\.rol) == [.secretariaat, .griffier])
  }
}
