/// Where the time comes from; passed in everywhere so that a test can stand still.
public protocol Clock: Sendable {
  /// The present moment.
  var now: Instant { get }
}

/// A clock that stands still.
public struct FixedClock: Clock {
  /// Where it stands.
  public let now: Instant

  /// A clock that always says `now`.
  public init(_ now: Instant) { self.now = now }
}
