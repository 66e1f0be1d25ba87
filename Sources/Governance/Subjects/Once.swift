import Synchronization

/// A value that is made when it is first asked for, and then kept: what a subject needs for the answers of many days, and
/// not for those of one.
public final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// Nothing is made yet.
  public init() {}

  /// The value; what makes it gives the same whenever it is asked.
  public func value(_ make: () throws -> Value) rethrows -> Value {
    if let known = made.withLock({ $0 }) { return known }
    let value = try make()
    made.withLock { $0 = value }
    return value
  }
}
