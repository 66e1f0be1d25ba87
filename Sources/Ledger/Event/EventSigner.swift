import LedgerCrypto

/// Signs events with one key; what is the same in each of them is made once.
public struct EventSigner: Sendable {
  private let key: (any Signer)?
  let kid: Thumbprint
  /// The encoded header and the dot behind it.
  let header: [UInt8]

  /// A signer with a key.
  public init(_ key: any Signer) { self.init(key, Thumbprint(key.verifyingKey)) }

  /// What someone will sign elsewhere: everything is there but the signature, in the place of which are zeros.
  public init(unsignedFor kid: Thumbprint) { self.init(nil, kid) }

  private init(_ key: (any Signer)?, _ kid: Thumbprint) {
    (self.key, self.kid) = (key, kid)
    let header: JSON = ["alg": "EdDSA", "kid": .string(kid.description), "typ": .string(SignedEvent.mediaType)]
    self.header = Base64.url.encodeBytes(header.serialized) + [UInt8(ascii: ".")]
  }

  func signature(over bytes: [UInt8]) throws -> Signature { try key?.sign(bytes) ?? .none }
}

extension Signature {
  /// Zeros in the place of a signature: no key makes these.
  fileprivate static let none = Signature(checked: [UInt8](repeating: 0, count: length))

}
