import Ledger
import LedgerCrypto

/// A file for one reader: what it is and of which ledger stands outside, everything else is sealed to the reader's key.
///
/// Anyone can make one, for sealing needs only a public key: what is inside is believed for what it proves, not for where
/// it came from.
public struct SealedFile: Sendable {
  /// What kind of file.
  public enum Kind: String, Sendable, CaseIterable {
    /// What someone is asked to sign.
    case concept = "waarborg-concept-1"
    /// What was signed.
    case antwoord = "waarborg-antwoord-1"

    /// As it is called.
    public var text: Text {
      switch self {
      case .concept: Text(nl: "een concept", en: "a draft to sign")
      case .antwoord: Text(nl: "een ondertekend antwoord", en: "a signed answer")
      }
    }
  }

  /// The most bytes such a file has: the documents of one event in two forms, and room for the rest.
  public static let mostBytes = 256 << 20

  /// What kind of file.
  public let kind: Kind
  /// The ledger's origin.
  public let origin: String
  /// To whom it is sealed; nil when it is not.
  public let recipient: BoxPublicKey?
  private let key: [UInt8]
  private let body: [UInt8]

  /// Seals a content.
  public init(
    _ kind: Kind, origin: String, _ content: JSON, for recipient: BoxPublicKey?, random: any RandomSource
  ) throws {
    (self.kind, self.origin, self.recipient) = (kind, origin, recipient)
    let bytes = Array(content.serialized)
    guard let recipient else {
      (key, body) = ([], bytes)
      return
    }
    let secret = SecretBytes(random.bytes(32))
    key = try recipient.seal(secret.withBytes { Array($0) }, random: random)
    body = try SymmetricKey(secret).seal(bytes, context: Self.context(kind, origin), random: random)
  }

  /// The file.
  public var bytes: [UInt8] {
    let json: JSON = [
      "formaat": .string(kind.rawValue), "grootboek": .string(origin),
      "voor": recipient.map { .string($0.name) } ?? .null, "sleutel": .init(bytes: key), "inhoud": .init(bytes: body),
    ]
    return Array(json.serialized) + [UInt8(ascii: "\n")]
  }

  /// Reads a file.
  /// - Throws: `Failure` (65) when it is not one, or of another kind.
  public init(_ bytes: [UInt8], expecting expected: Kind) throws {
    guard let json = try? JSON(parsing: bytes), let format = json["formaat"]?.string else {
      throw Self.noSuchFile(expected)
    }
    guard let kind = Kind(rawValue: format) else {
      throw Failure(
        .badInput,
        Text(
          nl: "dit bestand heeft een formaat dat dit programma niet kent: «\(format.prefix(40))»",
          en: "this file has a format that this program does not know: “\(format.prefix(40))”"),
        remedy: Text(nl: "gebruik een nieuwere waarborg", en: "use a newer waarborg"))
    }
    guard kind == expected else {
      throw Failure(
        .badInput,
        Text(nl: "dit is ", en: "this is ") + kind.text + Text(nl: ", verwacht: ", en: "; expected: ") + expected.text)
    }
    let members = Members(json)
    do {
      origin = try members.text("grootboek")
      recipient = try members.optional("voor") { $0.string.flatMap { BoxPublicKey(name: $0) } }
      key = try members.bytes("sleutel")
      body = try members.bytes("inhoud")
    } catch is Members.Problem { throw Self.noSuchFile(expected) }
    self.kind = kind
  }

  /// What is inside.
  /// - Parameter open: Opens a sealed box with the reader's key.
  /// - Throws: `Failure` (65) when it is damaged or was altered.
  public func content(_ open: ([UInt8]) throws -> SecretBytes) throws -> JSON {
    let bytes: [UInt8]
    if recipient == nil {
      bytes = body
    } else {
      do {
        bytes = try SymmetricKey(try open(key)).open(body, context: Self.context(kind, origin))
      } catch is CryptoError { throw altered }
    }
    guard let json = try? JSON(parsing: bytes) else { throw altered }
    return json
  }

  /// Said of a file that is not what was made.
  var altered: Failure {
    Failure(
      .badInput, Text(nl: "dit bestand is beschadigd of gewijzigd", en: "this file is damaged or was altered"),
      remedy: Text(nl: "laat het opnieuw sturen", en: "have it sent again"))
  }

  private static func noSuchFile(_ kind: Kind) -> Failure {
    Failure(
      .badInput,
      Text(nl: "dit is niet ", en: "this is not ") + kind.text + Text(nl: " van waarborg", en: " of waarborg"),
      remedy: Text(nl: "laat het opnieuw sturen als bestand", en: "have it sent again as a file"))
  }

  private static func context(_ kind: Kind, _ origin: String) -> [UInt8] {
    Array("waarborg/v1 \(kind.rawValue) \(origin)".utf8)
  }
}
