import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@testable import Console
@testable import Organisatie

struct OrganisationKeyTests {
  let world: OrganisatieWorld
  let college: UnlockedKey
  let griffier: UnlockedKey

  init() throws {
    world = try OrganisatieWorld()
    college = try world.member(.college)
    griffier = try world.member(.griffier)
  }

  @discardableResult
  func note(_ memo: String) throws -> RecordedEvent { try world.append(world.decision(memo: memo), as: college)[0] }

  @Test func `a member who is revoked reads nothing new, and the others read everything`() throws {
    let before = try note("toen")
    #expect(try world.memos([before], as: griffier) == ["toen"])
    try world.revoke(griffier)
    let after = try note("nu")
    #expect(try world.memos([before, after], as: griffier) == [nil, nil])
    for reader in [college, world.secretariaat] {
      #expect(try world.memos([before, after], as: reader) == ["toen", "nu"])
    }
    #expect(try world.memos([before, after], as: nil) == [nil, nil])
    #expect(try world.findings() == [])
  }

  @Test func `the organisation's key is renewed with every revocation and only then`() throws {
    #expect(try world.registry.organisationKeys.count == 1)
    try world.member(.irm)
    try note("een")
    #expect(try world.registry.organisationKeys.count == 1)
    let event = try world.revoke(griffier).events[0]
    let keys = try world.registry.organisationKeys
    #expect(keys.count == 2 && keys.last == event[SleutelIngetrokken.organisatiesleutel] && keys[0] != keys[1])
  }

  @Test func `a key that is registered later reads what went before, through every renewal`() throws {
    var events = [try note("een")]
    try world.revoke(griffier)
    events.append(try note("twee"))
    try world.revoke(try world.member(.irm))
    events.append(try note("drie"))
    let later = try world.member(.directeur)
    events.append(try note("vier"))
    #expect(try world.memos(events, as: later) == ["een", "twee", "drie", "vier"])
  }

  @Test func `someone whose key ends later still signs, but reads no more`() throws {
    let memo = try note("toen")
    try world.revoke(griffier, from: world.moment(3600))
    let after = try note("nu")
    #expect(throws: Never.self) { try world.append(try world.body(), as: griffier) }
    #expect(try world.memos([memo, after], as: griffier) == [nil, nil])
    // Who cannot open the organisation's key lets no one in who could not read either.
    try world.expectRefusal(.notPermitted) { try world.member(.irm, by: griffier) }
  }

  @Test func `the name of a key's holder is for members`() throws {
    let position = try world.size
    try world.member(.irm, houder: "Noor Verzonnen")
    func holder(_ reader: UnlockedKey?) throws -> Revealed {
      try world.read(as: reader) {
        try $0.filter.reveal(FieldReference(position: position, field: SleutelGeregistreerd.houder.name))
      }
    }
    #expect(try holder(griffier) == .value("Noor Verzonnen"))
    #expect(try holder(nil) == .sealed(.intern))
    try world.revoke(griffier)
    #expect(try holder(griffier) == .sealed(.intern))
  }

  @Test func `a key without a holder's name has none, rather than an empty one`() throws {
    let revealed = try world.read(as: griffier) {
      try $0.filter.reveal(FieldReference(position: 1, field: SleutelGeregistreerd.houder.name))
    }
    #expect(revealed == .absent)
  }

  @Test func `a dry run of a revocation takes nothing away`() throws {
    let memo = try note("toen")
    try world.propose { context in
      var proposal = try world.revocation(of: griffier.id, context)
      proposal.options.isDryRun = true
      return proposal
    }
    #expect(try world.memos([memo], as: griffier) == ["toen"])
    #expect(try world.registry.keys[griffier.id]?.revoked == nil)
  }
}

extension OrganisatieWorld {
  /// What a reader gets for the memo of each decision; nil when it stays closed.
  func memos(_ events: [RecordedEvent], as key: UnlockedKey?) throws -> [String?] {
    try read(as: key) { reading in
      try events.map { try reading.filter.reveal($0.reference(ProefBesluit.memo)).string }
    }
  }
}
