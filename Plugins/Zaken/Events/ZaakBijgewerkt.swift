import Governance

/// Something was recorded in a case. The one event type of every case: what happened, when, by whom and under which
/// procedure is sealed, so that in the log no case differs from another but in the time of recording (README, Cases).
public enum ZaakBijgewerkt: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "ZaakBijgewerkt", stream: "Zaak", opens: nil,
    meaning:
      "In een zaak is iets vastgelegd; wat, door wie en volgens welke procedure is verzegeld voor wie ervan mag weten.",
    source: "004:4539-4541; 004:5241-5257", signers: [], isMandatable: false, needsExactDate: true, isClosed: true
  ) {
    ClosedStream.sleutel
    ClosedStream.waarmerk
    ClosedStream.vakken.map(\.declaration)
  }
}
