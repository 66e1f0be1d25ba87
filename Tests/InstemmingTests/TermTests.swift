import Governance
import Proefboek
import Testing

@testable import Instemming
@testable import Organisatie

struct TermTests {
  private let boek: Proefboek

  init() throws { boek = try Proefboek() }

  private func terms(_ day: String) throws -> [JudgedTerm] {
    let today = try CalendarDate(day)
    return try boek.read { reading in
      [JudgedTerm](try InstemmingPlugin().terms(in: reading.views, on: today), today: today, warnBefore: 14)
    }
  }

  private func invoke(_ zaak: Zaak, known: String, on day: String) throws {
    try zaak.antwoord(NietigheidIngeroepen.self, op: day) {
      $0[NietigheidIngeroepen.bekendOp] = try CalendarDate(known)
    }
  }

  /// A month from 31 January 2026: raw Saturday 28 February, under the Termijnenwet Monday 2 March.
  @Test(arguments: [("2026-02-28", TermStatus.gehaald), ("2026-03-02", .gehaald), ("2026-03-03", .teLaat)])
  func `Nullity is invoked within a month, as the Termijnenwet extends it`(day: String, status: TermStatus) throws {
    try invoke(Zaak(boek), known: "2026-01-31", on: day)
    let term = try #require(try terms("2026-11-21").first)
    #expect(term.status == status)
    #expect(try term.raw == CalendarDate("2026-02-28"))
    #expect(try term.latest == CalendarDate("2026-03-02"))
    #expect(
      term.sum?.nl
        == "1 maand na 31 januari = 28 februari (laatste dag van de maand), zaterdag, dus 2 maart: Atw art. 1")
  }

  @Test func `The month is counted with the table of equated days in force when it began`() throws {
    var table = EventDraft(
      GelijkgesteldeDagenVastgelegd.self, stream: boek.stream("GelijkgesteldeDagen"),
      effective: try ImpreciseDate("2026-02-01"))
    let decree = try #require(GelijkgesteldeDagen.Besluit(2026...2026, [try CalendarDate("2026-03-02")]))
    table[GelijkgesteldeDagenVastgelegd.versie] = "eigen-1"
    table[GelijkgesteldeDagenVastgelegd.besluiten] = [decree]
    table[GelijkgesteldeDagenVastgelegd.herkomst] = "verzonnen"
    try boek.append(table, als: .secretariaat)
    // Known on the day before the table was in force, and on the day itself.
    for (known, end, version) in [
      ("2026-01-31", "2026-03-02", "2028-1"), ("2026-02-01", "2026-03-03", "eigen-1"),
    ] {
      try invoke(Zaak(boek, versie: known), known: known, on: "2026-02-02")
      let term = try #require(try terms("2026-11-21").first { $0.term.calendar.version == version })
      #expect(try term.latest == CalendarDate(end))
    }
  }

  @Test func `A refusal is listed with what is missing, until it is answered by consent`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag(op: "2026-10-01")
    let waits = try #require(try terms("2026-11-21").first)
    #expect(waits.term.declaration.id == "INS-ANTWOORD" && waits.isOpen && waits.raw == nil)
    #expect(waits.missing?.nl.contains("zwijgen is geen instemming") == true)
    try zaak.antwoord(InstemmingOnthouden.self, op: "2026-10-10", als: .ondernemingsraad, reden())
    let term = try #require(try terms("2026-11-21").first)
    #expect(term.status == nil && term.raw == nil && term.isOpen)
    #expect(term.missing?.nl.contains("de dag waarop de OR vernam") == true)
    #expect(try terms("2026-10-09").map(\.term.declaration.id) == ["INS-ANTWOORD"])
    let again = Zaak(boek, onderwerp: zaak.onderwerp)
    try again.vraag(op: "2026-10-20")
    try again.antwoord(InstemmingVerleend.self, op: "2026-10-25")
    #expect(try terms("2026-11-21").isEmpty)
  }
}
