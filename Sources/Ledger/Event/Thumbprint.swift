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
  public init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// Reads a thumbprint; nil when it is not 32 bytes of base64url.
  public init?(_ text: String) {
    guard Self.isDigest(text) else { return nil }
    description = text
  }

  /// Whether a text is 32 bytes of base64url: 43 characters, of which the last has two bits that stand for nothing and
  /// must be zero (RFC 4648, section 3.5).
  static func isDigest(_ text: String) -> Bool {
    guard text.utf8.count == 43 else { return false }
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): last = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): last = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): last = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "-"): last = 62
      case UInt8(ascii: "_"): last = 63
      default: return false
      }
    }
    return last & 0b11 == 0
  }
}
