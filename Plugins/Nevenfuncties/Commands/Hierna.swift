import Governance
import Ledger

extension NevenfunctiesPlugin {
  /// What waits on the activity that an event is about, and the site once its statement changed.
  public func next(after event: RecordedEvent, in reading: Reading) throws -> String? {
    switch event.stream.kind {
    case OpgaveGepubliceerd.type.streamKind: "waarborg publiceer MAP"
    case NevenwerkzaamheidGemeld.type.streamKind:
      try Werkzaamheid.of(event.stream, reading.views).flatMap {
        try OpenstaandItem.of($0, op: event.recordedOn, reading)?.opdracht
      }
    default: nil
    }
  }
}
