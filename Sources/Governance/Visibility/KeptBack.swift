import Synchronization

/// Whether a reader without a key was kept from something, so that it can be said once that there is more to see.
final class KeptBack: Sendable {
  private let kept = Mutex(false)

  var isSo: Bool { kept.withLock { $0 } }

  func note() { kept.withLock { $0 = true } }
}
