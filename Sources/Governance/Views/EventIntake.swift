import Ledger
import LedgerCrypto

/// Takes events out of the log for the views, in order, each with its hash, its row and its signature checked.
///
/// Reading, decoding and checking go on beside each other on all cores, and beside the folding of the events before:
/// what was folded is kept only when nothing was wrong (`Projector.catchUp` is one transaction).
struct EventIntake {
  /// Whether an event that cannot be relied on stops everything, or is passed over as far as it cannot be read.
  enum Trust {
    /// For what acts.
    case checked
    /// For who examines a ledger in which something is wrong.
    case examining
  }

  /// Events that were read and follow each other, with the keys that must have signed them.
  struct Chunk: Sendable {
    let events: [RecordedEvent]
    let keys: [VerifyingKey]
    /// The position after the last.
    let end: UInt64
  }

  /// How many entries are read at once; how many of them one thread takes.
  static let (length, slice) = (512, 64)
  /// How many chunks at most wait for their signatures to be checked.
  private static let mostWaiting = 8

  private let log: any LogStore
  private let catalog: Catalog
  private let trust: Trust
  private let size: UInt64
  private let workers: Workers
  private var registry: KeyRegistry
  private var time: RecordedTime
  private let earlier: RecordedTime.Earlier
  private var next: UInt64

  /// The checks of signatures: nothing waits for them until the last events are folded.
  private let checks: Backlog<Void>

  /// - Parameters:
  ///   - views: Everything before `position`: keys and mandates, and time.
  init(
    _ log: any LogStore, _ catalog: Catalog, from position: UInt64, to size: UInt64, _ views: ViewReader, _ trust: Trust
  ) throws {
    self.log = log
    self.catalog = catalog
    self.trust = trust
    self.size = size
    registry = try catalog.authority.registry(views, trust)
    time = try RecordedTime(after: position, views, catalog)
    earlier = RecordedTime.Earlier(views, catalog)
    next = position
    // A few events are taken sooner than threads are started.
    workers = size - position < UInt64(Self.slice) ? Workers(count: 1) : .all
    checks = Backlog(most: Self.mostWaiting * Self.length / Self.slice)
  }

  /// The first chunk; nil when there is nothing.
  mutating func first() throws -> Chunk? { try step(checking: nil) {} }

  /// Reads the next chunk while `fold` folds this one, of which the signatures are checked as well: those of all chunks
  /// once there is no next one.
  mutating func next(after chunk: Chunk, while fold: () throws -> Void) throws -> Chunk? {
    try step(checking: chunk, while: fold)
  }

  private mutating func step(checking chunk: Chunk?, while fold: () throws -> Void) throws -> Chunk? {
    let start = trust == .examining ? try afterGap() : next
    next = min(size, start + UInt64(Self.length))
    if let chunk { checks.add(checkJobs(chunk)) }
    let isLast = start == next
    do {
      let read = try workers.run(readJobs(from: start, to: next), and: checks, isLast: isLast, while: fold)
      _ = try checks.outputs()
      if isLast {
        try checkIsFinished()
        return nil
      }
      return try follow(read.flatMap(\.self), to: next)
    } catch {
      // What is wrong with an earlier event comes first, and can be why a later one could not be taken in.
      let _: [Void] = try workers.run([], and: checks, isLast: true)
      _ = try checks.outputs()
      throw error
    }
  }

  /// What a submission names is there once the log ends; what was known before may end within one.
  private func checkIsFinished() throws {
    guard trust == .checked, let open = time.unfinished, try size == log.size() else { return }
    throw BadEvent(open.position, TimeProblem.unfinished(missing: open.missing).text)
  }

  /// Where who examines goes on: a row far beyond the others must not keep one looking at what lies between.
  private func afterGap() throws -> UInt64 {
    guard next < size else { return next }
    do { return try log.entries(from: next, limit: 1).first.map { min($0.position, size) } ?? size } catch StoreError
      .damaged
    { return next }
  }

  private func readJobs(from start: UInt64, to end: UInt64) -> [@Sendable () throws -> [RecordedEvent]] {
    let (log, catalog, trust) = (log, catalog, trust)
    return stride(from: start, to: end, by: Self.slice).map { first in
      {
        let last = min(end, first + UInt64(Self.slice))
        let entries = try log.entries(from: first, limit: Int(last - first))
        if trust == .examining {
          return entries.filter { $0.position < last }.compactMap { try? catalog.decode($0) }
        }
        var events: [RecordedEvent] = []
        events.reserveCapacity(entries.count)
        for position in first..<last {
          guard events.count < entries.count, entries[events.count].position == position else {
            throw BadEvent(position, Text(nl: "zij ontbreekt in het log", en: "it is missing from the log"))
          }
          events.append(try Self.read(entries[events.count], catalog))
        }
        return events
      }
    }
  }

  /// What an entry says, once its bytes were compared with its hash and its row.
  private static func read(_ entry: LogEntry, _ catalog: Catalog) throws -> RecordedEvent {
    guard MerkleTree.leafHash(of: entry.leaf) == entry.leafHash else {
      throw BadEvent(
        entry.position,
        Text(nl: "de bytes passen niet bij de bewaarde hash", en: "the bytes do not match the stored hash"))
    }
    let event = try catalog.readable(entry)
    let claims = event.signed.envelope
    guard entry.id == claims.id.description, entry.seq == claims.seq, entry.stream == claims.stream.description else {
      throw BadEvent(
        entry.position,
        Text(nl: "haar rij zegt iets anders dan is ondertekend", en: "its row says other than was signed"))
    }
    return event
  }

  /// Finds for each event when it was recorded and the key that must have signed it; only this must go in the order of the log.
  private mutating func follow(_ read: [RecordedEvent], to end: UInt64) throws -> Chunk {
    var events: [RecordedEvent] = []
    var keys: [VerifyingKey] = []
    events.reserveCapacity(read.count)
    keys.reserveCapacity(read.count)
    for event in read {
      let (recordedAt, problems) = try time.follow(
        event.signed, leafHash: event.leafHash, at: event.position, as: event, registry, earlier)
      let event = event.recorded(at: try Instant(secondsSince1970: recordedAt))
      events.append(event)
      guard trust == .checked else {
        try? event.type.changesAuthority?(event, &registry)
        continue
      }
      if let problem = problems.first { throw BadEvent(event.position, problem.text) }
      keys.append(try signer(of: event))
    }
    return Chunk(events: events, keys: keys, end: end)
  }

  private mutating func signer(of event: RecordedEvent) throws -> VerifyingKey {
    do {
      // The founding event registers the very key that signs it.
      if event.position == 0 { try event.type.changesAuthority?(event, &registry) }
      let key = try registry.authority(of: event).key
      if event.position > 0 { try event.type.changesAuthority?(event, &registry) }
      return key
    } catch let problem as SigningProblem {
      throw BadEvent(event.position, problem.text)
    } catch let problem as AuthorityProblem { throw BadEvent(event.position, problem.text) }
  }

  private func checkJobs(_ chunk: Chunk) -> [@Sendable () throws -> Void] {
    stride(from: 0, to: chunk.keys.count, by: Self.slice).map { first in
      {
        for index in first..<min(first + Self.slice, chunk.keys.count) {
          let event = chunk.events[index]
          // The registry found the key under the thumbprint that the header names, so that need not be computed again.
          guard chunk.keys[index].isValidSignature(event.signed.signature, for: event.signed.signedBytes) else {
            throw BadEvent(
              event.position, Text(nl: "de handtekening klopt niet", en: "the signature does not hold"))
          }
        }
      }
    }
  }
}
