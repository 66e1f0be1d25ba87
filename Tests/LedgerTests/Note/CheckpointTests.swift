import Ledger
import LedgerCrypto
import Testing

struct CheckpointTests {
  static let root = "NBUVmC1lDiNSDb1U1/zwr6G3DMOhakEdRk3JwayWwwE="
  static let text = "ledger.example.nl/test\n5\n\(root)\n"

  @Test func `a checkpoint is printed as three lines and read back`() throws {
    let checkpoint = try Checkpoint(origin: "ledger.example.nl/test", size: 5, root: Digest(base64: Self.root))
    #expect(checkpoint.text == bytes(Self.text))
    #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
    #expect(checkpoint.extensions == [])
  }

  @Test(arguments: [0, 1, 70_000, UInt64(Int64.max)])
  func `a checkpoint of any size is read back`(size: UInt64) throws {
    let checkpoint = try Checkpoint(origin: "a b é", size: size, root: MerkleTree.emptyRoot)
    #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
  }

  @Test func `others' extension lines are kept, because they are signed`() throws {
    let text = Self.text + "extension one\n— two\n"
    let checkpoint = try Checkpoint(text: bytes(text))
    #expect(checkpoint.extensions == ["extension one", "— two"])
    #expect(checkpoint.text == bytes(text))
  }

  @Test(
    arguments: [
      ("", .malformedLines), ("\n", .malformedLines), ("o\n5\n", .malformedLines), ("o\n5\n\(root)", .malformedLines),
      ("\n5\n\(root)\n", .malformedLines), ("o\n\n\(root)\n", .malformedLines), ("o\n5\n\n", .malformedLines),
      ("o\n5\n\(root)\n\n", .malformedLines), ("o\n5\n\(root)\nx\n\n", .malformedLines),
      ("o\n5\n\(root)\nx", .malformedLines), ("o\r\n5\r\n\(root)\r\n", .malformedLines),
      ("o\t\n5\n\(root)\n", .malformedLines),
      ("o\n05\n\(root)\n", .invalidSize("05")), ("o\n00\n\(root)\n", .invalidSize("00")),
      ("o\n-1\n\(root)\n", .invalidSize("-1")), ("o\n+1\n\(root)\n", .invalidSize("+1")),
      ("o\n5 \n\(root)\n", .invalidSize("5 ")), ("o\n 5\n\(root)\n", .invalidSize(" 5")),
      ("o\n0x5\n\(root)\n", .invalidSize("0x5")), ("o\n٥\n\(root)\n", .invalidSize("٥")),
      ("o\n1e3\n\(root)\n", .invalidSize("1e3")),
      ("o\n9223372036854775808\n\(root)\n", .invalidSize("9223372036854775808")),
      ("o\n18446744073709551616\n\(root)\n", .invalidSize("18446744073709551616")),
      ("o\n99999999999999999999999\n\(root)\n", .invalidSize("99999999999999999999999")),
      ("o\n5\nAAAA\n", .invalidRoot("AAAA")), ("o\n5\n=\n", .invalidRoot("=")),
      ("o\n5\n\(root.dropLast())\n", .invalidRoot(String(root.dropLast()))),
      ("o\n5\n\(root) \n", .invalidRoot(root + " ")),
      (
        "o\n5\nNBUVmC1lDiNSDb1U1/zwr6G3DMOhakEdRk3JwayWwwF=\n",
        .invalidRoot("NBUVmC1lDiNSDb1U1/zwr6G3DMOhakEdRk3JwayWwwF=")
      ),
      ("o\n5\n\(root)\(root)\n", .invalidRoot(root + root)),
    ] as [(String, Checkpoint.FormatError)])
  func `any other text is refused`(text: String, error: Checkpoint.FormatError) {
    #expect(throws: error) { try Checkpoint(text: bytes(text)) }
  }

  @Test func `an origin that only looks the same is another log's`() throws {
    let composed = try Checkpoint(origin: "caf\u{e9}", size: 1, root: MerkleTree.emptyRoot)
    let decomposed = try Checkpoint(origin: "cafe\u{301}", size: 1, root: MerkleTree.emptyRoot)
    #expect(composed != decomposed)
    let policy = try CheckpointPolicy(origin: decomposed.origin, logKeys: [KnownKeys.log().verifier])
    #expect(throws: CheckpointPolicy.PolicyError.self) { try policy.verify(composed.sign(by: KnownKeys.log())) }
  }

  @Test func `text that is not UTF-8 is refused`() {
    #expect(throws: Checkpoint.FormatError.malformedLines) {
      try Checkpoint(text: [0xff] + bytes("\n5\n\(Self.root)\n"))
    }
  }

  @Test(arguments: ["", "a\nb", "a\r\nb", "evil\n999", "\u{1}"])
  func `an origin that would become another line cannot be made`(origin: String) {
    #expect(throws: Checkpoint.FormatError.invalidOrigin) {
      try Checkpoint(origin: origin, size: 1, root: MerkleTree.emptyRoot)
    }
  }

  @Test func `a size that others cannot read cannot be made`() {
    #expect(throws: Checkpoint.FormatError.invalidSize("9223372036854775808")) {
      try Checkpoint(origin: "o", size: 1 << 63, root: MerkleTree.emptyRoot)
    }
  }
}
