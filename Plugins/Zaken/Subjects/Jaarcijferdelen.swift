import Governance
import Ledger
import LedgerCrypto

/// Which parts of the figures over a year were settled, and by which key; how many cases there were is sealed.
struct Jaarcijferdelen: Projection {
  /// One of them.
  struct Deel {
    let position: UInt64
    let door: Thumbprint
  }

  let name = "jaarcijfers"
  let version = 1
  let events: Set<String> = [JaarcijfersVastgesteld.type.name]
  let tables = [
    ViewTable(
      "deel",
      columns: "position INTEGER PRIMARY KEY, procedure TEXT NOT NULL, jaar INTEGER NOT NULL, sleutel TEXT NOT NULL",
      key: "position", indexes: ["procedure, jaar"])
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    try tables.run(
      "INSERT INTO {deel} (position, procedure, jaar, sleutel) VALUES (?, ?, ?, ?)",
      [
        .int(Int64(event.position)), .text(event[JaarcijfersVastgesteld.procedure]?.lowercased() ?? ""),
        .int(event[JaarcijfersVastgesteld.jaar] ?? 0), .text(event.signed.key.description),
      ])
  }

  /// The parts of one procedure over one year, in the order in which they were settled.
  static func van(_ procedure: String, _ jaar: Int64, _ views: ViewReader) throws -> [Deel] {
    try views.rows(
      Jaarcijferdelen(), "SELECT position, sleutel FROM {deel} WHERE procedure = ? AND jaar = ? ORDER BY position",
      [.text(procedure.lowercased()), .int(jaar)]
    ).compactMap { row in
      guard let position = row.place("position"), let door = row.text("sleutel").flatMap({ Thumbprint($0) }) else {
        return nil
      }
      return Deel(position: position, door: door)
    }
  }
}
