import Governance

/// A page without style, until the layout is there.
struct PlaceholderLayout {
  let source: SiteSource

  var pages: [Page] {
    let items = source.subjects.map { "<li><a href=\"/\($0.slug)/\">\(Markup.escape($0.title))</a></li>" }
    return [
      Page(
        path: "/", title: source.settings.organisatie, summary: "Openbaar register.", trail: [],
        html: "<h1>\(Markup.escape(source.settings.organisatie))</h1><ul>\(items.joined())</ul>")
    ]
  }

  var notFound: String {
    html(
      Page(
        path: "/404/", title: "Niet gevonden", summary: "Deze pagina is er niet.", trail: [],
        html: "<h1>Niet gevonden</h1><p><a href=\"/\">Naar het begin</a></p>", isListed: false))
  }

  func html(_ page: Page) -> String {
    let robots = source.isListable && page.isListed ? "" : "<meta name=\"robots\" content=\"noindex\">"
    let html = """
      <!DOCTYPE html>
      <html lang="nl"><head><meta charset="utf-8"><title>\(Markup.escape(page.title))</title>\(robots)</head>
      <body><main>\(page.html)</main><footer>Stand van \(source.day.text.nl)</footer></body></html>

      """
    return html.replacing("href=\"/", with: "href=\"\(source.settings.base)/")
  }
}
