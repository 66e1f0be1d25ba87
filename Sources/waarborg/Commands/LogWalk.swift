import Governance
import Ledger

/// A walk along recorded events of one stream or all, of one type or all, a piece at a time.
struct LogWalk {
  private let stream: StreamID?
  private let type: String?
  private let size: UInt64
  private let book: Grootboek

  /// How many entries are read at once.
  private static let piece = 500

  /// - Parameter size: How many events there are to walk along.
  init(_ stream: StreamID?, _ type: String?, below size: UInt64, _ book: Grootboek) {
    (self.stream, self.type, self.size, self.book) = (stream, type, size, book)
  }

  /// Walks along a part of the log, either way, until `body` says stop; an entry that cannot be read is named and passed over.
  func forEach(
    _ part: Range<UInt64>, newestFirst: Bool, unreadable: (Text) -> Void = { _ in },
    _ body: (RecordedEvent) throws -> Bool
  ) throws {
    func goesOn(after entry: LogEntry) throws -> Bool {
      let event: RecordedEvent
      do { event = try book.catalog.readable(entry) } catch let bad as BadEvent {
        unreadable(bad.failure.message)
        return true
      }
      return try type == nil || event.type.name == type ? body(event) : true
    }
    if let stream {
      let positions = try book.stores.log.positions(in: stream).filter { part.contains($0) && $0 < size }
      for position in newestFirst ? positions.reversed() : positions {
        guard let entry = try book.stores.log.entry(at: position) else { continue }
        guard try goesOn(after: entry) else { return }
      }
      return
    }
    // From entry to entry and never from number to number: between two there may be a gap that nobody lives to cross.
    let range = part.clamped(to: 0..<size)
    var next = newestFirst ? range.upperBound : range.lowerBound
    while true {
      let entries =
        newestFirst
        ? try book.stores.log.entries(before: next, limit: Self.piece)
        : try book.stores.log.entries(from: next, limit: Self.piece)
      for entry in entries {
        guard range.contains(entry.position), try goesOn(after: entry) else { return }
        next = newestFirst ? entry.position : entry.position + 1
      }
      if entries.isEmpty { return }
    }
  }
}
