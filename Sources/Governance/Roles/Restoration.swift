import Ledger

extension KeyRegistry {
  /// A ledger that went on under another log key: something was lost for good, or the key was.
  public struct Restoration: Sendable, Hashable {
    /// The event that says so, and how many events there were before it: what the new key signs begins with it.
    public let at: UInt64
    /// The new key, as a vkey.
    public let logKey: String
    /// The registrar who signed it.
    public let by: Thumbprint
    /// How many events had been seen of the ledger; nil when nothing is lost as far as anyone knew.
    public let seen: UInt64?
    /// Whether a second registrar has to confirm it: there was one.
    public let needsSecond: Bool
    /// The event with which a second registrar confirmed it.
    public var confirmedAt: UInt64?

    /// Whether the second signature is still missing: nothing else is recorded until then.
    public var isPending: Bool { needsSecond && confirmedAt == nil }

    var json: JSON {
      [
        "position": .int(Int64(clamping: at)), "logKey": .string(logKey), "kid": .string(by.description),
        "seen": seen.map { .int(Int64(clamping: $0)) } ?? .null,
        "confirmedAt": confirmedAt.map { .int(Int64(clamping: $0)) } ?? .null, "pending": .bool(isPending),
      ]
    }

    /// What was lost, in words that stay true for ever.
    public var text: Text {
      let lost =
        seen.map { $0 > at ? $0 - at : 0 } ?? 0
      let what =
        lost == 0
        ? Text(
          nl: "met nummer \(at) kreeg het log een nieuwe sleutel; er is niets verloren, voor zover bekend",
          en: "with number \(at) the log got a new key; nothing was lost as far as is known")
        : Text(
          nl: "met nummer \(at) ging het log verder onder een nieuwe sleutel; wat eerder als nummer \(at) tot en met "
            + "\(at + lost - 1) was vastgelegd, is verloren",
          en: "with number \(at) the log went on under a new key; what was recorded before as number \(at) to "
            + "\(at + lost - 1) is lost")
      if isPending {
        return what + Text(nl: " (nog niet door een tweede bevestigd)", en: " (not confirmed by a second yet)")
      }
      return needsSecond
        ? what
        : what
          + Text(
            nl: " (door één sleutelbeheerder, want er was geen tweede)",
            en: " (by one registrar, for there was no second)")
    }
  }

  /// The keys that sign the log's checkpoints.
  public var logKeys: LogKeys {
    guard let founding else { return LogKeys([]) }
    return LogKeys(
      [LogKeys.Key(after: 0, vkey: founding.logKey)]
        + restorations.map { LogKeys.Key(after: $0.at, vkey: $0.logKey) })
  }

  /// The restoration that waits for a second signature.
  public var pendingRestoration: Restoration? { restorations.last.flatMap { $0.isPending ? $0 : nil } }

  /// Records that the ledger goes on under another log key.
  /// - Parameters:
  ///   - size: How many events were restored; the event itself comes directly behind them.
  ///   - old: The key until then.
  /// - Throws: `AuthorityProblem`.
  public mutating func restore(
    logKey: String, insteadOf old: String, after size: UInt64, seen: UInt64?, by signer: Thumbprint, at position: UInt64
  ) throws {
    guard position > 0, size == position, old == logKeys.present, logKey != old, seen.map({ $0 >= size }) ?? true,
      (try? NoteVerifier(vkey: logKey)) != nil, pendingRestoration == nil,
      let first = keys[signer], Rol.sleutelbeheerders.contains(first.rol), !first.isUnconfirmed
    else { throw AuthorityProblem.noRestoration }
    let needsSecond = keys.values.contains {
      $0.id != signer && $0.revoked == nil && !$0.isUnconfirmed && Rol.sleutelbeheerders.contains($0.rol)
    }
    add(
      Restoration(at: position, logKey: logKey, by: signer, seen: seen, needsSecond: needsSecond, confirmedAt: nil))
  }

  /// Whether a key may put the second signature under the restoration that waits for it: it is another registrar's, and it was
  /// one before anything was restored.
  public func mayConfirmRestoration(_ second: Thumbprint) -> Bool {
    guard let pending = pendingRestoration, let key = keys[second] else { return false }
    return maySecond(second, after: pending.by) && key.registeredAt < pending.at
  }

  /// Records the second signature under a restoration.
  /// - Throws: `AuthorityProblem`.
  public mutating func confirmRestoration(by second: Thumbprint, at position: UInt64) throws {
    guard mayConfirmRestoration(second) else { throw AuthorityProblem.noRestoration }
    confirmRestoration(at: position)
  }
}
