import Governance
import Ledger
import Proefboek
import Testing

@testable import Beleid
@testable import Instemming

/// What the rights of the works council do to a rule.
struct MedezeggenschapTests {
  let code: Proefregeling
  init() throws { code = Proefregeling(try Proefboek()) }

  private func trekIn(_ text: String, door: String? = nil, zonder: Bool = false, op: String = Proefboek.founded) throws
  {
    try code.leg(RegelingIngetrokken.self, text, op: op, als: .college) {
      $0[RegelingIngetrokken.vervangenDoorVersie] = door.map { Proefregeling.document($0).digest }
      $0[GenomenZonderInstemming.veld] = zonder ? true : nil
    }
  }

  private func antwoord(
    _ type: (some EventDefinition).Type, _ text: String, _ stream: StreamID, op: String = Proefboek.founded,
    als role: Rol = .ondernemingsraad, _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws {
    var draft = EventDraft(type, stream: stream, effective: try ImpreciseDate(op))
    draft[Betreft.onderwerp] = code.stroom
    draft[Betreft.versie] = Proefregeling.document(text).digest
    draft[Betreft.orgaan] = .ondernemingsraad
    try change(&draft)
    try code.boek.append(draft, als: role)
  }

  private func roepNietigheidIn(
    _ text: String, bekend: String = "2026-11-01", over besluit: InstemmingsBesluit? = nil
  ) throws -> StreamID {
    let stream = code.boek.stream("Instemming")
    try antwoord(NietigheidIngeroepen.self, text, stream, op: "2026-11-10") {
      $0[Betreft.besluit] = besluit
      $0[NietigheidIngeroepen.bekendOp] = try CalendarDate(bekend)
    }
    return stream
  }

  private func stelInWerking(_ text: String, op: String, plicht: Instemmingsplicht?, zonder: Bool = false) throws {
    try code.ontwerp(text, op: op, eerste: plicht != nil, plicht: plicht ?? .vereist)
    try code.stelVast(text, op: op) { $0[GenomenZonderInstemming.veld] = zonder ? true : nil }
    try code.leg(RegelingInWerkingGetreden.self, text, op: op)
  }

  @Test func `F1: what needs consent is not withdrawn without it, nor against a refusal`() throws {
    try code.ontwerp("een")
    try code.stemIn("een")
    try code.stelVast("een")
    try code.verwachtWeigering("BEL-INSTEMMING") { try trekIn("een") }
    let stream = code.boek.stream("Instemming")
    try antwoord(InstemmingGevraagd.self, "een", stream, als: .college) {
      $0[Betreft.besluit] = .intrekken
      $0[InstemmingGevraagd.overzicht] = .tekst
      $0[InstemmingGevraagd.beweegredenen] = "overbodig"
      $0[InstemmingGevraagd.gevolgen] = "geen"
    }
    try antwoord(InstemmingOnthouden.self, "een", stream) { $0[Motivering.toelichting] = "nee" }
    try code.verwachtWeigering("BEL-INSTEMMING") { try trekIn("een") }
    try code.stemIn("een", besluit: .intrekken)
    try trekIn("een")
  }

  @Test func `What a version of the same rule replaces is changed: the consent with that version covers it`() throws {
    try code.ontwerp("een", plicht: .vereist)
    try code.stemIn("een")
    try code.stelVast("een")
    try code.ontwerp("twee", eerste: false)
    try code.verwachtWeigering("BEL-INSTEMMING") { try trekIn("een", door: "twee") }
    try code.stemIn("twee")
    try trekIn("een", door: "twee")
  }

  @Test func `A decision really taken without consent is recorded as that, by the body itself`() throws {
    try code.ontwerp("een", op: "2026-10-01")
    try code.verwachtWeigering("BEL-INSTEMMING") { try code.stelVast("een", op: "2026-10-02") }
    try code.stelVast("een", op: "2026-10-02") { $0[GenomenZonderInstemming.veld] = true }
    #expect(try code.beeld(1).code == "zonderInstemming")
    let other = Proefregeling(code.boek, "ander")
    try other.ontwerp("een", plicht: .nietVereist)
    try other.verwachtWeigering("BEL-ZONDER-INSTEMMING") {
      try other.stelVast("een") { $0[GenomenZonderInstemming.veld] = true }
    }
  }

  @Test func `F2, S27: a void version never holds, and the one before it does`() throws {
    try stelInWerking("een", op: "2026-01-05", plicht: .nietVereist)
    try code.ontwerp("twee", op: "2026-09-01", eerste: false) {
      $0[RegelingOntworpen.instemming] = .vereist
      $0[RegelingOntworpen.worOnderdeel] = .d
    }
    try code.stelVast("twee", op: "2026-10-01") { $0[GenomenZonderInstemming.veld] = true }
    try code.leg(RegelingInWerkingGetreden.self, "twee", op: "2026-10-15")
    #expect(try code.geldend("2026-11-15").kandidaten.map(\.versie.nummer) == [2])
    let stream = try roepNietigheidIn("twee")
    for day in ["2026-10-20", "2026-11-15"] {
      let answer = try code.geldend(day)
      #expect(answer.antwoord == .yes && answer.kandidaten.map(\.versie.nummer) == [1])
    }
    #expect(try code.beeld(2).code == "nietigIngeroepen")
    try antwoord(NietigheidTeruggenomen.self, "twee", stream)
    #expect(try code.geldend("2026-11-15").kandidaten.map(\.versie.nummer) == [2])
  }

  @Test(arguments: [true, false])
  func `S27: a withdrawal of which nullity was invoked in time ends nothing, or is in dispute`(_ isNeeded: Bool) throws
  {
    try stelInWerking("een", op: "2026-01-05", plicht: isNeeded ? .vereist : .nietVereist, zonder: isNeeded)
    try trekIn("een", zonder: isNeeded, op: "2026-10-20")
    #expect(try code.geldend("2026-11-15").antwoord == .no)
    let stream = try roepNietigheidIn("een", over: .intrekken)
    #expect(try code.geldend("2026-11-15").antwoord == (isNeeded ? .yes : .unknown))
    #expect(try code.geldend("2026-10-01").antwoord == .yes)
    try antwoord(NietigheidTeruggenomen.self, "een", stream) { $0[Betreft.besluit] = .intrekken }
    #expect(try code.geldend("2026-11-15").antwoord == .no)
  }

  @Test
  func `What was withdrawn on the day on which its successor starts does not follow it, however little is known of it`()
    throws
  {
    try code.ontwerp(nil, naam: "2019", op: "2019", bron: "000:20-22")
    try code.stelVast(nil, naam: "2019", op: "2019", als: .secretariaat, orgaan: nil, bron: "000:20-22")
    try code.ontwerp("twee", op: "2026-09-01", eerste: false)
    try code.stemIn("twee", op: "2026-09-10")
    try code.stelVast("twee", op: "2026-09-20")
    try code.leg(RegelingInWerkingGetreden.self, "twee", op: "2026-10-01")
    #expect(try code.geldend(Proefboek.founded).antwoord == .unknown)
    try code.leg(RegelingIngetrokken.self, nil, naam: "2019", op: "2026-10-01", als: .college) {
      $0[RegelingIngetrokken.vervangenDoorVersie] = Proefregeling.document("twee").digest
    }
    #expect(try code.geldend(Proefboek.founded).kandidaten.map(\.versie.nummer) == [2])
    #expect(try code.geldend(Proefboek.founded).antwoord == .yes)
  }

  @Test func `F2, S27: where consent was said not to be needed it is in dispute, until the court settles it`() throws {
    try stelInWerking("een", op: "2026-10-01", plicht: .nietVereist)
    let stream = try roepNietigheidIn("een")
    #expect(try code.geldend("2026-11-15").antwoord == .unknown)
    try antwoord(KantonrechterBeslist.self, "een", stream, als: .college) {
      $0[Rechtszaak.verzoek] = .verklaring
      $0[KantonrechterBeslist.toegewezen] = true
      $0[Rechtszaak.zaaknummer] = "1"
    }
    #expect(try code.geldend("2026-11-15").antwoord == .yes)
  }

  @Test func `What is void does not enter into force; what is in dispute may`() throws {
    try code.ontwerp("een", op: "2026-10-01")
    try code.stelVast("een", op: "2026-10-02") { $0[GenomenZonderInstemming.veld] = true }
    _ = try roepNietigheidIn("een")
    try code.verwachtWeigering("BEL-NIETIG") { try code.leg(RegelingInWerkingGetreden.self, "een") }
    let other = Proefregeling(code.boek, "ander")
    try other.ontwerp("een", op: "2026-10-01", plicht: .nietVereist)
    try other.stelVast("een", op: "2026-10-02")
    _ = try MedezeggenschapTests(code: other).roepNietigheidIn("een")
    try other.leg(RegelingInWerkingGetreden.self, "een")
  }

  @Test func `Nullity that was invoked too late changes nothing`() throws {
    try code.ontwerp("een", op: "2026-08-01")
    try code.stelVast("een", op: "2026-08-02") { $0[GenomenZonderInstemming.veld] = true }
    try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-08-03")
    _ = try roepNietigheidIn("een", bekend: "2026-10-09")
    #expect(try code.geldend("2026-11-15").antwoord == .yes)
  }

  @Test func `F16: a consent by name counts for the version with that name, and its date stays blank`() throws {
    try code.ontwerp(nil, naam: "2020", op: "2020", bron: "004:7826")
    try code.stelVast(nil, naam: "2020", op: "2020", als: .secretariaat, orgaan: nil, bron: "004:7826")
    var draft = EventDraft(
      InstemmingVerleend.self, stream: code.boek.stream("Instemming"), effective: .unknown)
    draft[Betreft.onderwerp] = code.stroom
    draft[Betreft.aanduiding] = "2020"
    draft[Betreft.orgaan] = .ondernemingsraad
    draft[HistoricalFact.historisch] = true
    draft[HistoricalFact.bron] = "004:7826"
    try code.boek.append(draft, als: .secretariaat)
    #expect(try code.beeld(1).code == "verleend")
  }

  init(code: Proefregeling) { self.code = code }
}

/// Terms that hang on a rule.
struct RegeltermijnTests {
  let code: Proefregeling
  init() throws { code = Proefregeling(try Proefboek()) }

  private func terms(_ day: String) throws -> [String] {
    let today = try CalendarDate(day)
    return try code.boek.read { reading in
      [JudgedTerm](try BeleidPlugin().terms(in: reading.views, on: today), today: today, warnBefore: 14).map {
        "\($0.term.declaration.id) \($0.raw?.description ?? "?") \($0.status?.rawValue ?? "?")"
      }
    }
  }

  @Test func `F10: the duty to review belongs to the rule, whatever its versions say of it`() throws {
    try code.ontwerp("een", op: "2024-01-10", plicht: .nietVereist)
    try code.stelVast("een", op: "2024-01-10") { $0[RegelingVastgesteld.evaluatieIedere] = Tijdsduur("P2Y") }
    try code.leg(RegelingInWerkingGetreden.self, "een", op: "2024-02-01")
    try code.ontwerp("twee", op: "2025-05-02", eerste: false)
    try code.stelVast("twee", op: "2025-05-02")
    try code.leg(RegelingInWerkingGetreden.self, "twee", op: "2025-06-01")
    #expect(try terms("2025-07-01") == ["BEL-EVALUATIE 2027-05-02 loopt", "BEL-EVALUATIE 2026-01-10 vervallen"])
    #expect(try Evaluatie(code.regeling(), op: CalendarDate("2025-07-01")).uiterlijk == CalendarDate("2027-05-02"))
    try code.leg(RegelingGeevalueerd.self, "twee", op: "2026-03-01", als: .college) {
      $0[RegelingGeevalueerd.uitkomst] = .geenWijziging
    }
    #expect(
      try terms("2026-11-21") == [
        "BEL-EVALUATIE 2028-03-01 loopt", "BEL-EVALUATIE 2027-05-02 gehaald", "BEL-EVALUATIE 2026-01-10 vervallen",
      ])
    try code.leg(RegelingIngetrokken.self, "een", op: "2025-06-01", als: .college) {
      $0[RegelingIngetrokken.vervangenDoorVersie] = Proefregeling.document("twee").digest
    }
    #expect(try terms("2026-11-21").first == "BEL-EVALUATIE 2028-03-01 loopt")
    try code.leg(RegelingIngetrokken.self, "twee", op: "2026-11-01", als: .college)
    #expect(try terms("2026-11-21").contains("BEL-EVALUATIE 2028-03-01 vervallen"))
  }

  @Test func `The end of a run time and the consultation before it are terms, met by an extension`() throws {
    try code.ontwerp("statuut", op: "2020-01-01", plicht: .nietVereist)
    try code.stelVast("statuut", op: "2020-01-01") {
      $0[RegelingVastgesteld.looptijdTot] = try CalendarDate("2020-12-09")
      $0[RegelingVastgesteld.overlegVoorEinde] = Tijdsduur("P6M")
      $0[RegelingVastgesteld.stilzwijgendDoor] = true
    }
    try code.leg(RegelingInWerkingGetreden.self, "statuut", op: "2020-01-01")
    #expect(try terms("2020-03-01") == ["BEL-OVERLEG 2020-06-09 loopt", "BEL-LOOPTIJD 2020-12-08 loopt"])
    #expect(try terms("2020-12-09") == ["BEL-OVERLEG 2020-06-09 verstreken", "BEL-LOOPTIJD 2020-12-08 verstreken"])
    #expect(try code.geldend("2020-12-09").antwoord == .unknown)
    try code.leg(LooptijdVerlengd.self, "statuut", op: "2020-12-09", als: .college) {
      $0[LooptijdVerlengd.grond] = .onderhandelingen
    }
    #expect(try code.geldend("2021-06-01").antwoord == .yes)
    try code.leg(LooptijdVerlengd.self, "statuut", op: "2021-07-01", als: .college) {
      $0[LooptijdVerlengd.grond] = .onderhandelingenGestaakt
      $0[LooptijdVerlengd.looptijdTot] = try CalendarDate("2025-12-09")
    }
    #expect(try code.geldend("2025-12-08").antwoord == .yes)
    #expect(try code.geldend("2025-12-09").antwoord == .unknown)
    #expect(try terms("2022-01-01").first == "BEL-OVERLEG 2025-06-09 loopt")
  }

  @Test func `F15: a version does not enter into force before it is announced, nor is it consulted on after adoption`()
    throws
  {
    try code.ontwerp("een", op: "2026-03-01", plicht: .nietVereist)
    try code.stelVast("een", op: "2026-03-10")
    try code.verwachtWeigering("BEL-VOLGORDE") {
      try code.leg(WerknemersGeraadpleegd.self, "een", op: "2026-07-12") { $0[WerknemersGeraadpleegd.vorm] = .enquete }
    }
    try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-03-12")
    try code.verwachtWeigering("BEL-VOLGORDE") {
      try code.leg(RegelingBekendgemaakt.self, "een", op: "2026-03-16") { $0[RegelingBekendgemaakt.kanaal] = .intranet }
    }
    try code.leg(RegelingBekendgemaakt.self, "een", op: "2026-03-11") { $0[RegelingBekendgemaakt.kanaal] = .intranet }
    try code.leg(RegelingBekendgemaakt.self, "een", op: "2026-06-01") { $0[RegelingBekendgemaakt.kanaal] = .website }
    let other = Proefregeling(code.boek, "ander")
    try other.ontwerp("een", op: "2026-03-01", plicht: .nietVereist)
    try other.stelVast("een", op: "2026-03-10")
    try other.leg(RegelingBekendgemaakt.self, "een", op: "2026-03-16") { $0[RegelingBekendgemaakt.kanaal] = .intranet }
    try other.verwachtWeigering("BEL-VOLGORDE") {
      try other.leg(RegelingInWerkingGetreden.self, "een", op: "2026-03-12")
    }
    try other.leg(RegelingInWerkingGetreden.self, "een", op: "2026-03-17")
  }
}
