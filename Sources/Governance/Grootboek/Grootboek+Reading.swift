import Ledger

/// Up to when a question asks what was known.
public enum KnownMoment: Sendable, Hashable {
  /// Everything recorded so far.
  case now
  /// The first so many entries of the log.
  case size(UInt64)
  /// What had been recorded at a moment.
  case moment(Instant)
}

/// What a reader works with: views of one moment, keys of that moment, and the one visibility filter.
public struct Reading {
  /// The views.
  public let views: ViewReader
  /// Keys and mandates.
  public let registry: KeyRegistry
  /// How many entries of the log they contain.
  public let size: UInt64
  /// The one way to sealed values.
  public let filter: VisibilityFilter
  /// What the installed plugins bring along.
  public var catalog: Catalog { filter.catalog }

  /// When the event at a position was recorded; nil when it is not among them.
  public func recordedAt(_ position: UInt64) throws -> Instant? {
    guard position < size else { return nil }
    return try filter.catalog.leafView.recordedAt(position, views).flatMap { try? Instant(secondsSince1970: $0) }
  }

  /// How many events had been recorded before a moment, as known now.
  public func recorded(before moment: Instant) throws -> UInt64 {
    try views.size(at: moment.adding(seconds: -1), of: size, filter.catalog)
  }

  /// The ledger's time: when the last event was recorded; nil in an empty ledger.
  public func recordedAt() throws -> Instant? { try size == 0 ? nil : recordedAt(size - 1) }
}

extension Grootboek {
  /// Lends the views as they were known at a moment to `body`.
  ///
  /// Views that are behind are brought up to date first. What was known earlier is folded from the log into scratch
  /// tables: exact, and as slow as the log is long.
  public func read<T>(
    known: KnownMoment = .now, as audience: Audience = .outside,
    progress: (UInt64, UInt64) throws -> Void = { _, _ in }, _ body: (Reading) throws -> T
  ) throws -> T {
    if case .now = known {
      return try readingNow(progress) { tables, size in
        try body(try reading(tables, size: size, audience, erasures: ViewReader(tables: tables, pass: catalog.pass())))
      }
    }
    // What has been erased since then is erased in every answer.
    return try readingNow { present, all in
      let size = try size(known, of: all, ViewReader(tables: present, pass: catalog.pass()))
      return try stores.scratch().write { tables in
        try projector.catchUp(tables, with: stores.log, to: size, progress: progress)
        return try body(
          try reading(tables, size: size, audience, erasures: ViewReader(tables: present, pass: catalog.pass())))
      }
    }
  }

  /// Lends the views of now to whom other views were lent.
  public func present<T>(to reader: Reading, _ body: (Reading) throws -> T) throws -> T {
    try read(as: reader.filter.audience, body)
  }

  /// Lends the views to who examines the ledger: as `read`, but an event that cannot be relied on does not stop it.
  ///
  /// The views are then folded into scratch tables from whatever can be read. For nothing that acts on what it reads.
  public func examine<T>(
    known: KnownMoment = .now, as audience: Audience = .outside,
    progress: (UInt64, UInt64) throws -> Void = { _, _ in }, _ body: (Reading) throws -> T
  ) throws -> T {
    do { return try read(known: known, as: audience, progress: progress, body) } catch is BadEvent {
      let all = try stores.log.size()
      return try examining(to: all, progress) { views, tables in
        let size = try size(known, of: all, views)
        if size == all { return try body(try reading(tables, size: size, audience, erasures: views, .examining)) }
        return try examining(to: size, progress) { earlier, tables in
          try body(try reading(tables, size: size, audience, erasures: earlier, .examining))
        }
      }
    }
  }

  private func examining<T>(
    to size: UInt64, _ progress: (UInt64, UInt64) throws -> Void, _ body: (ViewReader, any TableReader) throws -> T
  ) throws -> T {
    try stores.scratch().write { tables in
      try projector.catchUp(tables, with: stores.log, to: size, .examining, progress: progress)
      return try body(ViewReader(tables: tables, pass: catalog.pass()), tables)
    }
  }

  /// Lends tables that have seen the whole log, and how many entries that is.
  private func readingNow<T>(
    _ progress: (UInt64, UInt64) throws -> Void = { _, _ in }, _ body: (any TableReader, UInt64) throws -> T
  ) throws -> T {
    for _ in 0..<Self.mostTries where try catchUpLive(progress) {
      if let result = try readingLive(body) { return result }
    }
    return try stores.scratch().write { tables in
      let size = try stores.log.size()
      try projector.catchUp(tables, with: stores.log, to: size, progress: progress)
      return try body(tables, size)
    }
  }

  /// How often someone else may take the views away to build them again before the reader makes its own.
  private static var mostTries: Int { 3 }

  /// Lends the live views; nil when someone has taken them away since they were brought up to date, and what is there now
  /// is nothing, or half of it.
  private func readingLive<T>(_ body: (any TableReader, UInt64) throws -> T) throws -> T? {
    var isLent = false
    do {
      return try stores.views.read { tables -> T? in
        let positions = try projector.positions(tables)
        guard positions.count == catalog.projections.count, try projector.isBound(tables, to: stores.log),
          let size = positions.values.min()
        else { return nil }
        isLent = true
        return try body(tables, size)
      }
    } catch is StoreError where !isLent { return nil }
  }

  /// Builds every view again from nothing.
  public func rebuild(progress: (UInt64, UInt64) throws -> Void) throws -> UInt64 {
    let size = try stores.log.size()
    try stores.views.write { tables in
      try tables.run("DROP TABLE IF EXISTS projection", [])
      try projector.catchUp(tables, with: stores.log, to: size, progress: progress)
    }
    return size
  }

  /// How many entries each view has seen; empty when there are no views.
  public func viewPositions() throws -> [(name: String, version: Int, position: UInt64?)] {
    let positions = (try? stores.views.read { try projector.stored($0) }) ?? [:]
    return catalog.projections.map { ($0.name, $0.version, positions[$0.name]) }
  }

  func reading(
    _ tables: any TableReader, size: UInt64, _ audience: Audience, erasures: ViewReader,
    _ trust: EventIntake.Trust = .checked
  ) throws -> Reading {
    let views = ViewReader(tables: tables, pass: catalog.pass())
    let registry = try catalog.authority.registry(views, trust)
    let filter = VisibilityFilter(
      audience: audience, stores: stores, erasures: erasures, catalog: catalog, trust: trust)
    return Reading(views: views, registry: registry, size: size, filter: filter)
  }

  /// The number of entries, of those that the views have folded, that had been recorded at a moment.
  private func size(_ known: KnownMoment, of size: UInt64, _ views: ViewReader) throws -> UInt64 {
    switch known {
    case .now: return size
    case .size(let wanted):
      guard wanted <= size else {
        throw Failure(
          .notFound,
          Text(
            nl: "het grootboek telt \(size) gebeurtenissen, gevraagd is de stand na \(wanted)",
            en: "the ledger has \(size) events; asked was the state after \(wanted)"))
      }
      return wanted
    case .moment(let moment):
      return try views.size(at: moment, of: size, catalog)
    }
  }

  /// Brings the live views up to date; false when they cannot be written and are behind.
  ///
  /// The log is measured after the views, so that an append in between cannot make them look ahead of it.
  private func catchUpLive(_ progress: (UInt64, UInt64) throws -> Void) throws -> Bool {
    let (positions, isBound) =
      (try? stores.views.read { try (projector.positions($0), projector.isBound($0, to: stores.log)) }) ?? ([:], false)
    let size = try stores.log.size()
    if isBound, positions.count == catalog.projections.count, positions.values.allSatisfy({ $0 == size }) {
      return true
    }
    do {
      try stores.views.write { tables in
        try projector.catchUp(tables, with: stores.log, to: try stores.log.size(), progress: progress)
      }
      return true
    } catch StoreError.readOnly { return false }
  }
}
