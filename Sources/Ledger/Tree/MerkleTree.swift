import LedgerCrypto

/// The hashes of a Merkle tree over SHA-256 (RFC 6962 section 2.1; RFC 9162 section 2.1.1 has the same tree).
public enum MerkleTree {
  /// The largest number of leaves: sizes stay within a signed 64-bit integer, as in SQLite and in Go's `tlog`.
  public static let largestSize = UInt64(Int64.max)

  /// The hash of an empty tree: SHA-256 of nothing.
  public static let emptyRoot = SHA256.hash([])

  /// The hash of a leaf, with the prefix 0x00 so that no node can pass for a leaf.
  public static func leafHash(of entry: [UInt8]) -> Digest {
    var input: [UInt8] = []
    input.reserveCapacity(1 + entry.count)
    input.append(0x00)
    input.append(contentsOf: entry)
    return SHA256.hash(input)
  }

  /// The hash of an inner node, with the prefix 0x01.
  public static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
    var input: [UInt8] = []
    input.reserveCapacity(1 + 2 * Digest.length)
    input.append(0x01)
    input.append(contentsOf: left.bytes)
    input.append(contentsOf: right.bytes)
    return SHA256.hash(input)
  }

  /// The root over leaf hashes, or over the roots of equally large complete subtrees.
  ///
  /// Pairing neighbours and carrying an odd last one up gives the tree that RFC 6962 defines by splitting at the
  /// largest power of two.
  /// - Complexity: O(n) hashes.
  public static func root(of hashes: some Collection<Digest>) -> Digest {
    guard !hashes.isEmpty else { return emptyRoot }
    var row = Array(hashes)
    while row.count > 1 {
      row = stride(from: 0, to: row.count, by: 2).map { index in
        index + 1 < row.count ? nodeHash(row[index], row[index + 1]) : row[index]
      }
    }
    return row[0]
  }
}
