import Governance
import Ledger

/// Checkpoints from before that of the bundle: those it brings along, and those that the reader kept.
extension Bundelwerk {
  /// Each earlier checkpoint in the bundle is one, and its proof leads to the bundle's own.
  mutating func checkEarlier() {
    for size in gelezen.eerdere {
      oordeel.gecontroleerd[.log, default: 0] += 1
      let files = Bundelindeling.Eerderbestand.allCases.map { Bundelindeling.pad($0, size) }
      let absent = files.filter { !gelezen.has($0) }
      for path in absent { miss(path) }
      guard absent.isEmpty, let checkpoint else {
        oordeel.nietBeoordeeld[.log, default: 0] += 1
        continue
      }
      if let known = earlier(size, to: checkpoint) { eerder[size] = known }
    }
  }

  private mutating func earlier(_ size: UInt64, to checkpoint: Checkpoint) -> Checkpoint? {
    let (path, proofPath) = (Bundelindeling.pad(.controlepunt, size), Bundelindeling.pad(.vervolg, size))
    let known: Checkpoint
    switch judge(gelezen.bytes(path) ?? []) {
    case .success(let point): known = point
    case .failure(let problem):
      oordeel.vind(
        .log, "earlier-\(problem.what)", nl: "\(path) is niet te geloven: \(problem.text.nl)",
        en: "\(path) cannot be believed: \(problem.text.en)")
      return nil
    }
    guard known.size == size else {
      oordeel.vind(
        .log, "earlier-size", nl: "\(path) telt \(known.size) gebeurtenissen", en: "\(path) counts \(known.size) events"
      )
      return nil
    }
    guard let advance = try? CheckpointAdvance(gelezen.bytes(proofPath) ?? []) else {
      oordeel.vind(
        .log, "consistency-format", nl: "\(proofPath) is geen bewijs", en: "\(proofPath) is not a proof")
      return nil
    }
    guard advance.old == size, advance.checkpoint.bytes == note else {
      oordeel.vind(
        .log, "consistency-checkpoint", nl: "\(proofPath) gaat over andere controlepunten",
        en: "\(proofPath) is about other checkpoints")
      return nil
    }
    let proof = ConsistencyProof(from: size, to: checkpoint.size, hashes: advance.hashes)
    do { try proof.verify(oldRoot: known.root, newRoot: checkpoint.root) } catch {
      oordeel.vind(
        .log, "consistency", nl: "het log gaat niet verder op \(path)", en: "the log does not continue \(path)")
      return nil
    }
    return known
  }

  /// A checkpoint that somebody kept must be of a beginning of the same log.
  mutating func checkTrusted(_ bytes: [UInt8]) {
    guard let checkpoint else {
      oordeel.nietBeoordeeld[.log, default: 0] += 1
      return
    }
    switch judge(bytes) {
    case .failure(let problem):
      oordeel.vind(
        .log, "trusted-\(problem.what)", nl: "het meegebrachte controlepunt is niet te geloven: \(problem.text.nl)",
        en: "the checkpoint brought along cannot be believed: \(problem.text.en)")
    case .success(let known) where known.size > checkpoint.size:
      oordeel.vind(
        .log, "shrunk", at: checkpoint.size,
        nl: "het controlepunt telt \(checkpoint.size) gebeurtenissen, maar het log telde er \(known.size)",
        en: "the checkpoint counts \(checkpoint.size) events, but the log had \(known.size)")
    case .success(let known):
      guard let shown = known.size == checkpoint.size ? checkpoint : eerder[known.size] else {
        // Whether the later one continues the earlier one shows in the ledger, or in a bundle made --sinds it.
        oordeel.nietBeoordeeld[.log, default: 0] += 1
        return
      }
      if shown.root != known.root {
        oordeel.vind(
          .log, "forked", at: known.size == 0 ? nil : known.size - 1,
          nl: "het log is herschreven sinds uw controlepunt",
          en: "the log was rewritten since your checkpoint")
      }
    }
  }
}
