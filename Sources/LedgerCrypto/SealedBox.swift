import CSodium

/// An X25519 public key to which anyone can seal bytes.
public struct BoxPublicKey: FixedBytes {
  /// Thirty-two.
  public static let length = 32
  /// The encoded u-coordinate (RFC 7748).
  public let bytes: [UInt8]
  /// Wraps bytes whose length is known to be right.
  public init(checked bytes: [UInt8]) { self.bytes = bytes }

  /// Seals `plaintext` so that only the holder of the secret key can open it; the sealer cannot open it again.
  ///
  /// The bytes are those of libsodium's `crypto_box_seal`, built from its parts so that the ephemeral key comes from
  /// the `random` that was passed in. https://doc.libsodium.org/public-key_cryptography/sealed_boxes
  /// - Throws: `CryptoError.doesNotOpen` when this public key is a low-order point, to which nothing can be sealed.
  public func seal(_ plaintext: [UInt8], random: some RandomSource) throws(CryptoError) -> [UInt8] {
    let ephemeral = try BoxSecretKey(seed: SecretBytes(random.bytes(BoxSecretKey.length)))
    let nonce = Self.nonce(ephemeral: ephemeral.publicKey, recipient: self)
    var box = [UInt8](repeating: 0, count: plaintext.count + Int(crypto_box_MACBYTES))
    let result = ephemeral.secret.withPointer {
      crypto_box_easy(&box, plaintext, UInt64(plaintext.count), nonce, bytes, $0)
    }
    guard result == 0 else { throw .doesNotOpen }
    return ephemeral.publicKey.bytes + box
  }

  /// How many bytes a sealed box is longer than what is in it.
  public static let overhead = BoxPublicKey.length + Int(crypto_box_MACBYTES)

  private static func nonce(ephemeral: BoxPublicKey, recipient: BoxPublicKey) -> [UInt8] {
    var nonce = [UInt8](repeating: 0, count: Int(crypto_box_NONCEBYTES))
    let input = ephemeral.bytes + recipient.bytes
    crypto_generichash(&nonce, nonce.count, input, UInt64(input.count), nil, 0)
    return nonce
  }
}

/// An X25519 secret key that opens sealed boxes.
public struct BoxSecretKey: Sendable, CustomStringConvertible {
  /// Thirty-two, for the seed as well as for the secret key.
  public static let length = 32

  let secret: SecretBytes
  /// The seed, for storing or wrapping the key.
  public let seed: SecretBytes
  /// The public half.
  public let publicKey: BoxPublicKey

  /// Grows the key pair from its seed.
  /// - Throws: `CryptoError.wrongLength`.
  public init(seed: SecretBytes) throws(CryptoError) {
    guard seed.count == Self.length else {
      throw .wrongLength(kind: "BoxSecretKey", expected: Self.length, found: seed.count)
    }
    Sodium.ready()
    var publicKey = [UInt8](repeating: 0, count: BoxPublicKey.length)
    var secretKey = [UInt8](repeating: 0, count: Self.length)
    _ = seed.withPointer { crypto_box_seed_keypair(&publicKey, &secretKey, $0) }
    self.seed = seed
    secret = SecretBytes(secretKey, isGuarded: seed.isGuarded)
    SecretBytes.wipe(&secretKey)
    self.publicKey = BoxPublicKey(checked: publicKey)
  }

  /// Makes a new key from fresh randomness.
  public static func generate(_ random: some RandomSource) throws(CryptoError) -> BoxSecretKey {
    try BoxSecretKey(seed: SecretBytes(random.bytes(length)))
  }

  /// Opens a sealed box.
  /// - Throws: `CryptoError.doesNotOpen` when it was sealed to another key or has been altered.
  public func open(_ box: [UInt8]) throws(CryptoError) -> SecretBytes {
    guard box.count >= BoxPublicKey.overhead else { throw .doesNotOpen }
    var plaintext = [UInt8](repeating: 0, count: box.count - BoxPublicKey.overhead)
    let result = secret.withPointer {
      crypto_box_seal_open(&plaintext, box, UInt64(box.count), publicKey.bytes, $0)
    }
    guard result == 0 else { throw .doesNotOpen }
    defer { SecretBytes.wipe(&plaintext) }
    return SecretBytes(plaintext)
  }

  /// Names the public half only.
  public var description: String { "<box key \(publicKey)>" }
}
