import Governance
import Ledger
import Proefboek
import Testing

@testable import Instemming

struct NietigheidTests {
  private let boek: Proefboek

  init() throws { boek = try Proefboek() }

  private func nullity(_ zaak: Zaak, bekend: String, op: String) -> Uitkomst {
    Uitkomst {
      try zaak.antwoord(NietigheidIngeroepen.self, op: op) {
        $0[NietigheidIngeroepen.bekendOp] = try CalendarDate(bekend)
      }
    }
  }

  @Test(arguments: [
    ("2026-01-31", "2026-02-28", "2026-03-02"), ("2024-01-31", "2024-02-29", "2024-02-29"),
    ("2026-03-31", "2026-04-30", "2026-04-30"), ("2025-12-15", "2026-01-15", "2026-01-15"),
    ("2026-12-31", "2027-01-31", "2027-02-01"), ("2026-04-10", "2026-05-10", "2026-05-11"),
  ])
  func `F3: the month has one end everywhere, that of the Termijnenwet`(from: String, raw: String, to: String) throws {
    let term = try NietigheidsTermijn(bekendOp: CalendarDate(from), by: Kalender())
    #expect(try term.ruwEinde == CalendarDate(raw))
    #expect(try term.einde == CalendarDate(to))
    #expect(try term.warning(ImpreciseDate(to)) == nil)
    #expect(
      try term.warning(ImpreciseDate(CalendarDate(to).adding(days: 1)))?.nl.contains("te laat: uiterlijk") == true)
  }

  @Test func `Late nullity is recorded and shown as late`() throws {
    let late = Zaak(boek)
    #expect(nullity(late, bekend: "2026-01-31", op: "2026-03-03") == .aanvaard)
    let inTime = Zaak(boek)
    #expect(nullity(inTime, bekend: "2026-01-31", op: "2026-03-02") == .aanvaard)
    try boek.read { reading in
      for (zaak, isLate) in [(late, true), (inTime, false)] {
        let procedure = try #require(try reading.views.subject(Procedure.self, SubjectKey(zaak.stroom)))
        let nullity = try #require(try Nietigheid(procedure, in: reading.views))
        #expect(nullity.isTeLaat == (isLate ? .yes : .no))
        #expect(nullity.gevolg(.yes) == (isLate ? .geen : .nietig))
        #expect(nullity.gevolg(.no) == (isLate ? .geen : .betwist))
        #expect(procedure.stand()?.geldtAlsInstemming == false)
      }
    }
  }

  @Test func `Nullity names exact days, in order`() throws {
    let zaak = Zaak(boek)
    #expect(nullity(zaak, bekend: "2026-11-01", op: "2026-11") == .anders(.badInput))
    #expect(nullity(zaak, bekend: "2026-11-10", op: "2026-11-09") == .geweigerd("INS-NIETIGHEID-BEKEND"))
    #expect(nullity(zaak, bekend: "2026-11-10", op: "2026-11-10") == .aanvaard)
  }

  @Test func `Nullity is invoked once, and again after it was taken back`() throws {
    let zaak = Zaak(boek)
    #expect(nullity(zaak, bekend: "2026-11-01", op: "2026-11-10") == .aanvaard)
    #expect(nullity(zaak, bekend: "2026-11-01", op: "2026-11-11") == .geweigerd("INS-NIETIGHEID-EENMAAL"))
    try zaak.antwoord(NietigheidTeruggenomen.self)
    #expect(nullity(zaak, bekend: "2026-11-01", op: "2026-11-21") == .aanvaard)
  }

  @Test func `A decision with consent is not void, one with disputed conditions can be`() throws {
    let given = Zaak(boek)
    try given.vraag(op: "2026-10-01")
    try given.antwoord(InstemmingVerleend.self, op: "2026-10-02")
    #expect(nullity(given, bekend: "2026-11-01", op: "2026-11-10") == .geweigerd("INS-NIETIGHEID-INSTEMMING"))
    let conditional = Zaak(boek)
    try conditional.vraag(op: "2026-10-01")
    try conditional.antwoord(InstemmingOnderVoorwaardenVerleend.self, op: "2026-10-02", reden())
    #expect(nullity(conditional, bekend: "2026-11-01", op: "2026-11-10") == .aanvaard)
  }

  @Test func `Only nullity that was invoked is taken back, and not before`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag(op: "2026-10-01")
    #expect(Uitkomst { try zaak.antwoord(NietigheidTeruggenomen.self) } == .geweigerd("INS-NIETIGHEID-TERUG"))
    #expect(nullity(zaak, bekend: "2026-11-01", op: "2026-11-10") == .aanvaard)
    #expect(Uitkomst { try zaak.antwoord(NietigheidTeruggenomen.self, op: "2026-11-09") } == .geweigerd("INS-VOLGORDE"))
    #expect(Uitkomst { try zaak.antwoord(NietigheidTeruggenomen.self) } == .aanvaard)
  }

  @Test func `The works council alone invokes it`() throws {
    let zaak = Zaak(boek)
    let draft = try zaak.draft(NietigheidIngeroepen.self) {
      $0[NietigheidIngeroepen.bekendOp] = try CalendarDate("2026-11-01")
    }
    #expect(Uitkomst { try boek.append(draft, als: .college) } == .anders(.notPermitted))
    #expect(Uitkomst { try boek.append(draft, als: .secretariaat) } == .geweigerd("INS-EIGEN-SLEUTEL"))
    #expect(Uitkomst { try boek.append(draft, als: .ondernemingsraad) } == .aanvaard)
  }
}
