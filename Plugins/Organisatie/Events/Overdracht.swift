import Governance
import Ledger
import LedgerCrypto

/// That a key hands its place on: its own signature over its successor.
///
/// Without it, who keeps the register of keys could name a key of their own the successor of whoever is in a circle, so a
/// successor that was not handed anything stands in no circle until a second one confirms it.
public struct Overdracht: Sendable, Hashable, FieldValue {
  private let signature: Signature

  /// Hands the place of a key on.
  /// - Throws: What the signer throws.
  public init(to successor: Thumbprint, by old: any Signer, in origin: String) throws {
    signature = try old.sign(Self.message(successor, of: Thumbprint(old.verifyingKey), origin))
  }

  /// Whether the old key signed it for this successor, in this ledger.
  public func holds(for successor: Thumbprint, by old: VerifyingKey, in origin: String) -> Bool {
    old.isValidSignature(signature, for: Self.message(successor, of: Thumbprint(old), origin))
  }

  private static func message(_ successor: Thumbprint, of old: Thumbprint, _ origin: String) -> [UInt8] {
    Array("waarborg/v1 succession\n\(origin)\n\(old)\n\(successor)\n".utf8)
  }

  /// Sixty-four bytes.
  public static var defaultShape: FieldShape { .bytes(Signature.length) }

  /// Reads base64url.
  public init?(json: JSON) {
    guard let bytes = json.string.flatMap({ try? Base64.url.decode($0) }), let signature = try? Signature(bytes) else {
      return nil
    }
    self.signature = signature
  }

  /// Base64url.
  public var json: JSON { .string(Base64.url.encode(signature.bytes)) }
}
