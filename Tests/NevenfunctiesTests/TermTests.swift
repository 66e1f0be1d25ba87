import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// The clocks of activities beside the function.
struct TermTests {
  private func town(_ change: (inout Instellingen) -> Void = { _ in }) throws -> (Proefgemeente, Proefhouder) {
    let gemeente = try Proefgemeente(.lelystad, change)
    return (gemeente, try gemeente.functie("Directeur"))
  }

  /// The clocks on a day: id, subject, end, and status.
  private func terms(_ gemeente: Proefgemeente, _ day: String) throws -> [String] {
    let today = try CalendarDate(day)
    return try gemeente.boek.read { reading in
      let running = try NevenfunctiesPlugin().terms(in: reading.views, on: today)
      return [JudgedTerm](running, today: today, warnBefore: 14).map { judged in
        "\(judged.term.declaration.id) \(judged.term.subject.handle) \(judged.raw?.description ?? "-") "
          + "\(judged.status.map { "\($0)" } ?? (judged.isOpen ? "open" : "gedaan"))"
      }
    }
  }

  @Test func `A statement that was not received is listed, without a made up end`() throws {
    let (gemeente, _) = try town()
    #expect(try terms(gemeente, "2021-01-01") == ["NEV-T-ONTVANGST directeur - open"])
    let today = try CalendarDate("2021-01-01")
    let missing = try gemeente.boek.read { reading in
      try NevenfunctiesPlugin().terms(in: reading.views, on: today)
        .map { JudgedTerm($0, today: today, warnBefore: 14).missing?.nl }
    }
    #expect(missing == ["een termijn of dag: er is er geen vastgelegd"])
  }

  @Test func `A confirmation is asked every year by the rules of the day it was given`() throws {
    let (gemeente, holder) = try town()
    try holder.bevestig(geen: true, op: "2021-01-05")
    #expect(try terms(gemeente, "2021-06-01") == ["NEV-T-BEVESTIGING directeur 2022-01-05 loopt"])
    #expect(try terms(gemeente, "2022-01-06") == ["NEV-T-BEVESTIGING directeur 2022-01-05 verstreken"])
    try gemeente.stelIn(.lelystad, op: "2022-01-10") { $0.bevestigingIedere = Tijdsduur("P6M") ?? $0.bevestigingIedere }
    try holder.bevestig(geen: true, op: "2022-02-01")
    #expect(
      try terms(gemeente, "2022-03-01") == [
        "NEV-T-BEVESTIGING directeur 2022-08-01 loopt", "NEV-T-BEVESTIGING directeur 2022-01-05 teLaat",
      ])
    try holder.legNeer("2022-06-01")
    #expect(
      try terms(gemeente, "2022-09-01") == [
        "NEV-T-DRAAIDEUR Directeur 2023-11-30 loopt", "NEV-T-BEVESTIGING directeur 2022-08-01 vervallen",
        "NEV-T-BEVESTIGING directeur 2022-01-05 teLaat",
      ])
  }

  @Test func `A decision has a term only where one was chosen, and the rules of the start govern it`() throws {
    let (silent, quiet) = try town()
    try quiet.meld()
    #expect(try !terms(silent, "2021-01-11").contains { $0.hasPrefix("NEV-T-BESLISSING") })
    let (gemeente, holder) = try town { $0.beslistermijn = Tijdsduur("P14D") }
    let report = try holder.meld(op: "2021-01-10")
    try gemeente.stelIn(.lelystad, op: "2021-01-12") { $0.beslistermijn = Tijdsduur("P1M") }
    #expect(try terms(gemeente, "2021-01-20").contains("NEV-T-BESLISSING directeur/1 2021-01-24 nadert"))
    try report.toestaan()
    #expect(try terms(gemeente, "2021-01-25").contains("NEV-T-BESLISSING directeur/1 2021-01-24 gehaald"))
    try report.leg(NevenwerkzaamheidGewijzigd.self, op: "2021-03-01")
    #expect(try terms(gemeente, "2021-03-02").contains("NEV-T-BESLISSING directeur/1 2021-04-01 loopt"))
  }

  @Test func `An update has a term only where one was chosen, and publishing or leaving out meets it`() throws {
    let (gemeente, holder) = try town { $0.bijwerktermijn = Tijdsduur("P8W") }
    let report = try holder.meld()
    try report.toestaan()
    #expect(try terms(gemeente, "2021-01-21").contains("NEV-T-BIJWERKING directeur/1 2021-03-17 loopt"))
    let statement = try report.publiceer()
    #expect(try terms(gemeente, "2021-02-01").contains("NEV-T-BIJWERKING directeur/1 2021-03-17 gehaald"))
    try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-06-01")
    #expect(try terms(gemeente, "2021-06-02").contains("NEV-T-BIJWERKING directeur/1 2021-07-27 loopt"))
    try statement.trekIn(op: "2021-06-10")
    #expect(try terms(gemeente, "2021-06-11").contains("NEV-T-BIJWERKING directeur/1 2021-07-27 gehaald"))
  }

  @Test func `An ended statement is kept for as long as was chosen`() throws {
    let (gemeente, holder) = try town { $0.bewaarNaEinde = Tijdsduur("P1Y") }
    let report = try holder.meld()
    try report.toestaan()
    try report.publiceer().trekIn(op: "2021-09-01")
    #expect(try terms(gemeente, "2021-10-01").contains("NEV-T-BEWARING directeur/1 2022-09-01 loopt"))
    #expect(try terms(gemeente, "2022-09-02").contains("NEV-T-BEWARING directeur/1 2022-09-01 gehaald"))
  }

  @Test func `A change of function asks to judge again until a decision follows`() throws {
    let (gemeente, holder) = try town()
    let report = try holder.meld()
    try report.toestaan()
    try report.leg(FunctieGewijzigd.self, op: "2021-06-01") {
      $0[Houderschap.functie] = holder.functie
      $0[Houderschap.persoon] = holder.persoon
    }
    #expect(try terms(gemeente, "2021-06-02").contains("NEV-T-HERTOETSING directeur/1 - open"))
    try report.verleen(op: "2021-06-10")
    #expect(try terms(gemeente, "2021-06-11").contains("NEV-T-HERTOETSING directeur/1 - gedaan"))
  }

  @Test func `What waits for whom is listed, without anyone who may not decide`() throws {
    let gemeente = try Proefgemeente()
    let holder = try gemeente.functie("Gemeentesecretaris", houderRol: .algemeenDirecteur)
    func items(_ day: String) throws -> [String] {
      let today = try CalendarDate(day)
      return try gemeente.boek.read(als: .secretariaat) { reading in
        try OpenstaandItem.page(.all, op: today, reading).map {
          "\($0.soort.rawValue) \($0.handle): \($0.wie.nl)"
        }
      }
    }
    #expect(try items("2021-01-01") == ["opgaveOntvangen gemeentesecretaris: de houder"])
    let report = try holder.meld()
    // U11: where the rules demand it, permission is asked before anyone decides.
    #expect(try items("2021-01-11") == ["vragen gemeentesecretaris/1: de houder"])
    try report.vraag()
    let waits = try #require(try items("2021-01-11").first)
    #expect(waits.hasPrefix("beslissen gemeentesecretaris/1: college") && !waits.contains("gemeentesecretaris,"))
    try report.verleen(als: .college)
    #expect(try items("2021-01-21") == ["openbaarMaken gemeentesecretaris/1: directeur"])
    try report.publiceer(als: .directeur)
    #expect(try items("2021-02-01").isEmpty)
    #expect(try items("2022-01-11") == ["bevestigen gemeentesecretaris: de houder"])
    try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-06-01")
    #expect(try items("2021-06-02") == ["intrekken gemeentesecretaris/1: directeur"])
  }

  @Test func `A report is found by its handle and called by it`() throws {
    let gemeente = try Proefgemeente()
    let holder = try gemeente.functie("Directeur / locosecretaris")
    try holder.meld()
    let second = try holder.meld()
    try gemeente.boek.read { reading in
      let plugin = NevenfunctiesPlugin()
      let subject = try #require(try plugin.subject("directeur-locosecretaris/2", in: reading.views))
      #expect(subject.stream == second.stream)
      #expect(try plugin.handle(of: second.stream, versie: nil, in: reading.views) == "directeur-locosecretaris/2")
      #expect(try plugin.subject("iets/2", in: reading.views) == nil)
      #expect(throws: Failure.self) { try plugin.subject("directeur-locosecretaris/3", in: reading.views) }
    }
  }
}
