import LedgerCrypto

/// A log's tiles as a value, because an existential cannot be a generic argument.
public struct LogTiles: TileReader {
  private let log: any LogReader

  /// The tiles of a log.
  public init(log: any LogReader) { self.log = log }

  /// The first hashes of a tile.
  public func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest] {
    try log.hashes(level: level, index: index, width: width)
  }
}
