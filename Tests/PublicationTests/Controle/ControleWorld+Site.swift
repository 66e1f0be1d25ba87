import Foundation
import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Publication

extension ControleWorld {
  static let settings = SiteSettings(
    organisatie: "Gemeente Voorbeeld", origin: "test.example/proefboek", address: "https://gemeente.example/register",
    contact: "register@gemeente.example", securityContact: "veilig@gemeente.example", robots: .toestaan,
    licence: "https://creativecommons.org/publicdomain/zero/1.0/")

  static let fields = [
    ("functie", "Functie"), ("werkzaamheid", "Werkzaamheid"), ("ingang", "Ingang"), ("bezoldigd", "Bezoldigd"),
  ]

  /// What the site says of the statements: by default what was recorded.
  func subject(
    als role: Rol? = nil, fields: [(String, String)] = ControleWorld.fields,
    _ change: (CheckedEntry.Shown) -> CheckedEntry.Shown = { $0 }
  ) throws -> PublishedSubject {
    let entries = try opgaven.enumerated().map { index, event in
      let values = try values(of: event, als: role)
      return CheckedEntry(
        id: event.stream.id.description, label: "Opgave \(index + 1)", path: "/opgaven/opgaven/\(index + 1)/",
        position: event.position,
        shown: fields.map { field, label in
          change(CheckedEntry.Shown(field: field, label: label, value: values[field] ?? .null))
        })
    }
    return PublishedSubject(
      slug: "opgaven", title: "Opgaven", summary: "Proef.", legalBase: "proef", responsible: "proef", pages: [],
      dataset: Dataset(description: "Proef.", keywords: [], columns: [], rows: []), changes: [], checked: entries,
      policy: [])
  }

  private func values(of event: RecordedEvent, als role: Rol?) throws -> [String: JSON] {
    let revealed = try boek.read(als: role) { try $0.filter.reveal(event) }
    var values = Dictionary(uniqueKeysWithValues: event.facts.map { ($0.name, $0.value) })
    for case (let field, .value(let value)) in revealed { values[field.name] = value }
    return values
  }

  /// The check of what the site says.
  func controle<T>(_ subject: PublishedSubject, als role: Rol? = nil, _ body: (Controle) throws -> T) throws -> T {
    try boek.directory.read { stores in
      let book = boek.book(stores)
      return try book.read(as: try role.map { .member(try boek.key($0).ring) } ?? .outside) { reading in
        try body(
          Controle(
            settings: Self.settings, subjects: [subject], log: stores.log, catalog: book.catalog, filter: reading.filter,
            registry: reading.registry, checkpoint: stores.log.latestCheckpoint()?.note ?? ""))
      }
    }
  }

  func files(_ subject: PublishedSubject? = nil, als role: Rol? = nil) throws -> [SiteFile] {
    try controle(try subject ?? self.subject(), als: role) { try $0.files() }
  }

  /// `gegevens.json` as its readers have it.
  func data() throws -> JSON {
    try JSON(parsing: try files().first { $0.path == "controle/gegevens.json" }?.bytes ?? [])
  }

  /// A whole small site: the list, its data and the check.
  func site() throws -> [SiteFile] {
    let subject = try subject()
    let page = try controle(subject) { try $0.page() }
    let rows = subject.checked.map { entry in
      JSON.object([JSON.Member("id", .string(entry.id))] + entry.shown.map { JSON.Member($0.field, $0.value) })
    }
    return try files(subject) + [
      SiteFile("controle/index.html", framed(page.title, page.html, scripts: Controle.scripts), mediaType: "text/html"),
      SiteFile("opgaven/index.html", framed("Opgaven", table(subject)), mediaType: "text/html"),
      SiteFile("v1/opgaven.json", JSON.object([JSON.Member("gegevens", .array(rows))]).prettyText, mediaType: "application/json"),
    ]
  }

  private func table(_ subject: PublishedSubject) -> String {
    let rows = subject.checked.map { entry in
      let cells = entry.shown.map { shown in
        "<td data-opgave=\"\(entry.id)\" data-veld=\"\(shown.field)\">\(Self.text(shown.value))</td>"
      }
      return "<tr><th><a href=\"..\(entry.path)\">\(entry.label)</a></th>\(cells.joined())</tr>"
    }
    return "<h1>Opgaven</h1><table>\(rows.joined(separator: "\n"))</table>"
  }

  private static func text(_ value: JSON) -> String {
    switch value {
    case .bool(let truth): return truth ? "ja" : "nee"
    case .string(let text):
      if let date = try? ImpreciseDate(text) { return "<time>\(date.text.nl)</time>" }
      let escaped = text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      return "\n  <bdi>\(escaped)</bdi>\n"
    default: return value.text
    }
  }

  private func framed(_ title: String, _ html: String, scripts: [String] = []) -> String {
    let policy = scripts.isEmpty ? "" : "; script-src 'self'; connect-src 'self'"
    let tags = scripts.map { "<script type=\"module\" src=\"..\($0)\"></script>" }.joined()
    return """
      <!DOCTYPE html>
      <html lang="nl"><head><meta charset="utf-8"><title>\(title)</title>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; form-action 'none'\(policy)">
      <meta name="viewport" content="width=device-width">\(tags)</head>
      <body><main>\(html)</main></body></html>

      """
  }
}
