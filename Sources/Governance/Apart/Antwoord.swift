import Ledger
import LedgerCrypto

/// What someone signed on another machine, to be taken up in the ledger.
public struct Antwoord: Sendable {
  /// One signed event.
  public struct Event: Sendable {
    /// The bytes that become the entry.
    public let signed: SignedEvent
    /// What it brings into the vault.
    public let brought: Brought

    /// A signed event with what it brings.
    public init(signed: SignedEvent, brought: Brought) { (self.signed, self.brought) = (signed, brought) }
  }

  /// Which ledger.
  public let origin: String
  /// Of which concept.
  public let concept: Digest
  /// The checkpoint that the signer holds, from which on the receipt proves.
  public let checkpoint: String
  /// What was signed, in order.
  public let events: [Event]

  /// An answer.
  public init(origin: String, concept: Digest, checkpoint: String, events: [Event]) {
    (self.origin, self.concept, self.checkpoint, self.events) = (origin, concept, checkpoint, events)
  }

  /// Its content.
  public var json: JSON {
    [
      "grootboek": .string(origin), "concept": concept.json, "controlepunt": .string(checkpoint),
      "gebeurtenissen": .array(
        events.map { event in
          [
            "regel": .string(String(decoding: event.signed.leaf, as: UTF8.self)), "brengt": event.brought.json,
          ]
        }),
    ]
  }

  /// Reads a content.
  /// - Throws: `Failure` (65) that names the place.
  public init(json: JSON) throws {
    let members = Members(json)
    do {
      origin = try members.text("grootboek")
      concept = try members.digest("concept")
      checkpoint = try members.text("controlepunt")
      events = try members.objects("gebeurtenissen") { event in
        let signed = try event.get("regel") { $0.string.flatMap { try? SignedEvent(leaf: Array($0.utf8)) } }
        let brought = try event.get("brengt") { try Brought(Members($0, "brengt"), event: signed.envelope.id) }
        return Event(signed: signed, brought: brought)
      }
      guard !events.isEmpty else { throw Members.Problem(place: "gebeurtenissen") }
    } catch let problem as Members.Problem { throw problem.failure(SealedFile.Kind.antwoord.text) }
  }
}
