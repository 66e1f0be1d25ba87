import Ledger
import LedgerCrypto
import Testing

struct TileTests {
  static let knownFiles = [
    ("tile/0/000", 8192, "3658d44ebeb979b996b87ac966392dffbe9a628e34cb70bbff0ba844e74c31c6"),
    ("tile/0/001", 8192, "6fce4d781a3dfcbb97ff6e41aca4808e1cb2831653aa0a711867d628b38a706d"),
    ("tile/0/002", 8192, "f698b5c5a514744dc8081d5a71dc4609097826303c3da1f38b0122aeda74b312"),
    ("tile/0/003.p/232", 7424, "f2df798e18cb31b54d3e388d3d8c0324dc8b02043ef1928e91fa89fc32ac8113"),
    ("tile/1/000.p/3", 96, "e6b3f97715cc1338da6d4768da62db720b235c22154bda78b3076f4c37315cfe"),
    ("tile/entries/000", 2450, "a14c635e736c61c708522df30dabd9606ebc7bc14b9de94ead044c9530e2fac5"),
    ("tile/entries/001", 2560, "917d42a2d8c62230ad56839a1f92e73814fdc39876a7cccf5296ec3d5f6c6ca1"),
    ("tile/entries/002", 2560, "2af6429dcca9ff8340c4c3315f0d79eacb3b2f7bfab455373c1313342d72aadc"),
    ("tile/entries/003.p/232", 2320, "b830701d9412b3ba057a426724e59cc05b228e7ff453c792d3dada8d0dee9091"),
  ]

  @Test(arguments: knownFiles)
  func `the files of a log of 1000 entries have the known bytes`(text: String, length: Int, hash: String) throws {
    let path = try TilePath(text)
    let bytes =
      switch path.content {
      case .hashes(let level):
        HashTile.encode(try MemoryLog.large.hashes(level: level, index: path.index, width: path.width))
      case .entries:
        try EntryBundle.encode((0..<path.width).map { MemoryLog.entry(Int(path.index) * 256 + $0) })
      }
    #expect(bytes.count == length)
    #expect(SHA256.hash(bytes).hex == hash)
  }

  @Test func `a log of 1000 entries serves just the known files`() {
    #expect(Set(TilePath.all(atSize: 1000).map(\.description)) == Set(Self.knownFiles.map(\.0)))
  }

  @Test func `a log of 70,000 entries serves the files of the specification's example`() {
    let paths = Array(TilePath.all(atSize: 70_000))
    let hashes = paths.filter { $0.content != .entries }
    #expect(hashes.count == 274 + 2 + 1)
    #expect(
      hashes.filter { !$0.isFull }.map(\.description) == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"])
    #expect(paths.count == 277 + 274)
  }

  @Test(
    arguments: [(0, []), (1, ["tile/0/000.p/1", "tile/entries/000.p/1"])]
      + [(256, ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"])] as [(UInt64, [String])])
  func `partial tiles without hashes are not served`(size: UInt64, paths: [String]) {
    #expect(TilePath.all(atSize: size).map(\.description) == paths)
  }

  @Test(
    arguments: [
      (0, 0, 256, "tile/0/000"), (0, 1_234_067, 256, "tile/0/x001/x234/067"),
      (0, 1_234_067, 112, "tile/0/x001/x234/067.p/112"), (63, 999, 1, "tile/63/999.p/1"),
      (1, 1000, 255, "tile/1/x001/000.p/255"),
      (2, .max, 256, "tile/2/x018/x446/x744/x073/x709/x551/615"),
    ] as [(Int, UInt64, Int, String)])
  func `a tile path is printed and read back`(level: Int, index: UInt64, width: Int, text: String) throws {
    let path = try TilePath(.hashes(level: level), index: index, width: width)
    #expect(path.description == text)
    #expect(try TilePath(text) == path)
    let entries = text.replacing("tile/\(level)/", with: "tile/entries/")
    #expect(try TilePath(entries) == TilePath(.entries, index: index, width: width))
    #expect(try TilePath(entries).description == entries)
  }

  @Test(arguments: [
    "", "/", "tile", "tile/0", "tile/0/", "tile//000", "tile/0/0", "tile/0/0000", "tile/0/x000/001", "tile/0/001/002",
    "tile/0/x001", "tile/0/x001/", "tile/0/1", "tile/00/000", "tile/64/000", "tile/-1/000", "tile/+1/000",
    "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/-1",
    "tile/0/000.p/1/", "tile/0/000/", "/tile/0/000", "tile/0/000 ", "tile/0/0x0", "tile/0/X001/000", "tile/0/x1/000",
    "tile/8/0/000", "tile/data/000", "tile/entries/0", "tile/Entries/000", "tile/entries/000.p/256", "tile/0/.p/1",
    "tile/0/x018/x446/x744/x073/x709/x551/616", "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/٠٠٠",
  ])
  func `any other spelling of a tile path is refused`(text: String) {
    #expect(throws: TilePath.PathError.malformed(text)) { try TilePath(text) }
  }

  @Test func `a path outside the limits cannot be made`() {
    #expect(throws: TilePath.PathError.levelOutOfRange(64)) { try TilePath(.hashes(level: 64), index: 0) }
    #expect(throws: TilePath.PathError.levelOutOfRange(-1)) { try TilePath(.hashes(level: -1), index: 0) }
    #expect(throws: TilePath.PathError.widthOutOfRange(0)) { try TilePath(.entries, index: 0, width: 0) }
    #expect(throws: TilePath.PathError.widthOutOfRange(257)) { try TilePath(.entries, index: 0, width: 257) }
  }

  @Test func `a stored tile is read back, and refused when a byte is missing`() throws {
    let hashes = Array(MemoryLog.large.leaves.prefix(256))
    let bytes = HashTile.encode(hashes)
    #expect(try HashTile.decode(bytes) == hashes)
    #expect(try HashTile.decode(Array(bytes.prefix(32))) == [hashes[0]])
    for length in [0, 1, 31, 33, 8191] {
      #expect(throws: TreeError.wrongTileLength(found: length)) { try HashTile.decode(Array(bytes.prefix(length))) }
    }
    for length in [8193, 8224] {
      #expect(throws: TreeError.wrongTileLength(found: length)) {
        try HashTile.decode(bytes + Array(repeating: 0, count: length - 8192))
      }
    }
  }

  @Test func `a tile with another number of hashes is not full`() throws {
    let hashes = Array(MemoryLog.large.leaves.prefix(257))
    #expect(throws: TreeError.wrongTileWidth(level: 0, index: 9, expected: 256, found: 257)) {
      try CompletedTile(level: 0, index: 9, hashes: hashes)
    }
    let tile = try CompletedTile(level: 0, index: 0, hashes: Array(hashes.prefix(256)))
    #expect(tile == MemoryLog.large.tiles[.init(level: 0, index: 0)])
  }

  @Test func `the number of hashes in a tile follows from the size`() {
    #expect(HashTile.width(level: 0, index: 3, size: 1000) == 232)
    #expect(HashTile.width(level: 0, index: 4, size: 1000) == 0)
    #expect(HashTile.width(level: 1, index: 0, size: 1000) == 3)
    #expect(HashTile.width(level: 2, index: 0, size: 1000) == 0)
    #expect(HashTile.width(level: 8, index: 0, size: .max) == 0)
    #expect(HashTile.width(level: 0, index: .max, size: .max) == 0)
  }

  @Test func `entries of any length are read back from a bundle`() throws {
    let entries = [[], [0], Array(repeating: 7, count: 300), Array(repeating: 9, count: 65_535)] as [[UInt8]]
    #expect(try EntryBundle.decode(EntryBundle.encode(entries)) == entries)
    #expect(try EntryBundle.decode([]) == [])
  }

  @Test func `a bundle that is cut off or too full is refused`() throws {
    let whole = try EntryBundle.encode([[1, 2, 3], [4, 5]])
    for length in [1, 2, 3, 4] {
      #expect(throws: EntryBundle.BundleError.truncated(position: 0)) {
        try EntryBundle.decode(Array(whole.prefix(length)))
      }
    }
    #expect(throws: EntryBundle.BundleError.truncated(position: 1)) { try EntryBundle.decode(whole.dropLast()) }
    #expect(throws: EntryBundle.BundleError.entryTooLong(position: 1, length: 65_536)) {
      try EntryBundle.encode([[], Array(repeating: 0, count: 65_536)])
    }
    #expect(throws: EntryBundle.BundleError.tooManyEntries(257)) {
      try EntryBundle.encode(Array(repeating: [], count: 257))
    }
    #expect(throws: EntryBundle.BundleError.tooManyEntries(257)) {
      try EntryBundle.decode(Array(repeating: 0, count: 2 * 257))
    }
  }
}
