import Ledger

/// One sealed value of an earlier event, disclosed by a later one that relies on it (RFC 9901, section 4.2.1).
///
/// Its digest stands in the signed bytes of the earlier event, so anyone can judge the later one; nothing is told of what
/// nothing relies on.
public struct DisclosedValue: FieldValue, Hashable {
  /// The value with its salt and name, exactly as it was sealed.
  public let disclosure: Disclosure

  /// Discloses a value.
  public init(_ disclosure: Disclosure) { self.disclosure = disclosure }

  /// A disclosure as text.
  public static var defaultShape: FieldShape { .disclosure }

  /// Reads `base64url([salt, name, value])`.
  public init?(json: JSON) {
    guard let text = json.string, let disclosure = try? Disclosure(encoded: text) else { return nil }
    self.disclosure = disclosure
  }

  /// The disclosure as it was made.
  public var json: JSON { .string(disclosure.encoded) }
}
