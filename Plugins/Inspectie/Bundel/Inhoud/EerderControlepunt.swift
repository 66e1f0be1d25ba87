import Console
import Governance
import Ledger
import LedgerCrypto

/// A checkpoint that the receiver kept, and that the bundle shows to be a beginning of the same log.
struct EerderControlepunt: Sendable {
  let note: SignedNote
  let checkpoint: Checkpoint

  /// Reads a checkpoint from a file and compares it with the ledger.
  /// - Throws: `Failure` for what is no checkpoint of this ledger, or one that the ledger no longer continues.
  init(bestand path: String, _ book: Grootboek, _ registry: KeyRegistry) throws {
    let note = try Input.checkpoint(at: path, option: "--sinds")
    guard let verified = try? registry.logKeys.verify(note, origin: book.origin), verified.size > 0 else {
      throw Failure(
        .badInput,
        Text(
          nl: "--sinds: «\(path)» is geen controlepunt van dit grootboek",
          en: "--sinds: “\(path)” is no checkpoint of this ledger"),
        remedy: Text(
          nl: "geef wat waarborg checkpoint eerder schreef", en: "give what waarborg checkpoint wrote before"))
    }
    if let problem = try CheckpointMemory.problem(book.stores.log, since: verified) {
      throw Failure(.foundWanting, Text("--sinds: ") + problem)
    }
    (self.note, checkpoint) = (note, verified)
  }

  /// The proof that the log continued it until a newer checkpoint.
  func vervolg(_ log: any LogReader, tot newer: Checkpoint, _ newerNote: SignedNote) throws -> CheckpointAdvance {
    let hashes = try TreeReader(LogTiles(log: log)).consistencyProof(from: checkpoint.size, to: newer.size)
    return CheckpointAdvance(old: checkpoint.size, hashes: hashes, checkpoint: newerNote)
  }
}
