import CSodium

extension VerifyingKey {
  /// Whether the bytes are the one spelling of a point of the main subgroup, and not its neutral point: what every key that was
  /// made from a seed is, and what nobody can sign for without one (RFC 8032, section 5.1.3).
  /// https://doc.libsodium.org/advanced/point-arithmetic#point-validation
  public var isPoint: Bool {
    Sodium.ready()
    return crypto_core_ed25519_is_valid_point(bytes) == 1
  }
}

extension BoxPublicKey {
  /// Whether the bytes are the one spelling of a coordinate, and none of the few to which a shared secret is the same for
  /// everyone (RFC 7748, sections 5 and 6.1).
  public var isPoint: Bool {
    Sodium.ready()
    // 2^255 - 19 in little endian: one more spells a small coordinate a second time, and the highest bit is ignored.
    let prime: [UInt8] = [0xED] + Array(repeating: 0xFF, count: 30) + [0x7F]
    guard bytes.reversed().lexicographicallyPrecedes(prime.reversed()) else { return false }
    var shared = [UInt8](repeating: 0, count: Self.length)
    let scalar = [UInt8](repeating: 1, count: BoxSecretKey.length)
    return crypto_scalarmult(&shared, scalar, bytes) == 0
  }
}
