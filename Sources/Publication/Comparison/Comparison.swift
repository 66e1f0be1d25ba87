import Governance
import Ledger

/// `/<slug>/vergelijk/`: two days of one subject side by side, as it held or as it stood on the site.
///
/// There are as many pairs of days as the square of the days, so a script of the site's own makes the comparison from the
/// history file. Without it the page says where the same can be read.
struct Comparison {
  /// The script, as a file of the site.
  static let script = SiteFile("vergelijk/vergelijk.js", PackageResources.vergelijk_js, mediaType: MediaType.script)

  /// The page of a subject, below the site's root.
  static func path(_ slug: String) -> String { "/\(slug)/vergelijk/" }

  private let subject: PublishedSubject
  private let history: History

  init(_ subject: PublishedSubject, _ history: History) {
    self.subject = subject
    self.history = history
  }

  /// Gives the page with the scripts that it may run.
  func write(page: (Page, [String]) throws -> Void) throws {
    let path = Self.path(subject.slug)
    let templates = try Templates([
      ("vergelijk", PackageResources.vergelijk_mustache),
      ("vergelijk-opening", PackageResources.vergelijk_opening_mustache),
    ])
    func way(_ target: String) -> TemplateValue { .text(Address.relative(from: path, to: target)) }
    let values: TemplateValue = [
      "titel": .text(subject.title), "historie": way("/" + SubjectData.Paths.history(subject.slug)),
      "sleutel": .text(history.key), "kop": .text(history.heading.joined(separator: " ")),
      "velden": .text(history.compared.joined(separator: " ")), "lijst": way("/\(subject.slug)/"),
      "wijzigingen": .optional(subject.changesPath.map(way)),
      "csv": way("/" + SubjectData.Paths.csv(DataTable.historyName(subject.slug))),
    ]
    try page(
      Page(
        path: path, title: "\(subject.title): twee dagen naast elkaar",
        summary: "Wat er tussen twee dagen is veranderd aan \(subject.title.lowercased()).",
        trail: [Page.Link("Start", "/"), Page.Link(subject.title, "/\(subject.slug)/")],
        opening: try templates.render("vergelijk-opening", values), html: try templates.render("vergelijk", values),
        isWide: true),
      ["/" + Self.script.path])
  }
}
