import Governance
import LedgerCrypto

/// The page frame: head, skip link, header, the way from the start page, `main`, and a footer that says what the page rests on.
///
/// It uses no script and asks nothing of others; the content security policy in each page holds a browser to that.
public struct Layout: Sendable {
  let templates: Templates

  /// The frame's templates.
  public init() throws { templates = try Templates(Self.sources) }

  /// The bytes of a page.
  ///
  /// - Parameter scripts: Modules below the site's root that the page may run; only `/controle/` has any.
  public func render(_ page: Page, frame: Frame, scripts: [String] = []) throws -> [UInt8] {
    try render(page, frame: frame, scripts: scripts, links: .relative(from: page.path))
  }

  /// The page for an address that does not exist: `404.html`, which a server shows at any depth.
  ///
  /// Its links start at the server's root, because it cannot know how deep it is shown.
  public func notFound(frame: Frame) throws -> [UInt8] {
    let links = Links.fixed(folder: Address.folder(of: frame.settings.address))
    let html = try templates.render(
      "niet-gevonden",
      [
        "start": .text(links.to("/")), "contact": contact(frame.settings.contact),
        "onderwerpen": .list(frame.subjects.map { ["titel": .text($0.title), "adres": .text(links.to($0.path))] }),
      ])
    let page = Page(
      path: "/404.html", title: "Pagina niet gevonden", summary: "Deze pagina bestaat niet.", trail: [], html: html,
      isListed: false)
    return try render(page, frame: frame, scripts: [], links: links)
  }

  /// How a page links to others.
  enum Links {
    case relative(from: String)
    case fixed(folder: String)

    func to(_ path: String) -> String {
      switch self {
      case .relative(let page): Address.relative(from: page, to: path)
      case .fixed(let folder): folder + path
      }
    }
  }

  private func render(_ page: Page, frame: Frame, scripts: [String], links: Links) throws -> [UInt8] {
    let values = values(page, frame: frame, scripts: scripts, links: links)
    var bytes: [UInt8] = []
    // The page's HTML comes from templates of its own; between parts of the frame it needs no unescaped name.
    func add(_ name: String) throws { try templates.render(name, values, into: &bytes) }
    try add("boven")
    if !page.opening.isEmpty {
      try add("opening")
      bytes += page.opening.utf8
    }
    try add("inhoud")
    bytes += page.html.utf8
    if hasRail(page, values) {
      try add("rail")
      bytes += page.rail.utf8
    }
    try add("onder")
    return bytes
  }

  private func hasRail(_ page: Page, _ values: TemplateValue) -> Bool {
    guard case .fields(let fields) = values else { return false }
    return fields["heeftRail"] == .flag(true)
  }

  private func values(_ page: Page, frame: Frame, scripts: [String], links: Links) -> TemplateValue {
    let subject = frame.subject(of: page)
    let isStart = page.path == "/"
    return [
      "titel": .text(isStart ? frame.settings.organisatie : "\(page.title) – \(frame.settings.organisatie)"),
      "samenvatting": .text(page.summary), "organisatie": .text(frame.settings.organisatie),
      "naam": .text(frame.displayName),
      "canoniek": .text(frame.settings.address + page.path),
      "isGenoemd": .flag(page.isListed),
      "magInZoekmachine": .flag(page.isListed && frame.isPresent && frame.settings.robots == .toestaan),
      "isActueel": .flag(page.isListed && frame.isPresent), "isEerder": .flag(!frame.isPresent),
      "tokens": .text(links.to("/stijl/tokens.css")),
      "huisstijl": .optional(frame.hasHouseStyle ? links.to("/" + HouseStyle.path) : nil),
      "stijl": .text(links.to("/stijl/stijl.css")),
      "merk": .text(links.to("/" + frame.mark.path)), "merkSoort": .text(frame.mark.mediaType),
      "start": .text(links.to("/")),
      "heeftScripts": .flag(!scripts.isEmpty), "scripts": .list(scripts.map { .text(links.to($0)) }),
      "navigatie": .list(navigation(page, frame: frame, links: links)),
      "heeftKruimels": .flag(!page.trail.isEmpty),
      "kruimels": .list(page.trail.map { ["tekst": .text($0.text), "adres": .text(links.to($0.path))] }),
      "kop": .text(page.title),
      "heeftVormen": .flag(!page.alternates.isEmpty),
      "vormen": .list(
        page.alternates.map {
          ["soort": .text($0.mediaType), "tekst": .text($0.text), "adres": .text(links.to($0.path))]
        }),
      "heeftOpening": .flag(!page.opening.isEmpty), "heeftRail": .flag(subject != nil || !page.rail.isEmpty),
      "isBreed": .flag(page.isWide), "taal": .text(page.language),
      "heeftControle": .flag(subject?.isChecked ?? false), "nakijken": .text(links.to(page.check)),
      "correctie": .text(links.to("/correctie/")),
      "engels": .text(links.to("/english/")),
      "heeftOnderwerp": .flag(subject != nil),
      "grondslag": .text(page.legalBase ?? subject?.legalBase ?? ""),
      "verantwoordelijke": .text(page.responsible ?? subject?.responsible ?? ""),
      "contact": contact(frame.settings.contact), "dag": HTMLDate.value(frame.day),
      "omvang": .text(String(frame.size)), "wortel": .text(frame.root.base64),
      "grootboek": .text(frame.settings.origin),
      "controle": .text(links.to("/controle/")), "over": .text(links.to("/over/")),
      "beleid": .text(links.to("/publicatiebeleid/")), "toegankelijkheid": .text(links.to("/toegankelijkheid/")),
      "licentie": .optional(Address.link(toContact: frame.settings.licence)),
    ]
  }

  private func navigation(_ page: Page, frame: Frame, links: Links) -> [TemplateValue] {
    let items =
      frame.subjects.map { ($0.title, $0.path) } + [("Zoeken", Finding.path), ("Controleren", "/controle/")]
    return items.map { title, path in
      [
        "tekst": .text(title), "adres": .text(links.to(path)), "isPagina": .flag(page.path == path),
        "isDeel": .flag(page.path != path && page.path.hasPrefix(path)),
      ]
    }
  }

  func contact(_ contact: String) -> TemplateValue {
    ["tekst": .text(contact), "adres": .optional(Address.link(toContact: contact))]
  }
}
