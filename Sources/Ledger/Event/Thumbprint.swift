import LedgerCrypto

/// Which key signed: the JWK thumbprint of an Ed25519 key (RFC 7638, RFC 8037), 43 characters base64url.
public struct Thumbprint: Sendable, Hashable, CustomStringConvertible {
  /// The thumbprint.
  public let description: String

  /// The thumbprint of a key.
  public init(_ key: VerifyingKey) {
    let jwk = #"{"crv":"Ed25519","kty":"OKP","x":""# + Base64.url.encode(key.bytes) + #""}"#
    description = Base64.url.encode(SHA256.hash(jwk).bytes)
  }

  /// Reads a thumbprint; nil when it is not 32 bytes of base64url.
  public init?(_ text: some StringProtocol) {
    guard let bytes = try? Base64.url.decode(String(text)), bytes.count == Digest.length else { return nil }
    description = String(text)
  }
}
