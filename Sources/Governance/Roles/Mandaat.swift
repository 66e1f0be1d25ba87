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
  /// The first day on which it no longer holds, when it was withdrawn.
  public var withdrawnFrom: CalendarDate?

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

  /// Whether it holds on a day.
  public func holds(on day: CalendarDate) -> Bool {
    van <= day && tot.map { day <= $0 } ?? true && withdrawnFrom.map { day < $0 } ?? true
  }
}
