import CSodium

/// BLAKE2b (RFC 7693) with 32 bytes of output: several times as fast as SHA-256, for what is compared here and now and
/// stored nowhere.
public enum BLAKE2b {
  /// How many bytes a hash has.
  public static let length = 32

  /// The hash of bytes under a key of at most 64 bytes, such as the hash of what went before; an empty key is none.
  public static func hash(_ bytes: [UInt8], key: [UInt8] = []) -> [UInt8] {
    Sodium.ready()
    var out = [UInt8](repeating: 0, count: length)
    precondition(
      crypto_generichash(&out, out.count, bytes, UInt64(bytes.count), key.isEmpty ? nil : key, key.count) == 0,
      "a key of more than 64 bytes")
    return out
  }
}
