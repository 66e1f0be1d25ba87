import Governance
import Ledger

/// A total of an overview: a number, or that it is too small to show, or that it is withheld to protect another.
public enum Telling: FieldValue, Hashable {
  /// So many.
  case aantal(Int64)
  /// Fewer than the threshold, nought included: also none tells something of who did not report.
  case klein
  /// Not shown, because a line of the same breakdown is small.
  case nietGetoond

  /// A number in decimal, `klein`, or `nietGetoond`.
  public static var defaultShape: FieldShape { .text(most: 12) }

  /// Reads the recorded form; nil for anything else, so that each value has one spelling.
  public init?(json: JSON) {
    switch json.string {
    case "klein": self = .klein
    case "nietGetoond": self = .nietGetoond
    case let text?:
      guard let number = Int64(text), number >= 0, String(number) == text else { return nil }
      self = .aantal(number)
    case nil: return nil
    }
  }

  /// The recorded form.
  public var json: JSON {
    switch self {
    case .aantal(let number): .string(String(number))
    case .klein: "klein"
    case .nietGetoond: "nietGetoond"
    }
  }

  /// In words.
  func text(drempel: Int64) -> Text {
    switch self {
    case .aantal(let number): Text(String(number))
    case .klein: Text(nl: "minder dan \(drempel)", en: "fewer than \(drempel)")
    case .nietGetoond: Text(nl: "niet getoond", en: "not shown")
    }
  }
}

/// One line of an overview: a way of closing or a theme, and how many.
public struct Onderdeel: FieldValue, Hashable {
  /// What is counted.
  public let soort: String
  /// How many.
  public let aantal: Telling

  /// A line.
  public init(_ soort: String, _ aantal: Telling) {
    self.soort = soort
    self.aantal = aantal
  }

  /// Two named values.
  public static var defaultShape: FieldShape {
    .record([.init("soort", .text(most: 80)), .init("aantal", Telling.defaultShape)])
  }

  /// Reads a line.
  public init?(json: JSON) {
    guard let soort = json["soort"]?.string, let aantal = json["aantal"].flatMap({ Telling(json: $0) }) else {
      return nil
    }
    self.init(soort, aantal)
  }

  /// The line as it is recorded.
  public var json: JSON { ["soort": .string(soort), "aantal": aantal.json] }
}
