import Ledger
import LedgerCrypto

extension Grootboek {
  /// What became of an answer.
  public struct TakenUp: Sendable {
    /// Where its events stand.
    public let positions: [UInt64]
    /// What was appended, the submission first; nil when the events stood there before.
    public let appended: Appended?
  }

  /// Takes up what was signed elsewhere: judges it as if it were signed now, and appends it behind a submission that names
  /// it; the same answer again changes nothing and gives the first place.
  /// - Parameter key: Who takes it up; opens what is sealed for the organisation.
  /// - Throws: `Failure`, `AppendError`, `StoreError`; nothing was appended.
  public func takeUp(
    _ answer: Antwoord, by key: UnlockedKey, log: NoteSigner, _ registry: KeyRegistry,
    _ options: AppendOptions = AppendOptions()
  ) throws -> TakenUp {
    guard answer.origin.isExactly(origin), answer.events.allSatisfy({ $0.signed.envelope.origin.isExactly(origin) })
    else {
      throw Failure(
        .badInput,
        Text(
          nl: "dit antwoord is voor een ander grootboek: \(answer.origin)",
          en: "this answer is for another ledger: \(answer.origin)"))
    }
    // Before anything is made or kept: what was erased since must not come back with it.
    if let positions = try places(of: answer) { return TakenUp(positions: positions, appended: nil) }
    let keys = SubmittedKeys(answer, in: stores.vault)
    var drafts = [submission(answer)]
    var submitted: Batch.Submitted = [:]
    for event in answer.events {
      submitted[drafts.count] = (event.signed, Batch.Sealed(event.brought))
      drafts.append(try draft(of: event, keys, key.ring, registry))
    }
    do {
      let appended = try append(drafts, submitted: submitted, behind: key, log: log, options)
      return TakenUp(positions: appended.events.dropFirst().map(\.position), appended: appended)
    } catch AppendError.streamMoved(let stream, let expected, let found) {
      throw Self.outdated(stream, expected, found)
    }
  }

  /// Who signs decides on what was seen then.
  private static func outdated(_ stream: String, _ expected: Int64, _ found: Int64) -> Failure {
    Failure(
      .refused,
      Text(
        nl: "sinds dit concept is in \(stream) nog iets vastgelegd: versie \(found) in plaats van \(expected)",
        en: "something was recorded in \(stream) since this draft: version \(found) instead of \(expected)"),
      remedy: Text(
        nl: "maak het concept opnieuw en laat dat ondertekenen", en: "make the draft again and have that signed"))
  }

  /// Where the events stand already; nil when none is there.
  private func places(of answer: Antwoord) throws -> [UInt64]? {
    let found = try answer.events.map { event -> UInt64? in
      guard let position = try stores.log.position(of: event.signed.envelope.id) else { return nil }
      guard try stores.log.entry(at: position)?.leaf == event.signed.leaf else {
        throw AppendError.idTaken(id: event.signed.envelope.id.description, position: position)
      }
      return position
    }
    let there = found.compactMap(\.self)
    guard let first = there.first else { return nil }
    guard there.count == found.count else {
      throw AppendError.partlyAppended(id: answer.events[0].signed.envelope.id.description, position: first)
    }
    return there
  }

  private func submission(_ answer: Antwoord) -> EventDraft {
    var draft = EventDraft(
      InzendingOntvangen.self, stream: newStream(InzendingOntvangen.type.streamKind), effective: ImpreciseDate(today))
    draft[InzendingOntvangen.gebeurtenissen] = answer.events.map { MerkleTree.leafHash(of: $0.signed.leaf) }
    return draft
  }

  /// The event as a draft, once everything it brings was compared with what was signed, and opened.
  private func draft(
    of event: Antwoord.Event, _ keys: SubmittedKeys, _ ring: KeyRing, _ registry: KeyRegistry
  ) throws -> EventDraft {
    let signed = event.signed
    let recorded = try catalog.decode(
      signed, at: try stores.log.size(), leafHash: MerkleTree.leafHash(of: signed.leaf)
    ).recorded(at: now)
    guard !recorded.type.isClosed else {
      throw Failure(
        .refused,
        Text(
          nl: "\(recorded.type.name) kan niet van elders komen", en: "\(recorded.type.name) cannot come from elsewhere")
      )
    }
    // Who may not sign is told that first.
    do { _ = try registry.authority(of: recorded) } catch {
      throw Failure(.notPermitted, error.text, remedy: error.remedy)
    }
    try event.brought.check(signed.envelope, recorded.type)
    try keys.check(event.brought, recorded.type, registry)
    var documents: [String: Document] = [:]
    for disclosure in event.brought.disclosures {
      guard let record = event.brought.rows.records.first(where: { $0.field == disclosure.name }) else { continue }
      guard try ring.disclosure(of: record, in: keys) == disclosure else { throw Self.unopened(disclosure.name) }
      guard let reference = DocumentReference(json: disclosure.value) else { continue }
      documents[disclosure.name] = try document(reference, disclosure.name, event.brought, keys, ring)
    }
    return EventDraft(recorded.type, signed.envelope, recorded.effective, event.brought.disclosures, documents)
  }

  /// A document that came along, opened and compared with what was signed.
  private func document(
    _ reference: DocumentReference, _ field: String, _ brought: Brought, _ keys: SubmittedKeys, _ ring: KeyRing
  ) throws -> Document {
    guard let row = brought.rows.documents.first(where: { $0.field == field }), let stored = brought.files[row.file]
    else { throw VaultError.documentMissing(file: reference.file.hex) }
    var bytes = stored
    if let id = row.sealing.key {
      guard let key = try ring.dataKey(id, in: keys) else { throw Self.unopened(field) }
      bytes = try Sealer.openDocument(stored, file: row.file, key: key)
    }
    let document = Document(bytes: bytes, mediaType: reference.mediaType)
    guard document.digest == reference.content, Int64(bytes.count) == reference.size else {
      throw VaultError.documentAltered(file: row.file.hex)
    }
    return document
  }

  private static func unopened(_ field: String) -> Failure {
    Failure(
      .notPermitted,
      Text(
        nl: "veld «\(field)» van dit antwoord gaat met deze sleutel niet open",
        en: "field “\(field)” of this answer does not open with this key"),
      remedy: Text(
        nl: "gebruik --als met een sleutel die alles opent wat intern is",
        en: "use --als with a key that opens whatever is internal"))
  }
}

/// The wrapped keys that come with an answer, in front of those that the vault has.
private struct SubmittedKeys: KeySource {
  private let submitted: [String: [StoredKey]]
  /// The data keys of what is sealed in the answer, and the keys that those are wrapped under.
  private let needed: Set<String>
  private let vault: any VaultReader

  init(_ answer: Antwoord, in vault: any VaultReader) {
    let keys = answer.events.flatMap { event in
      event.brought.rows.keys.map { StoredKey(event: event.signed.envelope.id.description, key: $0) }
    }
    submitted = Dictionary(grouping: keys) { $0.key.key }
    let rows = answer.events.map(\.brought.rows)
    let used = Set(
      (rows.flatMap(\.records).map(\.sealing) + rows.flatMap(\.documents).map(\.sealing)).compactMap(\.key))
    needed = used.union(keys.filter { used.contains($0.key.key) }.map(\.key.recipient))
    self.vault = vault
  }

  func storedKeys(_ key: String) throws -> [StoredKey] { try submitted[key] ?? vault.storedKeys(key) }

  /// Sealed for the organisation as it is now, and for nobody else: a key that was renewed since opens too much or too
  /// little, and an existing key is never given to another.
  func check(_ brought: Brought, _ type: EventType, _ registry: KeyRegistry) throws {
    let sealings = brought.rows.records.map(\.sealing) + brought.rows.documents.map(\.sealing)
    let used = Set(sealings.compactMap(\.key))
    for id in used {
      guard let wraps = submitted[id], try holders(ofDataKey: id) == registry.organisationKeys.suffix(1).map(\.name),
        wraps.count == 1
      else {
        throw Failure(
          .refused,
          Text(
            nl: "de sleutel van de organisatie is vernieuwd sinds dit concept werd gemaakt",
            en: "the organisation's key was renewed since this draft was made"),
          remedy: Text(
            nl: "maak het concept opnieuw en laat dat ondertekenen", en: "make the draft again and have that signed"))
      }
    }
    guard brought.rows.keys.allSatisfy({ needed.contains($0.key) }),
      !type.fields.contains(where: { field in
        field.visibility == .vertrouwelijk
          && brought.disclosures.contains { $0.name == field.name && $0.value != .null }
      })
    else {
      throw Failure(
        .refused,
        Text(
          nl: "dit antwoord brengt sleutels mee die nergens bij horen",
          en: "this answer brings keys that belong to nothing"))
    }
  }
}
