/// Who may see a field; declared once, on the field (README, The event).
public enum Visibility: String, Sendable, CaseIterable {
  /// In the signed bytes, for everyone with the log: never personal data beyond a random pseudonym.
  case clear
  /// In the vault as it is: may be published, and can be erased.
  case openbaar
  /// In the vault, encrypted for the holders of a registered key.
  case intern
  /// In the vault, encrypted for the people admitted to the stream.
  case vertrouwelijk

  /// Whether the value is kept out of the signed bytes.
  public var isSealed: Bool { self != .clear }
}
