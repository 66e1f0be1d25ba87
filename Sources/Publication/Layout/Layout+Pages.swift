import Governance
import LedgerCrypto

extension Layout {
  /// The pages about the site itself: the start, `/over/`, `/publicatiebeleid/` and `/toegankelijkheid/`.
  public func pages(frame: Frame) throws -> [Page] {
    let organisatie = frame.settings.organisatie
    return [
      try page(
        "start", "/", "Openbaar register", "Wat \(organisatie) openbaar maakt over goed bestuur.", frame),
      try page("over", "/over/", "Over deze site", "Waaruit deze site is gemaakt en wat dat bewijst.", frame),
      try page(
        "publicatiebeleid", "/publicatiebeleid/", "Publicatiebeleid",
        "Wat \(organisatie) op deze site openbaar maakt, waarom en hoe lang.", frame),
      try page(
        "toegankelijkheid", "/toegankelijkheid/", "Toegankelijkheidsverklaring",
        "Hoe toegankelijk deze site is en waar u terechtkunt.", frame),
    ]
  }

  private func page(
    _ template: String, _ path: String, _ title: String, _ summary: String, _ frame: Frame
  ) throws -> Page {
    Page(
      path: path, title: title, summary: summary, trail: path == "/" ? [] : [Page.Link("Start", "/")],
      html: try templates.render(template, values(frame, from: path)))
  }

  private func values(_ frame: Frame, from path: String) -> TemplateValue {
    let settings = frame.settings
    func way(_ target: String) -> TemplateValue { .text(Address.relative(from: path, to: target)) }
    return [
      "organisatie": .text(settings.organisatie), "adres": .text(settings.address),
      "contact": contact(settings.contact), "dag": HTMLDate.value(frame.day),
      "grootboek": .text(settings.origin), "omvang": .text(String(frame.size)), "wortel": .text(frame.root.base64),
      "controle": way("/controle/"), "beleid": way("/publicatiebeleid/"),
      "licentie": .optional(Address.link(toContact: settings.licence)),
      "zoekmachines": .flag(settings.robots == .toestaan),
      "heeftOnderwerpen": .flag(!frame.subjects.isEmpty),
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
