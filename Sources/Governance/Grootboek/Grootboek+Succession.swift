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
    succession.wrappedKeys = wrapper.wrappedKeys
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
  ///
  /// The last way to a data key stays: whoever may revoke a key could else make disappear what they cannot read, and without
  /// an erasure nothing of that would be told.
  func dismiss(_ leaving: [BoxPublicKey], living: Set<String>, _ vault: any VaultTransaction) throws {
    for key in leaving {
      let last = try vault.keys(wrappedFor: key.name).filter { name in
        let others = living.subtracting([key.name])
        guard try !vault.wrappedKeys(name).contains(where: { others.contains($0.recipient) }) else { return false }
        // The organisation's key opens itself; a key-encryption key opens the data keys under it.
        guard BoxPublicKey(name: name) == nil else { return true }
        return try vault.keys(wrappedFor: name).contains { dataKey in
          try !vault.holders(ofDataKey: dataKey).contains(where: others.contains)
        }
      }
      try vault.removeKeys(wrappedFor: key.name, except: Set(last))
    }
  }
}

extension KeyRegistry {
  /// The box keys, by name, of everyone whose key was not revoked and is confirmed, but for one.
  func living(without id: Thumbprint? = nil) -> Set<String> {
    Set(keys.values.filter { $0.revoked == nil && !$0.isUnconfirmed && $0.id != id }.map(\.box.name))
  }
}
