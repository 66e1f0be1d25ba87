import LedgerCrypto
import Testing

struct SHA256Tests {
  /// NIST, Cryptographic Standards and Guidelines, examples with intermediate values for FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the known messages have the known digests`(message: String, digest: String) {
    #expect(SHA256.hash(message).hex == digest)
  }

  @Test func `a million letters have the known digest`() {
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(SHA256.hash([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).hex == digest)
  }

  @Test func `a message in pieces has the digest of the whole`() {
    let message = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for cut in [0, 1, 63, 64, 65, 999, 1000] {
      var hash = SHA256()
      hash.update(Array(message[..<cut]))
      let halfway = hash.digest()
      hash.update(message[cut...])
      #expect(hash.digest() == SHA256.hash(message))
      #expect(halfway == SHA256.hash(Array(message[..<cut])))
    }
  }

  @Test func `a digest has 32 bytes and one spelling`() throws {
    let digest = SHA256.hash("abc")
    #expect(try Digest(hex: digest.hex) == digest)
    #expect(throws: CryptoError.wrongLength(kind: "Digest", expected: 32, found: 31)) {
      try Digest(digest.bytes.dropLast())
    }
    #expect(throws: CryptoError.malformedText(kind: "hexadecimal")) { try Digest(hex: digest.hex.uppercased()) }
  }
}
