import Ledger
import LedgerCrypto

/// Compares stored tiles with those that the leaf hashes give, in the order in which these become full.
struct TileCheck {
  let log: any LogStore
  private var pages: [Int: ArraySlice<StoredTile>] = [:]

  init(log: any LogStore) { self.log = log }

  mutating func check(_ tile: CompletedTile, _ tally: inout Tally) throws {
    let name = "\(tile.level)/\(tile.index)"
    let stored: StoredTile?
    do {
      stored = try next(level: tile.level, index: tile.index)
    } catch StoreError.damaged(_, let detail) {
      tally.find(
        .log, "tile-unreadable", at: Self.position(tile.level, tile.index * 256),
        Text(nl: "tegel \(name) is onleesbaar: \(detail)", en: "tile \(name) cannot be read: \(detail)"))
      return
    }
    guard let stored else {
      tally.find(
        .log, "tile-missing", at: Self.position(tile.level, tile.index * 256),
        Text(nl: "tegel \(name) ontbreekt", en: "tile \(name) is missing"))
      return
    }
    if let place = Self.firstDifference(stored.hashes, HashTile.encode(tile.hashes)) {
      tally.find(
        .log, "tile-hash", at: Self.position(tile.level, tile.index * 256 + UInt64(place)),
        Text(
          nl: "tegel \(name) heeft op plaats \(place) een andere hash dan de gebeurtenissen geven",
          en: "tile \(name) has at place \(place) another hash than the events give"))
    } else if stored.root != tile.root {
      tally.find(
        .log, "tile-root", at: Self.position(tile.level, tile.index * 256),
        Text(nl: "tegel \(name) heeft een andere wortel", en: "tile \(name) has another root"))
    }
  }

  /// Tiles that a log of this size does not have.
  func findExtra(size: UInt64, _ tally: inout Tally) throws {
    var level = 0
    var expected = HashTile.hashCount(level: 1, size: size)
    while true {
      let page: [StoredTile]
      do {
        page = try log.tiles(after: Self.before(level, expected), limit: 16)
      } catch StoreError.damaged(_, let detail) {
        tally.find(
          .log, "tile-unreadable", at: nil,
          Text(nl: "een tegel is onleesbaar: \(detail)", en: "a tile cannot be read: \(detail)"))
        return
      }
      guard let first = page.first else { return }
      if first.level > level {
        level = first.level
        expected = HashTile.hashCount(level: level + 1, size: size)
        continue
      }
      for tile in page where tile.level == level {
        tally.find(
          .log, "tile-extra", at: nil,
          Text(
            nl: "tegel \(tile.level)/\(tile.index) hoort niet bij een logboek van \(size) gebeurtenissen",
            en: "tile \(tile.level)/\(tile.index) does not belong to a log of \(size) events"))
        expected = tile.index + 1
      }
    }
  }

  /// The stored hash of a leaf whose row is missing, so that what comes after it can still be checked.
  func leafHash(at position: UInt64) -> Digest? {
    let index = position / UInt64(HashTile.width)
    guard let tile = try? log.tiles(after: Self.before(0, index), limit: 1).first, tile.level == 0, tile.index == index,
      let hashes = try? HashTile.decode(tile.hashes), hashes.count == HashTile.width
    else { return nil }
    return hashes[Int(position % UInt64(HashTile.width))]
  }

  private mutating func next(level: Int, index: UInt64) throws -> StoredTile? {
    if pages[level]?.isEmpty ?? true {
      let after = Self.before(level, index)
      do {
        pages[level] = try log.tiles(after: after, limit: level == 0 ? 16 : 1)[...]
      } catch StoreError.damaged {
        pages[level] = try log.tiles(after: after, limit: 1)[...]
      }
    }
    guard let first = pages[level]?.first, first.level == level, first.index == index else { return nil }
    pages[level]?.removeFirst()
    return first
  }

  /// The place just before a tile, in the order of level and index.
  private static func before(_ level: Int, _ index: UInt64) -> (level: Int, index: UInt64) {
    index == 0 ? (level - 1, UInt64(Int64.max)) : (level, index - 1)
  }

  /// The first leaf below hash `ordinal` of a level.
  private static func position(_ level: Int, _ ordinal: UInt64) -> UInt64 {
    ordinal << UInt64(HashTile.height * level)
  }

  private static func firstDifference(_ stored: [UInt8], _ computed: [UInt8]) -> Int? {
    guard stored != computed else { return nil }
    let same = zip(stored, computed).prefix { $0 == $1 }.count
    return min(same / Digest.length, HashTile.width - 1)
  }
}
