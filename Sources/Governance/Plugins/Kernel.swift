import Ledger

/// What the kernel itself brings along: erasure and admission to a stream's circle.
struct Kernel: Plugin {
  var name: String { "Governance" }
  var events: [EventType] { [StukkenVernietigd.type, ToegangVerleend.type, ToegangIngetrokken.type] }
  var rules: [Rule] { ErasureRules.all + CircleRules.all }
  var projections: [any Projection] { [ErasureView()] }
}

/// Where the events stand that change who may sign, so that an everyday command reads only those.
struct AuthorityView: Projection {
  let name = "gezag"
  let version = 1
  let events: Set<String>
  let tables = [ViewTable("gebeurtenis", columns: "position INTEGER PRIMARY KEY", key: "position")]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    try tables.run("INSERT INTO {gebeurtenis} (position) VALUES (?)", [.int(Int64(event.position))])
  }

  /// Folds the registry from those events.
  func registry(_ views: ViewReader, _ log: any LogReader, _ catalog: Catalog) throws -> KeyRegistry {
    var registry = KeyRegistry()
    for row in try views.rows(self, "SELECT position FROM {gebeurtenis} ORDER BY position") {
      guard let position = row.int("position"), let entry = try log.entry(at: UInt64(position)) else { continue }
      let event = try catalog.decode(entry)
      try event.type.changesAuthority?(event, &registry)
    }
    return registry
  }
}
