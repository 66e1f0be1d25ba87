/// What can be wrong with bytes handed to this module.
public enum CryptoError: Error, Equatable, Sendable {
  /// A key, nonce, digest or signature has another length than its kind demands.
  case wrongLength(kind: String, expected: Int, found: Int)
  /// Text that should be base64 or hexadecimal is not, or is not the one canonical spelling.
  case malformedText(kind: String)
  /// A box or ciphertext does not open with this key: wrong key, or altered bytes.
  case doesNotOpen
  /// The memory that Argon2id asks for is not available.
  case passwordHashingFailed
}
