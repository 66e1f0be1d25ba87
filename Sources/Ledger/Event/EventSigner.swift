import LedgerCrypto

/// Signs events with one key; what is the same in each of them is made once.
public struct EventSigner: Sendable {
  let key: SigningKey
  let kid: Thumbprint
  /// The encoded header and the dot behind it.
  let header: [UInt8]

  /// A signer with a key.
  public init(_ key: SigningKey) {
    self.key = key
    kid = Thumbprint(key.verifyingKey)
    let header: JSON = ["alg": "EdDSA", "kid": .string(kid.description), "typ": .string(SignedEvent.mediaType)]
    self.header = Base64.url.encodeBytes(header.serialized) + [UInt8(ascii: ".")]
  }
}
