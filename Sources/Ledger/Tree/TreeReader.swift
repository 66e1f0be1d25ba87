import LedgerCrypto

/// Answers questions about a stored tree, at its present size or at any size it once had.
///
/// Every answer reads O(log n) tiles: the root of a complete subtree of 2^h leaves is found in the tile on level h/8.
public struct TreeReader<Tiles: TileReader> {
  private let tiles: Tiles

  /// Reads from `tiles`.
  public init(_ tiles: Tiles) { self.tiles = tiles }

  /// The root of the first `size` leaves.
  public func root(at size: UInt64) throws -> Digest {
    var view = try TreeView(tiles, size: size)
    return try view.root(of: 0..<size)
  }

  /// The hashes that lead from a leaf to the root, leaf side first: PATH of RFC 6962 section 2.1.1.
  /// - Throws: `TreeError`, or what the tiles throw.
  public func inclusionProof(of index: UInt64, in size: UInt64) throws -> [Digest] {
    var prover = try InclusionProver(tiles, size: size)
    return try prover.proof(of: index)
  }

  /// The hashes that show that a tree of `old` leaves is the beginning of one of `new`: PROOF of RFC 6962
  /// section 2.1.2. Empty when the sizes are equal or `old` is zero.
  /// - Throws: `TreeError`, or what the tiles throw.
  public func consistencyProof(from old: UInt64, to new: UInt64) throws -> [Digest] {
    guard old <= new else { throw TreeError.sizeShrinks(from: old, to: new) }
    var view = try TreeView(tiles, size: new)
    guard old > 0, old < new else { return [] }
    var proof: [Digest] = []
    var range = 0..<new
    // The verifier knows the old root, so it is left out when the walk never leaves the left side.
    var isOldRoot = true
    while range.upperBound != old {
      let (left, right) = range.split
      if old <= left.upperBound {
        proof.append(try view.root(of: right))
        range = left
      } else {
        proof.append(try view.root(of: left))
        range = right
        isOldRoot = false
      }
    }
    if !isOldRoot { proof.append(try view.root(of: range)) }
    return proof.reversed()
  }
}

/// Inclusion proofs of many leaves of one tree: what they share is read and hashed once.
public struct InclusionProver<Tiles: TileReader> {
  private let size: UInt64
  private var view: TreeView<Tiles>

  /// Proofs against the root of the first `size` leaves.
  public init(_ tiles: Tiles, size: UInt64) throws {
    self.size = size
    view = try TreeView(tiles, size: size)
  }

  /// The hashes that lead from a leaf to the root, leaf side first: PATH of RFC 6962 section 2.1.1.
  /// - Throws: `TreeError`, or what the tiles throw.
  public mutating func proof(of index: UInt64) throws -> [Digest] {
    guard index < size else { throw TreeError.indexOutsideTree(index: index, size: size) }
    var proof: [Digest] = []
    var range = 0..<size
    // RFC 6962 recurses from the root down and appends on the way back; collecting and reversing is the same.
    while range.count64 > 1 {
      let (left, right) = range.split
      proof.append(try view.root(of: left.contains(index) ? right : left))
      range = left.contains(index) ? left : right
    }
    return proof.reversed()
  }
}

/// One tree size seen through its tiles, each of which is read at most once.
private struct TreeView<Tiles: TileReader> {
  private struct Place: Hashable {
    let level: Int
    let index: UInt64
  }

  private let tiles: Tiles
  private let size: UInt64
  private var read: [Place: [Digest]] = [:]
  /// Roots within a tile that take some hashing, by height and ordinal.
  private var roots: [Place: Digest] = [:]

  init(_ tiles: Tiles, size: UInt64) throws(TreeError) {
    guard size <= MerkleTree.largestSize else { throw .sizeTooLarge(size) }
    self.tiles = tiles
    self.size = size
  }

  /// The root over a range that starts at a multiple of the power of two it fits in.
  mutating func root(of range: Range<UInt64>) throws -> Digest {
    var peaks: [Digest] = []
    var start = range.lowerBound
    for height in (0..<UInt64.bitWidth).reversed() where range.count64 >> UInt64(height) & 1 == 1 {
      peaks.append(try complete(height: height, ordinal: start >> UInt64(height)))
      start += 1 << UInt64(height)
    }
    guard var root = peaks.popLast() else { return MerkleTree.emptyRoot }
    while let peak = peaks.popLast() { root = MerkleTree.nodeHash(peak, root) }
    return root
  }

  /// The root of the complete subtree of 2^height leaves that has `ordinal` such subtrees to its left.
  private mutating func complete(height: Int, ordinal: UInt64) throws -> Digest {
    let (level, inTile) = height.quotientAndRemainder(dividingBy: HashTile.height)
    let (index, start) = (ordinal << UInt64(inTile)).quotientAndRemainder(dividingBy: UInt64(HashTile.width))
    let hashes = try tile(level: level, index: index)
    // Below this it is about as quick to hash again, and the memory would be that of every leaf.
    guard inTile > 3 else { return MerkleTree.root(of: hashes[Int(start)..<Int(start) + 1 << inTile]) }
    let place = Place(level: height, index: ordinal)
    if let known = roots[place] { return known }
    let root = MerkleTree.root(of: hashes[Int(start)..<Int(start) + 1 << inTile])
    roots[place] = root
    return root
  }

  private mutating func tile(level: Int, index: UInt64) throws -> [Digest] {
    let place = Place(level: level, index: index)
    if let known = read[place] { return known }
    let width = HashTile.width(level: level, index: index, size: size)
    let hashes = try tiles.hashes(level: level, index: index, width: width)
    guard hashes.count == width else {
      throw TreeError.wrongTileWidth(level: level, index: index, expected: width, found: hashes.count)
    }
    read[place] = hashes
    return hashes
  }
}

extension Range<UInt64> {
  /// `count` would be an `Int`, which traps for the largest ranges.
  fileprivate var count64: UInt64 { upperBound - lowerBound }

  /// Split at the largest power of two below the length (RFC 6962 section 2.1).
  fileprivate var split: (left: Range, right: Range) {
    let bits = UInt64.bitWidth - (count64 - 1).leadingZeroBitCount
    let middle = lowerBound + 1 << UInt64(bits - 1)
    return (lowerBound..<middle, middle..<upperBound)
  }
}
