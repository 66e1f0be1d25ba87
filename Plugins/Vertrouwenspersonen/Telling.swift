import Governance
import Ledger

/// A total of an overview: a number, or that it is too small to show, or that it is withheld to protect another.
public enum Telling: FieldValue, Hashable {
  /// So many.
  case aantal(Int64)
  /// Fewer than the threshold, nought included: also none tells something of who did not report.
  case klein
  /// Not shown, because together with the total it would show a small number.
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

/// Keeps people out of an overview: what is small is withheld, and what would give it away as well.
struct Verhulling {
  /// Numbers below this are small.
  let drempel: Int64

  /// The total as it may be recorded.
  func totaal(_ number: Int64) -> Telling { number < drempel ? .klein : .aantal(number) }

  /// The lines as they may be recorded beside a total.
  ///
  /// When the shown lines and the total together narrow a small number down, the whole breakdown is withheld: the
  /// total is what the rule asks for (004:5685-5686).
  func onderdelen(_ lines: [(soort: String, aantal: Int64)], totaal: Int64) -> [Onderdeel] {
    let shown = lines.map { Onderdeel($0.soort, $0.aantal < drempel ? .klein : .aantal($0.aantal)) }
    if isVeilig(shown, totaal: self.totaal(totaal)) { return shown }
    return lines.map { Onderdeel($0.soort, .nietGetoond) }
  }

  /// Whether nothing in recorded lines and their total tells more of a small number than that it is small.
  func isVeilig(_ lines: [Onderdeel], totaal: Telling) -> Bool {
    if case .aantal(let number) = totaal, number < drempel { return false }
    var known: Int64 = 0
    var small: Int64 = 0
    for line in lines {
      switch line.aantal {
      case .aantal(let number):
        guard number >= drempel else { return false }
        known += number
      case .klein: small += 1
      // One hidden line beside shown ones could be computed from the total: all are hidden or none.
      case .nietGetoond: return lines.allSatisfy { $0.aantal == .nietGetoond }
      }
    }
    guard small > 0, case .aantal(let total) = totaal else { return known == 0 || totaal != .klein }
    // What is left for the small lines must leave each of them anything from none to the threshold less one.
    let rest = total - known
    return rest >= drempel - 1 && rest <= (drempel - 1) * (small - 1)
  }
}
