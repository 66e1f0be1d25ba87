import Ledger
import LedgerCrypto

/// An event in the log, or about to be, seen through its type.
public struct RecordedEvent: Sendable {
  /// Where it stands.
  public let position: UInt64
  /// The signed bytes and what they say.
  public let signed: SignedEvent
  /// The leaf hash of those bytes, as the log keeps it.
  public let leafHash: Digest
  /// Its type, in the version this program knows.
  public let type: EventType
  /// When it was signed, by the clock of who signed it.
  public let signedAt: Instant
  /// When it was recorded: the same, but for what was signed elsewhere or by a clock a little behind (README, Time). It follows
  /// from the log before it; of an event that is seen on its own it is when it was signed.
  public internal(set) var recordedAt: Instant
  /// The date on which it takes or took effect.
  public let effective: ImpreciseDate
  /// Its clear facts, brought to the present version of the type.
  public let facts: [JSON.Member]

  /// The event's id.
  public var id: EventID { signed.envelope.id }
  /// The event's stream.
  public var stream: StreamID { signed.envelope.stream }
  /// The day on which it was recorded, in the Netherlands.
  public var recordedOn: CalendarDate { recordedAt.date }
  /// The day on which it was signed, in the Netherlands: what happened had happened by then.
  public var signedOn: CalendarDate { signedAt.date }

  /// The same event, recorded at this moment.
  func recorded(at moment: Instant) -> RecordedEvent {
    var event = self
    event.recordedAt = moment
    return event
  }

  /// The value of a clear field; nil when the event does not have it.
  public subscript<Value: FieldValue>(field: Field<Value>) -> Value? { facts.value(of: field) }

  /// Where a sealed field's value can be asked for.
  public func reference(_ field: Field<some FieldValue>) -> FieldReference {
    FieldReference(position: position, field: field.name)
  }

  /// Whether this is an event of `definition`.
  public func `is`(_ definition: (some EventDefinition).Type) -> Bool { type.name == definition.type.name }
}

/// A sealed field as views hold it: never the value, only where the visibility filter can find it.
public struct FieldReference: Sendable, Hashable {
  /// The event's position.
  public let position: UInt64
  /// The field's name.
  public let field: String

  /// Names a field of an event.
  public init(position: UInt64, field: String) {
    self.position = position
    self.field = field
  }
}
