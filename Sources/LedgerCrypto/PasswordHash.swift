import CSodium

/// How much work Argon2id (RFC 9106) spends on a passphrase; kept beside what it protects.
public struct PasswordHash: Sendable, Hashable {
  /// Sixteen.
  public static let saltLength = Int(crypto_pwhash_SALTBYTES)

  /// The salt, sixteen bytes.
  public let salt: [UInt8]
  /// Passes over the memory.
  public let passes: UInt64
  /// Memory in bytes.
  public let memory: Int

  /// The most that is accepted from a file, so that a forged key file cannot exhaust the machine.
  public static let mostPasses: UInt64 = 16
  /// One gibibyte: see `mostPasses`.
  public static let mostMemory = 1 << 30

  /// Parameters read from a key file.
  /// - Throws: `CryptoError.wrongLength` for the salt, `CryptoError.passwordHashingFailed` for a cost out of bounds.
  public init(salt: [UInt8], passes: UInt64, memory: Int) throws(CryptoError) {
    guard salt.count == Self.saltLength else {
      throw .wrongLength(kind: "Argon2id salt", expected: Self.saltLength, found: salt.count)
    }
    guard (1...Self.mostPasses).contains(passes), (8192...Self.mostMemory).contains(memory) else {
      throw .passwordHashingFailed
    }
    self.salt = salt
    self.passes = passes
    self.memory = memory
  }

  /// libsodium's interactive cost (two passes, 64 MiB) and a fresh salt.
  public static func interactive(_ random: some RandomSource) throws(CryptoError) -> PasswordHash {
    try PasswordHash(
      salt: random.bytes(saltLength),
      passes: UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
      memory: Int(crypto_pwhash_MEMLIMIT_INTERACTIVE))
  }

  /// Derives the key that belongs to `passphrase`.
  /// - Throws: `CryptoError.passwordHashingFailed` when the machine lacks the memory.
  public func key(for passphrase: SecretBytes) throws(CryptoError) -> SymmetricKey {
    Sodium.ready()
    var out = [UInt8](repeating: 0, count: SymmetricKey.length)
    let result = passphrase.withPointer { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: passphrase.count) {
        crypto_pwhash(
          &out, UInt64(out.count), $0, UInt64(passphrase.count), salt, passes, memory, crypto_pwhash_ALG_ARGON2ID13)
      }
    }
    guard result == 0 else { throw .passwordHashingFailed }
    defer { SecretBytes.wipe(&out) }
    return try SymmetricKey(SecretBytes(out))
  }
}
