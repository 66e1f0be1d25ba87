import Governance
import Synchronization

/// The time of a generated ledger, which goes on by rounds.
final class BenchClock: Clock {
  private let moment: Mutex<Instant>

  init(_ moment: Instant) { self.moment = Mutex(moment) }

  var now: Instant { moment.withLock { $0 } }

  /// The time of the machine, for a ledger in which the program records as well.
  func set(_ instant: Instant) { moment.withLock { $0 = instant } }

  /// Ten in the morning UTC of a day.
  func set(_ day: CalendarDate) throws {
    let instant = try Instant("\(day)T10:00:00Z")
    moment.withLock { $0 = instant }
  }
}
