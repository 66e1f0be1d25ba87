import Ledger
import LedgerCrypto

/// Checks signed notes against the log's own keys and the roots that the entries give.
struct CheckpointCheck: Sendable {
  let origin: String
  /// None when the founding event names no usable key.
  let keys: LogKeys

  /// - Parameter given: A key by which who verifies knows this log; when the log does not name it, it stands for all.
  init(origin: String, keys: LogKeys, given: NoteVerifier?) {
    self.origin = origin
    let keys = keys.with(given)
    self.keys = keys.verifier(over: 1) == nil ? LogKeys([]) : keys
  }

  /// What is wrong with a note: the finding's id and the words, or the checkpoint when nothing is.
  private enum Verdict {
    case good(Checkpoint)
    case bad(String, Text)
  }

  private var notOne: Text { Text(nl: "is geen controlepunt: het ", en: "is not a checkpoint: it ") }

  private func verdict(_ bytes: [UInt8]) -> Verdict {
    do {
      let note = try SignedNote(bytes)
      guard !keys.keys.isEmpty else { return .good(try Checkpoint(text: note.text)) }
      return .good(try keys.verify(note, origin: origin))
    } catch CheckpointPolicy.PolicyError.wrongOrigin(_, let found) {
      return .bad("origin", Text(nl: "is van een ander grootboek: \(found)", en: "is of another ledger: \(found)"))
    } catch CheckpointPolicy.PolicyError.note {
      return .bad(
        "signature",
        Text(nl: "is niet ondertekend met de sleutel van het logboek", en: "is not signed by the log's key"))
    } catch let error as NoteError {
      return .bad("format", notOne + error.text)
    } catch CheckpointPolicy.PolicyError.format(let error) {
      return .bad("format", notOne + error.text)
    } catch let error as Checkpoint.FormatError {
      return .bad("format", notOne + error.text)
    } catch {
      return .bad("format", Text(nl: "is geen controlepunt", en: "is not a checkpoint"))
    }
  }

  /// Checks a stored checkpoint and returns it when it holds.
  func check(_ stored: StoredCheckpoint, root: Digest?, _ tally: inout Tally) -> Checkpoint? {
    let position = stored.size == 0 ? nil : stored.size - 1
    func find(_ check: String, _ problem: Text) {
      let subject = Text(nl: "het controlepunt bij \(stored.size) ", en: "the checkpoint at \(stored.size) ")
      tally.find(.log, "checkpoint-\(check)", at: position, subject + problem)
    }
    switch verdict(Array(stored.note.utf8)) {
    case .bad(let check, let problem): find(check, problem)
    case .good(let checkpoint):
      if checkpoint.origin != origin {
        find(
          "origin",
          Text(nl: "is van een ander grootboek: \(checkpoint.origin)", en: "is of another ledger: \(checkpoint.origin)")
        )
      } else if !checkpoint.extensions.isEmpty {
        // Of this ledger's own there are none, and nobody can check what they say.
        find("format", Text(nl: "heeft regels te veel", en: "has lines too many"))
      } else if checkpoint.size != stored.size {
        find("size", Text(nl: "noemt omvang \(checkpoint.size)", en: "names size \(checkpoint.size)"))
      } else if let root {
        guard root != checkpoint.root else { return keys.keys.isEmpty ? nil : checkpoint }
        find("root", Text(nl: "past niet bij de gebeurtenissen", en: "does not match the events"))
      } else {
        tally[.log].notJudged += 1
      }
    }
    return nil
  }

  /// Checks a signed note that someone brought along.
  func check(trusted note: String, size: UInt64, roots: [UInt64: Digest], _ tally: inout Tally) {
    switch verdict(Array(note.utf8)) {
    case .bad where (try? SignedNote(Array(note.utf8))).map { keys.isOfWhatWasLost($0, origin: origin) } == true:
      tally.find(
        .log, "trusted-lost", at: nil,
        Text(
          nl: "het meegebrachte controlepunt is van wat verloren ging voordat het grootboek werd hersteld",
          en: "the checkpoint brought along is of what was lost before the ledger was restored"))
    case .bad(let check, let problem):
      tally.find(
        .log, "trusted-\(check)", at: nil,
        Text(nl: "het meegebrachte controlepunt ", en: "the checkpoint brought along ") + problem)
    case .good(let checkpoint): compare(checkpoint, "trusted", size: size, roots: roots, &tally)
    }
  }

  /// Checks that a checkpoint from outside is of a prefix of this log.
  func compare(_ known: Checkpoint, _ name: String, size: UInt64, roots: [UInt64: Digest], _ tally: inout Tally) {
    guard known.origin == origin else {
      tally.find(
        .log, "\(name)-origin", at: nil,
        Text(
          nl: "het eerder geziene controlepunt is van een ander grootboek: \(known.origin)",
          en: "the checkpoint seen before is of another ledger: \(known.origin)"))
      return
    }
    guard known.size <= size else {
      tally.find(
        .log, "shrunk", at: size,
        Text(
          nl: "het logboek telt \(size) gebeurtenissen, maar het telde er eerder \(known.size)",
          en: "the log has \(size) events, but it had \(known.size) before"))
      return
    }
    guard let root = roots[known.size] else {
      tally[.log].notJudged += 1
      return
    }
    if root != known.root {
      tally.find(
        .log, "forked", at: known.size == 0 ? nil : known.size - 1,
        Text(
          nl: "de eerste \(known.size) gebeurtenissen zijn niet meer die van eerder: het logboek is herschreven",
          en: "the first \(known.size) events are no longer those of before: the log was rewritten"))
    }
  }

  /// Compares the keys that the log names with the one that whoever verifies brought along.
  func compare(_ named: LogKeys, with given: NoteVerifier?, _ tally: inout Tally) {
    guard let given, !named.contains(given.vkey) else { return }
    tally.find(
      .log, "log-key-other", at: 0,
      Text(
        nl: "dit grootboek is geopend met een andere sleutel van het log dan is meegegeven: het is een ander grootboek",
        en: "this ledger was founded with another log key than the one given: it is another ledger"))
  }

  /// What is missing or too much once every entry was seen; `size` is the log's size by then.
  func finish(_ log: any LogStore, checkedSize: UInt64, size: UInt64, _ tally: inout Tally) throws {
    if keys.keys.isEmpty {
      tally.find(
        .log, "log-key", at: checkedSize == 0 ? nil : 0,
        Text(
          nl:
            "de eerste gebeurtenis noemt geen sleutel van het logboek, dus geen controlepunt kan worden gecontroleerd",
          en: "the first event names no key of the log, so no checkpoint can be checked"))
    }
    for checkpoint in try log.checkpoints(after: size, limit: CheckReport.mostFindings) {
      tally.find(
        .log, "checkpoint-beyond", at: size,
        Text(
          nl: "er is een controlepunt bij \(checkpoint.size), maar het logboek telt \(size) gebeurtenissen",
          en: "there is a checkpoint at \(checkpoint.size), but the log has \(size) events"))
    }
    guard checkedSize > 0 else { return }
    let newest = try log.latestCheckpoint()?.size ?? 0
    if newest < checkedSize {
      tally.find(
        .log, "checkpoint-behind", at: newest,
        Text(
          nl: "gebeurtenissen vanaf \(newest) vallen onder geen controlepunt",
          en: "events from \(newest) on are under no checkpoint"))
    }
  }
}
