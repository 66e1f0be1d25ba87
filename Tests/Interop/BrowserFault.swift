import Testing

/// Something wrong that is put into the example site, and the check that must find it.
struct BrowserFault: Sendable, CustomTestStringConvertible {
  let name: String
  /// The check that finds it.
  let check: String
  /// What it says about it.
  let says: String
  let changes: [Change]

  init(_ name: String, _ check: String, _ says: String, _ changes: Change...) {
    self.name = name
    self.check = check
    self.says = says
    self.changes = changes
  }

  /// One place in one file of the example site.
  struct Change: Sendable {
    let file: String
    let old: String
    let new: String

    static func style(_ old: String, _ new: String) -> Change { Change(file: "style.css", old: old, new: new) }
    static func page(_ old: String, _ new: String) -> Change { Change(file: "index.html", old: old, new: new) }
    /// Something at the end of what the page is about.
    static func added(_ html: String) -> Change { page("</main>", html + "</main>") }
    /// The page lets its own scripts run.
    static let lettingScriptsRun = page("style-src 'self'", "style-src 'self'; script-src 'unsafe-inline'")
    /// The page lets everything in.
    static let withoutPolicy = page(
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:">
      """, "")
  }

  var testDescription: String { name }

  /// The folder it is built in.
  var folder: String { "fout-" + name.map { $0.isLetter ? String($0) : "-" }.joined() }
}

extension BrowserFault {
  /// Every check has at least one.
  static let all: [BrowserFault] = accessibility + markup + behaviour + keyboard + shape

  private static let accessibility: [BrowserFault] = [
    .init("pale text", "axe", "color-contrast", .style("#1a1a1a", "#9a9a9a")),
    .init("pale text in the dark", "axe, small and dark", "color-contrast", .style("#f2f2f2", "#555")),
    .init("a picture without words", "axe", "image-alt", .added(#"<img src="data:," width="9">"#)),
    .init("no language", "axe", "html-has-lang", .page(#" lang="nl""#, "")),
    .init(
      "a heading level skipped", "axe", "heading-order", .page("<h2>Wat hier staat</h2>", "<h4>Wat hier staat</h4>")),
    .init(
      "links too small to hit", "axe", "target-size",
      .style("margin-block: .75rem;", "font-size: 6px; line-height: 1;")),
    .init(
      "no title", "axe", "document-title",
      .page("<title>Nevenfuncties - Gemeente Voorbeeld</title>", "<title></title>")),
  ]

  private static let markup: [BrowserFault] = [
    .init("an element not closed", "validity", "end-tag", .added("<div>")),
    .init("an id twice", "validity", "already defined", .page("<h2>", #"<h2 id="inhoud">"#)),
    .init("an attribute that does not exist", "validity", "proprietary", .page("<h2>", #"<h2 kleur="rood">"#)),
    .init("a heading in a line of text", "validity", "<h2>", .added("<p><span><h2>Kop</h2></span></p>")),
    .init("a link to nothing", "links", "nothing there", .page(#"href="/opgaven/1/""#, #"href="/opgaven/2/""#)),
    .init("a link to no place on a page", "links", "no such place", .page("#beperkingen", "#voorwaarden")),
    .init("a link to a script", "links", "no place", .added(#"<a href="javascript:void(0)">Druk af</a>"#)),
  ]

  private static let behaviour: [BrowserFault] = [
    .init(
      "a script in the page", "console", "Content Security Policy", .added("<script>document.title = 'x'</script>")),
    .init("a style in the page", "console", "Content Security Policy", .page("<h2>", #"<h2 style="margin:0">"#)),
    .init("a script that fails", "console", "Uncaught", .lettingScriptsRun, .added("<script>weg()</script>")),
    .init(
      "text that a script makes", "without scripts", "characters of text", .lettingScriptsRun,
      .added("<p id=\"x\"></p><script>x.textContent = 'Alleen met script'</script>")),
    .init(
      "a picture from elsewhere", "requests", "https://elders.example/", .withoutPolicy,
      .added(#"<img alt="" src="https://elders.example/a.png">"#)),
    .init(
      "a picture from an address elsewhere", "requests", "http://127.0.0.2", .withoutPolicy,
      .added(#"<img alt="" src="http://127.0.0.2:9/a.png">"#)),
    .init("a picture that is not there", "requests", "404", .added(#"<img alt="" src="/weg.png">"#)),
    .init("a heavy page", "weight", "more than", .added("<p>\(String(repeating: "Lang. ", count: 17_000))</p>")),
  ]

  private static let keyboard: [BrowserFault] = [
    .init(
      "a focus that cannot be seen", "keyboard", "nothing shows",
      .style("outline: .2rem solid currentColor", "outline: none")),
    .init(
      "an order of its own", "keyboard", "Tab goes to",
      .page(#"<a href="/opgaven/1/#"#, #"<a tabindex="3" href="/opgaven/1/#"#)),
    .init(
      "a bar over the links", "keyboard", "out of sight",
      .style(
        "nav li {",
        "nav::after { content: ''; position: fixed; inset: 0 0 auto; height: 20rem; background: #eee } nav li {")),
    .init(
      "a link the keyboard cannot hold", "keyboard", "Tab never reaches", .lettingScriptsRun,
      .page(#"<a href="/">Register"#, #"<a href="/" onfocus="this.blur()">Register"#)),
    .init(
      "no link past the menu", "skip link", "first stop",
      .page(##"<a class="overslaan" href="#inhoud">Naar de inhoud</a>"##, "")),
    .init(
      "a link past the menu that leads nowhere", "skip link", "not there", .page(#"<main id="inhoud">"#, "<main>")),
    .init(
      "a link past the menu that leads into the menu", "skip link", "before what it points at", .lettingScriptsRun,
      .page(##"href="#inhoud""##, ##"href="#inhoud" onclick="location = '#inhoud'; menu.focus(); return false""##),
      .page(#"<nav aria-label="Hoofdmenu">"#, #"<nav aria-label="Hoofdmenu"><a id="menu" href="/">Menu</a>"#)),
  ]

  private static let shape: [BrowserFault] = [
    .init(
      "a line too wide", "reflow", "pixels wide", .style("overflow-wrap: anywhere;", ""),
      .added("<p>\(String(repeating: "breed", count: 20))</p>")),
    .init(
      "text that is cut off", "reflow", "cut off", .style("nav li {", "h1 { height: 1rem; overflow: hidden } nav li {")),
    .init(
      "text that is cut off with wider spacing", "reflow", "with wider spacing cut off",
      .style(
        "nav li {",
        "h2 { white-space: nowrap; width: 9rem; overflow: hidden; font: 1rem monospace } nav li {"
      )),
    .init(
      "something too wide for a telephone", "reflow on a telephone", "pixels wide",
      .style("nav li {", "@media (min-width: 380px) { h1 { width: 1000px } } nav li {")),
    .init("other paper", "paper", "not A4", .style("size: A4;", "size: letter;")),
    .init("paper without its source", "paper", "Controlepunt", .style(".herkomst { display: block; }", "")),
    .init(
      "an entry of two sheets", "paper", "2 sheets",
      .style("nav { display: none; }", "nav { display: none } main { height: 30cm }")),
  ]
}
