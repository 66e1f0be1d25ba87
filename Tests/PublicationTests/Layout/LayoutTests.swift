import Testing

@testable import Publication

struct LayoutTests {
  private func html(
    _ page: Page = LayoutSupport.page(), _ settings: SiteSettings = LayoutSupport.settings(), scripts: [String] = []
  ) throws -> String {
    LayoutSupport.text(try Layout().render(page, frame: LayoutSupport.frame(settings), scripts: scripts))
  }

  @Test func `a page has a language, landmarks, a skip link and its own content once`() throws {
    let html = try html()
    for part in [
      "<!DOCTYPE html>\n<html lang=\"nl\">", "<a class=\"overslaan\" href=\"#inhoud\">", "<header class=\"kop\">",
      "aria-label=\"Hoofdmenu\"", "aria-label=\"Kruimelpad\"", "<main id=\"inhoud\"", "<footer class=\"voet\">",
      "<h1>Kop</h1>", "<title>Nevenfuncties – Gemeente Voorbeeld</title>",
    ] {
      #expect(html.split(separator: part, omittingEmptySubsequences: false).count == 2, "\(part)")
    }
  }

  @Test func `the footer says on what the page rests and whom to ask`() throws {
    let html = try html()
    for part in [
      "Regeling, art. 4", "Gemeentesecretaris", "mailto:integriteit@gemeente.example",
      "<time datetime=\"2026-11-21\">21 november 2026</time>. Dit is de actuele versie.", "1234 gebeurtenissen",
      "ledger.gemeente.example", "https://gemeente.example/register/nevenfuncties/",
      "href=\"../v1/nevenfuncties.json\"",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  @Test func `a page allows itself styles and images of the site, and nothing else`() throws {
    let html = try html()
    #expect(html.contains("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"))
    #expect(!html.contains("<script") && !html.contains(" style=") && !html.contains("<style"))
  }

  @Test func `only a page that is given a script may run one`() throws {
    let html = try html(LayoutSupport.page("/controle/"), scripts: ["/controle/controle.js"])
    #expect(html.contains("<script type=\"module\" src=\"controle.js\"></script>"))
    #expect(html.contains("script-src 'self'; connect-src 'self'"))
  }

  @Test(arguments: [
    (true, SiteSettings.Robots.toestaan, true), (false, .toestaan, false), (true, .weigeren, false),
    (false, .weigeren, false),
  ])
  func `search engines list what is current on a site that wants to be listed`(
    isListed: Bool, robots: SiteSettings.Robots, mayList: Bool
  ) throws {
    let html = try html(LayoutSupport.page(isListed: isListed), LayoutSupport.settings(robots: robots))
    #expect(html.contains("noindex") == !mayList)
    #expect(html.contains("Dit is de actuele versie.") == isListed)
    #expect(html.contains("rel=\"canonical\"") == isListed)
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "vraag het aan de balie", "//kwaad.example"])
  func `a contact that is no address stays text`(contact: String) throws {
    let html = try html(LayoutSupport.page(), LayoutSupport.settings(contact: contact, licence: contact))
    #expect(html.contains(contact))
    #expect(!html.contains("href=\"\(contact)"))
    #expect(!html.contains("href=\"mailto:\(contact)"))
  }

  @Test func `names and titles cannot become markup`() throws {
    let evil = "\"><script>alert(1)</script>"
    let frame = try LayoutSupport.frame(LayoutSupport.settings(organisatie: evil, contact: evil), title: evil)
    let layout = try Layout()
    let pages = try layout.pages(frame: frame) + [LayoutSupport.page(title: evil)]
    for bytes in try pages.map({ try layout.render($0, frame: frame) }) + [layout.notFound(frame: frame)] {
      let html = LayoutSupport.text(bytes)
      #expect(!html.contains("<script"))
      #expect(html.contains("&quot;&gt;&lt;script&gt;"))
    }
  }

  @Test func `the page for an unknown address links from the root, because it is shown at any depth`() throws {
    let html = LayoutSupport.text(try Layout().notFound(frame: LayoutSupport.frame()))
    #expect(html.contains("href=\"/register/stijl/stijl.css\""))
    #expect(html.contains("href=\"/register/nevenfuncties/\""))
    #expect(!html.contains("href=\"../") && !html.contains("href=\"stijl"))
  }

  @Test func `the same page gives the same bytes`() throws {
    #expect(try html() == html())
  }

  @Test func `the pages about the site say whose it is, what is on it and how to complain`() throws {
    let frame = try LayoutSupport.frame()
    let pages = try Layout().pages(frame: frame)
    #expect(
      pages.map(\.path) == ["/", "/over/", "/publicatiebeleid/", "/correctie/", "/toegankelijkheid/", "/english/"])
    #expect(Set(pages.map(\.title)).count == pages.count)
    for page in pages {
      let html = page.opening + page.html
      #expect(html.split(separator: "<h1>", omittingEmptySubsequences: false).count == 2)
      #expect(html.contains("Gemeente Voorbeeld"))
    }
    #expect(pages[2].html.contains("Omdat het moet."))
    #expect(pages[3].opening.contains("mailto:integriteit@gemeente.example"))
    #expect(pages[4].html.contains("nog niet vastgesteld"))
    #expect(pages[5].language == "en")
  }

  @Test func `no template shows a name without escaping it`() {
    for (name, bytes) in Layout.sources {
      let text = LayoutSupport.text(bytes)
      #expect(!text.contains("{{{") && !text.contains("{{&") && !text.contains("{{%"), "\(name)")
    }
  }
}
