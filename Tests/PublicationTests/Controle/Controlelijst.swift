import Governance
import Ledger
import Publication

/// A list with the marks that the check looks for, on two pages, as a plugin would make it.
struct Controlelijst {
  let entries: [CheckedEntry]

  /// The page of the list on which one of so many entries stands.
  static func page(of index: Int, _ count: Int) -> String {
    index < (count + 1) / 2 ? "/opgaven/" : "/opgaven/pagina/2/"
  }

  var pages: [Page] {
    let more = "<p><a href=\"pagina/2/\">Pagina 2</a></p>"
    return [
      page("/opgaven/", "Opgaven", table(entries.filter { $0.listPage == "/opgaven/" }, up: "../") + more),
      page(
        "/opgaven/pagina/2/", "Opgaven, pagina 2",
        table(entries.filter { $0.listPage == "/opgaven/pagina/2/" }, up: "../../../")),
    ] + entries.map { page($0.path, $0.label, "<p>\(Self.escape($0.id))</p>") }
  }

  var dataset: Dataset {
    let fields = entries.first?.shown ?? []
    return Dataset(
      description: "Proef.", keywords: [],
      columns: [Dataset.Column("opgave", heading: "Opgave", meaning: "Kenmerk.", .text)]
        + fields.map {
          Dataset.Column(
            $0.field, heading: $0.label, meaning: "Proef.",
            $0.value == .bool(true) || $0.value == .bool(false) ? .truth : .text)
        },
      rows: entries.map { [.string($0.id)] + $0.shown.map(\.value) })
  }

  private func page(_ path: String, _ title: String, _ html: String) -> Page {
    Page(
      path: path, title: title, summary: "Proef.", trail: [Page.Link("Start", "/")],
      html: "<h1>\(Self.escape(title))</h1>\(html)")
  }

  private func table(_ entries: some Sequence<CheckedEntry>, up: String) -> String {
    let rows = entries.map { entry in
      let cells = entry.shown.map { shown in
        "<td data-opgave=\"\(entry.id)\" data-veld=\"\(shown.field)\">\(Self.text(shown.value))</td>"
      }
      return
        "<tr><th scope=\"row\"><a href=\"\(up)\(entry.path.dropFirst())\">\(entry.label)</a></th>\(cells.joined())</tr>"
    }
    return "<table>\(rows.joined(separator: "\n"))</table>"
  }

  private static func text(_ value: JSON) -> String {
    switch value {
    case .bool(let truth): return truth ? "ja" : "nee"
    case .string(let text):
      if let date = try? ImpreciseDate(text) { return "<time>\(date.text.nl)</time>" }
      return "\n  <bdi>\(escape(text))</bdi>\n"
    default: return value.text
    }
  }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
