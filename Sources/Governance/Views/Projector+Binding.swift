import Ledger
import LedgerCrypto

/// Views belong to one log: they say over which events they were folded, by the root of the tree of those events, and are
/// not believed beside a log that gives another.
///
/// Nor are they when a table was made or dropped since: SQLite counts that
/// (https://www.sqlite.org/pragma.html#pragma_schema_version), so one number stands for all tables being there.
extension Projector {
  static let table = "gevouwen"

  /// Whether these tables were folded from this log, as far as they go; false for those of another ledger, of a log that
  /// was rolled back and went on otherwise, of a program that kept views in another form, or with a table more or less.
  func isBound(_ tables: any TableReader, to log: any LogReader) throws -> Bool {
    let there = try tables.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?", [.text(Self.table)])
    guard !there.isEmpty else { return false }
    let rows = try tables.rows("SELECT * FROM \(Self.table)", [])
    guard let row = rows.first, rows.count == 1, let size = row.place("omvang"),
      try row.int("vorm") == Self.form(tables), try size <= log.size()
    else { return false }
    return try TreeReader(LogTiles(log: log)).root(at: size).base64 == row.text("wortel")
  }

  /// How often tables were made or dropped.
  private static func form(_ tables: any TableReader) throws -> Int64? {
    try tables.rows("PRAGMA schema_version", []).first?.int("schema_version")
  }

  /// Stores over which events the tables were folded.
  func bind(_ tables: any TableWriter, size: UInt64, root: Digest) throws {
    try tables.run("DELETE FROM \(Self.table)", [])
    try tables.run(
      "INSERT INTO \(Self.table) (omvang, wortel, vorm) VALUES (?, ?, ?)",
      [.int(Int64(clamping: size)), .text(root.base64), .optional(try Self.form(tables))])
  }

  /// Clears away everything that was not folded from this log.
  func clearUnbound(_ tables: any TableWriter, _ log: any LogReader) throws {
    guard try !isBound(tables, to: log) else { return }
    for row in try tables.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'", []) {
      try tables.run("DROP TABLE \"\(row.text("name") ?? "")\"", [])
    }
    try tables.run(
      "CREATE TABLE \(Self.table) (omvang INTEGER NOT NULL, wortel TEXT NOT NULL, vorm INTEGER) STRICT", [])
    try bind(tables, size: 0, root: MerkleTree.emptyRoot)
  }
}
