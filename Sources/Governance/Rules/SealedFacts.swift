import Ledger

/// Where a rule reads what is sealed: what is being appended as it was filled in, and of earlier events what this reader
/// can open.
struct SealedFacts {
  /// The earlier events, and for whom they are opened.
  let filter: VisibilityFilter
  /// The event that is judged.
  let judged: RecordedEvent
  /// What is being appended; nil where history is judged.
  var underWay: UnderWay?

  /// What is being appended behind a log of so many events: the draft that is judged, and those before it with what came of
  /// them.
  struct UnderWay {
    let size: UInt64
    let draft: EventDraft
    let earlier: (drafts: [EventDraft], events: [RecordedEvent])
  }

  /// The draft that stands at a position; nil for what is in the log.
  private func draft(at position: UInt64) -> EventDraft? {
    guard let underWay, position >= underWay.size else { return nil }
    return position == judged.position ? underWay.draft : underWay.earlier.drafts[Int(position - underWay.size)]
  }

  /// The value of a field; nil when it was not filled in.
  /// - Throws: `SealedHere` when it cannot be opened here.
  func value(_ reference: FieldReference) throws -> JSON? {
    if let draft = draft(at: reference.position) { return draft.values[reference.field] }
    let isOwn = reference.position == judged.position
    switch try isOwn ? filter.reveal(reference.field, of: judged) : filter.reveal(reference) {
    case .value(let value): return value
    case .absent: return nil
    case .erased: throw SealedHere(reference: reference, isGone: true)
    case .sealed, .missing: throw SealedHere(reference: reference, isGone: false)
    }
  }

  /// Whether a field is filled in, also by a document.
  func isFilled(_ reference: FieldReference) throws -> Bool {
    if let draft = draft(at: reference.position), draft.document(named: reference.field) != nil { return true }
    return try value(reference) != nil
  }

  /// The event at an earlier position.
  func event(at position: UInt64) throws -> RecordedEvent? {
    guard let underWay, position >= underWay.size else { return try filter.event(at: position) }
    return underWay.earlier.events[Int(position - underWay.size)]
  }
}

/// A rule asked for a value that cannot be opened here, so that it cannot judge.
struct SealedHere: Error {
  let reference: FieldReference
  /// Whether it was erased, so that nobody can.
  let isGone: Bool

  /// Said to who would append something that cannot be judged.
  var failure: Failure {
    Failure(
      .notPermitted,
      Text(
        nl: "of dit mag, hangt af van veld «\(reference.field)» van nummer \(reference.position), en dat gaat met deze "
          + "sleutel niet open",
        en: "whether this may be depends on field “\(reference.field)” of number \(reference.position), which this key "
          + "does not open"),
      remedy: Text(
        nl: "gebruik --als met een sleutel die toegang heeft", en: "use --als with a key that has access"))
  }
}

/// Reads sealed fields of recorded facts: a rule while it judges, or a reader.
public protocol SealedReading {
  /// The value of a field; nil when it was not filled in, or when this reader cannot open it.
  /// - Throws: For a rule, when the field cannot be opened here: then the rule is not judged.
  func sealed<Value: FieldValue>(_ field: Field<Value>, of fact: Fact) throws -> Value?
}

extension VisibilityFilter: SealedReading {
  /// The value of a field; nil when it was not filled in, or when this reader cannot open it.
  public func sealed<Value: FieldValue>(_ field: Field<Value>, of fact: Fact) throws -> Value? {
    guard case .value(let json) = try reveal(fact.reference(field)) else { return nil }
    return Value(json: json)
  }
}

extension RuleContext: SealedReading {
  /// Whether a sealed field of the event is filled in, also by a document.
  /// - Throws: When that cannot be seen here: then the rule is not judged.
  public func isFilled(_ field: Field<some FieldValue>) throws -> Bool { try sealed.isFilled(event.reference(field)) }

  /// The value of a sealed field of the event; nil when it was not filled in.
  /// - Throws: When it cannot be opened here: then the rule is not judged.
  public func sealed<Value: FieldValue>(_ field: Field<Value>) throws -> Value? {
    try sealed.value(event.reference(field)).flatMap { Value(json: $0) }
  }

  /// The value of a sealed field of an earlier event; nil when it was not filled in.
  /// - Throws: When it cannot be opened here: then the rule is not judged.
  public func sealed<Value: FieldValue>(_ field: Field<Value>, of fact: Fact) throws -> Value? {
    try sealed.value(fact.reference(field)).flatMap { Value(json: $0) }
  }

  /// What the event discloses of a sealed field of an earlier event; nil when it discloses nothing that was signed there.
  ///
  /// Anyone can compare it with what was signed, so a rule that relies on it is judged without any key.
  public func disclosed<Value: FieldValue>(
    _ field: Field<Value>, of fact: Fact, by disclosures: Field<[DisclosedValue]>
  ) throws -> Value? {
    let given = (event[disclosures] ?? []).filter { $0.disclosure.name == field.name }
    guard !given.isEmpty, let signed = try sealed.event(at: fact.position)?.signed.envelope.sealedDigests else {
      return nil
    }
    return given.first { signed.containsExactly($0.disclosure.digest) }.flatMap { Value(json: $0.disclosure.value) }
  }
}
