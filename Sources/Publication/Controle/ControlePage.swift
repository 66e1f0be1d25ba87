import Governance
import Ledger
import LedgerCrypto
import Mustache

/// The page `/controle/`: readable and complete without its script.
struct ControlePage {
  private let controle: Controle

  init(_ controle: Controle) { self.controle = controle }

  var page: Page {
    get throws {
      let template = try MustacheTemplate(string: String(decoding: PackageResources.controle_mustache, as: UTF8.self))
      return Page(
        path: "/controle/", title: "Controleer deze site zelf",
        summary: "Kijk zelf na of wat op deze site staat zo is vastgelegd en daarna niet is veranderd.",
        trail: [Page.Link("Start", "/")],
        html: template.render(context))
    }
  }

  private var context: [String: Any] {
    let checkpoint = controle.checkpoint
    return [
      "organisatie": controle.settings.organisatie,
      "origin": checkpoint.origin,
      "voorbeeld": controle.subjects.lazy.flatMap(\.checked).first.map { $0.id } ?? false,
      "sleutel": controle.registry.founding?.logKey ?? "",
      "grootte": String(checkpoint.size),
      "wortel": checkpoint.root.base64,
      "onderwerpen": controle.subjects.map { subject -> [String: Any] in
        [
          "titel": subject.title,
          "lijst": "../\(subject.slug)/",
          "gegevens": "../v1/\(subject.slug).json",
          "aantal": String(subject.checked.count),
          "opgaven": subject.checked.map { entry -> [String: Any] in
            [
              "id": entry.id, "naam": entry.label, "pagina": ".." + entry.path, "plaats": String(entry.position),
            ]
          },
        ]
      },
    ]
  }
}
