import Ledger
import LedgerCrypto

/// Compares the live views, in the one state in which they were opened, with a rebuild at the same position.
struct ViewComparison {
  let live: any TableReader
  let projections: [any Projection]
  /// How many entries each live view has seen.
  let positions: [String: UInt64]

  init(_ live: any TableReader, _ ledger: Grootboek) throws {
    self.live = live
    projections = ledger.catalog.projections
    positions = try ledger.projector.stored(live)
  }

  /// What the tables cannot tell, because they are read without their indexes: whether SQLite finds those in order, and
  /// whether there is an index, trigger or view too much or too few. An index that lies would answer every question wrong.
  func checkStructure(_ rebuilt: any TableReader, _ tally: inout Tally) {
    func find(_ check: String, _ message: Text) { tally.find(.views, check, at: nil, message) }
    do {
      for row in try live.rows("PRAGMA integrity_check", []) where row.values.first?.text != "ok" {
        find("view-unreadable", Text("views.sqlite: \(row.values.first?.text ?? "?")"))
      }
      // Views of an older program, or half made, are not compared but made again by whoever reads.
      guard positions.count == projections.count else { return }
      let query = "SELECT name, type, tbl_name AS tabel, sql FROM sqlite_master"
      func objects(_ tables: any TableReader) throws -> [String: TableRow] {
        Dictionary(try tables.rows(query, []).map { ($0.text("name") ?? "", $0) }) { first, _ in first }
      }
      let (expected, found) = (try objects(rebuilt), try objects(live))
      for name in Set(expected.keys).union(found.keys).subtracting([Projector.table]).sorted()
      where expected[name] != found[name] {
        // A table that is missing or of another shape is named where its rows are compared, for all that belongs to it.
        if let table = expected[name]?.text("tabel"), expected[table] != found[table] { continue }
        find(
          "view-schema",
          Text(
            nl: "\(name): staat er niet, te veel, of heeft een andere vorm",
            en: "\(name): is missing, too much, or of another shape"))
      }
    } catch {
      find("view-unreadable", Text(nl: "kan niet worden gelezen: \(error)", en: "cannot be read: \(error)"))
    }
  }

  /// The positions within a range at which some view must be compared.
  func stops(after start: UInt64, before end: UInt64) -> [UInt64] {
    Set(positions.values).filter { $0 > start && $0 < end }.sorted()
  }

  /// Views that have seen more than there is.
  func findAhead(of size: UInt64, _ tally: inout Tally) {
    for projection in projections {
      guard let position = positions[projection.name], position > size else { continue }
      tally.find(
        .views, "view-ahead", at: size,
        Text(
          nl: "beeld \(projection.name) staat op \(position), maar het logboek telt \(size) gebeurtenissen",
          en: "view \(projection.name) is at \(position), but the log has \(size) events"))
    }
  }

  /// Compares every view that has seen exactly so many entries with its rebuild.
  func compare(at position: UInt64, with replay: RuleReplay, _ tally: inout Tally) throws {
    guard positions.values.contains(position) else { return }
    try replay.settle(&tally)
    let rebuilt = replay.tables
    for projection in projections where positions[projection.name] == position {
      for table in projection.tables {
        try rebuilt.write { try compare(projection, table, $0, &tally) }
      }
    }
  }

  private func compare(
    _ projection: any Projection, _ table: ViewTable, _ rebuilt: any TableWriter, _ tally: inout Tally
  ) throws {
    let name = projection.physicalName(table)
    func find(_ check: String, _ message: Text) {
      tally.find(.views, check, at: nil, Text("\(projection.name).\(table.name): ") + message)
    }
    let schema = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
    let expected = try rebuilt.rows(schema, [.text(name)])
    let query = "SELECT * FROM \(name) ORDER BY \(table.key)"
    let fresh = try Summary(rebuilt, query)
    do {
      guard try live.rows(schema, [.text(name)]) == expected else {
        find(
          "view-schema",
          Text(nl: "de tabel heeft een andere vorm of ontbreekt", en: "the table has another shape or is missing"))
        return
      }
      let stored = try Summary(live, query)
      tally[.views].checked += stored.rows
      guard stored != fresh else { return }
      try differences(name, table, rebuilt, find)
    } catch {
      find("view-unreadable", Text(nl: "kan niet worden gelezen: \(error)", en: "cannot be read: \(error)"))
    }
  }

  /// A table's rows in order, as one hash: most tables are equal, and then this is all that is needed.
  private struct Summary: Equatable {
    private(set) var rows: UInt64 = 0
    private(set) var hash: [UInt8] = []

    init(_ tables: any TableReader, _ query: String) throws {
      var (rows, hash): (UInt64, [UInt8]) = (0, [])
      var buffer: [UInt8] = []
      try tables.forEachRow(query, []) { row in
        rows += 1
        for value in row.values { Self.append(value, to: &buffer) }
        guard buffer.count > 1 << 14 else { return }
        // Of each piece, under that of the pieces before it.
        hash = BLAKE2b.hash(buffer, key: hash)
        buffer.removeAll(keepingCapacity: true)
      }
      (self.rows, self.hash) = (rows, BLAKE2b.hash(buffer, key: hash))
    }

    private static func append(_ value: TableValue, to buffer: inout [UInt8]) {
      switch value {
      case .null: buffer.append(0)
      case .int(let number):
        buffer.append(1)
        for shift in stride(from: 56, through: 0, by: -8) {
          buffer.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
      case .text(let text):
        buffer.append(2)
        append(.int(Int64(text.utf8.count)), to: &buffer)
        buffer.append(contentsOf: text.utf8)
      }
    }
  }

  /// Copies the live rows beside the rebuilt ones and names those that only one side has.
  private func differences(
    _ name: String, _ table: ViewTable, _ rebuilt: any TableWriter, _ find: (String, Text) -> Void
  ) throws {
    try rebuilt.run("CREATE TABLE vergelijking AS SELECT * FROM \(name) WHERE 0", [])
    defer { try? rebuilt.run("DROP TABLE vergelijking", []) }
    try live.forEachRow("SELECT * FROM \(name)", []) { row in
      let places = row.values.map { _ in "?" }.joined(separator: ", ")
      try rebuilt.run("INSERT INTO vergelijking VALUES (\(places))", row.values)
    }
    let keys = table.key
    let key = Text(nl: "rij met \(keys) = ", en: "row with \(keys) = ")
    func rows(_ sql: String, _ check: String, _ message: Text) throws {
      try rebuilt.forEachRow(sql + " ORDER BY \(keys)", []) { row in
        find(check, key + Text(row.values.map(Self.words).joined(separator: ", ")) + message)
      }
    }
    let (missing, extra) = (
      "SELECT \(keys) FROM (SELECT * FROM \(name) EXCEPT SELECT * FROM vergelijking)",
      "SELECT \(keys) FROM (SELECT * FROM vergelijking EXCEPT SELECT * FROM \(name))"
    )
    try rows(
      "\(missing) INTERSECT \(extra)", "view-row-altered",
      Text(nl: " is anders dan de gebeurtenissen geven", en: " is not what the events give"))
    try rows("\(missing) EXCEPT \(extra)", "view-row-missing", Text(nl: " ontbreekt", en: " is missing"))
    try rows(
      "\(extra) EXCEPT \(missing)", "view-row-extra",
      Text(nl: " volgt uit geen gebeurtenis", en: " follows from no event"))
  }

  private static func words(_ value: TableValue) -> String {
    switch value {
    case .null: "-"
    case .int(let number): "\(number)"
    case .text(let text): "«\(text)»"
    }
  }
}
