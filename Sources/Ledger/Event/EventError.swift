/// Why bytes are not an event of this ledger.
public enum EventError: Error, Sendable, Equatable {
  /// Longer than a log entry may be.
  case tooLarge(bytes: Int)
  /// Not `header.payload.signature~` in base64url and JSON.
  case malformed(String)
  /// A claim is missing, unknown or of the wrong form.
  case claim(String)
  /// A disclosure is not one.
  case malformedDisclosure
  /// The same digest stands twice in `_sd` (RFC 9901, section 7.1).
  case repeatedDigest
  /// A clear field has the name of a reserved claim.
  case reservedName(String)
}
