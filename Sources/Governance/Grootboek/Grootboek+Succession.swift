import Ledger
import LedgerCrypto

/// What a key that leaves hands on, and what it takes along.
public struct Succession: Sendable {
  /// The data keys that its successor gets, under one key-encryption key of the append.
  public var wrappedKeys: [WrappedKey] = []
  /// The streams of which something stays closed: for the successor, or where there is none for everyone.
  public var dark: [StreamID] = []
}

extension Grootboek {
  /// What the successor of a key gets: the data keys of every stream whose circle the key is in.
  ///
  /// Only those circles are looked at, found by the key. No event tells of the wraps: that the successor stands in the place
  /// of the key is what the revocation says.
  /// - Parameter rings: Who can open them here: the key itself, or another member.
  public func succession(
    of id: Thumbprint, by successor: BoxPublicKey, openedBy rings: [KeyRing], _ reading: Reading
  ) throws -> Succession {
    var succession = Succession()
    var wrapper = KeyWrapper(random: random)
    try forEachCircle(of: id, reading) { stream in
      var isWhole = true
      try forEachDataKey(of: stream) { name in
        for ring in rings {
          guard let key = try ring.dataKey(name, in: stores.vault) else { continue }
          return try wrapper.wrap(key, id: name, for: [successor])
        }
        isWhole = false
      }
      if !isWhole { succession.dark.append(stream) }
    }
    succession.wrappedKeys = wrapper.takeWrappedKeys()
    return succession
  }

  /// Whether a key is in the circle of any stream.
  public func isInCircles(_ id: Thumbprint, _ reading: Reading) throws -> Bool {
    var isInAny = false
    try forEachCircle(of: id, reading) { _ in isInAny = true }
    return isInAny
  }

  /// The streams of which nobody reads something any more once a key is revoked without a successor.
  public func darkened(without id: Thumbprint, _ reading: Reading) throws -> [StreamID] {
    let living = reading.registry.living(without: id)
    var dark: [StreamID] = []
    try forEachCircle(of: id, reading) { stream in
      var isDark = false
      try forEachDataKey(of: stream) { name in
        if !isDark, try !stores.vault.holders(ofDataKey: name).contains(where: living.contains) { isDark = true }
      }
      if isDark { dark.append(stream) }
    }
    return dark
  }

  private func forEachCircle(of id: Thumbprint, _ reading: Reading, _ body: (StreamID) throws -> Void) throws {
    try catalog.authority.forEachCircle(of: reading.registry.places(of: id), reading.views, body)
  }

  /// Takes from who leaves what somebody else who is still a member can open as well.
  func dismiss(_ leaving: some Sequence<String>, living: Set<String>, _ vault: any VaultTransaction) throws {
    for recipient in leaving {
      let left = try Set(vault.left(for: recipient, living: living))
      guard !left.isEmpty else { continue }
      let kept = try vault.keys(wrappedFor: recipient).filter { !left.contains($0) }
      try vault.removeKeys(wrappedFor: recipient, except: Set(kept))
    }
  }
}

extension KeyRegistry {
  /// The box keys, by name, of everyone whose key was not revoked and is confirmed, but for one.
  func living(without id: Thumbprint? = nil) -> Set<String> {
    Set(keys.values.filter { $0.revoked == nil && !$0.isUnconfirmed && $0.id != id }.map(\.box.name))
  }
}
