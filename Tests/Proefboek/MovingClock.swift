import Governance
import Synchronization

/// A clock that a test puts forward and back.
public final class MovingClock: Governance.Clock {
  private let seconds: Mutex<Int64>

  /// A clock that stands at a moment until it is moved.
  public init(_ moment: Instant) { seconds = Mutex(moment.secondsSince1970) }

  /// Where it stands.
  public var now: Instant { (try? Instant(secondsSince1970: seconds.withLock { $0 })) ?? .last }

  /// Moves it by seconds, back when negative.
  public func move(by delta: Int64) { seconds.withLock { $0 += delta } }

  /// Puts it at a moment.
  public func move(to moment: Instant) { seconds.withLock { $0 = moment.secondsSince1970 } }

  /// Moves it by days of 24 hours, back when negative.
  public func move(days: Int64) { move(by: days * 86_400) }
}
