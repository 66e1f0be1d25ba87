import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// Each rule accepts what it should, and refuses its altered twin: rules, designations and reports.
struct RegelTests {
  let gemeente: Proefgemeente

  init() throws { gemeente = try Proefgemeente() }

  @Test func `All versions of the rules are in one stream, and a later one governs from its day on`() throws {
    let other = gemeente.metAndereRegels
    try gemeente.weigert("NEV-REGELS-STROOM") { try other.stelIn(.utrecht, op: "2023-01-01") }
    try gemeente.stelIn(.utrecht, op: "2023-01-01")
    try gemeente.boek.read { reading in
      let before = try #require(try Regels.geldend(op: try CalendarDate("2022-12-31"), reading.views))
      let after = try #require(try Regels.geldend(op: try CalendarDate("2023-01-01"), reading.views))
      #expect(before.instellingen == Model.lelystad.instellingen)
      #expect(after.instellingen == Model.utrecht.instellingen)
      #expect(try Regels.geldend(op: try CalendarDate("2019-12-31"), reading.views) == nil)
    }
  }

  @Test func `The rules of the day decide, not those of today`() throws {
    try gemeente.stelIn(.utrecht, op: "2023-01-01")
    let holder = try gemeente.functie("Directeur")
    let old = try holder.meld(op: "2022-06-01")
    try gemeente.weigert("NEV-VOORAF") { try old.verleen(op: "2022-06-10") }
    let new = try holder.meld(op: "2023-06-01")
    try new.verleen(op: "2023-06-10")
  }

  @Test func `Rules name each field and decider once, and at least the main function and the activity`() throws {
    for fields in [
      [OpenbaarVeld.hoofdfunctie], [.nevenwerkzaamheid], [.hoofdfunctie, .nevenwerkzaamheid, .ingang, .ingang],
    ] {
      try gemeente.weigert("NEV-REGELS-VELDEN") {
        try gemeente.stelIn(.lelystad, op: "2024-01-01") { $0.velden = fields }
      }
    }
    try gemeente.weigert("NEV-REGELS-VELDEN") {
      try gemeente.stelIn(.lelystad, op: "2024-01-01") { $0.beslissers = [.college, .college] }
    }
    try gemeente.stelIn(.lelystad, op: "2024-01-01") { $0.velden = [.hoofdfunctie, .nevenwerkzaamheid] }
  }

  @Test func `The second publisher is another than the responsible officer`() throws {
    try gemeente.weigert("NEV-REGELS-TWEEDE") {
      try gemeente.stelIn(.lelystad, op: "2024-01-01") { $0.tweedeOpenbaarmaker = $0.verantwoordelijke }
    }
    try gemeente.stelIn(.lelystad, op: "2024-01-01") { $0.tweedeOpenbaarmaker = nil }
  }

  @Test func `A regulation that rules name is recorded`() throws {
    var draft = EventDraft(
      NevenfunctieregelsVastgesteld.self, stream: gemeente.regels, effective: try ImpreciseDate("2024-01-01"))
    draft[NevenfunctieregelsVastgesteld.titel] = "Regels"
    draft[NevenfunctieregelsVastgesteld.bron] = "artikel 1"
    draft[NevenfunctieregelsVastgesteld.regeling] = gemeente.boek.stream("Regeling")
    Model.lelystad.instellingen.fill(&draft)
    try gemeente.weigert("NEV-REGELS-REGELING") { try gemeente.boek.append(draft, als: .college) }
  }

  @Test func `Silence is only possible about what may stay open`() throws {
    for (setting, kind) in [(Instelling.meldplicht, Herkomstsoort.zwijgt), (.beslistermijn, .zwijgt)] {
      var draft = EventDraft(
        NevenfunctieregelsVastgesteld.self, stream: gemeente.regels, effective: try ImpreciseDate("2024-01-01"))
      draft[NevenfunctieregelsVastgesteld.titel] = "Regels"
      draft[NevenfunctieregelsVastgesteld.bron] = "artikel 1"
      draft[NevenfunctieregelsVastgesteld.herkomst] = [InstellingHerkomst(setting, kind, "artikel 1")]
      Model.lelystad.instellingen.fill(&draft)
      if setting == .meldplicht {
        try gemeente.weigert("NEV-REGELS-HERKOMST") { try gemeente.boek.append(draft, als: .college) }
      } else {
        try gemeente.boek.append(draft, als: .college)
      }
    }
  }

  @Test func `Only a recorded function is designated, under rules in force, once at a time`() throws {
    try gemeente.weigert("NEV-FUNCTIE") { try gemeente.wijsAan(gemeente.boek.stream("Functie"), op: "2021-01-01") }
    let holder = try gemeente.functie("Concernmanager", aangewezen: nil)
    try gemeente.weigert("NEV-REGELS") { try gemeente.wijsAan(holder.functie, op: "2019-12-31") }
    let designated = try gemeente.wijsAan(holder.functie, op: "2021-01-01")
    try gemeente.weigert("NEV-AANWIJZING-EENMAAL") { try gemeente.wijsAan(holder.functie, op: "2022-01-01") }
    try gemeente.weigert("NEV-AANWIJZING-EINDE") {
      try gemeente.append(FunctieaanwijzingIngetrokken.self, designated.stream, op: "2021-01-01", als: .college)
    }
    try gemeente.append(FunctieaanwijzingIngetrokken.self, designated.stream, op: "2023-01-01", als: .college)
    try gemeente.weigert("NEV-AANWIJZING-EINDE") {
      try gemeente.append(FunctieaanwijzingIngetrokken.self, designated.stream, op: "2024-01-01", als: .college)
    }
    try gemeente.wijsAan(holder.functie, op: "2023-01-01")
  }

  @Test func `A function that is not designated is refused for a confirmation; a report can always be made`() throws {
    let holder = try gemeente.functie("Concerncontroller", aangewezen: "2022-01-01")
    try holder.meld(op: "2021-12-31")
    try gemeente.weigert("NEV-AANGEWEZEN") { try holder.bevestig(geen: true, op: "2021-12-31") }
    try holder.meld(op: "2022-01-01")
  }

  @Test func `Who does not hold the function on that day cannot report`() throws {
    let holder = try gemeente.functie("Directeur", houder: "2022-01-01")
    try gemeente.weigert("NEV-HOUDER") { try holder.meld(op: "2021-12-31") }
    try gemeente.weigert("NEV-HOUDER") { try holder.bevestig(geen: true, op: "2021-12-31") }
    try holder.meld(op: "2022-01-01")
    try holder.legNeer("2023-01-01")
    try gemeente.weigert("NEV-HOUDER") { try holder.meld(op: "2023-01-01") }
    try holder.meld(op: "2022-12-31")
  }

  @Test func `A hired holder reports like an employed one`() throws {
    try gemeente.functie("Concernmanager", inhuur: true).meld()
  }

  @Test func `An activity does not end before it starts`() throws {
    let holder = try gemeente.functie("Directeur")
    try gemeente.weigert("NEV-DATUMS") { try holder.meld(ingang: "2021-02-01", einde: "2021-01-31") }
    let report = try holder.meld(ingang: "2021-02-01", einde: "2021-02") {
      $0[NevenwerkzaamheidGemeld.voorgenomen] = false
    }
    try gemeente.weigert("NEV-DATUMS") { try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-01-15") }
    try gemeente.weigert("NEV-DATUMS") {
      try report.leg(NevenwerkzaamheidGewijzigd.self, op: "2021-01-15") {
        $0[Looptijd.einde] = try ImpreciseDate("2020")
      }
    }
    try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-03-01")
  }

  @Test func `What was only intended can be given up before it starts`() throws {
    let report = try gemeente.functie("Directeur").meld(ingang: "2021-02-01")
    try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-01-15")
  }

  @Test func `What ended changes no more`() throws {
    let report = try gemeente.functie("Directeur").meld()
    try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-03-01")
    try gemeente.weigert("NEV-BEEINDIGD") { try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-04-01") }
    try gemeente.weigert("NEV-BEEINDIGD") { try report.leg(NevenwerkzaamheidGewijzigd.self, op: "2021-04-01") }
    try gemeente.weigert("NEV-BEEINDIGD") { try report.vraag(op: "2021-04-01") }
    try gemeente.weigert("NEV-BEEINDIGD") { try report.weiger(op: "2021-04-01") }
  }

  @Test func `What follows a report is not of before it, unless it is from before the ledger`() throws {
    let report = try gemeente.functie("Directeur").meld(op: "2021-01-10")
    try report.vraag()
    try gemeente.weigert("NEV-VOLGORDE") { try report.verleen(op: "2021-01-09") }
    try report.verleen(op: "2021-01-11")
  }

  @Test func `Nothing happened in the future`() throws {
    let holder = try gemeente.functie("Directeur")
    try gemeente.weigert("NEV-TOEKOMST") { try holder.meld(op: "2026-11-22") }
    let report = try holder.meld(op: "2026-11-21", ingang: "2027-01-01")
    try gemeente.weigert("NEV-TOEKOMST") { try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2027-12-01") }
  }

  @Test func `A fact from before the ledger names its source and is from before it`() throws {
    let holder = try gemeente.functie("Directeur")
    try gemeente.weigert("NEV-BRON") { try holder.meld { $0[HistoricalFact.historisch] = true } }
    try gemeente.weigert("NEV-BRON") { try holder.meld { $0[HistoricalFact.bron] = "brief" } }
    try gemeente.weigert("NEV-HISTORISCH") {
      try holder.meld(op: "2021-01-10") {
        $0[HistoricalFact.historisch] = true
        $0[HistoricalFact.bron] = "brief"
      }
    }
  }

  @Test func `Without a mandate the secretariat records only what is from before the ledger`() throws {
    try gemeente.weigert("NEV-VASTLEGGER") { try gemeente.stelIn(.utrecht, op: "2024-01-01", als: .secretariaat) }
    let report = try gemeente.functie("Directeur").meld()
    try report.vraag()
    try gemeente.weigert("NEV-VASTLEGGER") { try report.verleen(als: .secretariaat) }
    try report.verleen()
    try gemeente.weigert("NEV-VASTLEGGER") { try report.publiceer(als: .secretariaat) }
  }

  @Test func `A report of something forbidden is recorded: recording is not allowing`() throws {
    let report = try gemeente.functie("Directeur").meld(ingang: "2019", eigenGemeente: true)
    #expect(report.event.position > 0)
  }

  @Test func `A change of function is about the same person and an existing function`() throws {
    let holder = try gemeente.functie("Directeur")
    let other = try gemeente.functie("Concernmanager")
    let report = try holder.meld()
    func change(_ functie: StreamID, _ persoon: StreamID) throws {
      try report.leg(FunctieGewijzigd.self, op: "2022-01-01") {
        $0[Houderschap.functie] = functie
        $0[Houderschap.persoon] = persoon
      }
    }
    try gemeente.weigert("NEV-FUNCTIE") { try change(gemeente.boek.stream("Functie"), holder.persoon) }
    try gemeente.weigert("NEV-PERSOON") { try change(other.functie, other.persoon) }
    try gemeente.weigert("NEV-HOUDER") { try change(other.functie, holder.persoon) }
    try change(holder.functie, holder.persoon)
  }
}
