import Ledger
import LedgerCrypto
import Testing

/// What every document store must do; a new one passes by calling this on an empty one.
struct DocumentStoreConformance {
  let documents: any DocumentStore

  func names() throws -> [String] {
    var names: [String] = []
    try documents.forEachFile { names.append($0) }
    return names
  }

  func checkEverything() throws {
    #expect(try names() == [])
    let contents = (0..<20).map { Array("stuk \($0)".utf8) } + [[]]
    let stored = try contents.map { try documents.put($0) }
    for (bytes, name) in zip(contents, stored) {
      #expect(name == SHA256.hash(bytes))
      #expect(try documents.bytes(of: name) == bytes)
      #expect(try documents.contains(name))
    }
    #expect(try documents.put(contents[0]) == stored[0])
    #expect(try names() == stored.map(\.hex).sorted())
    try documents.remove(stored[0])
    try documents.remove(stored[0])
    #expect(try !documents.contains(stored[0]))
    #expect(try documents.bytes(of: stored[0]) == nil)
    #expect(try names().count == contents.count - 1)
    #expect(throws: Interrupted.self) { try documents.forEachFile { _ in throw Interrupted() } }
  }
}

/// What every table store must do; a new one passes by calling this on an empty one.
struct TableStoreConformance {
  let tables: any TableStore

  func checkEverything() throws {
    try tables.write { tables in
      try tables.run("CREATE TABLE proef (a INTEGER PRIMARY KEY, b TEXT) STRICT", [])
      try tables.run("INSERT INTO proef VALUES (?, ?)", [1, "één"])
      try tables.run("INSERT INTO proef VALUES (?, ?)", [2, .null])
    }
    let all = "SELECT a, b FROM proef ORDER BY a"
    let rows = try tables.read { try $0.rows(all, []) }
    #expect(rows.map(\.columns) == [["a", "b"], ["a", "b"]])
    #expect(rows.map(\.values) == [[1, "één"], [2, .null]])
    #expect(rows[0].text("b") == "één" && rows[0].int("a") == 1 && rows[1]["b"] == .null && rows[0]["c"] == .null)
    #expect(throws: Interrupted.self) {
      try tables.write { tables in
        try tables.run("INSERT INTO proef VALUES (3, 'x')", [])
        try tables.run("UPDATE proef SET b = 'y' WHERE a = 1", [])
        try tables.run("CREATE TABLE ander (a INTEGER) STRICT", [])
        throw Interrupted()
      }
    }
    #expect(try tables.read { try $0.rows(all, []) } == rows)
    #expect(throws: StoreError.self) { try tables.read { try $0.rows("SELECT * FROM ander", []) } }
    #expect(throws: StoreError.self) { try tables.write { try $0.run("INSERT INTO proef VALUES (1, 'x')", []) } }
    #expect(try tables.read { try $0.rows("SELECT count(*) AS n FROM proef WHERE b = ?", ["één"])[0].int("n") } == 1)
    try checkRowsOneAtATime()
  }

  private func checkRowsOneAtATime() throws {
    var seen: [Int64?] = []
    #expect(throws: Interrupted.self) {
      try tables.read { tables in
        try tables.forEachRow("SELECT a FROM proef ORDER BY a", []) { row in
          seen.append(row.int("a"))
          throw Interrupted()
        }
      }
    }
    #expect(seen == [1])
  }
}
