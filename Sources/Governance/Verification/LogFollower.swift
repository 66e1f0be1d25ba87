import Ledger
import LedgerCrypto
import Synchronization

/// The part of verification that must go through the log in order: the tree, keys, streams and time.
final class LogFollower: Sendable {
  /// A chunk with what its past says about it.
  struct Followed: Sendable {
    let entries: [FollowedEntry]
    /// Roots at the sizes of the chunk's checkpoints, and of those from outside.
    let roots: [UInt64: Digest]
    let checkpoints: CheckpointCheck
  }

  private struct State {
    var log: LogCheck
    var chain = CheckpointChain()
    var events = EventCheck()
  }

  let scratch: any TableStore
  private let origin: String
  private let logKey: NoteVerifier?
  private let state: Mutex<State>

  init(_ ledger: Grootboek, wanted: Set<UInt64>, logKey: NoteVerifier?) throws {
    (origin, self.logKey) = (ledger.origin, logKey)
    scratch = try ledger.stores.scratch()
    state = Mutex(State(log: LogCheck(log: ledger.stores.log, wanted: wanted)))
    try scratch.write { tables in
      try StreamVersions.prepare(tables)
      try VaultCompletion.prepare(tables)
    }
  }

  /// Follows the next chunk.
  func follow(_ chunk: LogChunk, _ entries: [ParsedEntry], _ tally: inout Tally) throws -> Followed {
    try state.withLock { state in
      let roots = try state.log.follow(chunk, &tally)
      let followed = try scratch.write { tables in
        var streams = StreamVersions(tables)
        var checkpoints = chunk.checkpoints[...]
        let followed = try entries.map { entry in
          state.chain.follow(entry, &checkpoints, isSubmitted: state.events.time.awaits(entry.leafHash), &tally)
          return try state.events.follow(entry, &streams, &tally)
        }
        state.chain.finish(checkpoints)
        try streams.save()
        return followed
      }
      return Followed(
        entries: followed, roots: roots,
        checkpoints: CheckpointCheck(
          origin: origin, keys: state.events.registry.logKeys, given: logKey))
    }
  }

  /// What the whole log says about keys; asked once it was followed to its end.
  func finish(
    size: UInt64, _ tally: inout Tally
  ) throws -> (registry: KeyRegistry, organisationKeys: [(since: UInt64, key: BoxPublicKey)], recordedAt: Int64) {
    try state.withLock { state in
      try state.log.finish(size: size, &tally)
      state.events.finish(&tally)
      return (state.events.registry, state.events.organisationKeys, state.events.time.latest)
    }
  }
}
