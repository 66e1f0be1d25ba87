import LedgerCrypto
import Testing

struct SealedBoxTests {
  // `open` is libsodium's own crypto_box_seal_open, so a box that opens is one that any libsodium opens.
  @Test(arguments: [0, 1, 64, 5000])
  func `a sealed box opens with libsodium`(length: Int) throws {
    let key = try BoxSecretKey.generate(SystemRandom())
    let plaintext = [UInt8](repeating: 0x5a, count: length)
    let box = try key.publicKey.seal(plaintext, random: SystemRandom())
    #expect(box.count == length + BoxPublicKey.overhead)
    #expect(try key.open(box).withBytes { $0 } == plaintext)
  }

  @Test func `a sealed box does not open with another key or an altered byte`() throws {
    let key = try BoxSecretKey(seed: secret(0...31))
    let box = try key.publicKey.seal([1, 2, 3], random: SystemRandom())
    #expect(throws: CryptoError.doesNotOpen) { try BoxSecretKey(seed: secret(1...32)).open(box) }
    for position in box.indices {
      var altered = box
      altered[position] ^= 1
      #expect(throws: CryptoError.doesNotOpen, "byte \(position)") { try key.open(altered) }
    }
    for length in 0..<box.count {
      #expect(throws: CryptoError.doesNotOpen) { try key.open(Array(box.prefix(length))) }
    }
    #expect(throws: CryptoError.doesNotOpen) { try key.open(box + [0]) }
  }

  @Test func `two boxes with the same bytes look different`() throws {
    let key = try BoxSecretKey(seed: secret(0...31)).publicKey
    #expect(try key.seal([1], random: SystemRandom()) != key.seal([1], random: SystemRandom()))
    #expect(try key.seal([1], random: FixedRandom(first: 1)) == key.seal([1], random: FixedRandom(first: 1)))
  }

  @Test func `nothing can be sealed to a key of low order`() {
    let zero = BoxPublicKey(checked: [UInt8](repeating: 0, count: 32))
    #expect(throws: CryptoError.doesNotOpen) { try zero.seal([1], random: SystemRandom()) }
  }
}
