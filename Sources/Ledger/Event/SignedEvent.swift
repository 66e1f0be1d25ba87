import LedgerCrypto

/// An event as it stands in the log: the ASCII bytes of an SD-JWT without disclosures (RFC 9901), and what they say.
///
/// The bytes are never made again from the claims: what is stored is what was signed.
public struct SignedEvent: Sendable, Hashable {
  /// The most bytes a log entry may have (an entry bundle's length field is 16 bits).
  public static let mostBytes = 65_535
  /// The header's `typ`.
  public static let mediaType = "waarborg-event+sd-jwt"

  /// `header.payload.signature~`, the log entry.
  public let leaf: [UInt8]
  /// Which key signed.
  public let key: Thumbprint
  /// What the event says.
  public let envelope: Envelope
  /// The signature over `header.payload`.
  public let signature: Signature
  private let signedLength: Int

  /// The bytes that were signed.
  public var signedBytes: [UInt8] { Array(leaf[0..<signedLength]) }

  /// Signs what `envelope` says.
  /// - Throws: `EventError.tooLarge`, `EventError.reservedName`; what the signer throws.
  public init(_ envelope: Envelope, signedBy key: any Signer) throws {
    try self.init(envelope, by: EventSigner(key))
  }

  /// Signs what `envelope` says.
  /// - Throws: `EventError.tooLarge`, `EventError.reservedName`; what the signer throws.
  public init(_ envelope: Envelope, by signer: EventSigner) throws {
    if let reserved = envelope.facts.first(where: { ["_sd", "..."].contains($0.name) }) {
      throw EventError.reservedName(reserved.name)
    }
    let payload = Base64.url.encodeBytes(envelope.payload.serialized)
    var bytes = signer.header
    // A dot, the 86 characters of the signature and the tilde come after the payload.
    bytes.reserveCapacity(bytes.count + payload.count + 88)
    bytes.append(contentsOf: payload)
    signature = try signer.signature(over: bytes)
    signedLength = bytes.count
    bytes.append(UInt8(ascii: "."))
    bytes.append(contentsOf: Base64.url.encodeBytes(signature.bytes))
    bytes.append(UInt8(ascii: "~"))
    guard bytes.count <= Self.mostBytes else { throw EventError.tooLarge(bytes: bytes.count) }
    leaf = bytes
    key = signer.kid
    self.envelope = envelope
  }

  /// Reads a log entry. The signature is *not* checked here: see `isSigned(by:)`.
  /// - Throws: `EventError`.
  public init(leaf: [UInt8]) throws(EventError) {
    guard leaf.count <= Self.mostBytes else { throw .tooLarge(bytes: leaf.count) }
    guard leaf.last == UInt8(ascii: "~") else { throw .malformed("no ~ at the end") }
    let dot = UInt8(ascii: ".")
    guard let first = leaf.firstIndex(of: dot), let last = leaf.lastIndex(of: dot),
      leaf[(first + 1)...].firstIndex(of: dot) == last
    else { throw .malformed("not three parts") }
    let parts = [leaf[..<first], leaf[(first + 1)..<last], leaf[(last + 1)..<(leaf.count - 1)]]
    key = try Self.key(header: parts[0])
    envelope = try Envelope(payload: try Self.json(parts[1], "payload"))
    guard let bytes = try? Base64.url.decode(parts[2]), let signature = try? Signature(bytes) else {
      throw .malformed("signature")
    }
    self.signature = signature
    self.leaf = leaf
    signedLength = parts[0].count + 1 + parts[1].count
  }

  /// Whether the signature over these very bytes is by `key`, and `key` is the one the header names.
  public func isSigned(by key: VerifyingKey) -> Bool {
    Thumbprint(key) == self.key && key.isValidSignature(signature, for: signedBytes)
  }

  /// The SD-JWT with some disclosures opened, for someone outside (RFC 9901, section 4).
  public func presentation(opening disclosures: [Disclosure]) -> String {
    String(decoding: leaf, as: UTF8.self) + disclosures.map { $0.encoded + "~" }.joined()
  }

  private static func json(_ part: ArraySlice<UInt8>, _ what: String) throws(EventError) -> JSON {
    guard let bytes = try? Base64.url.decode(part), let json = try? JSON(parsing: bytes) else {
      throw .malformed(what)
    }
    return json
  }

  /// Every header of ours has these bytes around the key's thumbprint, and then it need not be taken apart.
  private static let (headerStart, headerEnd) = (
    Array(#"{"alg":"EdDSA","kid":""#.utf8), Array(#"","typ":"\#(mediaType)"}"#.utf8)
  )

  private static func key(header part: ArraySlice<UInt8>) throws(EventError) -> Thumbprint {
    guard let bytes = try? Base64.url.decode(part) else { throw .malformed("header") }
    let kid = bytes.dropFirst(headerStart.count).dropLast(headerEnd.count)
    if bytes.starts(with: headerStart), bytes.suffix(headerEnd.count).elementsEqual(headerEnd),
      let key = Thumbprint(String(decoding: kid, as: UTF8.self))
    {
      return key
    }
    guard let json = try? JSON(parsing: bytes) else { throw .malformed("header") }
    return try key(header: json)
  }

  /// RFC 7515: an unknown header parameter, above all `crit`, must not be ignored; so only these three are accepted.
  private static func key(header: JSON) throws(EventError) -> Thumbprint {
    guard let members = header.members, members.count == 3 else { throw .malformed("header") }
    guard header["alg"]?.string == "EdDSA" else { throw .claim("alg") }
    guard header["typ"]?.string == mediaType else { throw .claim("typ") }
    guard let kid = header["kid"]?.string.flatMap({ Thumbprint($0) }) else { throw .claim("kid") }
    return kid
  }
}
