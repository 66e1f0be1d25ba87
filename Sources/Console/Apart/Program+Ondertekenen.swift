import Foundation
import Governance
import Ledger
import LedgerCrypto

/// A concept that was opened and checked, with the key that it is for.
public struct OpenedConcept: Sendable {
  /// The name of the key.
  public let name: String
  /// The key.
  public let key: UnlockedKey
  /// What was found.
  public let checked: CheckedConcept
}

extension Program {
  /// A file that came from elsewhere.
  /// - Throws: `Failure` when it is not there, no file, or too large to be one.
  public func file(at path: String, _ kind: SealedFile.Kind) throws -> SealedFile {
    try SealedFile(try Input.bytes(at: path, most: SealedFile.mostBytes), expecting: kind)
  }

  /// Opens a concept with the key that it is for, and checks all of it; no ledger is looked at.
  /// - Parameter options: Whose key; the one of the own folder that it is sealed to when none is named.
  /// - Throws: `Failure`.
  public func opened(_ path: String, _ options: KeyOptions) throws -> OpenedConcept {
    let file = try file(at: path, .concept)
    var options = options
    options.als = try options.als ?? keys.names().first { try keys.key(named: $0).box == file.recipient }
    // Before a passphrase is asked for.
    guard let name = options.als, try keys.key(named: name).box == file.recipient else {
      throw Failure(
        .notPermitted,
        options.als.map {
          Text(
            nl: "dit concept is voor een andere sleutel dan «\($0)»", en: "this draft is for another key than “\($0)”")
        } ?? Text(nl: "dit concept is voor geen van uw sleutels", en: "this draft is for none of your keys"),
        remedy: Text(
          nl: "open het waar de sleutel is waarvoor het is gemaakt", en: "open it where the key is that it was made for"
        ))
    }
    let key = try signer(options).key
    let concept = try Concept(json: try file.content { try key.ring.open(box: $0) })
    guard concept.signer == key.id, concept.origin.utf8.elementsEqual(file.origin.utf8) else {
      throw Failure(
        .foundWanting,
        Text(
          nl: "wat in het concept staat, is voor een andere sleutel of een ander grootboek dan erop staat",
          en: "what is in the draft is for another key or another ledger than it says outside"))
    }
    let checked = try ConceptCheck(catalog).check(concept)
    try checkMemory(checked)
    return OpenedConcept(name: name, key: key, checked: checked)
  }

  /// Compares the ledger that a concept shows with what is remembered of it here.
  private func checkMemory(_ checked: CheckedConcept) throws {
    let concept = checked.concept
    let pinned = Ondertekend(environment: environment).logKey(of: concept.origin)
    if let pinned, pinned != concept.logKey {
      throw Failure(
        .foundWanting,
        Text(
          nl: "dit grootboek heeft een andere sleutel dan toen u er eerder voor tekende",
          en: "this ledger has another key than when you signed for it before"),
        remedy: Text(
          nl: "onderteken dit niet voordat u op een andere weg hebt nagevraagd of de sleutel is vernieuwd",
          en: "do not sign this before you have asked by another way whether the key was renewed"))
    }
    let ledger = CheckpointMemory.Ledger(origin: concept.origin, logKey: concept.logKey)
    guard let known = try memory.checkpoint(of: ledger) else {
      terminal.noteOnce(
        Text(
          nl: "u ziet dit grootboek hier voor het eerst; de sleutel van zijn log: \(concept.logKey)",
          en: "you see this ledger here for the first time; the key of its log: \(concept.logKey)"))
      return
    }
    guard known.size != checked.checkpoint.size || known.root == checked.checkpoint.root else {
      throw Failure(
        .foundWanting,
        Text(
          nl: "dit grootboek is herschreven: bij \(known.size) gebeurtenissen was het een ander",
          en: "this ledger was rewritten: at \(known.size) events it was another"))
    }
    if known.size < checked.checkpoint.size {
      terminal.noteOnce(
        Text(
          nl: "dit concept is van \(checked.checkpoint.size) gebeurtenissen, u kende er \(known.size); dat het één "
            + "geschiedenis is, toont de ontvangst (waarborg onderteken --ontvangst …)",
          en:
            "this draft is of \(checked.checkpoint.size) events, you knew \(known.size); the receipt shows that it is one "
            + "history (waarborg onderteken --ontvangst …)"))
    }
  }

  /// Signs a concept and writes the answer; one that was signed before gives the same answer again.
  /// - Returns: What was signed.
  public func sign(_ opened: OpenedConcept, to path: String) throws -> [SignedEvent] {
    let (concept, key) = (opened.checked.concept, opened.key)
    let kept = Ondertekend(environment: environment)
    let before = try kept.record(of: concept.digest, in: concept.origin)
    let moment = before?.signedAt ?? clock.now
    let signer = EventSigner(key.signing)
    let signed = try concept.events.map {
      try SignedEvent($0.claims.signed(at: moment.secondsSince1970), by: signer)
    }
    if let before {
      terminal.note(
        Text(
          nl: "u ondertekende dit al op \(moment.date.text.nl); dit is hetzelfde antwoord",
          en: "you signed this already on \(moment.date.text.en); this is the same answer"))
      guard Set(before.signed.values) == Set(signed.map { MerkleTree.leafHash(of: $0.leaf) }) else {
        throw Failure(
          .foundWanting,
          Text(nl: "het bewaarde verslag hiervan klopt niet meer", en: "the record that was kept of it is not right"))
      }
    }
    let held = before?.checkpoint ?? concept.checkpoint
    let answer = Antwoord(
      origin: concept.origin, concept: concept.digest, checkpoint: held,
      events: zip(signed, concept.events).map { Antwoord.Event(signed: $0, brought: $1.brought) })
    let file = try SealedFile(
      .antwoord, origin: concept.origin, answer.json, for: concept.answerTo, random: random)
    if before == nil {
      try kept.keep(
        Ondertekend.Record(
          signedAt: moment, logKey: concept.logKey, checkpoint: held,
          signed: Dictionary(signed.map { ($0.envelope.id, MerkleTree.leafHash(of: $0.leaf)) }) { first, _ in first }),
        of: concept.digest, in: concept.origin)
    }
    try PrivateFile.create(path, file.bytes)
    return signed
  }

  /// Checks a receipt against what was held when it was signed, and remembers its checkpoint.
  public func check(receiptAt path: String) throws -> (receipt: Ontvangst, checkpoint: Checkpoint) {
    let receipt = try Ontvangst(try Input.bytes(at: path, most: SealedFile.mostBytes))
    guard
      let record = try Ondertekend(environment: environment).record(of: receipt.concept, in: receipt.origin)
    else {
      throw Failure(
        .notFound,
        Text(
          nl: "op deze machine is niets ondertekend waarvan dit de ontvangst is",
          en: "nothing was signed on this machine of which this is the receipt"))
    }
    let held = try Checkpoint(text: SignedNote(Array(record.checkpoint.utf8)).text)
    let checkpoint = try receipt.check(
      logKey: try NoteVerifier(vkey: record.logKey), held: held, signed: record.signed)
    let ledger = CheckpointMemory.Ledger(origin: receipt.origin, logKey: record.logKey)
    if let known = try memory.checkpoint(of: ledger), known.size == checkpoint.size, known.root != checkpoint.root {
      throw Failure(
        .foundWanting,
        Text(
          nl: "dit grootboek toont u twee geschiedenissen van \(known.size) gebeurtenissen",
          en: "this ledger shows you two histories of \(known.size) events"))
    }
    if let problem = memory.remember(receipt.checkpoint, checkpoint, of: ledger) { terminal.warnOnce(problem) }
    return (receipt, checkpoint)
  }
}
