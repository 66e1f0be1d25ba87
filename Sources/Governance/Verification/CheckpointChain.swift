import Ledger
import LedgerCrypto

/// Follows which checkpoint each event names: the newest one that was kept when it was signed. One that is kept no more is
/// thereby found missing, and another in its place does not pass for it.
struct CheckpointChain {
  private var newest: Digest?
  /// The names that were found wrong; of each the first event is told.
  private var told: Set<Digest?> = []

  /// Follows an event.
  /// - Parameters:
  ///   - coming: The checkpoints over sizes in its chunk that were not followed yet.
  ///   - isSubmitted: Whether it was signed elsewhere: then it names none.
  mutating func follow(
    _ parsed: ParsedEntry, _ coming: inout ArraySlice<StoredCheckpoint>, isSubmitted: Bool, _ tally: inout Tally
  ) {
    while let next = coming.first, next.size <= parsed.entry.position {
      newest = SHA256.hash(Array(next.note.utf8))
      coming = coming.dropFirst()
    }
    guard !isSubmitted else { return }
    // Those of the first append name none: there is none yet.
    if let signed = parsed.signed, signed.envelope.checkpoint != newest {
      find(signed.envelope.checkpoint, parsed, &tally)
    }
  }

  /// Follows the last checkpoints of a chunk.
  mutating func finish(_ coming: ArraySlice<StoredCheckpoint>) {
    if let last = coming.last { newest = SHA256.hash(Array(last.note.utf8)) }
  }

  private mutating func find(_ claimed: Digest?, _ parsed: ParsedEntry, _ tally: inout Tally) {
    guard told.insert(claimed).inserted else { return }
    tally.find(
      .log, "checkpoint-missing", at: parsed.entry.position, event: parsed.entry.id,
      claimed == nil
        ? Text(
          nl: "de gebeurtenis noemt geen controlepunt waarna zij is vastgelegd",
          en: "the event names no checkpoint after which it was recorded")
        : Text(
          nl: "het controlepunt waarna deze gebeurtenis is vastgelegd, is er niet (meer)",
          en: "the checkpoint after which this event was recorded is not there (any more)"))
  }
}
