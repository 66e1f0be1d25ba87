import LedgerCrypto
import Testing

/// The values are those of another implementation: Python's `hashlib.blake2b` with `digest_size=32`.
struct BLAKE2bTests {
  @Test(arguments: [
    ([UInt8](), [UInt8](), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"),
    (Array("abc".utf8), [], "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"),
    (Array("abc".utf8), Array(0..<32), "d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f"),
    (
      (0..<100_000).map { UInt8($0 % 251) }, Array(0..<64),
      "6c23596482196305fed5581f1179e523e3cf97fff8f5801da3dc8b9119d73e0f"
    ),
  ])
  func `known bytes have the known hash under a known key`(bytes: [UInt8], key: [UInt8], hash: String) {
    #expect(Hex.encode(BLAKE2b.hash(bytes, key: key)) == hash)
  }
}
