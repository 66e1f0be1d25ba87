import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// What lists and terms find is what folding afresh finds: after every event, on every day on which something can change.
struct TijdlijnTests {
  /// Audits every kind of subject of the plugin.
  private struct Controle {
    var functies = TimelineAudit(AangewezenFunctie.self)
    var houders = TimelineAudit(Houder.self)
    var meldingen = TimelineAudit(Werkzaamheid.self)

    mutating func faults(_ boek: Proefboek) throws -> [String] {
      try functies.faults(boek, randomDays: 5) + houders.faults(boek, randomDays: 5)
        + meldingen.faults(boek, randomDays: 5)
    }
  }

  @Test func `Lists and terms are those of the register folded for that day, mistakes and unknown days included`()
    throws
  {
    let gemeente = try Proefgemeente(.lelystad, op: "2020-01-15") {
      $0.bewaarNaEinde = Tijdsduur("P1Y")
      $0.beslistermijn = Tijdsduur("P8W")
      $0.bijwerktermijn = Tijdsduur("P14D")
    }
    var controle = Controle()
    func check(_ what: String) throws { #expect(try controle.faults(gemeente.boek) == [], "after \(what)") }
    let secretaris = try gemeente.functie("Stadsbouwmeester", aangewezen: "2020-02-01")
    try check("designation")
    let eerste = try secretaris.meld("penningmeester", op: "2021-03")
    try check("a report in some month")
    try eerste.vraag(op: "2021-04-01")
    try eerste.verleen(op: "2021-04-10")
    try check("a decision")
    let opgave = try eerste.publiceer(op: "2021-05-01")
    try check("publication")
    let tweede = try secretaris.meld("lid", op: "2021-06-01/2021-09-15")
    try tweede.leg(NevenwerkzaamheidGecorrigeerd.self, op: "2021-10-01", als: .secretariaat) {
      $0[Correction.event] = tweede.event.id
      $0[Correction.reason] = "verkeerde persoon"
    }
    try check("a report that was a mistake")
    try secretaris.bevestig(geen: false, op: "2022-01-05")
    try check("a confirmation")
    let directeur = try gemeente.functie("Directeur", houder: "2019", inhuur: true, aangewezen: "2021-01-01")
    try check("a hired holder since some day of 2019")
    // Rules dated before clocks that already run.
    try gemeente.stelIn(.lelystad, op: "2021-02-01") {
      $0.inhuur = true
      $0.bevestigingIedere = Tijdsduur("P6M") ?? $0.bevestigingIedere
      $0.bewaarNaEinde = Tijdsduur("P2Y")
      $0.beslistermijn = Tijdsduur("P6W")
    }
    try check("rules dated before clocks that run")
    try directeur.bevestig(geen: true, op: "2022-03-31")
    try opgave.trekIn(op: "2023-01-01")
    try check("withdrawal of a statement")
    try eerste.leg(NevenwerkzaamheidBeeindigd.self, op: "2023-02-01")
    try secretaris.legNeer("2024-05")
    try check("laying down in some month")
    try gemeente.append(
      FunctieaanwijzingIngetrokken.self, try #require(try aanwijzing(gemeente, directeur.functie)), op: "2024-07-01",
      als: .college)
    try check("withdrawal of a designation")
  }

  private func aanwijzing(_ gemeente: Proefgemeente, _ functie: StreamID) throws -> StreamID? {
    try gemeente.boek.read { try Aanwijzing.of(functie, $0.views).last?.feit.stream }
  }
}
