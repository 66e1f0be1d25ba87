import Ledger

/// What one event recorded, as the views hold it: its clear facts, where it stands, and whether it still counts.
///
/// Every plugin reads the same facts; a plugin says what they mean.
public struct Fact: Sendable, Hashable {
  /// Where the event stands in the log.
  public let position: UInt64
  /// The event's id.
  public let id: EventID
  /// The event's stream.
  public let stream: StreamID
  /// The name of its type, as in `RegelingVastgesteld`.
  public let type: String
  /// The date on which it takes or took effect; the right one, when a correction gave another.
  public let effective: ImpreciseDate
  /// The date that was recorded with the event itself.
  public let recordedEffective: ImpreciseDate
  /// When it was recorded.
  public let recordedAt: Instant
  /// The thumbprint of the key that signed it.
  public let signer: String
  /// Its clear facts.
  public let values: [JSON.Member]
  /// The position of the correction that says it was a mistake, or that its date was another.
  public let correctedBy: UInt64?
  /// Whether that correction took it away; false for one that only gave the right date.
  public let isWithdrawn: Bool

  init(
    position: UInt64, id: EventID, stream: StreamID, type: String, effective: ImpreciseDate,
    recordedEffective: ImpreciseDate, recordedAt: Instant, signer: String, values: [JSON.Member],
    correctedBy: UInt64?, isWithdrawn: Bool
  ) {
    self.position = position
    self.id = id
    self.stream = stream
    self.type = type
    self.effective = effective
    self.recordedEffective = recordedEffective
    self.recordedAt = recordedAt
    self.signer = signer
    self.values = values
    self.correctedBy = correctedBy
    self.isWithdrawn = isWithdrawn
  }

  /// What an event is just after it was recorded.
  public init(_ event: RecordedEvent) {
    self.init(
      position: event.position, id: event.id, stream: event.stream, type: event.type.name, effective: event.effective,
      recordedEffective: event.effective, recordedAt: event.recordedAt, signer: event.signed.key.description,
      values: event.facts, correctedBy: nil, isWithdrawn: false)
  }

  /// The value of a clear field; nil when the event does not have it.
  public subscript<Value: FieldValue>(field: Field<Value>) -> Value? {
    values.first { $0.name == field.name }.flatMap { Value(json: $0.value) }
  }

  /// Whether it is an event of one of these types.
  public func `is`(_ definitions: any EventDefinition.Type...) -> Bool {
    definitions.contains { $0.type.name == type }
  }

  /// Whether it says that another event was a mistake.
  public var isCorrection: Bool { values.contains { $0.name == Correction.event.name } }
  /// Whether it counts: not taken away by a correction, and not itself one.
  public var counts: Bool { !isWithdrawn && !isCorrection }
  /// Whether it is of before the ledger was founded.
  public var isHistorical: Bool { self[HistoricalFact.historisch] == true }
  /// The day in the Netherlands on which it was recorded.
  public var recordedOn: CalendarDate { recordedAt.date }
  /// The day by which it certainly happened: its last possible day, or that on which it was recorded.
  public var day: CalendarDate { effective.latest ?? recordedOn }
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
    return [first, last, last == nil ? recordedOn : nil].compactMap(\.self)
  }
}
