import CAgent

/// The time as the process reads it that keeps keys open: nobody can set these clocks, and a machine that sleeps shows in them.
struct AgentTime: Sendable, Equatable {
  /// Nanoseconds since the machine started, sleep included.
  var sinceStart: Int64
  /// Nanoseconds that it was awake.
  var awake: Int64

  /// How long it has slept.
  var asleep: Int64 { sinceStart - awake }

  /// The time of this machine.
  static var now: AgentTime {
    // In this order a pause between the two readings never looks like sleep.
    let sinceStart = waarborg_clock(1)
    return AgentTime(sinceStart: sinceStart, awake: waarborg_clock(0))
  }

  static let second: Int64 = 1_000_000_000
}
