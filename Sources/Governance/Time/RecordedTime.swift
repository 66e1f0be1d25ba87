import Ledger
import LedgerCrypto

/// Follows recorded time through the log (README, Time).
///
/// Of events signed at the ledger it is the running maximum of when they were signed. What was signed elsewhere stands in
/// an unbroken run behind the `InzendingOntvangen` that names it, and has the recorded time of that: so its own time neither
/// backdates it nor drags the ledger along. Only `KlokHersteld`, confirmed by a second, lets time run back.
struct RecordedTime: Sendable {
  /// How far a clock may lie behind the ledger's time, or a signature after the moment of its submission, in seconds.
  static let tolerance: Int64 = 120
  /// Who may have set a clock wrong set it wrong by more than this, in seconds: ordinary gaps within a working day are not looked at.
  static let smallestJump: Int64 = 3_600
  /// How far ahead the ledger's time must be before it can be restored, in seconds.
  static let leastAhead: Int64 = 86_400

  /// Where recorded time moved on by more than the smallest jump.
  struct Jump: Sendable, Hashable {
    /// The first event after it.
    let position: UInt64
    /// The recorded time just before.
    let before: Int64
    /// The recorded time of the event.
    let after: Int64
  }

  /// Who said that the clock was wrong, and from where on; without effect until a second says so as well.
  struct Proposal: Sendable, Hashable {
    let from: UInt64
    let by: Thumbprint
  }

  /// What was recorded before the events that are followed here.
  struct Earlier {
    /// The jump at a position, unless time was restored over it.
    let jump: (UInt64) throws -> Jump?
    /// What was proposed in a stream, unless time was restored since.
    let proposal: (StreamID) throws -> Proposal?

    /// Nothing: the log is followed from its first event.
    static var nothing: Earlier { Earlier(jump: { _ in nil }, proposal: { _ in nil }) }
  }

  /// A submission of which events are still to come.
  private struct Run {
    var rest: ArraySlice<Digest>
    let moment: Int64
    let position: UInt64
    let event: EventID
  }

  /// The ledger's time: the recorded time of its last event.
  private(set) var latest: Int64
  private var run: Run?
  private var jumps: [Jump] = []
  private var proposals: [StreamID: Proposal] = [:]

  /// - Parameter latest: The recorded time of the event before the first that is followed; 0 when there is none.
  init(latest: Int64 = 0) { self.latest = latest }

  /// The submission of which events did not come, when there is one.
  var unfinished: (position: UInt64, event: EventID, missing: Int)? {
    run.map { ($0.position, $0.event, $0.rest.count) }
  }
  /// Whether a submission names the entry with this hash as the next one.
  func awaits(_ leafHash: Digest) -> Bool { run?.rest.first == leafHash }

  /// Takes the next event, and says when it was recorded.
  /// - Parameters:
  ///   - event: The same event seen through its type; nil when it does not fit one.
  ///   - registry: Keys as they were just before it.
  mutating func follow(
    _ signed: SignedEvent, leafHash: Digest, at position: UInt64, as event: RecordedEvent?, _ registry: KeyRegistry,
    _ earlier: Earlier
  ) throws -> (recordedAt: Int64, problems: [TimeProblem]) {
    let time = signed.envelope.signedAt
    // Said elsewhere to be no time at all; it moves nothing.
    guard (try? Instant(secondsSince1970: time)) != nil else { return (latest, []) }
    if var open = run {
      guard open.rest.first == leafHash else {
        run = nil
        let (recordedAt, problems) = try follow(signed, leafHash: leafHash, at: position, as: event, registry, earlier)
        return (recordedAt, [.notNamed(submission: open.position)] + problems)
      }
      open.rest = open.rest.dropFirst()
      run = open.rest.isEmpty ? nil : open
      return (open.moment, problems(signed, event, open))
    }
    switch event {
    case .some(let event) where event.is(KlokHersteld.self):
      return (latest, [try propose(event, time, earlier)].compactMap(\.self))
    case .some(let event) where event.is(KlokherstelBevestigd.self):
      let problem = try restore(event, time, registry, earlier)
      return (latest, [problem].compactMap(\.self))
    default:
      let problem = advance(to: time, at: position, event)
      return (latest, [problem].compactMap(\.self))
    }
  }

  private func problems(_ signed: SignedEvent, _ event: RecordedEvent?, _ run: Run) -> [TimeProblem] {
    var found: [TimeProblem] = []
    if signed.envelope.signedAt > run.moment + Self.tolerance {
      found.append(.signedAfter(by: signed.envelope.signedAt - run.moment))
    }
    if signed.envelope.checkpoint != nil { found.append(.namesCheckpoint) }
    if let event,
      event.is(InzendingOntvangen.self) || event.is(KlokHersteld.self) || event.is(KlokherstelBevestigd.self)
    {
      found.append(.notSubmitted)
    }
    return found
  }

  private mutating func advance(
    to time: Int64, at position: UInt64, _ event: RecordedEvent?
  ) -> TimeProblem? {
    let problem: TimeProblem? = time < latest - Self.tolerance ? .ranBack(by: latest - time) : nil
    let moved = max(latest, time)
    if position > 0, moved - latest > Self.smallestJump {
      jumps.append(Jump(position: position, before: latest, after: moved))
    }
    latest = moved
    if let event, let named = event[InzendingOntvangen.gebeurtenissen], event.is(InzendingOntvangen.self) {
      run = Run(rest: named[...], moment: latest, position: position, event: event.id)
    }
    return problem
  }

  private mutating func propose(_ event: RecordedEvent, _ time: Int64, _ earlier: Earlier) throws -> TimeProblem? {
    guard let from = event[KlokHersteld.vanaf].flatMap({ UInt64(exactly: $0) }) else { return .noSuchJump(0) }
    switch try jump(at: from, signedAt: time, earlier) {
    case .success:
      proposals[event.stream] = Proposal(from: from, by: event.signed.key)
      return nil
    case .failure(let problem): return problem
    }
  }

  private mutating func restore(
    _ event: RecordedEvent, _ time: Int64, _ registry: KeyRegistry, _ earlier: Earlier
  ) throws -> TimeProblem? {
    let proposed = try proposals[event.stream] ?? earlier.proposal(event.stream)
    guard let proposed, event[KlokherstelBevestigd.vanaf].flatMap({ UInt64(exactly: $0) }) == proposed.from else {
      return .notProposed
    }
    guard registry.maySecond(event.signed.key, after: proposed.by) else { return .noSecond }
    switch try jump(at: proposed.from, signedAt: time, earlier) {
    case .success(let jump):
      latest = max(time, jump.before)
      jumps.removeAll { $0.position >= proposed.from }
      proposals = [:]
      return nil
    case .failure(let problem): return problem
    }
  }

  /// The jump from which on time was wrong, seen by who signs with a right clock.
  private func jump(
    at from: UInt64, signedAt time: Int64, _ earlier: Earlier
  ) throws -> Result<Jump, TimeProblem> {
    guard latest - time > Self.leastAhead else { return .failure(.notAhead) }
    let known = try jumps.last { $0.position == from } ?? earlier.jump(from)
    guard let known, known.before <= time + Self.tolerance, known.after > time else {
      return .failure(.noSuchJump(from))
    }
    return .success(known)
  }
}
