import Governance
import Ledger

/// Every fact about rules, designated functions, activities, statements and confirmations: one row per event.
struct NevenfunctiesView: Projection {
  /// Financial interests are not among them: no view holds anything about one.
  private static let recorded = Set(NevenfunctiesPlugin().events.map(\.name) + [StukkenVernietigd.type.name])
    .subtracting([FinancieelBelangGemeld.type.name, FinancieelBelangGecorrigeerd.type.name])

  let name = "nevenfuncties"
  let version = 2
  let events: Set<String> = Self.recorded

  let tables = [
    ViewTable(
      "feit",
      columns: """
        position INTEGER PRIMARY KEY, id TEXT NOT NULL, stroom TEXT NOT NULL, stroomsoort TEXT NOT NULL,
        soort TEXT NOT NULL, op TEXT NOT NULL, vastgelegd INTEGER NOT NULL, sleutel TEXT NOT NULL, functie TEXT,
        persoon TEXT, melding TEXT, feiten TEXT NOT NULL, gecorrigeerd INTEGER
        """, key: "position",
      indexes: ["stroom", "id", "stroomsoort", "functie, soort", "functie, persoon", "melding"]),
    ViewTable(
      "vernietiging",
      columns: """
        position INTEGER NOT NULL, gebeurtenis TEXT NOT NULL, id TEXT NOT NULL, op TEXT NOT NULL,
        vastgelegd INTEGER NOT NULL, velden TEXT NOT NULL, PRIMARY KEY (position, gebeurtenis)
        """, key: "position, gebeurtenis", indexes: ["gebeurtenis"]),
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    guard !event.is(StukkenVernietigd.self) else { return try erase(event, tables) }
    try tables.run(
      """
      INSERT INTO {feit}
      (position, id, stroom, stroomsoort, soort, op, vastgelegd, sleutel, functie, persoon, melding, feiten)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(Int64(event.position)), .text(event.id.description), .text(event.stream.description),
        .text(event.stream.kind), .text(event.type.name), .text(event.effective.description),
        .int(event.recordedAt.secondsSince1970), .text(event.signed.key.description),
        .optional(event[Houderschap.functie]?.description), .optional(event[Houderschap.persoon]?.description),
        .optional(event[OpgaveGepubliceerd.melding]?.description), .text(JSON.object(event.facts).text),
      ])
    if let mistaken = event[Correctie.gebeurtenis] {
      try tables.run(
        "UPDATE {feit} SET gecorrigeerd = ? WHERE id = ? AND stroom = ?",
        [.int(Int64(event.position)), .text(mistaken.description), .text(event.stream.description)])
    }
  }

  private func erase(_ event: RecordedEvent, _ tables: ViewWriter) throws {
    for erased in event[StukkenVernietigd.stukken] ?? [] {
      let known = try tables.rows("SELECT 1 FROM {feit} WHERE id = ?", [.text(erased.event.description)])
      guard !known.isEmpty else { continue }
      try tables.run(
        """
        INSERT OR IGNORE INTO {vernietiging} (position, gebeurtenis, id, op, vastgelegd, velden)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          .int(Int64(event.position)), .text(erased.event.description), .text(event.id.description),
          .text(event.effective.description), .int(event.recordedAt.secondsSince1970),
          .text(erased.fields.joined(separator: " ")),
        ])
    }
  }
}
