import Ledger
import LedgerCrypto

/// Checks one event with its receipt, as somebody outside holds them: no ledger is needed, and no clock.
///
/// What it does not say is whether the signing key was registered and not revoked then: that is in the ledger.
public struct ReceiptCheck: Sendable {
  private let policy: CheckpointPolicy
  private let signers: [VerifyingKey]

  /// A check for one log.
  /// - Parameters:
  ///   - logKey: The log's own key, whose name is the ledger's origin.
  ///   - signers: Who may have signed; when there are none, who signed is not judged.
  /// - Throws: `CheckpointPolicy.PolicyError` for a key that signs no checkpoints.
  public init(logKey: NoteVerifier, signers: [VerifyingKey]) throws {
    policy = try CheckpointPolicy(log: logKey)
    self.signers = signers
  }

  /// Checks a receipt (C2SP tlog-proof) and the SD-JWT (RFC 9901) of the event that it is about.
  ///
  /// Where the tree has the event follows from its bytes: when these are not what was signed, that is the one finding.
  public func check(proof: [UInt8], presentation: [UInt8]) -> VerificationReport {
    var work = Work(policy: policy, signers: signers)
    work.tally[.log].checked = 1
    work.tally[.events].checked = 1
    work.read(proof)
    let isWhole = work.read(presentation: presentation)
    work.checkInclusion(isWhole)
    let questions: Set<CheckName> = [.log, .events, .vault]
    return VerificationReport(
      events: 1, checkpoint: work.checkpoint, logKey: policy.logKeys.first?.vkey, scope: nil, hasViews: nil,
      checks: work.tally.checks.filter { questions.contains($0.name) })
  }
}

/// One receipt under examination.
private struct Work {
  let policy: CheckpointPolicy
  let signers: [VerifyingKey]
  var tally = Tally()
  var proof: TlogProof?
  var checkpoint: Checkpoint?
  var event: SignedEvent?

  init(policy: CheckpointPolicy, signers: [VerifyingKey]) {
    self.policy = policy
    self.signers = signers
  }

  mutating func find(_ name: CheckName, _ check: String, _ message: Text) {
    tally.find(name, check, at: proof?.index, event: event?.envelope.id.description, message)
  }

  /// Reads the receipt and judges its checkpoint.
  mutating func read(_ bytes: [UInt8]) {
    do {
      let proof = try TlogProof(bytes)
      self.proof = proof
      checkpoint = try policy.verify(proof.checkpoint).checkpoint
    } catch let error as CheckpointPolicy.PolicyError {
      judge(error)
    } catch TlogProof.TlogProofError.note(let error) {
      find(
        .log, "checkpoint-format",
        Text(nl: "het controlepunt is er geen: het ", en: "the checkpoint is not one: it ") + error.text)
    } catch let error as TlogProof.TlogProofError {
      find(.log, "proof-format", Text(nl: "dit is geen bewijs: het ", en: "this is not a proof: it ") + error.text)
    } catch {
      find(.log, "proof-format", Text(nl: "dit is geen bewijs", en: "this is not a proof"))
    }
  }

  private mutating func judge(_ error: CheckpointPolicy.PolicyError) {
    switch error {
    case .wrongOrigin(_, let found):
      find(
        .log, "checkpoint-origin",
        Text(
          nl: "het controlepunt is van een ander grootboek: \(found)",
          en: "the checkpoint is of another ledger: \(found)"))
    case .format(let problem):
      find(
        .log, "checkpoint-format",
        Text(nl: "het controlepunt is er geen: het ", en: "the checkpoint is not one: it ") + problem.text)
    default:
      find(
        .log, "checkpoint-signature",
        Text(
          nl: "het controlepunt is niet ondertekend met de sleutel van het logboek",
          en: "the checkpoint is not signed by the log's key"))
    }
  }

  /// Reads the event and its disclosures; whether its bytes are what was signed, as far as that could be judged.
  mutating func read(presentation bytes: [UInt8]) -> Bool {
    let text = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
    guard text.last == UInt8(ascii: "~"), let end = text.firstIndex(of: UInt8(ascii: "~")) else {
      find(
        .events, "sd-jwt-format",
        Text(
          nl: "de SD-JWT eindigt niet op ~: afgebroken, of met iets erachter",
          en: "the SD-JWT does not end in ~: cut short, or with something behind it"))
      return false
    }
    do { event = try SignedEvent(leaf: Array(text[...end])) } catch {
      find(.events, "event-format", Text(nl: "dit is geen gebeurtenis: ", en: "this is not an event: ") + error.text)
      return false
    }
    let rest = text[(end + 1)...].split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false).dropLast()
    checkDisclosures(rest.map { String(decoding: $0, as: UTF8.self) })
    return checkSigner()
  }

  private mutating func checkSigner() -> Bool {
    guard let event else { return false }
    if !event.envelope.origin.isExactly(policy.origin) {
      find(
        .events, "origin",
        Text(
          nl: "de gebeurtenis is van een ander grootboek: \(event.envelope.origin)",
          en: "the event is of another ledger: \(event.envelope.origin)"))
    }
    guard !signers.isEmpty else {
      tally[.events].notJudged += 1
      return true
    }
    guard let key = signers.first(where: { Thumbprint($0) == event.key }) else {
      find(
        .events, "key-unknown",
        Text(
          nl: "de gebeurtenis noemt een andere sleutel dan u meegaf", en: "the event names another key than you gave"))
      return true
    }
    guard key.isValidSignature(event.signature, for: event.signedBytes) else {
      find(
        .events, "signature", Text(nl: "de handtekening klopt niet", en: "the signature does not hold"))
      return false
    }
    return true
  }

  /// Each disclosure is one, belongs to this event, and stands there once (RFC 9901, section 7.1).
  private mutating func checkDisclosures(_ disclosures: [String]) {
    guard let claims = event?.envelope else { return }
    var digests: Set<String> = []
    var names = Set(claims.facts.map(\.name))
    for (index, encoded) in disclosures.enumerated() {
      tally[.vault].checked += 1
      let which = Text(nl: "onthulling \(index + 1)", en: "disclosure \(index + 1)")
      guard let disclosure = try? Disclosure(encoded: encoded) else {
        find(.vault, "disclosure-format", which + Text(nl: " is er geen", en: " is not one"))
        continue
      }
      if digests.contains(disclosure.digest) {
        find(.vault, "disclosure-repeated", which + Text(nl: " staat er twee keer", en: " occurs twice"))
      } else if !claims.sealedDigests.contains(disclosure.digest) {
        find(
          .vault, "disclosure-unknown",
          which + Text(nl: " hoort niet bij deze gebeurtenis", en: " does not belong to this event"))
      } else if names.contains(disclosure.name) {
        find(
          .vault, "disclosure-name",
          which
            + Text(
              nl: " geeft \(disclosure.name) een tweede waarde", en: " gives \(disclosure.name) a second value"))
      }
      digests.insert(disclosure.digest)
      names.insert(disclosure.name)
    }
  }

  mutating func checkInclusion(_ isWhole: Bool) {
    guard isWhole, let proof, let checkpoint, let event else {
      tally[.log].notJudged += 1
      return
    }
    let path = InclusionProof(index: proof.index, size: checkpoint.size, hashes: proof.hashes)
    do { try path.verify(leafHash: MerkleTree.leafHash(of: event.leaf), root: checkpoint.root) } catch {
      find(
        .log, "inclusion",
        Text(
          nl: "de gebeurtenis staat niet op die plaats in het log",
          en: "the event does not stand at that place in the log"))
    }
  }
}
