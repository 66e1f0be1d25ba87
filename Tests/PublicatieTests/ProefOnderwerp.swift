import Governance
import Ledger
import LedgerSQLite
import Organisatie
import Proefboek
import Publication

@testable import Publicatie

/// A plugin that publishes two rows about a function and its holder, of which one value is sealed for the organisation.
struct ProefOnderwerp: Plugin, PublishingPlugin {
  var name: String { "Proef" }
  var events: [EventType] { [] }
  var rules: [Rule] { [] }
  var projections: [any Projection] { [] }
  /// Changes what is published, as another history would.
  var extraPage: Page?

  func publish(_ request: PublicationRequest) throws -> PublishedSubject? {
    var pages = [
      Page(
        path: "/proeven/", title: "Proeven", summary: "Alle proeven.", trail: [],
        html: "<h1>Proeven op \(request.day.text.nl)</h1><p><a href=\"/proeven/een/\">Een</a></p>"),
      Page(
        path: "/proeven/een/", title: "Een", summary: "De eerste proef.", trail: [.init("Proeven", "/proeven/")],
        html: "<h1>Een</h1>"),
    ]
    if let extraPage { pages.append(extraPage) }
    let columns: [Dataset.Column] = [
      .init("functie", heading: "Functie", meaning: "De functie.", .text, isRequired: true),
      .init("pagina", heading: "Pagina", meaning: "De pagina.", .path),
    ]
    return PublishedSubject(
      slug: "proeven", title: "Proeven", summary: "Wat is beproefd.", legalBase: "Geen.", responsible: "Niemand.",
      pages: pages,
      dataset: Dataset(
        description: "De proeven.", keywords: ["proef"], columns: columns,
        rows: [["Griffier", "/proeven/een/"], ["=1+1", .null]]),
      changes: [], checked: [], policy: [])
  }
}

extension Proefboek {
  /// Roles that may sign a publication, and roles that may not.
  static let roles: [Rol] = [.secretariaat, .algemeenDirecteur, .griffier, .college, .ondernemingsraad, .beheerder]

  /// A ledger with what these tests need.
  convenience init() throws {
    try self.init(
      [OrganisatiePlugin(), PublicatiePlugin(), ProefOnderwerp()], roles: Self.roles, origin: "test.example/publicatie")
  }

  @discardableResult
  func append(_ draft: EventDraft) throws -> RecordedEvent { try append(draft, als: .secretariaat) }

  /// The site about a day, with another subject when that is given.
  func site(
    _ day: String = Proefboek.founded, _ onderwerp: ProefOnderwerp = ProefOnderwerp()
  ) throws -> (site: Site, source: SiteSource) {
    let plugins: [any Plugin] = [OrganisatiePlugin(), PublicatiePlugin(), onderwerp]
    return try directory.read { try SiteMaker(book: book($0, plugins)).site(about: try CalendarDate(day)) }
  }
}
