import Governance
import Ledger
import Proefboek
import Testing

@testable import Organisatie
@testable import Vertrouwenspersonen

struct TermEnPlichtTests {
  private let wereld: Wereld
  private let boek: Proefboek

  init() throws {
    // Founded before anyone served: what is missed was missed here.
    wereld = try Wereld(geopend: "2019-01-01")
    boek = wereld.boek
  }

  private func term(_ id: String, op day: String = Proefboek.founded) throws -> [JudgedTerm] {
    try wereld.termen(op: day).filter { $0.term.declaration.id == id }
  }

  @discardableResult
  private func intervisie(_ kandidaat: Wereld.Kandidaat, op: String) throws -> RecordedEvent {
    try boek.append(
      wereld.draft(IntervisieVastgelegd.self, kandidaat, op: op) {
        $0[IntervisieVastgelegd.jaar] = Int64(op.prefix(4))
      }, als: .secretariaat)
  }

  @discardableResult
  private func scholing(_ kandidaat: Wereld.Kandidaat, _ soort: ScholingSoort, erkend: Bool = true) throws
    -> RecordedEvent
  {
    try boek.append(
      wereld.draft(ScholingVastgelegd.self, kandidaat, op: "2023-03-01") {
        $0[ScholingVastgelegd.jaar] = 2023
        $0[ScholingVastgelegd.soort] = soort
        $0[ScholingVastgelegd.erkend] = erkend
      }, als: .secretariaat)
  }

  @Test(arguments: [
    ("2026-12-17", TermStatus.loopt), ("2026-12-18", .nadert), ("2026-12-31", .nadert), ("2027-01-01", .gehaald),
    ("2027-01-02", .gehaald),
  ])
  func `The end of a term comes near, and once the function ended by law nothing waits`(day: String, status: TermStatus)
    throws
  {
    _ = try wereld.benoemde()
    let term = try #require(try term("VP-TERMIJN", op: day).first)
    #expect(term.status == status)
    #expect(try term.raw == CalendarDate("2027-01-01"))
  }

  /// Appointed on 23 May 2024 for 4 years: 23 May 2028 is the first day without the function (004:5604-5605).
  @Test func `The worked term ends on 23 May 2028, which is the first day without the function`() throws {
    let kandidaat = try wereld.benoemde(op: "2024-05-23", tot: "2028-05-23")
    #expect(throws: Failure.self) { try wereld.benoemde(op: "2024-05-23", tot: "2028-05-22") }
    for (day, state) in [("2024-05-22", Toestand.benoemd), ("2024-05-23", .actief), ("2028-05-22", .actief)] {
      #expect(try wereld.toestand(kandidaat, op: day) == state, "\(day)")
    }
    #expect(try wereld.toestand(kandidaat, op: "2028-05-23") == .termijnVerstreken)
    let json = try boek.read { reading in
      let day = try CalendarDate("2028-05-22")
      let benoeming = try #require(try Benoeming.find(kandidaat.stream, reading.views))
      return try BenoemingJSON(reading, day).json(benoeming)
    }
    #expect(json["tot"]?.string == "2028-05-23" && json["dient"]?.string == "yes")
    #expect(try term("VP-TERMIJN").map(\.raw?.description) == ["2028-05-23"])
    let origin = "voorbeeld.example/grootboek"
    let file = TermCalendarFile(try wereld.termen(), origin: origin, stamp: try Instant("2026-11-21T10:00:00Z"))
    #expect(file.text.contains("DTSTART;VALUE=DATE:20280523"))
    // The next term begins where this one ends, without a day between or a day twice.
    #expect(
      Uitkomst { _ = try wereld.benoemde(op: "2028-05-22", tot: "2032-05-22", persoon: kandidaat.persoon) }
        == .geweigerd("VP-OVERLAP"))
    #expect(
      Uitkomst { _ = try wereld.benoemde(op: "2028-05-23", tot: "2032-05-23", persoon: kandidaat.persoon) }
        == .aanvaard)
  }

  @Test func `A clock is counted by the calendar that the organisation recorded`() throws {
    var draft = EventDraft(
      SluitingsdagVastgelegd.self, stream: boek.stream("Sluitingsdag"), effective: try ImpreciseDate("2022-01-01"))
    draft[SluitingsdagVastgelegd.dag] = try CalendarDate("2024-01-02")
    draft[SluitingsdagVastgelegd.reden] = "Carnaval"
    try boek.append(draft, als: .secretariaat)
    _ = try wereld.benoemde()
    try wereld.kies { $0[VertrouwenspersonenregelsVastgesteld.bijscholing] = .duur(.of(2, .jaren)) }
    let recorded = try boek.read { try Kalenders($0.views).kalender(voor: try CalendarDate("2023-01-01")) }
    #expect(recorded != Kalender())
    for id in ["VP-INTERVISIE", "VP-BIJSCHOLING"] { #expect(try term(id).map(\.term.calendar) == [recorded]) }
  }

  @Test func `A basic course is no refresher training`() throws {
    let kandidaat = try wereld.benoemde()
    try wereld.kies { $0[VertrouwenspersonenregelsVastgesteld.bijscholing] = .duur(.of(2, .jaren)) }
    try scholing(kandidaat, .basiscursus)
    #expect(try term("VP-BIJSCHOLING").map(\.status) == [.verstreken])
    try scholing(kandidaat, .bijscholing)
    #expect(try term("VP-BIJSCHOLING").map(\.raw?.description) == ["2025-03-01", "2025-01-01"])
  }

  @Test func `A renewal meets the first term and starts the next; stepping down makes it lapse`() throws {
    let kandidaat = try wereld.benoemde()
    try wereld.kies { $0[VertrouwenspersonenregelsVastgesteld.instemmingVerlenging] = .nietVereist }
    try wereld.verleng(kandidaat)
    #expect(try term("VP-TERMIJN").map(\.status) == [.loopt, .gehaald])
    try wereld.treedTerug(kandidaat)
    #expect(try Set(term("VP-TERMIJN").map(\.status)) == [.gehaald, .vervallen])
  }

  @Test func `A term that ended by time is met, recorded or not, and waits in no list`() throws {
    let kandidaat = try wereld.benoemde(op: "2022-01-01", tot: "2026-01-01")
    #expect(try term("VP-TERMIJN").map(\.status) == [.gehaald])
    func waits(_ day: String) throws -> Bool {
      try boek.read {
        try VertrouwenspersonenPlugin().openTerms(in: $0.views, on: CalendarDate(day))
          .contains { $0.declaration.id == "VP-TERMIJN" }
      }
    }
    #expect(try waits("2025-12-31") && !waits("2026-01-01"))
    try wereld.verstreken(kandidaat, op: "2026-01-01")
    #expect(try term("VP-TERMIJN").map(\.status) == [.gehaald])
  }

  @Test func `Intervisie is due within a year of the start and of the one before`() throws {
    let kandidaat = try wereld.benoemde()
    #expect(try term("VP-INTERVISIE").map(\.status) == [.verstreken])
    try intervisie(kandidaat, op: "2023-12-01")
    try intervisie(kandidaat, op: "2025-02-01")
    try intervisie(kandidaat, op: "2026-01-15")
    let clocks = try term("VP-INTERVISIE")
    #expect(clocks.map(\.raw?.description) == ["2027-01-15", "2026-02-01", "2024-12-01", "2024-01-01"])
    #expect(clocks.map(\.status) == [.loopt, .gehaald, .teLaat, .gehaald])
    #expect(Set(clocks.map(\.term.startedBy)).count == clocks.count)
  }

  @Test func `A new certificate meets the end of the one before it, when nothing lies between`() throws {
    let kandidaat = try wereld.kandidaat()
    try wereld.certificeer(kandidaat, van: "2022-01-01", tot: "2025-12-31")
    try wereld.verleen(kandidaat)
    try wereld.benoem(kandidaat)
    #expect(try term("VP-CERTIFICERING").map(\.status) == [.verstreken])
    #expect(try wereld.plichten().contains { $0.id == "VP-CERTIFICERING" })
    try wereld.certificeer(kandidaat, van: "2026-01-01", tot: "2029-12-31")
    #expect(try term("VP-CERTIFICERING").map(\.status) == [.loopt, .gehaald])
    #expect(try !wereld.plichten().contains { $0.id == "VP-CERTIFICERING" })
  }

  @Test func `An external one's contract has an end only when the contract names one`() throws {
    let extern = try wereld.kandidaat(.extern)
    try wereld.certificeer(extern)
    try wereld.contracteer(extern)
    #expect(try term("VP-CONTRACT").isEmpty)
    let other = try wereld.kandidaat(.extern)
    try wereld.certificeer(other)
    try wereld.contracteer(other, laatsteDag: "2026-12-31")
    #expect(try term("VP-CONTRACT").map(\.raw?.description) == ["2026-12-31"])
  }

  @Test
  func `F18: the overview of each year is asked from the year in which someone began, whenever that was recorded`()
    throws
  {
    #expect(try wereld.termen().isEmpty)
    _ = try wereld.benoemde()
    let years = try wereld.termen(op: "2028-05-01").map(\.term.declaration.id).filter { $0.contains("JAAROVERZICHT") }
    // The term ran until 1 January 2027, so that in 2027 nobody served.
    #expect(Set(years) == Set((2023...2026).map { "VP-JAAROVERZICHT-\($0)" }))
    boek.clock.move(days: 60)
    try wereld.overzicht(2026, .aantal(20), op: "2027-01-10")
    let met = try term("VP-JAAROVERZICHT-2026", op: "2028-05-01").first
    #expect(met?.status == .gehaald)
    _ = try wereld.benoemde(op: "2026-02-01", tot: "2030-02-01")
    #expect(try term("VP-JAAROVERZICHT-2027", op: "2029-01-01").first?.status == .verstreken)
  }

  @Test func `A beginning that was a mistake starts no year, and one recorded anew starts its own`() throws {
    let first = try wereld.benoemde()
    let begin = try #require(try boek.read { try Benoeming.find(first.stream, $0.views)?.begin })
    try wereld.corrigeer(begin.id, first.stream, als: .algemeenDirecteur)
    func years() throws -> [Int64] {
      try (2020...2029).filter { try !term("VP-JAAROVERZICHT-\($0)", op: "2029-06-01").isEmpty }
    }
    #expect(try years() == [])
    try wereld.benoem(first, op: "2025-01-01", tot: "2029-01-01")
    #expect(try years() == [2025, 2026, 2027, 2028])
    _ = try wereld.benoemde(tot: "2027-01-01")
    #expect(try years() == [2023, 2024, 2025, 2026, 2027, 2028])
    #expect(try boek.verify().ok)
  }

  @Test
  func `Posts for internal ones that nobody fills are a duty, from the day they were laid down until someone serves`()
    throws
  {
    var draft = EventDraft(
      FormatieVastgesteld.self, stream: try wereld.geheel(), effective: try ImpreciseDate("2022-01-01"))
    draft[FormatieVastgesteld.intern] = 2
    draft[FormatieVastgesteld.extern] = 0
    try wereld.boek.append(draft, als: .algemeenDirecteur)
    #expect(try wereld.plichten(op: "2021-12-31").map(\.id) == ["VP-EXTERNE"])
    let duty = try #require(try wereld.plichten(op: "2022-06-01").first)
    #expect(duty.id == "VP-INTERNE" && duty.bron == "de vastgestelde formatie" && duty.position != nil)
    _ = try wereld.benoemde(op: "2023-01-01", tot: "2027-01-01")
    #expect(try wereld.plichten(op: "2022-12-31").map(\.id).contains("VP-INTERNE"))
    #expect(try !wereld.plichten(op: "2023-01-01").map(\.id).contains("VP-INTERNE"))
    #expect(try wereld.plichten(op: "2027-01-01").map(\.id).contains("VP-INTERNE"))
    draft[FormatieVastgesteld.intern] = 0
    draft.effective = try ImpreciseDate("2028-01-01")
    try wereld.boek.append(draft, als: .algemeenDirecteur)
    #expect(try !wereld.plichten(op: "2028-01-01").map(\.id).contains("VP-INTERNE"))
  }

  @Test func `What is not met is listed, and when everything is met there is nothing`() throws {
    #expect(try wereld.plichten().map(\.id) == ["VP-EXTERNE"])
    let kandidaat = try wereld.benoemde()
    let extern = try wereld.kandidaat(.extern)
    try wereld.certificeer(extern)
    try wereld.contracteer(extern)
    for year in [2023, 2024] as [Int64] { try wereld.overzicht(year, .aantal(20), op: "\(year + 1)-02-01") }
    #expect(
      try wereld.plichten().map { "\($0.kenmerk) \($0.id)" } == [
        "vertrouwenspersoon-1 VP-INTERVISIE", "vertrouwenspersoon-2 VP-INTERVISIE",
        "vertrouwenspersoon-1 VP-SCHOLING", "vertrouwenspersoon-2 VP-SCHOLING",
      ])
    for person in [kandidaat, extern] {
      try scholing(person, .basiscursus, erkend: false)
      try scholing(person, .basiscursus)
      try scholing(person, .verdiepingIntegriteit)
      for op in ["2023-12-01", "2024-11-30", "2025-11-29", "2026-11-21"] { try intervisie(person, op: op) }
    }
    #expect(try wereld.plichten().isEmpty)
  }

  @Test func `A course that the LVV does not recognise does not count`() throws {
    let kandidaat = try wereld.benoemde()
    try scholing(kandidaat, .basiscursus, erkend: false)
    func duty() throws -> [String] { try wereld.plichten().filter { $0.id == "VP-SCHOLING" }.map(\.wat.nl) }
    #expect(try duty() == ["niet vastgelegd, LVV-erkend: basiscursus en verdieping Integriteit"])
    try scholing(kandidaat, .basiscursus)
    #expect(try duty() == ["niet vastgelegd, LVV-erkend: verdieping Integriteit"])
    try scholing(kandidaat, .verdiepingIntegriteit)
    #expect(try duty().isEmpty)
  }

  @Test func `What someone learned counts in a later appointment as well`() throws {
    let first = try wereld.benoemde(op: "2021-01-01", tot: "2025-01-01")
    try scholing(first, .basiscursus)
    try scholing(first, .verdiepingIntegriteit)
    _ = try wereld.benoemde(op: "2025-01-01", tot: "2029-01-01", persoon: first.persoon)
    #expect(try wereld.plichten().contains { $0.kenmerk == "vertrouwenspersoon-2" })
    #expect(try !wereld.plichten().contains { $0.id == "VP-SCHOLING" })
  }
}
