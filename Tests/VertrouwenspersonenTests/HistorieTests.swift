import Governance
import Ledger
import Proefboek
import Testing

@testable import Vertrouwenspersonen

/// Facts from before the ledger, and how many there are without saying who.
struct HistorieTests {
  private let wereld: Wereld
  private let boek: Proefboek

  init() throws {
    wereld = try Wereld()
    boek = wereld.boek
  }

  private func opgave(_ op: String, _ change: (inout EventDraft) -> Void = { _ in }) throws -> RecordedEvent {
    var draft = EventDraft(
      AantalVertrouwenspersonenOpgegeven.self, stream: try wereld.geheel(), effective: try ImpreciseDate(op))
    draft[AantalVertrouwenspersonenOpgegeven.intern] = 5
    draft[AantalVertrouwenspersonenOpgegeven.extern] = 1
    draft[AantalVertrouwenspersonenOpgegeven.internEerder] = 1
    draft[AantalVertrouwenspersonenOpgegeven.externBij] = "Arbodienst"
    change(&draft)
    return try boek.append(draft, als: .secretariaat)
  }

  private func bezetting(op day: String = Proefboek.founded) throws -> Bezetting {
    try boek.read { try Bezetting(on: try CalendarDate(day), $0.views) }
  }

  /// From 1 to 5 internal and 1 external at the Arbodienst, some 2.5 years before an undated letter (000:31-32).
  @Test func `The Maastricht expansion is recorded as it is known: numbers, no persons, no day`() throws {
    let event = try opgave("2022-10/2023-03", vanVroeger)
    #expect(event.signed.envelope.sealedDigests.isEmpty)
    #expect(!event.facts.contains { $0.value.string?.hasPrefix("Persoon/") == true })
    let sentence = try #require(try bezetting().zinnen.last).nl
    #expect(
      sentence
        == "Opgegeven: van 1 naar 5 intern en 1 extern (Arbodienst), tussen oktober 2022 en maart 2023; bron: brief van 2019. Wie dat zijn, zegt de opgave niet."
    )
    #expect(try boek.verify().ok)
  }

  @Test func `What was stated fills no posts, and no posts are made up from it`() throws {
    _ = try opgave("2022-10/2023-03", vanVroeger)
    let filled = try bezetting()
    #expect(filled.plaatsen(.intern) == nil && filled.vacant(.intern) == nil && filled.bezet(.intern) == 0)
    #expect(filled.zinnen.first?.nl.contains("niet vastgesteld") == true)
  }

  @Test func `Vacancies are the posts that nobody fills on the day`() throws {
    var draft = EventDraft(
      FormatieVastgesteld.self, stream: try wereld.geheel(), effective: try ImpreciseDate("2024-01-01"))
    draft[FormatieVastgesteld.intern] = 1
    draft[FormatieVastgesteld.extern] = 0
    try boek.append(draft, als: .algemeenDirecteur)
    #expect(try bezetting().vacant(.intern) == 1)
    _ = try wereld.benoemde()
    #expect(try bezetting().vacant(.intern) == 0)
    #expect(try bezetting().zinnen.map(\.nl) == ["Er zijn geen vacatures."])
    #expect(try bezetting(op: "2027-01-01").vacant(.intern) == 1)
    #expect(try bezetting(op: "2023-06-01").vacant(.intern) == nil)
  }

  @Test func `A fact from before the ledger names its source and is not of after the founding`() throws {
    try boek.expectRefusal(.geweigerd("VP-HISTORISCH")) {
      try opgave("2022") { $0[HistoricalFact.historisch] = true }
    }
    try boek.expectRefusal(.geweigerd("VP-HISTORISCH")) {
      try opgave("2022") { $0[HistoricalFact.bron] = "brief" }
    }
    try boek.expectRefusal(.geweigerd("VP-HISTORISCH")) { try opgave("2027", vanVroeger) }
    try boek.expectRefusal(.geweigerd("VP-TOEKOMST")) { try opgave("2027") }
    #expect(Uitkomst { try opgave("XXXX", vanVroeger) } == .aanvaard)
  }

  @Test func `An appointment of before the ledger lacks what the sources lack, and that is listed`() throws {
    let kandidaat = try wereld.kandidaat()
    try wereld.benoem(kandidaat, op: "2025", tot: nil, als: .secretariaat) { draft in
      vanVroeger(&draft)
      zonder(VertrouwenspersoonBenoemd.brief)(&draft)
      zonder(VertrouwenspersoonBenoemd.verklaring)(&draft)
    }
    #expect(try wereld.toestand(kandidaat) == .actief)
    let duties = try wereld.plichten().filter { $0.kenmerk == "vertrouwenspersoon-1" }
    #expect(
      duties.map(\.wat.nl) == [
        "instemming: niet vastgelegd", "geen certificering vastgelegd",
        "niet vastgelegd, LVV-erkend: basiscursus en verdieping Integriteit", "aanstellingsbrief niet vastgelegd",
        "verklaring niet vastgelegd",
      ])
    // In the year itself it cannot be said whether the function was held on a day.
    let certainty = try boek.read { reading in
      let day = try CalendarDate("2025-06-01")
      return try Benoeming.find(kandidaat.stream, reading.views)?
        .dient(on: day)
    }
    #expect(certainty == .unknown)
    #expect(try boek.verify().ok)
  }
}
