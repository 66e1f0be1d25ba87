import Governance
import Ledger
import Proefboek
import Testing

@testable import Vertrouwenspersonen

private typealias Besluit = VertrouwenspersonenregelsVastgesteld

/// F17 and F18: whose an overview is, who consulted, and which years ask for one.
struct JaaroverzichtTests {
  private func clocks(_ wereld: Wereld, op day: String = Proefboek.founded) throws -> [JudgedTerm] {
    try wereld.termen(op: day).filter { $0.term.declaration.id.hasPrefix("VP-JAAROVERZICHT") }
      .sorted { $0.term.declaration.id < $1.term.declaration.id }
  }

  @Test func `F17: one for the whole organisation, or one by each, as the rules of that year say`() throws {
    let wereld = try Wereld(geopend: "2019-01-01")
    try wereld.kies(op: "2025-01-01") { $0[Besluit.jaaroverzichtDoor] = .iedereVertrouwenspersoon }
    let (ans, bas) = (try wereld.benoemde(), try wereld.benoemde())
    let refused = Uitkomst.geweigerd("VP-JAAROVERZICHT-VAN")
    #expect(Uitkomst { try wereld.overzicht(2024, .aantal(20), van: ans) } == refused)
    #expect(Uitkomst { try wereld.overzicht(2024, .aantal(20)) } == .aanvaard)
    #expect(Uitkomst { try wereld.overzicht(2025, .aantal(20)) } == refused)
    #expect(Uitkomst { try wereld.overzicht(2025, .aantal(20), van: ans) } == .aanvaard)
    #expect(Uitkomst { try wereld.overzicht(2025, .aantal(20), van: ans) } == .geweigerd("VP-JAAROVERZICHT-EENMAAL"))
    #expect(Uitkomst { try wereld.overzicht(2025, .aantal(9), van: bas) } == .aanvaard)
    // Nobody gives an overview of a year in which they did not serve.
    let later = try wereld.benoemde(op: "2026-06-01", tot: "2030-06-01")
    #expect(Uitkomst { try wereld.overzicht(2025, .aantal(9), van: later) } == refused)
    #expect(try wereld.boek.verify().ok)
  }

  @Test func `F17: where each gives one, each has a clock, met by the own overview`() throws {
    let wereld = try Wereld(geopend: "2019-01-01")
    try wereld.kies(op: "2025-01-01") { $0[Besluit.jaaroverzichtDoor] = .iedereVertrouwenspersoon }
    let (ans, _) = (
      try wereld.benoemde(op: "2025-01-01", tot: "2029-01-01"), try wereld.benoemde(op: "2025-01-01", tot: "2029-01-01")
    )
    try wereld.overzicht(2025, .aantal(20), op: "2026-02-01", van: ans)
    let found = try clocks(wereld).filter { $0.term.declaration.id == "VP-JAAROVERZICHT-2025" }
    let stands = Dictionary(uniqueKeysWithValues: found.map { ($0.term.subject.handle, $0.status) })
    #expect(
      stands == [
        "jaaroverzicht-2025/vertrouwenspersoon-1": .gehaald, "jaaroverzicht-2025/vertrouwenspersoon-2": .loopt,
      ])
  }

  @Test func `F17: an overview of all and one of each never stand beside each other`() throws {
    let wereld = try Wereld(nil)
    let kandidaat = try wereld.benoemde()
    try wereld.overzicht(2025, .aantal(20), van: kandidaat)
    #expect(Uitkomst { try wereld.overzicht(2025, .aantal(26)) } == .geweigerd("VP-JAAROVERZICHT-EENMAAL"))
  }

  @Test(
    arguments: [
      (.aantal(23), .aantal(23), true), (.aantal(23), .aantal(18), true), (.aantal(23), .aantal(19), false),
      (.aantal(23), .aantal(25), false), (.aantal(23), .aantal(4), false), (.aantal(23), .klein, true),
      (.aantal(23), .nietGetoond, true), (.klein, .aantal(6), true),
    ] as [(Telling, Telling, Bool)])
  func `F17: how many employees consulted is a number of people like the others`(
    meldingen: Telling, werknemers: Telling, isAccepted: Bool
  ) throws {
    let wereld = try Wereld()
    let outcome = Uitkomst {
      try wereld.overzicht(2025, meldingen) { $0[JaaroverzichtVerstrekt.werknemers] = werknemers }
    }
    #expect(outcome == (isAccepted ? .aanvaard : .geweigerd("VP-HERLEIDBAAR")))
  }

  @Test func `F17: the program covers the number of employees as the rule asks, also beside a corrected overview`() {
    let cover = Verhulling(drempel: 5)
    for employees in 0...40 as ClosedRange<Int64> {
      for reports in 0...40 as ClosedRange<Int64> {
        let (shown, total) = (cover.werknemers(employees, naast: reports), cover.totaal(reports))
        #expect(cover.isVeilig(werknemers: shown, totaal: total))
        let isFar = reports < 5 || abs(employees - reports) >= 5 || employees == reports
        #expect((shown == .aantal(employees)) == (employees >= 5 && isFar))
      }
    }
    let earlier = Jaarcijfers(meldingen: .aantal(40), werknemers: .aantal(20), afdoening: [], themas: [])
    let new = Jaarcijfers(meldingen: .aantal(40), werknemers: .aantal(22), afdoening: [], themas: [])
    #expect(!cover.isVeilig(new, naast: earlier))
    #expect(cover.bedekt(new, naast: [earlier]).werknemers == .nietGetoond)
    #expect(cover.isVeilig(cover.bedekt(new, naast: [earlier]), naast: earlier))
  }

  @Test func `F18: of before the founding it is shown that nothing was recorded, which is not that it was missed`()
    throws
  {
    let wereld = try Wereld(geopend: "2026-02-01")
    let kandidaat = try wereld.benoemde(op: "2024-05-23", tot: "2028-05-23")
    let overviews = try clocks(wereld)
    #expect(
      overviews.map(\.term.declaration.id) == [
        "VP-JAAROVERZICHT-2024-VOORHEEN", "VP-JAAROVERZICHT-2025", "VP-JAAROVERZICHT-2026",
      ])
    #expect(overviews.map(\.status) == [.vervallen, .loopt, .loopt])
    #expect(overviews.first?.missing == VertrouwenspersonenTerms.nietVastgelegd)
    let intervisie = try wereld.termen().filter { $0.term.declaration.id.hasPrefix("VP-INTERVISIE") }
    #expect(Set(intervisie.map(\.term.declaration.id)) == ["VP-INTERVISIE-VOORHEEN", "VP-INTERVISIE"])
    // The one that runs now began on the day of the founding.
    #expect(intervisie.first?.raw?.description == "2027-02-01" && intervisie.first?.status == .loopt)
    #expect(try !wereld.plichten().contains { $0.id.contains("INTERVISIE") || $0.id.contains("JAAROVERZICHT") })
    // What was done before can be recorded after all.
    try wereld.overzicht(2024, .aantal(20), op: "2025-03-01") { vanVroeger(&$0) }
    try wereld.boek.append(
      wereld.draft(IntervisieVastgelegd.self, kandidaat, op: "2025-05-01") {
        $0[IntervisieVastgelegd.jaar] = 2025
        vanVroeger(&$0)
      }, als: .secretariaat)
    #expect(try clocks(wereld).map(\.term.declaration.id).first == "VP-JAAROVERZICHT-2024")
    let after = try wereld.termen().filter { $0.term.declaration.id.hasPrefix("VP-INTERVISIE") }
    #expect(
      after.map { "\($0.term.declaration.id) \($0.raw?.description ?? "-")" } == [
        "VP-INTERVISIE 2026-05-01", "VP-INTERVISIE 2025-05-23",
      ])
    #expect(after.map(\.status) == [.verstreken, .gehaald])
    #expect(try wereld.boek.verify().ok)
  }

  @Test func `F18: what the rules did not ask yet was not missed; the clock runs from the day they ask it`() throws {
    let wereld = try Wereld(nil, geopend: "2019-01-01")
    _ = try wereld.benoemde()
    try wereld.kies(op: "2026-02-01") { $0[Besluit.intervisie] = .duur(.of(1, .jaren)) }
    func clocks() throws -> [String] {
      try wereld.termen().filter { $0.term.declaration.id.hasPrefix("VP-INTERVISIE") }
        .map { "\($0.term.declaration.id) \($0.raw?.description ?? "-")" }
    }
    #expect(try clocks() == ["VP-INTERVISIE 2027-02-01"])
    // Another source or another interval of what was asked already starts nothing anew.
    try wereld.kies(op: "2026-06-01") { $0[Besluit.intervisie] = .duur(.of(6, .maanden)) }
    #expect(try clocks() == ["VP-INTERVISIE 2026-08-01"])
  }

  @Test func `F18: a year is asked for only where the rules of that year asked it`() throws {
    let wereld = try Wereld(nil, geopend: "2019-01-01")
    try wereld.kies(op: "2025-07-01") { $0[Besluit.jaaroverzichtDoor] = .organisatie }
    _ = try wereld.benoemde()
    #expect(try clocks(wereld).map(\.term.declaration.id) == ["VP-JAAROVERZICHT-2025", "VP-JAAROVERZICHT-2026"])
  }
}
