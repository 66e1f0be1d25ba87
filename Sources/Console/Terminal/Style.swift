import Governance

/// What a piece of text is, from which its look follows where colour is allowed.
///
/// A style never carries meaning alone: the words, or the sign of a ``Verdict``, say the same without it.
public enum Style: Sendable, CaseIterable {
  /// The heading of a block or a table.
  case heading
  /// As it should be.
  case good
  /// Wrong.
  case bad
  /// In need of attention.
  case warning
  /// Less important than what is around it.
  case faint
  /// More important than what is around it.
  case emphasis

  /// The text between the codes for this style and the code that ends it (ECMA-48 section 8.3.117, SGR).
  func applied(to text: String) -> String {
    text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private var code: String {
    switch self {
    case .heading: "1"
    case .good: "32"
    case .bad: "1;31"
    case .warning: "33"
    case .faint: "2"
    case .emphasis: "1"
    }
  }
}

/// How a check came out, with a sign that can be read without colour.
public enum Verdict: Sendable {
  /// As it should be.
  case good
  /// Wrong.
  case bad
  /// In need of attention.
  case warning

  /// The sign that stands for the verdict.
  public var sign: String {
    switch self {
    case .good: "✓"
    case .bad: "✗"
    case .warning: "!"
    }
  }

  /// The style that goes with the sign.
  public var style: Style {
    switch self {
    case .good: .good
    case .bad: .bad
    case .warning: .warning
    }
  }
}
