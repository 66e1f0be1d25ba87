import LedgerCrypto
import Testing

struct Ed25519Tests {
  struct Vector: CustomTestStringConvertible {
    let name: String
    let seed: String
    let publicKey: String
    let message: String
    let signature: String
    var testDescription: String { name }
  }

  /// RFC 8032 section 7.1.
  static let vectors = [
    Vector(
      name: "TEST 1", seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", message: "",
      signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
        + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    Vector(
      name: "TEST 2", seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", message: "72",
      signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    Vector(
      name: "TEST 3", seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", message: "af82",
      signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
  ]

  @Test(arguments: vectors)
  func `the RFC's keys make the RFC's signatures`(vector: Vector) throws {
    let key = try SigningKey(seed: SecretBytes(Hex.decode(vector.seed)))
    let message = try Hex.decode(vector.message)
    #expect(key.verifyingKey.hex == vector.publicKey)
    #expect(key.sign(message).hex == vector.signature)
    #expect(key.verifyingKey.isValidSignature(key.sign(message), for: message))
  }

  @Test(arguments: vectors)
  func `an altered signature, message or key is refused`(vector: Vector) throws {
    let key = try VerifyingKey(Hex.decode(vector.publicKey))
    let signature = try Signature(Hex.decode(vector.signature))
    let message = try Hex.decode(vector.message)
    for position in 0..<Signature.length {
      var bytes = signature.bytes
      bytes[position] ^= 1
      #expect(!key.isValidSignature(Signature(checked: bytes), for: message))
    }
    #expect(!key.isValidSignature(signature, for: message + [0]))
    for position in 0..<VerifyingKey.length {
      var bytes = key.bytes
      bytes[position] ^= 1
      #expect(!VerifyingKey(checked: bytes).isValidSignature(signature, for: message))
    }
  }

  @Test func `the key of small order that would accept anything is refused`() {
    // The neutral element as key and as R, with S = 0: the bare equation holds for every message.
    let neutral = [1] + [UInt8](repeating: 0, count: 31)
    let signature = Signature(checked: neutral + [UInt8](repeating: 0, count: 32))
    #expect(!VerifyingKey(checked: neutral).isValidSignature(signature, for: [1, 2, 3]))
  }

  @Test func `a signature whose scalar is not reduced is refused`() throws {
    // S + L satisfies the bare equation: it would be a second signature for one message (RFC 8032 section 5.1.7).
    let key = try SigningKey(seed: secret(0...31))
    let order = try Hex.decode("edd3f55c1a631258d69cf7a2def9de14") + [UInt8](repeating: 0, count: 15) + [0x10]
    var bytes = key.sign([7]).bytes
    var carry = 0
    for position in 0..<32 {
      let sum = Int(bytes[32 + position]) + Int(order[position]) + carry
      bytes[32 + position] = UInt8(sum & 255)
      carry = sum >> 8
    }
    #expect(!key.verifyingKey.isValidSignature(Signature(checked: bytes), for: [7]))
  }

  @Test func `a seed of another length is refused`() {
    #expect(throws: CryptoError.wrongLength(kind: "SigningKey", expected: 32, found: 31)) {
      try SigningKey(seed: secret(0...30))
    }
  }

  @Test func `a generated key comes from the randomness that was passed in`() throws {
    let key = try SigningKey.generate(FixedRandom(first: 0))
    #expect(key.verifyingKey.hex == "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")
  }
}
