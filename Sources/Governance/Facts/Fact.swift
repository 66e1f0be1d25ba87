import Ledger

/// What one event recorded, as the views hold it: its clear facts, where it stands, and whether it still counts.
///
/// Every plugin reads the same facts; a plugin says what they mean.
public struct Fact: Sendable {
  /// Kept in one place: facts are handed on a great deal, and each copy of all its parts is work.
  private let kept: Stored
  private var stored: Stored {
    kept.counter?.add()
    return kept
  }

  private final class Stored: Sendable {
    let position: UInt64
    let id: EventID
    let stream: StreamID
    let type: String
    let effective: ImpreciseDate
    let recordedEffective: ImpreciseDate
    let signedAt: Instant
    let recordedAt: Instant
    let signer: String
    let values: [JSON.Member]
    let correctedBy: UInt64?
    let isWithdrawn: Bool
    let isCorrection: Bool
    let day: CalendarDate
    let counter = LookCounter.current

    init(
      position: UInt64, id: EventID, stream: StreamID, type: String, effective: ImpreciseDate,
      recordedEffective: ImpreciseDate, signedAt: Instant, recordedAt: Instant, signer: String, values: [JSON.Member],
      correctedBy: UInt64?, isWithdrawn: Bool
    ) {
      self.position = position
      self.id = id
      self.stream = stream
      self.type = type
      self.effective = effective
      self.recordedEffective = recordedEffective
      self.signedAt = signedAt
      self.recordedAt = recordedAt
      self.signer = signer
      self.values = values
      self.correctedBy = correctedBy
      self.isWithdrawn = isWithdrawn
      isCorrection = values.contains { $0.name == Correction.event.name }
      day = effective.latest ?? signedAt.date
    }
  }

  /// Where the event stands in the log.
  public var position: UInt64 { stored.position }
  /// The event's id.
  public var id: EventID { stored.id }
  /// The event's stream.
  public var stream: StreamID { stored.stream }
  /// The name of its type, as in `RegelingVastgesteld`.
  public var type: String { stored.type }
  /// The date on which it takes or took effect; the right one, when a correction gave another.
  public var effective: ImpreciseDate { stored.effective }
  /// The date that was recorded with the event itself.
  public var recordedEffective: ImpreciseDate { stored.recordedEffective }
  /// When it was signed, by the clock of who signed it.
  public var signedAt: Instant { stored.signedAt }
  /// When it was recorded: later, when it was signed elsewhere.
  public var recordedAt: Instant { stored.recordedAt }
  /// The thumbprint of the key that signed it.
  public var signer: String { stored.signer }
  /// Its clear facts.
  public var values: [JSON.Member] { stored.values }
  /// The position of the correction that says it was a mistake, or that its date was another.
  public var correctedBy: UInt64? { stored.correctedBy }
  /// Whether that correction took it away; false for one that only gave the right date.
  public var isWithdrawn: Bool { stored.isWithdrawn }

  init(
    position: UInt64, id: EventID, stream: StreamID, type: String, effective: ImpreciseDate,
    recordedEffective: ImpreciseDate, signedAt: Instant, recordedAt: Instant, signer: String, values: [JSON.Member],
    correctedBy: UInt64?, isWithdrawn: Bool
  ) {
    kept = Stored(
      position: position, id: id, stream: stream, type: type, effective: effective,
      recordedEffective: recordedEffective, signedAt: signedAt, recordedAt: recordedAt, signer: signer, values: values,
      correctedBy: correctedBy, isWithdrawn: isWithdrawn)
  }

  /// What an event is just after it was recorded.
  public init(_ event: RecordedEvent) {
    self.init(
      position: event.position, id: event.id, stream: event.stream, type: event.type.name, effective: event.effective,
      recordedEffective: event.effective, signedAt: event.signedAt, recordedAt: event.recordedAt,
      signer: event.signed.key.description, values: event.facts, correctedBy: nil, isWithdrawn: false)
  }

  /// The value of a clear field; nil when the event does not have it.
  public subscript<Value: FieldValue>(field: Field<Value>) -> Value? { stored.values.value(of: field) }

  /// Whether it is an event of one of these types.
  public func `is`(_ definitions: any EventDefinition.Type...) -> Bool {
    definitions.contains { $0.type.name == type }
  }

  /// Whether it says that another event was a mistake.
  public var isCorrection: Bool { stored.isCorrection }
  /// Whether it counts: not taken away by a correction, and not itself one.
  public var counts: Bool { !isWithdrawn && !isCorrection }
  /// Whether it is of before the ledger was founded.
  public var isHistorical: Bool { self[HistoricalFact.historisch] == true }
  /// The day in the Netherlands on which it was recorded.
  public var recordedOn: CalendarDate { recordedAt.date }
  /// The day in the Netherlands on which it was signed: what it says had happened by then.
  public var signedOn: CalendarDate { signedAt.date }
  /// The day by which it certainly happened: its last possible day, or that on which it was signed.
  public var day: CalendarDate { stored.day }
  /// The day from which it may have happened: its first possible day, or any when nothing limits it.
  public var earliestDay: CalendarDate { effective.earliest ?? .first }
  /// Whether it had certainly happened on a day.
  public func happened(by day: CalendarDate) -> Bool { self.day <= day }

  /// Where a sealed field's value can be asked for.
  public func reference(_ field: Field<some FieldValue>) -> FieldReference {
    FieldReference(position: position, field: field.name)
  }

  /// The days on which it can begin to be so, or begins to be certain: the bounds of its date.
  public var boundaries: [CalendarDate] {
    let (first, last) = (effective.earliest, effective.latest)
    if let first, first == last { return [first] }
    return [first, last, last == nil ? signedOn : nil].compactMap(\.self)
  }
}

extension Fact: Hashable {
  /// Whether both say the same of the same event.
  public static func == (left: Fact, right: Fact) -> Bool {
    let (left, right) = (left.stored, right.stored)
    return left === right
      || left.position == right.position && left.id == right.id && left.stream == right.stream
        && left.type == right.type && left.effective == right.effective
        && left.recordedEffective == right.recordedEffective && left.recordedAt == right.recordedAt
        && left.signedAt == right.signedAt
        && left.signer == right.signer && left.values == right.values && left.correctedBy == right.correctedBy
        && left.isWithdrawn == right.isWithdrawn
  }

  /// By the event.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(position)
    hasher.combine(id)
  }
}

extension [JSON.Member] {
  /// The value of a field; nil when it is not among these.
  func value<Value: FieldValue>(of field: Field<Value>) -> Value? {
    let name = field.name
    for member in self where member.name == name { return Value(json: member.value) }
    return nil
  }
}
