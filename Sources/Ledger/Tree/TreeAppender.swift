import LedgerCrypto

/// The right edge of a tree: all that is needed to append leaves, whatever the size.
public struct TreeAppender: Sendable {
  /// The number of leaves.
  public private(set) var size: UInt64

  /// The hashes of the unfinished tile on each level.
  private var edge: [[Digest]] = []
  /// The roots of the complete subtrees the tree consists of, largest first: one for each bit set in `size`.
  private var peaks: [Digest] = []

  /// An empty tree.
  public init() { size = 0 }

  /// Reads the right edge of a stored tree: at most one partial tile on each level.
  /// - Throws: `TreeError`, or what the reader throws.
  public init(size: UInt64, reader: some TileReader) throws {
    guard size <= MerkleTree.largestSize else { throw TreeError.sizeTooLarge(size) }
    self.size = size
    var level = 0
    while HashTile.hashCount(level: level, size: size) > 0 {
      edge.append(try Self.edgeTile(level: level, size: size, reader: reader))
      level += 1
    }
    for height in (0..<UInt64.bitWidth).reversed() where size >> UInt64(height) & 1 == 1 {
      peaks.append(peak(height: height))
    }
  }

  private static func edgeTile(level: Int, size: UInt64, reader: some TileReader) throws -> [Digest] {
    let index = HashTile.hashCount(level: level + 1, size: size)
    let width = HashTile.width(level: level, index: index, size: size)
    guard width > 0 else { return [] }
    let hashes = try reader.hashes(level: level, index: index, width: width)
    guard hashes.count == width else {
      throw TreeError.wrongTileWidth(level: level, index: index, expected: width, found: hashes.count)
    }
    return hashes
  }

  private func peak(height: Int) -> Digest {
    let (level, inTile) = height.quotientAndRemainder(dividingBy: HashTile.height)
    let ordinal = (size >> UInt64(height)) - 1
    let start = Int((ordinal << UInt64(inTile)) % UInt64(HashTile.width))
    return MerkleTree.root(of: edge[level][start..<start + 1 << inTile])
  }

  /// Appends one leaf and returns the tiles that it completed, level 0 first.
  /// - Complexity: amortised one node hash and one leaf.
  public mutating func append(_ leafHash: Digest) -> [CompletedTile] {
    precondition(size < MerkleTree.largestSize, "a tree cannot hold more leaves than a signed 64-bit integer counts")
    var completed: [CompletedTile] = []
    var hash = leafHash
    var height = 0
    push(hash, level: 0)
    // Each bit that carries when 1 is added to the size is a pair of complete subtrees that becomes one.
    while size >> UInt64(height) & 1 == 1 {
      hash = MerkleTree.nodeHash(peaks.removeLast(), hash)
      height += 1
      if height.isMultiple(of: HashTile.height) {
        let level = height / HashTile.height - 1
        let index = HashTile.hashCount(level: level + 1, size: size)
        completed.append(CompletedTile(level: level, index: index, hashes: edge[level], root: hash))
        edge[level].removeAll(keepingCapacity: true)
        push(hash, level: level + 1)
      }
    }
    peaks.append(hash)
    size += 1
    return completed
  }

  private mutating func push(_ hash: Digest, level: Int) {
    if level == edge.count { edge.append([]) }
    edge[level].append(hash)
  }

  /// The root over all leaves so far.
  /// - Complexity: O(log n) hashes.
  public func root() -> Digest {
    guard var root = peaks.last else { return MerkleTree.emptyRoot }
    for peak in peaks.dropLast().reversed() { root = MerkleTree.nodeHash(peak, root) }
    return root
  }

  /// The hashes of the unfinished tile on a level; empty when there is none.
  public func partialTile(level: Int) -> [Digest] {
    edge.indices.contains(level) ? edge[level] : []
  }
}
