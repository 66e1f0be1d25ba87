import LedgerCrypto
import Testing

struct SecretBytesTests {
  private static let marker = Array("Zeer geheim, 32 bytes, niet tonen".utf8.prefix(32))

  @Test func `secrets and keys are never printed`() throws {
    let bytes = SecretBytes(Self.marker)
    let values: [Any] = [
      bytes, try SigningKey(seed: bytes), try BoxSecretKey(seed: bytes), try SymmetricKey(bytes), [bytes],
      ["secret": bytes], Optional(bytes) as Any,
    ]
    for value in values {
      var dumped = ""
      dump(value, to: &dumped)
      for text in ["\(value)", String(describing: value), String(reflecting: value), dumped] {
        #expect(!text.contains("geheim"))
        #expect(!text.contains(Hex.encode(Self.marker)))
        #expect(!text.contains(Base64.standard.encode(Self.marker)))
        #expect(!text.contains("\(Self.marker[0]), \(Self.marker[1])"))
      }
    }
  }

  @Test func `secrets are equal by their bytes`() {
    #expect(SecretBytes([1, 2]) == SecretBytes([1, 2]))
    #expect(!(SecretBytes([1, 2]) == SecretBytes([1, 3])))
    #expect(!(SecretBytes([1, 2]) == SecretBytes([1, 2, 3])))
    #expect(SecretBytes([]) == SecretBytes([]))
  }

  @Test func `the system's randomness does not repeat`() {
    #expect(SystemRandom().bytes(32) != SystemRandom().bytes(32))
    #expect(SystemRandom().bytes(0).isEmpty)
  }
}
