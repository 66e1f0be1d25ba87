import Ledger
import LedgerCrypto

/// Who signs what is appended, and for whom sealed values are opened while it is judged.
public struct AppendSigner: Sendable {
  let events: EventSigner
  /// Opens what is sealed; nil where only what everyone reads is seen.
  let ring: KeyRing?
  /// Whether the signature is still to come, from another machine.
  let isApart: Bool

  /// Someone who signs here.
  public init(_ key: UnlockedKey) {
    (events, ring, isApart) = (EventSigner(key.signing), key.ring, false)
  }

  /// Someone who will sign on another machine, while somebody else reads here.
  public init(apart id: Thumbprint, reader: KeyRing?) {
    (events, ring, isApart) = (EventSigner(unsignedFor: id), reader, true)
  }

  var audience: Audience { ring.map { .member($0) } ?? .outside }
}
