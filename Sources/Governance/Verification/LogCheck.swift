import Ledger
import LedgerCrypto

/// Follows the log from its first entry: positions, the tree over the leaf hashes, and its tiles.
///
/// The tree is grown from the *stored* leaf hashes, each of which is compared with its entry elsewhere: an altered entry
/// is then one finding, and not one for every checkpoint after it.
struct LogCheck {
  private var tree = TreeAppender()
  private var tiles: TileCheck
  /// Set once a leaf hash is nowhere to be found: no root after it can be computed.
  private var isBroken = false
  private var next: UInt64 = 0
  /// The sizes of checkpoints from outside.
  private let wanted: Set<UInt64>
  /// A gap longer than this is not filled from stored tiles.
  private static let longestGap: UInt64 = 4096

  init(log: any LogStore, wanted: Set<UInt64>) {
    tiles = TileCheck(log: log)
    self.wanted = wanted
  }

  /// Follows a chunk and returns the root at each size that a checkpoint in it, or one from outside, speaks of.
  mutating func follow(_ chunk: LogChunk, _ tally: inout Tally) throws -> [UInt64: Digest] {
    let sizes = wanted.union(chunk.checkpoints.map(\.size))
    var roots: [UInt64: Digest] = [:]
    if next == 0, wanted.contains(0) { roots[0] = tree.root() }
    for entry in chunk.entries {
      if entry.position > next { try bridge(to: entry.position, chunk.unreadable, sizes, &roots, &tally) }
      try append(entry.leafHash, sizes, &roots, &tally)
    }
    if chunk.end > next { try bridge(to: chunk.end, chunk.unreadable, sizes, &roots, &tally) }
    tally[.log].checked += UInt64(chunk.entries.count)
    return roots
  }

  /// What can be said once the whole log was followed; `size` is its size by then.
  func finish(size: UInt64, _ tally: inout Tally) throws { try tiles.findExtra(size: size, &tally) }

  private mutating func append(
    _ hash: Digest, _ sizes: Set<UInt64>, _ roots: inout [UInt64: Digest], _ tally: inout Tally
  ) throws {
    next += 1
    guard !isBroken else { return }
    for tile in tree.append(hash) { try tiles.check(tile, &tally) }
    if sizes.contains(next) { roots[next] = tree.root() }
  }

  /// Goes over positions that have no row, or none that can be read.
  private mutating func bridge(
    to end: UInt64, _ unreadable: Set<UInt64>, _ sizes: Set<UInt64>, _ roots: inout [UInt64: Digest],
    _ tally: inout Tally
  ) throws {
    let start = next
    if end - start > UInt64(unreadable.count) || (start..<end).contains(where: { !unreadable.contains($0) }) {
      let missing = (start..<end).prefix(Int(Self.longestGap)).filter { !unreadable.contains($0) }
      let (first, last) = (missing.first ?? start, end - start > Self.longestGap ? end - 1 : missing.last ?? end - 1)
      tally.find(
        .log, "position-gap", at: first,
        Text(nl: "posities \(first) tot en met \(last) ontbreken", en: "positions \(first) to \(last) are missing"))
    }
    guard end - start <= Self.longestGap else {
      isBroken = true
      next = end
      return
    }
    while next < end {
      if let hash = isBroken ? nil : tiles.leafHash(at: next) {
        try append(hash, sizes, &roots, &tally)
      } else {
        isBroken = true
        next += 1
      }
    }
  }
}
