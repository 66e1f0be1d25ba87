import LedgerCrypto

/// One sealed field of an event in the clear: an SD-JWT disclosure (RFC 9901, section 4.2.1).
///
/// The digest is taken over the received text, never over the decoded JSON, so the text is kept as it came.
public struct Disclosure: Sendable, Hashable {
  /// `base64url([salt, name, value])`, exactly as made.
  public let encoded: String
  /// The field's name.
  public let name: String
  /// The field's value.
  public let value: JSON
  /// What stands for this field in the signed bytes: base64url of the SHA-256 of the encoded text.
  public let digest: String

  /// The number of random bytes in a salt: 256 bits, so that nothing can be guessed back from a digest.
  public static let saltLength = 32

  /// Makes a new disclosure with a fresh salt.
  public init(name: String, value: JSON, random: some RandomSource) {
    let salt = Base64.url.encode(random.bytes(Self.saltLength))
    encoded = Base64.url.encode(JSON.array([.string(salt), .string(name), value]).serialized)
    self.name = name
    self.value = value
    digest = Self.digest(ofEncoded: encoded)
  }

  /// Reads a disclosure.
  /// - Throws: `EventError.malformedDisclosure` when it is not an array of salt, name and value, or when its name is
  ///   one that RFC 9901, section 7.1, forbids.
  public init(encoded: String) throws(EventError) {
    guard let bytes = try? Base64.url.decode(encoded), let json = try? JSON(parsing: bytes),
      let parts = json.array, parts.count == 3, parts[0].string != nil, let name = parts[1].string,
      name != "_sd", name != "..."
    else { throw .malformedDisclosure }
    self.encoded = encoded
    self.name = name
    value = parts[2]
    digest = Self.digest(ofEncoded: encoded)
  }

  static func digest(ofEncoded encoded: String) -> String { Base64.url.encode(SHA256.hash(encoded).bytes) }
}
