import Ledger
import LedgerCrypto

/// That who holds the key of a closed stream wants its content erased: a signature with that key over what is erased.
///
/// Without it, whoever may sign an erasure could make a case disappear that they do not belong to, or that is about them.
public struct StreamConsent: Sendable, Hashable, FieldValue {
  /// The stream.
  public let stream: StreamID
  private let signature: Signature

  /// Consents to an erasure.
  public init(_ stream: StreamID, to erased: [ErasedFields], by key: SigningKey) {
    self.stream = stream
    signature = key.sign(Self.message(stream, erased))
  }

  /// Whether the key of the stream signed it, for exactly this.
  public func holds(for erased: [ErasedFields], by key: VerifyingKey) -> Bool {
    key.isValidSignature(signature, for: Self.message(stream, erased))
  }

  private static func message(_ stream: StreamID, _ erased: [ErasedFields]) -> [UInt8] {
    Array("waarborg/v1 erase\n\(stream)\n\(erased.digest.hex)\n".utf8)
  }

  /// The stream and the signature.
  public static var defaultShape: FieldShape {
    .record([.init("stroom", .stream(kind: nil)), .init("handtekening", .bytes(Signature.length))])
  }

  /// Reads both.
  public init?(json: JSON) {
    guard let stream = json["stroom"].flatMap({ StreamID(json: $0) }),
      let bytes = json["handtekening"]?.string.flatMap({ try? Base64.url.decode($0) }),
      let signature = try? Signature(bytes)
    else { return nil }
    self.stream = stream
    self.signature = signature
  }

  /// Both.
  public var json: JSON {
    ["stroom": stream.json, "handtekening": .string(Base64.url.encode(signature.bytes))]
  }
}

extension [ErasedFields] {
  /// The SHA-256 of a list of what is erased, in its order: what a proposal is approved by.
  public var digest: Digest { SHA256.hash(json.text) }
}
