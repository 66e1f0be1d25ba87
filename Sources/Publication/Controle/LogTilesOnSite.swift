import Governance
import Ledger
import LedgerCrypto

/// The hashes of all events as files (C2SP tlog-tiles): from them follows whether a checkpoint of any earlier day is the
/// beginning of today's log.
///
/// 32 bytes and an eighth for each event, and for each 256 of them one file. Hash tiles only: entries hold what not every
/// reader may see. A hash gives nothing away, as every event has a signature in it that nobody can guess.
struct LogTilesOnSite<Tiles: TileReader> {
  let log: Tiles
  let checkpoint: Checkpoint

  /// Gives each tile, full ones when they become so and the unfinished ones last; no more of the log is in memory.
  /// - Throws: `Failure` when the hashes do not give the root of the checkpoint.
  func write(_ file: (SiteFile) throws -> Void) throws {
    var tree = TreeAppender()
    let width = UInt64(HashTile.width)
    for index in 0..<(checkpoint.size + width - 1) / width {
      let count = HashTile.width(level: 0, index: index, size: checkpoint.size)
      for hash in try log.hashes(level: 0, index: index, width: count) {
        for tile in tree.append(hash) { try file(Self.file(tile.hashes, level: tile.level, index: tile.index)) }
      }
    }
    guard tree.size == checkpoint.size, tree.root() == checkpoint.root else { throw Self.differs }
    var level = 0
    while HashTile.hashCount(level: level, size: tree.size) > 0 {
      let hashes = tree.partialTile(level: level)
      let index = HashTile.hashCount(level: level + 1, size: tree.size)
      if !hashes.isEmpty { try file(Self.file(hashes, level: level, index: index)) }
      level += 1
    }
  }

  private static func file(_ hashes: [Digest], level: Int, index: UInt64) throws -> SiteFile {
    let path = try TilePath(.hashes(level: level), index: index, width: hashes.count)
    return SiteFile("controle/\(path)", HashTile.encode(hashes), mediaType: MediaType.bytes)
  }

  private static var differs: Failure {
    Failure(
      .foundWanting,
      Text(
        nl: "de gebeurtenissen van het log geven niet de code van zijn controlepunt",
        en: "the events of the log do not give the root of its checkpoint"),
      remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
  }
}
