import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@testable import Console
@testable import Organisatie

/// What becomes of confidential streams when a key that reads them is replaced or revoked.
struct SuccessionTests {
  let world: OrganisatieWorld
  let directeur: UnlockedKey
  let irm: UnlockedKey
  let new: UnlockedKey
  /// Registers keys as well, and so can be the second to sign.
  let griffier: UnlockedKey
  /// The director's alone.
  let alone: StreamID
  /// Of the director and the IRM.
  let shared: StreamID

  init() throws {
    world = try OrganisatieWorld()
    directeur = try world.member(.directeur)
    irm = try world.member(.irm)
    griffier = try world.member(.griffier)
    new = try UnlockedKey.generate(world.random)
    alone = world.stream("Nota")
    shared = world.stream("Nota")
    try world.admit(directeur, to: alone, by: directeur)
    try world.admit(directeur, irm, to: shared, by: directeur)
  }

  /// A registrar alone puts nobody into a circle: a second one signs.
  private func confirm(_ key: UnlockedKey) throws { try world.append(world.confirmation(of: key), as: griffier) }

  private func notes(_ text: String) throws -> [RecordedEvent] {
    try world.append(world.secret("\(text) alleen", in: alone), world.secret("\(text) samen", in: shared))
  }

  @Test func `M5: a successor reads what its predecessor read and what follows, as a member in its place`() throws {
    let before = try notes("toen")
    let appended = try world.replace(directeur, .directeur, by: new)
    #expect(appended.events.map(\.type.name) == ["SleutelGeregistreerd", "SleutelIngetrokken"])
    #expect(try world.secrets(before, as: new) == ["toen alleen", "toen samen"])
    #expect(try world.secrets(before, as: irm) == [nil, "toen samen"])
    let after = try notes("nu")
    #expect(try world.secrets(after, as: new) == ["nu alleen", "nu samen"])
    #expect(try world.secrets(before + after, as: directeur) == [nil, nil, nil, nil])
    // As a member it lets others in.
    try world.admit(irm, to: alone, by: new)
    #expect(try world.secrets([before[0], after[0]], as: irm) == ["toen alleen", "nu alleen"])
    #expect(try world.findings() == [])
  }

  @Test func `M5: without the old key there is what another member can open, and the rest is named before`() throws {
    let before = try notes("toen")
    var question: Text?
    try world.propose {
      let proposal = try KeyCommand.replacement(
        of: directeur.id, by: world.card(new, .directeur), nil, handedOnBy: nil, openedBy: [irm.ring], $0)
      question = proposal.question
      return proposal
    }
    #expect(question?.nl.contains(alone.description) == true && question?.nl.contains(shared.description) == false)
    #expect(try world.secrets(before, as: new) == [nil, "toen samen"])
    // The last way to it stays, so nothing has disappeared without an erasure.
    #expect(try world.secrets(before, as: directeur) == ["toen alleen", nil])
    #expect(try world.findings() == [])
  }

  @Test func `M5: revoking the only reader names what goes dark and keeps the last way to it`() throws {
    let before = try notes("toen")
    var notices: [Text] = []
    try world.propose {
      notices = try Revocation.notices(directeur.id, from: $0.book.now, $0)
      return try world.revocation(of: directeur.id, $0)
    }
    #expect(notices.count == 1 && notices[0].nl.contains(alone.description))
    #expect(notices.first?.nl.contains(shared.description) == false)
    #expect(try world.secrets(before, as: directeur) == ["toen alleen", nil])
    #expect(try world.secrets(before, as: irm) == [nil, "toen samen"])
    #expect(try world.findings() == [])
  }

  @Test func `M5: a successor has the role of its predecessor and is valid, and a chain of them holds`() throws {
    let first = try notes("een")
    let failure = try world.expectRefusal(.badInput) { try world.revoke(directeur, successor: irm.id) }
    #expect(failure?.message == AuthorityProblem.noSuccessor(irm.id, of: directeur.id).text)
    try world.expectRefusal(.badInput) { try world.revoke(directeur, successor: directeur.id) }
    try world.replace(directeur, .directeur, by: new)
    let newer = try UnlockedKey.generate(world.random)
    try world.replace(new, .directeur, by: newer)
    let second = try notes("twee")
    #expect(try world.secrets(first + second, as: newer) == ["een alleen", "een samen", "twee alleen", "twee samen"])
    // Who leaves, leaves in every place it came to.
    var leave = EventDraft(
      ToegangIngetrokken.self, stream: world.stream("Toegang"), effective: ImpreciseDate(world.today))
    leave[ToegangIngetrokken.stroom] = shared
    leave[ToegangIngetrokken.sleutel] = newer.id
    try world.append(leave, as: irm)
    let third = try world.append(world.secret("drie", in: shared))
    #expect(try world.secrets(third, as: newer) == [nil] && world.secrets(third, as: irm) == ["drie"])
    #expect(try world.findings() == [])
  }

  @Test func `M5: a functionaris gegevensbescherming in a thousand circles is replaced by two events`() throws {
    let fg = try world.member(.functionarisGegevensbescherming)
    let streams = (0..<1_000).map { _ in world.stream("Nota") }
    try world.append(
      streams.map { stream in
        var draft = EventDraft(
          ToegangVerleend.self, stream: world.stream("Toegang"), effective: ImpreciseDate(world.today))
        draft[ToegangVerleend.stroom] = stream
        draft[ToegangVerleend.sleutel] = fg.id
        return draft
      }, as: fg)
    let events = try world.append(streams.map { world.secret("geheim", in: $0) })
    let appended = try world.replace(fg, .functionarisGegevensbescherming, by: new)
    #expect(appended.events.count == 2)
    #expect(appended.events.allSatisfy { $0.signed.leaf.count < 2_000 })
    #expect(try world.secrets(events, as: new).allSatisfy { $0 == "geheim" })
    #expect(try world.secrets([events[0], events[999]], as: fg) == [nil, nil])
  }

  @Test func `M24: an emptied circle stays closed, also for who was in it`() throws {
    try world.revoke(directeur)
    for (key, admitted) in [(griffier, griffier), (irm, irm), (griffier, irm)] {
      try world.expectRefusal(.refused, rule: "KRING-LID") { try world.admit(admitted, to: alone, by: key) }
    }
    var leave = EventDraft(
      ToegangIngetrokken.self, stream: world.stream("Toegang"), effective: ImpreciseDate(world.today))
    leave[ToegangIngetrokken.stroom] = shared
    leave[ToegangIngetrokken.sleutel] = irm.id
    try world.append(leave, as: irm)
    try world.expectRefusal(.refused, rule: "KRING-LID") { try world.admit(irm, to: shared, by: irm) }
    try world.expectRefusal(.refused, rule: "VIS-KRING") { try world.append(world.secret("x", in: shared)) }
    #expect(try world.findings() == [])
  }

  @Test func `M24: the successor of a former member is in the circle and admits others`() throws {
    try world.replace(directeur, .directeur, by: new, handingOn: false)
    try confirm(new)
    try world.admit(irm, to: alone, by: new)
    let event = try world.append(world.secret("verder", in: alone))
    #expect(try world.secrets(event, as: irm) == ["verder"] && world.secrets(event, as: new) == ["verder"])
  }

  /// One registrar could else name a key of their own the successor of whoever is in a circle.
  @Test func `M24: a successor whom one registrar put there alone stands in no circle`() throws {
    let before = try notes("toen")
    try world.replace(directeur, .directeur, by: new, handingOn: false)
    try world.expectRefusal(.refused, rule: "KRING-LID") { try world.admit(irm, to: alone, by: new) }
    try world.expectRefusal(.refused, rule: "VIS-KRING") { try world.append(world.secret("x", in: alone)) }
    let after = try world.append(world.secret("nu", in: shared))
    #expect(try world.secrets(before + after, as: new) == [nil, nil, nil])
    #expect(try world.secrets(before + after, as: irm) == [nil, "toen samen", "nu"])
    // Nothing was taken away for it either.
    #expect(try world.secrets(before, as: directeur).first == "toen alleen")
    #expect(try world.findings() == [])
  }
}
