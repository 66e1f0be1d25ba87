import Ledger
import LedgerCrypto

/// Brings views up to date with the log; each view's position is stored in the same transaction as its rows.
struct Projector {
  let catalog: Catalog
  /// How many subjects may wait to be folded: enough that most are folded once in a rebuild, few enough for memory.
  private static let mostPending = 20_000

  /// Applies what the views have not seen, up to `size` entries of the log.
  /// - Throws: `BadEvent` when an event cannot be relied on; nothing of these tables may then be kept.
  func catchUp(
    _ tables: any TableWriter, with log: any LogStore, to size: UInt64, _ trust: EventIntake.Trust = .checked,
    progress: (UInt64, UInt64) throws -> Void = { _, _ in }
  ) throws {
    try clearUnbound(tables, log)
    let positions = try prepare(tables, size: size)
    guard let first = positions.values.min(), first < size else {
      if size == 0 { try bind(tables, size: 0, root: MerkleTree.emptyRoot) }
      return
    }
    let pass = pass(tables)
    var intake = try EventIntake(log, catalog, from: first, to: size, ViewReader(tables: tables, pass: pass), trust)
    // What the events themselves give, whatever the log says of them.
    var tree = try TreeAppender(size: first, reader: LogTiles(log: log))
    var chunk = try intake.first()
    while let current = chunk {
      for event in current.events { _ = tree.append(event.leafHash) }
      chunk = try intake.next(after: current) {
        for event in current.events { try fold(event, positions, tables, pass, trust) }
        if pass.pending > Self.mostPending || current.end == size { try settle(tables, pass) }
      }
      try progress(current.end - first, size - first)
    }
    if trust == .checked { try check(tree, against: log, ViewReader(tables: tables, pass: pass)) }
    try store(size, tables)
    try bind(tables, size: size, root: tree.root())
  }

  /// What was folded is what a checkpoint was signed over; within an append there is none.
  private func check(_ tree: TreeAppender, against log: any LogReader, _ views: ViewReader) throws {
    guard let origin = try log.entry(at: 0)?.event().envelope.origin else { return }
    let isSigned = try log.checkpoints(after: tree.size - 1, limit: 1).first?.size == tree.size
    guard try isSigned || tree.size == log.size() else { return }
    _ = try SignedHead(
      of: log, size: tree.size, root: tree.root(), origin: origin, try catalog.authority.registry(views).logKeys)
  }

  private func fold(
    _ event: RecordedEvent, _ positions: [String: UInt64], _ tables: any TableWriter, _ pass: ViewPass,
    _ trust: EventIntake.Trust
  ) throws {
    for projection in catalog.projections(for: event.type.name)
    where positions[projection.name, default: 0] <= event.position {
      do {
        try projection.apply(event, to: ViewWriter(projection: projection, tables: tables, pass: pass))
      } catch  where trust == .examining { continue }
    }
  }

  /// Applies one event that is about to be appended, so that the next rule sees it.
  func apply(_ event: RecordedEvent, _ tables: any TableWriter, _ pass: ViewPass) throws {
    for projection in catalog.projections(for: event.type.name) {
      try projection.apply(event, to: ViewWriter(projection: projection, tables: tables, pass: pass))
    }
    if pass.pending > Self.mostPending { try settle(tables, pass) }
  }

  /// What is remembered while these tables are written.
  func pass(_ tables: any TableWriter) -> ViewPass {
    let pass = catalog.pass()
    resume(pass, tables)
    return pass
  }

  /// Goes on with what is remembered in a next transaction on the same tables, which nobody else has written since.
  func resume(_ pass: ViewPass, _ tables: any TableWriter) {
    pass.settling = { [unowned pass] in try settle(tables, pass) }
  }

  /// Writes what the views put off.
  func settle(_ tables: any TableWriter, _ pass: ViewPass) throws {
    guard pass.pending > 0 else { return }
    for projection in catalog.projections {
      try projection.settle(ViewWriter(projection: projection, tables: tables, pass: pass))
    }
  }

  /// Stores that every view has seen `size` events.
  func store(_ size: UInt64, _ tables: any TableWriter) throws {
    for projection in catalog.projections {
      try tables.run(
        "INSERT OR REPLACE INTO projection (name, version, position, vorm) VALUES (?, ?, ?, ?)",
        [
          .text(projection.name), .int(Int64(projection.version)), .int(Int64(clamping: size)),
          .text(projection.declaration),
        ])
    }
  }

  /// How many events each view has seen, as far as that is believed.
  ///
  /// Views are brought up to date together. One that says otherwise was not there the last time, or does not tell the
  /// truth: it is built again.
  func positions(_ tables: any TableReader) throws -> [String: UInt64] {
    guard try has(Self.table, tables),
      let size = try tables.rows("SELECT omvang FROM \(Self.table)", []).first?.int("omvang")
    else { return [:] }
    return try stored(tables).filter { Int64(exactly: $0.value) == size }
  }

  /// How many events each view says that it has seen; nil for a view that is not there in its present version and form.
  func stored(_ tables: any TableReader) throws -> [String: UInt64] {
    guard try has("projection", tables) else { return [:] }
    var positions: [String: UInt64] = [:]
    for row in try tables.rows("SELECT * FROM projection", []) {
      guard let name = row.text("name"), let position = row.place("position"),
        let projection = catalog.projections.first(where: { $0.name == name }),
        Int64(projection.version) == row.int("version"), projection.declaration == row.text("vorm")
      else { continue }
      positions[name] = position
    }
    return positions
  }

  private func has(_ table: String, _ tables: any TableReader) throws -> Bool {
    try !tables.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [.text(table)]).isEmpty
  }

  /// Makes missing tables, drops those of other versions, and says how far each view is.
  func prepare(_ tables: any TableWriter, size: UInt64) throws -> [String: UInt64] {
    try tables.run(
      """
      CREATE TABLE IF NOT EXISTS projection
        (name TEXT PRIMARY KEY, version INTEGER NOT NULL, position INTEGER NOT NULL, vorm TEXT NOT NULL) STRICT
      """, [])
    var positions = try positions(tables)
    // A view ahead of the log belongs to a log that was rolled back: it is built again. So are the others with it,
    // because views read each other: one that is folded beside facts of later would not be what it was.
    let isWhole = catalog.projections.allSatisfy { positions[$0.name].map { $0 <= size } ?? false }
    for projection in catalog.projections where !isWhole {
      try remove(projection.name, tables)
      for table in projection.tables {
        let name = projection.physicalName(table)
        try tables.run("CREATE TABLE \(name) (\(table.columns)) \(table.form)", [])
        for (number, columns) in table.indexes.enumerated() {
          try tables.run("CREATE INDEX \(name)_\(number) ON \(name) (\(columns))", [])
        }
      }
      positions[projection.name] = 0
    }
    return positions
  }

  private func remove(_ projection: String, _ tables: any TableWriter) throws {
    let old = try tables.rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB ?", [.text("\(projection)_[0-9]*_*")])
    for row in old { try tables.run("DROP TABLE \"\(row.text("name") ?? "")\"", []) }
  }
}
