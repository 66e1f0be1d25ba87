import CSodium

extension VerifyingKey {
  /// The X25519 key of who holds the seed of this Ed25519 key; nil for bytes that are no point of the main subgroup.
  ///
  /// A signing key and a box key that grow from one seed have the same secret scalar, and their public halves are two
  /// ways to write one point (RFC 7748, section 4.1). So who can open what is sealed to a box key can show it by a
  /// signature, and anyone can check that with the box key alone.
  /// https://doc.libsodium.org/advanced/ed25519-curve25519
  public var boxPublicKey: BoxPublicKey? {
    Sodium.ready()
    var out = [UInt8](repeating: 0, count: BoxPublicKey.length)
    guard crypto_sign_ed25519_pk_to_curve25519(&out, bytes) == 0 else { return nil }
    return BoxPublicKey(checked: out)
  }
}

extension BoxSecretKey {
  /// The signing key of the same seed: proves by a signature that its holder can open what is sealed to the public half.
  public var signingKey: SigningKey {
    get throws(CryptoError) { try SigningKey(seed: seed) }
  }
}
