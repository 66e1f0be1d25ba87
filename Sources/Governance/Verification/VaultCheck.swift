import Ledger
import LedgerCrypto

/// Compares what the vault holds for one event with what was signed: needs nothing of other events.
struct VaultCheck: Sendable {
  let vault: any Vault
  let documents: any DocumentStore
  let ring: KeyRing?

  /// What only the rest of the log can decide.
  struct Open: Sendable {
    /// The event's position.
    let position: UInt64
    /// Holders of the circle for whom a data key is not wrapped; they may have left it since.
    var unwrapped: [String] = []
    /// Wrapped keys that the event brought and that are not there as its own.
    var lacking: [CommitmentCheck.Place] = []
    /// How many wrapped keys that it brought are there.
    var keys: UInt64 = 0
    /// Whether digests or required fields are not accounted for by what is there.
    var isIncomplete = false

    var isNothing: Bool { unwrapped.isEmpty && lacking.isEmpty && !isIncomplete }
  }

  /// Checks one event's sealed fields, documents and keys.
  func check(_ entry: FollowedEntry, _ contents: VaultContents, _ tally: inout Tally) -> Open? {
    guard let signed = entry.parsed.signed else { return nil }
    var work = Work(entry: entry, digests: Set(signed.envelope.sealedDigests), tally: tally)
    do {
      try check(signed, contents, &work)
    } catch {
      work.find(
        "vault-unreadable", Text(nl: "kan niet worden gelezen: \(error)", en: "cannot be read: \(error)"))
    }
    tally = work.tally
    return work.open
  }

  private func check(_ signed: SignedEvent, _ contents: VaultContents, _ work: inout Work) throws {
    let outcome = CommitmentCheck(claims: signed.envelope, contents: contents).run()
    for (check, message) in outcome.findings { work.find(check, message) }
    (work.open.lacking, work.open.keys) = (outcome.lacking, outcome.keys)
    let declared = work.entry.parsed.event.flatMap { $0.type.fields(ofVersion: signed.envelope.version) }
    for record in contents.records {
      try check(record, declared, contents, &work)
    }
    for document in contents.documents {
      try check(document, declared, contents, &work)
    }
    for record in contents.records where work.isDocument(record.field, declared) {
      // Where what is filled in is hidden, null can stand for a document; one that was lost lacks in the signed list.
      if work.type?.concealment != nil, work.references[record.field] == nil { continue }
      guard !contents.documents.contains(where: { $0.field == record.field }) else { continue }
      work.find(
        "document-record",
        Text(
          nl: "\(record.field): het document staat niet in de kluis",
          en: "\(record.field): the vault has no document for it"))
    }
    work.open.isIncomplete =
      work.matched < signed.envelope.sealedDigests.count
      || declared?.contains { field in
        field.visibility.isSealed && (field.isRequired || work.type?.concealment != nil)
          && !work.present.contains(field.name)
      } == true
  }

  /// One event under examination.
  private struct Work {
    let entry: FollowedEntry
    let digests: Set<String>
    var tally: Tally
    var open: Open
    var matched = 0
    var present: Set<String> = []
    /// The document references that could be read, by field.
    var references: [String: DocumentReference] = [:]

    init(entry: FollowedEntry, digests: Set<String>, tally: Tally) {
      self.entry = entry
      self.digests = digests
      self.tally = tally
      open = Open(position: entry.parsed.entry.position)
    }

    var type: EventType? { entry.parsed.event?.type }

    mutating func find(_ check: String, _ message: Text) {
      tally.find(.vault, check, at: entry.parsed.entry.position, event: entry.parsed.entry.id, message)
    }

    func isDocument(_ field: String, _ declared: [FieldDeclaration]?) -> Bool {
      declared?.first { $0.name == field }?.shape == .document
    }
  }

  private func check(
    _ record: SealedRecord, _ declared: [FieldDeclaration]?, _ contents: VaultContents, _ work: inout Work
  ) throws {
    let name = record.field
    work.tally[.vault].checked += 1
    work.present.insert(name)
    guard work.digests.contains(record.digest), record.digest.utf8.allSatisfy({ $0 < 0x80 }) else {
      work.find(
        "digest-unknown", Text(nl: "\(name): deze waarde is niet ondertekend", en: "\(name): this value was not signed")
      )
      return
    }
    work.matched += 1
    if let declared { checkDeclared(name, record.sealing, declared, contents, &work) }
    if work.type.map({ $0.isClosed || $0.concealment == .outcome }) == true, !record.isOfFixedLength {
      work.find(
        "closed-length",
        Text(
          nl: "\(name) is niet opgevuld: de lengte vertelt iets",
          en: "\(name) is not padded: its length tells something"))
    }
    let disclosure: Disclosure?
    do {
      disclosure = try record.plainDisclosure() ?? opened(record, work)
    } catch VaultError.altered {
      work.find(
        "altered",
        Text(
          nl: "\(name): de bewaarde waarde is niet die ondertekend is",
          en: "\(name): the stored value is not the one that was signed"))
      return
    } catch VaultError.keyAltered(let key) {
      work.find(
        "wrapped-key-altered",
        Text(
          nl: "\(name): sleutel \(key) is er voor u, maar gaat niet open",
          en: "\(name): key \(key) is there for you, but does not open"))
      return
    }
    guard let disclosure else {
      work.tally[.vault].unreadable += 1
      return
    }
    if work.isDocument(name, declared) { work.references[name] = DocumentReference(json: disclosure.value) }
  }

  private func opened(_ record: SealedRecord, _ work: Work) throws -> Disclosure? {
    guard work.type?.isClosed == true else { return try ring?.disclosure(of: record, in: vault) }
    return try ring?.closedDisclosure(of: record, knowing: [], in: vault)?.disclosure
  }

  private func check(
    _ document: DocumentRecord, _ declared: [FieldDeclaration]?, _ contents: VaultContents, _ work: inout Work
  ) throws {
    let name = document.field
    work.tally[.vault].checked += 1
    if let declared {
      checkDeclared(name, document.sealing, declared, contents, &work)
      if !work.isDocument(name, declared) {
        work.find("field", Text(nl: "\(name) is geen document", en: "\(name) is not a document"))
      }
    }
    if let reference = work.references[name] {
      let isPlain = document.sealing == .plain
      if reference.file != document.file || isPlain && reference.content != document.file {
        work.find(
          "document-reference",
          Text(
            nl: "\(name): de kluis noemt een ander document dan ondertekend is",
            en: "\(name): the vault names another document than was signed"))
      }
    }
    guard let bytes = try documents.bytes(of: document.file) else {
      work.find(
        "document-missing",
        Text(nl: "\(name): document \(document.file) ontbreekt", en: "\(name): document \(document.file) is missing"))
      return
    }
    if SHA256.hash(bytes) != document.file {
      work.find(
        "document-altered",
        Text(
          nl: "\(name): document \(document.file) is veranderd", en: "\(name): document \(document.file) was altered"))
    }
  }

  /// A field must be kept as its type declares it, and its data key wrapped for those it was sealed for.
  private func checkDeclared(
    _ name: String, _ sealing: Sealing, _ declared: [FieldDeclaration], _ contents: VaultContents, _ work: inout Work
  ) {
    guard let field = declared.first(where: { $0.name == name }), field.visibility.isSealed else {
      work.find(
        "field",
        Text(nl: "\(name) is geen verzegeld veld van dit type", en: "\(name) is not a sealed field of this type"))
      return
    }
    guard (field.visibility == .openbaar) == (sealing == .plain) else {
      work.find(
        "sealing",
        Text(
          nl: "\(name) is niet bewaard als \(field.visibility.rawValue)",
          en: "\(name) is not kept as \(field.visibility.rawValue)"))
      return
    }
    guard let key = sealing.key else { return }
    let recipients = contents.recipients[key] ?? []
    if work.type?.isClosed == true {
      if recipients.count != ClosedSeal.places {
        work.find(
          "closed-boxes",
          Text(
            nl: "\(name): er horen \(ClosedSeal.places) verzegelde sleutels bij; er zijn er \(recipients.count)",
            en: "\(name): there should be \(ClosedSeal.places) sealed keys; there are \(recipients.count)"))
      }
      return
    }
    switch field.visibility {
    case .intern:
      if work.entry.organisationKey.map({ recipients.contains($0) }) != true {
        work.find(
          "data-key",
          Text(
            nl: "\(name): de sleutel is er niet voor de organisatie",
            en: "\(name): the key is not there for the organisation"))
      }
    case .vertrouwelijk:
      let lacking = work.entry.circle.filter { !recipients.contains($0) && !work.open.unwrapped.contains($0) }
      work.open.unwrapped += lacking
    case .clear, .openbaar: break
    }
  }
}
