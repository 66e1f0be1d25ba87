/// Signs with an Ed25519 key, wherever its secret half is: here, or in another process that keeps it open.
public protocol Signer: Sendable {
  /// The public half.
  var verifyingKey: VerifyingKey { get }
  /// Signs a message; the same key and message always give the same bytes.
  /// - Throws: When who keeps the secret half does not answer.
  func sign(_ message: [UInt8]) throws -> Signature
}

/// Opens what is sealed to an X25519 key, wherever its secret half is.
public protocol BoxOpener: Sendable {
  /// The public half.
  var publicKey: BoxPublicKey { get }
  /// Opens a sealed box.
  /// - Throws: `CryptoError.doesNotOpen` when it was sealed to another key or has been altered; anything else when who keeps
  ///   the secret half does not answer, which says nothing of the box.
  func open(_ box: [UInt8]) throws -> SecretBytes
}

extension SigningKey: Signer {}

extension BoxSecretKey: BoxOpener {}
