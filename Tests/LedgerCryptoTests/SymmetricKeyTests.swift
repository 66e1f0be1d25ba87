import LedgerCrypto
import Testing

struct SymmetricKeyTests {
  /// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
  @Test func `the draft's key, nonce and text give the draft's ciphertext`() throws {
    let plaintext = Array(
      ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
        + "sunscreen would be it.").utf8)
    let key = try SymmetricKey(secret(0x80...0x9f))
    let context = try Hex.decode("50515253c0c1c2c3c4c5c6c7")
    let sealed = key.seal(plaintext, context: context, random: FixedRandom(first: 0x40))
    #expect(Hex.encode(Array(sealed.prefix(24))) == "404142434445464748494a4b4c4d4e4f5051525354555657")
    #expect(
      Hex.encode(Array(sealed.dropFirst(24))) == "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
        + "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
        + "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
        + "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49")
    #expect(try key.open(sealed, context: context) == plaintext)
  }

  @Test func `an altered byte, another context or another key does not open`() throws {
    let key = try SymmetricKey(secret(0...31))
    let sealed = key.seal([1, 2, 3], context: [9], random: SystemRandom())
    for position in sealed.indices {
      var altered = sealed
      altered[position] ^= 0x80
      #expect(throws: CryptoError.doesNotOpen) { try key.open(altered, context: [9]) }
    }
    #expect(throws: CryptoError.doesNotOpen) { try key.open(sealed, context: []) }
    #expect(throws: CryptoError.doesNotOpen) { try key.open(sealed, context: [9, 0]) }
    #expect(throws: CryptoError.doesNotOpen) { try SymmetricKey(secret(1...32)).open(sealed, context: [9]) }
    for length in 0..<sealed.count {
      #expect(throws: CryptoError.doesNotOpen) { try key.open(Array(sealed.prefix(length)), context: [9]) }
    }
  }

  @Test func `nothing at all can be sealed and opened`() throws {
    let key = try SymmetricKey(secret(0...31))
    #expect(try key.open(key.seal([], context: [], random: SystemRandom()), context: []) == [])
  }

  @Test func `a key of another length is refused`() {
    #expect(throws: CryptoError.wrongLength(kind: "SymmetricKey", expected: 32, found: 33)) {
      try SymmetricKey(secret(0...32))
    }
  }
}
