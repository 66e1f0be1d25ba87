import Ledger

extension RuleContext {
  /// Whether the event says that it is a fact from before the ledger.
  public var isHistorical: Bool { event[HistoricalFact.historisch] == true }

  /// The day by which the event happened: its last possible day, or the day on which it is recorded.
  public var day: CalendarDate { event.effective.latest ?? event.signedOn }

  /// The roles in which it is signed: the signer's own, and that of who gave the mandate.
  public var roles: Set<Rol> { [capacity.rol, capacity.decider] }

  /// Whether a role is the one that signs, or gave the signer a mandate for it.
  ///
  /// Someone with a power of their own can hold a mandate besides; the capacity then names only the former.
  public func decides(_ role: Rol) -> Bool {
    capacity.decider == role
      || registry.mandates.contains {
        $0.mandaatgever == role && $0.gemandateerde == capacity.rol
          && $0.gebeurtenissen.containsExactly(event.type.name)
          && $0.holds(for: event.position, on: event.recordedOn)
      }
  }

  /// The last fact of one of these types that counts in the event's stream, just before it; looked up by its type,
  /// however long the stream is.
  public func last(of types: [any EventDefinition.Type]) throws -> Fact? {
    try types.compactMap { try views.last(of: $0, in: event.stream) }.max { $0.position < $1.position }
  }

  /// The keys admitted to a stream's circle just before the event.
  public func circle(of stream: StreamID) throws -> [KeyRegistry.RegisteredKey] {
    registry.circle(try catalog.authority.circle(of: stream, views))
  }

  /// A subject just before the event; folded once for the event, and kept for those after it.
  public func subject<S: Subject>(_ type: S.Type, _ key: SubjectKey) throws -> S? { try views.subject(type, key) }
}
