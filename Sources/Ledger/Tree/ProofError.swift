import LedgerCrypto

/// Why a Merkle proof does not hold.
public enum ProofError: Error, Equatable, Sendable {
  /// The proof is about a leaf that a tree of this size does not have.
  case indexOutsideTree(index: UInt64, size: UInt64)
  /// The proof is about a tree that became smaller.
  case sizeShrinks(from: UInt64, to: UInt64)
  /// A proof between these places has another number of hashes.
  case wrongLength(expected: Int, found: Int)
  /// The leaf and the proof lead to another root than the one given.
  case rootDiffers(expected: Digest, found: Digest)
  /// The proof leads to another root for the older tree than the one given.
  case oldRootDiffers(expected: Digest, found: Digest)
  /// The proof leads to another root for the newer tree than the one given.
  case newRootDiffers(expected: Digest, found: Digest)
}
