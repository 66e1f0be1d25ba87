import LedgerCrypto

/// The claim that a leaf stands at an index in a tree of a size, with the hashes that show it.
public struct InclusionProof: Sendable, Hashable {
  /// The leaf's place, from 0.
  public let index: UInt64
  /// The number of leaves in the tree.
  public let size: UInt64
  /// The siblings on the way to the root, leaf side first.
  public let hashes: [Digest]

  /// Makes the claim; nothing is checked before `verify` or `root`.
  public init(index: UInt64, size: UInt64, hashes: [Digest]) {
    self.index = index
    self.size = size
    self.hashes = hashes
  }

  /// The number of hashes between this leaf and the root.
  ///
  /// Below the level where the path leaves the right edge every level has a sibling; above it only those where the
  /// path is a right child.
  public static func length(index: UInt64, size: UInt64) -> Int {
    guard index < size else { return 0 }
    let inner = UInt64.bitWidth - (index ^ (size - 1)).leadingZeroBitCount
    return inner + (index >> UInt64(inner)).nonzeroBitCount
  }

  /// The root to which the leaf and the hashes lead (RFC 9162 section 2.1.3.2).
  public func root(from leafHash: Digest) throws(ProofError) -> Digest {
    guard index < size else { throw .indexOutsideTree(index: index, size: size) }
    var node = index
    var last = size - 1
    var root = leafHash
    for hash in hashes {
      guard last > 0 else { throw wrongLength }
      if node & 1 == 1 || node == last {
        root = MerkleTree.nodeHash(hash, root)
        // A last node without a sibling is carried up until it becomes a right child.
        while node & 1 == 0, node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        root = MerkleTree.nodeHash(root, hash)
      }
      node >>= 1
      last >>= 1
    }
    guard last == 0 else { throw wrongLength }
    return root
  }

  /// Checks that the leaf is in the tree with this root.
  public func verify(leafHash: Digest, root: Digest) throws(ProofError) {
    let found = try self.root(from: leafHash)
    guard found == root else { throw .rootDiffers(expected: root, found: found) }
  }

  private var wrongLength: ProofError {
    .wrongLength(expected: Self.length(index: index, size: size), found: hashes.count)
  }
}
