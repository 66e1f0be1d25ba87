import Ledger
import LedgerCrypto

/// What can be said of the vault's wrapped keys once the whole log was followed: why those that are gone are gone, and
/// whether those that are there should be.
///
/// A key may go when nothing is sealed with it any more, or when whoever it is wrapped for was revoked.
struct KeyCompletion {
  let ledger: Grootboek
  /// Keys as they are now.
  let registry: KeyRegistry
  /// The names of the organisation's keys: they open what lies elsewhere.
  let organisationKeys: Set<String>
  private let revoked: Set<String>

  private var vault: any Vault { ledger.stores.vault }
  private var log: any LogStore { ledger.stores.log }

  init(ledger: Grootboek, registry: KeyRegistry, organisationKeys: Set<String>) {
    self.ledger = ledger
    self.registry = registry
    self.organisationKeys = organisationKeys
    revoked = Set(registry.keys.values.filter { $0.revoked != nil }.map(\.box.name))
  }

  /// Makes the table in which wrapped keys that are gone wait for the end of the log.
  static func prepare(_ tables: any TableWriter) throws {
    try tables.run(
      """
      CREATE TABLE lacking (
        position INTEGER NOT NULL, key TEXT NOT NULL, recipient TEXT NOT NULL,
        PRIMARY KEY (position, key, recipient)) STRICT, WITHOUT ROWID
      """, [])
    try tables.run("CREATE INDEX lackingByKey ON lacking (key)", [])
    try tables.run("CREATE INDEX lackingByRecipient ON lacking (recipient)", [])
  }

  /// Keeps what an event brought and is not there as its own.
  static func keep(_ lacking: [CommitmentCheck.Place], of position: UInt64, _ tables: any TableWriter) throws {
    for place in lacking {
      try tables.run(
        "INSERT OR REPLACE INTO lacking (position, key, recipient) VALUES (?, ?, ?)",
        [.int(Int64(clamping: position)), .text(place.key), .text(place.recipient)])
    }
  }

  /// Judges the wrapped keys that were not there; of an event the first that should be is told.
  /// - Parameter ways: What leads to whom a copy was made for, whose keys alone are in it; nil of the ledger itself.
  func answer(_ questions: any TableReader, _ ways: inout ReaderWays?, _ tally: inout Tally) throws {
    var told: (missing: UInt64?, altered: UInt64?) = (nil, nil)
    try questions.forEachRow("SELECT position, key, recipient FROM lacking ORDER BY position, key, recipient", []) {
      row in
      guard let position = row.place("position"), let key = row.text("key"),
        let recipient = row.text("recipient")
      else { return }
      if let stored = try vault.storedKeys(key).first(where: { $0.key.recipient == recipient }) {
        // A later event brought the same key for the same recipient again: that event's list judges it.
        let later = try EventID(stored.event).flatMap { try log.position(of: $0) }
        if let later, later > position { return }
        if told.altered != position {
          find("row-altered", key, position, &tally)
          told.altered = position
        }
        return
      }
      guard told.missing != position, try ways?.lead(from: key) ?? true, try isNeeded(key, questions),
        try isEntitled(recipient, questions)
      else { return }
      find("wrapped-key-missing", key, position, &tally)
      told.missing = position
    }
  }

  private func find(_ check: String, _ key: String, _ position: UInt64, _ tally: inout Tally) {
    tally.find(
      .vault, check, at: position, event: try? log.entry(at: position)?.id,
      check == "row-altered"
        ? Text(
          nl: "sleutel \(key): wat in de kluis staat, is niet wat de gebeurtenis erin legde",
          en: "key \(key): what the vault holds is not what the event brought into it")
        : Text(
          nl: "sleutel \(key) ontbreekt: er is nog iets mee verzegeld, en voor wie zij is, is niet ingetrokken",
          en: "key \(key) is missing: something is still sealed with it, and whom it is for was not revoked"))
  }

  /// Whether something that is there needs a key.
  private func isNeeded(_ key: String, _ questions: any TableReader) throws -> Bool {
    try KeyWalk.leads(key) { key in
      if try organisationKeys.contains(key) || vault.isInUse(key) { return .yes }
      return try .onward(
        vault.keys(wrappedFor: key) + texts("SELECT key AS text FROM lacking WHERE recipient = ?", key, questions))
    }
  }

  /// Whether a recipient has a right to a key; one under which data keys are wrapped, when someone can open it.
  private func isEntitled(_ recipient: String, _ questions: any TableReader) throws -> Bool {
    try KeyWalk.leads(recipient) { recipient in
      if revoked.contains(recipient) { return .onward([]) }
      if organisationKeys.contains(recipient) { return .yes }
      let holders =
        try vault.wrappedKeys(recipient).map(\.recipient)
        + texts("SELECT recipient AS text FROM lacking WHERE key = ?", recipient, questions)
      return holders.isEmpty ? .yes : .onward(holders)
    }
  }

  /// What leads to the reader of a copy, by what is there and by what events brought and is not; nil of the ledger itself.
  func ways(_ questions: any TableReader) -> ReaderWays? {
    ledger.stores.scope.map { scope in
      ReaderWays(scope.box) { key in
        try vault.wrappedKeys(key).map(\.recipient)
          + texts("SELECT recipient AS text FROM lacking WHERE key = ?", key, questions)
      }
    }
  }

  private func texts(_ sql: String, _ argument: String, _ questions: any TableReader) throws -> [String] {
    var texts: [String] = []
    try questions.forEachRow(sql, [.text(argument)]) { if let text = $0.text("text") { texts.append(text) } }
    return texts
  }

  /// What should be gone must be: keys of what was erased, and keys for who was revoked, but for the last way to something.
  /// - Parameter isWhole: Whether nothing is missing from the vault; else a key can be left because what it opens is gone.
  func checkLeft(isWhole: Bool, _ tally: inout Tally) throws {
    var left: WrappedKey?
    func consider(_ key: WrappedKey) {
      guard let first = left else {
        left = key
        return
      }
      if (key.key, key.recipient) < (first.key, first.recipient) { left = key }
    }
    func isInLog(_ event: String) throws -> Bool { try EventID(event).flatMap { try log.position(of: $0) } != nil }
    if isWhole {
      try vault.forEachUnusedKey(except: organisationKeys) { stored in
        guard try isInLog(stored.event) else { return true }
        consider(stored.key)
        return false
      }
    }
    let living = registry.living()
    for recipient in revoked {
      for name in try vault.left(for: recipient, living: living) {
        guard let stored = try vault.storedKeys(name).first(where: { $0.key.recipient == recipient }),
          try isInLog(stored.event)
        else { continue }
        consider(stored.key)
      }
    }
    guard let left else { return }
    tally.find(
      .vault, "wrapped-key-left", at: nil,
      Text(
        nl: "sleutel \(left.key) had moeten verdwijnen: wat ermee is verzegeld, of voor wie zij is, is er niet meer",
        en: "key \(left.key) should be gone: what is sealed with it, or whom it is for, is there no more"))
  }
}

extension VaultReader {
  /// The keys that are wrapped for someone who was revoked and that somebody who is still a member can open as well.
  ///
  /// The last way to a data key stays: whoever may revoke a key could else make disappear what they cannot read, and without
  /// an erasure nothing of that would be told.
  func left(for revoked: String, living: Set<String>) throws -> [String] {
    let others = living.subtracting([revoked])
    return try keys(wrappedFor: revoked).filter { name in
      if try wrappedKeys(name).contains(where: { others.contains($0.recipient) }) { return true }
      // The organisation's key opens itself; a key-encryption key opens the data keys under it.
      guard BoxPublicKey(name: name) == nil else { return false }
      return try keys(wrappedFor: name).allSatisfy { try holders(ofDataKey: $0).contains(where: others.contains) }
    }
  }
}
