import Ledger
import LedgerCrypto

/// Where time was restored (README, Time): from which event on it was wrong, and from what moment on it went on.
struct ClockView: Projection {
  let name = "klok"
  let version = 1
  let events: Set<String> = [KlokherstelBevestigd.type.name]
  let tables = [
    ViewTable(
      "herstel", columns: "position INTEGER PRIMARY KEY, vanaf INTEGER NOT NULL, moment INTEGER NOT NULL",
      key: "position")
  ]

  /// A time that was wrong, and what took its place.
  struct Restored {
    /// The first wrong event, up to the one with which time was restored.
    let range: ClosedRange<UInt64>
    /// The moment at which all of it counts as recorded, where it is asked what was known.
    let moment: Int64
  }

  /// One that has no effect is a problem of its time, and stops the folding of all that acts.
  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    guard let from = event[KlokherstelBevestigd.vanaf], from > 0, from <= Int64(event.position) else { return }
    try tables.run(
      "INSERT INTO {herstel} (position, vanaf, moment) VALUES (?, ?, ?)",
      [.int(Int64(event.position)), .int(from), .int(event.recordedAt.secondsSince1970)])
  }

  /// The last time that was restored over a position; nil when it never was.
  func restored(over position: UInt64, _ views: ViewReader) throws -> Restored? {
    guard let place = Int64(exactly: position) else { return nil }
    return try views.rows(
      self, "SELECT * FROM {herstel} WHERE vanaf <= ? AND position >= ? ORDER BY position DESC LIMIT 1",
      [.int(place), .int(place)]
    ).first.flatMap { Restored($0) }
  }

  /// The position of the event with which time was last restored.
  func last(_ views: ViewReader) throws -> UInt64? {
    try views.rows(self, "SELECT max(position) AS laatste FROM {herstel}").first?.place("laatste")
  }
}

extension ClockView.Restored {
  fileprivate init?(_ row: TableRow) {
    guard let first = row.place("vanaf"), let last = row.place("position"), first <= last,
      let moment = row.int("moment")
    else { return nil }
    self.init(range: first...last, moment: moment)
  }
}

extension RecordedTime {
  /// Time as it stood behind so many events that the views have folded.
  init(after size: UInt64, _ views: ViewReader, _ catalog: Catalog) throws {
    self.init(latest: size == 0 ? 0 : try catalog.leafView.recordedAt(size - 1, views) ?? 0)
  }
}

extension RecordedTime.Earlier {
  /// What the views know.
  init(_ views: ViewReader, _ catalog: Catalog) {
    self.init(
      jump: { from in
        guard from > 0, try catalog.clockView.restored(over: from, views) == nil,
          let before = try catalog.leafView.recordedAt(from - 1, views),
          let after = try catalog.leafView.recordedAt(from, views), after - before > RecordedTime.smallestJump
        else { return nil }
        return RecordedTime.Jump(position: from, before: before, after: after)
      },
      proposal: { stream in
        guard let fact = try views.facts(in: stream).first, fact.is(KlokHersteld.self),
          let from = fact[KlokHersteld.vanaf].flatMap({ UInt64(exactly: $0) }), let key = Thumbprint(fact.signer),
          try catalog.clockView.last(views).map({ fact.position > $0 }) ?? true
        else { return nil }
        return RecordedTime.Proposal(from: from, by: key)
      })
  }
}

extension ViewReader {
  /// When the event at a position counts as recorded, where it is asked what was known: what stood under a wrong clock, at the
  /// moment at which that was restored. It never runs back.
  func knownAt(_ position: UInt64, _ catalog: Catalog) throws -> Int64? {
    try catalog.clockView.restored(over: position, self)?.moment ?? catalog.leafView.recordedAt(position, self)
  }

  /// How many of the first `size` events had been recorded at a moment.
  func size(at moment: Instant, of size: UInt64, _ catalog: Catalog) throws -> UInt64 {
    var (low, high): (UInt64, UInt64) = (0, size)
    while low < high {
      let middle = low + (high - low) / 2
      let recordedAt = try knownAt(middle, catalog) ?? 0
      if recordedAt <= moment.secondsSince1970 { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
