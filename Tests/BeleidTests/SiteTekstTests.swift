import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

@testable import Beleid

/// Whether and how a text stands on the public site: decided for each version.
struct SiteTekstTests {
  let code: Proefregeling
  init() throws { code = Proefregeling(try Proefboek()) }

  private func site() throws -> Proefsite { try Proefsite(code.boek) }
  private static let pagina = "/regelingen/gedragscode/versies/1/"

  /// An adopted version with a text of some kind.
  private func neemAan(_ text: String, _ mediaType: String) throws {
    try code.ontwerp(nil, naam: "x", op: "2026-09-01", plicht: .nietVereist, bron: "brief")
    let document = Proefregeling.document(text, mediaType)
    try code.leg(RegelingVastgesteld.self, text, naam: "x", op: "2026-10-01", bron: "brief") {
      $0.attach(document, as: RegelingVastgesteld.tekst)
    }
  }

  @Test func `A text is not on the site until that was decided, and off it once that was taken back`() throws {
    try code.geldt("KANARIE-TEKST")
    #expect(try !site().alles.contains("KANARIE") && site().files.isEmpty)
    #expect(try site()[Self.pagina]?.contains("Niet gepubliceerd.") == true)
    try code.maakOpenbaar("KANARIE-TEKST")
    let digest = Proefregeling.document("KANARIE-TEKST").digest.hex
    let there = try site()
    #expect(there.files.map(\.path) == ["regelingen/gedragscode/versies/1/\(digest).md"])
    #expect(there.files.map(\.bytes) == [Array("KANARIE-TEKST".utf8)])
    #expect(there[Self.pagina]?.contains("<a href=\"\(digest).md\" download>") == true)
    #expect(there[Self.pagina + "tekst/"]?.contains("<pre dir=\"auto\">\nKANARIE-TEKST\n</pre>") == true)
    #expect(try there.kolom("tekstOpenbaar") == [.bool(true)])
    try code.leg(RegelingstekstVanSiteGehaald.self, "KANARIE-TEKST")
    let gone = try site()
    #expect(!gone.alles.contains("KANARIE") && gone.files.isEmpty)
    #expect(gone[Self.pagina]?.contains("Niet meer gepubliceerd. De tekst is van de site gehaald op") == true)
    #expect(gone.gone == [Self.pagina + "tekst/"])
    #expect(try gone.kolom("tekstOpenbaar") == [.bool(false)])
  }

  @Test func `What a new text says differently stands beside the old one, as long as both are on the site`() throws {
    let (oud, nieuw) = ("# Code\n\nMeld binnen tien dagen.\n", "# Code\n\nMeld binnen <vijf> dagen.\n\nSlot.\n")
    let (eerste, tweede) = (Self.pagina, "/regelingen/gedragscode/versies/2/")
    try code.geldt(oud)
    try code.maakOpenbaar(oud)
    try code.geldt(nieuw, eerste: false)
    #expect(try site()[tweede + "verschil/"] == nil && site()[tweede]?.contains("verschil") == false)
    try code.maakOpenbaar(nieuw)
    let there = try site()
    #expect(there[tweede]?.contains("<a href=\"verschil/\">Zet naast versie 1</a>") == true)
    #expect(there[eerste + "verschil/"] == nil && there[eerste]?.contains("verschil") == false)
    let page = try #require(there[tweede + "verschil/"])
    #expect(page.contains("2 alinea’s zijn anders."))
    #expect(page.contains("<bdi>Code</bdi>") && page.contains("<small>Stond er niet</small>"))
    #expect(page.contains("<bdi>Meld binnen <del>tien</del> dagen.</bdi>"))
    #expect(page.contains("<bdi>Meld binnen <ins>&lt;vijf&gt;</ins> dagen.</bdi>") && page.contains("<ins>Slot.</ins>"))
    #expect(there.gone.isEmpty)

    try code.leg(RegelingstekstVanSiteGehaald.self, oud)
    let gone = try site()
    #expect(gone.gone == [eerste + "tekst/", tweede + "verschil/"] && !gone.alles.contains("tien dagen"))
    #expect(gone[tweede]?.contains("verschil") == false)
    try code.maakOpenbaar(oud)
    #expect(try site()[tweede + "verschil/"] == page && site().gone.isEmpty)
  }

  @Test(arguments: [
    ("een twee", "een\n twee", "De woorden zijn gelijk."),
    (
      (0..<1500).map { "oud\($0)\n\n" }.joined(), (0..<1500).map { "nieuw\($0)\n\n" }.joined(),
      "De twee teksten verschillen te veel"
    ),
  ])
  func `Texts with nothing to tell, or too much, say so`(oud: String, nieuw: String, sentence: String) throws {
    try code.geldt(oud)
    try code.geldt(nieuw, eerste: false)
    for text in [oud, nieuw] { try code.maakOpenbaar(text) }
    let page = try #require(try site()["/regelingen/gedragscode/versies/2/verschil/"])
    #expect(page.contains(sentence) && !page.contains("<table"))
    #expect(page.contains("<a href=\"../../1/tekst/\">Lees de hele tekst van versie 1</a>"))
  }

  @Test func `However much differs, also within a line without end, each page stays light`() throws {
    let teksten = ["o", "n"].map { naam in
      (0..<900).map { "\(naam)\($0) <blijft> " + String(repeating: naam + "'", count: 300) + "\n\n" }.joined()
        + String(repeating: naam + "&", count: 60_000)
    }
    try code.geldt(teksten[0])
    try code.geldt(teksten[1], eerste: false)
    for text in teksten { try code.maakOpenbaar(text) }
    let site = try site()
    site.expectSound()
    let pages = site.pages.filter { $0.page.path.contains("/verschil/") }.map(\.html).joined()
    #expect(pages.matches(of: /&lt;blijft&gt;/).count == 1800)
  }

  @Test func `A text that goes on the site on a later day is not there before`() throws {
    try code.geldt("KANARIE-TEKST")
    try code.leg(RegelingstekstOpenbaargemaakt.self, "KANARIE-TEKST", op: "2026-12-24")
    #expect(try !site().alles.contains("KANARIE") && site().files.isEmpty)
    #expect(try Proefsite(code.boek, op: "2026-12-24").files.count == 1)
  }

  @Test(arguments: [
    ("text/plain", "txt", true), ("text/markdown", "md", true), ("application/pdf", "pdf", false),
    ("text/html", "bin", false), ("image/svg+xml", "bin", false), ("application/octet-stream", "bin", false),
  ])
  func `A file is named by its digest and its kind; only plain text is also a page, and nothing can run`(
    mediaType: String, ending: String, isPage: Bool
  ) throws {
    let text = "<script>alert(1)</script>\n"
    try neemAan(text, mediaType)
    try code.maakOpenbaar(text)
    let site = try site()
    let file = try #require(site.files.first)
    #expect(file.path.hasSuffix("/\(Proefregeling.document(text).digest.hex).\(ending)"))
    #expect(file.mediaType != "text/html" && file.mediaType != "image/svg+xml")
    #expect((site[Self.pagina + "tekst/"] != nil) == isPage)
    for page in site.pages { #expect(!page.html.contains("<script"), "\(page.page.path)") }
    if isPage { #expect(site[Self.pagina + "tekst/"]?.contains("&lt;script&gt;") == true) }
  }

  @Test func `A long text, also of one line without end, is on pages below 100 kB with every word once`() throws {
    let words = (0..<30_000).map { "woord\($0)'" }
    let text = words.joined(separator: "") + "\n\n" + String(repeating: "é\u{301}", count: 60_000)
    try neemAan(text, "text/plain")
    try code.maakOpenbaar(text)
    let site = try site()
    let pages = site.pages.filter { $0.page.path.contains("/tekst/") }
    #expect(pages.count > 3 && Set(site.pages.map(\.page.title)).count == site.pages.count)
    for page in pages { #expect(page.html.utf8.count < 100_000, "\(page.page.path)") }
    let all = pages.map { $0.page.html.replacing("</p>\n<p dir=\"auto\">", with: "").replacing("<br>", with: "") }
      .joined()
    #expect(all.contains("woord17000&#39;"))
    #expect(all.matches(of: /&#39;/).count == 30_000)
  }

  @Test func `A text that was destroyed says so, before and after it was published`() throws {
    let adopted = try {
      try code.ontwerp("KANARIE-TEKST", plicht: .nietVereist)
      return try code.stelVast("KANARIE-TEKST")
    }()
    try code.maakOpenbaar("KANARIE-TEKST")
    var draft = EventDraft(
      StukkenVernietigd.self, stream: code.boek.stream("Vernietiging"), effective: try ImpreciseDate(Proefboek.founded))
    draft[StukkenVernietigd.stukken] = [ErasedFields(event: adopted.id, fields: ["tekst"])]
    draft[StukkenVernietigd.grond] = "Archiefwet"
    draft[StukkenVernietigd.bewaarregel] = "proef"
    try code.boek.append(draft, als: .secretariaat)
    let site = try site()
    #expect(!site.alles.contains("KANARIE") && site.files.isEmpty)
    #expect(site[Self.pagina]?.contains("De tekst is vernietigd.") == true)
    #expect(site.gone == [Self.pagina + "tekst/"])
    #expect(site["/regelingen/"]?.contains("Tekst vernietigd") == true)
    #expect(try site.kolom("tekstVernietigd") == [.bool(true)] && site.kolom("tekstOpenbaar") == [.bool(false)])
    // The digest stays: whoever has the text can still show that it is this one.
    #expect(site[Self.pagina]?.contains(Proefregeling.document("KANARIE-TEKST").digest.hex) == true)
  }

  // MARK: Rules

  @Test func `A draft is not published`() throws {
    try code.ontwerp("concept", plicht: .nietVereist)
    try code.verwachtWeigering("BEL-OPENBAAR") { try code.maakOpenbaar("concept") }
  }

  @Test func `A version without a text in the ledger is not published`() throws {
    try code.ontwerp(nil, naam: "2019", op: "2019", bron: "brief")
    try code.stelVast(nil, naam: "2019", op: "2019", als: .secretariaat, bron: "brief")
    try code.verwachtWeigering("BEL-OPENBAAR") {
      try code.leg(RegelingstekstOpenbaargemaakt.self, naam: "2019")
    }
    // A digest that was recorded without its text is no text either.
    try code.leg(RegelingVastgesteld.self, "elders", naam: "2020", op: "2020", bron: "brief")
    try code.verwachtWeigering("BEL-OPENBAAR") { try code.maakOpenbaar("elders") }
  }

  @Test func `The text of a protocol is not published`() throws {
    try code.ontwerp("wat te doen", plicht: .nietVereist) { $0[RegelingOntworpen.soort] = .protocol }
    try code.stelVast("wat te doen")
    try code.verwachtWeigering("BEL-OPENBAAR") { try code.maakOpenbaar("wat te doen") }
  }

  @Test func `A text goes on once and off once`() throws {
    try code.geldt("tekst")
    try code.verwachtWeigering("BEL-OPENBAAR-EENMAAL") { try code.leg(RegelingstekstVanSiteGehaald.self, "tekst") }
    try code.maakOpenbaar("tekst", als: .college)
    try code.verwachtWeigering("BEL-OPENBAAR-EENMAAL") { try code.maakOpenbaar("tekst") }
    try code.leg(RegelingstekstVanSiteGehaald.self, "tekst")
    try code.maakOpenbaar("tekst")
  }

  @Test func `Neither is recorded without a version`() throws {
    try code.geldt("tekst")
    try code.verwachtWeigering("BEL-VERSIE") { try code.leg(RegelingstekstOpenbaargemaakt.self) }
    try code.verwachtWeigering("BEL-VERSIE") { try code.leg(RegelingstekstVanSiteGehaald.self) }
  }
}
