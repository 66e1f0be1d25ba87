import Ledger
import LedgerCrypto
import Testing

struct TlogProofTests {
  typealias TlogProofError = TlogProof.TlogProofError

  static func policy(needed: Int = 1) throws -> CheckpointPolicy {
    try CheckpointPolicy(
      log: NoteVerifier(vkey: KnownKeys.logVkey), cosigners: [NoteVerifier(vkey: KnownKeys.witnessVkey)], needed: needed
    )
  }

  @Test func `the known receipt comes out byte for byte`() throws {
    let reader = TreeReader(MemoryLog(count: 5))
    let checkpoint = try Checkpoint(origin: "ledger.example.nl/test", size: 5, root: reader.root(at: 5))
    let note = try checkpoint.sign(by: KnownKeys.log())
      .adding(KnownKeys.witness().cosign(checkpoint, at: 1_700_000_000))
    let proof = TlogProof(index: 3, hashes: try reader.inclusionProof(of: 3, in: 5), checkpoint: note)
    #expect(String(decoding: proof.bytes, as: UTF8.self) == KnownKeys.receipt)
  }

  @Test func `the known receipt is read, verified and printed again`() throws {
    let proof = try TlogProof(bytes(KnownKeys.receipt))
    #expect(proof.bytes == bytes(KnownKeys.receipt))
    let verified = try proof.verify(entry: MemoryLog.entry(3), policy: Self.policy())
    #expect(verified.checkpoint.size == 5)
    #expect(verified.cosignatures.map(\.time) == [1_700_000_000])
    _ = try proof.verify(leafHash: MerkleTree.leafHash(of: MemoryLog.entry(3)), policy: Self.policy())
  }

  @Test func `a receipt in which any one bit is flipped is refused`() throws {
    let policy = try Self.policy()
    let whole = bytes(KnownKeys.receipt)
    for position in whole.indices {
      for bit in 0..<8 {
        var altered = whole
        altered[position] ^= 1 << UInt8(bit)
        #expect(throws: TlogProofError.self, "byte \(position), bit \(bit)") {
          try TlogProof(altered).verify(entry: MemoryLog.entry(3), policy: policy)
        }
      }
    }
  }

  @Test func `a receipt that is cut off is refused`() throws {
    let policy = try Self.policy()
    let whole = bytes(KnownKeys.receipt)
    for end in whole.indices {
      #expect(throws: TlogProofError.self) {
        try TlogProof(Array(whole[..<end])).verify(entry: MemoryLog.entry(3), policy: policy)
      }
    }
  }

  @Test func `a receipt for another entry or another place is refused`() throws {
    let proof = try TlogProof(bytes(KnownKeys.receipt))
    for index in [0, 1, 2, 4] {
      #expect(throws: TlogProofError.self) {
        try proof.verify(entry: MemoryLog.entry(index), policy: Self.policy())
      }
      let moved = TlogProof(index: UInt64(index), hashes: proof.hashes, checkpoint: proof.checkpoint)
      #expect(throws: TlogProofError.self) { try moved.verify(entry: MemoryLog.entry(3), policy: Self.policy()) }
    }
    let outside = TlogProof(index: 5, hashes: [], checkpoint: proof.checkpoint)
    #expect(throws: TlogProofError.inclusion(.indexOutsideTree(index: 5, size: 5))) {
      try outside.verify(entry: MemoryLog.entry(3), policy: Self.policy())
    }
  }

  @Test func `a receipt without the cosignature that the policy needs is refused`() throws {
    let proof = try TlogProof(bytes(KnownKeys.receipt))
    let bare = TlogProof(
      index: 3, hashes: proof.hashes,
      checkpoint: try SignedNote(text: proof.checkpoint.text, signatures: [proof.checkpoint.signatures[0]]))
    #expect(throws: TlogProofError.policy(.quorumMissed(needed: 1, found: 0))) {
      try bare.verify(entry: MemoryLog.entry(3), policy: Self.policy())
    }
    _ = try bare.verify(entry: MemoryLog.entry(3), policy: Self.policy(needed: 0))
  }

  @Test(arguments: [[], [0], Array(repeating: 0xff, count: 100)] as [[UInt8]])
  func `extra data is kept and proves nothing`(extra: [UInt8]) throws {
    let proof = try TlogProof(bytes(KnownKeys.receipt))
    let extended = TlogProof(
      index: 3, hashes: proof.hashes, checkpoint: proof.checkpoint, unauthenticatedExtra: extra)
    #expect(try TlogProof(extended.bytes) == extended)
    #expect(
      String(decoding: extended.bytes, as: UTF8.self).contains("@v1\nextra \(Base64.standard.encode(extra))\nindex 3"))
    _ = try extended.verify(entry: MemoryLog.entry(3), policy: Self.policy())
  }

  @Test func `the only entry needs no hashes`() throws {
    let leaf = MerkleTree.leafHash(of: [1])
    let note = try Checkpoint(origin: "ledger.example.nl/test", size: 1, root: leaf).sign(by: KnownKeys.log())
    let proof = try TlogProof(TlogProof(index: 0, hashes: [], checkpoint: note).bytes)
    _ = try proof.verify(entry: [1], policy: Self.policy(needed: 0))
  }

  static let first = "c2sp.org/tlog-proof@v1\n"
  static let hash = "qze6NNHf4pAV3nF6bVdkqPsCnDp6D1tkuTtUNRiFv3w="

  @Test(
    arguments: [
      ("", .unknownFormat), ("c2sp.org/tlog-proof@v1", .unknownFormat), ("c2sp.org/tlog-proof@v2\n", .unknownFormat),
      (" \(first)", .unknownFormat), (first, .malformedLine(2)), ("\(first)\n", .malformedLine(2)),
      ("\(first)index\n\n", .malformedLine(2)), ("\(first)index \n\n", .malformedLine(2)),
      ("\(first)index 03\n\n", .malformedLine(2)), ("\(first)index -3\n\n", .malformedLine(2)),
      ("\(first)index  3\n\n", .malformedLine(2)), ("\(first)index 3\r\n\n", .malformedLine(2)),
      ("\(first)Index 3\n\n", .malformedLine(2)), ("\(first)index 9223372036854775808\n\n", .malformedLine(2)),
      ("\(first)extra A\nindex 3\n\n", .malformedLine(2)), ("\(first)extra\nindex 3\n\n", .malformedLine(2)),
      ("\(first)extra AA==\nextra AA==\nindex 3\n\n", .malformedLine(3)),
      ("\(first)index 3\nextra AA==\n\n", .malformedLine(3)), ("\(first)index 3\nindex 3\n\n", .malformedLine(3)),
      ("\(first)index 3\n\(hash) \n\n", .malformedLine(3)), ("\(first)index 3\nAAAA\n\n", .malformedLine(3)),
      ("\(first)index 3\n\(hash)", .noCheckpoint), ("\(first)index 3\n\(hash)\n", .noCheckpoint),
      ("\(first)index 3\n\n", .note(.noSignatureBlock)), ("\(first)index 3\n\ntext\n", .note(.noSignatureBlock)),
      (first + "index 3\n" + String(repeating: hash + "\n", count: 64), .malformedLine(66)),
      (first + "index 3\n" + String(repeating: hash + "\n", count: 63) + "\n", .note(.noSignatureBlock)),
    ] as [(String, TlogProofError)])
  func `any other text is refused`(text: String, error: TlogProofError) {
    #expect(throws: error) { try TlogProof(bytes(text)) }
  }

  @Test func `a receipt over two million bytes is refused unread`() {
    let size = TlogProof.sizeLimit
    #expect(throws: TlogProofError.tooLarge(found: size + 1, limit: size)) {
      try TlogProof([UInt8](repeating: 0x61, count: size + 1))
    }
  }
}
