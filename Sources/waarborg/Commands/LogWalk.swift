import Governance
import Ledger

/// A walk along recorded events of one stream or all, of one type or all, a piece at a time.
struct LogWalk {
  private let stream: StreamID?
  private let type: String?
  private let size: UInt64
  private let book: Grootboek

  /// How many entries are read at once.
  private static let piece: UInt64 = 500

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
    var rest = part.clamped(to: 0..<size)
    while !rest.isEmpty {
      let next =
        newestFirst
        ? max(rest.lowerBound, rest.upperBound - min(Self.piece, rest.upperBound))..<rest.upperBound
        : rest.lowerBound..<min(rest.upperBound, rest.lowerBound + Self.piece)
      let entries = try book.stores.log.entries(from: next.lowerBound, limit: next.count)
        // Where a number is missing, later ones come along.
        .filter { next.contains($0.position) }
      for entry in newestFirst ? entries.reversed() : entries { guard try goesOn(after: entry) else { return } }
      rest = newestFirst ? rest.lowerBound..<next.lowerBound : next.upperBound..<rest.upperBound
    }
  }
}
