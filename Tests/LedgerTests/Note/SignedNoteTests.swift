import Ledger
import LedgerCrypto
import Testing

struct SignedNoteTests {
  /// C2SP signed-note, and golang/mod sumdb/note/note.go.
  static let examples = [
    (
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      """
      This is an example message.

      — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

      """
    ),
    (
      NoteKeyTests.goVkey,
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

      """
    ),
  ]

  @Test(arguments: examples)
  func `others' notes are read, verified and printed again`(vkey: String, note: String) throws {
    let signed = try SignedNote(bytes(note))
    #expect(signed.bytes == bytes(note))
    let verified = try signed.verified(by: [try NoteVerifier(vkey: vkey)])
    #expect(verified.entries.map(\.verifier.vkey) == [vkey])
    #expect(verified.entries[0].time == nil)
  }

  @Test func `Go's key signs Go's note with the same bytes`() throws {
    let signer = try NoteSigner(privateForm: SecretBytes(bytes(NoteKeyTests.goPrivate)))
    let known = try SignedNote(bytes(Self.examples[1].1))
    #expect(try SignedNote(text: known.text, signatures: [signer.sign(known.text)]) == known)
  }

  @Test(arguments: examples)
  func `a note in which any one byte is altered is refused`(vkey: String, note: String) throws {
    let verifier = try NoteVerifier(vkey: vkey)
    for position in bytes(note).indices {
      for bit in 0..<8 {
        var altered = bytes(note)
        altered[position] ^= 1 << UInt8(bit)
        #expect(throws: NoteError.self, "byte \(position), bit \(bit)") {
          try SignedNote(altered).verified(by: [verifier])
        }
      }
    }
  }

  @Test(arguments: examples)
  func `a note that is cut off is refused`(vkey: String, note: String) throws {
    let verifier = try NoteVerifier(vkey: vkey)
    for end in 0..<bytes(note).count {
      #expect(throws: NoteError.self) { try SignedNote(Array(bytes(note)[..<end])).verified(by: [verifier]) }
    }
  }

  static let line = "— a AAAAAAA="

  @Test(
    arguments: [
      ("", .noSignatureBlock), ("text\n", .noSignatureBlock), ("text\n\n", .noSignatureBlock),
      ("text\n\(line)\n", .noSignatureBlock), ("\n\(line)\n", .noSignatureBlock),
      ("text\n\n\(line)", .malformedSignatureLine(number: 1)),
      ("text\n\n\(line)\n\n", .noSignatureBlock),
      ("text\n\n\(line)\nx\n", .malformedSignatureLine(number: 2)),
      ("text\n\n- a AAAAAAA=\n", .malformedSignatureLine(number: 1)),
      ("text\n\n—  a AAAAAAA=\n", .malformedSignatureLine(number: 1)),
      ("text\n\n— a  AAAAAAA=\n", .malformedSignatureLine(number: 1)),
      ("text\n\n— a AAAAAAA= \n", .malformedSignatureLine(number: 1)),
      ("text\n\n— a AAAAAAA\n", .malformedSignatureLine(number: 1)),
      ("text\n\n— a AAAAAAB=\n", .malformedSignatureLine(number: 1)),
      ("text\n\n— a AAAAAA==\n", .malformedSignatureLine(number: 1)),
      ("text\n\n— a+b AAAAAAA=\n", .malformedSignatureLine(number: 1)),
      ("text\n\n— a\u{a0}b AAAAAAA=\n", .malformedSignatureLine(number: 1)),
      ("text\n\n— AAAAAAA=\n", .malformedSignatureLine(number: 1)),
      ("te\txt\n\n\(line)\n", .controlCharacter(byte: 9, offset: 2)),
      ("text\r\n\r\n\(line)\r\n", .controlCharacter(byte: 13, offset: 4)),
      ("text\n\n\(line)\n\u{0}", .controlCharacter(byte: 0, offset: 21)),
    ] as [(String, NoteError)])
  func `anything that is not exactly a note is refused`(note: String, error: NoteError) {
    #expect(throws: error) { try SignedNote(bytes(note)) }
  }

  @Test(arguments: [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf]] as [[UInt8]])
  func `a note that is not UTF-8 is refused`(wrong: [UInt8]) {
    #expect(throws: NoteError.notUTF8) { try SignedNote(wrong + bytes("\n\n\(Self.line)\n")) }
  }

  @Test func `the text may hold blank lines and what looks like signatures`() throws {
    let signer = try KnownKeys.log()
    for text in ["a\n\nb\n", "a\n\n\n", "\n", "a\n\n\(Self.line)\nb\n"].map(bytes) {
      let note = try SignedNote(text: text, signatures: [signer.sign(text)])
      #expect(try SignedNote(note.bytes) == note)
      #expect(try SignedNote(note.bytes).verified(by: [signer.verifier]).text == text)
    }
  }

  @Test func `a text that does not end in a line feed cannot be signed`() {
    #expect(throws: NoteError.textNotTerminated) {
      try SignedNote(text: bytes("text"), signatures: [KnownKeys.log().sign(bytes("text"))])
    }
    #expect(throws: NoteError.noSignatureBlock) { try SignedNote(text: bytes("text\n"), signatures: []) }
  }

  @Test func `a known key's wrong signature spoils the whole note`() throws {
    let (log, witness) = (try KnownKeys.log(), try KnownKeys.witness())
    let checkpoint = try Checkpoint(origin: "o", size: 0, root: MerkleTree.emptyRoot)
    let good = log.sign(checkpoint.text)
    let bad = try witness.cosign(checkpoint, at: 1).replacing(signature: [UInt8](repeating: 0, count: 72))
    let note = try SignedNote(text: checkpoint.text, signatures: [good, bad])
    #expect(throws: NoteError.invalidSignature(name: "witness.example.nl/w1", id: witness.verifier.id)) {
      try note.verified(by: [log.verifier, witness.verifier])
    }
    #expect(try note.verified(by: [log.verifier]).entries.count == 1)
    // Also when the same key made a right one before.
    let twice = try SignedNote(
      text: checkpoint.text, signatures: [good, good.replacing(signature: [UInt8](repeating: 0, count: 64))])
    #expect(throws: NoteError.self) { try twice.verified(by: [log.verifier]) }
  }

  @Test func `signatures by unknown keys are ignored, also under a known name or id`() throws {
    let log = try KnownKeys.log()
    let text = bytes("text\n")
    let good = log.sign(text)
    let sameName = try good.relabelled(
      name: good.name, id: KeyID(checked: [1, 2, 3, 4]), signature: [UInt8](repeating: 0, count: 7))
    let sameID = try good.relabelled(name: "else", id: good.id, signature: [0])
    let note = try SignedNote(text: text, signatures: [sameName, sameID, good])
    let verified = try SignedNote(note.bytes).verified(by: [log.verifier])
    #expect(verified.entries.map(\.signature) == [good])
    #expect(throws: NoteError.noKnownSignature) {
      try SignedNote(text: text, signatures: [sameName, sameID]).verified(by: [log.verifier])
    }
    #expect(throws: NoteError.noKnownSignature) { try note.verified(by: []) }
  }

  @Test func `a name that only looks the same is another name`() throws {
    let key = try KnownKeys.key(seed: 0...31)
    let composed = try NoteSigner(name: "caf\u{e9}", key: key)
    let decomposed = try NoteSigner(name: "cafe\u{301}", key: key)
    let text = bytes("text\n")
    let note = try SignedNote(text: text, signatures: [composed.sign(text)])
    #expect(throws: NoteError.noKnownSignature) { try note.verified(by: [decomposed.verifier]) }
    _ = try note.verified(by: [decomposed.verifier, composed.verifier])
  }

  @Test func `a key that signs twice counts once`() throws {
    let log = try KnownKeys.log()
    let signature = log.sign(bytes("text\n"))
    let note = try SignedNote(text: bytes("text\n"), signatures: [signature, signature])
    #expect(try note.verified(by: [log.verifier]).entries.count == 1)
  }

  @Test func `two keys that answer to one name and id are refused`() throws {
    let log = try KnownKeys.log()
    let note = try SignedNote(text: bytes("text\n"), signatures: [log.sign(bytes("text\n"))])
    #expect(throws: NoteError.ambiguousKeys(name: log.verifier.name, id: log.verifier.id)) {
      try note.verified(by: [log.verifier, log.verifier])
    }
  }

  @Test func `a hundred signatures are read and one more is refused`() throws {
    let log = try KnownKeys.log()
    let lines = { (count: Int) in bytes("text\n\n" + String(repeating: Self.line + "\n", count: count)) }
    #expect(try SignedNote(lines(100)).signatures.count == 100)
    #expect(throws: NoteError.tooManySignatures(found: 101, limit: 100)) { try SignedNote(lines(101)) }
    #expect(throws: NoteError.tooManySignatures(found: 101, limit: 100)) {
      try SignedNote(lines(100)).adding(log.sign(bytes("text\n")))
    }
  }

  @Test func `a note over a million bytes is refused unread`() throws {
    let size = SignedNote.sizeLimit
    #expect(throws: NoteError.tooLarge(found: size + 1, limit: size)) {
      try SignedNote([UInt8](repeating: 0x61, count: size + 1))
    }
    let text = [UInt8](repeating: 0x61, count: size - 1) + [0x0a]
    #expect(throws: NoteError.self) { try SignedNote(text: text, signatures: [KnownKeys.log().sign(text)]) }
  }
}
