import CSodium

/// An Ed25519 signature (RFC 8032): 64 bytes.
public struct Signature: FixedBytes {
  /// Sixty-four.
  public static let length = 64
  /// R and S, concatenated.
  public let bytes: [UInt8]
  /// Wraps bytes whose length is known to be right.
  public init(checked bytes: [UInt8]) { self.bytes = bytes }
}

/// An Ed25519 public key (RFC 8032): 32 bytes.
public struct VerifyingKey: FixedBytes {
  /// Thirty-two.
  public static let length = 32
  /// The encoded point.
  public let bytes: [UInt8]
  /// Wraps bytes whose length is known to be right.
  public init(checked bytes: [UInt8]) { self.bytes = bytes }

  /// Whether `signature` was made over exactly `message` by the owner of this key.
  ///
  /// Small-order keys and non-canonical signatures are refused by libsodium.
  public func isValidSignature(_ signature: Signature, for message: [UInt8]) -> Bool {
    Sodium.ready()
    return crypto_sign_verify_detached(signature.bytes, message, UInt64(message.count), bytes) == 0
  }
}

/// An Ed25519 private key, grown from a 32-byte seed (RFC 8032, section 5.1.5).
public struct SigningKey: Sendable, CustomStringConvertible {
  /// The number of bytes in a seed.
  public static let seedLength = 32

  private let secret: SecretBytes
  /// The seed, for storing the key encrypted.
  public let seed: SecretBytes
  /// The public half.
  public let verifyingKey: VerifyingKey

  /// Grows the key pair from its seed.
  /// - Throws: `CryptoError.wrongLength`.
  public init(seed: SecretBytes) throws(CryptoError) {
    guard seed.count == Self.seedLength else {
      throw .wrongLength(kind: "SigningKey", expected: Self.seedLength, found: seed.count)
    }
    Sodium.ready()
    var publicKey = [UInt8](repeating: 0, count: VerifyingKey.length)
    var secretKey = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_SECRETKEYBYTES))
    _ = seed.withPointer { crypto_sign_ed25519_seed_keypair(&publicKey, &secretKey, $0) }
    self.seed = seed
    secret = SecretBytes(secretKey, isGuarded: seed.isGuarded)
    SecretBytes.wipe(&secretKey)
    verifyingKey = VerifyingKey(checked: publicKey)
  }

  /// Makes a new key from fresh randomness.
  public static func generate(_ random: some RandomSource) throws(CryptoError) -> SigningKey {
    try SigningKey(seed: SecretBytes(random.bytes(seedLength)))
  }

  /// Signs `message`; the same key and message always give the same bytes.
  public func sign(_ message: [UInt8]) -> Signature {
    var out = [UInt8](repeating: 0, count: Signature.length)
    _ = secret.withPointer { crypto_sign_detached(&out, nil, message, UInt64(message.count), $0) }
    return Signature(checked: out)
  }

  /// Names the public half only.
  public var description: String { "<signing key \(verifyingKey)>" }
}
