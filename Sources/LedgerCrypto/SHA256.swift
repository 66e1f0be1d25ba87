import CSodium

/// A SHA-256 digest (FIPS 180-4): 32 bytes.
public struct Digest: FixedBytes {
  /// Thirty-two.
  public static let length = 32
  /// The digest's bytes.
  public let bytes: [UInt8]
  /// Wraps bytes whose length is known to be right.
  public init(checked bytes: [UInt8]) { self.bytes = bytes }

  /// Reads 64 lowercase hexadecimal digits.
  /// - Throws: `CryptoError`.
  public init(hex: String) throws(CryptoError) { try self.init(Hex.decode(hex)) }

  /// Base64 with padding, as signed notes and proofs print a hash.
  public var base64: String { Base64.standard.encode(bytes) }
}

/// SHA-256 over one or more pieces.
public struct SHA256: Sendable {
  private var state = crypto_hash_sha256_state()

  /// Starts an empty hash.
  public init() {
    Sodium.ready()
    crypto_hash_sha256_init(&state)
  }

  /// Adds bytes to what is hashed.
  public mutating func update(_ bytes: [UInt8]) {
    crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
  }

  /// Adds bytes to what is hashed.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { crypto_hash_sha256_update(&state, base, UInt64(buffer.count)) }
    }
  }

  /// The digest of everything added so far; the hash can go on after it.
  public func digest() -> Digest {
    var copy = state
    var out = [UInt8](repeating: 0, count: Digest.length)
    crypto_hash_sha256_final(&copy, &out)
    return Digest(checked: out)
  }

  /// The digest of one piece of bytes.
  public static func hash(_ bytes: [UInt8]) -> Digest {
    Sodium.ready()
    var out = [UInt8](repeating: 0, count: Digest.length)
    crypto_hash_sha256(&out, bytes, UInt64(bytes.count))
    return Digest(checked: out)
  }

  /// The digest of a text's UTF-8 bytes.
  public static func hash(_ text: String) -> Digest { hash(Array(text.utf8)) }
}
