import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@testable import Governance

/// Who may sign is kept in the views as the events make it, and read without them.
@Suite struct AuthorityTests {
  let world: KernelWorld
  let griffier: UnlockedKey
  let directeur: UnlockedKey
  /// A stream with a circle.
  let notitie: StreamID

  init() throws {
    world = try KernelWorld()
    griffier = try world.member(.griffier)
    directeur = try world.member(.directeur)
    notitie = try world.stream("Notitie")
  }

  /// Keys come, go and replace each other; mandates are given and end; a circle grows and shrinks.
  private func live() throws {
    try world.append(try mandate("BesluitGenomen"), try mandate("NotitieVastgelegd"), as: griffier)
    try world.admit(griffier, to: notitie, by: griffier)
    try world.append(
      try access(ToegangVerleend.type, directeur), try access(ToegangVerleend.type, griffier), as: griffier)
    try world.append(try access(ToegangIngetrokken.type, directeur), as: griffier)
    try world.append(try access(ToegangVerleend.type, directeur), as: griffier)
    world.clock.move(by: 100)
    try world.revoke(directeur, from: world.clock.now.secondsSince1970 + 50)
    let given = try #require(try world.read { $0.registry.mandates.first })
    var withdrawn = EventDraft(MandaatBeeindigd.self, stream: given.stream, effective: try world.day)
    withdrawn[MandaatBeeindigd.vanaf] = try CalendarDate("2026-12-01")
    try world.append(withdrawn, as: griffier)
  }

  private func mandate(_ event: String) throws -> EventDraft {
    var draft = EventDraft(MandaatGegeven.self, stream: try world.stream("Proefmandaat"), effective: try world.day)
    draft[MandaatGegeven.gebeurtenis] = event
    draft[MandaatGegeven.tot] = try CalendarDate("2027-12-31")
    return draft
  }

  private func access(_ type: EventType, _ key: UnlockedKey) throws -> EventDraft {
    var draft = EventDraft(type, stream: try world.stream("Toegang"), effective: try world.day)
    draft[ToegangVerleend.stroom] = notitie
    draft[ToegangVerleend.sleutel] = key.id
    return draft
  }

  /// Everything a registry knows, in words.
  private func words(_ registry: KeyRegistry, circle: [KeyRegistry.RegisteredKey]) -> [String] {
    let keys = registry.keysInOrder.map {
      "\($0.id) \($0.signing.json) \($0.box.name) \($0.rol) \($0.stream) \($0.registeredAt) "
        + "\(String(describing: $0.revoked)) \(String(describing: $0.replacedBy))"
    }
    return keys + ["\(String(describing: registry.founding))"] + registry.mandates.map { "\($0)" }
      + registry.organisationKeys.map(\.name) + circle.map(\.id.description)
  }

  @Test func `keys, mandates and circles are kept as the events make them, at every size the log had`() throws {
    try live()
    var states: Set<[String]> = []
    for size in 1...(try world.size) {
      let stored = try world.read(known: .size(size)) { reading in
        let admitted = try AuthorityView().circle(of: notitie, reading.views)
        return words(reading.registry, circle: reading.registry.circle(admitted))
      }
      var registry = KeyRegistry()
      try world.directory.read { stores in
        for entry in try stores.log.entries(from: 0, limit: Int(size)) {
          let event = try world.book(stores).catalog.decode(entry)
          try event.type.changesAuthority?(event, &registry)
        }
      }
      #expect(stored == words(registry, circle: registry.circle(of: notitie)), "at \(size)")
      states.insert(stored)
    }
    #expect(states.count == 9)
    let live = try world.read { words($0.registry, circle: []) }
    #expect(live == (try world.read(known: .size(try world.size)) { words($0.registry, circle: []) }))
  }

  @Test func `who may sign is known without reading the events that say so`() throws {
    try live()
    let expected = try world.read { words($0.registry, circle: []) }
    try world.directory.read { stores in
      let wordless = LedgerStores(
        log: WordlessLog(log: stores.log), vault: stores.vault, views: stores.views, documents: stores.documents,
        scratch: { try world.directory.scratchTables() })
      let found = try world.book(wordless).read { words($0.registry, circle: []) }
      #expect(found == expected)
    }
  }

  @Test func `a change that cannot be is found by verification, and until then nothing is read or appended`() throws {
    let ledger = try VerificationLedger()
    try ledger.force([
      try ledger.event(
        like: 1, stream: StreamID(kind: "Sleutel", id: .init(milliseconds: 1, random: ledger.random)), seq: 1)
    ])
    let twice = AuthorityProblem.keyKnown(ledger.director.id).text
    let found = #expect(throws: BadEvent.self) { try ledger.read { book in try book.read { _ in } } }
    #expect(found?.position == 300 && found?.problem == twice && found?.failure.kind == .foundWanting)
    #expect(throws: BadEvent.self) {
      try ledger.write { book, _ in try ledger.append([ledger.draft("na de fout", book)], book) }
    }
    #expect(try ledger.findings() == ["events:authority@300"])
  }

  @Test func `a role that someone gives a key in the views is found`() throws {
    let ledger = try VerificationLedger()
    try ledger.tamper("views.sqlite", "UPDATE gezag_5_sleutel SET rol = 'college' WHERE rol = 'algemeenDirecteur'")
    #expect(try ledger.findings() == ["views:view-row-altered@-"])
  }
}
