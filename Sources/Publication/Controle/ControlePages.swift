import Governance
import Ledger
import LedgerCrypto

/// The pages of the check: the index `/controle/`, and one page for each part; all readable without their script.
struct ControlePages {
  private let controle: Controle
  private let templates: Templates

  init(_ controle: Controle) throws {
    self.controle = controle
    templates = try Templates([
      ("controle", PackageResources.controle_mustache),
      ("controle-opening", PackageResources.controle_opening_mustache), ("deel", PackageResources.deel_mustache),
      ("deel-opening", PackageResources.deel_opening_mustache),
      ("delen", PackageResources.delen_mustache), ("bewijs", PackageResources.bewijs_mustache),
    ])
  }

  /// The page of a part: its entries, and the button that checks them.
  func page(
    _ part: CheckedParts.Part, of count: Int, _ subject: PublishedSubject, files: Int
  ) throws -> Page {
    let around = [part.number - 1, part.number + 1].filter { (1...count).contains($0) }
    func way(_ path: String) -> TemplateValue { .text(Address.relative(from: part.path, to: path)) }
    let values: TemplateValue = [
      "titel": .text(subject.title), "nummer": .text(String(part.number)), "totaal": .text(String(count)),
      "aantal": .text(Self.count(part.entries.count)), "stijl": way("/controle/controle.css"),
      "deel": .text(String(part.path.dropFirst())), "lijst": .optional(part.listPage.map(way)),
      "alles": way("/controle/"), "gegevens": way("/" + SubjectData.Paths.json(subject.slug)),
      "bestanden": .list(
        (1...files).map { .text($0 == 1 ? "gegevens.json" : "gegevens-\($0).json") }),
      "opgaven": .list(
        part.entries.map { entry in
          ["id": .text(entry.id), "naam": .text(entry.label), "pagina": way(entry.path)]
        }),
      "naast": .list(
        around.map {
          [
            "adres": way("/controle/\(subject.slug)/\($0)/"), "nummer": .text(String($0)),
            "isVorige": .flag($0 < part.number),
          ]
        }),
    ]
    return Page(
      path: part.path, title: "Controleer deel \(part.number) van \(subject.title)",
      summary: "Kijk zelf na of deze opgaven zo zijn vastgelegd en daarna niet zijn veranderd.",
      trail: [Page.Link("Start", "/"), Page.Link("Controleren", "/controle/")],
      opening: try templates.render("deel-opening", values), html: try templates.render("deel", values),
      isListed: false)
  }

  /// The index: what is checked and what that proves, with a link to each part.
  func index(_ summaries: [(subject: PublishedSubject, parts: [PartSummary])]) throws -> [Page] {
    let rows = summaries.flatMap { subject, parts in parts.map { (subject, $0.part) } }
    let pages = max(1, (rows.count + Self.mostOnIndex - 1) / Self.mostOnIndex)
    return try (0..<pages).map { number in
      let path = Self.index(number + 1)
      let first = number * Self.mostOnIndex
      let here = rows[min(first, rows.count)..<min(first + Self.mostOnIndex, rows.count)]
      var values = try values(path)
      values["isEerste"] = .flag(number == 0)
      values["vervolg"] = .optional(number == 0 ? nil : .text(String(number + 1)))
      values["onderwerpen"] = .list(
        summaries.filter { !$0.subject.checked.isEmpty }.map { subject, _ in
          value(subject, here.filter { $0.0.slug == subject.slug }.map(\.1), path)
        })
      values["verder"] = .list(
        [number, number + 2].filter { (1...pages).contains($0) }.map {
          [
            "adres": .text(Address.relative(from: path, to: Self.index($0))), "nummer": .text(String($0)),
          ]
        })
      values["heeftVerder"] = .flag(pages > 1)
      return Page(
        path: path, title: "Controleer deze site zelf" + (number == 0 ? "" : ", pagina \(number + 1)"),
        summary: "Kijk zelf na of wat op deze site staat zo is vastgelegd en daarna niet is veranderd.",
        trail: [Page.Link("Start", "/")] + (number == 0 ? [] : [Page.Link("Controleren", "/controle/")]),
        opening: try templates.render("controle-opening", .fields(values)),
        html: try templates.render(number == 0 ? "controle" : "delen", .fields(values)))
    }
  }

  /// How many parts one page of the index names.
  private static let mostOnIndex = 150

  private static func index(_ number: Int) -> String { number == 1 ? "/controle/" : "/controle/pagina/\(number)/" }

  /// A name as an index has room for it.
  private static func short(_ label: String) -> String { label.count <= 60 ? label : label.prefix(59) + "…" }

  private static func count(_ entries: Int) -> String { entries == 1 ? "1 opgave" : "\(entries) opgaven" }

  private func value(
    _ subject: PublishedSubject, _ parts: [CheckedParts.Part], _ path: String
  ) -> TemplateValue {
    [
      "titel": .text(subject.title), "heeftDelen": .flag(!parts.isEmpty),
      "lijst": .text(Address.relative(from: path, to: "/\(subject.slug)/")),
      "gegevens": .text(Address.relative(from: path, to: "/" + SubjectData.Paths.json(subject.slug))),
      "aantal": .text(Self.count(subject.checked.count)),
      "delen": .list(
        parts.map { part in
          [
            "adres": .text(Address.relative(from: path, to: part.path)), "nummer": .text(String(part.number)),
            "aantal": .text(Self.count(part.entries.count)), "isHistorie": .flag(part.listPage == nil),
            "eerste": .text(Self.short(part.entries.first?.label ?? "")),
          ]
        }),
    ]
  }

  private func values(_ path: String) throws -> [String: TemplateValue] {
    let checkpoint = controle.checkpoint
    let width = HashTile.width(level: 0, index: 0, size: checkpoint.size)
    let tile = try TilePath(.hashes(level: 0), index: 0, width: width).description
    return [
      "organisatie": .text(controle.settings.organisatie), "origin": .text(checkpoint.origin),
      "voorbeeld": .optional(controle.subjects.lazy.flatMap(\.checked).first.map { .text($0.id) }),
      "eersteDeel": .optional(
        controle.subjects.first { !$0.checked.isEmpty }.map { .text("\($0.slug)/1/gegevens.json") }),
      "tegel": .text(tile), "sleutel": .text(controle.registry.logKeys.present ?? ""),
      "grootte": .text(String(checkpoint.size)),
      "wortel": .text(checkpoint.root.base64),
    ]
  }
}
