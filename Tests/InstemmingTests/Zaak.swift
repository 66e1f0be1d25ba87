import Governance
import Ledger
import LedgerCrypto
import Organisatie
import Proefboek

@testable import Instemming

extension Proefboek {
  /// A ledger with what these tests need.
  convenience init() throws {
    try self.init(
      [OrganisatiePlugin(), InstemmingPlugin()],
      roles: [
        .algemeenDirecteur, .college, .ondernemingsraad, .functionarisGegevensbescherming, .lokaalOverleg, .beheerder,
      ], origin: "test.example/instemming")
  }
}

/// What consent in a test is about, and how its events are written.
struct Zaak {
  let boek: Proefboek
  let onderwerp: StreamID
  let versie: Digest?
  let stroom: StreamID

  /// A new procedure about a version of a new or a given subject.
  init(
    _ boek: Proefboek, versie: String? = "tekst 1", onderwerp: StreamID? = nil, kind: String = "Instemming",
    subject: String = "Regeling"
  ) {
    self.boek = boek
    let random = SystemRandom()
    self.onderwerp = onderwerp ?? StreamID(kind: subject, id: UUIDv7(milliseconds: 1, random: random))
    self.versie = versie.map { SHA256.hash(Array($0.utf8)) }
    stroom = StreamID(kind: kind, id: UUIDv7(milliseconds: 2, random: random))
  }

  /// A draft that names what this procedure is about; `change` does the rest.
  func draft(
    _ type: (some EventDefinition).Type, op: String = Proefboek.founded, orgaan: Rol = .ondernemingsraad,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> EventDraft {
    var draft = EventDraft(type, stream: stroom, effective: try ImpreciseDate(op))
    draft[Betreft.onderwerp] = onderwerp
    draft[Betreft.versie] = versie
    if versie == nil { draft[Betreft.persoonsbesluit] = .benoemen }
    draft[Betreft.orgaan] = orgaan
    if draft.type.name == InstemmingGevraagd.type.name {
      draft[InstemmingGevraagd.overzicht] = .tekst
      draft[InstemmingGevraagd.beweegredenen] = "de regels zijn verouderd"
      draft[InstemmingGevraagd.gevolgen] = "iedereen volgt de nieuwe regels"
    }
    try change(&draft)
    return draft
  }

  /// Asks consent.
  @discardableResult
  func vraag(op: String = Proefboek.founded) throws -> RecordedEvent {
    try boek.append(draft(InstemmingGevraagd.self, op: op), als: .college)
  }

  /// The works council answers.
  @discardableResult
  func antwoord(
    _ type: (some EventDefinition).Type, op: String = Proefboek.founded, als role: Rol = .ondernemingsraad,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try boek.append(draft(type, op: op, change), als: role)
  }

  /// Says that an event was a mistake.
  @discardableResult
  func corrigeer(_ event: RecordedEvent, als role: Rol, _ type: EventType = InstemmingGecorrigeerd.type) throws
    -> RecordedEvent
  {
    try corrigeer(event.id, als: role, type)
  }

  @discardableResult
  func corrigeer(_ id: EventID, als role: Rol, _ type: EventType = InstemmingGecorrigeerd.type) throws -> RecordedEvent
  {
    var draft = EventDraft(type, stream: stroom, effective: try ImpreciseDate(Proefboek.founded))
    draft[Correction.event] = id
    draft[Correction.reason] = "vergissing"
    return try boek.append(draft, als: role)
  }

  /// Where consent about this version stands.
  func stand(op day: String? = nil, known: KnownMoment = .now) throws -> InstemmingOverVersie? {
    try boek.read(known: known) { reading in
      try InstemmingView().stand(
        onderwerp, versie: versie?.hex, op: try day.map { try CalendarDate($0) }, in: reading.views)
    }
  }
}

/// Marks a draft as a historical fact.
func historisch(_ bron: String = "brief van 2019") -> (inout EventDraft) -> Void {
  { draft in
    draft[HistoricalFact.historisch] = true
    draft[HistoricalFact.bron] = bron
  }
}

/// Adds a reason that only members read.
func reden(_ tekst: String = "hoofdstuk 3 is onduidelijk") -> (inout EventDraft) -> Void {
  { draft in draft[Motivering.toelichting] = tekst }
}
