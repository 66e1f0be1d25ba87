import Ledger

/// The last version of every stream so far, in scratch tables, because there are as many streams as one likes.
struct StreamVersions {
  private let tables: any TableWriter
  private var versions: [String: Int64] = [:]

  /// Makes the table.
  static func prepare(_ tables: any TableWriter) throws {
    try tables.run("CREATE TABLE stroom (stream TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID", [])
  }

  /// Follows a chunk of the log inside one transaction.
  init(_ tables: any TableWriter) { self.tables = tables }

  /// The version a stream had, and its new one.
  mutating func advance(_ stream: String, to seq: Int64) throws -> Int64 {
    let known = try versions[stream] ?? stored(stream, seq)
    versions[stream] = max(known, seq)
    return known
  }

  /// A first version needs no look-up: the log's rows are unique by stream and version.
  private func stored(_ stream: String, _ seq: Int64) throws -> Int64 {
    guard seq > 1 else { return 0 }
    return try tables.rows("SELECT seq FROM stroom WHERE stream = ?", [.text(stream)]).first?.int("seq") ?? 0
  }

  /// Keeps what changed in this chunk.
  func save() throws {
    for (stream, seq) in versions {
      try tables.run("INSERT OR REPLACE INTO stroom (stream, seq) VALUES (?, ?)", [.text(stream), .int(seq)])
    }
  }
}
