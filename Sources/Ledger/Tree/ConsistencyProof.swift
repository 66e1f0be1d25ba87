import LedgerCrypto

/// The claim that one tree is the beginning of another, with the hashes that show it.
public struct ConsistencyProof: Sendable, Hashable {
  /// The number of leaves in the older tree.
  public let old: UInt64
  /// The number of leaves in the newer tree.
  public let new: UInt64
  /// The hashes, leaf side first.
  public let hashes: [Digest]

  /// Makes the claim; nothing is checked before `verify`.
  public init(from old: UInt64, to new: UInt64, hashes: [Digest]) {
    self.old = old
    self.new = new
    self.hashes = hashes
  }

  /// The number of hashes that a proof between two sizes has.
  public static func length(from old: UInt64, to new: UInt64) -> Int {
    guard old > 0, old < new else { return 0 }
    let inner = UInt64.bitWidth - ((old - 1) ^ (new - 1)).leadingZeroBitCount
    let border = ((old - 1) >> UInt64(inner)).nonzeroBitCount
    // The complete subtree in which the older tree ends is one hash, known already when it is the whole older tree.
    let seed = old.nonzeroBitCount == 1 ? 0 : 1
    return seed + inner - old.trailingZeroBitCount + border
  }

  /// Checks that the tree with `oldRoot` is the beginning of the tree with `newRoot` (RFC 9162 section 2.1.4.2).
  ///
  /// Every tree begins with the empty one, so from size 0 an empty proof is accepted (C2SP tlog-witness), if `oldRoot`
  /// is the root of the empty tree. A caller for whom size 0 is no evidence must say so itself.
  public func verify(oldRoot: Digest, newRoot: Digest) throws(ProofError) {
    guard old <= new else { throw .sizeShrinks(from: old, to: new) }
    guard old > 0, old < new else { return try verifyWithoutHashes(oldRoot: oldRoot, newRoot: newRoot) }

    var rest = hashes[...]
    if old.nonzeroBitCount == 1 { rest = [oldRoot] + rest }
    guard let seed = rest.popFirst() else { throw wrongLength }
    var node = (old - 1) >> UInt64(old.trailingZeroBitCount)
    var last = (new - 1) >> UInt64(old.trailingZeroBitCount)
    var (oldFound, newFound) = (seed, seed)
    for hash in rest {
      guard last > 0 else { throw wrongLength }
      if node & 1 == 1 || node == last {
        oldFound = MerkleTree.nodeHash(hash, oldFound)
        newFound = MerkleTree.nodeHash(hash, newFound)
        while node & 1 == 0, node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        newFound = MerkleTree.nodeHash(newFound, hash)
      }
      node >>= 1
      last >>= 1
    }
    guard last == 0 else { throw wrongLength }
    guard oldFound == oldRoot else { throw .oldRootDiffers(expected: oldRoot, found: oldFound) }
    guard newFound == newRoot else { throw .newRootDiffers(expected: newRoot, found: newFound) }
  }

  private func verifyWithoutHashes(oldRoot: Digest, newRoot: Digest) throws(ProofError) {
    guard hashes.isEmpty else { throw wrongLength }
    if old == 0, oldRoot != MerkleTree.emptyRoot {
      throw .oldRootDiffers(expected: oldRoot, found: MerkleTree.emptyRoot)
    }
    if old == new, oldRoot != newRoot { throw .newRootDiffers(expected: newRoot, found: oldRoot) }
  }

  private var wrongLength: ProofError {
    .wrongLength(expected: Self.length(from: old, to: new), found: hashes.count)
  }
}
