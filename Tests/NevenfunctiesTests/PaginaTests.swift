import Governance
import Proefboek
import Publication
import Testing

@testable import Nevenfuncties

/// Every page, whatever it is about.
struct PaginaTests {
  private static let sites: [PaginaSite] = [
    PaginaVoorbeeld.register(), PaginaVoorbeeld.register(velden: PaginaVoorbeeld.alleVelden),
    PaginaVoorbeeld.groot(100),
  ].compactMap { try? PaginaSite($0) }

  @Test func `the sites under test can be made`() {
    #expect(Self.sites.count == 3)
  }

  @Test(arguments: sites)
  func `every page is well formed, and no text in it became markup`(site: PaginaSite) throws {
    let allowed: Set = [
      "action", "alt", "aria-current", "aria-hidden", "aria-label", "autocomplete", "class", "charset", "colspan",
      "content", "data-label",
      "data-opgave",
      "data-veld", "datetime", "for", "height",
      "href", "hreflang", "http-equiv", "id", "lang", "maxlength", "method", "name", "rel", "reversed", "role", "scope",
      "src", "tabindex", "title",
      "type",
      "width",
    ]
    for (page, html) in site.pages {
      let markup = PaginaMarkup(html)
      #expect(markup.problems.isEmpty, "\(page.path)")
      #expect(!markup.tags.contains { ["script", "style", "iframe", "object", "svg"].contains($0.name) })
      // The start page has a field to search in, and no other page of these asks anything.
      #expect(markup.tags.count { ["form", "input", "button"].contains($0.name) } == (page.path == "/" ? 3 : 0))
      let attributes = Set(markup.tags.flatMap { $0.attributes.map(\.name) })
      #expect(attributes.isSubset(of: allowed), "\(page.path): \(attributes.subtracting(allowed))")
      let ids = markup.tags.compactMap { $0["id"] }
      #expect(Set(ids).count == ids.count, "\(page.path)")
    }
  }

  @Test(arguments: sites)
  func `every link leads to a page of the site, and every anchor to a place on it`(site: PaginaSite) throws {
    let markups = Dictionary(uniqueKeysWithValues: site.pages.map { ($0.page.path, PaginaMarkup($0.html)) })
    let elsewhere: Set = [
      "/controle/", "/v1/nevenfuncties.json", "/v1/nevenfuncties.csv", "/nevenfuncties/wijzigingen.atom",
      "/stijl/tokens.css", "/stijl/stijl.css", "/stijl/merk.svg", "/zoeken/", "/nevenfuncties/vergelijk/",
    ]
    let division = try #require(site.subject.dataset.division)
    let files = Set(division.words.map { division.path(of: $0, in: site.subject.slug) })
    for (path, markup) in markups {
      for href in markup.tags.compactMap({ $0["href"] }) where !href.contains(":") {
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = resolve(parts[0], from: path)
        if elsewhere.contains(target) || files.contains(target) || target.hasPrefix("/controle/nevenfuncties/") {
          continue
        }
        let found = try #require(markups[target], "\(path) links to \(target)")
        if parts.count == 2 {
          #expect(found.tags.contains { $0["id"] == parts[1] }, "\(path) links to \(target)#\(parts[1])")
        }
      }
    }
  }

  private func resolve(_ href: String, from page: String) -> String {
    if href.isEmpty { return page }
    var folders = page.split(separator: "/").map(String.init)
    let parts = href.split(separator: "/", omittingEmptySubsequences: false)
    for part in parts.dropLast() {
      switch part {
      case ".": continue
      case "..": folders.removeLast()
      default: folders.append(String(part))
      }
    }
    let file = parts.last.map { $0 == "." ? "" : String($0) } ?? ""
    return folders.map { "/" + $0 }.joined() + "/" + file
  }

  @Test(arguments: sites)
  func `headings come in order, one of the first rank on each page`(site: PaginaSite) throws {
    for (page, html) in site.pages {
      let ranks = PaginaMarkup(html).tags.compactMap { tag in
        tag.name.count == 2 && tag.name.hasPrefix("h") ? Int(tag.name.dropFirst()) : nil
      }
      #expect(ranks.first == 1 && ranks.count { $0 == 1 } == 1, "\(page.path)")
      for (before, after) in zip(ranks, ranks.dropFirst()) { #expect(after <= before + 1, "\(page.path): \(ranks)") }
    }
  }

  @Test(arguments: sites)
  func `titles and addresses are unique, and addresses name no one`(site: PaginaSite) throws {
    let pages = site.pages.map(\.page)
    #expect(Set(pages.map(\.title)).count == pages.count)
    #expect(Set(pages.map(\.path)).count == pages.count)
    for page in pages {
      #expect(page.path.hasPrefix("/") && page.path.hasSuffix("/"))
      #expect(page.path.split(separator: "/").allSatisfy { Address.isSegment(String($0)) })
      #expect(!page.path.contains("voorbeeld") && !page.path.contains("riemen"))
    }
  }

  @Test func `the same register gives the same bytes`() throws {
    let register = PaginaVoorbeeld.register(velden: PaginaVoorbeeld.alleVelden)
    #expect(try PaginaSite(register).pages.map(\.html) == PaginaSite(register).pages.map(\.html))
  }

  @Test(arguments: [(0, 1), (1, 1), (50, 1), (200, 4)])
  func `no page of the list is heavy with its style, and together they hold every entry once`(
    aantal: Int, bladen: Int
  ) throws {
    let layout = try Layout()
    let publicatie = try Publicatie(PaginaVoorbeeld.groot(aantal), PaginaVoorbeeld.settings)
    var lijst: [Page] = []
    try publicatie.lijst(try publicatie.lijstbladen()) { lijst.append($0) }
    let stijl = Layout.assets().reduce(0) { $0 + $1.bytes.count }
    let bytes = try lijst.map { try layout.render($0, frame: PaginaSite.frame([])) }
    for page in bytes { #expect(page.count + stijl < 100_000) }
    let rijen = bytes.flatMap { PaginaMarkup(String(decoding: $0, as: UTF8.self)).tags }
      .count { $0["role"] == "rowheader" }
    #expect(rijen == aantal)
    #expect(lijst.count == bladen)
  }

  @Test func `no page becomes heavy with the years`() throws {
    let pages = try Publicatie(PaginaVoorbeeld.oud(), PaginaVoorbeeld.settings).subject().pages.all()
    for page in pages where !page.isWhole { #expect(page.html.utf8.count < 90_000, "\(page.path)") }
    #expect(pages.filter(\.isWhole).map(\.path) == ["/nevenfuncties/alles/"])
    #expect(Set(pages.map(\.path)).count == pages.count)
    for path in ["functies/concernmanager-2/", "stand/2022/", "wijzigingen/2024-02/", "status/opgave-vervallen/"] {
      #expect(pages.contains { $0.path == "/nevenfuncties/\(path)pagina/2/" }, "\(path)")
    }
  }

  @Test(arguments: ["Met Hoofdletter", "a/../b", "\"><b>", ""])
  func `a word that cannot be in an address is refused`(slug: String) throws {
    let functie = PaginaVoorbeeld.functie("Functie", slug, 1)
    let kaart = PaginaVoorbeeld.kaart("k", functie, .nogNietOntvangen(sinds: .unknown))
    let register = OpenbaarRegister(
      regeling: PaginaVoorbeeld.register().regeling,
      standen: [OpenbareStand(vanaf: PaginaVoorbeeld.day("2026-01-01"), totEnMet: nil, kaarten: [kaart])], opgaven: [],
      wijzigingen: [])
    #expect(throws: Failure.self) { try Publicatie(register, PaginaVoorbeeld.settings) }
  }

  @Test func `no template shows a name without escaping it`() {
    for (name, bytes) in Publicatie.bronnen {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("{{{") && !text.contains("{{&") && !text.contains("{{%"), "\(name)")
    }
  }
}
