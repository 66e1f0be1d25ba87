import Foundation
import Governance
import Ledger
import Proefboek
import Testing

@testable import Beleid
@testable import Inspectie

/// What the norm asks about cases: the rule's text, and a yearly declaration with a count from five cases on.
struct VerklaringTests {
  let wereld: Standwereld
  private let programma: Proefprogramma

  init() throws {
    wereld = try Standwereld()
    try wereld.dag("2025-01-15")
    programma = try Proefprogramma(InspectieCommand.self, over: wereld.boek, keys: [.secretariaat, .college])
  }

  @discardableResult
  private func verklaar(
    _ inTime: Int64?, van all: Int64?, jaar: Int64 = 2024, _ kind: Zaaksoort = .meldingen,
    eisen: [String] = ["AC-6.1.1.i"], op: String = "2025-01-15", als role: Rol = .college
  ) throws -> RecordedEvent {
    try wereld.bewijs(JaarverklaringAfgegeven.self, eisen, op: op, als: role) {
      $0[JaarverklaringAfgegeven.zaaksoort] = kind
      $0[JaarverklaringAfgegeven.jaar] = jaar
      $0[JaarverklaringAfgegeven.aantal] = all == nil && inTime == nil ? .minderDanVijf : .vijfOfMeer
      $0[JaarverklaringAfgegeven.zaken] = all
      $0[JaarverklaringAfgegeven.binnenTermijn] = inTime
    }
  }

  private func corrigeer(_ event: RecordedEvent, naar date: String? = nil) throws {
    try wereld.leg(BewijsGecorrigeerd.self, event.stream, op: wereld.boek.today.description, als: .college) {
      $0[Correction.event] = event.id
      $0[Correction.date] = try date.map { try ImpreciseDate($0) }
      $0[Correction.reason] = "vergissing"
    }
  }

  // MARK: What is refused

  @Test(arguments: [2025, 2026] as [Int64]) func `a year that is not over is refused`(jaar: Int64) throws {
    try wereld.boek.expectRefusal(.geweigerd("JV-JAAR")) { try verklaar(9, van: 9, jaar: jaar) }
  }

  @Test func `a declaration that was given before the year was over is refused, by correction as well`() throws {
    try wereld.boek.expectRefusal(.geweigerd("JV-JAAR")) { try verklaar(9, van: 9, op: "2024-12-31") }
    let right = try verklaar(9, van: 9)
    try wereld.boek.expectRefusal(.geweigerd("INSP-CORRECTIE-DATUM")) { try corrigeer(right, naar: "2024-12-31") }
    try corrigeer(right, naar: "2025-01-02")
  }

  @Test(arguments: [(10, 9), (nil, 9), (3, nil)] as [(Int64?, Int64?)])
  func `more in time than there were, or one number only, is refused`(inTime: Int64?, all: Int64?) throws {
    try wereld.boek.expectRefusal(.geweigerd("JV-AANTAL")) { try verklaar(inTime, van: all) }
  }

  @Test(arguments: [0, 1, 4] as [Int64]) func `a number below five cannot even be written down`(all: Int64) throws {
    #expect(throws: (any Error).self) { try verklaar(0, van: all) }
  }

  @Test func `numbers beside “fewer than five” are refused`() throws {
    try wereld.boek.expectRefusal(.geweigerd("JV-AANTAL")) {
      try wereld.bewijs(JaarverklaringAfgegeven.self, ["AC-6.1.1.i"], op: "2025-01-15", als: .college) {
        $0[JaarverklaringAfgegeven.zaaksoort] = .meldingen
        $0[JaarverklaringAfgegeven.jaar] = 2024
        $0[JaarverklaringAfgegeven.aantal] = .minderDanVijf
        $0[JaarverklaringAfgegeven.binnenTermijn] = 3
      }
    }
  }

  @Test func `another outcome of the same year and kind is refused until the first is corrected`() throws {
    let first = try verklaar(10, van: 12)
    for (inTime, all) in [(12, 12), (10, 11), (nil, nil)] as [(Int64?, Int64?)] {
      let failure = try wereld.boek.expectRefusal(.geweigerd("JV-EENS")) { try verklaar(inTime, van: all) }
      #expect(failure?.message.nl.contains("10 van 12 binnen de termijn") == true)
    }
    // The same outcome for another demand, another kind, and another year are something else.
    try verklaar(10, van: 12, eisen: ["AC-6.1.1.b"])
    try verklaar(7, van: 7, .klachten)
    try verklaar(5, van: 6, jaar: 2023)
    try corrigeer(first)
    try wereld.boek.expectRefusal(.geweigerd("JV-EENS")) { try verklaar(12, van: 12) }
  }

  @Test func `who keeps the record does not declare, but records what was declared before the ledger`() throws {
    try wereld.boek.expectRefusal(.anders(.notPermitted)) { try verklaar(9, van: 9, als: .ondernemingsraad) }
    try wereld.boek.expectRefusal(.geweigerd("INSP-BEVOEGD")) { try verklaar(9, van: 9, als: .secretariaat) }
    try wereld.boek.expectRefusal(.geweigerd("BEW-EIS")) { try verklaar(9, van: 9, eisen: []) }
  }

  // MARK: What it shows

  /// A text of which it was shown that it has what the demand asks.
  private func tekst() throws {
    let code = wereld.boek.stream("Regeling")
    let text = StandTests.tekst("de regeling")
    try wereld.leg(RegelingOntworpen.self, code, op: "2025-01-15") {
      $0[RegelingOntworpen.versie] = text.digest
      $0[RegelingOntworpen.kenmerk] = "klachtenregeling"
      $0[RegelingOntworpen.titel] = "Klachtenregeling"
      $0[RegelingOntworpen.soort] = .gedragscode
      $0[RegelingOntworpen.instemming] = .onbekend
      $0.attach(text, as: RegelingOntworpen.concept)
    }
    try wereld.leg(ContentElementAangetoond.self, code, op: "2025-01-15") {
      $0[ContentElementAangetoond.versie] = text.digest
      $0[ContentElementAangetoond.element] = "AC-6.1.1.i"
      $0[ContentElementAangetoond.vindplaats] = "artikel 4"
    }
  }

  @Test func `text and declaration together are the paper, and either alone is a part`() throws {
    try verklaar(12, van: 12)
    let alone = try wereld.eis("AC-6.1.1.i", op: "2025-01-15")
    #expect(alone.stand == .gedeeltelijk && alone.gemist == "niet vastgelegd: de plaats in de regeling")
    try tekst()
    let both = try wereld.eis("AC-6.1.1.i", op: "2025-01-15")
    #expect(both.stand == .stukAanwezig)
    #expect(both.feiten.compactMap(\.telling?.nl) == ["meldingen in 2024: 12 van 12 binnen de termijn"])
  }

  @Test func `cases beyond the term are said, and fewer than five are told without a number`() throws {
    try tekst()
    let event = try verklaar(10, van: 12)
    let late = try wereld.eis("AC-6.1.1.i", op: "2025-01-15")
    #expect(late.stand == .gedeeltelijk && late.gemist == "meldingen in 2024: 10 van 12 binnen de termijn")
    try corrigeer(event)
    try verklaar(nil, van: nil)
    let few = try wereld.eis("AC-6.1.1.i", op: "2025-01-15")
    #expect(few.stand == .stukAanwezig)
    #expect(few.feiten.compactMap(\.telling?.nl) == ["meldingen in 2024: minder dan 5 zaken"])
  }

  @Test func `a declaration about another kind of cases shows nothing, and an old one is missing years`() throws {
    try tekst()
    try verklaar(9, van: 9, .klachten)
    #expect(try wereld.eis("AC-6.1.1.i", op: "2025-01-15").gemist.contains("«zaaksoort» niet «meldingen»"))
    try verklaar(9, van: 9)
    #expect(try wereld.eis("AC-6.1.1.i", op: "2026-12-31").stand == .stukAanwezig)
    #expect(
      try wereld.eis("AC-6.1.1.i", op: "2027-01-01").gemist
        == "de laatste verklaring gaat over 2024, en die over 2025 ontbreekt")
  }

  // MARK: What is typed

  @Test func `it serves each demand that asks for it, and a small number is not recorded`() throws {
    try programma.typ("bewijs jaarverklaring 2024 --zaaksoort sancties --zaken 3 --binnen-termijn 2 --als college")
    #expect(programma.gezegd.contains("minder dan 5 zaken"))
    let shown = try programma.typ("bewijs lijst --json")
    #expect(shown.contains(#""eisen":["AC-6.1.4.b","AC-6.1.4.c","AC-6.1.4.d"]"#), "\(shown)")
    let event = try #require(try wereld.boek.read { try $0.views.facts(of: JaarverklaringAfgegeven.self).first })
    #expect(event[JaarverklaringAfgegeven.aantal] == .minderDanVijf)
    #expect(event[JaarverklaringAfgegeven.zaken] == nil && event[JaarverklaringAfgegeven.binnenTermijn] == nil)
    #expect(try wereld.boek.verify().ok)
  }

  @Test(arguments: [
    "2024 --zaaksoort meldingen --zaken 3 --binnen-termijn 4",
    "2024 --zaaksoort meldingen --zaken 9 --binnen-termijn 10",
    "2024 --zaaksoort meldingen --zaken=-1 --binnen-termijn 0", "2024 --zaaksoort ruzies --zaken 9 --binnen-termijn 9",
  ])
  func `what cannot be is refused before anything is made`(typed: String) throws {
    try wereld.boek.expectRefusal(.anders(.badInput)) {
      try programma.typ("bewijs jaarverklaring \(typed) --als college")
    }
  }

  @Test(arguments: [
    "2024 --zaaksoort meldingen", "2024 --zaaksoort meldingen --zaken 9",
    "2024 --zaaksoort meldingen --binnen-termijn 9",
    "2024 --zaaksoort meldingen --minder-dan-vijf --zaken 4 --binnen-termijn 4", "vorig --zaaksoort meldingen",
  ])
  func `half a count is not typed`(typed: String) throws {
    #expect(throws: (any Error).self) { try programma.typ("bewijs jaarverklaring \(typed) --als college") }
  }
}
