import Ledger
import LedgerCrypto

/// What an event of a closed stream has in the clear, and nothing besides: its own key and proof that a member made it.
///
/// Whose stream it is, what happened and who acted is inside (README, Cases). So that a signature tells nothing, the event is
/// signed by a key made for this one stream, which the circle holds; so that no outsider opens a stream, that key carries
/// a mark that only a holder of the organisation's key can make.
public enum ClosedStream {
  /// The key of the stream, which signs every event in it.
  public static let sleutel = Field<VerifyingKey>(
    "sleutel", .clear, "De sleutel die alleen voor deze stroom is gemaakt en elke gebeurtenis erin ondertekent.")
  /// The organisation's mark on that key.
  public static let waarmerk = Field<StreamMark>(
    "waarmerk", .clear, "Het bewijs dat een lid van de organisatie deze sleutel voor deze stroom maakte.")

  /// How many characters a compartment holds.
  public static let mostCharacters = 1_500_000

  /// The sealed compartments, the same in every event: which are used cannot be seen.
  public static let vakken: [Field<String>] = (1...3).map { number in
    Field(
      "vak\(number)", .vertrouwelijk, "Inhoud voor één kring, of opvulling; van buiten is dat niet te zien.",
      shape: .prose(most: mostCharacters))
  }
}

/// The organisation's mark on the key of a closed stream: the signing key that belongs to its box key, and a signature.
public struct StreamMark: Sendable, Hashable, FieldValue {
  static let length = VerifyingKey.length + Signature.length

  let organisation: VerifyingKey
  let signature: Signature

  /// Makes the mark.
  /// - Throws: `CryptoError` when the seed is not one.
  public init(
    _ key: VerifyingKey, of stream: StreamID, in origin: String, by organisation: BoxSecretKey
  ) throws {
    let signing = try organisation.signingKey
    self.organisation = signing.verifyingKey
    signature = signing.sign(Self.message(key, stream, origin))
  }

  /// Whether a holder of this organisation's key made it for this very key and stream.
  public func holds(
    for key: VerifyingKey, of stream: StreamID, in origin: String, by organisations: [BoxPublicKey]
  ) -> Bool {
    guard let box = organisation.boxPublicKey, organisations.contains(box) else { return false }
    return organisation.isValidSignature(signature, for: Self.message(key, stream, origin))
  }

  private static func message(_ key: VerifyingKey, _ stream: StreamID, _ origin: String) -> [UInt8] {
    Array("waarborg/v1 stream key\n\(origin)\n\(stream)\n\(Base64.url.encode(key.bytes))\n".utf8)
  }

  /// Ninety-six bytes: the organisation's signing key, and the signature.
  public static var defaultShape: FieldShape { .bytes(length) }

  /// Reads base64url.
  public init?(json: JSON) {
    guard let text = json.string, let bytes = try? Base64.url.decode(text), bytes.count == Self.length,
      let organisation = try? VerifyingKey(Array(bytes.prefix(VerifyingKey.length))),
      let signature = try? Signature(Array(bytes.dropFirst(VerifyingKey.length)))
    else { return nil }
    self.organisation = organisation
    self.signature = signature
  }

  /// Base64url.
  public var json: JSON { .string(Base64.url.encode(organisation.bytes + signature.bytes)) }
}

/// The key of one closed stream, with the organisation's mark on it.
public struct ClosedKey: Sendable {
  /// The stream.
  public let stream: StreamID
  /// Signs every event of the stream.
  public let signing: SigningKey
  /// The mark.
  public let mark: StreamMark

  /// A key that was made before and handed on inside the circle.
  public init(stream: StreamID, signing: SigningKey, mark: StreamMark) {
    self.stream = stream
    self.signing = signing
    self.mark = mark
  }
}

/// What goes into one compartment of a closed event.
public struct ClosedContent: Sendable {
  /// The text.
  public let text: String
  /// For whom.
  public let circle: ClosedSeal

  /// A content.
  public init(_ text: String, in circle: ClosedSeal) {
    self.text = text
    self.circle = circle
  }
}

extension Grootboek {
  /// Makes the key of a new closed stream.
  /// - Throws: `Failure` when this member cannot open the organisation's present key.
  public func newClosedKey(
    for stream: StreamID, by member: KeyRing, _ registry: KeyRegistry
  ) throws -> ClosedKey {
    guard let present = registry.organisationKeys.last,
      let organisation = try member.circleKey(present, in: stores.vault)
    else {
      throw Failure(
        .notPermitted,
        Text(
          nl: "deze sleutel is niet toegelaten tot de organisatie", en: "this key is not admitted to the organisation"),
        remedy: Text(nl: "gebruik een geregistreerde sleutel", en: "use a registered key"))
    }
    let signing = try SigningKey.generate(random)
    return ClosedKey(
      stream: stream, signing: signing,
      mark: try StreamMark(signing.verifyingKey, of: stream, in: origin, by: organisation))
  }

  /// The next event of a closed stream. Its date is the day of recording, and compartments that are not used are filled
  /// up for nobody.
  public func closedDraft(_ type: EventType, with key: ClosedKey, _ contents: [ClosedContent]) throws -> EventDraft {
    precondition(
      type.isClosed && contents.count <= ClosedStream.vakken.count, "a closed event has so many compartments")
    var draft = EventDraft(type, stream: key.stream, effective: ImpreciseDate(today))
    draft[ClosedStream.sleutel] = key.signing.verifyingKey
    draft[ClosedStream.waarmerk] = key.mark
    for (index, field) in ClosedStream.vakken.enumerated() {
      let content = index < contents.count ? contents[index] : try filling()
      draft.seal(content.text, as: field, in: content.circle)
    }
    return draft
  }

  private func filling() throws -> ClosedContent {
    guard let nobody = ClosedSeal(secret: try .generate(random), holders: []) else {
      preconditionFailure("nobody always has a place")
    }
    return ClosedContent("-", in: nobody)
  }

  /// A new secret for a circle.
  public func newCircleSecret() throws -> CircleSecret { try .generate(random) }
}

/// What a reader finds in a compartment of a closed event.
public enum Compartment: Sendable {
  /// What it holds, and the secret that opened it.
  case opened(String, CircleSecret)
  /// It is not for this reader, or it is a filling.
  case closed
  /// It has been erased.
  case erased
}

/// The compartments of one closed event as this reader finds them; what the vault has of the event is fetched once.
public struct Compartments {
  /// The event.
  public let event: RecordedEvent
  private let erased: Set<String>
  private let records: [SealedRecord]
  private let ring: KeyRing?
  private let vault: any Vault

  fileprivate init(
    _ event: RecordedEvent, erased: Set<String>, records: [SealedRecord], ring: KeyRing?, vault: any Vault
  ) {
    self.event = event
    self.erased = erased
    self.records = records
    self.ring = ring
    self.vault = vault
  }

  /// Whether a compartment, numbered from 1, has been erased.
  public func isErased(_ number: Int) -> Bool { erased.contains(ClosedStream.vakken[number - 1].name) }

  /// What this reader finds in one compartment.
  /// - Parameters:
  ///   - number: Which compartment, from 1.
  ///   - secrets: Those of the same stream that are known, the likeliest one first.
  /// - Throws: `VaultError.altered` when the vault holds something else than what was signed.
  public func open(_ number: Int, knowing secrets: [CircleSecret]) throws -> Compartment {
    if isErased(number) { return .erased }
    let field = ClosedStream.vakken[number - 1].name
    guard let ring, let record = records.first(where: { $0.field == field }) else { return .closed }
    guard event.signed.envelope.sealedDigests.containsExactly(record.digest) else {
      throw VaultError.altered(event: record.event, field: record.field)
    }
    guard let found = try ring.closedDisclosure(of: record, knowing: secrets, in: vault),
      let text = found.disclosure.value.string
    else { return .closed }
    return .opened(text, found.secret)
  }
}

extension VisibilityFilter {
  /// The compartments of a closed event.
  public func compartments(of event: RecordedEvent) throws -> Compartments {
    let erased = try ErasureView().fields(of: event.id, erasures)
    guard case .member(let ring) = audience else {
      return Compartments(event, erased: erased, records: [], ring: nil, vault: vault)
    }
    return Compartments(
      event, erased: erased, records: try vault.sealedFields(of: event.id), ring: ring, vault: vault)
  }

  /// Which boxes of closed circles are this reader's; nil for a reader without a key.
  public var ownBoxes: OwnBoxes? {
    if case .member(let ring) = audience { ring.ownBoxes } else { nil }
  }
}

/// What a member found on judging the entries of closed streams again; for everyone else they are only counted.
public struct ClosedJudgement: Sendable {
  /// How many entries this member could open and judge.
  public var judged: UInt64 = 0
  /// What is wrong, by position; said to a member, of streams that this member belongs to.
  public var findings: [(position: UInt64, message: Text)] = []

  /// Nothing was judged.
  public init() {}
}
