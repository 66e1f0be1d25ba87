import Governance
import Ledger
import Organisatie
import Proefboek
import Testing

@testable import Bezwaren

/// The example does what the README says it does.
struct BezwarenTests {
  @Test func `An objection is made, heard, put off and decided, and the list says so on every day`() throws {
    let boek = try Bezwarenboek()
    try boek.bezwaar("maak --termijn-tot-en-met 2026-11-30 --van J.Voorbeeld --als college")
    #expect(
      try boek.bezwaar("lijst --json") == #"{"bezwaar":"bezwaar-1","stand":"open","uiterlijk":"2027-01-11"}"# + "\n")
    #expect(try boek.bezwaar("lijst").contains("[intern]"))
    #expect(try boek.bezwaar("lijst --als college").contains("J.Voorbeeld"))

    boek.boek.clock.move(days: 30)
    let decide = "beslis bezwaar-1 --beslissing ongegrond --als college"
    try boek.boek.expectRefusal(.geweigerd("BZW-HOREN")) { try boek.bezwaar(decide) }
    try boek.bezwaar("hoor bezwaar-1 --als college")
    try boek.bezwaar("verdaag bezwaar-1 --weken 6 --als college")
    try boek.boek.expectRefusal(.geweigerd("BZW-VERDAGEN")) {
      try boek.bezwaar("verdaag bezwaar-1 --weken 1 --als college")
    }
    #expect(try boek.bezwaar("lijst --json").contains("2027-02-22"))
    #expect(try boek.bezwaar("lijst --json --op 2026-12-01").contains("2027-01-11"))

    try boek.bezwaar(decide)
    #expect(try boek.bezwaar("lijst --json").isEmpty)
    #expect(try boek.bezwaar("lijst --json --op 2026-12-01").contains("bezwaar-1"))
    #expect(try boek.bezwaar("lijst --json --alle").contains(#""stand":"beslist""#))
    try boek.boek.expectRefusal(.geweigerd("BZW-OPEN")) { try boek.bezwaar("hoor bezwaar-1 --als college") }
    let decided = try boek.boek.read { try $0.views.facts(of: BeslistOpBezwaar.self).map(\.position) }
    let correct = "corrigeer bezwaar-1 --gebeurtenis \(decided[0]) --reden vergissing --als college"
    try boek.bezwaar(correct)
    #expect(try boek.bezwaar("lijst --json").contains(#""stand":"open""#))
    try boek.boek.expectRefusal(.geweigerd("BZW-CORRECTIE")) { try boek.bezwaar(correct) }
    #expect(try boek.boek.verify().ok)
  }

  @Test func `The list comes in pages, and a decision is not put off when its term is over`() throws {
    let boek = try Bezwarenboek()
    for last in ["2026-09-01", "2026-11-30", "2026-12-31"] {
      try boek.bezwaar("maak --termijn-tot-en-met \(last) --van J.Voorbeeld --als college")
    }
    try boek.boek.expectRefusal(.geweigerd("BZW-VERDAGEN")) {
      try boek.bezwaar("verdaag bezwaar-1 --weken 1 --als college")
    }
    let page = try boek.bezwaar("lijst --aantal 1 --vanaf 2")
    #expect(page.contains("bezwaar-2") && !page.contains("bezwaar-1") && !page.contains("bezwaar-3"))
    #expect(Uitkomst { try boek.bezwaar("lijst --vanaf 4") } == .anders(.badInput))
    #expect(Uitkomst { try boek.bezwaar("hoor bezwaar-4 --als college") } == .anders(.notFound))
  }

  @Test func `A decision without a hearing names the ground`() throws {
    let zaak = try Bezwaarzaak()
    #expect(Uitkomst { try zaak.beslis() } == .geweigerd("BZW-HOREN"))
    try zaak.leg(BelanghebbendenGehoord.self, op: "2026-11-22")
    #expect(Uitkomst { try zaak.beslis(op: "2026-11-21") } == .geweigerd("BZW-HOREN"))
    #expect(Uitkomst { try zaak.beslis(nietGehoord: "f") } == .anders(.badInput))
    #expect(Uitkomst { try zaak.beslis(op: "2026-11-21", nietGehoord: "b") } == .aanvaard)
  }

  @Test func `The term is open until it is decided, and known by its law`() throws {
    let zaak = try Bezwaarzaak()
    func open(_ day: String) throws -> [JudgedTerm] {
      let day = try CalendarDate(day)
      return try zaak.boek.read {
        [JudgedTerm](try BezwarenPlugin().openTerms(in: $0.views, on: day), today: day, warnBefore: 14)
      }
    }
    #expect(try open("2026-11-20").isEmpty)
    #expect(try open("2026-12-01").map(\.status) == [.loopt])
    #expect(try open("2027-01-05").map(\.status) == [.nadert])
    #expect(try open("2027-01-12").map(\.status) == [.verstreken])
    #expect(try open("2027-01-12").allSatisfy { $0.term.declaration.source == "Awb 7:10" })
    try zaak.beslis(op: "2026-11-25", nietGehoord: "b")
    #expect(try open("2026-11-24").count == 1)
    #expect(try open("2026-11-25").isEmpty)
  }

  @Test func `After every event the list and the terms find what folding afresh finds, on every day`() throws {
    let zaak = try Bezwaarzaak()
    var audit = TimelineAudit(Bezwaar.self)
    func check(_ event: RecordedEvent) throws { #expect(try audit.faults(zaak.boek) == [], "after \(event.type.name)") }
    try check(zaak.leg(BelanghebbendenGehoord.self, op: "2026-11"))
    let put = try zaak.leg(BeslissingVerdaagd.self, op: "2026-11-23") { $0[BeslissingVerdaagd.weken] = 3 }
    try check(put)
    try check(zaak.corrigeer(put))
    try check(zaak.leg(BeslissingVerdaagd.self, op: "2026-11-24") { $0[BeslissingVerdaagd.weken] = 6 })
    let decided = try zaak.beslis(op: "2026-11-25/2026-12-10")
    try check(decided)
    try check(zaak.corrigeer(decided))
    try check(zaak.beslis(op: "XXXX", nietGehoord: "c"))
    try check(Bezwaarzaak(zaak.boek).gemaakt)
    try check(zaak.corrigeer(zaak.gemaakt))
    #expect(Uitkomst { try zaak.leg(BelanghebbendenGehoord.self) } == .geweigerd("BZW-OPEN"))
  }
}

/// One objection, recorded event by event.
struct Bezwaarzaak {
  let boek: Proefboek
  let stroom: StreamID
  let gemaakt: RecordedEvent

  init(_ known: Proefboek? = nil) throws {
    boek = try known ?? Proefboek([OrganisatiePlugin(), BezwarenPlugin()], roles: [.college])
    stroom = boek.stream("Bezwaar")
    var draft = EventDraft(BezwaarGemaakt.self, stream: stroom, effective: ImpreciseDate(boek.today))
    draft[BezwaarGemaakt.termijnTotEnMet] = try CalendarDate("2026-11-30")
    draft[BezwaarGemaakt.bezwaarmaker] = "J. Voorbeeld"
    gemaakt = try boek.append(draft, als: .secretariaat)
  }

  /// Records what follows.
  @discardableResult
  func leg(
    _ type: (some EventDefinition).Type, op: String = Proefboek.founded, _ fill: (inout EventDraft) -> Void = { _ in }
  ) throws -> RecordedEvent {
    var draft = EventDraft(type, stream: stroom, effective: try ImpreciseDate(op))
    fill(&draft)
    return try boek.append(draft, als: .college)
  }

  @discardableResult
  func beslis(op: String = Proefboek.founded, nietGehoord: String? = nil) throws -> RecordedEvent {
    try leg(BeslistOpBezwaar.self, op: op) { draft in
      draft[BeslistOpBezwaar.beslissing] = .ongegrond
      draft[BeslistOpBezwaar.nietGehoord] = nietGehoord
    }
  }

  @discardableResult
  func corrigeer(_ event: RecordedEvent) throws -> RecordedEvent {
    try leg(BezwaarGecorrigeerd.self) { draft in
      draft[Correction.event] = event.id
      draft[Correction.reason] = "vergissing"
    }
  }
}
