/// The two languages in which the program speaks to its operator.
public enum Language: String, Sendable, CaseIterable {
  /// Dutch: the default, and the only language of what leaves for the public and the inspector.
  case dutch = "nl"
  /// English.
  case english = "en"
}

/// One sentence in both languages, so that neither can be forgotten.
public struct Text: Sendable, Hashable {
  /// The Dutch wording.
  public let nl: String
  /// The English wording.
  public let en: String

  /// A sentence in both languages.
  public init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }

  /// A word that is the same in both languages, such as a name or a number.
  public init(_ same: String) { self.init(nl: same, en: same) }

  /// The wording in one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .dutch: nl
    case .english: en
    }
  }

  /// Two texts after each other.
  public static func + (left: Text, right: Text) -> Text { Text(nl: left.nl + right.nl, en: left.en + right.en) }
}

extension DefaultStringInterpolation {
  /// A text inside a string would be written as the program holds it, in both languages at once.
  @available(*, unavailable, message: "choose a language first, or make it a Text or a StyledText")
  public mutating func appendInterpolation(_ text: Text) {}
}
