import Ledger
import LedgerCrypto
import Testing

/// What every vault must do; a new vault passes by calling this on an empty one.
struct VaultConformance {
  let vault: any Vault

  static func record(_ event: Int, _ field: String, key: String? = nil, body: String = "inhoud") throws -> SealedRecord
  {
    SealedRecord(
      event: try Writer.id(event).description, field: field, digest: SHA256.hash(field).hex,
      sealing: key.map { .encrypted(key: $0) } ?? .plain, body: Array(body.utf8))
  }

  static func document(_ event: Int, _ field: String, _ text: String, key: String? = nil) throws -> DocumentRecord {
    DocumentRecord(
      event: try Writer.id(event).description, field: field, file: SHA256.hash(text),
      sealing: key.map { .encrypted(key: $0) } ?? .plain)
  }

  static func key(_ key: String, _ recipient: String, _ body: [UInt8] = [1], of event: Int = 1) throws -> StoredKey {
    StoredKey(
      event: try Writer.id(event).description, key: WrappedKey(key: key, recipient: recipient, body: body))
  }

  func checkEverything() throws {
    try checkWholeOrNothing()
    try checkFields()
    try checkKeys()
    try checkDocumentsAndErasure()
    try checkEncryptionKeys()
    try checkCommitments()
    try checkUnusedKeys()
    #expect(try vault.structuralFindings() == [])
  }

  func checkWholeOrNothing() throws {
    #expect(throws: Interrupted.self) {
      try vault.write { vault in
        try vault.put(try Self.record(1, "a"))
        try vault.put(Self.key("k", "r"))
        try vault.put(try Self.document(1, "d", "x"))
        throw Interrupted()
      }
    }
    #expect(try vault.events(after: nil, limit: 10) == [])
    #expect(try vault.wrappedKeys("k") == [])
  }

  func checkFields() throws {
    let records = [try Self.record(1, "a"), try Self.record(1, "b", key: "k1"), try Self.record(2, "a", body: "")]
    try vault.write { vault in for record in records { try vault.put(record) } }
    #expect(try vault.sealedFields(of: Writer.id(1)) == [records[0], records[1]])
    #expect(try vault.sealedFields(of: Writer.id(2)) == [records[2]])
    #expect(try vault.sealedFields(of: Writer.id(3)) == [])
    let ids = [try Writer.id(1).description, try Writer.id(2).description]
    #expect(try vault.events(after: nil, limit: 10) == ids)
    #expect(try vault.events(after: nil, limit: 1) == [ids[0]])
    #expect(try vault.events(after: ids[0], limit: 10) == [ids[1]])
  }

  func checkKeys() throws {
    try vault.write { vault in
      for recipient in ["r2", "r1"] { try vault.put(Self.key("k1", recipient)) }
      try vault.put(Self.key("k2", "r1", [2]))
      try vault.put(Self.key("k1", "r2", [3]))
    }
    #expect(try vault.wrappedKeys("k1").map(\.recipient) == ["r1", "r2"])
    #expect(try vault.wrappedKeys("k1").map(\.body) == [[1], [3]])
    #expect(try vault.keys(wrappedFor: "r1") == ["k1", "k2"])
    try vault.write { try $0.removeKeys(wrappedFor: "r1") }
    #expect(try vault.keys(wrappedFor: "r1") == [])
    #expect(try vault.keys(wrappedFor: "r2") == ["k1"])
  }

  func checkDocumentsAndErasure() throws {
    let one = try Self.document(1, "d", "x", key: "k3")
    let two = try Self.document(4, "d", "x", key: "k3")
    try vault.write { vault in
      try vault.put(one)
      try vault.put(two)
      try vault.put(try Self.record(1, "d", key: "k3"))
      try vault.put(Self.key("k3", "r"))
    }
    let (first, last) = (try Writer.id(1), try Writer.id(4))
    #expect(try vault.documents(of: first) == [one])
    #expect(try vault.events(after: Writer.id(2).description, limit: 9) == [last.description])
    try vault.write { vault in
      #expect(try vault.isReferenced(one.file))
      #expect(try vault.eraseField("d", of: first) == ErasedRemains(files: [one.file], keys: ["k3"]))
      try vault.removeKeyIfUnused("k3")
      #expect(try vault.isReferenced(one.file))
    }
    #expect(try vault.wrappedKeys("k3").count == 1)
    #expect(try vault.sealedFields(of: first).map(\.field) == ["a", "b"])
    #expect(try vault.documents(of: first) == [])
    try vault.write { vault in
      _ = try vault.eraseField("d", of: last)
      try vault.removeKeyIfUnused("k3")
      #expect(try !vault.isReferenced(one.file))
      #expect(try vault.eraseField("d", of: last) == ErasedRemains())
    }
    #expect(try vault.wrappedKeys("k3") == [])
    try vault.scrub()
  }

  /// Two data keys under one key-encryption key for two holders, and one of them under another as well.
  func checkEncryptionKeys() throws {
    let fields = [try Self.record(7, "a", key: "d1"), try Self.record(8, "a", key: "d2")]
    try vault.write { vault in
      for field in fields { try vault.put(field) }
      for (key, recipient) in [
        ("e1", "h1"), ("e1", "h2"), ("e2", "h3"), ("d1", "e1"), ("d2", "e1"), ("d1", "e2"),
      ] { try vault.put(Self.key(key, recipient)) }
    }
    #expect(try vault.holders(ofDataKey: "d1") == ["h1", "h2", "h3"])
    #expect(try vault.holders(ofDataKey: "d2") == ["h1", "h2"])
    try vault.write { vault in
      try vault.removeKeyIfUnused("d1")
      #expect(try vault.wrappedKeys("d1").count == 2)
      _ = try vault.eraseField("a", of: Writer.id(7))
      try vault.removeKeyIfUnused("d1")
    }
    for key in ["d1", "e2"] { #expect(try vault.wrappedKeys(key) == []) }
    #expect(try vault.holders(ofDataKey: "d2") == ["h1", "h2"])
    try vault.write { try $0.removeKeys(wrappedFor: "h2") }
    #expect(try vault.holders(ofDataKey: "d2") == ["h1"])
    try vault.write { try $0.removeKeys(wrappedFor: "h1") }
    for key in ["d2", "e1"] { #expect(try vault.wrappedKeys(key) == []) }
    try vault.write { _ = try $0.eraseField("a", of: Writer.id(8)) }
  }

  func checkCommitments() throws {
    let rows = VaultRows(
      event: try Writer.id(21), records: [try Self.record(21, "a", key: "c1")],
      documents: [try Self.document(21, "d", "tekst", key: "c1")],
      keys: [WrappedKey(key: "c1", recipient: "f1", body: [1]), WrappedKey(key: "f1", recipient: "h1", body: [2])])
    let list = try #require(rows.commitment)
    try vault.write { try $0.put(rows, listed: list) }
    #expect(try vault.commitment(of: rows.event) == list.text)
    #expect(try vault.storedKeys("c1") == [StoredKey(event: rows.event.description, key: rows.keys[0])])
    #expect(try vault.isInUse("c1") && !vault.isInUse("f1"))
    #expect(try vault.events(after: Writer.id(20).description, limit: 9) == [rows.event.description])
    // What goes leaves its line.
    try vault.write { vault in
      _ = try vault.eraseField("a", of: rows.event)
      #expect(try vault.isInUse("c1"))
      _ = try vault.eraseField("d", of: rows.event)
      #expect(try !vault.isInUse("c1"))
    }
    #expect(try vault.commitment(of: rows.event) == list.text)
  }

  /// Of the rows before, nothing is sealed any more with the one data key, under the one key for the one holder.
  func checkUnusedKeys() throws {
    func unused(except kept: Set<String> = []) throws -> [WrappedKey] {
      var keys: [WrappedKey] = []
      try vault.forEachUnusedKey(except: kept) { stored in
        keys.append(stored.key)
        return true
      }
      return keys
    }
    #expect(try unused().contains { $0.key == "c1" && $0.recipient == "f1" })
    #expect(try !unused(except: ["c1"]).contains { $0.key == "c1" })
    var all: [String] = []
    try vault.forEachKey { stored in
      all.append(stored.key.key)
      return true
    }
    #expect(try all.count == Int(vault.keyCount()) && all == all.sorted() && all.contains("f1"))
    try vault.write { try $0.removeKeyIfUnused("c1") }
    #expect(try vault.wrappedKeys("c1").isEmpty && vault.wrappedKeys("f1").isEmpty)
  }
}
