import LedgerCrypto

/// The shape of a hash tile (C2SP tlog-tiles): 256 hashes, eight levels of the tree.
public enum HashTile {
  /// The number of levels of the tree that one tile spans.
  public static let height = 8
  /// The number of hashes in a full tile.
  public static let width = 1 << height

  /// The number of complete subtrees of 256^`level` leaves in a tree of `size`.
  public static func hashCount(level: Int, size: UInt64) -> UInt64 {
    // Swift's shift gives zero when it goes past the last bit.
    size >> UInt64(height * level)
  }

  /// How many hashes of a tile a tree of `size` fills: 0 to 256.
  public static func width(level: Int, index: UInt64, size: UInt64) -> Int {
    let (start, overflow) = index.multipliedReportingOverflow(by: UInt64(width))
    let count = hashCount(level: level, size: size)
    guard !overflow, count > start else { return 0 }
    return Int(min(UInt64(width), count - start))
  }

  /// A tile as it is served: the hashes one after another.
  public static func encode(_ hashes: some Sequence<Digest>) -> [UInt8] {
    hashes.flatMap(\.bytes)
  }

  /// Reads a tile of 1 to 256 hashes.
  /// - Throws: `TreeError.wrongTileLength`.
  public static func decode(_ bytes: [UInt8]) throws(TreeError) -> [Digest] {
    guard (1...width).contains(bytes.count / Digest.length), bytes.count.isMultiple(of: Digest.length) else {
      throw .wrongTileLength(found: bytes.count)
    }
    return stride(from: 0, to: bytes.count, by: Digest.length).map { start in
      Digest(checked: Array(bytes[start..<start + Digest.length]))
    }
  }
}

/// Where stored hashes come from.
///
/// Hash `i` of tile `n` on level `l` is the root of the 256^l leaves from (256n + i)·256^l on. A store that keeps only
/// full tiles answers for a partial one from the leaf hashes (level 0) or from the roots of the full tiles one level
/// below.
public protocol TileReader {
  /// Returns the first `width` hashes (1 to 256) of a tile, exactly that many.
  func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest]
}

/// A full tile, which never changes again.
public struct CompletedTile: Sendable, Hashable {
  /// The level, 0 for leaf hashes.
  public let level: Int
  /// The tile's place on its level.
  public let index: UInt64
  /// Its 256 hashes.
  public let hashes: [Digest]
  /// The root over its hashes, which is hash `index` of the level above.
  public let root: Digest

  /// Computes the root of 256 hashes, for checking a stored tile.
  /// - Throws: `TreeError.wrongTileWidth` when there are more or fewer.
  public init(level: Int, index: UInt64, hashes: [Digest]) throws(TreeError) {
    guard hashes.count == HashTile.width else {
      throw .wrongTileWidth(level: level, index: index, expected: HashTile.width, found: hashes.count)
    }
    self.init(level: level, index: index, hashes: hashes, root: MerkleTree.root(of: hashes))
  }

  init(level: Int, index: UInt64, hashes: [Digest], root: Digest) {
    self.level = level
    self.index = index
    self.hashes = hashes
    self.root = root
  }
}
