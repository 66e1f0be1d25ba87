import Ledger
import LedgerCrypto

/// One verification under way: a single pass over the log in which every stage works on another chunk.
///
/// While one chunk is read, the one before it is parsed, the one before that is followed in order, and of the oldest one
/// the rules are replayed. Its signatures and sealed fields are checked when a thread has nothing else to do, up to the end:
/// nothing waits for them. Memory holds a dozen chunks, whatever the log's size.
struct Verifier {
  private let ledger: Grootboek
  private let options: VerificationOptions
  private let live: ViewComparison?
  private let size: UInt64
  private let reader: LogChunkReader
  private let follower: LogFollower
  private let replay: RuleReplay
  private let vault: VaultCheck
  private let workers: Workers
  /// Entries in one job of the stages that any thread can take part in.
  private static let slice = 32
  /// How many chunks at most wait to be checked.
  private static let mostWaiting = 8

  private let checks = Backlog<Checked>(most: mostWaiting * LogChunkReader.length / slice)
  private var tally: Tally
  /// What was found wrong with signatures and sealed fields: added last, so that it does not depend on when there was time.
  private var late = Tally()
  private var roots: [UInt64: Digest] = [:]
  private var newest: Checkpoint?
  private var checkpoints: CheckpointCheck
  /// Rows of the log that could not be read.
  private var unreadable = 0
  /// Who registered whom.
  private var registrations: [VerificationReport.Registration] = []
  /// When the ledger went on under another log key.
  private var restorations: [KeyRegistry.Restoration] = []
  /// The ledger's time.
  private var newestTime: Instant?
  /// Events that have anything in the vault.
  private var sealedEvents: UInt64 = 0
  /// Wrapped keys in it that the lists of their events name.
  private var namedKeys: UInt64 = 0

  private struct Parsed: Sendable {
    let chunk: LogChunk
    let entries: [ParsedEntry]
  }

  private struct Ready: Sendable {
    let chunk: LogChunk
    let followed: LogFollower.Followed
    let contents: [VaultContents?]
  }

  private enum Outcome: Sendable {
    case read(LogChunk)
    case parsed([ParsedEntry], Tally)
    case followed(LogFollower.Followed, Tally)
    case contents([VaultContents?], Tally)
  }

  /// What came of checking part of a chunk.
  private struct Checked: Sendable {
    var tally = Tally()
    /// What only the rest of the log can decide.
    var open: [VaultCheck.Open] = []
    /// Wrapped keys that are there and belong to its events.
    var keys: UInt64 = 0
    var newest: Checkpoint?
  }

  init(_ ledger: Grootboek, _ options: VerificationOptions, live: ViewComparison?, _ tally: Tally) throws {
    self.ledger = ledger
    self.options = options
    self.live = live
    self.tally = tally
    // Read after the live views were opened: these are then never ahead of an honest log.
    size = try ledger.stores.log.size()
    reader = LogChunkReader(log: ledger.stores.log, size: size)
    let wanted = options.trusted.compactMap { Self.size($0) } + [options.remembered?.size].compactMap { $0 }
    follower = try LogFollower(ledger, wanted: Set(wanted), logKey: options.logKey)
    replay = try RuleReplay(ledger, options.ring)
    vault = VaultCheck(vault: ledger.stores.vault, documents: ledger.stores.documents, ring: options.ring)
    workers = Workers(count: options.workers)
    checkpoints = CheckpointCheck(origin: ledger.origin, keys: LogKeys([]), given: options.logKey)
  }

  private static func size(_ note: String) -> UInt64? {
    guard let note = try? SignedNote(Array(note.utf8)) else { return nil }
    return try? Checkpoint(text: note.text).size
  }

  /// Verifies everything.
  mutating func run(_ progress: (UInt64, UInt64) throws -> Void) throws -> VerificationReport {
    for found in try StructureCheck(log: ledger.stores.log, vault: ledger.stores.vault).run(workers) { tally += found }
    live?.findAhead(of: size, &tally)
    if let live { try replay.tables.read { live.checkStructure($0, &tally) } }
    try live?.compare(at: 0, with: replay, &tally)
    var next: UInt64 = 0
    var (read, parsed, ready): (LogChunk?, Parsed?, Ready?) = (nil, nil, nil)
    while next < size || read != nil || parsed != nil || ready != nil {
      let round = try round(from: next, read, parsed, ready)
      if let done = ready { try progress(done.chunk.end, size) }
      (read, parsed, ready) = (round.read, round.parsed, round.ready)
      next = read?.end ?? size
    }
    tally += late
    try finish()
    return VerificationReport(
      events: size, checkpoint: newest, logKey: checkpoints.keys.present, scope: ledger.stores.scope,
      hasViews: live != nil, checks: tally.checks, registrations: registrations, restorations: restorations,
      recordedAt: newestTime)
  }

  /// Moves every chunk under way one stage further, while this thread replays the oldest one.
  private mutating func round(
    from next: UInt64, _ read: LogChunk?, _ parsed: Parsed?, _ ready: Ready?
  ) throws -> (read: LogChunk?, parsed: Parsed?, ready: Ready?) {
    var jobs: [@Sendable () throws -> Outcome] = []
    if let parsed { jobs += followJobs(parsed) }
    if next < size {
      let (reader, unreadable) = (reader, unreadable)
      jobs.append { .read(try reader.chunk(from: next, unreadable: unreadable)) }
    }
    if let ready { checks.add(checkJobs(ready)) }
    if let read { jobs += parseJobs(read) }
    var replayed = Tally()
    let outcomes = try workers.run(jobs, and: checks, isLast: jobs.isEmpty) {
      if let ready { try replay(ready, &replayed) }
    }
    tally += replayed
    try absorb(try checks.outputs())
    return absorb(outcomes, read, parsed)
  }

  private func followJobs(_ parsed: Parsed) -> [@Sendable () throws -> Outcome] {
    let (follower, vault) = (follower, ledger.stores.vault)
    return [
      {
        var tally = Tally()
        let followed = try follower.follow(parsed.chunk, parsed.entries, &tally)
        return .followed(followed, tally)
      },
      {
        var tally = Tally()
        let contents = try VaultContents.read(parsed.entries, from: vault, &tally)
        return .contents(contents, tally)
      },
    ]
  }

  private func parseJobs(_ chunk: LogChunk) -> [@Sendable () throws -> Outcome] {
    let (catalog, origin) = (ledger.catalog, ledger.origin)
    return Self.slices(chunk.entries.count).map { range in
      {
        var tally = Tally()
        let entries = chunk.entries[range].map { ParsedEntry($0, catalog: catalog, origin: origin, &tally) }
        return .parsed(entries, tally)
      }
    }
  }

  private func checkJobs(_ ready: Ready) -> [@Sendable () throws -> Checked] {
    let vault = vault
    let entries = Self.slices(ready.followed.entries.count).map { range -> @Sendable () throws -> Checked in
      {
        var checked = Checked()
        for index in range {
          let entry = ready.followed.entries[index]
          EventCheck.checkSignature(entry, &checked.tally)
          guard let contents = ready.contents[index] else { continue }
          guard let question = vault.check(entry, contents, &checked.tally) else { continue }
          checked.keys += question.keys
          if !question.isNothing { checked.open.append(question) }
        }
        return checked
      }
    }
    let notes = Self.slices(ready.chunk.checkpoints.count).map { range -> @Sendable () throws -> Checked in
      {
        var checked = Checked()
        for stored in ready.chunk.checkpoints[range] {
          let root = ready.followed.roots[stored.size]
          checked.newest =
            ready.followed.checkpoints.check(stored, root: root, &checked.tally) ?? checked.newest
        }
        return checked
      }
    }
    return entries + notes
  }

  private static func slices(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: slice).map { $0..<min($0 + slice, count) }
  }

  private mutating func absorb(_ checked: [Checked]) throws {
    for part in checked {
      late += part.tally
      newest = part.newest ?? newest
    }
    namedKeys += checked.reduce(0) { $0 + $1.keys }
    let questions = checked.flatMap(\.open)
    guard !questions.isEmpty else { return }
    try follower.scratch.write { tables in for question in questions { try VaultCompletion.keep(question, tables) } }
  }

  private mutating func absorb(
    _ outcomes: [Outcome], _ read: LogChunk?, _ parsed: Parsed?
  ) -> (read: LogChunk?, parsed: Parsed?, ready: Ready?) {
    var (nextRead, entries): (LogChunk?, [ParsedEntry]) = (nil, [])
    var (followed, contents): (LogFollower.Followed?, [VaultContents?]) = (nil, [])
    for outcome in outcomes {
      switch outcome {
      case .read(let chunk):
        nextRead = chunk
        unreadable += chunk.unreadable.count
        tally += chunk.tally
      case .parsed(let part, let found):
        entries += part
        tally += found
      case .followed(let part, let found):
        followed = part
        checkpoints = part.checkpoints
        roots.merge(part.roots.filter { isWanted($0.key) }) { first, _ in first }
        tally += found
      case .contents(let part, let found):
        contents = part
        sealedEvents += UInt64(part.count { $0?.isEmpty == false })
        tally += found
      }
    }
    let ready = parsed.flatMap { parsed in followed.map { Ready(chunk: parsed.chunk, followed: $0, contents: contents) }
    }
    return (nextRead, read.map { Parsed(chunk: $0, entries: entries) }, ready)
  }

  private func isWanted(_ size: UInt64) -> Bool {
    size == options.remembered?.size || options.trusted.contains { Self.size($0) == size }
  }

  /// Replays a chunk, and compares the live views that stopped within it or at its end with what was replayed until there.
  private func replay(_ ready: Ready, _ tally: inout Tally) throws {
    var rest = ready.followed.entries[...]
    let stops = live?.stops(after: ready.chunk.start, before: ready.chunk.end) ?? []
    for stop in stops + [ready.chunk.end] {
      let part = rest.prefix { $0.parsed.entry.position < stop }
      tally += try replay.replay(part)
      rest = rest.dropFirst(part.count)
      try live?.compare(at: stop, with: replay, &tally)
    }
  }

  /// What can only be said at the end; others may have appended in the meantime.
  private mutating func finish() throws {
    let log = ledger.stores.log
    let now = try log.size()
    var found = Tally()
    let (registry, organisationKeys, recordedAt) = try follower.finish(size: now, &found)
    newestTime = try? Instant(secondsSince1970: recordedAt)
    restorations = registry.restorations
    registrations = registry.keysInOrder.map { VerificationReport.Registration($0, registry) }
    checkpoints.compare(registry.logKeys, with: options.logKey, &found)
    try Self.look(.log, &found) { try checkpoints.finish(log, checkedSize: size, size: now, &$0) }
    for note in options.trusted { checkpoints.check(trusted: note, size: size, roots: roots, &found) }
    if let known = options.remembered { checkpoints.compare(known, "remembered", size: size, roots: roots, &found) }
    let lately = (try? VaultCompletion.erased(in: ledger, from: size)) ?? [:]
    try replay.tables.read { tables in
      let end = VaultCompletion(
        ledger: ledger, registry: registry, views: ViewReader(tables: tables, pass: ledger.catalog.pass()),
        lately: lately)
      let keys = KeyCompletion(
        ledger: ledger, registry: registry, organisationKeys: Set(organisationKeys.map(\.key.name)))
      try follower.scratch.read { questions in
        var ways = keys.ways(questions)
        try Self.look(.vault, &found) { try end.answer(questions, &ways, &$0) }
        try Self.look(.vault, &found) { try keys.answer(questions, &ways, &$0) }
        try Self.look(.vault, &found) { try end.checkOrganisationKeys(organisationKeys, &ways, &$0) }
      }
      end.checkReader(&found)
      try Self.look(.vault, &found) { try end.checkErased(&$0) }
      try Self.look(.vault, &found) { try end.checkScrubbed(&$0) }
      try Self.look(.vault, &found) { try end.checkBegun(&$0) }
      try Self.look(.vault, &found) { try end.checkOrphans(seen: sealedEvents, keys: namedKeys, &$0) }
      try Self.look(.vault, &found) { try end.checkOwnKeys(options.ring, &$0) }
      let isWhole = tally[.vault].ok && found[.vault].ok
      try Self.look(.vault, &found) { try keys.checkLeft(isWhole: isWhole, &$0) }
    }
    tally += found
    var judged = tally
    try Self.look(.rules, &judged) { try judgeClosed(registry, &$0) }
    tally = judged
  }

  /// Judges the closed streams of who verifies from within.
  private func judgeClosed(_ registry: KeyRegistry, _ tally: inout Tally) throws {
    guard let ring = options.ring, let member = registry.keys.values.first(where: { $0.box == ring.publicKey }) else {
      return
    }
    try replay.tables.read { tables in
      let erasures = ViewReader(tables: tables, pass: ledger.catalog.pass())
      let reading = try ledger.reading(tables, size: size, .member(ring), erasures: erasures, .examining)
      for plugin in ledger.catalog.plugins {
        let judgement = try plugin.judgement(of: reading, in: ledger.origin, as: member.id)
        tally[.rules].closed -= min(tally[.rules].closed, judgement.judged)
        for finding in judgement.findings {
          let event = try? ledger.stores.log.entry(at: finding.position)?.id
          tally.find(.rules, "closed-stream", at: finding.position, event: event, finding.message)
        }
      }
    }
  }

  /// Damage met on the way is a finding, and no reason to leave the other questions unanswered.
  private static func look(_ name: CheckName, _ tally: inout Tally, _ body: (inout Tally) throws -> Void) throws {
    do {
      try body(&tally)
    } catch StoreError.damaged(let file, let detail) {
      tally.find(name, "unreadable", at: nil, Text("\(file): \(detail)"))
    }
  }
}
