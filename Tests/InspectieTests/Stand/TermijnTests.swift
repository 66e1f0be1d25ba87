import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Inspectie
@testable import Organisatie

/// Whether an order was met within its term is a fact of the past; how its demands stand today is another question.
struct TermijnTests {
  let wereld: Standwereld
  /// The last day of the term is 13 May 2025.
  init() throws {
    wereld = try Standwereld()
    try wereld.dag("2024-11-14")
    try wereld.brief()
  }

  @Test func `a count that is given again after the term takes nothing from what was in time`() throws {
    try wereld.dag("2025-05-01")
    let first = try wereld.dekking(
      VoorlichtingOntvangen.self, ["AI-2.5"], 400, van: 400, .alleWerknemers, op: "2025-04-01")
    try wereld.dag("2026-04-01")
    let again = try wereld.dekking(
      VoorlichtingOntvangen.self, ["AI-2.5"], 410, van: 410, .alleWerknemers, op: "2026-04-01")
    let found = try wereld.eis("AI-2.5", op: "2026-04-02")
    #expect(found.stand == .aangetoond && found.opTijd == .yes && found.gemist.isEmpty)
    // The proof that was in time stays in sight, beside the newest.
    #expect(found.feiten.map(\.position) == [first.position, again.position])
  }

  @Test func `an evaluation, an owner or a measure of after the term leaves the order met that was met`() throws {
    try wereld.dag("2025-05-13")
    let function = try wereld.functie("teamleider P&O", bekleed: "2024-09-02")
    let measure = try wereld.maatregel(
      "training geven", op: "2025-01-10", uitvoeren: "2025-04-01", evalueren: "2025-05-01", criterium: "80 %")
    try wereld.bewijs(VerantwoordelijkeAangewezen.self, [], op: "2025-01-10", in: measure) {
      $0[VerantwoordelijkeAangewezen.functie] = function
    }
    try wereld.bewijs(MaatregelUitgevoerd.self, [], op: "2025-03-01", in: measure)
    func evaluate(_ day: String) throws {
      try wereld.bewijs(MaatregelGeevalueerd.self, [], op: day, in: measure) {
        $0[MaatregelGeevalueerd.uitkomst] = .werkt
      }
    }
    try evaluate("2025-05-01")
    try wereld.dag("2026-06-01")
    try evaluate("2026-05-15")
    try wereld.bewijs(VerantwoordelijkeAangewezen.self, [], op: "2026-05-15", in: measure) {
      $0[VerantwoordelijkeAangewezen.functie] = function
    }
    for id in ["AI-1.13", "AI-1.16", "AI-1.18"] {
      let found = try wereld.eis(id, op: "2026-06-01")
      #expect(found.stand == .aangetoond && found.opTijd == .yes, "\(id): \(found.gemist)")
    }
    // A measure of today is asked of today; what the letter asked was there on its last day.
    try wereld.maatregel("nieuw in 2026", op: "2026-06-01")
    let found = try wereld.eis("AI-1.13", op: "2026-06-01")
    #expect(found.stand == .gedeeltelijk && found.toen == .aangetoond && found.opTijd == .yes)
    #expect(found.gemist.contains("op de laatste dag van de termijn, 13 mei 2025, was het aangetoond"))
  }

  @Test func `what was not there on the last day is late, whatever came of it`() throws {
    try wereld.dag("2025-06-01")
    try wereld.dekking(VoorlichtingOntvangen.self, ["AI-2.5"], 390, van: 400, .alleWerknemers, op: "2025-05-01")
    try wereld.dekking(VoorlichtingOntvangen.self, ["AI-2.5"], 400, van: 400, .alleWerknemers, op: "2025-05-20")
    let found = try wereld.eis("AI-2.5", op: "2025-06-01")
    #expect(found.stand == .aangetoond && found.toen == .gedeeltelijk && found.opTijd == .no)
    #expect(found.gemist == "gedaan na de termijn")
  }

  @Test func `what is typed later takes its place by its own day`() throws {
    try wereld.dag("2025-07-01")
    let measure = try wereld.maatregel("training geven", op: "2025-01-10", uitvoeren: "2025-04-01", criterium: "begin")
    let (early, late) = (try wereld.functie("A", bekleed: "2024-09-02"), try wereld.functie("B", bekleed: "2024-09-02"))
    for (function, day) in [(late, "2025-06-01"), (early, "2025-03-01")] {
      try wereld.bewijs(VerantwoordelijkeAangewezen.self, [], op: day, in: measure) {
        $0[VerantwoordelijkeAangewezen.functie] = function
      }
    }
    for (criterion, day) in [("juni", "2025-06-25"), ("april", "2025-04-25")] {
      try wereld.bewijs(MaatregelBijgesteld.self, [], op: day, in: measure) {
        $0[MaatregelVastgelegd.criterium] = criterion
      }
    }
    try wereld.bewijs(MaatregelUitgevoerd.self, [], op: "2025-03-20", in: measure)
    for (outcome, day) in [(UitkomstMaatregel.werktNiet, "2025-06-20"), (.werkt, "2025-05-20")] {
      try wereld.bewijs(MaatregelGeevalueerd.self, [], op: day, in: measure) {
        $0[MaatregelGeevalueerd.uitkomst] = outcome
      }
    }
    let now = try #require(try wereld.beeld(op: "2025-07-01").first?.maatregelen.first)
    #expect(now.verantwoordelijkeText.nl == "B" && now.criterium == "juni" && now.uitkomst == .werktNiet)
    let before = try #require(try wereld.beeld(op: "2025-05-25").first?.maatregelen.first)
    #expect(before.verantwoordelijkeText.nl == "A" && before.criterium == "april" && before.uitkomst == .werkt)
  }

  @Test func `an evaluation that says nothing yet does not show that it was evaluated`() throws {
    try wereld.dag("2025-05-13")
    let measure = try wereld.maatregel("training geven", op: "2025-01-10")
    try wereld.bewijs(MaatregelUitgevoerd.self, [], op: "2025-03-01", in: measure)
    try wereld.bewijs(MaatregelGeevalueerd.self, [], op: "2025-05-01", in: measure) {
      $0[MaatregelGeevalueerd.uitkomst] = .nogNietTeZeggen
    }
    let found = try wereld.eis("AI-1.18", op: "2025-05-13")
    #expect(found.stand == .nietAangetoond && found.gemist.contains("zegt nog niet of zij werkt"))
  }

  @Test func `nothing is done with a measure before it was written down, unless it existed`() throws {
    try wereld.dag("2025-05-13")
    let measure = try wereld.maatregel("training geven", op: "2025-03-01")
    try wereld.boek.expectRefusal(.geweigerd("MTR-VOLGORDE")) {
      try wereld.bewijs(MaatregelUitgevoerd.self, [], op: "2019-01-01", in: measure)
    }
    let old = wereld.boek.stream("Maatregel")
    try wereld.bewijs(MaatregelVastgelegd.self, [], op: "2025-03-01", in: old) {
      $0[MaatregelVastgelegd.omschrijving] = "hulplijn"
      $0[MaatregelVastgelegd.soort] = .beperken
      $0[MaatregelVastgelegd.bestond] = true
    }
    try wereld.bewijs(MaatregelUitgevoerd.self, [], op: "2019-01-01", in: old)
    #expect(try wereld.eis("AI-1.17", op: "2025-05-13").feiten.count == 1)
  }

  @Test(arguments: [
    ("AI-2.9", TrainingGevolgd.self as any Dekking.Type), ("AI-2.10", InstructieGegeven.self),
  ])
  func `a training or an instruction about something else, or that nobody followed, shows nothing`(
    _ id: String, _ type: any Dekking.Type
  ) throws {
    try wereld.dag("2025-05-13")
    try wereld.dekking(type, [id], 20, van: 20, .leidinggevenden, op: "2025-05-01", over: [.klachtprocedure])
    #expect(try wereld.eis(id, op: "2025-05-13").stand == .nietAangetoond)
    try wereld.dekking(type, [id], 0, van: 20, .leidinggevenden, op: "2025-05-02")
    #expect(try wereld.eis(id, op: "2025-05-13").stand == .gedeeltelijk)
    try wereld.dekking(type, [id], 20, van: 20, .leidinggevenden, op: "2025-05-03")
    #expect(try wereld.eis(id, op: "2025-05-13").stand == .aangetoond)
  }

  @Test func `a date that is not known is told as that, and not as nothing recorded`() throws {
    try wereld.dag("2025-06-02")
    try wereld.dekking(VoorlichtingOntvangen.self, ["AI-2.5"], 400, van: 400, .alleWerknemers, op: "2025-05")
    let found = try wereld.eis("AI-2.5", op: "2025-05-13")
    #expect(found.stand == .nietAangetoond)
    #expect(
      found.gemist.hasPrefix("vastgelegd als nummer") && found.gemist.hasSuffix("op 13 mei 2025 was, is niet te zeggen")
    )
  }

  @Test func `what was done instead for one letter says nothing to another`() throws {
    try wereld.dag("2025-05-13")
    let other = wereld.boek.stream("Inspectie")
    try wereld.leg(InspectieUitgevoerd.self, other, op: "2025-02-01") {
      $0[InspectieUitgevoerd.gehoord] = [.werknemers]
    }
    try wereld.leg(EisOpgelegd.self, other, op: "2025-03-03") {
      $0[EisOpgelegd.boom] = "AI"
      $0[EisOpgelegd.kenmerk] = "G-2"
      $0[EisOpgelegd.termijn] = Tijdsduur("P6M")
      $0[EisOpgelegd.herbewijsIedere] = Tijdsduur("P1Y")
      $0[EisOpgelegd.verzondenOp] = try CalendarDate("2025-03-03")
      $0[EisOpgelegd.brief.plaats] = .elders
      $0[EisOpgelegd.brief.vindplaats] = "archief"
    }
    try wereld.bewijs(AlternatieveMaatregelVastgelegd.self, ["AI-2.6"], op: "2025-04-01", in: other, als: .college) {
      $0[AlternatieveMaatregelVastgelegd.maatregel] = "gesprek per team"
      $0[AlternatieveMaatregelVastgelegd.vergelijking] = "elk team bespreekt het"
    }
    let third = wereld.boek.stream("Inspectie")
    try wereld.leg(InspectieUitgevoerd.self, third, op: "2025-02-01") {
      $0[InspectieUitgevoerd.gehoord] = [.werknemers]
    }
    try wereld.boek.expectRefusal(.geweigerd("INSP-KENMERK")) {
      try wereld.leg(EisOpgelegd.self, third, op: "2025-03-03") {
        $0[EisOpgelegd.boom] = "AI"
        $0[EisOpgelegd.kenmerk] = "G-2"
        $0[EisOpgelegd.termijn] = Tijdsduur("P6M")
        $0[EisOpgelegd.herbewijsIedere] = Tijdsduur("P1Y")
        $0[EisOpgelegd.brief.plaats] = .elders
        $0[EisOpgelegd.brief.vindplaats] = "archief"
      }
    }
    let states = try wereld.beeld("AI-2.6", op: "2025-05-13").map { ($0.zaak?.kenmerk, $0.eisen.first?.stand) }
    #expect(states.map(\.0) == ["2428456/05", "G-2"] && states.map(\.1) == [.nietAangetoond, .alternatief])
  }

  /// The places in a tree are those of the letter that it was read from; that letter was to another municipality.
  @Test func `a tree of another municipality's letter says whose letter its places are of`() throws {
    let beeld = try #require(try wereld.beeld("AI", op: "2024-12-01").first)
    #expect(beeld.briefAan == "gemeente Maastricht" && beeld.json["briefAan"] == "gemeente Maastricht")
    let first = try #require(beeld.json["eisen"]?.array?.first)
    let place = try #require(beeld.eisen.first?.eis.plaats)
    #expect(first["plaats"]?.string == "brief aan gemeente Maastricht: \(place)")
    #expect(
      String(decoding: Standbeeld.csv([beeld]), as: UTF8.self).contains("brief aan gemeente Maastricht: \(place)"))
    let own = try #require(Eisenbomen.meegeleverd.boom("AI")?.boom)
    #expect(own.briefAan(naast: "Gemeente Maastricht") == nil)
  }

  @Test func `a letter imposes demands of its own tree only`() throws {
    let other = wereld.boek.stream("Inspectie")
    try wereld.leg(InspectieUitgevoerd.self, other, op: "2024-11-01") {
      $0[InspectieUitgevoerd.gehoord] = [.werknemers]
    }
    try wereld.boek.expectRefusal(.geweigerd("EIS-BOOM")) {
      try wereld.leg(EisOpgelegd.self, other, op: "2024-11-13") {
        $0[EisOpgelegd.boom] = "AI"
        $0[EisOpgelegd.kenmerk] = "G-3"
        $0[EisOpgelegd.nummering] = [Eisregel(nummer: "1.a", eis: "AC-3.0.a")]
        $0[EisOpgelegd.termijn] = Tijdsduur("P6M")
        $0[EisOpgelegd.herbewijsIedere] = Tijdsduur("P1Y")
        $0[EisOpgelegd.brief.plaats] = .elders
        $0[EisOpgelegd.brief.vindplaats] = "archief"
      }
    }
  }
}
