import Ledger
import LedgerCrypto
import Testing

@testable import Governance

/// M23: what is sealed for a circle goes with the circle, or with the data protection officer as the second.
@Suite struct ErasureCircleTests {
  let world: KernelWorld
  let griffier: UnlockedKey
  let irm: UnlockedKey
  let officer: UnlockedKey
  let note: RecordedEvent

  init() throws {
    world = try KernelWorld()
    griffier = try world.member(.griffier)
    irm = try world.member(.irm)
    officer = try world.member(.functionarisGegevensbescherming)
    let stream = try world.stream("Notitie")
    try world.admit(griffier, to: stream, by: griffier)
    try world.admit(irm, to: stream, by: griffier)
    var draft = try world.note(on: stream)
    draft[NotitieVastgelegd.publiek] = "voor ieder"
    draft[NotitieVastgelegd.geheim] = "alleen de kring"
    note = try world.append(draft)[0]
  }

  private func request(_ fields: [String] = ["geheim"], as key: UnlockedKey? = nil) throws -> RecordedEvent {
    var draft = EventDraft(
      VernietigingVerzocht.self, stream: try world.stream("Vernietigingsverzoek"), effective: try world.day)
    draft[VernietigingVerzocht.stukken] = [ErasedFields(event: note.id, fields: fields)]
    draft[VernietigingVerzocht.grond] = "verzoek"
    draft[VernietigingVerzocht.bewaarregel] = "AVG art. 17"
    return try world.append(draft, as: key)[0]
  }

  private func erasure(_ fields: [String] = ["geheim"], at request: RecordedEvent? = nil) throws -> EventDraft {
    var draft = try world.erasure(note, fields)
    draft[StukkenVernietigd.verzoek] = request?.id
    return draft
  }

  private func expectRefusal(_ rule: String, _ draft: EventDraft, as key: UnlockedKey? = nil) throws {
    let failure = #expect(throws: Failure.self) { try world.append(draft, as: key) }
    #expect(failure?.kind == .refused && failure?.rule?.id == rule, "\(String(describing: failure))")
    #expect(try world.revealed(note, to: griffier)["geheim"] == .value("alleen de kring"))
  }

  @Test func `who decides and is outside the circle erases nothing of it, alone or among other fields`() throws {
    for fields in [["geheim"], ["publiek", "geheim"]] {
      try expectRefusal("VER-KRING", erasure(fields))
      try expectRefusal("VER-KRING", erasure(fields), as: officer)
    }
    #expect(throws: Never.self) { try world.append(erasure(["publiek"])) }
  }

  @Test func `who decides and belongs to the circle needs no second`() throws {
    try world.append(erasure(), as: griffier)
    #expect(try world.revealed(note, to: griffier)["geheim"] == .erased)
  }

  @Test func `a request has no effect until the circle carries it out`() throws {
    let request = try request()
    #expect(try world.revealed(note, to: griffier)["geheim"] == .value("alleen de kring"))
    // A role that does not decide may not do it of its own accord.
    try expectRefusal("VER-ROL", erasure(), as: irm)
    try world.append(erasure(at: request), as: irm)
    #expect(try world.revealed(note, to: griffier)["geheim"] == .erased)
    let again = #expect(throws: Failure.self) { try world.append(erasure(at: request), as: irm) }
    #expect(again?.rule?.id == "VER-VELD")
  }

  @Test func `the data protection officer is the second, and never the only one`() throws {
    let own = try request(as: officer)
    try expectRefusal("VER-VERZOEK", erasure(at: own), as: officer)
    let request = try request()
    try expectRefusal("VER-VERZOEK", erasure(at: request))
    try expectRefusal("VER-KRING", erasure(at: request), as: try world.member(.algemeenDirecteur))
    try world.append(erasure(at: request), as: officer)
    #expect(try world.revealed(note, to: griffier)["geheim"] == .erased)
  }

  @Test func `what is carried out is what was requested`() throws {
    let request = try request()
    try expectRefusal("VER-VERZOEK", erasure(["publiek", "geheim"], at: request), as: officer)
    try expectRefusal("VER-VERZOEK", erasure(at: note), as: officer)
    let elsewhere = try self.request(["publiek"])
    try expectRefusal("VER-VERZOEK", erasure(at: elsewhere), as: officer)
  }

  @Test func `a role that decides on no erasure cannot request one`() throws {
    let failure = #expect(throws: Failure.self) { try request(as: irm) }
    #expect(failure?.kind == .notPermitted)
  }
}
