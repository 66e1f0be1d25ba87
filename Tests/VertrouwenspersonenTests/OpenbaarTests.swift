import Governance
import Instemming
import Ledger
import LedgerSQLite
import Proefboek
import Publication
import Testing

@testable import Vertrouwenspersonen

extension Wereld {
  private static let settings = SiteSettings(
    organisatie: "Gemeente Voorbeeld", origin: "ledger.gemeente.example", address: "https://gemeente.example/register",
    contact: "register@gemeente.example", securityContact: "veilig@gemeente.example", robots: .toestaan,
    licence: "https://creativecommons.org/publicdomain/zero/1.0/")

  /// What the public site has of it, as someone outside reads the ledger.
  func gepubliceerd(
    op day: String = Proefboek.founded, eerst: [Int: UInt64] = [:]
  ) throws -> PublishedSubject? {
    try boek.read { reading in
      try VertrouwenspersonenPlugin().publish(
        PublicationRequest(
          views: reading.views, filter: reading.filter, settings: Self.settings, day: try CalendarDate(day),
          firstOfYear: eerst))
    }
  }

  /// How many events there are.
  func omvang() throws -> UInt64 { try boek.directory.read { try $0.log.size() } }
}

extension PublishedSubject {
  /// Everything that it brings to the site, as one text.
  fileprivate func alles() throws -> String {
    var parts = [
      slug, title, summary, legalBase, responsible, "\(dataset)", "\(String(describing: changes))", "\(checked)",
      "\(policy)", "\(overview)", "\(findable)",
    ]
    try pages.forEach { parts.append("\($0)") }
    return parts.joined(separator: "\n")
  }

  fileprivate func pagina(_ path: String = "/vertrouwenspersonen/") throws -> String {
    var html = ""
    try pages.forEach { page in if page.path == path { html = page.opening + page.html } }
    return html
  }
}

struct OpenbaarTests {
  private let wereld: Wereld

  init() throws { wereld = try Wereld() }

  /// Who attacks reads every publication of a year and everything in it.
  @Test func `in one year every byte is the same, whoever is appointed, renewed, relieved or recorded too late`() throws
  {
    let eerste = try wereld.benoemde()
    let vergissing = try wereld.gereed()
    let benoeming = try wereld.benoem(vergissing)
    let size = try wereld.omvang()
    let before = try #require(try wereld.gepubliceerd())
    #expect(try before.pagina().contains("waren er 2: 2 intern en 0 extern"))

    // Before and after 1 January by their dates, an end, a renewal, and a mistake taken back.
    _ = try wereld.benoemde(op: "2024-06-01", tot: "2028-06-01")
    _ = try wereld.benoemde(op: "2026-06-01", tot: "2030-06-01")
    let externe = try wereld.kandidaat(.extern, naam: "Kanarie van Buiten")
    try wereld.certificeer(externe)
    try wereld.contracteer(externe, op: "2025-01-01")
    try wereld.verleen(eerste, .verlengen, op: "2026-10-01")
    try wereld.verleng(eerste)
    try wereld.treedTerug(eerste)
    try wereld.corrigeer(benoeming.id, vergissing.stream, als: .algemeenDirecteur)
    for day in ["2026-01-01", "2026-11-21", "2026-12-31"] {
      let after = try #require(try wereld.gepubliceerd(op: day, eerst: [2026: size]))
      #expect(try after.alles() == before.alles())
    }
    // What was kept back is there: without the first publication of the year it would be told now, and next year it is.
    #expect(try wereld.gepubliceerd()?.pagina().contains("waren er 3: 2 intern en 1 extern") == true)
    let next = try #require(try wereld.gepubliceerd(op: "2027-01-01", eerst: [2026: size]))
    #expect(try next.pagina().contains("waren er 3: 2 intern en 1 extern"))
    #expect(next.overview.figures.map(\.count) == [3])
  }

  @Test func `no person is in any byte: no name, address, pseudonym, date, handle or number of an event`() throws {
    let kandidaat = try wereld.kandidaat(naam: "Kanarie Nachtegaal", op: "2022-03-14")
    try wereld.certificeer(kandidaat, van: "2021-02-13", tot: "2033-04-15")
    try wereld.verleen(kandidaat, op: "2022-03-15")
    let begin = try wereld.benoem(kandidaat, op: "2023-03-17", tot: "2027-03-17")
    try wereld.treedTerug(kandidaat, op: "2026-10-19")
    let subject = try #require(try wereld.gepubliceerd())
    let alles = try subject.alles()
    #expect(subject.changes == nil && subject.checked.isEmpty && subject.overview.news.isEmpty)
    #expect(subject.findable.allSatisfy { !$0.isPerson })
    for canary in [
      "Kanarie", "vp@voorbeeld", "+31 320", "vertrouwenspersoon-1", "\(kandidaat.persoon.id)", "\(kandidaat.stream.id)",
      "\(begin.id)", "2022-03", "maart", "2021-02", "februari", "2033", "april", "2027-03", "2026-10", "oktober",
      "dossier 12", "nummer",
    ] {
      #expect(!alles.contains(canary), "\(canary)")
    }
    // The same text does hold what is public.
    #expect(alles.contains("1 januari 2026"))
  }

  @Test func `whether the subject is there at all does not depend on what is recorded of people in the year`() throws {
    let wereld = try Wereld(nil)
    let size = try wereld.omvang()
    #expect(try wereld.gepubliceerd() == nil)
    _ = try wereld.benoemde()
    #expect(try wereld.gepubliceerd(eerst: [2026: size]) == nil)
    #expect(try wereld.gepubliceerd(op: "2027-01-01", eerst: [2026: size]) != nil)
  }

  @Test func `before the first 1 January there is no stand, and that is said`() throws {
    _ = try wereld.benoemde(op: "2026-02-01", tot: "2030-02-01")
    let subject = try #require(try wereld.gepubliceerd())
    #expect(subject.overview.figures.isEmpty && subject.dataset.rows.isEmpty)
    #expect(try subject.pagina().contains("Er is voor 2026 nog geen stand"))
    #expect(subject.overview.html.contains("Er is voor 2026 nog geen stand"))
  }

  @Test func `without appointments the numbers are those that the organisation stated by then`() throws {
    func opgave(_ intern: Int64, op day: String) throws {
      var draft = EventDraft(
        AantalVertrouwenspersonenOpgegeven.self, stream: try wereld.geheel(), effective: try ImpreciseDate(day))
      draft[AantalVertrouwenspersonenOpgegeven.intern] = intern
      draft[AantalVertrouwenspersonenOpgegeven.extern] = 1
      draft[AantalVertrouwenspersonenOpgegeven.externBij] = "Kanarie Arbodienst"
      try wereld.boek.append(draft, als: .secretariaat)
    }
    try opgave(5, op: "2025-10-01")
    try opgave(4, op: "2026-10-01")
    let subject = try #require(try wereld.gepubliceerd())
    #expect(try subject.pagina().contains("waren er 6: 5 intern en 1 extern"))
    #expect(try subject.pagina().contains("zelf opgegeven") && !subject.alles().contains("Kanarie"))
  }

  @Test func `a date that leaves it open makes the number a least one`() throws {
    _ = try wereld.benoemde()
    let kandidaat = try wereld.kandidaat(op: "2020-01-01")
    try wereld.certificeer(kandidaat, van: "2019-01-01")
    try wereld.verleen(kandidaat, op: "2020-01-02")
    try wereld.benoem(kandidaat, op: "2025-06/2026-06", tot: "2030-06-01", vanVroeger)
    #expect(try wereld.gepubliceerd()?.pagina().contains("was er ten minste 1: 1 intern") == true)
  }

  @Test func `an overview is shown in totals once it was made public, and never one of a single person`() throws {
    let kandidaat = try wereld.benoemde()
    func maakOpenbaar(_ overzicht: RecordedEvent) throws {
      var draft = EventDraft(
        JaaroverzichtGepubliceerd.self, stream: overzicht.stream, effective: try ImpreciseDate("2026-11-21"))
      draft[JaaroverzichtGepubliceerd.vindplaats] = "https://gemeente.example/jaaroverzicht"
      try wereld.boek.append(draft, als: .secretariaat)
    }
    let lines = [Onderdeel("advies gegeven", .aantal(15)), Onderdeel("doorverwezen", .aantal(8))]
    let shown = try wereld.overzicht(2024, .aantal(23), lines)
    try wereld.overzicht(2023, .aantal(31))
    try wereld.kies(op: "2022-01-01") {
      $0[VertrouwenspersonenregelsVastgesteld.jaaroverzichtDoor] = .iedereVertrouwenspersoon
    }
    let own = try wereld.overzicht(2025, .aantal(47), van: kandidaat)
    #expect(try wereld.gepubliceerd()?.alles().contains("23") == false)
    try maakOpenbaar(shown)
    try maakOpenbaar(own)
    let subject = try #require(try wereld.gepubliceerd())
    let page = try subject.pagina("/vertrouwenspersonen/jaaroverzichten/2024/")
    #expect(page.contains("<dd>23</dd>") && page.contains("advies gegeven") && page.contains(">15<"))
    #expect(page.contains("https://gemeente.example/jaaroverzicht"))
    #expect(try !subject.alles().contains("31") && !subject.alles().contains("47"))
    #expect(subject.dataset.rows.map { $0[0] } == ["stand", "jaaroverzicht"])
    // Taken back, it is gone.
    var correction = EventDraft(
      JaaroverzichtGecorrigeerd.self, stream: shown.stream, effective: ImpreciseDate(wereld.boek.today))
    correction[Correction.event] = try wereld.boek.read {
      try $0.views.last(of: JaaroverzichtGepubliceerd.self, in: shown.stream)?.id
    }
    correction[Correction.reason] = "te vroeg"
    try wereld.boek.append(correction, als: .secretariaat)
    #expect(try !(try #require(try wereld.gepubliceerd())).alles().contains("advies gegeven"))
  }

  @Test func `a small number is covered once more when it is published, whatever was recorded`() {
    for threshold in [2, 5] as [Int64] {
      let cover = Verhulling(drempel: threshold)
      for total in 0...12 as ClosedRange<Int64> {
        for line in 0...total {
          let numbers = cover.veilig(
            Jaarcijfers(
              meldingen: .aantal(total), werknemers: .aantal(line), afdoening: [Onderdeel("a", .aantal(line))],
              themas: [Onderdeel("b", .aantal(line))]))
          #expect(cover.isVeilig(numbers.afdoening, totaal: numbers.meldingen))
          #expect(cover.isVeilig(numbers.themas, totaal: numbers.meldingen))
          #expect(cover.isVeilig(werknemers: numbers.werknemers, totaal: numbers.meldingen))
          #expect((numbers.meldingen == .aantal(total)) == (total >= threshold))
        }
      }
    }
  }

  @Test func `the address of the function is shown, and only an address is one`() throws {
    func stelVast(_ adres: String) throws {
      var draft = EventDraft(
        AanspreekpuntVastgesteld.self, stream: try wereld.geheel(), effective: try ImpreciseDate("2026-01-01"))
      draft[AanspreekpuntVastgesteld.adres] = adres
      try wereld.boek.append(draft, als: .secretariaat)
    }
    #expect(try wereld.gepubliceerd()?.pagina().contains("nog geen adres opgegeven") == true)
    for bad in ["javascript:alert(1)", "http://gemeente.example", "bel Karin Voorbeeld", "a@b@c.example"] {
      #expect(Uitkomst { try stelVast(bad) } == .geweigerd("VP-AANSPREEKPUNT"))
    }
    try stelVast("vertrouwenspersoon@gemeente.example")
    let page = try #require(try wereld.gepubliceerd()?.pagina())
    #expect(page.contains("<a href=\"mailto:vertrouwenspersoon@gemeente.example\">"))
  }

  @Test func `an address that was recorded as a person's is warned of before it is signed`() throws {
    let kandidaat = try wereld.benoemde()
    func warnings(_ adres: String, als role: Rol?) throws -> [Text] {
      var draft = EventDraft(
        AanspreekpuntVastgesteld.self, stream: wereld.boek.stream("Vertrouwenspersonen"),
        effective: ImpreciseDate(wereld.boek.today))
      draft[AanspreekpuntVastgesteld.adres] = adres
      return try wereld.boek.read(als: role) { try VertrouwenspersonenPlugin().warnings(about: draft, $0) }
    }
    #expect(try warnings("VP@voorbeeld.example", als: .secretariaat).first?.nl.contains("vertrouwenspersoon-1") == true)
    #expect(try warnings("vertrouwenspersoon@voorbeeld.example", als: .secretariaat).isEmpty)
    _ = kandidaat
  }
}
