import Governance
import LedgerCrypto

extension Layout {
  /// The pages about the site itself: the start, `/over/`, `/publicatiebeleid/`, `/correctie/`, `/toegankelijkheid/` and
  /// the summary in English.
  public func pages(frame: Frame) throws -> [Page] {
    let organisatie = frame.settings.organisatie
    return [
      try start(frame),
      try page(
        "over", "/over/", "Over deze site", "Waaruit deze site is gemaakt, wat dat bewijst en wat zij niet is.", frame),
      try page(
        "publicatiebeleid", "/publicatiebeleid/", "Publicatiebeleid",
        "Wat \(organisatie) op deze site openbaar maakt, waarom en hoe lang.", frame),
      try page(
        "correctie", "/correctie/", "Een fout laten herstellen",
        "Hoe u meldt dat iets op deze site niet klopt, en wat er dan gebeurt.", frame),
      try page(
        "toegankelijkheid", "/toegankelijkheid/", "Toegankelijkheidsverklaring",
        "Hoe toegankelijk deze site is en waar u terechtkunt.", frame),
      try page(
        "english", "/english/", "About this register, in English",
        "What \(organisatie) publishes here and how to check it.", frame, language: "en"),
    ]
  }

  /// The most news on the start page.
  private static let mostNews = 6

  private func start(_ frame: Frame) throws -> Page {
    let organisatie = frame.settings.organisatie
    let values = values(frame, from: "/")
    let news = frame.subjects.flatMap(\.overview.news).sorted { $0.position > $1.position }.prefix(Self.mostNews)
    let overview = frame.subjects.map(\.overview.html).joined()
    var rail = ""
    if !news.isEmpty {
      rail += try templates.render("nieuws-boven", values) + news.map { "<li>\($0.html)</li>\n" }.joined()
      rail += try templates.render("nieuws-onder", values)
    }
    return Page(
      path: "/", title: "Openbaar register", summary: "Wat \(organisatie) openbaar maakt over goed bestuur.", trail: [],
      opening: try templates.render("start-opening", values),
      html: overview.isEmpty ? try templates.render("start", values) : overview,
      rail: rail + (try templates.render("start-rail", values)))
  }

  private func page(
    _ template: String, _ path: String, _ title: String, _ summary: String, _ frame: Frame, language: String = "nl"
  ) throws -> Page {
    let values = values(frame, from: path)
    return Page(
      path: path, title: title, summary: summary, trail: [Page.Link("Start", "/")],
      opening: try templates.render(template + "-opening", values), html: try templates.render(template, values),
      language: language)
  }

  private func values(_ frame: Frame, from path: String) -> TemplateValue {
    let settings = frame.settings
    func way(_ target: String) -> TemplateValue { .text(Address.relative(from: path, to: target)) }
    let figures = frame.subjects.flatMap(\.overview.figures)
    return [
      "organisatie": .text(settings.organisatie), "adres": .text(settings.address),
      "contact": contact(settings.contact), "dag": HTMLDate.value(frame.day),
      "grootboek": .text(settings.origin), "omvang": .text(String(frame.size)), "wortel": .text(frame.root.base64),
      "controle": way("/controle/"), "beleid": way("/publicatiebeleid/"), "over": way("/over/"),
      "correctie": way("/correctie/"), "zoeken": way(Finding.path),
      "licentie": .optional(Address.link(toContact: settings.licence)),
      "zoekmachines": .flag(settings.robots == .toestaan),
      "heeftOnderwerpen": .flag(!frame.subjects.isEmpty),
      "heeftCijfers": .flag(!figures.isEmpty),
      "cijfers": .list(
        figures.map { ["aantal": .text(String($0.count)), "tekst": .text($0.label), "adres": way($0.path)] }),
      "gewijzigd": .optional(frame.subjects.compactMap(\.lastChange).max().map(HTMLDate.value)),
      "wijzigingen": .list(
        frame.subjects.compactMap { subject in
          subject.changesPath.map { ["titel": .text(subject.title), "adres": way($0)] }
        }),
      "onderwerpen": .list(
        frame.subjects.map { subject in
          [
            "titel": .text(subject.title), "samenvatting": .text(subject.summary), "adres": way(subject.path),
            "grondslag": .text(subject.legalBase), "verantwoordelijke": .text(subject.responsible),
            "delen": .list(
              subject.policy.map { part in
                ["kop": .text(part.heading), "alineas": .list(part.paragraphs.map(TemplateValue.text))]
              }),
          ]
        }),
    ]
  }
}
