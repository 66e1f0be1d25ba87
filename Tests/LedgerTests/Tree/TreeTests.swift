import Ledger
import LedgerCrypto
import Testing

struct TreeTests {
  static let knownRoots: [(UInt64, String)] = [
    (0, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    (1, "G7l9zCFjXUfiZj79/QoXRobZjdcBNS3SzQbotD/T0wU="),
    (2, "/F9riP+FVPdbsvnm85wxsZNtRLaSdu33sSBalVuXYeM="),
    (3, "1Pksj7uJcg6ztVZ3x9fvrd/rENEaGoSguo8aIzN/qpU="),
    (5, "NBUVmC1lDiNSDb1U1/zwr6G3DMOhakEdRk3JwayWwwE="),
    (7, "WmH8K1T5z6cXdPJDIUPdQMbLKxGUf69lp9PaXLZRmcg="),
    (8, "xcLIIO00L92ozolra5z1uMAKIcxLIHFMxuXTwFw1JAs="),
    (255, "1xWSohnUBnZj7t4kf5tUw/ngKQaC1V3gm0lbB/HeQck="),
    (256, "z17/2xHQknou31Ow5zx4N/ZZQU4AU32l2Q61xMSf8nQ="),
    (257, "hVuTaqAMuYtRFEhCSa0514pr6TYj4mwB6OSH3AIYSlo="),
    (1000, "L/M/udjxT4nKMGKJYzM2oWj/P0Uy6PdBoAGdy0wdYKE="),
    (70_000, "2gUy/3su5W9AZxEPyWTp8ntZWflSe//z+lAap1hN6vM="),
  ]

  @Test(arguments: knownRoots)
  func `every size a large log once had has its known root`(size: UInt64, root: String) throws {
    let log = MemoryLog.large
    #expect(try TreeReader(log).root(at: size).base64 == root)
    #expect(try TreeAppender(size: size, reader: log).root().base64 == root)
  }

  @Test func `the appender and the reader agree at every size`() throws {
    let log = MemoryLog(count: 600)
    var appender = TreeAppender()
    for size in 0...600 {
      let naive = NaiveTree.root(log.leaves.prefix(size))
      #expect(appender.root() == naive, "size \(size)")
      #expect(try TreeReader(log).root(at: UInt64(size)) == naive, "size \(size)")
      if size < 600 { _ = appender.append(log.leaves[size]) }
    }
  }

  @Test(arguments: [0, 1, 2, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537, 69_000] as [UInt64])
  func `an appender that resumes completes the same tiles as one that never stopped`(start: UInt64) throws {
    let log = MemoryLog.large
    var appender = try TreeAppender(size: start, reader: log)
    for position in Int(start)..<min(Int(start) + 1100, log.leaves.count) {
      for tile in appender.append(log.leaves[position]) {
        #expect(tile == log.tiles[.init(level: tile.level, index: tile.index)])
        #expect(tile.root == MerkleTree.root(of: tile.hashes))
      }
    }
    #expect(try TreeReader(log).root(at: appender.size) == appender.root())
  }

  @Test func `a leaf can complete tiles on more than one level`() throws {
    let log = MemoryLog.large
    var appender = try TreeAppender(size: 65_535, reader: log)
    let completed = appender.append(log.leaves[65_535])
    #expect(completed.map(\.level) == [0, 1])
    #expect(completed.map(\.index) == [255, 0])
    #expect(completed[1].root == appender.root())
    #expect(appender.partialTile(level: 2) == [completed[1].root])
    #expect(appender.partialTile(level: 0).isEmpty)
  }

  @Test func `resuming reads one tile on each level`() throws {
    let log = MemoryLog(leaves: MemoryLog.large.leaves)
    let (_, reads) = try log.countingReads { try TreeAppender(size: 70_000, reader: log) }
    #expect(reads == 3)
  }

  @Test func `proofs in a large tree read few tiles`() throws {
    let log = MemoryLog(leaves: MemoryLog.large.leaves)
    let reader = TreeReader(log)
    for index in [0, 1, 255, 256, 33_333, 65_535, 65_536, 69_999] as [UInt64] {
      let (_, reads) = try log.countingReads { try reader.inclusionProof(of: index, in: 70_000) }
      #expect(reads <= 6, "index \(index)")
      let (_, consistencyReads) = try log.countingReads { try reader.consistencyProof(from: index, to: 70_000) }
      #expect(consistencyReads <= 6, "from \(index)")
    }
  }

  @Test func `the known consistency proof from 3 to 7 comes out`() throws {
    let proof = try TreeReader(MemoryLog(count: 7)).consistencyProof(from: 3, to: 7)
    #expect(
      proof.map(\.base64) == [
        "qze6NNHf4pAV3nF6bVdkqPsCnDp6D1tkuTtUNRiFv3w=", "WL0UluFoSqySAcLmh+565PUclqiw2B7zWDYouT0800U=",
        "/F9riP+FVPdbsvnm85wxsZNtRLaSdu33sSBalVuXYeM=", "AVcbVXvHBnJlDUZ8e62DN+CafzVKcgUfI7Q6eCwPSOY=",
      ])
  }

  @Test func `questions about places outside the tree are refused`() throws {
    let reader = TreeReader(MemoryLog(count: 3))
    #expect(throws: TreeError.indexOutsideTree(index: 3, size: 3)) { try reader.inclusionProof(of: 3, in: 3) }
    #expect(throws: TreeError.indexOutsideTree(index: 0, size: 0)) { try reader.inclusionProof(of: 0, in: 0) }
    #expect(throws: TreeError.sizeShrinks(from: 3, to: 2)) { try reader.consistencyProof(from: 3, to: 2) }
    #expect(throws: TreeError.sizeTooLarge(1 << 63)) { try reader.root(at: 1 << 63) }
    #expect(throws: TreeError.sizeTooLarge(.max)) { try TreeAppender(size: .max, reader: MemoryLog(count: 0)) }
    #expect(throws: MemoryLog.Missing.self) { try reader.root(at: 4) }
  }

  @Test func `a reader that gives too few hashes is refused`() throws {
    struct Short: TileReader {
      func hashes(level: Int, index: UInt64, width: Int) -> [Digest] {
        Array(repeating: MerkleTree.emptyRoot, count: width - 1)
      }
    }
    let expected = TreeError.wrongTileWidth(level: 0, index: 0, expected: 5, found: 4)
    #expect(throws: expected) { try TreeReader(Short()).root(at: 5) }
    #expect(throws: expected) { try TreeAppender(size: 5, reader: Short()) }
  }

  @Test func `arithmetic holds up to the largest size`() throws {
    struct Uniform: TileReader {
      func hashes(level: Int, index: UInt64, width: Int) -> [Digest] {
        Array(repeating: MerkleTree.emptyRoot, count: width)
      }
    }
    let reader = TreeReader(Uniform())
    let size = MerkleTree.largestSize
    #expect(try reader.inclusionProof(of: 0, in: size).count == 63)
    #expect(try reader.inclusionProof(of: size - 1, in: size).count == 62)
    #expect(try reader.consistencyProof(from: size - 1, to: size).count == 63)
    #expect(try TreeAppender(size: size, reader: Uniform()).root() == reader.root(at: size))
  }
}
