import Governance
import Ledger
import LedgerCrypto

/// A public key as its holder hands it to the registrar of one ledger: a JWK (RFC 7517, RFC 8037) that the key itself signed.
///
/// Beside the members of the JWK it has `x25519`, `rol`, `origin` and `typ` (`waarborg-sleutelkaart`), and `handtekening`: in
/// base64url the Ed25519 signature (RFC 8032) over the UTF-8 bytes of six lines, each ended by a line feed: `waarborg/v1
/// sleutelkaart`, `typ`, the origin, the role, `x` and `x25519`. So nobody on the way can exchange the sealing key or the
/// role, and a card for one ledger registers nothing in another.
public struct Sleutelkaart: Sendable {
  /// The key, as it was signed.
  public let card: PublicKeyCard
  /// The ledger it is for.
  public let origin: String
  private let signature: Signature

  private static let typ = "waarborg-sleutelkaart"

  /// Signs a card.
  /// - Throws: What the signer throws.
  public init(_ key: UnlockedKey, rol: Rol, origin: String) throws {
    card = PublicKeyCard(signing: key.signing.verifyingKey, box: key.box.publicKey, rol: rol)
    self.origin = origin
    signature = try key.signing.sign(Self.message(card, origin))
  }

  /// The card as a JWK.
  public var jwk: JSON {
    .object(
      (card.jwk.members ?? []) + [
        .init("typ", .string(Self.typ)), .init("origin", .string(origin)),
        .init("handtekening", .string(Base64.url.encode(signature.bytes))),
      ])
  }

  private static func message(_ card: PublicKeyCard, _ origin: String) -> [UInt8] {
    let lines = [
      "waarborg/v1 sleutelkaart", typ, origin, card.rol.rawValue, Base64.url.encode(card.signing.bytes), card.box.name,
    ]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// Reads a card that someone sent, for a ledger.
  /// - Throws: `Failure` that says what is wrong with it.
  public init(_ json: JSON, for origin: String) throws {
    guard json["d"] == nil else {
      throw Self.refused(
        Text(
          nl: "de kaart bevat de geheime helft van de sleutel («d»)",
          en: "the card holds the secret half of the key (“d”)"),
        remedy: Text(
          nl: "gebruik deze sleutel niet meer: laat de houder een nieuwe maken",
          en: "do not use this key any more: have the holder make a new one"))
    }
    guard let card = PublicKeyCard(json: json) else {
      throw Self.refused(
        Text(nl: "dit is geen publieke sleutel (JWK) van waarborg", en: "this is no public key (JWK) of waarborg"))
    }
    try Self.check(json, card)
    guard json["typ"] == .string(Self.typ),
      let signature = json["handtekening"]?.string.flatMap({ try? Base64.url.decode($0) }).flatMap({
        try? Signature($0)
      })
    else {
      throw Self.refused(
        Text(nl: "de kaart is niet door haar sleutel ondertekend", en: "the card is not signed by its key"))
    }
    guard json["origin"]?.string?.utf8.elementsEqual(origin.utf8) == true else {
      throw Self.refused(
        Text(
          nl: "de kaart is gemaakt voor een ander grootboek dan \(origin)",
          en: "the card was made for another ledger than \(origin)"))
    }
    guard card.signing.isValidSignature(signature, for: Self.message(card, origin)) else {
      throw Self.refused(
        Text(
          nl: "de kaart is veranderd nadat haar sleutel haar ondertekende",
          en: "the card was altered after its key signed it"))
    }
    (self.card, self.origin, self.signature) = (card, origin, signature)
  }

  private static func check(_ json: JSON, _ card: PublicKeyCard) throws {
    guard json["alg"] == "EdDSA" else {
      throw refused(Text(nl: "de kaart noemt een ander «alg» dan EdDSA", en: "the card names another “alg” than EdDSA"))
    }
    guard json["use"] == "sig" else {
      throw refused(Text(nl: "de kaart noemt een ander «use» dan sig", en: "the card names another “use” than sig"))
    }
    guard json["kid"] == .string(Thumbprint(card.signing).description) else {
      throw refused(
        Text(nl: "de kid op de kaart is niet die van haar sleutel", en: "the card's kid is not that of its key"))
    }
    guard card.signing.isPoint else {
      throw refused(
        Text(
          nl: "de ondertekensleutel op de kaart is geen geldig punt van Ed25519",
          en: "the signing key on the card is no valid point of Ed25519"))
    }
    guard card.box.isPoint else {
      throw refused(
        Text(
          nl: "de verzegelsleutel op de kaart is geen geldig punt van X25519",
          en: "the sealing key on the card is no valid point of X25519"))
    }
  }

  private static func refused(_ message: Text, remedy: Text? = nil) -> Failure {
    Failure(
      .badInput, message,
      remedy: remedy
        ?? Text(
          nl: "laat de houder een kaart maken: waarborg key show NAAM --kaart --origin ORIGIN",
          en: "have the holder make a card: waarborg key show NAME --kaart --origin ORIGIN"))
  }
}
