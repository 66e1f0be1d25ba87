import CSodium

/// A key for XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha), 32 bytes.
public struct SymmetricKey: Sendable, CustomStringConvertible {
  /// Thirty-two.
  public static let length = 32
  private static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tagLength = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
  /// How many bytes longer what is sealed is than what it holds.
  public static let overhead = nonceLength + tagLength

  /// The key itself, for wrapping it.
  public let secret: SecretBytes

  /// Wraps key bytes.
  /// - Throws: `CryptoError.wrongLength`.
  public init(_ secret: SecretBytes) throws(CryptoError) {
    guard secret.count == Self.length else {
      throw .wrongLength(kind: "SymmetricKey", expected: Self.length, found: secret.count)
    }
    self.secret = secret
  }

  /// Makes a new key from fresh randomness.
  public static func generate(_ random: some RandomSource) throws(CryptoError) -> SymmetricKey {
    try SymmetricKey(SecretBytes(random.bytes(length)))
  }

  /// Encrypts `plaintext`; `context` is bound to it but not stored. Returns nonce and ciphertext, concatenated.
  public func seal(_ plaintext: [UInt8], context: [UInt8], random: some RandomSource) -> [UInt8] {
    let nonce = random.bytes(Self.nonceLength)
    var out = [UInt8](repeating: 0, count: plaintext.count + Self.tagLength)
    _ = secret.withPointer {
      crypto_aead_xchacha20poly1305_ietf_encrypt(
        &out, nil, plaintext, UInt64(plaintext.count), context, UInt64(context.count), nil, nonce, $0)
    }
    return nonce + out
  }

  /// Decrypts what `seal` returned.
  /// - Throws: `CryptoError.doesNotOpen` when key, context or bytes are not the ones that were sealed.
  public func open(_ sealed: [UInt8], context: [UInt8]) throws(CryptoError) -> [UInt8] {
    guard sealed.count >= Self.nonceLength + Self.tagLength else { throw .doesNotOpen }
    let nonce = Array(sealed.prefix(Self.nonceLength))
    let body = Array(sealed.dropFirst(Self.nonceLength))
    var out = [UInt8](repeating: 0, count: body.count - Self.tagLength)
    let result = secret.withPointer {
      crypto_aead_xchacha20poly1305_ietf_decrypt(
        &out, nil, nil, body, UInt64(body.count), context, UInt64(context.count), nonce, $0)
    }
    guard result == 0 else { throw .doesNotOpen }
    return out
  }

  /// Encrypts another key under this one.
  public func wrap(_ key: SymmetricKey, context: [UInt8], random: some RandomSource) -> [UInt8] {
    key.secret.withBytes { seal($0, context: context, random: random) }
  }

  /// Decrypts a key that `wrap` encrypted.
  /// - Throws: `CryptoError.doesNotOpen`, or `CryptoError.wrongLength` when what is inside is no key.
  public func unwrap(_ wrapped: [UInt8], context: [UInt8]) throws(CryptoError) -> SymmetricKey {
    var bytes = try open(wrapped, context: context)
    defer { SecretBytes.wipe(&bytes) }
    return try SymmetricKey(SecretBytes(bytes))
  }

  /// Says that there is a key, never which.
  public var description: String { "<symmetric key>" }
}
