import Governance
import Instemming
import Proefboek
import Testing

@testable import Vertrouwenspersonen

/// F33: a candidate can withdraw.
struct TerugtrekkenTests {
  private let wereld: Wereld
  private let boek: Proefboek

  init() throws {
    wereld = try Wereld()
    boek = wereld.boek
  }

  @Test func `F33: who withdraws is no candidate any more, from that day on, and is asked nothing`() throws {
    let kandidaat = try wereld.gereed()
    try boek.expectRefusal(.geweigerd("VP-TERUGTREKKEN")) { try wereld.trekTerug(kandidaat, op: "2021-12-31") }
    try wereld.trekTerug(kandidaat, op: "2026-11-01")
    #expect(try wereld.toestand(kandidaat, op: "2026-10-31") == .instemmingVerleend)
    #expect(try wereld.toestand(kandidaat, op: "2026-11-01") == .teruggetrokken)
    #expect(try wereld.plichten().map(\.id) == ["VP-EXTERNE"])
    #expect(try wereld.termen().isEmpty)
    let failure = try boek.expectRefusal(.geweigerd("VP-TERUGGETROKKEN")) { try wereld.benoem(kandidaat) }
    #expect(failure?.remedy?.nl.contains("kandidaat --zelfde-als vertrouwenspersoon-1") == true)
    #expect(try boek.verify().ok)
  }

  @Test func `F33: a withdrawal that was a mistake is undone, and the person can be put forward again`() throws {
    let kandidaat = try wereld.gereed()
    let withdrawal = try wereld.trekTerug(kandidaat)
    #expect(Uitkomst { _ = try wereld.benoemde(persoon: kandidaat.persoon) } == .aanvaard)
    try wereld.corrigeer(withdrawal.id, kandidaat.stream)
    #expect(try wereld.toestand(kandidaat) == .instemmingVerleend)
    #expect(Uitkomst { try wereld.benoem(kandidaat, op: "2027-01-01", tot: "2031-01-01") } == .aanvaard)
  }

  @Test func `F34: one certificate that was recorded with two appointments has one clock`() throws {
    let first = try wereld.benoemde(op: "2021-01-01", tot: "2025-01-01")
    let second = try wereld.benoemde(op: "2025-01-01", tot: "2029-01-01", persoon: first.persoon)
    func clocks() throws -> [JudgedTerm] {
      try wereld.termen().filter { $0.term.declaration.id == "VP-CERTIFICERING" }
    }
    #expect(try clocks().map(\.term.subject.handle) == ["vertrouwenspersoon-2"])
    // Another certificate, which holds longer, has a clock of its own and meets the first.
    try wereld.certificeer(second, van: "2026-01-01", tot: "2034-12-31")
    try wereld.certificeer(first, van: "2026-01-01", tot: "2034-12-31")
    #expect(try clocks().map(\.status) == [.loopt, .gehaald])
  }
}
