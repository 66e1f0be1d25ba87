import Ledger
import LedgerCrypto
import Testing

struct NoteKeyTests {
  /// golang/mod, sumdb/note/note.go.
  static let goPrivate = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
  static let goVkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

  @Test(arguments: [
    goVkey, KnownKeys.logVkey, KnownKeys.witnessVkey,
    // C2SP signed-note
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    // FiloSottile/torchwood, litewitness
    "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562+5202289b"
      + "+Af/cLU2Y5BJNP+r3iMDC+av9eWCD0fBJVDfzAux5zxAP",
  ])
  func `others' public keys are read and printed again`(vkey: String) throws {
    #expect(try NoteVerifier(vkey: vkey).vkey == vkey)
  }

  @Test func `the known seeds give the known keys`() throws {
    #expect(try KnownKeys.log().verifier.vkey == KnownKeys.logVkey)
    #expect(try KnownKeys.witness().verifier.vkey == KnownKeys.witnessVkey)
    #expect(try NoteVerifier(vkey: KnownKeys.witnessVkey).type == .cosignature)
    #expect(
      try KnownKeys.log().verifier.key.hex == "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")
  }

  @Test func `Go's private key belongs to Go's public key and is printed again`() throws {
    let signer = try NoteSigner(privateForm: SecretBytes(bytes(Self.goPrivate)))
    #expect(signer.verifier.vkey == Self.goVkey)
    #expect(signer.privateForm.withBytes { $0 } == bytes(Self.goPrivate))
    #expect(!"\(signer)".contains("AYEKFALV"))
  }

  @Test func `a cosigner's private key is read back and cannot be mistaken for a log's`() throws {
    let form = try KnownKeys.witness().privateForm
    #expect(try CheckpointCosigner(privateForm: form).verifier.vkey == KnownKeys.witnessVkey)
    #expect(throws: NoteKeyError.wrongType(expected: .ed25519, found: .cosignature)) {
      try NoteSigner(privateForm: form)
    }
    #expect(throws: NoteKeyError.wrongType(expected: .cosignature, found: .ed25519)) {
      try CheckpointCosigner(privateForm: KnownKeys.log().privateForm)
    }
  }

  @Test(arguments: [goVkey, KnownKeys.witnessVkey])
  func `no part of a public key is a public key`(vkey: String) {
    let whole = bytes(vkey)
    for start in whole.indices {
      for end in start...whole.count where end - start < whole.count {
        let part = String(decoding: whole[start..<end], as: UTF8.self)
        #expect(throws: NoteKeyError.self, "\(part)") { try NoteVerifier(vkey: part) }
      }
    }
  }

  @Test func `no beginning of a private key is a private key`() {
    let whole = bytes(Self.goPrivate)
    for end in 0..<whole.count {
      #expect(throws: NoteKeyError.self) { try NoteSigner(privateForm: SecretBytes(whole[..<end])) }
    }
    for start in 1..<whole.count {
      #expect(throws: NoteKeyError.self) { try NoteSigner(privateForm: SecretBytes(whole[start...])) }
    }
  }

  @Test func `a key in which one byte is incremented is refused`() {
    for position in bytes(Self.goVkey).indices {
      var altered = bytes(Self.goVkey)
      altered[position] += 1
      let vkey = String(decoding: altered, as: UTF8.self)
      #expect(throws: NoteKeyError.self, "\(vkey)") { try NoteVerifier(vkey: vkey) }
    }
    for position in bytes(Self.goPrivate).indices {
      var altered = bytes(Self.goPrivate)
      altered[position] += 1
      #expect(throws: NoteKeyError.self, "byte \(position)") { try NoteSigner(privateForm: SecretBytes(altered)) }
    }
  }

  @Test(arguments: [
    goVkey + "\n", " " + goVkey, goVkey + "=", goVkey.replacing("c74f20a3", with: "C74F20A3"),
    goVkey.replacing("+c74f20a3+", with: "+0c74f20a3+"), "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  ])
  func `another spelling of a public key is refused`(vkey: String) {
    #expect(throws: NoteKeyError.self) { try NoteVerifier(vkey: vkey) }
  }

  @Test func `what is wrong with a key is said`() throws {
    let key = try KnownKeys.log().verifier.key
    func vkey(_ type: UInt8, _ material: [UInt8]) -> String {
      "x+00000000+" + Base64.standard.encode([type] + material)
    }
    #expect(throws: NoteKeyError.unknownType(2)) { try NoteVerifier(vkey: vkey(2, key.bytes)) }
    #expect(throws: NoteKeyError.wrongKeyLength(expected: 32, found: 33)) {
      try NoteVerifier(vkey: vkey(1, key.bytes + [0]))
    }
    #expect(
      throws: NoteKeyError.wrongKeyID(
        expected: KeyID(name: "x", type: .ed25519, key: key), found: KeyID(checked: [0, 0, 0, 0]))
    ) { try NoteVerifier(vkey: vkey(1, key.bytes)) }
  }

  @Test(arguments: ["", "a b", "a+b", "a\u{a0}b", "a\u{2003}b", "a\tb", "a\nb", "a\u{0}b", " "])
  func `a key name with a space or a plus sign is refused`(name: String) throws {
    let key = try KnownKeys.key(seed: 0...31)
    #expect(throws: NoteKeyError.invalidName(name)) { try NoteSigner(name: name, key: key) }
    #expect(throws: NoteKeyError.invalidName(name)) { try CheckpointCosigner(name: name, key: key) }
  }

  @Test func `one key has another id for each type and name`() throws {
    let key = try KnownKeys.log().verifier.key
    let ids = ["a", "b"].flatMap { name in
      NoteKeyType.allCases.map { KeyID(name: name, type: $0, key: key) }
    }
    #expect(Set(ids).count == 4)
  }
}
