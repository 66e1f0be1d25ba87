import Ledger
import LedgerCrypto

/// What one person is asked to sign on another machine, with everything to judge it by (design: signing apart).
///
/// Nothing in it is believed: the events are what will be signed, what they seal is compared with their digests, and
/// earlier events stand in the tree of a checkpoint that the log signed.
public struct Concept: Sendable {
  /// One event, without the moment and the signature.
  public struct Event: Sendable {
    /// What is signed; its moment is when the draft was made, until it is signed.
    public let claims: Envelope
    /// What it brings into the vault.
    public let brought: Brought
    /// The documents that come along, by their field.
    public let documents: [String: Document]
  }

  /// An event of the log that it is about.
  public struct Earlier: Sendable {
    /// The entry.
    public let leaf: [UInt8]
    /// Where it stands.
    public let position: UInt64
    /// From the entry to the root of the checkpoint.
    public let hashes: [Digest]
    /// Of its sealed values those that the signer may see.
    public let disclosures: [Disclosure]
    /// Of its documents those that go along, by their field.
    public let documents: [String: Document]
  }

  /// Which ledger.
  public let origin: String
  /// The log's public key, as a vkey.
  public let logKey: String
  /// The checkpoint over the log as it was.
  public let checkpoint: String
  /// Who signs.
  public let signer: Thumbprint
  /// To whom the answer is sealed; nil in a ledger without a key of the organisation.
  public let answerTo: BoxPublicKey?
  /// When it was made.
  public let made: Instant
  /// What it is about, in the words of who made it; nothing shows that they are right.
  public let about: Text?
  /// What who made it was warned of.
  public let warnings: [Text]
  /// What is to be signed, in this order.
  public let events: [Event]
  /// What it is about, in the order of the log.
  public let earlier: [Earlier]

  /// By which it is known again: over its whole content.
  public var digest: Digest { SHA256.hash(Array(json.serialized)) }
}

extension Concept {
  /// Its content.
  public var json: JSON {
    [
      "grootboek": .string(origin), "logsleutel": .string(logKey), "controlepunt": .string(checkpoint),
      "ondertekenaar": signer.json, "antwoordAan": answerTo.map { .string($0.name) } ?? .null, "gemaakt": made.json,
      "over": about.map { .init($0) } ?? .null,
      "letop": .array(warnings.map { .init($0) }),
      "gebeurtenissen": .array(
        events.map {
          [
            "zegt": $0.claims.payload, "brengt": $0.brought.json, "documenten": .init(documents: $0.documents),
          ]
        }),
      "eerder": .array(
        earlier.map {
          [
            "regel": .string(String(decoding: $0.leaf, as: UTF8.self)), "nummer": .int(Int64(clamping: $0.position)),
            "pad": .array($0.hashes.map(\.json)), "onthullingen": .array($0.disclosures.map { .string($0.encoded) }),
            "documenten": .init(documents: $0.documents),
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
      logKey = try members.text("logsleutel")
      checkpoint = try members.text("controlepunt")
      signer = try members.get("ondertekenaar") { $0.string.flatMap { Thumbprint($0) } }
      answerTo = try members.optional("antwoordAan") { $0.string.flatMap { BoxPublicKey(name: $0) } }
      made = try members.get("gemaakt") { Instant(json: $0) }
      about = try members.optional("over") { Text(json: $0) }
      warnings = try members.list("letop") { Text(json: $0) }
      events = try members.objects("gebeurtenissen") { event in
        let claims = try event.get("zegt") { try? Envelope(payload: $0) }
        let brought = try event.get("brengt") { try Brought(Members($0, "brengt"), event: claims.id) }
        return Event(claims: claims, brought: brought, documents: try event.documents())
      }
      earlier = try members.objects("eerder") { event in
        Earlier(
          leaf: Array(try event.text("regel").utf8),
          position: try event.get("nummer") { $0.int.flatMap { UInt64(exactly: $0) } },
          hashes: try event.list("pad") { Digest(json: $0) }, disclosures: try event.disclosures("onthullingen"),
          documents: try event.documents())
      }
    } catch let problem as Members.Problem { throw problem.failure(SealedFile.Kind.concept.text) }
  }
}

extension Text {
  fileprivate init?(json: JSON) {
    guard let nl = json["nl"]?.string, let en = json["en"]?.string else { return nil }
    self.init(nl: nl, en: en)
  }
}

extension JSON {
  fileprivate init(_ text: Text) { self = ["nl": .string(text.nl), "en": .string(text.en)] }

  fileprivate init(documents: [String: Document]) {
    self = .array(
      documents.sorted { $0.key < $1.key }.map { field, document in
        [
          "veld": .string(field), "mediatype": .string(document.mediaType), "inhoud": .init(bytes: document.bytes),
        ]
      })
  }
}

extension Members {
  fileprivate func documents() throws -> [String: Document] {
    let all = try objects("documenten") { row in
      (try row.text("veld"), Document(bytes: try row.bytes("inhoud"), mediaType: try row.text("mediatype")))
    }
    return Dictionary(all) { first, _ in first }
  }
}
