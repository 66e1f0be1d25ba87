import Glibc
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

  @Test func `a guarded secret is what it was made of, and so is what grows from it`() throws {
    let secret = SecretBytes(Self.marker, isGuarded: true)
    #expect(secret.isGuarded && secret == SecretBytes(Self.marker) && !SecretBytes(Self.marker).isGuarded)
    #expect(secret.part(4..<9).isGuarded && secret.part(4..<9) == SecretBytes(Self.marker[4..<9]))
    #expect(SecretBytes([1, 2]).joined(with: SecretBytes([3], isGuarded: true)) == SecretBytes([1, 2, 3]))
    #expect(SecretBytes([]).joined(with: SecretBytes([])) == SecretBytes([], isGuarded: true))
    let (guarded, plain) = (try SigningKey(seed: secret), try SigningKey(seed: SecretBytes(Self.marker)))
    #expect(guarded.sign([1]) == plain.sign([1]) && guarded.verifyingKey == plain.verifyingKey)
  }

  @Test func `a secret goes over a pipe whole, or is none`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    #expect(SecretBytes(Self.marker).write(to: ends[1]))
    let read = try #require(SecretBytes(guarding: Self.marker.count, from: ends[0]))
    #expect(read.isGuarded && read == SecretBytes(Self.marker))
    #expect(SecretBytes([1]).write(to: ends[1]))
    close(ends[1])
    #expect(SecretBytes(guarding: 2, from: ends[0]) == nil)
    close(ends[0])
    #expect(!SecretBytes([1]).write(to: -1))
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
