import Governance
import Instemming
import Ledger
import LedgerSQLite
import Proefboek
import Testing

@testable import Beleid
@testable import Inspectie

/// The case of Maastricht as far as the sources say: what the letter to the council shows, and what it does not
/// (000:20-24, 000:50-62).
struct MaastrichtTests {
  let wereld: Standwereld

  /// What is known on the first of March 2025: the letter of the inspectorate, a survey, an old inventory, and a code of
  /// conduct of which the dates are not known.
  init() throws {
    wereld = try Standwereld()
    try wereld.dag("2024-11-14")
    let old = wereld.boek.stream("Rie")
    try wereld.bewijs(RieUitgevoerd.self, [], op: "2017-09-27", in: old) {
      $0[RieUitgevoerd.reikwijdte] = "de organisatie"
      $0[HistoricalFact.historisch] = true
      $0[HistoricalFact.bron] = "brief van de Arbeidsinspectie, 13 november 2024"
    }
    try wereld.brief()
    try wereld.bewijs(OnderzoekUitgevoerd.self, ["AI-1.9", "AI-1.10"], op: "2024") {
      $0[OnderzoekUitgevoerd.methode] = "belevingsonderzoek 2024"
      $0[OnderzoekUitgevoerd.internEnExtern] = false
    }
    try wereld.dag("2025-03-01")
    let code = wereld.boek.stream("Regeling")
    let text = StandTests.tekst("de nieuwe gedragscode")
    try wereld.leg(RegelingOntworpen.self, code, op: "2024-11-14/2025-03-01") {
      $0[RegelingOntworpen.versie] = text.digest
      $0.attach(text, as: RegelingOntworpen.concept)
      $0[RegelingOntworpen.kenmerk] = "gedragscode"
      $0[RegelingOntworpen.titel] = "Gedragscode"
      $0[RegelingOntworpen.soort] = .gedragscode
      $0[RegelingOntworpen.instemming] = .vereist
      $0[RegelingOntworpen.worOnderdeel] = .d
    }
    try wereld.leg(WerknemersGeraadpleegd.self, code, op: "2024-11-14/2025-03-01") {
      $0[WerknemersGeraadpleegd.versie] = text.digest
      $0[WerknemersGeraadpleegd.vorm] = .werkgroep
    }
    for (element, place) in [("G-1", "voorwoord"), ("G-2", "hoofdstuk 1"), ("G-3", "inleiding"), ("G-5", "slot")] {
      try wereld.leg(ContentElementAangetoond.self, code, op: "2025-03-01") {
        $0[ContentElementAangetoond.versie] = text.digest
        $0[ContentElementAangetoond.element] = element
        $0[ContentElementAangetoond.vindplaats] = place
      }
    }
  }

  /// The right answers on a day, in the words of the state.
  static let antwoorden: [(String, Stand)] = [
    // The inventory is being worked on, so nothing of it is shown; that of 2017 serves no demand of the letter.
    ("AI-1.1", .nietAangetoond), ("AI-1.4", .nietAangetoond), ("AI-1.5", .nietAangetoond), ("AI-1.8", .nietAangetoond),
    ("AI-1.9", .nietAangetoond), ("AI-1.10", .nietAangetoond), ("AI-1.11", .nietAangetoond),
    ("AI-1.16", .nietAangetoond), ("AI-1.18", .nietAangetoond),
    // Made with employees; of the consent nothing was recorded here.
    ("AI-1.19", .gedeeltelijk),
    // A place was shown; whether the text is good enough nobody has said.
    ("AI-1.20", .stukAanwezig), ("AI-1.22", .stukAanwezig), ("AI-1.24", .stukAanwezig), ("AI-1.28", .stukAanwezig),
    ("AI-1.27", .nietAangetoond), ("AI-1.29", .nietAangetoond), ("AI-1.31", .nietAangetoond),
    // The day for managers was announced for "the end of May", and announced is not done.
    ("AI-2.1", .nietAangetoond), ("AI-2.5", .nietAangetoond), ("AI-2.9", .nietAangetoond), ("AI-2.16", .nietAangetoond),
    ("AI-0.1", .nietAangetoond), ("AI-0.3", .nietVanToepassing),
  ]

  @Test(arguments: ["2025-03-01", "2025-05-13"])
  func `what the sources show, and not more, on the first of March and on the last day of the term`(day: String) throws
  {
    try wereld.dag("2025-05-13")
    let beeld = try #require(try wereld.beeld("inspectie-1", op: day).first)
    for (id, stand) in Self.antwoorden {
      #expect(beeld.eisen.first { $0.eis.id == id }?.stand == stand, "\(id) on \(day)")
    }
    #expect(beeld.aantal(.aangetoond) == 0)
    #expect(beeld.eisen.allSatisfy { $0.stand == .aangetoond || !$0.ontbreekt.isEmpty })
  }

  @Test func `an undated fact that was recorded before the term lies before it`() throws {
    let found = try wereld.eis("AI-1.19", op: "2025-05-13")
    #expect(found.feiten.map(\.ligging) == [.voor])
    #expect(found.gemist == "niet vastgelegd: de instemming van de OR")
  }

  @Test func `the elements of the code: where they are, and which are not shown`() throws {
    let rows = try wereld.boek.directory.read { stores in
      let book = wereld.boek.book(stores)
      return try book.read { reading in
        let day = try CalendarDate("2025-05-13")
        let code = try #require(try BeleidView().regelingen(op: day, in: reading).first)
        return try Eisenbomen(op: day, reading.views, reading.filter).elementen.filter {
          $0.element.code.hasPrefix("G-")
        }
        .map { Elementregel($0.element, in: code) }
      }
    }
    #expect(
      rows.map { "\($0.element.code) \($0.text.nl)" } == [
        "G-1 voorwoord", "G-2 hoofdstuk 1", "G-3 inleiding", "G-4 niet aangetoond", "G-5 slot", "G-6 niet aangetoond",
      ])
  }
}
