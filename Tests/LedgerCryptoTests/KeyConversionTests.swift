import LedgerCrypto
import Testing

@Suite("Two ways to write one key")
struct KeyConversionTests {
  @Test("A signing key and a box key of one seed are the same point", arguments: 0..<20)
  func sameSeed(_ round: UInt8) throws {
    let box = try BoxSecretKey(seed: SecretBytes((0..<32).map { UInt8($0) &* 7 &+ round }))
    let signing = try box.signingKey
    #expect(signing.verifyingKey.boxPublicKey == box.publicKey)
    #expect(signing.verifyingKey.isValidSignature(signing.sign([1, 2, 3]), for: [1, 2, 3]))
  }

  @Test("Bytes that are no point give no key")
  func noPoint() throws {
    #expect(try VerifyingKey([UInt8](repeating: 0xff, count: 32)).boxPublicKey == nil)
    // A point of small order.
    #expect(try VerifyingKey([1] + [UInt8](repeating: 0, count: 31)).boxPublicKey == nil)
  }
}
