import Governance
import Ledger

/// Bodies and functions by their name without regard to case, so that what a person types is looked up and not searched.
struct Eenheidsnamen: Projection {
  let name = "eenheidsnamen"
  let version = 1
  let events: Set<String> = [OrgaanVastgelegd.type.name, FunctieVastgelegd.type.name]
  let tables = [
    ViewTable(
      "eenheidsnaam", columns: "naam TEXT NOT NULL, stroom TEXT NOT NULL, PRIMARY KEY (naam, stroom)",
      key: "naam, stroom", isIndexOnly: true)
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    guard let naam = event[OrgaanVastgelegd.naam] else { return }
    try tables.run(
      "INSERT OR IGNORE INTO {eenheidsnaam} (naam, stroom) VALUES (?, ?)",
      [.text(naam.comparisonKey), .text(event.stream.description)])
  }

  /// How many names at most are looked at for what lies near.
  private static let most: Int64 = 2000

  /// The name that lies nearest to one that is not known.
  func nearest(to naam: String, kind: String?, _ views: ViewReader) throws -> String? {
    let rows = try views.rows(self, "SELECT naam, stroom FROM {eenheidsnaam} LIMIT ?", [.int(Self.most)])
    let streams = rows.compactMap { row in
      row.text("naam").flatMap { name in row.text("stroom").flatMap { StreamID($0) }.map { (name, $0) } }
    }.filter { kind == nil || $0.1.kind == kind }
    let near = Nearest.name(to: naam, among: streams.map(\.0))
    return try streams.first { $0.0 == near }.flatMap { try views.subject(Unit.self, SubjectKey($0.1))?.naam }
  }

  /// Those of a name that were not abolished or taken away, in the order in which they were recorded.
  func eenheden(_ naam: String, _ views: ViewReader) throws -> [Unit] {
    try views.rows(
      self, "SELECT stroom FROM {eenheidsnaam} WHERE naam = ? ORDER BY stroom", [.text(naam.comparisonKey)]
    )
    .compactMap { $0.text("stroom").flatMap { StreamID($0) } }
    .compactMap { try views.subject(Unit.self, SubjectKey($0)) }
    .sorted { $0.position < $1.position }
  }
}
