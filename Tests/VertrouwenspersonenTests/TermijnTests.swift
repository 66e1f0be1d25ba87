import Governance
import Proefboek
import Testing

@testable import Vertrouwenspersonen

/// How long a term is, and that terms of one person do not overlap.
struct TermijnTests {
  private let wereld: Wereld

  init() throws { wereld = try Wereld() }

  @Test(
    arguments: [
      ("2027-01-01", false, nil), ("2026-12-31", false, "VP-TERMIJN"), ("2029-01-01", false, "VP-TERMIJN"),
      ("2025-01-01", true, nil), ("2022-12-31", true, "VP-VOLGORDE"), ("2023-01-01", true, "VP-VOLGORDE"),
      ("2023-01-02", true, nil),
    ] as [(String, Bool, String?)])
  func `The term is four years unless another was chosen, and never ends before it begins`(
    tot: String, isAfwijkend: Bool, rule: String?
  ) throws {
    let kandidaat = try wereld.gereed()
    let outcome = Uitkomst {
      try wereld.benoem(kandidaat, tot: tot) {
        $0[VertrouwenspersoonBenoemd.afwijkend] = isAfwijkend ? true : nil
      }
    }
    #expect(outcome == (rule.map { .geweigerd($0) } ?? .aanvaard))
  }

  @Test func `An appointment needs its first and last day, unless it is of before the ledger`() throws {
    let kandidaat = try wereld.gereed()
    #expect(Uitkomst { try wereld.benoem(kandidaat, tot: nil) } == .geweigerd("VP-TERMIJN"))
    #expect(Uitkomst { try wereld.benoem(kandidaat, op: "2023-01") } == .geweigerd("VP-TERMIJN"))
    #expect(
      Uitkomst {
        try wereld.benoem(kandidaat, op: "2023", tot: nil, als: .secretariaat) { draft in
          vanVroeger(&draft)
          zonder(VertrouwenspersoonBenoemd.brief)(&draft)
          zonder(VertrouwenspersoonBenoemd.verklaring)(&draft)
        }
      } == .aanvaard)
  }

  @Test(
    arguments: [
      ("2026-12-31", "VP-OVERLAP"), ("2025-01-01", "VP-OVERLAP"), ("2019-01-01", nil), ("2027-01-01", nil),
      ("2019-01-02", "VP-OVERLAP"),
    ] as [(String, String?)])
  func `Terms of one person do not overlap`(op: String, rule: String?) throws {
    let first = try wereld.benoemde(op: "2023-01-01", tot: "2027-01-01")
    let second = try wereld.kandidaat(persoon: first.persoon, op: "2018-01-01")
    try wereld.certificeer(second, van: "2017-01-01")
    try wereld.verleen(second, op: "2018-01-02")
    // One ends on the very day on which the other begins, both ways.
    let years = Int(op.prefix(4)).map { $0 + 4 } ?? 0
    let outcome = Uitkomst { try wereld.benoem(second, op: op, tot: "\(years)\(op.dropFirst(4))") }
    #expect(outcome == (rule.map { .geweigerd($0) } ?? .aanvaard))
  }

  @Test func `Someone whose term ended early can be appointed again from that day on`() throws {
    let first = try wereld.benoemde()
    try wereld.treedTerug(first, op: "2024-07-01")
    let again = try wereld.kandidaat(persoon: first.persoon)
    try wereld.verleen(again)
    #expect(Uitkomst { try wereld.benoem(again, op: "2024-06-30", tot: "2028-06-30") } == .geweigerd("VP-OVERLAP"))
    #expect(Uitkomst { try wereld.benoem(again, op: "2024-07-01", tot: "2028-07-01") } == .aanvaard)
  }
}
