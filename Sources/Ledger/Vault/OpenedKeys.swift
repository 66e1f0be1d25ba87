import LedgerCrypto
import Synchronization

/// What a ring found in the very bytes of a sealed box: opening one costs two multiplications on a curve, and thousands of
/// values stand under the same few.
///
/// The vault is asked for those bytes each time, so that what it no longer holds is not opened from memory.
final class OpenedKeys: Sendable {
  private struct Found {
    var encryptionKeys: [WrappedKey: SymmetricKey] = [:]
    var circleKeys: [WrappedKey: BoxSecretKey] = [:]
  }

  /// How many keys of a kind are kept: a pass over a long log must not gather all of its keys in memory.
  private static let most = 256
  private let found = Mutex(Found())

  func encryptionKey(_ wrapped: WrappedKey) -> SymmetricKey? { found.withLock { $0.encryptionKeys[wrapped] } }

  func circleKey(_ wrapped: WrappedKey) -> BoxSecretKey? { found.withLock { $0.circleKeys[wrapped] } }

  func keep(_ key: SymmetricKey, of wrapped: WrappedKey) {
    found.withLock { found in
      if found.encryptionKeys.count >= Self.most { found.encryptionKeys.removeAll(keepingCapacity: true) }
      found.encryptionKeys[wrapped] = key
    }
  }

  func keep(_ key: BoxSecretKey, of wrapped: WrappedKey) {
    found.withLock { found in
      if found.circleKeys.count >= Self.most { found.circleKeys.removeAll(keepingCapacity: true) }
      found.circleKeys[wrapped] = key
    }
  }
}
