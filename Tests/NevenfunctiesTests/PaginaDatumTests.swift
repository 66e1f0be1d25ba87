import Foundation
import Governance
import Ledger
import Publication
import Testing

@testable import Nevenfuncties

/// What the pages say of the regulation, of dates, and of what is over, on ledgers that hold it.
struct PaginaDatumTests {
  private static let dag = "2026-11-20"
  private let gemeente: Proefgemeente
  private let secretaris: Proefhouder

  init() throws {
    gemeente = try Proefgemeente(.lelystad) { $0.bewaarNaEinde = Tijdsduur("P9Y") }
    secretaris = try gemeente.functie("Directeur")
  }

  private func site(_ gemeente: Proefgemeente? = nil) throws -> PaginaSite {
    try PaginaSite((gemeente ?? self.gemeente).register(Self.dag))
  }

  @discardableResult
  private func opgave(_ activiteit: String, op: String = "2021-02-01") throws -> Proefopgave {
    let report = try secretaris.meld(activiteit)
    try report.toestaan()
    return try report.publiceer(op: op) { $0[Opgaveveld.nevenwerkzaamheid] = activiteit }
  }

  private func dagen(_ html: String, na tekst: String) -> String {
    html.components(separatedBy: tekst).dropFirst().joined().components(separatedBy: "</tr>").first ?? ""
  }

  @Test(arguments: Modelregels.allCases)
  func `the public reads an article or a chapter, never a line of a source`(model: Modelregels) throws {
    let gemeente = try Proefgemeente(model)
    let holder = try gemeente.functie("Directeur")
    let report = try holder.meld()
    try report.vraag()
    try report.verleen(als: try #require(Model.van(model).instellingen.beslissers.first))
    try report.publiceer()
    let site = try self.site(gemeente)
    let grondslag = try #require(Model.van(model).grondslag)
    #expect(site.subject.legalBase == "\(Model.van(model).titel), \(grondslag)")
    let line = /[0-9]{3}:[0-9]/
    #expect(Model.van(model).bron.contains(line))
    for (page, html) in site.pages { #expect(!html.contains(line), "\(page.path)") }
    #expect(site.pages.first { $0.page.path == "/nevenfuncties/functies/" }?.html.contains(grondslag) == true)
    #expect(site.main("/publicatiebeleid/").contains(grondslag))
  }

  @Test func `without a place in it, the regulation is named by its title alone`() throws {
    try gemeente.stelIn(.lelystad, op: "2026-01-01", grondslag: .some(nil))
    #expect(try site().subject.legalBase == Model.lelystad.titel)
  }

  @Test func `F6: the lane beside what is said of a function names the officer and the place that are its own`() throws
  {
    let griffier = try gemeente.functie("Griffier", aangewezen: nil)
    try gemeente.wijsAan(
      griffier.functie, op: "2020-01-01", houderRol: .griffier, verantwoordelijke: .werkgeverscommissie
    ) { $0[FunctieAangewezen.grondslag] = "Verordening griffie, artikel 3" }
    let report = try griffier.meld()
    try report.toestaan(als: .werkgeverscommissie)
    let opgave = try report.publiceer(als: .werkgeverscommissie)
    let site = try self.site()
    let eigen = ["functies/griffier/", "opgaven/\(opgave.stream.id)/", "opgaven/\(opgave.stream.id)/versies/1/"]
    let algemeen = ["", "functies/", "functies/directeur/"]
    for (paths, isOwn) in [(eigen, true), (algemeen, false)] {
      for path in paths {
        let html = try #require(site.pages.first { $0.page.path == "/nevenfuncties/\(path)" }?.html, "\(path)")
        let foot = try #require(html.components(separatedBy: "<h2>Waar dit op rust</h2>").last)
        #expect(foot.contains("<dd>Werkgeverscommissie</dd>") == isOwn, "\(path)")
        #expect(foot.contains("<dd>Verordening griffie, artikel 3</dd>") == isOwn, "\(path)")
        #expect(foot.contains("<dd>\(site.subject.responsible)</dd>") == !isOwn, "\(path)")
      }
    }
  }

  @Test func `an entry says when it was itself changed and confirmed, and the card its own`() throws {
    try opgave("penningmeester")
    let second = try opgave("voorzitter", op: "2021-03-01")
    try secretaris.bevestig(geen: false, op: "2026-02-02")
    try second.werkBij(op: "2026-04-06") { $0[Opgaveveld.nevenwerkzaamheid] = "voorzitter" }
    let site = try self.site()
    let lijst = site.main("/nevenfuncties/")
    let (eerste, tweede) = (dagen(lijst, na: "<bdi>penningmeester</bdi>"), dagen(lijst, na: "<bdi>voorzitter</bdi>"))
    #expect(eerste.contains("Gewijzigd op <time datetime=\"2021-02-01\">"))
    #expect(eerste.contains("Bevestigd op <time datetime=\"2026-02-02\">"))
    #expect(tweede.contains("Gewijzigd op <time datetime=\"2026-04-06\">"))
    #expect(!tweede.contains("2026-02-02") && tweede.contains("Sindsdien nog niet bevestigd"))
    let pagina = site.main("/nevenfuncties/functies/directeur/")
    let kop = try #require(pagina.components(separatedBy: "<h2>").first)
    #expect(kop.contains("Bevestigd op <time datetime=\"2026-02-02\">"))
    #expect(dagen(pagina, na: "<bdi>voorzitter</bdi>").contains("Gewijzigd op <time datetime=\"2026-04-06\">"))
    #expect(dagen(pagina, na: "<bdi>penningmeester</bdi>").contains("Gewijzigd op <time datetime=\"2021-02-01\">"))
    let permalink = site.main("/nevenfuncties/opgaven/\(second.stream.id)/")
    #expect(permalink.contains("Gewijzigd op <time datetime=\"2026-04-06\">") && !permalink.contains("2026-02-02"))
    let column = try #require(site.subject.dataset.columns.firstIndex { $0.name == "laatstGewijzigd" })
    #expect(
      Set(site.subject.dataset.rows.map { $0[column] }) == [.string("2021-02-01"), .string("2026-04-06")])
  }

  @Test func `F4: who is off the list because the designation was withdrawn has not left the function`() throws {
    let jurist = try gemeente.functie("Stadsjurist", aangewezen: nil)
    let aanwijzing = try gemeente.wijsAan(jurist.functie, op: "2020-01-01")
    let report = try jurist.meld()
    try report.toestaan()
    try report.publiceer()
    try gemeente.append(FunctieaanwijzingIngetrokken.self, aanwijzing.stream, op: "2025-10-01", als: .college)
    let html = try site().main("/nevenfuncties/functies/stadsjurist/")
    #expect(html.contains("Deze functie staat niet meer op de lijst."))
    #expect(html.contains("stond op deze lijst tot en met <time datetime=\"2025-09-30\">"))
    #expect(!html.contains("In deze functie van") && !html.contains("Eerder in deze functie"))
  }

  @Test func `the page of a function lists what ended, until when, and who held it before`() throws {
    let ended = try opgave("penningmeester")
    try ended.trekIn(op: "2025-06-02")
    let left = try opgave("voorzitter")
    let before = try #require(try site().pages.first { $0.page.path.hasSuffix("functies/directeur/") })
    #expect(
      before.html.contains("<h2>Vervallen opgaven</h2>") && !before.html.contains("<h2>Eerder op deze lijst</h2>"))
    try secretaris.legNeer("2026-03-02")
    let html = try site().main("/nevenfuncties/functies/directeur/")
    #expect(html.contains("Op dit moment vervult niemand deze functie."))
    #expect(
      html.contains("<h2>Eerder op deze lijst</h2>") && html.contains("tot en met <time datetime=\"2026-03-01\">"))
    let section = try #require(
      html.components(separatedBy: "<h2>Vervallen opgaven</h2>").last?.components(separatedBy: "<h2>").first)
    for (opgave, until) in [(ended, "2034-06-02"), (left, "2035-03-02")] {
      #expect(section.contains("href=\"../../opgaven/\(opgave.stream.id)/\""))
      #expect(section.contains("in de historie tot en met <time datetime=\"\(until)\">"))
    }
  }

  @Test func `a report that is not published stays in sight beside a statement, in the words for that alone`() throws {
    try opgave("penningmeester")
    try secretaris.meld("iets anders", op: "2026-05-04")
    let site = try self.site()
    let zin = "Niet gepubliceerd: er is een melding ontvangen; daarover is nog niet beslist"
    for path in ["", "functies/directeur/", "status/niet-gepubliceerd/"] {
      let html = site.main("/nevenfuncties/\(path)")
      #expect(html.contains(zin), "\(path)")
      #expect(
        !html.contains("Geen nevenwerkzaamheden gemeld") && !html.contains("Opgave nog niet ontvangen"), "\(path)")
    }
    #expect(site.main("/nevenfuncties/").contains("<bdi>penningmeester</bdi>"))
    #expect(!site.pages.contains { $0.html.contains("iets anders") })
  }

  @Test func `the title of a page about a statement names the function and a number, not an id or the activity`() throws
  {
    try opgave("penningmeester")
    try opgave("voorzitter")
    let titles = try site().pages.map(\.page).filter { $0.path.contains("/opgaven/") }.map(\.title)
    #expect(
      titles == [
        "Opgave 1 bij Directeur", "Opgave 1 bij Directeur, versie 1",
        "Opgave 2 bij Directeur", "Opgave 2 bij Directeur, versie 1",
      ])
  }
}
