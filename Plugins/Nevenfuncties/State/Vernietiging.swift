import Governance
import Ledger

/// The erasure of fields of one event.
struct Vernietiging {
  let position: UInt64
  let id: EventID
  let gebeurtenis: EventID
  let op: ImpreciseDate
  let vastgelegd: Instant
  let velden: Set<String>

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let id = row.text("id").flatMap({ EventID($0) }),
      let erased = row.text("gebeurtenis").flatMap({ EventID($0) }),
      let op = row.text("op").flatMap({ try? ImpreciseDate($0) }), let seconds = row.int("vastgelegd"),
      let recorded = try? Instant(secondsSince1970: seconds), let fields = row.text("velden")
    else { return nil }
    self.position = UInt64(position)
    self.id = id
    gebeurtenis = erased
    self.op = op
    vastgelegd = recorded
    velden = Set(fields.split(separator: " ").map(String.init))
  }

  /// What was erased of an event, in the order of the log.
  static func of(_ event: EventID, _ views: ViewReader) throws -> [Vernietiging] {
    try views.rows(
      NevenfunctiesView(), "SELECT * FROM {vernietiging} WHERE gebeurtenis = ? ORDER BY position",
      [.text(event.description)]
    ).compactMap { Vernietiging($0) }
  }
}
