import Governance
import Testing

@testable import Zaken

/// The clocks of P-03, P-06, P-10 and P-13, on the dated scenarios.
@Suite struct MeldingKlokTests {
  @Test(arguments: [
    ("T-03.1", "2024-06-10"), ("T-03.4", "2024-06-17"), ("T-03.5", "2024-08-02"), ("T-03.6", "2024-08-26"),
    ("T-03.7", "2024-09-07"),
  ])
  func `a melding has its own clocks, from receipt or from sending the confirmation`(_ id: String, _ end: String) throws
  {
    let steps = [try zet("MeldingGedaan", "2024-06-03"), try zet("OntvangstbevestigingVerzonden", "2024-06-07")]
    #expect(try Proefprocedure("P-03").klok(id, steps, op: "2024-06-08").laatste?.description == end)
  }

  @Test(arguments: [
    ("T-03.1", "2026-05-14", TermStatus.teLaat), ("WBK-1", "2026-05-18", .gehaald), ("T-03.4", "2026-05-21", .nadert),
    ("T-03.5", "2026-07-13", .loopt), ("T-03.6", "2026-07-30", .loopt), ("T-03.7", "2026-08-18", .loopt),
    ("WBK-2", "2026-08-18", .loopt),
  ])
  func `around Ascension the rule and the law end on different days`(_ id: String, _ end: String, _ status: TermStatus)
    throws
  {
    let steps = [try zet("MeldingGedaan", "2026-05-07"), try zet("OntvangstbevestigingVerzonden", "2026-05-18")]
    let klok = try Proefprocedure("P-03").klok(id, steps, op: "2026-05-18")
    #expect(klok.laatste?.description == end)
    #expect(klok.status == status)
    if id == "WBK-1" {
      #expect(klok.ruw?.description == "2026-05-14")
      #expect(klok.som.nl == "7 dagen na 7 mei = 14 mei, Hemelvaartsdag, dus 18 mei: Atw art. 1 en 3")
    }
  }

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

  @Test(arguments: [
    ("algemeenDirecteur", [Rol.burgemeester]), ("griffier", [.werkgeverscommissie]), ("medewerkerGriffie", [.griffier]),
    ("teamleiderPO", [.algemeenDirecteur]), ("directeur", [.algemeenDirecteur]),
  ])
  func `a klacht about the competent person goes to someone else`(_ over: String, _ decides: [Rol]) throws {
    #expect(try #require(try Proefprocedure("P-01").procedure.route(over: over)).keten == decides)
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

  @Test func `what is kept for ever has no date`() throws {
    let procedure = try Proefprocedure("beschikking").procedure
    let kept = Bewaarklok(
      try #require(procedure.bewaring.first), Klokken(procedure, [], op: try CalendarDate("2026-01-01")))
    #expect(kept.uitkomst == .bewaren)
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

  @Test func `half an hour after the announced return there is contact`() throws {
    let first = try Self.incident("2026-03-05T14:00:00+01:00", ["aangekondigdeTerugkeer": "2026-03-05T16:00:00+01:00"])
    let klok = try Proefprocedure("P-10").klok("T-10.15", [first], op: "2026-03-05")
    #expect(klok.eindmoment == (try Instant("2026-03-05T16:30:00+01:00")))
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

  @Test func `parties are told three weeks before a hearing and witnesses named two weeks before, holiday or not`()
    throws
  {
    let proef = try Proefprocedure("P-13")
    let steps = [
      try zet("BezwaarschriftIngediend", "2026-01-05", codes: ["bijstand": "geen"]),
      try zet("ZittingGepland", "2026-03-02", ["zitting": "2026-04-20"]),
    ]
    #expect(try proef.klok("T-13.5", steps, op: "2026-03-03").laatste?.description == "2026-03-30")
    let witnesses = try proef.klok("T-13.6", steps, op: "2026-03-03")
    #expect(witnesses.laatste?.description == "2026-04-06")
    #expect(
      try proef.klok("T-13.5", steps + [try zet("PartijenOpgeroepen", "2026-03-30")], op: "2026-04-01").status
        == .gehaald)
    #expect(
      try proef.klok("T-13.5", steps + [try zet("PartijenOpgeroepen", "2026-03-31")], op: "2026-04-01").status
        == .teLaat)
  }

  @Test func `without a defence the hearing is counted from when it could have come`() throws {
    let proef = try Proefprocedure("P-13")
    let steps = [
      try zet("BezwaarschriftIngediend", "2026-01-05"),
      try zet("OntvangstbevestigingVerzonden", "2026-01-09", ["kopieVerzonden": "2026-01-09"]),
    ]
    #expect(try proef.klok("T-13.2", steps, op: "2026-01-10").laatste?.description == "2026-01-12")
    #expect(try proef.klok("T-13.3", steps, op: "2026-01-10").laatste?.description == "2026-02-06")
    #expect(try proef.klok("T-13.4", steps, op: "2026-02-07").laatste?.description == "2026-03-20")
    let defended = steps + [try zet("VerweerschriftOntvangen", "2026-01-30")]
    #expect(try proef.klok("T-13.4", defended, op: "2026-02-07").laatste?.description == "2026-03-13")
  }

  @Test func `the committee extends the term that it names and no other`() throws {
    let proef = try Proefprocedure("P-13")
    let steps = [
      try zet("BezwaarschriftIngediend", "2026-01-05"),
      try zet("OntvangstbevestigingVerzonden", "2026-01-09", ["kopieVerzonden": "2026-01-09"]),
      try zet("TermijnAangepast", "2026-02-01", ["tot": "2026-02-20"], codes: ["termijn": "verweer"]),
    ]
    #expect(try proef.klok("T-13.3", steps, op: "2026-02-02").laatste?.description == "2026-02-20")
    #expect(try proef.klok("T-13.2", steps, op: "2026-02-02").laatste?.description == "2026-01-12")
  }

  @Test(arguments: [("geen", "T-13.1", "2026-01-26"), ("professioneel", "T-13.1-professioneel", "2026-02-09")])
  func `a professional adviser has longer to complete`(_ help: String, _ id: String, _ end: String) throws {
    let steps = [
      try zet("BezwaarschriftIngediend", "2026-01-05", codes: ["bijstand": help]),
      try zet("GelegenheidTotAanvullen", "2026-01-12"),
    ]
    let proef = try Proefprocedure("P-13")
    #expect(try proef.klok(id, steps, op: "2026-01-13").laatste?.description == end)
    let clocks = Klokken(proef.procedure, steps, op: try CalendarDate("2026-01-13")).alle.map(\.termijn.id)
    #expect(clocks.filter { $0.hasPrefix("T-13.1") } == [id])
  }
}
