import Ledger

/// A mandate: one role lets another sign certain events in its place, from and until a day (Awb 10:1).
public struct Mandaat: Sendable, Hashable {
  /// The stream of its events, which identifies it.
  public let stream: StreamID
  /// Who gives it.
  public let mandaatgever: Rol
  /// Who gets it.
  public let gemandateerde: Rol
  /// The event types it covers.
  public let gebeurtenissen: [String]
  /// The first day.
  public let van: CalendarDate
  /// The last day; nil when it runs until it is withdrawn.
  public let tot: CalendarDate?
  /// Since when it no longer holds, when it was withdrawn.
  public var withdrawn: Intrekking?

  /// Since when a mandate no longer holds.
  public struct Intrekking: Sendable, Hashable {
    /// The first day on which it does not.
    public let from: CalendarDate
    /// The event that said so.
    public let at: UInt64
    /// Whether it held at once: then for everything behind that event, whatever a clock says later.
    public let isAtOnce: Bool
  }

  /// A mandate.
  public init(
    stream: StreamID, mandaatgever: Rol, gemandateerde: Rol, gebeurtenissen: [String], van: CalendarDate,
    tot: CalendarDate?
  ) {
    self.stream = stream
    self.mandaatgever = mandaatgever
    self.gemandateerde = gemandateerde
    self.gebeurtenissen = gebeurtenissen
    self.van = van
    self.tot = tot
  }

  /// Whether it holds on a day, as known now.
  public func holds(on day: CalendarDate) -> Bool {
    isGiven(on: day) && withdrawn.map { day < $0.from } ?? true
  }

  private func isGiven(on day: CalendarDate) -> Bool { van <= day && tot.map { day <= $0 } ?? true }

  /// Whether it holds for what stands at this position and was recorded on this day.
  public func holds(for position: UInt64, on day: CalendarDate) -> Bool {
    isGiven(on: day) && withdrawn.map { position <= $0.at || !$0.isAtOnce && day < $0.from } ?? true
  }
}
