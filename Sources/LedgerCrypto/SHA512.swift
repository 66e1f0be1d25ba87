import CSodium

/// A SHA-512 digest (FIPS 180-4): 64 bytes.
public struct Digest512: FixedBytes {
  /// Sixty-four.
  public static let length = 64
  /// The digest's bytes.
  public let bytes: [UInt8]
  /// Wraps bytes whose length is known to be right.
  public init(checked bytes: [UInt8]) { self.bytes = bytes }

  /// Reads 128 lowercase hexadecimal digits.
  /// - Throws: `CryptoError`.
  public init(hex: String) throws(CryptoError) { try self.init(Hex.decode(hex)) }
}

/// SHA-512 over one or more pieces.
public struct SHA512: Sendable {
  private var state = crypto_hash_sha512_state()

  /// Starts an empty hash.
  public init() {
    Sodium.ready()
    crypto_hash_sha512_init(&state)
  }

  /// Adds bytes to what is hashed.
  public mutating func update(_ bytes: [UInt8]) {
    crypto_hash_sha512_update(&state, bytes, UInt64(bytes.count))
  }

  /// The digest of everything added so far; the hash can go on after it.
  public func digest() -> Digest512 {
    var copy = state
    var out = [UInt8](repeating: 0, count: Digest512.length)
    crypto_hash_sha512_final(&copy, &out)
    return Digest512(checked: out)
  }

  /// The digest of one piece of bytes.
  public static func hash(_ bytes: [UInt8]) -> Digest512 {
    var hash = SHA512()
    hash.update(bytes)
    return hash.digest()
  }
}
