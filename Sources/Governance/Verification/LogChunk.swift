import Ledger

/// A run of entries as they were read, with the checkpoints over sizes within it.
struct LogChunk: Sendable {
  /// The first position it answers for.
  let start: UInt64
  /// The position after the last.
  let end: UInt64
  let entries: [LogEntry]
  /// Positions whose rows are there but cannot be read.
  let unreadable: Set<UInt64>
  let checkpoints: [StoredCheckpoint]
  let tally: Tally
}

/// Reads the log in chunks, around rows that cannot be read.
struct LogChunkReader: Sendable {
  let log: any LogStore
  let size: UInt64
  /// Entries in a chunk: enough for all threads, little enough for memory.
  static let length = 256
  /// More unreadable rows than this mean that the rest of the file is beyond looking at row by row.
  private static let mostUnreadable = 100_000

  private struct Found {
    var entries: [LogEntry] = []
    var unreadable: Set<UInt64> = []
    var next: UInt64
  }

  /// The chunk from a position on, after so many rows that could not be read.
  func chunk(from start: UInt64, unreadable before: Int) throws -> LogChunk {
    var tally = Tally()
    var found = Found(next: start)
    try read(&found, limit: min(Self.length, Int(clamping: size - start)))
    let isLast =
      found.entries.count + found.unreadable.count < Self.length
      || before + found.unreadable.count > Self.mostUnreadable
    let end = isLast ? size : min(found.next, size)
    for position in found.unreadable.sorted() {
      tally.find(
        .log, "row-unreadable", at: position,
        Text(nl: "rij \(position) kan niet worden gelezen", en: "row \(position) cannot be read"))
    }
    return LogChunk(
      start: start, end: end, entries: found.entries.filter { $0.position < size }, unreadable: found.unreadable,
      checkpoints: try checkpoints(start: start, end: end, &tally), tally: tally)
  }

  /// Halves what cannot be read until the row is found.
  private func read(_ found: inout Found, limit: Int) throws {
    do {
      let entries = try log.entries(from: found.next, limit: limit)
      found.entries += entries
      found.next = entries.last.map { $0.position + 1 } ?? found.next
    } catch StoreError.damaged {
      if limit == 1 {
        found.unreadable.insert(found.next)
        found.next += 1
        return
      }
      let start = found.next
      try read(&found, limit: limit / 2)
      if found.next > start { try read(&found, limit: limit - limit / 2) }
    }
  }

  private func checkpoints(start: UInt64, end: UInt64, _ tally: inout Tally) throws -> [StoredCheckpoint] {
    var found: [StoredCheckpoint] = []
    var last = start
    while true {
      let page: [StoredCheckpoint]
      do {
        page = try log.checkpoints(after: last, limit: Self.length)
      } catch StoreError.damaged(_, let detail) {
        tally.find(
          .log, "checkpoint-unreadable", at: last,
          Text(
            nl: "controlepunten na \(last) zijn onleesbaar: \(detail)",
            en: "checkpoints after \(last) cannot be read: \(detail)"))
        return found
      }
      found += page.prefix { $0.size <= end }
      guard page.count == Self.length, let size = page.last?.size, size < end else { return found }
      last = size
    }
  }
}
