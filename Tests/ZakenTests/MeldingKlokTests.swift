import Governance
import Testing

@testable import Zaken

/// The clocks of P-03, P-06, P-10 and P-13, on the dated scenarios.
@Suite struct MeldingKlokTests {
  @Test func `a melding that is never acknowledged starts no eight weeks, and opens the external route all the same`()
    throws
  {
    let proef = try Proefprocedure("P-03")
    let steps = [try zet("MeldingGedaan", "2024-06-03")]
    #expect(try proef.klok("T-03.6", steps, op: "2024-07-01").laatste?.description == "2024-08-26")
    let waits = try proef.klok("T-03.5", steps, op: "2024-07-01")
    #expect(waits.status == nil)
    #expect(waits.som.nl == "niet begonnen: wacht op OntvangstbevestigingVerzonden, en dat is te laat (T-03.1)")
    #expect(try proef.klok("T-03.7", steps, op: "2024-06-10").status == nil)
    let route = try proef.klok("T-03.7", steps, op: "2024-06-11")
    #expect(route.laatste?.description == "2024-09-10")
    #expect(route.termijn.gemist.gevolg == .externeRoute)
    #expect(try proef.klok("T-03.7", steps, op: "2024-09-11").status == .verstreken)
  }

  @Test func `nobody is offered for a melding about the one who would decide`() throws {
    let procedure = try Proefprocedure("P-03").procedure
    for over in ["algemeenDirecteur", "griffier"] {
      let route = try #require(procedure.route(over: over))
      #expect(route.keten.isEmpty && route.geenRoute != nil && route.herkomst.keuzes == ["C-08"])
    }
    #expect(try #require(procedure.route(over: "griffie")).keten == [.griffier])
  }

  @Test func `register data stay while an inquiry, an external melding or a court case runs`() throws {
    let procedure = try Proefprocedure("P-03").procedure
    let register = try #require(procedure.bewaring.first { $0.id == "register" })
    func uitkomst(_ steps: [GezetteStap], op day: String) throws -> Bewaarklok.Uitkomst {
      Bewaarklok(register, Klokken(procedure, steps, op: try CalendarDate(day))).uitkomst
    }
    let steps = [
      try zet("MeldingGedaan", "2024-06-03"), try zet("ExterneMeldingBekend", "2024-09-20"),
      try zet("ProcedureBegonnen", "2025-03-01"), try zet("ExterneMeldingAfgehandeld", "2026-01-15"),
      try zet("ProcedureGeeindigd", "2027-01-10"),
    ]
    #expect(try uitkomst(steps, op: "2025-06-01") == .beletsel("zolang een externe melding loopt"))
    #expect(try uitkomst(steps, op: "2026-06-01") == .beletsel("zolang een klacht- of gerechtelijke procedure loopt"))
    guard case .besluitNodig = try uitkomst(steps, op: "2027-01-10") else {
      Issue.record("kept after everything ended")
      return
    }
  }

  @Test(arguments: [("2024-03-15", "2027-03-15"), ("2024-02-29", "2027-03-01"), ("2023-03-01", "2026-03-01")])
  func `papers of a vertrouwenspersoon go three calendar years after the case was dealt with`(
    _ done: String, _ gone: String
  ) throws {
    let procedure = try Proefprocedure("P-06").procedure
    let papers = try #require(procedure.bewaring.first)
    let clock = Bewaarklok(
      papers, Klokken(procedure, [try zet("MeldingAfgedaan", done)], op: try CalendarDate("2025-12-31")))
    guard case .vernietigen(let day, _) = clock.uitkomst else {
      Issue.record("\(clock.uitkomst)")
      return
    }
    #expect(day.description == gone)
    let open = Bewaarklok(
      papers, Klokken(procedure, [try zet("MeldingGeuit", done)], op: try CalendarDate("2025-12-31")))
    guard case .brondatumOnbekend = open.uitkomst else {
      Issue.record("\(open.uitkomst)")
      return
    }
  }

  // MARK: Aggression

  static func incident(_ moment: String, _ fields: [String: String] = [:], team: String = "ander") throws -> GezetteStap
  {
    let at = try Instant(moment)
    return GezetteStap(
      "VoorvalGebeurd", op: ImpreciseDate(at.date), moment: at,
      momenten: try ["tijdstip": at].merging(fields.mapValues { try Instant($0) }) { $1 },
      codes: ["team": [team], "kanaal": ["huisbezoek"]])
  }

  @Test func `an incident has talks after one or three days and after four to six weeks`() throws {
    let proef = try Proefprocedure("P-10")
    let first = try Self.incident("2026-03-05T16:00:00+01:00")
    let termijn = try #require(proef.procedure.termijn("T-10.8"))
    let readings = Klokken(proef.procedure, [first], op: try CalendarDate("2026-03-05")).klokken(van: termijn)
    #expect(readings.map { $0.laatste?.description } == ["2026-03-06", "2026-03-08"])
    let third = try proef.klok("T-10.9", [first], op: "2026-03-20")
    #expect(third.nietVoor?.description == "2026-04-02")
    #expect(third.laatste?.description == "2026-04-16")
    let early = try proef.klok("T-10.9", [first, try zet("DerdeOpvanggesprek", "2026-03-30")], op: "2026-03-31")
    #expect(early.status == .loopt)
    #expect(early.merken == [.teVroeg(stap: "DerdeOpvanggesprek", op: try ImpreciseDate("2026-03-30"))])
    #expect(
      try proef.klok("T-10.9", [first, try zet("DerdeOpvanggesprek", "2026-04-10")], op: "2026-04-11").status
        == .gehaald)
  }

  @Test(arguments: [
    ("2026-03-05T16:00:00+01:00", "2026-03-06T16:00:00+01:00"),
    ("2026-03-28T20:00:00+01:00", "2026-03-29T21:00:00+02:00"),
  ])
  func `twenty-four hours pass as hours, also when the clock changes`(_ start: String, _ end: String) throws {
    let proef = try Proefprocedure("P-10")
    let first = try Self.incident(start, team: "toezichtEnHandhaving")
    let klok = try proef.klok("T-10.5", [first], op: String(start.prefix(10)))
    #expect(klok.eindmoment == (try Instant(end)))
    func reported(_ moment: Instant) throws -> TermStatus? {
      let step = GezetteStap("AangifteGedaan", op: ImpreciseDate(moment.date), momenten: ["tijdstip": moment])
      return try proef.klok("T-10.5", [first, step], op: "2026-04-30").status
    }
    #expect(try reported(Instant(end)) == .gehaald)
    #expect(try reported(Instant(end).adding(seconds: 60)) == .teLaat)
    #expect(
      try proef.klok("T-10.5", [first], op: "2026-03-30", nu: try Instant(end).adding(seconds: 1)).status == .verstreken
    )
  }

  @Test func `a word without a number gives no day, and is met when it is done`() throws {
    let proef = try Proefprocedure("P-10")
    let first = try Self.incident("2026-03-05T16:00:00+01:00")
    let open = try proef.klok("T-10.1", [first], op: "2026-05-01")
    #expect(open.status == nil && open.isOpen && open.laatste == nil)
    #expect(
      try proef.klok("T-10.1", [first, try zet("VoorvalGemeld", "2026-03-05")], op: "2026-05-01").status == .gehaald)
  }

  // MARK: Disputes

}
