import Governance
import Ledger
import Proefboek
import Publication
import Testing

@testable import Inspectie

/// What of a demand and its measures stands on the public site: what was decided, and nothing beside it.
struct SiteTests {
  let boek: Proefboek
  let zaak: StreamID

  init() throws {
    boek = try Proefboek()
    zaak = try boek.eis {
      $0[EisOpgelegd.grondslag] = "Arbeidsomstandighedenwet art. 27"
      $0[EisOpgelegd.brief.plaats] = .elders
      $0[EisOpgelegd.brief.vindplaats] = "KANARIE-BRIEF"
    }
  }

  private static let lijst = "/arbeidsinspectie/"
  private static let pagina = "/arbeidsinspectie/eisen/1/"

  private func site(op day: String = "2025-03-01") throws -> Proefsite {
    try Proefsite(InspectiePlugin(), of: boek, on: day)
  }

  private func isEmpty(op day: String = "2025-03-01") throws -> Bool {
    try boek.read { try Proefsite.publish(InspectiePlugin(), $0, on: day) == nil }
  }

  private func maakOpenbaar(op day: String? = nil) throws { try boek.leg(EisOpenbaargemaakt.self, in: zaak, op: day) }

  @discardableResult
  private func maatregel(_ wat: String, op day: String? = nil, isOpenbaar: Bool = true) throws -> StreamID {
    let stream = try boek.maatregel(op: day) { $0[MaatregelVastgelegd.omschrijving] = wat }
    if isOpenbaar { try maakOpenbaar(stream) }
    return stream
  }

  private func maakOpenbaar(_ maatregel: StreamID) throws {
    try boek.leg(MaatregelOpenbaargemaakt.self, in: maatregel) { $0[MaatregelOpenbaargemaakt.inspectie] = zaak }
  }

  @Test func `A demand is not on the site until that was decided, and off it once that was taken back`() throws {
    #expect(try isEmpty())
    try maakOpenbaar()
    let there = try site()
    #expect(there[Self.lijst]?.contains("Eis van 13 november 2024") == true)
    #expect(there[Self.pagina]?.contains("13 mei 2025</time> <small>6 maanden na de datum van de brief") == true)
    try boek.leg(EisVanSiteGehaald.self, in: zaak)
    #expect(try isEmpty())
    try maakOpenbaar()
    #expect(try site()[Self.pagina]?.contains("de eis is van deze site gehaald".asSentenceStart) == true)
  }

  @Test func `The address of a demand that was taken off says only that, as long as the subject is on the site`() throws
  {
    let other = try boek.eis(reeks: "2428457")
    try maakOpenbaar()
    try boek.leg(EisOpenbaargemaakt.self, in: other)
    let there = try site()
    #expect(there.gone.isEmpty && there[Self.pagina]?.contains("art. 27") == true)
    try boek.leg(EisVanSiteGehaald.self, in: zaak)
    let site = try site()
    #expect(site.gone == [Self.pagina] && site[Self.pagina]?.contains("art. 27") == false)
    #expect(site[Self.pagina]?.contains("Deze eis staat niet meer op de site") == true)
    #expect(site[Self.lijst]?.contains("eisen/1/") == false)
    try maakOpenbaar()
    #expect(try self.site().gone.isEmpty)
    // A decision that was a mistake leaves nothing.
    let mistake = try #require(try boek.read { try $0.views.facts(in: other).openbaarmaking })
    try boek.leg(InspectieGecorrigeerd.self, in: other) {
      $0[Correction.event] = mistake.id
      $0[Correction.reason] = "deze eis hoort niet op de site"
    }
    #expect(try self.site()["/arbeidsinspectie/eisen/2/"] == nil && self.site().gone.isEmpty)
  }

  @Test func `What was decided for a day is not on a site about an earlier one`() throws {
    try boek.ga(naar: "2025-02-01")
    try maakOpenbaar()
    #expect(try isEmpty(op: "2025-01-31"))
    #expect(try !isEmpty(op: "2025-02-01"))
  }

  @Test func `What was taken off is on a site about no day, whatever day the decision is said to be of`() throws {
    try boek.ga(naar: "2025-02-01")
    try maakOpenbaar()
    try boek.leg(EisVanSiteGehaald.self, in: zaak, op: "2025-01-15")
    #expect(try isEmpty() && isEmpty(op: "2025-02-01"))
  }

  @Test func `A measure stands with the demand it was published for, and leaves with it`() throws {
    try maakOpenbaar()
    let other = try maatregel("KANARIE-ANDERE", isOpenbaar: false)
    let stream = try maatregel("Oefenen met het gesprek")
    let there = try site()
    #expect(there[Self.pagina]?.contains("<bdi>Oefenen met het gesprek</bdi>") == true)
    #expect(there[Self.lijst]?.contains("0 van 1 uitgevoerd") == true && !there.alles.contains("KANARIE"))
    try boek.leg(MaatregelVanSiteGehaald.self, in: stream)
    #expect(try !site().alles.contains("Oefenen") && site()[Self.lijst]?.contains("Geen op deze site") == true)
    try maakOpenbaar(other)
    try boek.leg(EisVanSiteGehaald.self, in: zaak)
    #expect(try isEmpty())
  }

  @Test func `Nothing that was recorded with it is on the site: letters, evidence, who was heard or answers for it`()
    throws
  {
    try maakOpenbaar()
    let stream = try maatregel("Oefenen met het gesprek")
    let (functie, _) = try boek.functie("Kanariefunctie", bekleedVan: "2024-10-01")
    try boek.leg(VerantwoordelijkeAangewezen.self, in: stream) { $0[VerantwoordelijkeAangewezen.functie] = functie }
    try boek.leg(MaatregelBijgesteld.self, in: stream) {
      $0[MaatregelVastgelegd.criterium] = "Acht van de tien"
      $0[Bewijs.toelichting] = "Kanarie-toelichting"
    }
    try boek.leg(MaatregelVervallen.self, in: stream, als: .college) { $0[MaatregelVervallen.reden] = "Kanarie-reden" }
    try boek.leg(BoeterapportOpgemaakt.self, in: zaak) { $0[BoeterapportOpgemaakt.kenmerk] = "Kanarie-kenmerk" }
    let all = try site().alles
    for word in ["kanarie", "2428456/03", "ondernemingsraad", "bureauintegriteit", "iris", "boete", "zienswijze"] {
      #expect(!all.lowercased().contains(word), "\(word)")
    }
    #expect(all.contains("Acht van de tien") && all.contains("Er is een stap gezet om de eis af te dwingen"))
  }

  @Test(arguments: [
    ("2025-03-01", "termijn loopt", "De termijn om aan de eis te voldoen loopt nog."),
    ("2025-05-13", "termijn loopt", "De termijn om aan de eis te voldoen loopt nog."),
    ("2025-05-14", "termijn voorbij", "De termijn is voorbij. Er is niet vastgelegd dat aan de eis is voldaan."),
  ])
  func `How a demand stands follows from the day`(day: String, word: String, sentence: String) throws {
    try maakOpenbaar()
    let page = try #require(try site(op: day)[Self.pagina])
    #expect(page.contains(">\(word)</span>") && page.contains(sentence))
    #expect(try site(op: day).kolom("stand") == [.string(word)])
  }

  @Test(arguments: [
    (VerklaardDoor.werkgever, "m-stil", "Dat is geen oordeel van de Arbeidsinspectie."),
    (.arbeidsinspectie, "m-goed", "De Arbeidsinspectie heeft verklaard dat aan de eis is voldaan."),
  ])
  func `Who declared a demand fulfilled is said, and only the inspectorate can say that it is good`(
    door: VerklaardDoor, mark: String, sentence: String
  ) throws {
    try maakOpenbaar()
    try boek.leg(EisVoldaanVerklaard.self, in: zaak, als: .college) {
      $0[EisVoldaanVerklaard.door] = door
      $0[EisVoldaanVerklaard.volledig] = true
      $0[Bewijs.stuk.plaats] = .elders
      $0[Bewijs.stuk.vindplaats] = "archief"
    }
    let page = try #require(try site()[Self.pagina])
    #expect(page.contains("<span class=\"merkje \(mark)\">voldaan verklaard</span>") && page.contains(sentence))
    #expect(try site().subject.overview.figures.map(\.label) == ["eis van de Arbeidsinspectie"])
  }

  @Test func `A demand that lapsed after an objection is told as lapsed`() throws {
    try maakOpenbaar()
    try boek.leg(BezwaarIngediend.self, in: zaak, op: "2024-11-20")
    try boek.leg(BeslissingOpBezwaarOntvangen.self, in: zaak) { $0[BeslissingOpBezwaarOntvangen.uitkomst] = .gegrond }
    let page = try #require(try site()[Self.pagina])
    #expect(page.contains("De eis geldt niet meer. Het bezwaar ertegen was gegrond."))
    #expect(page.contains("<dt>Vervallen</dt>") && page.contains("Beslist op het bezwaar: gegrond"))
  }

  @Test func `A measure tells what became of it, and what is late`() throws {
    try maakOpenbaar()
    let stream = try maatregel("Oefenen met het gesprek", op: "2024-11-20")
    let late = try #require(try site(op: "2025-05-11")[Self.pagina])
    #expect(late.matches(of: /Uiterlijk <time/).count == 2)
    #expect(late.matches(of: /te-laat">te laat/).count == 2 && late.contains(">gepland</span>"))
    try boek.ga(naar: "2025-05-01")
    try boek.leg(MaatregelUitgevoerd.self, in: stream, op: "2025-04-20")
    try boek.leg(MaatregelGeevalueerd.self, in: stream, op: "2025-05-01") {
      $0[MaatregelGeevalueerd.uitkomst] = .werktDeels
    }
    let done = try #require(try site(op: "2025-05-11")[Self.pagina])
    #expect(
      !done.contains("te-laat") && !done.contains("Uiterlijk <time") && done.contains("werkt deels")
        && done.contains(">geëvalueerd</span>"))
    #expect(done.contains("Maatregel 1: uitgevoerd"))
    #expect(try site(op: "2025-05-11")[Self.lijst]?.contains("1 van 1 uitgevoerd") == true)
  }

  @Test func `A correction is told where the mistake was, and moves what it moved`() throws {
    try maakOpenbaar()
    let stream = try maatregel("Oefenen met het gesprek")
    let done = try boek.leg(MaatregelUitgevoerd.self, in: stream)
    try boek.leg(MaatregelGecorrigeerd.self, in: stream) {
      $0[Correction.event] = done.id
      $0[Correction.reason] = "KANARIE-REDEN"
    }
    let page = try #require(try site()[Self.pagina])
    #expect(page.contains("Maatregel 1: vervallen, want een vergissing: ‘uitgevoerd’"))
    #expect(page.contains(">gepland</span>") && !page.contains("KANARIE"))
  }

  @Test func `What is asked is told by the numbers of the letter, in its order; rules of the case are not`() throws {
    try maakOpenbaar()
    let whole = try #require(try site()[Self.pagina])
    #expect(whole.matches(of: /<li><span class="code">AI-/).count == 2 + 31 + 16)
    #expect(whole.contains("<h3>Eis 2: voorlichting en onderricht</h3>") && !whole.contains("AI-0.3"))
    let boek = try Proefboek()
    let zaak = try boek.eis {
      $0[EisOpgelegd.nummering] = [
        Eisregel(nummer: "1.b", eis: "AI-1.15"), Eisregel(nummer: "1.a", eis: "AI-1.16"),
      ]
    }
    try boek.leg(EisOpenbaargemaakt.self, in: zaak)
    let page = try #require(try Proefsite(InspectiePlugin(), of: boek, on: "2025-03-01")[Self.pagina])
    #expect(page.matches(of: /<li><span class="code">([^<]*)/).map { String($0.1) } == ["1.a", "1.b"])
  }

  @Test func `Demands that were read from the letter to another organisation are said to be`() throws {
    try maakOpenbaar()
    #expect(try site()[Self.pagina]?.contains("Deze punten komen uit een brief aan gemeente Maastricht.") == true)
  }

  @Test func `What can be checked is marked on the list with the value that was signed, and has a row with the same`()
    throws
  {
    try maakOpenbaar()
    try maatregel("Oefenen met het gesprek")
    let site = try site()
    #expect(site.subject.checked.map(\.isOnList) == [true, false])
    try site.expectCheckable()
  }

  @Test func `What happened is in the feed and on the list of changes, once each`() throws {
    try maakOpenbaar()
    try maatregel("Oefenen met het gesprek")
    let site = try site()
    let titles = try #require(site.subject.changes).map(\.title)
    #expect(
      titles == [
        "Eis van 13 november 2024, maatregel 1: staat op deze site",
        "Eis van 13 november 2024, maatregel 1: opgeschreven",
        "Eis van 13 november 2024: de eis staat op deze site",
        "Eis van 13 november 2024: de Arbeidsinspectie legt de eis op",
      ])
    #expect(site["/arbeidsinspectie/wijzigingen/"]?.matches(of: /<li><time/).count == titles.count)
  }
}

extension SiteTests {
  @Test(arguments: [0, 1, 250])
  func `However many measures there are, each is on the page of its demand once and no page is heavy`(count: Int) throws
  {
    try maakOpenbaar()
    for number in 0..<count { try maatregel("Maatregel over onderwerp \(number)") }
    let site = try site()
    site.expectSound()
    try site.expectCheckable()
    let pages = site.pages.filter { $0.page.path.hasPrefix(Self.pagina) }
    #expect(pages.map { $0.page.html.matches(of: /<th scope="row"/).count }.reduce(0, +) == count)
    #expect((pages.count > 1) == (count > 100))
    #expect(site.subject.dataset.rows.count == count + 1)
    #expect(site[Self.pagina]?.contains("Dat zegt niet dat er niets gebeurt.") == (count == 0))
  }

  @Test(arguments: [
    String(repeating: "x", count: 200), "قواعد السلوك", "Regels 👩🏽‍💼 voor thuis", "<b>vet</b> & \"aanhaling\" 'enkel'",
    "{{titel}} {{>datum}}",
  ])
  func `Whatever a measure is called is shown as text, in a direction of its own`(name: String) throws {
    try maakOpenbaar()
    try maatregel(name)
    let site = try site()
    site.expectSound()
    try site.expectCheckable()
    for page in site.pages { #expect(!page.html.contains("<b>vet"), "\(page.page.path)") }
    #expect(site[Self.pagina]?.matches(of: /<bdi>[^<]/).isEmpty == false)
  }
}

/// What is refused about the public site.
struct SiteRegelTests {
  let boek: Proefboek
  init() throws { boek = try Proefboek() }

  @Test func `A demand that was not imposed cannot be made public`() throws {
    try boek.ga(naar: "2024-11-25")
    let zaak = try boek.leg(InspectieUitgevoerd.self, op: "2024-09-26") {
      $0[InspectieUitgevoerd.gehoord] = [.werknemers]
    }.stream
    try boek.expectRefusal(.geweigerd("INSP-VOLGORDE")) { try boek.leg(EisOpenbaargemaakt.self, in: zaak) }
  }

  @Test func `What is public cannot be made so again, and what is not cannot be taken off`() throws {
    let zaak = try boek.eis()
    try boek.expectRefusal(.geweigerd("INSP-OPENBAAR-EENMAAL")) { try boek.leg(EisVanSiteGehaald.self, in: zaak) }
    try boek.leg(EisOpenbaargemaakt.self, in: zaak)
    try boek.expectRefusal(.geweigerd("INSP-OPENBAAR-EENMAAL")) { try boek.leg(EisOpenbaargemaakt.self, in: zaak) }
  }

  @Test func `A measure goes on the site with a demand that is there, while it holds`() throws {
    let (zaak, maatregel) = (try boek.eis(), try boek.maatregel())
    func publish() throws -> RecordedEvent {
      try boek.leg(MaatregelOpenbaargemaakt.self, in: maatregel) { $0[MaatregelOpenbaargemaakt.inspectie] = zaak }
    }
    try boek.expectRefusal(.geweigerd("MTR-OPENBAAR")) { try publish() }
    try boek.leg(EisOpenbaargemaakt.self, in: zaak)
    try boek.leg(MaatregelVervallen.self, in: maatregel, als: .college) { $0[MaatregelVervallen.reden] = "klaar" }
    try boek.expectRefusal(.geweigerd("MTR-GELDT")) { try publish() }
  }

  @Test func `A demand that is public is corrected after that was taken back`() throws {
    let zaak = try boek.eis()
    try boek.leg(EisOpenbaargemaakt.self, in: zaak)
    let eis = try #require(try boek.read { try $0.views.facts(in: zaak).laatste(EisOpgelegd.self) })
    try boek.expectRefusal(.geweigerd("INSP-CORRECTIE-VOLGORDE")) {
      try boek.leg(InspectieGecorrigeerd.self, in: zaak) {
        $0[Correction.event] = eis.id
        $0[Correction.reason] = "vergissing"
      }
    }
  }

  @Test(arguments: [Rol.directeur, .ondernemingsraad])
  func `Only who decides for the employer, or records that, makes it public`(rol: Rol) throws {
    let zaak = try boek.eis()
    #expect(throws: (any Error).self) { try boek.leg(EisOpenbaargemaakt.self, in: zaak, als: rol) }
    #expect(EisOpenbaargemaakt.type.signers == [.algemeenDirecteur, .college, .concernteam, .secretariaat])
  }
}
