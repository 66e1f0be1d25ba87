import Governance
import Ledger
import Publication
import Testing

@testable import Nevenfuncties

/// What the pages say.
struct PaginaInhoudTests {
  private static let sites = [PaginaVoorbeeld.lelystad, PaginaVoorbeeld.alleVelden].compactMap {
    try? PaginaSite(PaginaVoorbeeld.register(velden: $0))
  }
  private let site: PaginaSite
  private let alles: PaginaSite

  init() throws {
    site = try #require(Self.sites.first)
    alles = try #require(Self.sites.dropFirst().first)
  }

  private static let opgaven = "/nevenfuncties/opgaven/01890a5d-ac96-774b-bcce-0000000000"

  @Test(arguments: [
    "Geen nevenwerkzaamheden gemeld (bevestigd op <time datetime=\"2026-04-03\">3 april 2026</time>)",
    "Opgave nog niet ontvangen (gevraagd sinds <time datetime=\"2026-06-01\">1 juni 2026</time>)",
    "Opgave nog niet ontvangen (gevraagd sinds <time datetime=\"2026-11\">november 2026</time>)",
    "Niet gepubliceerd: de nevenwerkzaamheid kan de belangen van de gemeente niet raken",
    "Bevestiging te laat: moest uiterlijk op <time datetime=\"2026-07-01\">1 juli 2026</time>",
    "<span class=\"vernietigd\">[vernietigd]</span>", "<strong>[vernietigd]</strong> betekent", "tijdelijke inhuur",
    "Dit is de actuele lijst. Zij geldt sinds <time datetime=\"2026-06-01\">1 juni 2026</time>",
  ])
  func `the list says what there is and why there is nothing`(sentence: String) {
    #expect(site.main("/nevenfuncties/").contains(sentence))
  }

  @Test func `a card without anything to show never passes for one with nothing to report`() throws {
    let functie = PaginaVoorbeeld.griffier
    let register = OpenbaarRegister(
      regeling: PaginaVoorbeeld.register().regeling,
      standen: [
        OpenbareStand(
          vanaf: PaginaVoorbeeld.day("2026-01-01"), totEnMet: nil,
          kaarten: [PaginaVoorbeeld.kaart("k", functie, .opgaven([]))])
      ], opgaven: [], wijzigingen: [])
    #expect(
      try PaginaSite(register).main("/nevenfuncties/").contains("Niet gepubliceerd: er is geen opgave om te tonen"))
  }

  @Test(arguments: OpenbaarVeld.allCases)
  func `a field is shown when the regulation names it, and nowhere when it does not`(veld: OpenbaarVeld) {
    let label = ["<dt>\(Weergave.label(veld))</dt>", "data-label=\"\(Weergave.label(veld))"]
    let velden = PaginaVoorbeeld.lelystad
    for (site, toont) in [(site, velden.contains(veld)), (alles, true)] where veld != .naam {
      let found = site.pages.contains { page in label.contains { page.page.html.contains($0) } }
      #expect(found == toont)
      #expect(site.subject.dataset.columns.contains { $0.name == veld.rawValue } == toont)
    }
  }

  @Test func `what is not published beside what is, is named on the list, on the card, in the data and in the check`() {
    let zin = "Niet gepubliceerd: er is een melding ontvangen; daarover is nog niet beslist"
    #expect(site.main("/nevenfuncties/").contains(zin))
    #expect(site.main("/nevenfuncties/functies/concerncontroller/").contains(zin))
    #expect(site.main("/nevenfuncties/status/niet-gepubliceerd/").contains(zin))
    #expect(site.subject.dataset.rows.contains { $0.contains(.string(zin)) })
    #expect(site.subject.checked.contains { $0.position == 44 && $0.label.hasSuffix(zin) && $0.shown.isEmpty })
  }

  @Test func `each value that can be checked is marked on the list, and nothing else is`() {
    for site in [site, alles] {
      let tags = PaginaMarkup(site.main("/nevenfuncties/")).tags
      let marks = Set(tags.compactMap { tag in tag["data-opgave"].map { "\($0) \(tag["data-veld"] ?? "")" } })
      let entries = site.subject.checked.filter(\.isOnList)
      #expect(marks == Set(entries.flatMap { entry in entry.shown.map { "\(entry.id) \($0.field)" } }))
      #expect(marks.count > 10)
    }
  }

  @Test func `names are published only when the regulation says so`() {
    #expect(!site.pages.contains { $0.html.contains("Karin Voorbeeld") || $0.html.contains("Ben Fictief") })
    #expect(!site.subject.dataset.rows.contains { $0.contains(.string("Karin Voorbeeld")) })
    #expect(alles.main("/nevenfuncties/").contains("<bdi>Karin Voorbeeld</bdi>"))
    #expect(alles.main("/nevenfuncties/functies/griffier/").contains("Ben Fictief"))
  }

  @Test func `what has lapsed is shown nowhere, and its address says that it has`() {
    for site in [site, alles] {
      for (page, html) in site.pages { #expect(!html.contains("GEHEIM-VERVALLEN"), "\(page.path)") }
      let subject = site.subject
      #expect(!"\(subject.dataset.rows)\(subject.changes ?? [])\(subject.checked)".contains("GEHEIM"))
      #expect(!"\(subject.overview)\(subject.findable)\(subject.history.map(\.rows) ?? [])".contains("GEHEIM"))
      for path in [Self.opgaven + "6b/", Self.opgaven + "6b/versies/1/"] {
        #expect(site.main(path).contains("<h1>Deze opgave is verwijderd</h1>"))
        #expect(site.pages.first { $0.page.path == path }?.page.isListed == false)
      }
      #expect(site.main("/nevenfuncties/stand/2024/").contains("Deze opgave is verwijderd</a>"))
    }
  }

  @Test func `a statement keeps its history, and each version its own page`() {
    let pagina = alles.main(Self.opgaven + "64/")
    #expect(pagina.contains("Dit is de actuele versie. Zij geldt sinds <time datetime=\"2025-03-01\">"))
    #expect(
      pagina.contains(
        "Nevenwerkzaamheid <span class=\"was\">was: <bdi>Lid raad van toezicht</bdi></span>; <span class=\"werd\">werd: "
          + "<bdi>Voorzitter")
    )
    #expect(!pagina.contains("Organisatie <span class=\"was\">"))
    let eerste = alles.main(Self.opgaven + "64/versies/1/")
    #expect(
      eerste.contains(
        "Dit is een eerdere versie. Geldend van <time datetime=\"2024-02-01\">1 februari 2024</time> t/m <time"))
    #expect(!eerste.contains("Voorzitter"))
    #expect(alles.main(Self.opgaven + "64/versies/2/").contains("Dit is de actuele versie"))
  }

  @Test func `an ended statement says until when it stays`() {
    let pagina = site.main(Self.opgaven + "6a/")
    #expect(pagina.contains("Deze opgave is vervallen op <time datetime=\"2026-06-01\">1 juni 2026</time>."))
    #expect(pagina.contains("blijft in de historie staan tot en met <time datetime=\"2028-06-01\">"))
    #expect(site.main("/nevenfuncties/status/opgave-vervallen/").contains("Gastdocent bestuurskunde"))
    #expect(!site.main("/nevenfuncties/").contains("Gastdocent bestuurskunde"))
  }

  @Test func `every year since the first has a page, in reach of the start page in three clicks`() {
    let index = site.main("/nevenfuncties/stand/")
    #expect(site.main("/").contains("href=\"nevenfuncties/\""))
    #expect(site.main("/nevenfuncties/").contains("href=\"stand/\""))
    for jaar in 2024...2026 { #expect(index.contains("href=\"\(jaar)/\"")) }
    #expect(!site.pages.contains { ["2023", "2027"].contains($0.page.path.split(separator: "/").last) })
    #expect(site.main("/nevenfuncties/stand/2025/").contains("Dit is wat er in 2025 op de lijst stond"))
    let nu = site.main("/nevenfuncties/stand/2026/")
    #expect(nu.contains("heel 2026 tot nu toe") && nu.contains("tot en met <time datetime=\"2026-11-21\">"))
  }

  @Test func `a year says of each row from when to when it held`() {
    let jaar = alles.main("/nevenfuncties/stand/2025/")
    #expect(jaar.contains("t/m <time datetime=\"2025-02-28\">28 februari 2025</time>"))
    #expect(jaar.contains("vanaf <time datetime=\"2025-03-01\">1 maart 2025</time>"))
    #expect(jaar.contains("heel 2025"))
  }

  @Test(arguments: Toestand.allCases)
  func `each state has a page that explains it, with as many rows as the list says`(toestand: Toestand) {
    let pagina = site.main("/nevenfuncties/status/\(toestand.rawValue)/")
    #expect(pagina.contains(toestand.uitleg))
    let rijen = PaginaMarkup(pagina).tags.filter { $0["role"] == "rowheader" }.count
    let aantal = toestand == .vervallen ? 1 : rijen
    #expect(site.main("/nevenfuncties/").contains("\(toestand.woord) <span class=\"aantal\">\(aantal)</span>"))
  }

  @Test func `a function shows who held it before, and that no one does now`() {
    #expect(
      site.main("/nevenfuncties/functies/locosecretaris/").contains("Op dit moment vervult niemand deze functie."))
    #expect(
      site.main("/nevenfuncties/functies/directeur-dienstverlening/").contains(
        "Deze functie staat niet meer op de lijst."))
    let griffier = site.main("/nevenfuncties/functies/griffier/")
    #expect(griffier.contains("Nu op de lijst") && griffier.contains("Eerder op deze lijst"))
    #expect(griffier.contains("De opgaven bij deze functie zijn verwijderd."))
  }

  @Test func `changes are told by month, latest first, and say nothing that could have to be erased`() {
    let index = site.main("/nevenfuncties/wijzigingen/")
    #expect(index.contains(">Juni 2026</a></h2>"))
    #expect(index.contains("Concernmanager sociaal domein: opgave vervallen"))
    #expect(site.main("/nevenfuncties/wijzigingen/2024-01/").contains("geldt vanaf <time datetime=\"2024-02-01\">"))
    let changes = site.subject.changes ?? []
    #expect(changes.map(\.position) == changes.map(\.position).sorted(by: >))
    #expect(!changes.contains { $0.title.contains("raad van toezicht") })
  }

  @Test func `bodies are headings, none is lost, and texts of the other direction stay in their place`() {
    let pagina = site.main("/nevenfuncties/organisaties/")
    #expect(pagina.contains("<bdi>Roeivereniging De Fictieve Riemen</bdi></h2>"))
    #expect(pagina.contains("Organisatie <span class=\"vernietigd\">[vernietigd]</span></h2>"))
    #expect(pagina.contains("<bdi>جمعية المثال \u{202E}(omgekeerd)</bdi>"))
  }
}
