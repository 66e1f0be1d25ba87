import Synchronization

/// What a reader was kept from, so that it can be said once that there is more to see.
final class KeptBack: Sendable {
  /// Why.
  enum Reason: Hashable, Sendable {
    /// It was asked without a key.
    case noKey
    /// It is not in this copy.
    case notInCopy
  }

  private let kept = Mutex<Set<Reason>>([])

  func has(_ reason: Reason) -> Bool { kept.withLock { $0.contains(reason) } }

  func note(_ reason: Reason) { kept.withLock { _ = $0.insert(reason) } }
}
