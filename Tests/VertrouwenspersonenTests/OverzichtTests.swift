import Governance
import Ledger
import Proefboek
import Testing

@testable import Vertrouwenspersonen

extension Wereld {
  /// The overview of a year.
  @discardableResult
  func overzicht(
    _ jaar: Int64, _ meldingen: Telling, _ afdoening: [Onderdeel]? = nil, drempel: Int64 = 5, op: String = "2026-11-21",
    van: Kandidaat? = nil, _ change: (inout EventDraft) -> Void = { _ in }
  ) throws -> RecordedEvent {
    var draft = EventDraft(
      JaaroverzichtVerstrekt.self, stream: boek.stream("Jaaroverzicht"), effective: try ImpreciseDate(op))
    draft[JaaroverzichtVerstrekt.jaar] = jaar
    draft[JaaroverzichtVerstrekt.drempel] = drempel
    draft[JaaroverzichtVerstrekt.meldingen] = meldingen
    draft[JaaroverzichtVerstrekt.afdoening] = afdoening
    draft[JaaroverzichtVerstrekt.vertrouwenspersoon] = van?.stream
    change(&draft)
    return try boek.append(draft, als: .vertrouwenspersoonIntern)
  }
}

struct OverzichtTests {
  private let wereld: Wereld

  init() throws { wereld = try Wereld() }

  /// What a reader can work out of a recorded overview: every set of numbers that gives exactly it.
  private func mogelijk(_ lines: [Onderdeel], totaal: Telling, drempel: Int64, most: Int64) -> [[Int64]] {
    var candidates: [[Int64]] = [[]]
    for line in lines {
      let values: [Int64] =
        switch line.aantal {
        case .aantal(let number): [number]
        case .klein: Array(0..<drempel)
        case .nietGetoond: Array(0...most)
        }
      candidates = candidates.flatMap { candidate in values.map { candidate + [$0] } }
    }
    return candidates.filter { candidate in
      let sum = candidate.reduce(0, +)
      switch totaal {
      case .aantal(let number): return sum == number
      case .klein: return sum < drempel
      case .nietGetoond: return true
      }
    }
  }

  /// Every way to divide small totals over three lines, checked against an attacker who tries everything.
  @Test(arguments: [2, 3, 5] as [Int64])
  func `From a covered overview no small number can be told from the other small ones`(drempel: Int64) {
    let cover = Verhulling(drempel: drempel)
    let most: Int64 = 3 * drempel + 3
    for first in 0...drempel + 1 {
      for second in 0...drempel + 1 {
        for third in 0...drempel + 1 {
          let numbers = [first, second, third]
          let total = numbers.reduce(0, +)
          let lines = cover.onderdelen([("a", first), ("b", second), ("c", third)], totaal: total)
          let shown = cover.totaal(total)
          #expect(cover.isVeilig(lines, totaal: shown))
          // The attacker also knows how this program covers, and drops what it would have shown otherwise.
          let worlds = mogelijk(lines, totaal: shown, drempel: drempel, most: most).filter { world in
            cover.onderdelen(Array(zip(["a", "b", "c"], world)), totaal: world.reduce(0, +)) == lines
          }
          #expect(worlds.contains(numbers))
          for (index, number) in numbers.enumerated() where number < drempel {
            let values = Set(worlds.map { $0[index] })
            let isOpen = Set(0..<drempel).isSubset(of: values)
            #expect(isOpen, "\(numbers): line \(index) can only be \(values.sorted())")
          }
        }
      }
    }
  }

  @Test func `Numbers that are large enough are shown as they are`() {
    let cover = Verhulling(drempel: 5)
    #expect(
      cover.onderdelen([("a", 15), ("b", 8)], totaal: 23) == [
        Onderdeel("a", .aantal(15)), Onderdeel("b", .aantal(8)),
      ])
    #expect(cover.onderdelen([("a", 20), ("b", 3)], totaal: 23).allSatisfy { $0.aantal == .nietGetoond })
    // Themes need not add up to the total; what is left over must not be small either.
    #expect(cover.onderdelen([("a", 20)], totaal: 23).allSatisfy { $0.aantal == .nietGetoond })
    // Themes can overlap: neither those outside one of them nor those in both may be few.
    #expect(cover.onderdelen([("a", 20), ("b", 20)], totaal: 23).allSatisfy { $0.aantal == .nietGetoond })
    #expect(cover.onderdelen([("a", 15), ("b", 10)], totaal: 23).allSatisfy { $0.aantal == .nietGetoond })
    #expect(cover.onderdelen([("a", 15), ("b", 15)], totaal: 23).allSatisfy { $0.aantal == .aantal(15) })
    #expect(cover.totaal(4) == .klein && cover.totaal(5) == .aantal(5) && cover.totaal(0) == .klein)
  }

  @Test(
    arguments: [
      (.aantal(4), nil), (.aantal(0), nil), (.aantal(23), [Onderdeel("a", .aantal(20)), Onderdeel("b", .aantal(3))]),
      (.aantal(23), [Onderdeel("a", .aantal(20)), Onderdeel("b", .klein)]),
      (.aantal(23), [Onderdeel("a", .aantal(15)), Onderdeel("b", .nietGetoond)]),
      (.aantal(8), [Onderdeel("a", .klein), Onderdeel("b", .klein)]), (.aantal(23), [Onderdeel("a", .aantal(20))]),
      (.klein, [Onderdeel("a", .aantal(20))]),
    ] as [(Telling, [Onderdeel]?)])
  func `An overview that gives a small number away is refused`(totaal: Telling, lines: [Onderdeel]?) throws {
    try wereld.boek.expectRefusal(.geweigerd("VP-HERLEIDBAAR")) { try wereld.overzicht(2025, totaal, lines) }
  }

  @Test func `The same refusal holds for themes, and for a threshold that is not in force`() throws {
    try wereld.boek.expectRefusal(.geweigerd("VP-HERLEIDBAAR")) {
      try wereld.overzicht(2025, .aantal(23)) {
        $0[JaaroverzichtVerstrekt.themas] = [Onderdeel("a", .aantal(20)), Onderdeel("b", .klein)]
      }
    }
    try wereld.boek.expectRefusal(.geweigerd("VP-HERLEIDBAAR")) {
      try wereld.overzicht(2025, .aantal(3), drempel: 2)
    }
    try wereld.kies { $0[VertrouwenspersonenregelsVastgesteld.drempel] = 2 }
    #expect(Uitkomst { try wereld.overzicht(2025, .aantal(3), drempel: 2) } == .aanvaard)
  }

  @Test func `A covered overview is accepted, once a year`() throws {
    let lines = [Onderdeel("a", .nietGetoond), Onderdeel("b", .nietGetoond)]
    let first = try wereld.overzicht(2025, .aantal(20), lines)
    try wereld.boek.expectRefusal(.geweigerd("VP-JAAROVERZICHT-EENMAAL")) { try wereld.overzicht(2025, .aantal(21)) }
    #expect(Uitkomst { try wereld.overzicht(2024, .klein) } == .aanvaard)
    try wereld.corrigeer(first.id, first.stream)
    #expect(Uitkomst { try wereld.overzicht(2025, .aantal(25)) } == .aanvaard)
    #expect(try wereld.boek.verify().ok)
  }

  /// The first one stays in the log for ever, so that whoever subtracts reads who was added.
  @Test(
    arguments: [
      (.aantal(28), [Onderdeel("a", .aantal(20)), Onderdeel("b", .aantal(8))], nil),
      (.aantal(23), [Onderdeel("a", .aantal(15)), Onderdeel("b", .aantal(8))], nil),
      (.aantal(24), nil, "VP-HERLEIDBAAR"), (.aantal(19), nil, "VP-HERLEIDBAAR"), (.nietGetoond, nil, nil),
      (.aantal(23), [Onderdeel("a", .aantal(14)), Onderdeel("b", .aantal(9))], "VP-HERLEIDBAAR"),
      (.aantal(23), [Onderdeel("a", .aantal(15)), Onderdeel("c", .aantal(8))], "VP-HERLEIDBAAR"),
      (.aantal(23), [Onderdeel("a", .nietGetoond), Onderdeel("c", .nietGetoond)], nil),
    ] as [(Telling, [Onderdeel]?, String?)])
  func `What differs from a corrected overview is no small number`(
    totaal: Telling, lines: [Onderdeel]?, rule: String?
  ) throws {
    let first = try wereld.overzicht(
      2025, .aantal(23), [Onderdeel("a", .aantal(15)), Onderdeel("b", .aantal(8))])
    try wereld.corrigeer(first.id, first.stream)
    #expect(
      Uitkomst { try wereld.overzicht(2025, totaal, lines) } == (rule.map { .geweigerd($0) } ?? .aanvaard))
    // The same numbers about another year stand on their own.
    #expect(Uitkomst { try wereld.overzicht(2024, totaal, lines) } == .aanvaard)
  }

  @Test func `The program covers what the rule would refuse beside a corrected overview`() {
    let cover = Verhulling(drempel: 5)
    let earlier = Jaarcijfers(
      meldingen: .aantal(23), afdoening: [Onderdeel("a", .aantal(15)), Onderdeel("b", .aantal(8))], themas: [])
    for first in 5...20 {
      for second in 5...20 {
        let numbers = Jaarcijfers(
          meldingen: cover.totaal(Int64(first + second)),
          afdoening: cover.onderdelen([("a", Int64(first)), ("b", Int64(second))], totaal: Int64(first + second)),
          themas: [])
        let covered = cover.bedekt(numbers, naast: [earlier])
        #expect(cover.isVeilig(covered, naast: earlier))
        #expect(cover.isVeilig(covered.afdoening, totaal: covered.meldingen))
        if cover.isVeilig(numbers, naast: earlier) { #expect(covered == numbers) }
      }
    }
  }

  @Test(
    arguments: [
      ("2025-12-31", "VP-JAAR"), ("2025", "VP-JAAR"), ("2026-01-01", nil), ("2025-12/2026-02", nil),
    ] as [(String, String?)])
  func `F17: an overview is there only once its year is over`(op: String, rule: String?) throws {
    let outcome = Uitkomst { try wereld.overzicht(2025, .aantal(20), op: op) }
    #expect(outcome == (rule.map { .geweigerd($0) } ?? .aanvaard))
    let failure = try wereld.boek.expectRefusal(.geweigerd("VP-JAAR")) { try wereld.overzicht(2026, .aantal(20)) }
    #expect(failure?.remedy?.nl.contains("1 januari 2027") == true)
  }

  @Test func `Training is of the year of its date`() throws {
    let kandidaat = try wereld.benoemde()
    func intervisie(_ jaar: Int64) throws -> RecordedEvent {
      try wereld.boek.append(
        wereld.draft(IntervisieVastgelegd.self, kandidaat, op: "2026-05-01") { $0[IntervisieVastgelegd.jaar] = jaar },
        als: .secretariaat)
    }
    try wereld.boek.expectRefusal(.geweigerd("VP-JAAR")) { try intervisie(2025) }
    #expect(Uitkomst { try intervisie(2026) } == .aanvaard)
  }

  @Test func `An overview has no field for a person or a report, and nobody's traits can be recorded`() {
    for field in JaaroverzichtVerstrekt.type.fields {
      #expect(field.shape != .stream(kind: "Persoon"), "\(field.name)")
    }
    let plugin = VertrouwenspersonenPlugin()
    let withPerson = plugin.events.filter { type in type.fields.contains { $0.name == "persoon" } }
    for type in withPerson { #expect(type.field("spreiding") == nil && type.field("kenmerken") == nil, "\(type.name)") }
    #expect(AantalVertrouwenspersonenOpgegeven.type.field("persoon") == nil)
  }
}
