/// The units in which terms are set.
public enum TermUnit: String, Sendable, CaseIterable {
  /// Minutes, counted from a moment.
  case minuten
  /// Hours, counted from a moment.
  case uren
  /// Calendar days.
  case dagen
  /// Working days, by the municipality's definition.
  case werkdagen
  /// Weeks: end on the same day of the week.
  case weken
  /// Months: end on the same day of the month.
  case maanden
  /// Years.
  case jaren

  /// The words and abbreviations that are read, Dutch and English.
  private var words: [String] {
    switch self {
    case .minuten: ["min", "minuut", "minuten", "minute", "minutes"]
    case .uren: ["u", "h", "uur", "uren", "hour", "hours"]
    case .dagen: ["d", "kd", "dag", "dagen", "kalenderdag", "kalenderdagen", "day", "days"]
    case .werkdagen: ["wd", "werkdag", "werkdagen"]
    case .weken: ["w", "wk", "week", "weken", "weeks"]
    case .maanden: ["m", "mnd", "maand", "maanden", "month", "months"]
    case .jaren: ["j", "jr", "y", "jaar", "jaren", "year", "years"]
    }
  }

  /// The unit that a word or abbreviation names.
  init?(word: Substring) {
    let word = word.lowercased()
    guard let unit = Self.allCases.first(where: { $0.words.contains(word) }) else { return nil }
    self = unit
  }
}

/// How long a term is: a whole number of one unit.
public struct TermLength: Sendable, Hashable {
  /// How many, 1 to 99,999.
  public let count: Int
  /// Of what.
  public let unit: TermUnit

  private static let counts = 1...99_999

  /// So many of a unit; nil outside 1 to 99,999.
  public init?(_ count: Int, _ unit: TermUnit) {
    guard Self.counts.contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }

  /// A length that events record.
  public init(_ duration: Tijdsduur) {
    count = duration.count
    unit =
      switch duration.unit {
      case .jaren: .jaren
      case .maanden: .maanden
      case .weken: .weken
      case .dagen: .dagen
      }
  }

  /// So many hours, days and so on, as a declaration states it; a count that nobody can mean is a programmer's mistake.
  public static func of(_ count: Int, _ unit: TermUnit) -> TermLength {
    guard let length = TermLength(count, unit) else { preconditionFailure("a term of \(count) \(unit)") }
    return length
  }

  /// Reads `7 dagen`, `14d`, `10 werkdagen`, `6 mnd`, `1,5 jaar` (004:3985), and `P2Y` as events record it.
  /// - Throws: `TermProblem.malformedLength`.
  public init(_ text: String) throws(TermProblem) {
    if let duration = Tijdsduur(text) {
      self.init(duration)
      return
    }
    if let half = Self.halfYears(text) {
      self = half
      return
    }
    // A space that keeps two words on one line comes along with what is copied, and spaces around it with what is typed.
    let words = text.split(whereSeparator: \.isWhitespace)
    let digits = (words.first ?? "").prefix { $0.isASCII && $0.isNumber }
    let word = words.count == 1 ? words[0].dropFirst(digits.count) : words.last ?? ""
    let isWhole = words.count == 1 || (words.count == 2 && digits.count == words[0].count)
    guard isWhole, let count = Int(digits), let unit = TermUnit(word: word), let length = TermLength(count, unit) else {
      throw .malformedLength(text)
    }
    self = length
  }

  /// Years and a half are months; half of anything else is no whole number of a unit.
  private static func halfYears(_ text: String) -> TermLength? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, TermUnit(word: words[1]) == .jaren else { return nil }
    let parts = words[0].split(separator: words[0].contains(",") ? "," : ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "5", parts[0].allSatisfy({ $0.isASCII && $0.isNumber }),
      let years = Int(parts[0]),
      years < Self.counts.upperBound / 12
    else { return nil }
    return TermLength(12 * years + 6, .maanden)
  }

  /// In words: "7 dagen", "7 days".
  public var text: Text {
    let one = count == 1
    return switch unit {
    case .minuten:
      Text(nl: one ? "1 minuut" : "\(count) minuten", en: one ? "1 minute" : "\(count) minutes")
    case .uren: Text(nl: "\(count) uur", en: one ? "1 hour" : "\(count) hours")
    case .dagen: Text(nl: one ? "1 dag" : "\(count) dagen", en: one ? "1 day" : "\(count) days")
    case .werkdagen:
      Text(nl: one ? "1 werkdag" : "\(count) werkdagen", en: one ? "1 working day" : "\(count) working days")
    case .weken: Text(nl: one ? "1 week" : "\(count) weken", en: one ? "1 week" : "\(count) weeks")
    case .maanden: Text(nl: one ? "1 maand" : "\(count) maanden", en: one ? "1 month" : "\(count) months")
    case .jaren: Text(nl: "\(count) jaar", en: one ? "1 year" : "\(count) years")
    }
  }
}
