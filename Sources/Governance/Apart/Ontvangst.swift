import Ledger
import LedgerCrypto

/// The receipt for what was taken up: where each event stands, under a checkpoint that goes on from the one the signer holds.
public struct Ontvangst: Sendable {
  private static let format = "waarborg-ontvangst-1"

  /// One event.
  public struct Entry: Sendable {
    /// Which.
    public let event: EventID
    /// Where it stands.
    public let position: UInt64
    /// From the entry to the root of the checkpoint.
    public let hashes: [Digest]
  }

  /// Which ledger.
  public let origin: String
  /// Of which concept.
  public let concept: Digest
  /// The checkpoint under which they stand.
  public let checkpoint: String
  /// The size of the tree that the signer knew, and what shows that this one goes on from it.
  public let known: UInt64
  /// The proof of that.
  public let consistency: [Digest]
  /// The events.
  public let entries: [Entry]

  /// The receipt as a file.
  public var bytes: [UInt8] {
    let json: JSON = [
      "formaat": .string(Self.format), "grootboek": .string(origin), "concept": concept.json,
      "controlepunt": .string(checkpoint), "vanaf": .int(Int64(clamping: known)),
      "aansluiting": .array(consistency.map(\.json)),
      "gebeurtenissen": .array(
        entries.map {
          [
            "id": $0.event.json, "nummer": .int(Int64(clamping: $0.position)), "pad": .array($0.hashes.map(\.json)),
          ]
        }),
    ]
    return Array(json.serialized) + [UInt8(ascii: "\n")]
  }

  /// Reads a receipt.
  /// - Throws: `Failure` (65) when it is none.
  public init(_ bytes: [UInt8]) throws {
    do {
      guard let json = try? JSON(parsing: bytes), json["formaat"]?.string == Self.format else {
        throw Members.Problem(place: "formaat")
      }
      let members = Members(json)
      origin = try members.text("grootboek")
      concept = try members.digest("concept")
      checkpoint = try members.text("controlepunt")
      known = try members.get("vanaf") { $0.int.flatMap { UInt64(exactly: $0) } }
      consistency = try members.list("aansluiting") { Digest(json: $0) }
      entries = try members.objects("gebeurtenissen") { entry in
        Entry(
          event: try entry.get("id") { $0.string.flatMap { EventID($0) } },
          position: try entry.get("nummer") { $0.int.flatMap { UInt64(exactly: $0) } },
          hashes: try entry.list("pad") { Digest(json: $0) })
      }
    } catch let problem as Members.Problem {
      throw problem.failure(Text(nl: "een ontvangst van waarborg", en: "a receipt of waarborg"))
    }
  }

  init(
    origin: String, concept: Digest, checkpoint: String, known: UInt64, consistency: [Digest], entries: [Entry]
  ) {
    (self.origin, self.concept, self.checkpoint) = (origin, concept, checkpoint)
    (self.known, self.consistency, self.entries) = (known, consistency, entries)
  }

  /// Checks it against what the signer kept.
  /// - Parameters:
  ///   - logKey: The log's key, as it was when this was signed.
  ///   - held: The checkpoint that the signer held then.
  ///   - signed: The leaf hashes of what was signed, by event.
  /// - Returns: The checkpoint, to be remembered.
  /// - Throws: `Failure` (1) for what is not so: the ledger that gave this shows another history, or something was altered.
  public func check(logKey: NoteVerifier, held: Checkpoint, signed: [EventID: Digest]) throws -> Checkpoint {
    let checkpoint: Checkpoint
    do {
      let policy = try CheckpointPolicy(origin: origin, logKeys: [logKey])
      checkpoint = try policy.verify(try SignedNote(Array(self.checkpoint.utf8))).checkpoint
    } catch {
      throw Self.wanting(
        "het controlepunt is niet ondertekend met de sleutel van dat grootboek",
        "the checkpoint is not signed by the key of that ledger")
    }
    do {
      guard known == held.size else { throw ProofError.sizeShrinks(from: held.size, to: known) }
      try ConsistencyProof(from: held.size, to: checkpoint.size, hashes: consistency)
        .verify(oldRoot: held.root, newRoot: checkpoint.root)
    } catch {
      throw Self.wanting(
        "dit grootboek bouwt niet voort op het controlepunt dat u bewaarde (\(held.size) gebeurtenissen): het is herschreven, "
          + "of dit is een ander",
        "this ledger does not go on from the checkpoint that you kept (\(held.size) events): it was rewritten, or this is "
          + "another")
    }
    guard Set(entries.map(\.event)) == Set(signed.keys), entries.count == signed.count else {
      throw Self.wanting("zij gaat niet over wat u ondertekende", "it is not about what you signed")
    }
    for entry in entries {
      guard let leafHash = signed[entry.event] else { continue }
      do {
        try InclusionProof(index: entry.position, size: checkpoint.size, hashes: entry.hashes)
          .verify(leafHash: leafHash, root: checkpoint.root)
      } catch {
        throw Self.wanting(
          "wat u ondertekende staat niet als nummer \(entry.position) in het grootboek",
          "what you signed does not stand as number \(entry.position) in the ledger")
      }
    }
    return checkpoint
  }

  private static func wanting(_ nl: String, _ en: String) -> Failure {
    Failure(
      .foundWanting, Text(nl: "de ontvangst klopt niet: \(nl)", en: "the receipt is not right: \(en)"),
      remedy: Text(
        nl: "bewaar haar, en vraag een onafhankelijke controle van het grootboek",
        en: "keep it, and ask for an independent check of the ledger"))
  }
}

extension Grootboek {
  /// The receipt for events that stand in the log.
  /// - Throws: `Failure` (1) when the checkpoint that the signer held is not of this ledger.
  public func receipt(for answer: Antwoord, since held: Checkpoint, at positions: [UInt64]) throws -> Ontvangst {
    let head = try signedHead()
    let tree = TreeReader(LogTiles(log: stores.log))
    let entries = try zip(answer.events, positions).map { event, position in
      Ontvangst.Entry(
        event: event.signed.envelope.id, position: position,
        hashes: try tree.inclusionProof(of: position, in: head.checkpoint.size))
    }
    return Ontvangst(
      origin: origin, concept: answer.concept, checkpoint: head.note, known: held.size,
      consistency: try tree.consistencyProof(from: held.size, to: head.checkpoint.size), entries: entries)
  }

  /// The checkpoint that the signer held, which this log signed and goes on from.
  /// - Throws: `Failure`.
  public func known(_ answer: Antwoord) throws -> Checkpoint {
    let held = try signed(answer)
    let size = try stores.log.size()
    guard held.size <= size, try TreeReader(LogTiles(log: stores.log)).root(at: held.size) == held.root else {
      throw Failure(
        .foundWanting,
        Text(
          nl: "wie ondertekende, kent een andere geschiedenis van dit grootboek (\(held.size) gebeurtenissen)",
          en: "the signer knows another history of this ledger (\(held.size) events)"),
        remedy: Text(nl: "zoek uit welke van de twee is herschreven", en: "find out which of the two was rewritten"))
    }
    return held
  }

  private func signed(_ answer: Antwoord) throws -> Checkpoint {
    do {
      return try logKeys().verify(try SignedNote(Array(answer.checkpoint.utf8)), origin: origin)
    } catch {
      throw Failure(
        .badInput,
        Text(
          nl: "dit antwoord noemt een controlepunt dat dit grootboek niet ondertekende",
          en: "this answer names a checkpoint that this ledger did not sign"))
    }
  }
}
