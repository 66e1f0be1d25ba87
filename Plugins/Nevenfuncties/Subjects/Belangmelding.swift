import Governance
import Ledger

/// Which financial interests were reported, so that a correction can be held against its original.
///
/// It holds no person and no content: only that an event stands in a stream, which the log says to everyone.
struct BelangenView: Projection {
  let name = "belangen"
  let version = 1
  let events: Set<String> = [VertrouwelijkeMeldingGedaan.type.name, VertrouwelijkeMeldingGecorrigeerd.type.name]
  let tables = [
    ViewTable(
      "melding",
      columns: "position INTEGER PRIMARY KEY, id TEXT NOT NULL, stroom TEXT NOT NULL, gecorrigeerd INTEGER",
      key: "position", indexes: ["id"])
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    guard let mistaken = event[Correction.event] else {
      try tables.run(
        "INSERT INTO {melding} (position, id, stroom) VALUES (?, ?, ?)",
        [.int(Int64(event.position)), .text(event.id.description), .text(event.stream.description)])
      return
    }
    try tables.run(
      "UPDATE {melding} SET gecorrigeerd = ? WHERE id = ? AND stroom = ?",
      [.int(Int64(event.position)), .text(mistaken.description), .text(event.stream.description)])
  }
}

/// That a financial interest was reported: where, and whether it still counts.
struct Belangmelding {
  let position: UInt64
  let id: EventID
  let stream: StreamID
  /// The correction that says it was a mistake.
  let gecorrigeerd: UInt64?

  private init?(_ row: TableRow) {
    guard let position = row.place("position"), let id = row.text("id").flatMap({ EventID($0) }),
      let stream = row.text("stroom").flatMap({ StreamID($0) })
    else { return nil }
    self.position = position
    self.id = id
    self.stream = stream
    gecorrigeerd = row.place("gecorrigeerd")
  }

  /// The report that is this event; nil when the event is none.
  static func with(_ id: EventID, _ views: ViewReader) throws -> Belangmelding? {
    try views.rows(BelangenView(), "SELECT * FROM {melding} WHERE id = ?", [.text(id.description)])
      .first.flatMap { Belangmelding($0) }
  }

  /// The report at a position; nil when something else stands there.
  static func at(_ position: UInt64, _ views: ViewReader) throws -> Belangmelding? {
    try views.rows(BelangenView(), "SELECT * FROM {melding} WHERE position = ?", [.int(Int64(clamping: position))])
      .first.flatMap { Belangmelding($0) }
  }
}
