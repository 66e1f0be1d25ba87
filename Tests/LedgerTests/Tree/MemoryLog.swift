import LedgerCrypto
import Synchronization

@testable import Ledger

/// A log in memory that keeps what a store keeps: leaf hashes and full tiles.
final class MemoryLog: TileReader, Sendable {
  struct Place: Hashable {
    let level: Int
    let index: UInt64
  }

  let leaves: [Digest]
  let tiles: [Place: CompletedTile]
  let appender: TreeAppender
  private let reads = Mutex<[Place]>([])

  init(leaves: [Digest]) {
    var appender = TreeAppender()
    var tiles: [Place: CompletedTile] = [:]
    for leaf in leaves {
      for tile in appender.append(leaf) { tiles[Place(level: tile.level, index: tile.index)] = tile }
    }
    self.leaves = leaves
    self.tiles = tiles
    self.appender = appender
  }

  /// The log of `leaf 0`, `leaf 1`, … from which the vectors were made.
  convenience init(count: Int) { self.init(leaves: (0..<count).map { MerkleTree.leafHash(of: Self.entry($0)) }) }

  static func entry(_ index: Int) -> [UInt8] { Array("leaf \(index)".utf8) }

  /// Long enough for three levels of tiles.
  static let large = MemoryLog(count: 70_000)

  struct Missing: Error {}

  func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest] {
    reads.withLock { $0.append(Place(level: level, index: index)) }
    if let tile = tiles[Place(level: level, index: index)] { return Array(tile.hashes.prefix(width)) }
    let start = index * 256
    return try (start..<start + UInt64(width)).map { position in
      if level == 0 {
        guard position < leaves.count else { throw Missing() }
        return leaves[Int(position)]
      }
      guard let below = tiles[Place(level: level - 1, index: position)] else { throw Missing() }
      return below.root
    }
  }

  /// How many tiles `body` read.
  func countingReads<T>(_ body: () throws -> T) rethrows -> (result: T, reads: Int) {
    reads.withLock { $0 = [] }
    let result = try body()
    return (result, reads.withLock { $0.count })
  }
}

/// The definitions of RFC 6962 section 2.1, word for word and slow, to compare with.
enum NaiveTree {
  static func root(_ leaves: ArraySlice<Digest>) -> Digest {
    guard let first = leaves.first else { return SHA256.hash([]) }
    guard leaves.count > 1 else { return first }
    let (left, right) = split(leaves)
    return MerkleTree.nodeHash(root(left), root(right))
  }

  static func path(_ index: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
    guard leaves.count > 1 else { return [] }
    let (left, right) = split(leaves)
    return index < left.count
      ? path(index, left) + [root(right)] : path(index - left.count, right) + [root(left)]
  }

  static func proof(_ old: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
    old == 0 || old == leaves.count ? [] : subproof(old, leaves, isWhole: true)
  }

  private static func subproof(_ old: Int, _ leaves: ArraySlice<Digest>, isWhole: Bool) -> [Digest] {
    if old == leaves.count { return isWhole ? [] : [root(leaves)] }
    let (left, right) = split(leaves)
    return old <= left.count
      ? subproof(old, left, isWhole: isWhole) + [root(right)]
      : subproof(old - left.count, right, isWhole: false) + [root(left)]
  }

  private static func split(_ leaves: ArraySlice<Digest>) -> (ArraySlice<Digest>, ArraySlice<Digest>) {
    var power = 1
    while power * 2 < leaves.count { power *= 2 }
    return (leaves.prefix(power), leaves.dropFirst(power))
  }
}

/// Repeats a run from its seed, which goes into the failure message.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

extension Digest {
  init(base64: String) throws { try self.init(Base64.standard.decode(base64)) }

  func flippingBit(_ bit: Int) -> Digest {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return Digest(checked: bytes)
  }
}
