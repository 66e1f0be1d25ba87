import Ledger
import LedgerCrypto
import Testing

/// From 3 to 7 leaves, with hashes that others computed as well.
struct CheckpointAdvanceTests {
  private static func checkpoint(_ size: UInt64) throws -> Checkpoint {
    try Checkpoint(
      origin: "ledger.example.nl/test", size: size, root: TreeReader(MemoryLog(count: 7)).root(at: size))
  }

  private static func known() throws -> String {
    let note = try checkpoint(7).sign(by: KnownKeys.log())
    return """
      old 3
      qze6NNHf4pAV3nF6bVdkqPsCnDp6D1tkuTtUNRiFv3w=
      WL0UluFoSqySAcLmh+565PUclqiw2B7zWDYouT0800U=
      /F9riP+FVPdbsvnm85wxsZNtRLaSdu33sSBalVuXYeM=
      AVcbVXvHBnJlDUZ8e62DN+CafzVKcgUfI7Q6eCwPSOY=

      \(String(decoding: note.bytes, as: UTF8.self))
      """
  }

  private static func isContinued(_ text: [UInt8]) throws -> Bool {
    let policy = try CheckpointPolicy(log: NoteVerifier(vkey: KnownKeys.logVkey))
    let advance = try CheckpointAdvance(text)
    let newer = try policy.verify(advance.checkpoint).checkpoint
    let proof = ConsistencyProof(from: advance.old, to: newer.size, hashes: advance.hashes)
    try proof.verify(oldRoot: checkpoint(3).root, newRoot: newer.root)
    return advance.old == 3
  }

  @Test func `it comes out byte for byte as a witness is sent it, and is read again`() throws {
    let hashes = try TreeReader(MemoryLog(count: 7)).consistencyProof(from: 3, to: 7)
    let made = CheckpointAdvance(
      old: 3, hashes: hashes, checkpoint: try Self.checkpoint(7).sign(by: KnownKeys.log()))
    let text = String(decoding: made.bytes, as: UTF8.self)
    #expect(text == (try Self.known()))
    #expect(try CheckpointAdvance(made.bytes) == made)
    #expect(try Self.isContinued(made.bytes))
  }

  @Test func `with any one bit flipped, or cut off anywhere, it shows nothing`() throws {
    let whole = bytes(try Self.known())
    for position in whole.indices {
      for bit in 0..<8 {
        var altered = whole
        altered[position] ^= 1 << UInt8(bit)
        let shows = (try? Self.isContinued(altered)) ?? false
        #expect(!shows, "byte \(position), bit \(bit)")
      }
      let shows = (try? Self.isContinued(Array(whole[..<position]))) ?? false
      #expect(!shows, "cut off at \(position)")
    }
  }

  @Test(arguments: [
    "", "old", "old 3", "old 3\n", "old 3\n\n", "old -3\n\nx", "old 3 \n\nx", "old 03\n\nx", "new 3\n\nx",
  ])
  func `what is none is refused`(text: String) {
    #expect(throws: TlogProof.TlogProofError.self) { try CheckpointAdvance(bytes(text)) }
  }

  @Test func `more hashes than a tree can have are refused`() throws {
    let hash = "qze6NNHf4pAV3nF6bVdkqPsCnDp6D1tkuTtUNRiFv3w=\n"
    let note = String(decoding: try Self.checkpoint(7).sign(by: KnownKeys.log()).bytes, as: UTF8.self)
    func advance(_ count: Int) throws -> CheckpointAdvance {
      try CheckpointAdvance(bytes("old 3\n" + String(repeating: hash, count: count) + "\n" + note))
    }
    #expect(try advance(CheckpointAdvance.hashLimit).hashes.count == 63)
    #expect(throws: TlogProof.TlogProofError.malformedLine(65)) { try advance(64) }
  }
}
