import Ledger
import LedgerCrypto

/// What of a concept was found to be so: what would be signed, in which capacity, and what it is about.
public struct CheckedConcept: Sendable {
  /// The concept.
  public let concept: Concept
  /// What would be signed, decoded from the very bytes.
  public let events: [Shown]
  /// What it is about, each shown to stand in the log.
  public let earlier: [Shown]
  /// The role in which the signer's key is registered; nil when the concept does not show it.
  public let rol: Rol?
  /// The checkpoint over the log, verified.
  public let checkpoint: Checkpoint

  /// One event as a person reads it.
  public struct Shown: Sendable {
    /// The event.
    public let event: RecordedEvent
    /// Its sealed values that are there, by their fields.
    public let values: [(field: FieldDeclaration, value: JSON)]
    /// Its documents that came along, each compared with its digest, by their fields.
    public let documents: [(field: FieldDeclaration, document: Document)]
    /// The role of who signed it, of an event of the log.
    public internal(set) var signer: Rol?
  }
}

/// Checks a concept with nothing but the program and what the signer remembers: no ledger is needed.
public struct ConceptCheck {
  private let catalog: Catalog

  /// A check by what this program knows of events.
  public init(_ catalog: Catalog) { self.catalog = catalog }

  /// Checks everything that can be.
  /// - Throws: `Failure` for the first thing that is not so.
  public func check(_ concept: Concept) throws -> CheckedConcept {
    let checkpoint = try self.checkpoint(of: concept)
    guard !concept.events.isEmpty else { throw Self.wanting("het concept bevat niets", "the draft holds nothing") }
    var earlier = try concept.earlier.map { try check($0, concept, checkpoint) }
    let keys = try signers(of: earlier)
    for index in earlier.indices {
      try checkSigner(of: earlier[index].event, keys.mapValues(\.key))
      earlier[index].signer = keys[earlier[index].event.signed.key]?.rol
    }
    let events = try concept.events.map { try check($0, concept) }
    return CheckedConcept(
      concept: concept, events: events, earlier: earlier, rol: keys[concept.signer]?.rol, checkpoint: checkpoint)
  }

  private func checkpoint(of concept: Concept) throws -> Checkpoint {
    do {
      let policy = try CheckpointPolicy(origin: concept.origin, logKeys: [try NoteVerifier(vkey: concept.logKey)])
      return try policy.verify(try SignedNote(Array(concept.checkpoint.utf8))).checkpoint
    } catch {
      throw Self.wanting(
        "het controlepunt is niet ondertekend met de sleutel van dat grootboek",
        "the checkpoint is not signed by the key of that ledger")
    }
  }

  /// An event that is to be signed.
  private func check(_ event: Concept.Event, _ concept: Concept) throws -> CheckedConcept.Shown {
    let claims = event.claims
    guard claims.origin.isExactly(concept.origin) else {
      throw Self.wanting(
        "een gebeurtenis is van een ander grootboek: \(claims.origin)",
        "an event is of another ledger: \(claims.origin)")
    }
    guard claims.checkpoint == nil else {
      throw Self.wanting("een gebeurtenis noemt een controlepunt", "an event names a checkpoint")
    }
    let unsigned = try SignedEvent(claims, by: EventSigner(unsignedFor: concept.signer))
    let recorded = try decode(try SignedEvent(leaf: unsigned.leaf), at: 0)
    try event.brought.check(claims, recorded.type)
    let draft = EventDraft(recorded.type, claims, recorded.effective, event.brought.disclosures, event.documents)
    try draft.check()
    return CheckedConcept.Shown(
      event: recorded, values: values(event.brought.disclosures, recorded.type),
      documents: try documents(event.documents, event.brought.disclosures, recorded.type))
  }

  /// An event of the log.
  private func check(
    _ earlier: Concept.Earlier, _ concept: Concept, _ checkpoint: Checkpoint
  ) throws -> CheckedConcept.Shown {
    let (position, leafHash) = (earlier.position, MerkleTree.leafHash(of: earlier.leaf))
    do {
      try InclusionProof(index: position, size: checkpoint.size, hashes: earlier.hashes)
        .verify(leafHash: leafHash, root: checkpoint.root)
    } catch {
      throw Self.wanting(
        "nummer \(position) staat niet zo in het grootboek", "number \(position) does not stand so in the ledger")
    }
    let event = try decode(try SignedEvent(leaf: earlier.leaf), at: position)
    let signed = event.signed.envelope
    guard signed.origin.isExactly(concept.origin),
      earlier.disclosures.allSatisfy({ signed.sealedDigests.containsExactly($0.digest) })
    else {
      throw Self.wanting(
        "een waarde van nummer \(position) is niet die er is ondertekend",
        "a value of number \(position) is not the one signed there")
    }
    return CheckedConcept.Shown(
      event: event, values: values(earlier.disclosures, event.type),
      documents: try documents(earlier.documents, earlier.disclosures, event.type))
  }

  private func decode(_ signed: SignedEvent, at position: UInt64) throws -> RecordedEvent {
    do {
      return try catalog.decode(signed, at: position, leafHash: MerkleTree.leafHash(of: signed.leaf))
    } catch CatalogError.unknownEvent(let type, let version, _) {
      throw Failure(
        .badInput,
        Text(
          nl: "dit programma kent \(type) in versie \(version) niet",
          en: "this program does not know \(type) in version \(version)"),
        remedy: Text(nl: "gebruik dezelfde waarborg als het grootboek", en: "use the same waarborg as the ledger"))
    }
  }

  private func values(_ disclosures: [Disclosure], _ type: EventType) -> [(field: FieldDeclaration, value: JSON)] {
    type.fields.compactMap { field in
      disclosures.first { $0.name == field.name && $0.value != .null }.map { (field, $0.value) }
    }
  }

  /// The documents, each with the digest that is signed.
  private func documents(
    _ documents: [String: Document], _ disclosures: [Disclosure], _ type: EventType
  ) throws -> [(field: FieldDeclaration, document: Document)] {
    for disclosure in disclosures {
      guard let reference = DocumentReference(json: disclosure.value), let document = documents[disclosure.name] else {
        continue
      }
      guard document.digest == reference.content, document.mediaType == reference.mediaType else {
        throw Self.wanting(
          "\(type.name), \(disclosure.name): het document is een ander dan waarvan de SHA-256 wordt ondertekend",
          "\(type.name), \(disclosure.name): the document is not the one whose SHA-256 is signed")
      }
    }
    return type.fields.compactMap { field in documents[field.name].map { (field, $0) } }
  }

  /// The keys of which the registration is shown.
  private func signers(
    of events: [CheckedConcept.Shown]
  ) throws -> [Thumbprint: (key: VerifyingKey, rol: Rol)] {
    var registry = KeyRegistry()
    for shown in events where shown.event.type.changesAuthority != nil {
      // Of a log that is not whole: what cannot be applied is of no use here.
      try? shown.event.type.changesAuthority?(shown.event, &registry)
    }
    return registry.keys.mapValues { ($0.signing, $0.rol) }
  }

  private func checkSigner(of event: RecordedEvent, _ keys: [Thumbprint: VerifyingKey]) throws {
    guard !event.type.isClosed else { return }
    guard let key = keys[event.signed.key], event.signed.isSigned(by: key) else {
      throw Self.wanting(
        "nummer \(event.position) is niet ondertekend met een sleutel die het concept laat zien",
        "number \(event.position) is not signed by a key that the draft shows")
    }
  }

  static func wanting(_ nl: String, _ en: String) -> Failure {
    Failure(
      .foundWanting, Text(nl: nl, en: en),
      remedy: Text(
        nl: "onderteken dit niet; vraag wie het stuurde om een nieuw concept",
        en: "do not sign this; ask who sent it for a new draft"))
  }
}
