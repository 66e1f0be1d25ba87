/// An answer that can also be: that cannot be said with what is known.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
  /// True, whichever of the possible days it was.
  case yes
  /// False, whichever of the possible days it was.
  case no
  /// True for some of the possible days and false for others.
  case unknown

  /// The answer to the opposite question; what is unknown stays unknown.
  public static prefix func ! (answer: Certainty) -> Certainty {
    switch answer {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
