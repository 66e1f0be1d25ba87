import Beleid
import Governance
import Ledger
import Proefboek
import Testing

@testable import Inspectie

/// The clocks of P-15, with the worked dates of the sources.
struct TermTests {
  let boek: Proefboek
  init() throws { boek = try Proefboek() }

  @Test(arguments: [
    // Given the day of sending: the raw end and the end under the Termijnenwet, past the equated 27 December.
    ("2024-11-13", "2024-12-25", "2024-12-30"),
    ("2024-11-20", "2025-01-01", "2025-01-02"),
    ("2024-11-14", "2024-12-26", "2024-12-30"),
  ])
  func `Objecting is counted from the sending under the Termijnenwet; fulfilling from the date on the letter without`(
    _ sent: String, _ raw: String, _ end: String
  ) throws {
    _ = try boek.eis(verzonden: sent)
    #expect(try boek.termen("2024-11-25", "INSP-BEZWAAR") == ["INSP-BEZWAAR \(raw) \(end) loopt"])
    #expect(try boek.termen("2024-11-25", "INSP-EIS") == ["INSP-EIS 2025-05-13 2025-05-13 loopt"])
  }

  @Test func `Six months are not moved to a working day`() throws {
    // 13 April 2025 is a Sunday.
    _ = try boek.eis { $0[EisOpgelegd.termijn] = Tijdsduur("P5M") }
    #expect(try boek.termen("2025-04-14", "INSP-EIS") == ["INSP-EIS 2025-04-13 2025-04-13 verstreken"])
  }

  /// Whoever has recorded the letter had it by then, so the right to object does not stay open for ever.
  @Test func `When the sending is not known, the earliest end is shown, and the last possible one ends it`() throws {
    _ = try boek.eis(verzonden: nil)
    #expect(try boek.termen("2024-11-25", "INSP-BEZWAAR") == ["INSP-BEZWAAR 2024-12-25 2024-12-30 loopt"])
    #expect(try boek.termen("2025-03-01", "INSP-BEZWAAR") == ["INSP-BEZWAAR 2024-12-25 2024-12-30 vervallen"])
  }

  @Test(arguments: [
    ("2024-12-30", nil, "gehaald"), ("2024-12-30", "2025-01-06", "gehaald"), ("2024-12-30", "2025-01-07", "teLaat"),
    ("2024-12-31", nil, "teLaat"),
  ])
  func `An objection by post is in time when sent in time and received within a week`(
    _ sent: String, _ received: String?, _ status: String
  ) throws {
    let zaak = try boek.eis()
    try boek.ga(naar: "2025-01-10")
    try boek.leg(BezwaarIngediend.self, in: zaak, op: sent) {
      $0[BezwaarIngediend.ontvangenOp] = try received.map { try CalendarDate($0) }
    }
    #expect(try boek.termen("2025-01-10", "INSP-BEZWAAR") == ["INSP-BEZWAAR 2024-12-25 2024-12-30 \(status)"])
  }

  @Test func `Objecting does not suspend fulfilling; a demand that was annulled asks for nothing`() throws {
    let zaak = try boek.eis()
    try boek.ga(naar: "2024-12-20")
    try boek.leg(BezwaarIngediend.self, in: zaak)
    #expect(try boek.termen("2024-12-20", "INSP-EIS") == ["INSP-EIS 2025-05-13 2025-05-13 loopt"])
    try boek.ga(naar: "2025-03-01")
    try boek.leg(BeslissingOpBezwaarOntvangen.self, in: zaak) {
      $0[BeslissingOpBezwaarOntvangen.uitkomst] = .gegrond
    }
    #expect(try boek.termen("2025-03-01", "INSP-EIS") == ["INSP-EIS 2025-05-13 2025-05-13 vervallen"])
    #expect(try boek.standen(Inspectiezaak.self, zaak, op: "2025-03-01") == ["eisVervallen"])
    #expect(try boek.standen(Inspectiezaak.self, zaak, op: "2025-02-28") == ["eisLoopt"])
  }

  @Test func `A right to object that was not used lapses`() throws {
    _ = try boek.eis()
    #expect(try boek.termen("2024-12-31", "INSP-BEZWAAR") == ["INSP-BEZWAAR 2024-12-25 2024-12-30 vervallen"])
  }

  @Test func `What is declared on the last day is in time, and late on the day after`() throws {
    let zaak = try boek.eis()
    try boek.ga(naar: "2025-05-20")
    let declared = try boek.leg(EisVoldaanVerklaard.self, in: zaak, op: "2025-05-13", als: .college) {
      $0[EisVoldaanVerklaard.door] = .werkgever
      $0[EisVoldaanVerklaard.volledig] = true
      $0[Bewijs.verzameldOp] = try CalendarDate("2025-05-20")
    }
    #expect(try boek.termen("2025-05-20", "INSP-EIS") == ["INSP-EIS 2025-05-13 2025-05-13 gehaald"])
    #expect(try boek.standen(Inspectiezaak.self, zaak, op: "2025-05-20") == ["voldaanVerklaard"])
    try boek.leg(InspectieGecorrigeerd.self, in: zaak, als: .college) {
      $0[Correction.event] = declared.id
      $0[Correction.date] = try ImpreciseDate("2025-05-14")
      $0[Correction.reason] = "het besluit was een dag later"
    }
    #expect(try boek.termen("2025-05-20", "INSP-EIS") == ["INSP-EIS 2025-05-13 2025-05-13 teLaat"])
    #expect(try boek.standen(Inspectiezaak.self, zaak, op: "2025-05-14") == ["voldaanVerklaard"])
    #expect(try boek.standen(Inspectiezaak.self, zaak, op: "2025-05-13") == ["eisLoopt"])
  }

  @Test func `A declaration of some demands does not end the term`() throws {
    let zaak = try boek.eis()
    try boek.ga(naar: "2025-05-14")
    try boek.leg(EisVoldaanVerklaard.self, in: zaak, op: "2025-05-01", als: .algemeenDirecteur) {
      $0[EisVoldaanVerklaard.door] = .werkgever
      $0[EisVoldaanVerklaard.volledig] = false
      $0[Bewijs.eisen] = ["AI-1.16"]
    }
    #expect(try boek.termen("2025-05-14", "INSP-EIS") == ["INSP-EIS 2025-05-13 2025-05-13 verstreken"])
    #expect(try boek.standen(Inspectiezaak.self, zaak, op: "2025-05-14") == ["eisVerstreken"])
  }

  @Test func `After the term proof is gathered anew every year, until the case is closed`() throws {
    let zaak = try boek.eis()
    #expect(try boek.termen("2025-05-13", "INSP-HERBEWIJS").isEmpty)
    #expect(try boek.termen("2025-05-14", "INSP-HERBEWIJS") == ["INSP-HERBEWIJS 2026-05-13 2026-05-13 loopt"])
    try boek.ga(naar: "2026-05-01")
    try boek.leg(BewijsHerhaald.self, in: zaak) { $0[Bewijs.eisen] = ["AI-1.16"] }
    #expect(
      try boek.termen("2026-05-02", "INSP-HERBEWIJS") == [
        "INSP-HERBEWIJS 2027-05-01 2027-05-01 loopt", "INSP-HERBEWIJS 2026-05-13 2026-05-13 gehaald",
      ])
    try boek.ga(naar: "2026-06-01")
    try boek.leg(InspectieAfgesloten.self, in: zaak)
    #expect(
      try boek.termen("2026-06-01", "INSP-HERBEWIJS").first == "INSP-HERBEWIJS 2027-05-01 2027-05-01 vervallen")
  }

  @Test func `A view that the letter sets no day for is listed as such until it is given or left out`() throws {
    try boek.ga(naar: "2024-10-20")
    let zaak = try boek.leg(InspectieUitgevoerd.self, op: "2024-09-26") {
      $0[InspectieUitgevoerd.gehoord] = [.werknemers]
    }
    .stream
    try boek.leg(VoornemenOntvangen.self, in: zaak, op: "2024-10-17")
    #expect(try boek.termen("2024-10-20") == ["INSP-ZIENSWIJZE ? ? ?"])
    try boek.leg(ZienswijzeIngediend.self, in: zaak, op: "2024-10-19")
    #expect(try boek.open("2024-10-20") == [])
    #expect(try boek.open("2024-10-18") == ["INSP-ZIENSWIJZE"])
  }

  @Test func `The measures are evaluated with the works council every year`() throws {
    try boek.ga(naar: "2025-03-01")
    let rie = try boek.leg(RieUitgevoerd.self, op: "2025-01-15") { $0[RieUitgevoerd.reikwijdte] = "hele organisatie" }
      .stream
    try boek.leg(RieVastgesteld.self, in: rie, op: "2025-02-01", als: .college) {
      $0[RieVastgesteld.herzienIedere] = Tijdsduur("P2Y")
    }
    try boek.leg(PlanVanAanpakVastgesteld.self, in: rie, op: "2025-02-10", als: .college)
    #expect(try boek.termen("2025-03-01", "RIE-EVALUATIE-OR") == ["RIE-EVALUATIE-OR 2026-02-10 2026-02-10 loopt"])
    #expect(try boek.termen("2025-03-01", "RIE-HERZIEN") == ["RIE-HERZIEN 2027-02-01 2027-02-01 loopt"])
    #expect(try boek.termen("2025-03-01", "RIE-BEKENDMAKEN") == ["RIE-BEKENDMAKEN ? ? ?"])
    for (day, together) in [("2025-12-01", false), ("2026-02-09", true)] {
      try boek.ga(naar: day)
      try boek.leg(PlanVanAanpakGeevalueerd.self, in: rie) {
        $0[PlanVanAanpakGeevalueerd.metOndernemingsraad] = together
        $0[PlanVanAanpakGeevalueerd.bevindingen] = "loopt"
      }
    }
    #expect(
      try boek.termen("2026-02-09", "RIE-EVALUATIE-OR") == [
        "RIE-EVALUATIE-OR 2027-02-09 2027-02-09 loopt", "RIE-EVALUATIE-OR 2026-02-10 2026-02-10 gehaald",
      ])
    try boek.leg(RieResultaatBekendgemaakt.self, in: rie) { $0[RieResultaatBekendgemaakt.kanaal] = .intranet }
    #expect(try !boek.open("2026-02-09").contains("RIE-BEKENDMAKEN"))
    #expect(try boek.open("2026-02-08").contains("RIE-BEKENDMAKEN"))
  }

  @Test func `Signals are collected for every year from the first one in which something was recorded`() throws {
    _ = try boek.eis()
    #expect(try boek.termen("2024-11-25", "RIE-SIGNALEN-2024") == ["RIE-SIGNALEN-2024 2024-12-31 2024-12-31 loopt"])
    #expect(try boek.termen("2025-02-01").filter { $0.hasPrefix("RIE-SIGNALEN") }.count == 2)
    try boek.ga(naar: "2025-01-20")
    try boek.leg(SignalenVerzameld.self, op: "2024-12-18") {
      $0[SignalenVerzameld.jaar] = 2024
      $0[SignalenVerzameld.bronnen] = [.onderzoek, .klachten]
    }
    #expect(try boek.termen("2025-01-20", "RIE-SIGNALEN-2024") == ["RIE-SIGNALEN-2024 2024-12-31 2024-12-31 gehaald"])
  }

  @Test func `After every event lists and terms find what folding afresh finds, on every day`() throws {
    var audit = TimelineAudit(Inspectiezaak.self)
    let zaak = try boek.eis(verzonden: nil)
    #expect(try audit.faults(boek) == [])
    try boek.ga(naar: "2025-08-01")
    try boek.leg(BezwaarIngediend.self, in: zaak, op: "2024-12")
    #expect(try audit.faults(boek) == [])
    try boek.leg(EisVoldaanVerklaard.self, in: zaak, op: "2025-05", als: .college) {
      $0[EisVoldaanVerklaard.door] = .werkgever
      $0[EisVoldaanVerklaard.volledig] = true
    }
    #expect(try audit.faults(boek) == [])
    try boek.leg(HerinspectieUitgevoerd.self, in: zaak, op: "2025-07") {
      $0[HerinspectieUitgevoerd.gehoord] = [.werknemers]
      $0[HerinspectieUitgevoerd.uitkomst] = .nietVoldaan
    }
    try boek.leg(BoeterapportOpgemaakt.self, in: zaak, op: "2025-07-20/..")
    #expect(try audit.faults(boek) == [])
    #expect(try boek.verify().ok)
  }
}
