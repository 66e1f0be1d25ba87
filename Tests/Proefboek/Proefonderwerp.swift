import Governance
import Ledger
import Publication

/// A plugin that publishes one subject, with everything in its data that a file format could stumble over.
public struct Proefonderwerp: Plugin, PublishingPlugin {
  /// Its name.
  public var name: String { "Proef" }
  /// It records nothing.
  public var events: [EventType] { [] }
  /// It refuses nothing.
  public var rules: [Rule] { [] }
  /// It has no views.
  public var projections: [any Projection] { [] }
  /// A page beside its own, as a mistake in a plugin would bring.
  public let extraPage: Page?

  /// A subject, perhaps with a page too many.
  public init(extraPage: Page? = nil) { self.extraPage = extraPage }

  /// Texts that a spreadsheet, a parser or a browser could take for something else.
  public static let lastige = [
    "=HYPERLINK(\"https://kwaad.example\";\"klik\")", "+31 6 12345678", "-1", "@SUM(A1:A9)", "\u{FF1D}1+1", "\u{FF0B}1",
    "\u{FF0D}1", "\u{FF20}A1", "\t=1+1", "  =1+1", "een \"aanhaling\"", "puntkomma; en komma, samen", "a,=1+1,b",
    "a;=1+1;b",
    "regel een\nregel twee", "regel\n=1+1", "'s-Hertogenbosch", "<script>alert('x')</script> & \"meer\"", "]]>",
    "{{naam}}",
    "Ĳsselstein – café €", "gewoon",
  ]

  /// What it publishes on a day, whoever asks.
  public static func subject(op day: CalendarDate, extraPage: Page? = nil) throws -> PublishedSubject {
    let pages = [
      Page(
        path: "/proeven/", title: "Proeven", summary: "Alle proeven.", trail: [.init("Start", "/")],
        html: "<h1>Proeven op \(day.text.nl)</h1>\n<p><a href=\"een/\">Een</a></p>\n",
        alternates: [.init("text/csv", "CSV", "/v1/proeven.csv")]),
      Page(
        path: "/proeven/een/", title: "Een", summary: "De eerste proef.", trail: [.init("Proeven", "/proeven/")],
        html: "<h1>Een</h1>\n<p id=\"alinea\"><a href=\"#alinea\">Hier</a></p>\n"),
      Page(
        path: "/proeven/oud/", title: "Oud", summary: "Een eerdere proef.", trail: [.init("Proeven", "/proeven/")],
        html: "<h1>Oud</h1>\n", isListed: false),
    ]
    return PublishedSubject(
      slug: "proeven", title: "Proeven & <meer>", summary: "Wat is beproefd.", legalBase: "Geen.",
      responsible: "Niemand.",
      pages: PageStream(pages + (extraPage.map { [$0] } ?? [])),
      dataset: Dataset(
        description: "De proeven & wat eruit kwam.", keywords: ["proef", "<test>"], columns: columns,
        rows: lastige.enumerated().map { number, text in
          [
            .string(text), number.isMultiple(of: 2) ? "/proeven/een/" : .null, .int(Int64(number) - 3), "2026-04-03",
            number.isMultiple(of: 3) ? .null : .bool(number.isMultiple(of: 2)), "actueel",
          ]
        }, division: Dataset.Division(by: "stand", words: lastige.indices.map { "deel-\($0 % 3)" })),
      changes: try changes, checked: [], policy: [("Waarom", ["Omdat het mag."])])
  }

  private static let columns: [Dataset.Column] = [
    .init("tekst", heading: "=Tekst; \"kop\"", meaning: "Wat er staat.", .text, isRequired: true),
    .init("pagina", heading: "Pagina", meaning: "Waar het staat.", .path),
    .init("aantal", heading: "Aantal", meaning: "Hoeveel.", .number, isRequired: true),
    .init("dag", heading: "Dag", meaning: "Sinds wanneer.", .day, isRequired: true),
    .init("betaald", heading: "Betaald", meaning: "Of het betaald is; leeg betekent niet bekend.", .truth),
    .init(
      "stand", heading: "Stand", meaning: "Hoe het ervoor staat.", .code(["actueel", "beeindigd"]), isRequired: true),
  ]

  /// Two of one event, about different pages, and one of another.
  private static var changes: [Change] {
    get throws {
      let (first, second) = (
        UUIDv7("019a6f3c-7c00-7000-8000-000000000001"), UUIDv7("019a6f3c-7c00-7000-8000-000000000002")
      )
      guard let first, let second else { return [] }
      let (early, late) = (try Instant("2026-03-28T23:30:00Z"), try Instant("2026-03-29T01:30:00Z"))
      return [
        Change(
          event: second, position: 9, recordedAt: late, effective: try ImpreciseDate("2026-04"),
          title: "Gewijzigd: <b>proef</b> & \"meer\" ]]>", path: "/proeven/een/"),
        Change(
          event: first, position: 8, recordedAt: early, effective: try ImpreciseDate("2026-03-28"),
          title: "Toegevoegd: een",
          path: "/proeven/een/"),
        Change(
          event: first, position: 8, recordedAt: early, effective: try ImpreciseDate("2026-03-28"),
          title: "Toegevoegd: oud",
          path: "/proeven/oud/"),
      ]
    }
  }

  /// What it publishes.
  public func publish(_ request: PublicationRequest) throws -> PublishedSubject? {
    try Self.subject(op: request.day, extraPage: extraPage)
  }
}

extension SiteStream where Piece == Page {
  /// Every page at once, for a test to look at.
  public func all(reading filter: VisibilityFilter? = nil) throws -> [Page] {
    var pages: [Page] = []
    try forEach(reading: filter) { pages.append($0) }
    return pages
  }
}
