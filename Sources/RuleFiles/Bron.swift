/// A place that a rule is taken from.
public enum Bron: Sendable, Hashable {
  /// Lines of one of the municipal documents, such as `004:4544-4546 §5.3(6)`.
  case bestand(nummer: String, regels: ClosedRange<Int>, artikel: String?)
  /// An article of a law, such as `Awb 7:10 lid 2`.
  case wet(String)

  /// Reads `004:4544-4546 §5.3(6)`, or the name of a law with an article in it; nil for anything else.
  public init?(_ text: String) {
    if text.first?.isNumber == true, let match = text.wholeMatch(of: /([0-9]{3}):([0-9]+)(?:-([0-9]+))?(?: (.+))?/) {
      guard let first = Int(match.2), let last = match.3.map({ Int($0) }) ?? first, first > 0,
        first <= last
      else { return nil }
      self = .bestand(nummer: String(match.1), regels: first...last, artikel: match.4.map(String.init))
    } else {
      guard text.first?.isLetter == true, text.contains(where: \.isNumber), !text.hasPrefix("C-") else { return nil }
      self = .wet(text)
    }
  }

  /// As it is cited.
  public var text: String {
    switch self {
    case .wet(let text): return text
    case .bestand(let nummer, let regels, let artikel):
      let lines = regels.count == 1 ? "\(regels.lowerBound)" : "\(regels.lowerBound)-\(regels.upperBound)"
      return "\(nummer):\(lines)" + (artikel.map { " \($0)" } ?? "")
    }
  }
}
