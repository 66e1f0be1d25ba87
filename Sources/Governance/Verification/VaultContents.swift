import Ledger

/// What the vault holds for one event.
struct VaultContents: Sendable {
  var records: [SealedRecord] = []
  var documents: [DocumentRecord] = []
  /// The list of what the event brought.
  var list: String?
  /// What is kept of the keys that the list names: all copies of each.
  var keys: [StoredKey] = []
  /// For whom each data key that is used is there: the holders of the key-encryption keys it is wrapped under.
  var recipients: [String: [String]] = [:]

  /// Whether there is nothing.
  var isEmpty: Bool { records.isEmpty && documents.isEmpty && list == nil }

  /// Reads what the vault holds for the events of a chunk that seal anything, in one transaction.
  static func read(_ entries: [ParsedEntry], from vault: any Vault, _ tally: inout Tally) throws -> [VaultContents?] {
    var found: [VaultContents?] = []
    found.reserveCapacity(entries.count)
    do {
      try vault.read { vault in
        var known: [String: [StoredKey]] = [:]
        for entry in entries { found.append(read(entry, vault, &known, &tally)) }
      }
    } catch StoreError.damaged(let file, let detail) {
      tally.find(.vault, "vault-unreadable", at: entries.first?.entry.position, Text("\(file): \(detail)"))
    }
    return found + repeatElement(nil, count: entries.count - found.count)
  }

  private static func read(
    _ entry: ParsedEntry, _ vault: any VaultReader, _ known: inout [String: [StoredKey]], _ tally: inout Tally
  ) -> VaultContents? {
    guard let claims = entry.signed?.envelope, entry.bringsRows else { return nil }
    do {
      return try contents(of: claims.id, vault, &known)
    } catch {
      tally.find(
        .vault, "vault-unreadable", at: entry.entry.position, event: entry.entry.id,
        Text(nl: "de kluis kan niet worden gelezen: \(error)", en: "the vault cannot be read: \(error)"))
      return nil
    }
  }

  private static func contents(
    of event: EventID, _ vault: any VaultReader, _ known: inout [String: [StoredKey]]
  ) throws -> VaultContents {
    var contents = VaultContents(
      records: try vault.sealedFields(of: event), documents: try vault.documents(of: event),
      list: try vault.commitment(of: event))
    for key in contents.records.compactMap(\.sealing.key) + contents.documents.compactMap(\.sealing.key) {
      guard contents.recipients[key] == nil else { continue }
      contents.recipients[key] = try stored(key, vault, &known).flatMap { wrapped in
        try stored(wrapped.key.recipient, vault, &known).map(\.key.recipient)
      }
    }
    for key in contents.list.flatMap({ Commitment(text: $0) })?.keys ?? [] {
      contents.keys += try stored(key, vault, &known)
    }
    return contents
  }

  private static func stored(
    _ key: String, _ vault: any VaultReader, _ known: inout [String: [StoredKey]]
  ) throws -> [StoredKey] {
    if let keys = known[key] { return keys }
    let keys = try vault.storedKeys(key)
    known[key] = keys
    return keys
  }
}
