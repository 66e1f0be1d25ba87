import Ledger

/// To which stream each event with fields for a circle belongs: whoever erases them is judged by that circle. Nothing else of
/// such an event is in any view; those of closed streams are not here either.
struct ConfidentialView: Projection {
  let name = "vertrouwelijk"
  let version = 1
  let events: Set<String>
  let tables = [
    ViewTable(
      "gebeurtenis", columns: "id TEXT PRIMARY KEY, stroom TEXT NOT NULL, soort TEXT NOT NULL", key: "id",
      isIndexOnly: true)
  ]

  init(_ types: [EventType] = []) {
    events = Set(
      types.filter { type in !type.isClosed && type.fields.contains { $0.visibility == .vertrouwelijk } }.map(\.name))
  }

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    try tables.run(
      "INSERT INTO {gebeurtenis} (id, stroom, soort) VALUES (?, ?, ?)",
      [.text(event.id.description), .text(event.stream.description), .text(event.type.name)])
  }

  /// The stream whose circle is asked when these fields are erased; nil where none of them is for a circle.
  static func stream(of erased: ErasedFields, _ views: ViewReader, _ catalog: Catalog) throws -> StreamID? {
    let row = try views.rows(
      Self(), "SELECT stroom, soort FROM {gebeurtenis} WHERE id = ?", [.text(erased.event.description)]
    ).first
    guard let row, let stream = row.text("stroom").flatMap({ StreamID($0) }),
      let type = row.text("soort").flatMap({ catalog.event(named: $0) })
    else { return nil }
    // A field that its type does not have now was in an earlier version of it.
    let isConfidential = erased.fields.contains { name in
      type.field(name).map { $0.visibility == .vertrouwelijk } ?? true
    }
    return isConfidential ? stream : nil
  }
}
