import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@testable import Governance

@Suite struct SchemaVersionTests {
  let world: KernelWorld

  init() throws { world = try KernelWorld() }

  static let opschrift = Field<String>("opschrift", .clear, "Titel.")
  static let kleur = Field<String>("kleur", .clear, "Kleur.", isRequired: false)

  /// Version 2 calls the title `opschrift`, version 3 adds a colour.
  static let third = ProefPlugin(
    notitie: EventType(
      "NotitieVastgelegd", version: 3, stream: "Notitie", opens: nil, meaning: "-", source: "-",
      signers: [.secretariaat],
      earlier: [
        .init(
          version: 2, fields: [opschrift.declaration],
          upcast: { $0 + [JSON.Member("kleur", "onbekend")] }),
        .init(
          version: 1, fields: NotitieVastgelegd.type.fields,
          upcast: { facts in facts.map { $0.name == "titel" ? JSON.Member("opschrift", $0.value) : $0 } }),
      ]
    ) {
      opschrift
      kleur
    })

  @Test func `an event of an earlier version is read as the present one, step by step`() throws {
    let old = try world.append(try world.note("een"))[0]
    var draft = EventDraft(Self.third.notitie, stream: try world.stream("Notitie"), effective: try world.day)
    draft[Self.opschrift] = "twee"
    draft[Self.kleur] = "rood"
    try world.append(draft, plugin: Self.third)
    try world.directory.read { stores in
      let events = try stores.log.entries(from: 1, limit: 2).map { try Catalog([Self.third]).decode($0) }
      #expect(events.map { $0[Self.opschrift] } == ["een", "twee"])
      #expect(events.map { $0[Self.kleur] } == ["onbekend", "rood"])
      #expect(events[0].signed == old.signed)
    }
    try world.read(plugin: Self.third) { try #expect(world.titles($0) == ["een", "twee"]) }
  }

  @Test func `an event of a newer program is refused by name, version and position`() throws {
    var draft = EventDraft(Self.third.notitie, stream: try world.stream("Notitie"), effective: try world.day)
    draft[Self.opschrift] = "nieuw"
    try world.append(draft, plugin: Self.third)
    // Views that a newer program left up to date would hide it.
    try world.directory.removeViews()
    let error = CatalogError.unknownEvent(type: "NotitieVastgelegd", version: 3, position: 1)
    #expect(throws: error) { try world.read { _ in } }
    #expect(throws: error) { try world.append(try world.note()) }
    #expect(try world.size == 2)
  }

  @Test(arguments: [
    ([JSON.Member("titel", "x"), .init("ander", 1)], "ander"), ([.init("titel", 1)], "titel"), ([], "titel"),
    ([.init("titel", "x"), .init("kantoor", "x")], "kantoor"), ([.init("titel", "a\u{202E}")], "titel"),
  ])
  func `facts that do not fit their type are refused by field`(facts: [JSON.Member], field: String) throws {
    let envelope = Envelope(
      origin: KernelWorld.origin, id: UUIDv7(milliseconds: 1, random: world.random), signedAt: KernelWorld.start,
      stream: try world.stream("Notitie"), seq: 1, type: "NotitieVastgelegd", version: 1, effective: "2026-11-21",
      facts: facts, sealedDigests: [])
    let signed = try SignedEvent(envelope, signedBy: world.secretaris.signing)
    #expect(throws: CatalogError.malformedEvent(type: "NotitieVastgelegd", field: field, position: 7)) {
      try Catalog([ProefPlugin()]).decode(signed, at: 7, leafHash: SHA256.hash([]))
    }
  }
}
