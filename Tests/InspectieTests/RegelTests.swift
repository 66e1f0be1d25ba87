import Governance
import Ledger
import Proefboek
import Testing

@testable import Inspectie
@testable import Organisatie

/// Each rule refuses what it should, and writes nothing.
struct RegelTests {
  let boek: Proefboek
  init() throws {
    boek = try Proefboek()
    try boek.ga(naar: "2025-06-01")
  }

  @discardableResult
  private func dekking<E: Dekking>(
    _ type: E.Type, bereikt: Int64, van omvang: Int64, op: String = "2025-05-12",
    _ fill: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try boek.leg(type, op: op) {
      $0[E.doelgroep] = .alleWerknemers
      $0[E.bereikt] = bereikt
      $0[E.omvang] = omvang
      $0[E.onderwerpen] = [.gedragsregels]
      try fill(&$0)
    }
  }

  @Test func `No more people are reached than there are, in any count`() throws {
    try boek.expectRefusal(.geweigerd("BEW-AANTAL")) { try dekking(TrainingGevolgd.self, bereikt: 1521, van: 1520) }
    try boek.expectRefusal(.geweigerd("BEW-AANTAL")) { try dekking(VoorlichtingOntvangen.self, bereikt: 2, van: 1) }
    try boek.expectRefusal(.geweigerd("BEW-AANTAL")) { try dekking(InstructieGegeven.self, bereikt: 2, van: 1) }
    try dekking(TrainingGevolgd.self, bereikt: 1520, van: 1520)
    try boek.expectRefusal(.geweigerd("BEW-AANTAL")) {
      try dekking(BegripGetoetst.self, bereikt: 100, van: 1520) { $0[BegripGetoetst.begrepen] = 101 }
    }
    try dekking(BegripGetoetst.self, bereikt: 100, van: 1520) { $0[BegripGetoetst.begrepen] = 100 }
  }

  @Test(arguments: [(4, false), (5, true)] as [(Int64, Bool)])
  func `A result is about five people or more`(_ tested: Int64, _ isAccepted: Bool) throws {
    let attempt = Uitkomst {
      try dekking(BegripGetoetst.self, bereikt: tested, van: 30) { $0[BegripGetoetst.begrepen] = 3 }
    }
    #expect(attempt == (isAccepted ? .aanvaard : .geweigerd("BEW-KLEIN")))
  }

  @Test func `A unit is named when the group is one`() throws {
    try boek.expectRefusal(.geweigerd("BEW-EENHEID")) {
      try dekking(TrainingGevolgd.self, bereikt: 1, van: 2) { $0[TrainingGevolgd.doelgroep] = .eenheid }
    }
    try boek.expectRefusal(.geweigerd("BEW-EENHEID")) {
      try dekking(TrainingGevolgd.self, bereikt: 1, van: 2) { $0[TrainingGevolgd.eenheid] = "Ruimte" }
    }
  }

  struct Fout: Sendable, CustomTestStringConvertible {
    let regel: String
    let wat: String
    let maak: @Sendable (inout EventDraft) throws -> Void
    var testDescription: String { "\(regel): \(wat)" }
  }

  static let bewijsfouten: [Fout] = [
    Fout(regel: "BEW-VERZAMELD", wat: "before it was done") { $0[Bewijs.verzameldOp] = try CalendarDate("2025-05-11") },
    Fout(regel: "BEW-VERZAMELD", wat: "in the future") { $0[Bewijs.verzameldOp] = try CalendarDate("2025-06-02") },
    Fout(regel: "BEW-PERIODE", wat: "one bound") { $0[Bewijs.van] = try CalendarDate("2025-05-01") },
    Fout(regel: "BEW-PERIODE", wat: "the wrong way round") {
      $0[Bewijs.van] = try CalendarDate("2025-05-02")
      $0[Bewijs.tot] = try CalendarDate("2025-05-01")
    },
    Fout(regel: "BEW-STUK", wat: "no paper") { _ in },
    Fout(regel: "INSP-STUK", wat: "a paper that is claimed and not there") { $0[Bewijs.stuk.plaats] = .bijgevoegd },
    Fout(regel: "INSP-TOEKOMST", wat: "not done yet") { $0.effective = try ImpreciseDate("2025-06-02") },
    Fout(regel: "INSP-HISTORISCH", wat: "historical without a source") {
      $0.effective = try ImpreciseDate("2024")
      $0[HistoricalFact.historisch] = true
    },
  ]

  @Test(arguments: bewijsfouten)
  func `A piece of evidence that cannot be right is refused`(_ fout: Fout) throws {
    try boek.expectRefusal(.geweigerd(fout.regel)) {
      try boek.leg(BewijsstukVastgelegd.self, op: "2025-05-12") {
        $0[BewijsstukVastgelegd.wat] = "presentielijst"
        try fout.maak(&$0)
      }
    }
  }

  @Test func `Evidence of before the term recorded after it keeps all three days`() throws {
    // S14.
    let event = try boek.leg(BewijsstukVastgelegd.self, op: "2025-05-12") {
      $0[BewijsstukVastgelegd.wat] = "presentielijst"
      $0[Bewijs.eisen] = ["AI-2.9", "AI-2.10"]
      $0[Bewijs.verzameldOp] = try CalendarDate("2025-05-15")
      $0[Bewijs.stuk.plaats] = .elders
      $0[Bewijs.stuk.vindplaats] = "dossier 12"
    }
    try boek.read { reading in
      for demand in ["AI-2.9", "AI-2.10"] {
        let found = try reading.views.facts(where: Bewijs.eisen, holds: demand)
        #expect(found.map(\.id) == [event.id])
        #expect(found[0].effective.description == "2025-05-12" && found[0].recordedOn.description == "2025-06-01")
        #expect(found[0][Bewijs.verzameldOp]?.description == "2025-05-15")
      }
      #expect(try reading.views.facts(where: Bewijs.eisen, holds: "AI-2.1").isEmpty)
    }
  }

  static let eisfouten: [Fout] = [
    Fout(regel: "INSP-KENMERK", wat: "no reference") { $0[EisOpgelegd.kenmerk] = nil },
    Fout(regel: "INSP-TERMIJN", wat: "no term") { $0[EisOpgelegd.termijn] = nil },
    Fout(regel: "INSP-TERMIJN", wat: "two terms") { $0[EisOpgelegd.uiterlijk] = try CalendarDate("2025-05-13") },
    Fout(regel: "INSP-TERMIJN", wat: "a last day before the letter") {
      $0[EisOpgelegd.termijn] = nil
      $0[EisOpgelegd.uiterlijk] = try CalendarDate("2024-11-13")
    },
    Fout(regel: "INSP-VERZONDEN", wat: "sent before its date") {
      $0[EisOpgelegd.verzondenOp] = try CalendarDate("2024-11-12")
    },
    Fout(regel: "INSP-VERZONDEN", wat: "sent in the future") {
      $0[EisOpgelegd.verzondenOp] = try CalendarDate("2025-06-02")
    },
    Fout(regel: "INSP-NUMMERING", wat: "a demand twice") {
      $0[EisOpgelegd.nummering] = [Eisregel(nummer: "1.a", eis: "AI-1.1"), Eisregel(nummer: "1.b", eis: "AI-1.1")]
    },
  ]

  @Test(arguments: eisfouten)
  func `An order that cannot be right is refused`(_ fout: Fout) throws {
    let zaak = try boek.leg(InspectieUitgevoerd.self, op: "2024-09-26") {
      $0[InspectieUitgevoerd.gehoord] = [.werknemers]
    }
    .stream
    try boek.expectRefusal(.geweigerd(fout.regel)) {
      try boek.leg(EisOpgelegd.self, in: zaak, op: "2024-11-13") {
        $0[EisOpgelegd.kenmerk] = "2428456/05"
        $0[EisOpgelegd.boom] = "AI"
        $0[EisOpgelegd.termijn] = Tijdsduur("P6M")
        $0[EisOpgelegd.herbewijsIedere] = Tijdsduur("P1Y")
        try fout.maak(&$0)
      }
    }
  }

  @Test func `A case goes in order`() throws {
    let zaak = try boek.leg(InspectieUitgevoerd.self, op: "2024-09-26") {
      $0[InspectieUitgevoerd.gehoord] = [.werknemers]
    }
    .stream
    try boek.expectRefusal(.geweigerd("INSP-VOLGORDE")) { try boek.leg(ZienswijzeIngediend.self, in: zaak) }
    try boek.expectRefusal(.geweigerd("INSP-VOLGORDE")) { try boek.leg(BezwaarIngediend.self, in: zaak) }
    try boek.expectRefusal(.geweigerd("INSP-VOLGORDE")) { try boek.leg(BoeterapportOpgemaakt.self, in: zaak) }
    let full = try boek.eis()
    try boek.expectRefusal(.geweigerd("INSP-VOLGORDE")) { try boek.leg(VoorlopigeVoorzieningGevraagd.self, in: full) }
    try boek.expectRefusal(.geweigerd("INSP-VOLGORDE")) {
      try boek.leg(BezwaarIngediend.self, in: full, op: "2024-11-12")
    }
    try boek.expectRefusal(.geweigerd("INSP-EENMAAL")) {
      try boek.leg(ZienswijzeIngediend.self, in: full, op: "2024-11-20")
    }
    try boek.expectRefusal(.geweigerd("INSP-ONTVANGEN")) {
      try boek.leg(BezwaarIngediend.self, in: full, op: "2024-11-20") {
        $0[BezwaarIngediend.ontvangenOp] = try CalendarDate("2024-11-19")
      }
    }
    try boek.leg(InspectieAfgesloten.self, in: full)
    try boek.expectRefusal(.geweigerd("INSP-AFGESLOTEN")) { try boek.leg(AfschriftAanMedezeggenschap.self, in: full) }
    try boek.expectRefusal(.geweigerd("INSP-HERHAALD")) {
      try boek.leg(BewijsHerhaald.self, in: full, op: "2025-05-13") { $0[Bewijs.eisen] = ["AI-1.1"] }
    }
    try boek.leg(BewijsHerhaald.self, in: full) { $0[Bewijs.eisen] = ["AI-1.1"] }
  }

  @Test func `That the inspectorate declares it fulfilled shows from its letter`() throws {
    let zaak = try boek.eis()
    func declare(_ paper: Bool) throws {
      try boek.leg(EisVoldaanVerklaard.self, in: zaak, als: .college) {
        $0[EisVoldaanVerklaard.door] = .arbeidsinspectie
        $0[EisVoldaanVerklaard.volledig] = true
        if paper {
          $0[Bewijs.stuk.plaats] = .elders
          $0[Bewijs.stuk.vindplaats] = "archief"
        }
      }
    }
    try boek.expectRefusal(.geweigerd("INSP-VERKLAARD")) { try declare(false) }
    try declare(true)
  }

  @Test func `An order that lapsed after an objection asks for nothing any more`() throws {
    let zaak = try boek.eis()
    try boek.leg(BezwaarIngediend.self, in: zaak, op: "2024-11-20")
    try boek.leg(BeslissingOpBezwaarOntvangen.self, in: zaak, op: "2024-11-25") {
      $0[BeslissingOpBezwaarOntvangen.uitkomst] = .gegrond
    }
    try boek.ga(naar: "2025-06-01")
    #expect(try boek.termen("2025-06-01", "INSP-HERBEWIJS").allSatisfy { $0.hasSuffix("vervallen") })
    let brief = try #require(try boek.read { try Eisbrief(zaak, op: CalendarDate("2025-06-01"), $0.views) })
    #expect(brief.vervallen?.description == "2024-11-25")
  }

  @Test func `An alternative and a declaration say about which demands, and are the employer's`() throws {
    let zaak = try boek.eis()
    func alternative(_ demands: [String]?, als rol: Rol) throws -> RecordedEvent {
      try boek.leg(AlternatieveMaatregelVastgelegd.self, in: zaak, als: rol) {
        $0[AlternatieveMaatregelVastgelegd.maatregel] = "coaching"
        $0[AlternatieveMaatregelVastgelegd.vergelijking] = "bereikt dezelfde mensen"
        $0[Bewijs.eisen] = demands
      }
    }
    try boek.expectRefusal(.geweigerd("BEW-EIS")) { try alternative(nil, als: .college) }
    try boek.expectRefusal(.anders(.notPermitted)) { try alternative(["AI-2.9"], als: .secretariaat) }
    _ = try alternative(["AI-2.9"], als: .college)
  }

  @Test func `A measure belongs to an inventory that is there, and its dates follow each other`() throws {
    try boek.expectRefusal(.geweigerd("MTR-RIE")) {
      try boek.maatregel { $0[MaatregelVastgelegd.rie] = boek.stream("Rie") }
    }
    try boek.expectRefusal(.geweigerd("MTR-DATUMS")) {
      try boek.maatregel { $0[MaatregelVastgelegd.evaluerenVoor] = try CalendarDate("2025-04-29") }
    }
    let measure = try boek.maatregel()
    try boek.expectRefusal(.geweigerd("MTR-BIJGESTELD")) { try boek.leg(MaatregelBijgesteld.self, in: measure) }
    try boek.expectRefusal(.geweigerd("MTR-DATUMS")) {
      try boek.leg(MaatregelBijgesteld.self, in: measure) {
        $0[MaatregelVastgelegd.uitvoerenVoor] = try CalendarDate("2025-05-11")
      }
    }
    try boek.expectRefusal(.geweigerd("MTR-EVALUATIE")) {
      try boek.leg(MaatregelGeevalueerd.self, in: measure) { $0[MaatregelGeevalueerd.uitkomst] = .werkt }
    }
    try boek.expectRefusal(.geweigerd("MTR-VERVANGEN")) {
      try boek.leg(MaatregelVervallen.self, in: measure, als: .college) {
        $0[MaatregelVervallen.reden] = "vervangen"
        $0[MaatregelVervallen.vervangenDoor] = measure
      }
    }
  }

  @Test func `Who is responsible is one of both: a function that is there, or what the plan names`() throws {
    let measure = try boek.maatregel()
    let (function, _) = try boek.functie("Adviseur", bekleedVan: "2024-09-02")
    func name(_ functie: StreamID?, _ words: String?) throws -> RecordedEvent {
      try boek.leg(VerantwoordelijkeAangewezen.self, in: measure) {
        $0[VerantwoordelijkeAangewezen.functie] = functie
        $0[VerantwoordelijkeAangewezen.aanduiding] = words
      }
    }
    for (functie, words) in [(nil, nil), (function, "team"), (boek.stream("Functie"), nil)] as [(StreamID?, String?)] {
      try boek.expectRefusal(.geweigerd("MTR-VERANTWOORDELIJKE")) { try name(functie, words) }
    }
    try boek.leg(FunctieOpgeheven.self, in: function)
    try boek.expectRefusal(.geweigerd("MTR-VERANTWOORDELIJKE")) { try name(function, nil) }
  }

  @Test func `The secretariat adopts nothing, unless it is history`() throws {
    let rie = try boek.leg(RieUitgevoerd.self) { $0[RieUitgevoerd.reikwijdte] = "hele organisatie" }.stream
    try boek.expectRefusal(.geweigerd("INSP-BEVOEGD")) { try boek.leg(RieVastgesteld.self, in: rie) }
    try boek.expectRefusal(.geweigerd("INSP-VOLGORDE")) {
      try boek.leg(PlanVanAanpakGeevalueerd.self, in: rie) {
        $0[PlanVanAanpakGeevalueerd.metOndernemingsraad] = true
        $0[PlanVanAanpakGeevalueerd.bevindingen] = "goed"
      }
    }
    // The policy inventory of 2017 (000:194-196).
    let old = try boek.leg(RieUitgevoerd.self, op: "2017-09-27") {
      $0[RieUitgevoerd.reikwijdte] = "hele organisatie"
      $0[Bewijs.verzameldOp] = boek.today
      $0[HistoricalFact.historisch] = true
      $0[HistoricalFact.bron] = "000:194-196"
    }
    #expect(try boek.standen(Rie.self, old.stream, op: "2020-01-01") == ["uitgevoerd"])
  }

  @Test func `What was corrected away counts no more, and what rests on it is corrected first`() throws {
    let measure = try boek.maatregel()
    let done = try boek.leg(MaatregelUitgevoerd.self, in: measure)
    let opening = try boek.read { try $0.views.facts(in: measure)[0] }
    func correct(_ id: EventID) throws -> RecordedEvent {
      try boek.leg(MaatregelGecorrigeerd.self, in: measure) {
        $0[Correction.event] = id
        $0[Correction.reason] = "verkeerde maatregel"
      }
    }
    try boek.expectRefusal(.geweigerd("INSP-CORRECTIE-VOLGORDE")) { try correct(opening.id) }
    _ = try correct(done.id)
    try boek.expectRefusal(.geweigerd("INSP-CORRECTIE")) { try correct(done.id) }
    _ = try correct(opening.id)
    try boek.expectRefusal(.geweigerd("MTR-GELDT")) { try boek.leg(MaatregelUitgevoerd.self, in: measure) }
    #expect(try boek.standen(Maatregel.self, measure, op: "2025-06-01") == [])
    #expect(try boek.verify().ok)
  }

  @Test(arguments: ["2025-06-02", "2024", "2025-05-13"])
  func `The right date of a correction can be that of the fact`(_ date: String) throws {
    let zaak = try boek.eis()
    let order = try boek.read { try $0.views.last(of: EisOpgelegd.self, in: zaak) }
    let proof = try boek.leg(MonitoringUitgevoerd.self, op: "2025-05-12") {
      $0[MonitoringUitgevoerd.methode] = "peiling"
    }
    let (stream, type, id) =
      date == "2025-05-13"
      ? (proof.stream, BewijsGecorrigeerd.type, proof.id) : (zaak, InspectieGecorrigeerd.type, try #require(order).id)
    try boek.expectRefusal(.geweigerd("INSP-CORRECTIE-DATUM")) {
      var draft = EventDraft(type, stream: stream, effective: ImpreciseDate(boek.today))
      draft[Correction.event] = id
      draft[Correction.date] = try ImpreciseDate(date)
      draft[Correction.reason] = "andere dag"
      return try boek.append(draft, als: .secretariaat)
    }
  }
}
