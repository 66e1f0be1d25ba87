import Governance

/// A thing that is counted, in singular and plural and in both languages.
public struct Noun: Sendable {
  private let one: Text
  private let many: Text

  /// Names the thing, as in `Noun(nl: ("gebeurtenis", "gebeurtenissen"), en: ("event", "events"))`.
  public init(nl: (one: String, many: String), en: (one: String, many: String)) {
    one = Text(nl: nl.one, en: en.one)
    many = Text(nl: nl.many, en: en.many)
  }

  /// What a log is made of.
  public static let gebeurtenis = Noun(nl: ("gebeurtenis", "gebeurtenissen"), en: ("event", "events"))
  /// What a check finds.
  public static let bevinding = Noun(nl: ("bevinding", "bevindingen"), en: ("finding", "findings"))

  /// The number and the word that goes with it: 1 gebeurtenis, 1.234 events.
  public func counted(_ count: Int) -> Text {
    let word = count == 1 ? one : many
    return Text(
      nl: "\(Language.dutch.number(count)) \(word.nl)", en: "\(Language.english.number(count)) \(word.en)")
  }
}

extension Language {
  /// A whole number with its thousands set apart: 1.234 in Dutch, 1,234 in English.
  public func number(_ value: Int) -> String {
    var digits = String(value.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    let separator =
      switch self {
      case .dutch: "."
      case .english: ","
      }
    return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: separator)
  }

  /// A span of time in at most two units: 3,2 s, 2 min 05 s, 1 u 03 min.
  public func duration(_ span: Duration) -> String {
    let tenths = Int((span / .seconds(1) * 10).rounded())
    let seconds = (tenths + 5) / 10
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    switch (tenths, seconds) {
    case (..<100, _): return "\(tenths / 10)\(self == .dutch ? "," : ".")\(tenths % 10) s"
    case (_, ..<60): return "\(seconds) s"
    case (_, ..<3600): return "\(seconds / 60) min \(padded(seconds % 60)) s"
    default: return "\(number(seconds / 3600)) \(self == .dutch ? "u" : "h") \(padded(seconds / 60 % 60)) min"
    }
  }
}
