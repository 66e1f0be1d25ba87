/// Why a question about a tree could not be answered.
public enum TreeError: Error, Equatable, Sendable {
  /// There is no such leaf in a tree of this size.
  case indexOutsideTree(index: UInt64, size: UInt64)
  /// A tree cannot be consistent with a smaller one that comes after it.
  case sizeShrinks(from: UInt64, to: UInt64)
  /// The size does not fit in a signed 64-bit integer.
  case sizeTooLarge(UInt64)
  /// The reader gave another number of hashes than was asked for.
  case wrongTileWidth(level: Int, index: UInt64, expected: Int, found: Int)
  /// Stored bytes are not a whole number of hashes between 1 and 256.
  case wrongTileLength(found: Int)
}
