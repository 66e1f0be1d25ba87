import Foundation
import GRDB
import TestBench
import Testing

/// Somebody with write access to the disk.
struct TamperingTests {
  // MARK: One byte

  /// A value in a table, at one of the places where the file holds it: in the row, or in an index.
  struct Cell: Sendable, CustomTestStringConvertible {
    let file: String
    let table: String
    let column: String
    var testDescription: String { "\(file) \(table).\(column)" }
  }

  static let cells = [
    ("log.sqlite", "event", ["id", "stream", "leafHash", "leaf"]), ("log.sqlite", "tile", ["root", "hashes"]),
    ("log.sqlite", "checkpoint", ["note"]),
    ("vault.sqlite", "sealed", ["event", "field", "digest", "key", "body"]),
    ("vault.sqlite", "wrappedKey", ["key", "recipient", "event", "body"]),
    ("vault.sqlite", "document", ["event", "field", "file", "key"]),
    ("vault.sqlite", "commitment", ["event", "rows"]),
  ].flatMap { file, table, columns in columns.map { Cell(file: file, table: table, column: $0) } }

  @Test(arguments: cells)
  func `One byte changed in a column is found wherever the file holds it, and the record is named`(cell: Cell) throws {
    let bench = try Bench.full()
    let url = URL(fileURLWithPath: bench.ledger + "/" + cell.file)
    let (row, value) = try bench.withDatabase(cell.file) { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM \(cell.table) WHERE \(cell.column) IS NOT NULL ORDER BY 1")
      let row = try #require(rows.dropFirst(rows.count / 2).first)
      let data = row[cell.column].flatMap { (value: any DatabaseValueConvertible) in
        Data.fromDatabaseValue(value.databaseValue)
      }
      return (row, try #require(data))
    }
    let whole = try Data(contentsOf: url)
    // The end of a value: leaves of one type begin alike. It may run over two pages, then its beginning has to do.
    let ends = whole.places(of: value.suffix(24), most: 3)
    let places = ends.isEmpty ? whole.places(of: value.prefix(64), most: 1) : ends
    let before = try Self.content(of: url)
    let told = try Self.rows(of: cell.table, in: url)
    var held = 0
    for place in places {
      var changed = whole
      // Never a length, and still text where text is expected.
      changed[place + min(value.count, 24) - 1] ^= 1
      try changed.write(to: url)
      // A page that was split keeps a copy in its unused part, which is no place where the file holds it.
      if Self.isSound(url), try Self.content(of: url) == before { continue }
      held += 1
      let result = try bench.verify()
      #expect(result.isFound, "offset \(place)\n\(result.outcome)")
      // The id of an event stands in other tables as well, and what is wrong there is not this record.
      guard let record = Self.record(cell, row), (try? Self.rows(of: cell.table, in: url)) != told else { continue }
      let isNamed = result.findings.contains { finding in
        record.position.map { finding.position == $0 } == true || record.event.map { finding.event == $0 } == true
          || finding.message.contains(cell.table) || finding.message.contains("index")
      }
      #expect(isNamed || result.outcome.exitCode != Exit.foundWanting, "offset \(place)\n\(result.outcome)")
    }
    #expect(held > 0)
  }

  /// Whether tables and indexes agree; a file that cannot be read is not sound.
  private static func isSound(_ url: URL) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    let found = try? DatabaseQueue(path: "file:\(url.path)?immutable=1", configuration: configuration)
      .read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check") }
    return found == ["ok"]
  }

  private static func record(_ cell: Cell, _ row: Row) -> (position: Int?, event: String?)? {
    switch cell.table {
    case "event": (row["position"], row["id"])
    case "sealed", "document": (nil, row["event"])
    default: nil
    }
  }

  /// Offsets spread over a file. With `WAARBORG_TEST_VOL` fifty times as many.
  static let spread: [(file: String, part: Int, of: Int)] = {
    let count = ProcessInfo.processInfo.environment["WAARBORG_TEST_VOL"] == nil ? 24 : 1200
    return ["log.sqlite", "vault.sqlite"].flatMap { file in (0..<count).map { (file, $0, count) } }
  }()

  @Test(arguments: spread)
  func `One byte changed anywhere is found, or changed nothing that the file says`(
    place: (file: String, part: Int, of: Int)
  ) throws {
    let bench = try Bench.full()
    let url = URL(fileURLWithPath: bench.ledger + "/" + place.file)
    let before = try Self.content(of: url)
    var bytes = try Data(contentsOf: url)
    // A prime keeps the offsets from falling on the same place of each page.
    let offset = (bytes.count * place.part / place.of + 7919 * place.part) % bytes.count
    bytes[offset] ^= 0x10
    try bytes.write(to: url)
    let result = try bench.verify()
    #expect(try result.isFound || Self.content(of: url) == before, "offset \(offset)\n\(result.outcome)")
  }

  @Test(arguments: ["log.sqlite", "vault.sqlite"], [0, 15, 16, 18, 20, 28, 31, 36, 43, 47, 52, 59, 63, 71, 100, 105])
  func `A changed header is found, or changed nothing that the file says`(file: String, offset: Int) throws {
    let bench = try Bench.founded()
    let url = URL(fileURLWithPath: bench.ledger + "/" + file)
    let before = try Self.content(of: url)
    var bytes = try Data(contentsOf: url)
    bytes[offset] ^= 0x10
    try bytes.write(to: url)
    let result = try bench.verify()
    #expect(try result.isFound || Self.content(of: url) == before, "\(result.outcome)")
  }

  private static func rows(of table: String, in url: URL) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: "file:\(url.path)?immutable=1", configuration: configuration)
      .read { db in try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1").map { "\($0)" } }
  }

  /// Everything a database says: its marks, schema and rows.
  private static func content(of url: URL) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: "file:\(url.path)?immutable=1", configuration: configuration)
    return try queue.read { db in
      var lines = try ["application_id", "user_version"].map { try String.fetchOne(db, sql: "PRAGMA \($0)") ?? "" }
      lines += try Row.fetchAll(db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema").map { "\($0)" }
      for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
        lines += rows.map { row in row.map { "\($0)=\(Self.content(of: $1))" }.joined(separator: " ") }
      }
      return lines
    }
  }

  /// A value in full: that of bytes is described by their number alone.
  private static func content(of value: DatabaseValue) -> String {
    if case .blob(let bytes) = value.storage { bytes.base64EncodedString() } else { "\(value.storage)" }
  }

  // MARK: Documents

  @Test(arguments: ["byte", "truncated", "gone", "swapped"])
  func `A document that is not what was recorded is found and named`(change: String) throws {
    let bench = try Bench.full()
    let files = bench.documents()
    #expect(files.count >= 3)
    for (index, path) in files.enumerated() {
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      switch change {
      case "byte":
        var changed = whole
        changed[changed.count / 2] ^= 1
        try changed.write(to: URL(fileURLWithPath: path))
      case "truncated": try whole.dropLast().write(to: URL(fileURLWithPath: path))
      case "swapped":
        try Data(contentsOf: URL(fileURLWithPath: files[(index + 1) % files.count])).write(
          to: URL(fileURLWithPath: path))
      default: try FileManager.default.removeItem(atPath: path)
      }
      let result = try bench.verify()
      #expect(result.outcome.exitCode == Exit.foundWanting, "\(result.outcome)")
      #expect(result.findings.contains { $0.question == "vault" && $0.event != nil }, "\(result.outcome)")
      try whole.write(to: URL(fileURLWithPath: path))
    }
    try bench.expectClean()
  }

  // MARK: Rows

  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var file = "log.sqlite"
    let sql: String
    /// The position that a finding must name.
    var position: Int?
  }

  static let changes = [
    Change(testDescription: "an event deleted", sql: "DELETE FROM event WHERE position = 7", position: 7),
    Change(
      testDescription: "the last event deleted",
      sql: "DELETE FROM event WHERE position = (SELECT max(position) FROM event)"),
    Change(
      testDescription: "the last event deleted with its checkpoint",
      sql: """
        DELETE FROM event WHERE position = (SELECT max(position) FROM event);
        DELETE FROM checkpoint WHERE size = (SELECT max(size) FROM checkpoint)
        """),
    Change(
      testDescription: "two events swapped",
      sql: """
        UPDATE event SET position = -1 WHERE position = 5; UPDATE event SET position = 5 WHERE position = 6;
        UPDATE event SET position = 6 WHERE position = -1
        """, position: 5),
    Change(
      testDescription: "two leaves swapped with their hashes",
      sql: """
        CREATE TEMP TABLE kept AS SELECT leaf, leafHash FROM event WHERE position = 8;
        UPDATE event SET (leaf, leafHash) = (SELECT leaf, leafHash FROM event WHERE position = 9) WHERE position = 8;
        UPDATE event SET (leaf, leafHash) = (SELECT leaf, leafHash FROM temp.kept) WHERE position = 9
        """, position: 8),
    Change(
      testDescription: "an event duplicated at the end",
      sql: """
        INSERT INTO event SELECT (SELECT max(position) + 1 FROM event), '01936000-0000-7000-8000-000000000001', stream,
        seq + 1000, leafHash, leaf FROM event WHERE position = 4
        """),
    Change(
      testDescription: "the number of an event in its stream changed",
      sql: "UPDATE event SET seq = seq + 500 WHERE position = 6", position: 6),
    Change(testDescription: "a tile deleted", sql: "DELETE FROM tile WHERE level = 0 AND idx = 0"),
    Change(
      testDescription: "a tile duplicated",
      sql: "INSERT INTO tile SELECT level, idx + 1, root, hashes FROM tile WHERE level = 0"),
    Change(testDescription: "a tile moved a level up", sql: "UPDATE tile SET level = 1"),
    Change(testDescription: "all checkpoints deleted", sql: "DELETE FROM checkpoint"),
    Change(testDescription: "a checkpoint moved", sql: "UPDATE checkpoint SET size = size + 1000 WHERE size = 2"),
    Change(
      testDescription: "two checkpoints swapped",
      sql: """
        UPDATE checkpoint SET note = CASE size WHEN 2 THEN (SELECT note FROM checkpoint WHERE size = 3)
        ELSE (SELECT note FROM checkpoint WHERE size = 2) END WHERE size IN (2, 3)
        """),
    Change(
      testDescription: "a sealed field deleted", file: "vault.sqlite", sql: "DELETE FROM sealed WHERE field = 'houder'"),
    Change(
      testDescription: "two sealed fields swapped", file: "vault.sqlite",
      sql: """
        CREATE TEMP TABLE kept AS SELECT rowid AS r, body FROM sealed WHERE field = 'naam' ORDER BY rowid LIMIT 2;
        UPDATE sealed SET body = (SELECT body FROM temp.kept WHERE r <> sealed.rowid)
        WHERE rowid IN (SELECT r FROM temp.kept)
        """),
    Change(
      testDescription: "a sealed field duplicated for another event", file: "vault.sqlite",
      sql: """
        INSERT INTO sealed SELECT '01936000-0000-7000-8000-000000000001', field, digest, key, body FROM sealed LIMIT 1
        """),
    Change(
      testDescription: "a document's record deleted", file: "vault.sqlite",
      sql: "DELETE FROM document WHERE field = 'tekst'"),
  ]

  @Test(arguments: changes)
  func `Rows deleted, swapped or duplicated behind the triggers are found`(change: Change) throws {
    let bench = try Bench.full()
    try bench.withDatabase(change.file) { db in
      let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
      try db.execute(sql: change.sql)
      for trigger in triggers { try db.execute(sql: trigger["sql"]) }
    }
    let result = try bench.verify()
    #expect(result.isFound, "\(result.outcome)")
    if let position = change.position { #expect(result.names(position: position), "\(result.outcome)") }
  }

  @Test func `Rows cannot be changed or deleted without taking the triggers away`() throws {
    let bench = try Bench.founded()
    for sql in [
      "DELETE FROM event", "UPDATE event SET leaf = x'00'", "DELETE FROM checkpoint", "UPDATE checkpoint SET note = ''",
    ] {
      #expect(throws: DatabaseError.self) { try bench.withDatabase("log.sqlite") { try $0.execute(sql: sql) } }
    }
  }

  @Test func `An index that SQLite made and that is no longer called one is found`() throws {
    let bench = try Bench.founded()
    let url = URL(fileURLWithPath: bench.ledger + "/vault.sqlite")
    var bytes = try Data(contentsOf: url)
    let place = try #require(bytes.places(of: Data("indexsqlite_autoindex_document_1".utf8), most: 1).first)
    bytes[place + 3] ^= 0x10
    try bytes.write(to: url)
    let result = try bench.verify()
    #expect(result.isFound, "\(result.outcome)")
  }

  @Test func `A missing trigger is found`() throws {
    let bench = try Bench.founded()
    try bench.withDatabase("log.sqlite") { try $0.execute(sql: "DROP TRIGGER eventNeverDeleted") }
    let result = try bench.verify()
    #expect(result.isFound, "\(result.outcome)")
  }

  @Test func `Yesterday's log put back is found by verify too`() throws {
    let bench = try Bench.founded()
    let log = URL(fileURLWithPath: bench.ledger + "/log.sqlite")
    let yesterday = try Data(contentsOf: log)
    try bench.inLedger("organisatie", "orgaan", "Commissie", als: "secretariaat").orThrow()
    try bench.removeScratchFiles()
    try yesterday.write(to: log)
    let result = try bench.verify()
    #expect(result.outcome.exitCode == Exit.foundWanting, "\(result.outcome)")
    #expect(result.findings.contains { $0.question == "log" }, "\(result.outcome)")
  }

  @Test func `A view that says something else than the log is found`() throws {
    let bench = try Bench.full()
    try bench.inLedger("organisatie", "lijst").orThrow()
    let table = try bench.withDatabase("views.sqlite") { db in
      try #require(
        try String.fetchOne(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'feiten%feit'"))
    }
    try bench.withDatabase("views.sqlite") {
      try $0.execute(sql: "UPDATE \"\(table)\" SET waarden = replace(waarden, '\"naam\":\"', '\"naam\":\"Koning ')")
    }
    let result = try bench.verify()
    #expect(result.findings.contains { $0.question == "views" }, "\(result.outcome)")
  }

  @Test func `What was not touched is clean`() throws {
    let bench = try Bench.full()
    try bench.expectClean()
    let report = try #require(try bench.verify(nil, "--als", "secretariaat").outcome.json().first)
    #expect(report["ok"] as? Bool == true)
    #expect((report["events"] as? Int ?? 0) > 256)
    #expect(Set((report["checks"] as? [String: Any] ?? [:]).keys) == ["log", "events", "vault", "rules", "views"])
  }
}

extension Data {
  /// Where a run of bytes occurs, at most so many times.
  func places(of needle: Data, most: Int) -> [Int] {
    var found: [Int] = []
    var start = startIndex
    while found.count < most, let range = range(of: needle, in: start..<endIndex) {
      found.append(range.lowerBound)
      start = range.upperBound
    }
    return found
  }
}

extension Bench {
  /// The stored documents.
  func documents() -> [String] {
    snapshot().files.compactMap { name, bytes in
      name.hasPrefix("documents/") && bytes != nil ? ledger + "/" + name : nil
    }.sorted()
  }
}
