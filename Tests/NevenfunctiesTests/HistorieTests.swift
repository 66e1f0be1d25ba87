import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// What is from before the ledger, and what moves along with a function.
struct HistorieTests {
  private static func oud(_ draft: inout EventDraft) {
    draft[HistoricalFact.historisch] = true
    draft[HistoricalFact.bron] = "Overzicht nevenfuncties 2018"
  }

  @Test func `A list from before the ledger is recorded by the secretariat, without decisions, and shown by its days`()
    throws
  {
    let town = try Proefgemeente(nil)
    var rules = EventDraft(
      NevenfunctieregelsVastgesteld.self, stream: town.regels, effective: try ImpreciseDate("2010-01-01"))
    rules[NevenfunctieregelsVastgesteld.titel] = "Regels"
    rules[NevenfunctieregelsVastgesteld.bron] = "Overzicht 2010"
    rules[HistoricalFact.historisch] = true
    Model.lelystad.instellingen.fill(&rules)
    try town.boek.append(rules, als: .secretariaat)
    let holder = try town.functie("Directeur", sinds: "2010", houder: "2010-01", aangewezen: nil)
    try town.append(FunctieAangewezen.self, town.boek.stream("Functieaanwijzing"), op: "2010-06-01", als: .secretariaat)
    {
      $0[Houderschap.functie] = holder.functie
      $0[FunctieAangewezen.regels] = town.regels
      $0[FunctieAangewezen.houderTekentNiet] = true
      Self.oud(&$0)
    }
    let report = try holder.meld(op: "XXXX", ingang: "2011") { Self.oud(&$0) }
    try town.weigert("NEV-VASTLEGGER") { try report.publiceer(op: "2012-01-01", als: .secretariaat) }
    try report.publiceer(op: "2012-01-01", als: .secretariaat) { Self.oud(&$0) }
    #expect(try town.kaart("2011-12-31").stand.code == "nogNietOntvangen")
    guard case .opgaven(let versions) = try town.kaart("2012-01-01").stand else {
      Issue.record("not on the list")
      return
    }
    #expect(versions.map(\.vanaf.description) == ["2012-01-01"])
    #expect(try town.boek.verify().ok)
  }

  @Test func `A holder who changes function takes the report along; the old statement is withdrawn first`() throws {
    let town = try Proefgemeente()
    let old = try town.functie("Concernmanager")
    let new = try town.functie("Directeur", houder: nil)
    let report = try old.meld()
    try report.toestaan()
    let statement = try report.publiceer()
    let moved = Proefhouder(gemeente: town, functie: new.functie, persoon: old.persoon)
    try moved.bekleed("2021-06-01")
    try old.legNeer("2021-06-01")
    try report.leg(FunctieGewijzigd.self, op: "2021-06-01") {
      $0[Houderschap.functie] = new.functie
      $0[Houderschap.persoon] = old.persoon
    }
    let card = try town.kaart("2021-06-01")
    #expect(card.functie.naam == "Directeur")
    guard case .nietGepubliceerd(let reason, _) = card.stand else {
      Issue.record("\(card.stand)")
      return
    }
    #expect(reason.nl == "De functie is gewijzigd; een melding wordt opnieuw getoetst.")
    try report.verleen(op: "2021-06-10")
    try town.weigert("NEV-OPGAVE-EENMAAL") { try report.publiceer(op: "2021-06-11") }
    try statement.trekIn(.functieNeergelegd, op: "2021-06-11")
    try report.publiceer(op: "2021-06-11")
    let register = try town.register("2021-06-11")
    #expect(register.opgaven.map(\.functie.naam) == ["Concernmanager", "Directeur"])
    #expect(
      register.opgaven.map(\.status)
        == [.beeindigd(op: try ImpreciseDate("2021-06-01"), zichtbaarTot: nil), .actueel])
    #expect(Set(register.opgaven.map(\.kaart)).count == 2)
  }

  @Test func `Who left is kept on the list for as long as was chosen, and a clock says until when`() throws {
    let town = try Proefgemeente(.lelystad) { $0.bewaarNaEinde = Tijdsduur("P1Y") }
    let holder = try town.functie("Directeur")
    let report = try holder.meld()
    try report.toestaan()
    try report.publiceer()
    try holder.legNeer("2022-01-01")
    let today = try CalendarDate("2022-02-01")
    let ends = try town.boek.read { reading in
      try NevenfunctiesPlugin().terms(in: reading.views, on: today)
        .filter { $0.declaration.id == "NEV-T-BEWARING" }
        .map { JudgedTerm($0, today: today, warnBefore: 14).raw?.description }
    }
    #expect(ends == ["2023-01-01"])
  }
}
