import Ledger
import LedgerCrypto

/// The fields of an event as they are filled in, before it is known where the event goes.
public struct DraftFields: Sendable {
  /// A document that comes along, with the field that refers to it.
  struct Attachment: Sendable {
    let field: FieldDeclaration
    let document: Document
  }

  private(set) var values: [String: JSON] = [:]
  private(set) var attachments: [Attachment] = []
  /// The closed circle of each field that is sealed in one.
  private(set) var circles: [String: ClosedSeal] = [:]
  /// The values that another draft discloses already.
  fileprivate(set) var disclosures: [String: Disclosure] = [:]

  /// No fields yet.
  public init() {}

  fileprivate init(
    _ type: EventType, _ facts: [JSON.Member], _ disclosures: [Disclosure], _ documents: [String: Document]
  ) {
    for fact in facts { values[fact.name] = fact.value }
    for disclosure in disclosures where disclosure.value != .null {
      if let document = documents[disclosure.name], let field = type.field(disclosure.name) {
        attachments.append(Attachment(field: field, document: document))
      } else {
        values[disclosure.name] = disclosure.value
      }
    }
  }

  /// Sets a field; nil leaves it out.
  public subscript<Value: FieldValue>(field: Field<Value>) -> Value? {
    get { values[field.name].flatMap { Value(json: $0) } }
    set {
      values[field.name] = newValue?.json
      disclosures[field.name] = nil
    }
  }

  /// Sets a field that is sealed in a closed circle.
  public mutating func seal<Value: FieldValue>(_ value: Value, as field: Field<Value>, in circle: ClosedSeal) {
    values[field.name] = value.json
    circles[field.name] = circle
  }

  /// Attaches a document under a field of shape `document`; it is stored with that field's visibility.
  public mutating func attach(_ document: Document, as field: Field<DocumentReference>) {
    attachments.append(Attachment(field: field.declaration, document: document))
  }
}

/// An event that someone wants to append: typed, not yet checked, sealed or signed.
public struct EventDraft: Sendable {
  /// Its type.
  public let type: EventType
  /// Its stream.
  public let stream: StreamID
  /// The date on which it takes or took effect.
  public var effective: ImpreciseDate
  private var fields: DraftFields

  var values: [String: JSON] { fields.values }
  var attachments: [DraftFields.Attachment] { fields.attachments }
  var circles: [String: ClosedSeal] { fields.circles }
  var disclosures: [String: Disclosure] { fields.disclosures }

  /// Starts a draft.
  public init(
    _ definition: (some EventDefinition).Type, stream: StreamID, effective: ImpreciseDate
  ) {
    self.init(definition.type, stream: stream, effective: effective)
  }

  /// Starts a draft.
  public init(_ type: EventType, stream: StreamID, effective: ImpreciseDate, _ fields: DraftFields = DraftFields()) {
    self.type = type
    self.stream = stream
    self.effective = effective
    self.fields = fields
  }

  /// What an event says that was not made from a draft here: its facts, and what it seals.
  init(
    _ type: EventType, _ claims: Envelope, _ effective: ImpreciseDate, _ disclosures: [Disclosure],
    _ documents: [String: Document]
  ) {
    self.init(
      type, stream: claims.stream, effective: effective, DraftFields(type, claims.facts, disclosures, documents))
  }

  /// Sets a field; nil leaves it out.
  public subscript<Value: FieldValue>(field: Field<Value>) -> Value? {
    get { fields[field] }
    set { fields[field] = newValue }
  }

  /// What an event that is appended together with this draft discloses of one of its sealed fields: the salt is chosen now;
  /// nil when the field is not filled in.
  public mutating func disclose(_ name: String, _ random: some RandomSource) -> DisclosedValue? {
    guard type.field(name)?.visibility.isSealed == true, let value = values[name] else { return nil }
    let disclosure = fields.disclosures[name] ?? Disclosure(name: name, value: value, random: random)
    fields.disclosures[name] = disclosure
    return DisclosedValue(disclosure)
  }

  /// Whether a field is filled in, by its name.
  public func isFilled(_ name: String) -> Bool { values[name] != nil }

  /// Sets a field that is sealed in a closed circle.
  public mutating func seal<Value: FieldValue>(_ value: Value, as field: Field<Value>, in circle: ClosedSeal) {
    fields.seal(value, as: field, in: circle)
  }

  /// Attaches a document under a field of shape `document`; it is stored with that field's visibility.
  public mutating func attach(_ document: Document, as field: Field<DocumentReference>) {
    fields.attach(document, as: field)
  }

  /// The document that was attached under a field; nil when there is none.
  public func document(_ field: Field<DocumentReference>) -> Document? { document(named: field.name) }

  /// The same by the field's name.
  func document(named name: String) -> Document? { attachments.first { $0.field.name == name }?.document }

  /// What is wrong with the draft; nil when its fields fit the type.
  func problem() -> Failure? {
    if stream.kind != type.streamKind {
      return bad("stream", Text(nl: "verwacht: \(type.streamKind)", en: "expected: \(type.streamKind)"))
    }
    if type.needsExactDate && !effective.isExact {
      return bad(
        "op",
        Text(
          nl: "«\(effective)» is geen exacte dag, en die is hier nodig",
          en: "“\(effective)” is not one exact day, which is needed here"))
    }
    for field in type.fields {
      let attached = attachments.contains { $0.field.name == field.name }
      guard let value = values[field.name] else {
        if field.isRequired && !attached {
          return bad(field.name, Text(nl: "ontbreekt", en: "is missing"))
        }
        continue
      }
      // A message may end up in a log file: it does not repeat what is going to be sealed.
      if let problem = field.shape.problem(value, quoting: !field.visibility.isSealed) {
        return bad(field.name, problem)
      }
    }
    if let problem = attachmentProblem() { return problem }
    if let unknown = values.keys.sorted().first(where: { type.field($0) == nil }) {
      return bad(unknown, Text(nl: "hoort niet bij deze gebeurtenis", en: "does not belong to this event"))
    }
    return nil
  }

  /// What is wrong with the documents; one that could not be stored or read back must not be dropped in silence.
  private func attachmentProblem() -> Failure? {
    var seen: Set<String> = []
    for attachment in attachments {
      let name = attachment.field.name
      guard let field = type.field(name), field.visibility.isSealed, field.shape == .document else {
        return bad(name, Text(nl: "is geen veld voor een document", en: "is not a field for a document"))
      }
      guard seen.insert(name).inserted, values[name] == nil else {
        return bad(name, Text(nl: "is twee keer ingevuld", en: "has been filled in twice"))
      }
      guard (1...Document.mostBytes).contains(attachment.document.bytes.count) else {
        return bad(
          name,
          Text(
            nl: "het document telt \(attachment.document.bytes.count) bytes; 1 tot \(Document.mostBytes) mag",
            en: "the document has \(attachment.document.bytes.count) bytes; 1 to \(Document.mostBytes) may be used"))
      }
      if let problem = TextRules.recording.problem(attachment.document.mediaType, most: 100, lines: false) {
        return bad(name, problem)
      }
    }
    return nil
  }

  private func bad(_ field: String, _ problem: Text) -> Failure {
    Failure(.badInput, Text("\(type.name), \(field): ") + problem)
  }
}

/// A document as it was read, before it is stored.
public struct Document: Sendable, Hashable {
  /// The most bytes a document may have: 64 MiB, so that it can be hashed and sealed in memory.
  public static let mostBytes = 64 << 20

  /// Its bytes.
  public let bytes: [UInt8]
  /// What kind of file it is, as in `text/plain`.
  public let mediaType: String

  /// A document.
  public init(bytes: [UInt8], mediaType: String) {
    self.bytes = bytes
    self.mediaType = mediaType
  }

  /// The SHA-256 of its bytes: what identifies a version.
  public var digest: Digest { SHA256.hash(bytes) }
}
