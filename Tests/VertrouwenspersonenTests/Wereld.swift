import Governance
import Ledger
import LedgerCrypto
import Organisatie
import Proefboek

@testable import Instemming
@testable import Vertrouwenspersonen

/// A ledger in which people are put forward, appointed and relieved; every date is before its day, 21 November 2026.
struct Wereld {
  let boek: Proefboek

  /// - Parameters:
  ///   - regels: Whose rules are in force; nil for a municipality that laid none down.
  ///   - geopend: The day on which the ledger was founded.
  ///   - weigertNiets: Whether anything can be recorded, also what the rules refuse.
  init(
    _ regels: Regelmodel? = .lelystad, geopend: String = Proefboek.founded, weigertNiets: Bool = false
  ) throws {
    let plugins: [any Plugin] = [OrganisatiePlugin(), InstemmingPlugin(), VertrouwenspersonenPlugin()]
    boek = try Proefboek(
      weigertNiets ? plugins.map { ZonderRegels($0) } : plugins,
      roles: [.algemeenDirecteur, .ondernemingsraad, .college, .teamleiderPO, .vertrouwenspersoonIntern, .beheerder],
      founded: geopend)
    let today = try CalendarDate(Proefboek.founded)
    boek.clock.move(days: Int64(today.daysSinceEpoch - (try CalendarDate(geopend).daysSinceEpoch)))
    if let regels { try legVast(regels) }
  }

  /// Lays the rules of a model down, before anyone is put forward.
  @discardableResult
  func legVast(
    _ model: Regelmodel, op: String = "2015-01-01", als role: Rol = .algemeenDirecteur,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try kies(op: op, als: role) {
      try change(&$0)
      Modelregeling.van(model).fill(&$0)
    }
  }

  /// One candidacy and what follows from it.
  struct Kandidaat {
    let stream: StreamID
    let persoon: StreamID
  }

  func draft<E: PersoonsGebeurtenis>(
    _ definition: E.Type, _ kandidaat: Kandidaat, op: String, _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> EventDraft {
    var draft = EventDraft(definition, stream: kandidaat.stream, effective: try ImpreciseDate(op))
    draft[E.persoon] = kandidaat.persoon
    try change(&draft)
    return draft
  }

  func kandidaat(
    _ vorm: Vorm = .intern, persoon: StreamID? = nil, naam: String = "Karin Voorbeeld", op: String = "2022-01-01"
  ) throws -> Kandidaat {
    let kandidaat = Kandidaat(
      stream: boek.stream("Vertrouwenspersoon"), persoon: persoon ?? boek.stream("Persoon"))
    try boek.append(
      draft(KandidaatVoorgedragen.self, kandidaat, op: op) {
        $0[KandidaatVoorgedragen.vorm] = vorm
        $0[Contact.naam] = naam
        $0[Contact.telefoon] = "+31 320 000000"
        $0[Contact.email] = "vp@voorbeeld.example"
      }, als: .secretariaat)
    return kandidaat
  }

  @discardableResult
  func certificeer(
    _ kandidaat: Kandidaat, van: String = "2021-01-01", tot: String = "2032-12-31", conformeert: Bool = true
  ) throws -> RecordedEvent {
    try boek.append(
      draft(CertificeringVastgelegd.self, kandidaat, op: van) {
        $0[CertificeringVastgelegd.laatsteDag] = try CalendarDate(tot)
        $0[CertificeringVastgelegd.conformeert] = conformeert
      }, als: .secretariaat)
  }

  // MARK: Consent

  private func consent(
    _ type: (some EventDefinition).Type, _ procedure: StreamID, _ subject: StreamID, _ besluit: InstemmingsBesluit,
    op: String
  ) throws -> EventDraft {
    var draft = EventDraft(type, stream: procedure, effective: try ImpreciseDate(op))
    draft[Betreft.onderwerp] = subject
    draft[Betreft.orgaan] = .ondernemingsraad
    // What opens a procedure says which decision it is about.
    if type.type.name != InstemmingVerleend.type.name, type.type.name != InstemmingOnthouden.type.name {
      draft[Betreft.persoonsbesluit] = besluit
    }
    return draft
  }

  func vraag(_ kandidaat: Kandidaat, _ besluit: InstemmingsBesluit = .benoemen, op: String = "2022-01-02") throws
    -> StreamID
  {
    let procedure = boek.stream("Instemming")
    try boek.append(
      consent(InstemmingGevraagd.self, procedure, kandidaat.stream, besluit, op: op), als: .algemeenDirecteur)
    return procedure
  }

  @discardableResult
  func verleen(_ kandidaat: Kandidaat, _ besluit: InstemmingsBesluit = .benoemen, op: String = "2022-01-02") throws
    -> StreamID
  {
    let procedure = try vraag(kandidaat, besluit, op: op)
    try boek.append(
      consent(InstemmingVerleend.self, procedure, kandidaat.stream, besluit, op: op), als: .ondernemingsraad)
    return procedure
  }

  func onthoud(_ kandidaat: Kandidaat, _ besluit: InstemmingsBesluit = .benoemen) throws {
    let procedure = try vraag(kandidaat, besluit)
    var draft = try consent(InstemmingOnthouden.self, procedure, kandidaat.stream, besluit, op: "2022-01-03")
    draft[Motivering.toelichting] = "geen vertrouwen"
    try boek.append(draft, als: .ondernemingsraad)
  }

  func roepNietigheidIn(_ kandidaat: Kandidaat, op: String = "2022-02-01") throws {
    let procedure = boek.stream("Instemming")
    var draft = try consent(NietigheidIngeroepen.self, procedure, kandidaat.stream, .benoemen, op: op)
    draft[NietigheidIngeroepen.bekendOp] = try CalendarDate(op)
    try boek.append(draft, als: .ondernemingsraad)
  }

  // MARK: Appointment

  /// Names the consent on which a decision rests, as the commands do.
  func berust(_ draft: inout EventDraft, _ kandidaat: Kandidaat, _ besluit: InstemmingsBesluit) throws {
    try boek.read(als: .secretariaat) { reading in
      guard let benoeming = try Benoeming.find(kandidaat.stream, reading.views) else { return }
      try draft.berust(op: benoeming.verleend(besluit, reading), reading)
    }
  }

  /// The procedure of consent that stands, if any.
  func instemming(_ kandidaat: Kandidaat, _ besluit: InstemmingsBesluit) throws -> StreamID? {
    try boek.read(als: .secretariaat) { reading in
      try Benoeming.find(kandidaat.stream, reading.views)?.verleend(besluit, reading)?.stream
    }
  }

  @discardableResult
  func benoem(
    _ kandidaat: Kandidaat, op: String = "2023-01-01", tot: String? = "2027-01-01", als role: Rol = .algemeenDirecteur,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try boek.append(
      draft(VertrouwenspersoonBenoemd.self, kandidaat, op: op) {
        $0[VertrouwenspersoonBenoemd.tot] = try tot.map { try CalendarDate($0) }
        try berust(&$0, kandidaat, .benoemen)
        stuk(VertrouwenspersoonBenoemd.brief)(&$0)
        stuk(VertrouwenspersoonBenoemd.verklaring)(&$0)
        try change(&$0)
      }, als: role)
  }

  /// Someone with certification and consent, ready to be appointed.
  func gereed(certificaat: (van: String, tot: String) = ("2021-01-01", "2032-12-31")) throws
    -> Kandidaat
  {
    let kandidaat = try kandidaat()
    try certificeer(kandidaat, van: certificaat.van, tot: certificaat.tot)
    try verleen(kandidaat)
    return kandidaat
  }

  /// Someone who serves from 2023-01-01 until 2027-01-01, with consent and certification.
  func benoemde(op: String = "2023-01-01", tot: String = "2027-01-01", persoon: StreamID? = nil) throws -> Kandidaat {
    let kandidaat = try kandidaat(persoon: persoon, op: "2020-01-01")
    try certificeer(kandidaat, van: "2019-01-01")
    try verleen(kandidaat, op: "2020-01-02")
    try benoem(kandidaat, op: op, tot: tot)
    return kandidaat
  }

  @discardableResult
  func verleng(
    _ kandidaat: Kandidaat, op: String = "2026-11-01", tot: String = "2031-01-01",
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try boek.append(
      draft(VertrouwenspersoonVerlengd.self, kandidaat, op: op) {
        $0[VertrouwenspersoonVerlengd.tot] = try CalendarDate(tot)
        $0[VertrouwenspersoonVerlengd.beidenAkkoord] = true
        try berust(&$0, kandidaat, .verlengen)
        try change(&$0)
      }, als: .algemeenDirecteur)
  }

  @discardableResult
  func contracteer(
    _ kandidaat: Kandidaat, op: String = "2023-01-01", laatsteDag: String? = nil,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try boek.append(
      draft(ExterneVertrouwenspersoonGecontracteerd.self, kandidaat, op: op) {
        $0[ExterneVertrouwenspersoonGecontracteerd.laatsteDag] = try laatsteDag.map { try CalendarDate($0) }
        try berust(&$0, kandidaat, .benoemen)
        stuk(ExterneVertrouwenspersoonGecontracteerd.contract)(&$0)
        try change(&$0)
      }, als: .algemeenDirecteur)
  }
}

/// A paper that is kept elsewhere.
func stuk(_ velden: Stukvelden) -> (inout EventDraft) -> Void {
  { draft in
    draft[velden.plaats] = .elders
    draft[velden.vindplaats] = "dossier 12"
  }
}

/// No such paper.
func zonder(_ velden: Stukvelden) -> (inout EventDraft) -> Void {
  { draft in
    draft[velden.plaats] = nil
    draft[velden.vindplaats] = nil
  }
}

/// Marks a draft as a fact from before the ledger.
func vanVroeger(_ draft: inout EventDraft) {
  draft[HistoricalFact.historisch] = true
  draft[HistoricalFact.bron] = "brief van 2019"
}
