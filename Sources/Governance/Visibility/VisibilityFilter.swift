import Ledger
import LedgerCrypto

/// For whom something is read.
public enum Audience: Sendable {
  /// Someone without a key of this ledger: sees clear facts and what is `openbaar`.
  case outside
  /// The holder of a registered key: sees what is sealed for that key as well.
  case member(KeyRing)
}

/// What a reader gets for a sealed field; an erased value is never an empty one.
public enum Revealed: Sendable, Hashable {
  /// The value.
  case value(JSON)
  /// There is a value that this reader may not see.
  case sealed(Visibility)
  /// There was a value; it has been erased.
  case erased
  /// There should be a value, but the vault has lost it and no erasure says so: `verify` names it.
  case missing
  /// The event never had this field.
  case absent

  /// The text, when the value is one that this reader may see.
  public var string: String? {
    if case .value(let json) = self { json.string } else { nil }
  }

  /// What stands in the place of the value for a person.
  public func text(_ show: (JSON) -> String = { $0.string ?? $0.text }) -> Text? {
    switch self {
    case .value(let json): Text(show(json))
    case .sealed(let visibility): Text(nl: "[\(visibility.rawValue)]", en: "[sealed: \(visibility.rawValue)]")
    case .erased: Text(nl: "[vernietigd]", en: "[erased]")
    case .missing: Text(nl: "[ontbreekt in de kluis]", en: "[missing from the vault]")
    case .absent: nil
    }
  }
}

/// The one visibility filter: every view, page, export, log line and message gets sealed values here or not at all.
public struct VisibilityFilter {
  let audience: Audience
  let stores: LedgerStores
  /// What has been erased up to now, whatever moment is read: an old answer must not call an erased value empty.
  let erasures: ViewReader
  let catalog: Catalog
  let trust: EventIntake.Trust
  /// Whether it has kept something back that a key could open.
  let kept = KeptBack()

  /// Whether something was asked of it that it kept back, because it was asked without a key.
  public var hasKeptBack: Bool { kept.has(.noKey) }
  /// Whether something was asked of it that is not in this copy.
  public var hasWithheld: Bool { kept.has(.notInCopy) }

  var vault: any Vault { stores.vault }
  private var documents: any DocumentStore { stores.documents }
  private var log: any LogStore { stores.log }

  /// What the reader gets for one sealed field.
  /// - Throws: `VaultError.altered` when the vault holds something else than what was signed.
  public func reveal(_ reference: FieldReference) throws -> Revealed {
    guard let event = try event(at: reference.position) else { return .absent }
    return try reveal(reference.field, of: event)
  }

  /// What the reader gets for one sealed field of an event.
  func reveal(_ field: String, of event: RecordedEvent) throws -> Revealed {
    try reveal(event, only: field).first?.revealed ?? .absent
  }

  /// What the reader gets for each sealed field that the event at a position has or had.
  public func reveal(at position: UInt64) throws -> [(field: FieldDeclaration, revealed: Revealed)] {
    guard let event = try event(at: position) else { return [] }
    return try reveal(event)
  }

  /// The event at a position, its bytes compared with those that were folded; nil when there is none.
  ///
  /// Whatever acts on an event (shows it as recorded, publishes it, erases or encloses it) reads it here.
  /// - Throws: `BadEvent`, unless the ledger is being examined.
  public func event(at position: UInt64) throws -> RecordedEvent? {
    guard let entry = try log.entry(at: position) else { return nil }
    if trust == .checked { try catalog.leafView.check(entry, erasures) }
    return try recorded(catalog.readable(entry))
  }

  /// An event that was read from the log, recorded when the views say it was.
  public func recorded(_ event: RecordedEvent) throws -> RecordedEvent {
    guard let seconds = try catalog.leafView.recordedAt(event.position, erasures) else { return event }
    return event.recorded(at: try Instant(secondsSince1970: seconds))
  }

  /// What the reader gets for each sealed field that an event has or had.
  public func reveal(_ event: RecordedEvent) throws -> [(field: FieldDeclaration, revealed: Revealed)] {
    try reveal(event, only: nil)
  }

  /// The same for one field, without opening the others.
  private func reveal(
    _ event: RecordedEvent, only name: String?
  ) throws -> [(field: FieldDeclaration, revealed: Revealed)] {
    try disclosed(event, only: name).compactMap { field, state in
      switch state {
      // What was not said is sealed as null where even that may not show.
      case .disclosure(let disclosure): disclosure.value == .null ? nil : (field, .value(disclosure.value))
      case .sealed: (field, .sealed(field.visibility))
      case .erased: (field, .erased)
      case .missing: (field, .missing)
      case .absent: nil
      }
    }
  }

  /// The disclosures of the named fields, for an SD-JWT that is given to someone.
  /// - Throws: `Failure` when a field does not exist, is erased, or may not be seen by this reader.
  public func disclosures(_ names: [String], of event: RecordedEvent) throws -> [Disclosure] {
    let states = try disclosed(event)
    // Each is written once, however often it is asked for (RFC 9901, section 7.1).
    var asked: Set<String> = []
    return try names.filter { asked.insert($0).inserted }.map { name in
      guard let (field, state) = states.first(where: { $0.0.name == name }) else {
        throw Failure(
          .notFound,
          Text(
            nl: "\(event.type.name) heeft geen verzegeld veld «\(name)»",
            en: "\(event.type.name) has no sealed field “\(name)”"))
      }
      switch state {
      case .disclosure(let disclosure): return disclosure
      case .sealed:
        throw Failure(
          .notPermitted,
          Text(
            nl: "veld «\(name)» is \(field.visibility.rawValue) en met deze sleutel niet te openen",
            en: "field “\(name)” is \(field.visibility.rawValue) and cannot be opened with this key"),
          remedy: Text(
            nl: "gebruik --als met een sleutel die toegang heeft", en: "use --als with a key that has access"))
      case .erased:
        throw Failure(.notFound, Text(nl: "veld «\(name)» is vernietigd", en: "field “\(name)” has been erased"))
      case .missing:
        throw Failure(
          .foundWanting,
          Text(nl: "veld «\(name)» ontbreekt in de kluis", en: "field “\(name)” is missing from the vault"),
          remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
      case .absent:
        throw Failure(
          .notFound, Text(nl: "veld «\(name)» is niet ingevuld", en: "field “\(name)” was not filled in"))
      }
    }
  }

  /// The names of an event's fields that have been erased, up to now.
  public func erasedFields(of event: EventID) throws -> Set<String> { try ErasureView().fields(of: event, erasures) }

  /// The bytes of a document that an event refers to; nil when this reader may not see them or they are erased.
  public func document(_ field: Field<DocumentReference>, of event: RecordedEvent) throws -> Document? {
    try document(named: field.name, of: event)
  }

  /// The same by the field's name.
  func document(named field: String, of event: RecordedEvent) throws -> Document? {
    guard case .value(let json) = try reveal(field, of: event),
      let reference = DocumentReference(json: json)
    else { return nil }
    guard let stored = try documents.bytes(of: reference.file) else {
      throw VaultError.documentMissing(file: reference.file.hex)
    }
    guard SHA256.hash(stored) == reference.file else { throw VaultError.documentAltered(file: reference.file.hex) }
    guard let record = try vault.documents(of: event.id).first(where: { $0.field == field }) else {
      throw VaultError.documentMissing(file: reference.file.hex)
    }
    guard case .encrypted(let id) = record.sealing else {
      return Document(bytes: stored, mediaType: reference.mediaType)
    }
    guard case .member(let ring) = audience, let key = try ring.dataKey(id, in: vault) else { return nil }
    let bytes = try Sealer.openDocument(stored, file: reference.file, key: key)
    return Document(bytes: bytes, mediaType: reference.mediaType)
  }

  private enum State {
    case disclosure(Disclosure)
    case sealed
    case erased
    case missing
    case absent
  }

  private func disclosed(
    _ event: RecordedEvent, only name: String? = nil
  ) throws -> [(FieldDeclaration, State)] {
    let declared = event.type.fields.filter { field in
      field.visibility.isSealed && name.map { $0 == field.name } ?? true
    }
    if declared.isEmpty { return [] }
    let records = try vault.sealedFields(of: event.id)
    let erased = try ErasureView().fields(of: event.id, erasures)
    let withheld = try stores.scope?.withheld(from: event.signed.envelope, event.type, records, erased, vault) ?? []
    // Fewer values than the event has digests: one that is not there was lost, and must not read as never filled in.
    let isWhole =
      records.filter { !erased.contains($0.field) }.count + erased.count + withheld.count
      >= event.signed.envelope.sealedDigests.count
    return try declared.map { field in
      // An erased field stays erased, even when an old copy of the vault brings its value back.
      if erased.contains(field.name) { return (field, .erased) }
      guard let record = records.first(where: { $0.field == field.name }) else {
        guard withheld.contains(field.name) else { return (field, isWhole ? .absent : .missing) }
        kept.note(.notInCopy)
        return (field, .sealed)
      }
      guard event.signed.envelope.sealedDigests.containsExactly(record.digest) else {
        throw VaultError.altered(event: record.event, field: record.field)
      }
      return (field, try state(record))
    }
  }

  private func state(_ record: SealedRecord) throws -> State {
    if let plain = try record.plainDisclosure() { return .disclosure(plain) }
    guard case .member(let ring) = audience else {
      kept.note(.noKey)
      return .sealed
    }
    return try ring.disclosure(of: record, in: vault).map { .disclosure($0) } ?? .sealed
  }
}
