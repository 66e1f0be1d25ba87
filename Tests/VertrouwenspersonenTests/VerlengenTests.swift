import Governance
import Instemming
import Proefboek
import Testing

@testable import Vertrouwenspersonen

struct VerlengenTests {
  private let wereld: Wereld

  init() throws { wereld = try Wereld() }

  /// Someone who serves, with consent to renewal.
  private func verlengbaar(op: String = "2023-01-01", tot: String = "2027-01-01") throws -> Wereld.Kandidaat {
    let kandidaat = try wereld.benoemde(op: op, tot: tot)
    try wereld.verleen(kandidaat, .verlengen, op: "2020-02-01")
    return kandidaat
  }

  @Test(
    arguments: [("2025-12-31", nil), ("2026-01-01", "VP-VERLENGING-OP-TIJD"), ("2026-01-02", "VP-VERLENGING-OP-TIJD")]
      as [(String, String?)])
  func `A term is renewed before the day until which it runs`(op: String, rule: String?) throws {
    let kandidaat = try verlengbaar(op: "2022-01-01", tot: "2026-01-01")
    let outcome = Uitkomst { try wereld.verleng(kandidaat, op: op, tot: "2030-01-01") }
    #expect(outcome == (rule.map { .geweigerd($0) } ?? .aanvaard))
  }

  @Test func `A renewal is recorded when it was decided, not announced`() throws {
    let kandidaat = try verlengbaar()
    #expect(Uitkomst { try wereld.verleng(kandidaat, op: "2026-11-22") } == .geweigerd("VP-TOEKOMST"))
    #expect(Uitkomst { try wereld.verleng(kandidaat, op: "2026-11-21") } == .aanvaard)
  }

  @Test func `Both have to want it`() throws {
    let kandidaat = try verlengbaar()
    try wereld.boek.expectRefusal(.geweigerd("VP-BEIDEN")) {
      try wereld.verleng(kandidaat) { $0[VertrouwenspersoonVerlengd.beidenAkkoord] = false }
    }
  }

  @Test(
    arguments: [
      ("2031-01-01", false, nil), ("2030-12-31", false, "VP-LANGER"), ("2029-01-01", true, nil),
      ("2027-01-01", true, "VP-LANGER"), ("2026-12-31", true, "VP-LANGER"),
    ] as [(String, Bool, String?)])
  func `It ends later, after the usual length or another that was chosen`(
    tot: String, isAfwijkend: Bool, rule: String?
  ) throws {
    let kandidaat = try verlengbaar()
    let outcome = Uitkomst {
      try wereld.verleng(kandidaat, tot: tot) {
        $0[VertrouwenspersoonVerlengd.afwijkend] = isAfwijkend ? true : nil
      }
    }
    #expect(outcome == (rule.map { .geweigerd($0) } ?? .aanvaard))
  }

  @Test func `An external one's contract is renewed through a last day of its own, whatever the usual term`() throws {
    let extern = try wereld.kandidaat(.extern)
    try wereld.certificeer(extern)
    try wereld.contracteer(extern, laatsteDag: "2026-12-31")
    func renew(tot: String? = nil, laatsteDag: String? = nil) throws {
      try wereld.verleng(extern) {
        $0[VertrouwenspersoonVerlengd.tot] = try tot.map { try CalendarDate($0) }
        $0[VertrouwenspersoonVerlengd.laatsteDag] = try laatsteDag.map { try CalendarDate($0) }
      }
    }
    try wereld.boek.expectRefusal(.geweigerd("VP-LANGER")) { try renew(tot: "2031-01-01") }
    try wereld.boek.expectRefusal(.geweigerd("VP-LANGER")) { try renew() }
    try wereld.boek.expectRefusal(.geweigerd("VP-LANGER")) { try renew(laatsteDag: "2026-12-31") }
    try renew(laatsteDag: "2027-06-30")
    #expect(try wereld.toestand(extern, op: "2027-06-30") == .verlengd)
    #expect(try wereld.toestand(extern, op: "2027-07-01") == .termijnVerstreken)
    let clocks = try wereld.termen().filter { $0.term.declaration.id == "VP-CONTRACT" }
    #expect(clocks.map(\.raw?.description) == ["2027-06-30", "2026-12-31"])
    // An internal one's term has no last day of its own.
    let intern = try verlengbaar()
    try wereld.boek.expectRefusal(.geweigerd("VP-LANGER")) {
      try wereld.verleng(intern) {
        $0[VertrouwenspersoonVerlengd.tot] = nil
        $0[VertrouwenspersoonVerlengd.laatsteDag] = try CalendarDate("2030-12-31")
      }
    }
  }

  @Test func `One consent carries one renewal`() throws {
    let kandidaat = try verlengbaar()
    try wereld.verleng(kandidaat)
    try wereld.boek.expectRefusal(.geweigerd("VP-INSTEMMING")) { try wereld.verleng(kandidaat, tot: "2035-01-01") }
    try wereld.verleen(kandidaat, .verlengen, op: "2026-11-01")
    #expect(Uitkomst { try wereld.verleng(kandidaat, tot: "2035-01-01") } == .aanvaard)
    #expect(try wereld.boek.verify().ok)
  }
}
