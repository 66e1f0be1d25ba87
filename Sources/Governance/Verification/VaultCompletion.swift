import Ledger
import LedgerCrypto

/// What can be said of the vault once the whole log was followed: erasures come after what they erase.
struct VaultCompletion {
  let ledger: Grootboek
  /// Keys and circles as they are now.
  let registry: KeyRegistry
  /// The rebuilt views, which say what was erased.
  let views: ViewReader
  /// What was erased by entries appended while verification ran.
  let lately: [EventID: Set<String>]

  private var vault: any Vault { ledger.stores.vault }
  private var log: any LogStore { ledger.stores.log }

  /// Makes the table in which open questions wait for the end of the log.
  static func prepare(_ tables: any TableWriter) throws {
    try tables.run("CREATE TABLE open (position INTEGER PRIMARY KEY, unwrapped TEXT NOT NULL) STRICT", [])
    try KeyCompletion.prepare(tables)
  }

  /// Keeps a question for the end.
  static func keep(_ open: VaultCheck.Open, _ tables: any TableWriter) throws {
    try KeyCompletion.keep(open.lacking, of: open.position, tables)
    guard open.isIncomplete || !open.unwrapped.isEmpty else { return }
    try tables.run(
      "INSERT OR REPLACE INTO open (position, unwrapped) VALUES (?, ?)",
      [.int(Int64(clamping: open.position)), .text(open.unwrapped.joined(separator: " "))])
  }

  /// Fields erased by the entries from a position on.
  static func erased(in ledger: Grootboek, from start: UInt64) throws -> [EventID: Set<String>] {
    var erased: [EventID: Set<String>] = [:]
    var next = start
    while true {
      let entries = try ledger.stores.log.entries(from: next, limit: LogChunkReader.length)
      for entry in entries {
        for item in (try? ledger.catalog.decode(entry))?.erased ?? [] {
          erased[item.event, default: []].formUnion(item.fields)
        }
      }
      guard let last = entries.last else { return erased }
      next = last.position + 1
    }
  }

  /// Answers the questions that waited.
  /// - Parameter ways: What leads to whom a copy was made for; nil of the ledger itself.
  func answer(_ questions: any TableReader, _ ways: inout ReaderWays?, _ tally: inout Tally) throws {
    try questions.forEachRow("SELECT position, unwrapped FROM open ORDER BY position", []) { row in
      guard let position = row.place("position"),
        let entry = try? log.entry(at: position),
        let signed = try? entry.event()
      else { return }
      let unwrapped = (row.text("unwrapped") ?? "").split(separator: " ")
      let holders = registry.circle(of: signed.envelope.stream).filter { $0.revoked == nil }.map(\.box.name)
      if unwrapped.contains(where: { holders.contains(String($0)) }) {
        tally.find(
          .vault, "data-key", at: position, event: entry.id,
          Text(
            nl: "een sleutel is er niet voor iedereen die tot de kring was toegelaten",
            en: "a key is not there for everyone who was admitted to the circle"))
      }
      do {
        try account(for: signed, entry, &ways, &tally)
      } catch { try unreadable(entry.id, position, error, &tally) }
    }
  }

  /// Every digest must belong to a field that is there or was erased.
  private func account(
    for signed: SignedEvent, _ entry: LogEntry, _ ways: inout ReaderWays?, _ tally: inout Tally
  ) throws {
    let claims = signed.envelope
    let records = try vault.sealedFields(of: claims.id)
    let present = Set(records.map(\.field))
    let erased = try ErasureView().fields(of: claims.id, views).union(lately[claims.id] ?? []).subtracting(present)
    let type = ledger.catalog.event(named: claims.type)
    let declared = type?.fields(ofVersion: claims.version)?.filter(\.visibility.isSealed)
    let erasedHere = declared.map { erased.intersection($0.map(\.name)) } ?? erased
    var withheld: Set<String> = []
    if let scope = ledger.stores.scope, var found = ways {
      withheld = try scope.withheld(from: claims, type, present, erasedHere, vault, &found)
      ways = found
    }
    tally[.vault].withheld += UInt64(withheld.count)
    let gone = erasedHere.union(withheld)
    let missing = claims.sealedDigests.count - records.count { claims.sealedDigests.containsExactly($0.digest) }
    tally[.vault].erased += UInt64(min(max(missing - withheld.count, 0), erasedHere.count))
    let lacking = (declared ?? []).filter { $0.isRequired && !present.contains($0.name) && !gone.contains($0.name) }
    if !lacking.isEmpty {
      let names = lacking.map(\.name).joined(separator: ", ")
      tally.find(
        .vault, "missing", at: entry.position, event: entry.id,
        Text(nl: "ontbreekt zonder vernietiging: \(names)", en: "missing without an erasure: \(names)"))
    } else if missing > gone.count {
      tally.find(
        .vault, "missing", at: entry.position, event: entry.id,
        Text(
          nl: "\(missing - gone.count) verzegelde velden ontbreken zonder vernietiging",
          en: "\(missing - gone.count) sealed fields are missing without an erasure"))
    }
  }

  /// A copy is of somebody whom this ledger knows, by the key that it knows: else what is not in it would be nobody's.
  func checkReader(_ tally: inout Tally) {
    guard let scope = ledger.stores.scope, registry.keys[scope.reader]?.box != scope.box else { return }
    tally.find(
      .vault, "copy-reader", at: nil,
      Text(
        nl: "deze kopie zegt te zijn voor een sleutel die dit grootboek zo niet kent",
        en: "this copy says it is for a key that this ledger does not know so"))
  }

  /// Which append was begun last must be told, or what it left when it was cut off would stay: the list of what each of its
  /// events brought came with it, and stays.
  func checkBegun(_ tally: inout Tally) throws {
    do {
      guard let begun = try vault.begun() else { return }
      if try begun.events.allSatisfy({ try vault.commitment(of: $0) != nil }) { return }
    } catch StoreError.damaged {}
    tally.find(
      .vault, "begun", at: nil,
      Text(
        nl: "welke vastlegging het laatst is begonnen, is niet te lezen of was er niet",
        en: "which append was begun last cannot be read, or was not there"))
  }

  /// Nothing of what was erased may be left in the files.
  func checkScrubbed(_ tally: inout Tally) throws {
    guard try vault.isScrubPending() else { return }
    tally.find(
      .vault, "scrub-pending", at: nil,
      Text(
        nl: "van wat is vernietigd, kan nog iets in de bestanden van de kluis staan",
        en: "something of what was erased can still be in the vault's files"))
  }

  /// What was erased must be gone.
  func checkErased(_ tally: inout Tally) throws {
    try ErasureView().forEach(views) { event, field in
      do {
        let isThere =
          try vault.sealedFields(of: event).contains { $0.field == field }
          || vault.documents(of: event).contains { $0.field == field }
        guard isThere else { return }
        tally.find(
          .vault, "erased-but-present", at: try log.position(of: event), event: event.description,
          Text(
            nl: "\(field) is vernietigd, maar staat nog in de kluis",
            en: "\(field) was erased, but is still in the vault"))
      } catch { try unreadable(event.description, nil, error, &tally) }
    }
  }

  /// Events that only the vault knows are counted: appends that did not finish. What no list of theirs names, and what is
  /// there for events that brought nothing, is a finding.
  func checkOrphans(seen: UInt64, keys: UInt64, _ tally: inout Tally) throws {
    var count: UInt64 = 0
    try forEachEvent { _ in count += 1 }
    if count != seen {
      try forEachEvent { event in
        guard let id = EventID(event) else { return unknownRow(event, nil, &tally) }
        guard let position = try log.position(of: id) else {
          tally[.vault].orphans += 1
          if try !isListed(id) { unknownRow(event, nil, &tally) }
          return
        }
        guard let claims = try? log.entry(at: position)?.event().envelope, claims.vaultRoot == nil,
          claims.sealedDigests.isEmpty
        else { return }
        if try vault.commitment(of: id) != nil {
          tally.find(
            .vault, "commitment", at: position, event: event,
            Text(nl: "deze gebeurtenis legde niets in de kluis", en: "this event brought nothing into the vault"))
        }
        if try hasRows(id, vault) { unknownRow(event, position, &tally) }
      }
    }
    if try vault.keyCount() != keys { try checkStrayKeys(&tally) }
  }

  private func unknownRow(_ event: String, _ position: UInt64?, _ tally: inout Tally) {
    tally.find(
      .vault, "row-unknown", at: position, event: event,
      Text(
        nl: "de kluis bevat iets wat deze gebeurtenis er niet in legde",
        en: "the vault holds something that this event did not bring into it"))
  }

  /// Whether the fields and documents of an event that is not in the log are those of its list.
  private func isListed(_ event: EventID) throws -> Bool {
    let listed = Set(try vault.commitment(of: event).flatMap { Commitment(text: $0) }?.rows ?? [])
    return try vault.sealedFields(of: event).allSatisfy { listed.contains(Commitment.Row($0)) }
      && vault.documents(of: event).allSatisfy { listed.contains(Commitment.Row($0)) }
  }

  /// Looks at every wrapped key: some are there that no list of an event in the log names.
  private func checkStrayKeys(_ tally: inout Tally) throws {
    var told: Set<String> = []
    try vault.read { vault in
      try vault.forEachKey { stored in
        guard !told.contains(stored.event) else { return true }
        let position = try EventID(stored.event).flatMap { try log.position(of: $0) }
        guard try isStray(stored, at: position, vault) else { return true }
        told.insert(stored.event)
        unknownRow(stored.event, position, &tally)
        return true
      }
    }
  }

  /// Whether no list names a wrapped key, and nothing else was told of the event that it says it came with.
  private func isStray(_ stored: StoredKey, at position: UInt64?, _ vault: any VaultReader) throws -> Bool {
    guard let id = EventID(stored.event) else { return true }
    let text = try vault.commitment(of: id)
    var list = text.flatMap { Commitment(text: $0) }
    if let position {
      guard let claims = try? log.entry(at: position)?.event().envelope else { return false }
      // Of an event that brought nothing, its fields and documents were told of.
      if claims.vaultRoot == nil, claims.sealedDigests.isEmpty { return try !hasRows(id, vault) }
      // A list that is not the signed one was told of.
      do { list = try CommitmentCheck.list(text, of: claims) } catch { return false }
    }
    let (name, recipient) = (stored.key.key, stored.key.recipient)
    return list?.rows.contains { $0.kind == .wrappedKey && $0.name == name && $0.key == recipient } != true
  }

  private func hasRows(_ event: EventID, _ vault: any VaultReader) throws -> Bool {
    try !vault.sealedFields(of: event).isEmpty || !vault.documents(of: event).isEmpty
  }

  private func forEachEvent(_ body: (String) throws -> Void) throws {
    var last: String?
    while true {
      let page = try vault.events(after: last, limit: LogChunkReader.length)
      for event in page { try body(event) }
      guard let end = page.last else { return }
      last = end
    }
  }

  /// Each of the organisation's keys must be there for everyone who was a member then and has not been revoked since.
  /// In a copy only those that its reader opens are there.
  func checkOrganisationKeys(
    _ keys: [(since: UInt64, key: BoxPublicKey)], _ ways: inout ReaderWays?, _ tally: inout Tally
  ) throws {
    for (index, epoch) in keys.enumerated() {
      guard try ways?.lead(from: epoch.key.name) ?? true else { continue }
      let end = index + 1 < keys.count ? keys[index + 1].since : UInt64.max
      let recipients = Set(try vault.wrappedKeys(epoch.key.name).map(\.recipient))
      for member in registry.keysInOrder
      where member.revoked == nil && member.registeredAt < end && !recipients.contains(member.box.name) {
        tally.find(
          .vault, "organisation-key", at: epoch.since, event: try log.entry(at: epoch.since)?.id,
          Text(
            nl: "de sleutel van de organisatie is er niet voor sleutel \(member.id)",
            en: "the organisation's key is not there for key \(member.id)"))
      }
    }
  }

  /// What is there for the member who verifies must open.
  func checkOwnKeys(_ ring: KeyRing?, _ tally: inout Tally) throws {
    for key in try ring?.alteredKeys(in: vault) ?? [] {
      tally.find(
        .vault, "wrapped-key-altered", at: nil,
        Text(
          nl: "sleutel \(key) is er voor u, maar gaat niet open: zij is veranderd",
          en: "key \(key) is there for you, but does not open: it was altered"))
    }
  }

  private func unreadable(_ event: String, _ position: UInt64?, _ error: any Error, _ tally: inout Tally) throws {
    guard case StoreError.damaged = error else { throw error }
    tally.find(
      .vault, "vault-unreadable", at: position, event: event,
      Text(nl: "de kluis kan niet worden gelezen: \(error)", en: "the vault cannot be read: \(error)"))
  }
}
