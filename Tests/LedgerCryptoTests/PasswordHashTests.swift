import LedgerCrypto
import Testing

struct PasswordHashTests {
  private static let salt = (0..<16).map { UInt8($0) }

  private func keyBytes(
    _ passphrase: String, salt: [UInt8] = salt, passes: UInt64 = 1, memory: Int = 8192
  ) throws -> [UInt8] {
    let hash = try PasswordHash(salt: salt, passes: passes, memory: memory)
    return try hash.key(for: SecretBytes(Array(passphrase.utf8))).secret.withBytes { $0 }
  }

  @Test func `a passphrase gives one key for one salt and cost`() throws {
    let key = try keyBytes("geheim")
    #expect(key.count == SymmetricKey.length)
    #expect(try keyBytes("geheim") == key)
    #expect(try keyBytes("geheim ") != key)
    #expect(try keyBytes("") != key)
    #expect(try keyBytes("geheim", salt: Self.salt.reversed()) != key)
    #expect(try keyBytes("geheim", passes: 2) != key)
    #expect(try keyBytes("geheim", memory: 16_384) != key)
  }

  @Test(arguments: [(0, 8192), (17, 8192), (1, 8191), (1, (1 << 30) + 1), (.max, .max)] as [(UInt64, Int)])
  func `a cost outside the bounds is refused before any work is done`(passes: UInt64, memory: Int) {
    #expect(throws: CryptoError.passwordHashingFailed) {
      try PasswordHash(salt: Self.salt, passes: passes, memory: memory)
    }
  }

  @Test func `a salt of another length is refused`() {
    #expect(throws: CryptoError.wrongLength(kind: "Argon2id salt", expected: 16, found: 15)) {
      try PasswordHash(salt: Self.salt.dropLast(), passes: 1, memory: 8192)
    }
  }
}
