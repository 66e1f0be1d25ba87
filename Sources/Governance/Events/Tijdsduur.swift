/// A length of time as rules state it: whole years, months, weeks or days (ISO 8601 `P2Y`, `P6M`, `P8W`, `P14D`).
public struct Tijdsduur: Sendable, Hashable, CustomStringConvertible {
  /// The units that policies use for review and run time.
  public enum Unit: String, Sendable, CaseIterable {
    case jaren = "Y"
    case maanden = "M"
    case weken = "W"
    case dagen = "D"
  }

  /// How many.
  public let count: Int
  /// Of what.
  public let unit: Unit

  /// Reads the ISO 8601 spelling; nil for anything else.
  public init?(_ text: String) {
    guard text.hasPrefix("P"), let unit = text.last.flatMap({ Unit(rawValue: String($0)) }),
      let count = Int(text.dropFirst().dropLast()), (1...999).contains(count), text == "P\(count)\(unit.rawValue)"
    else { return nil }
    self.count = count
    self.unit = unit
  }

  /// A length that is known beforehand.
  /// - Precondition: From 1 to 999.
  public static func of(_ count: Int, _ unit: Unit) -> Tijdsduur {
    guard let length = Tijdsduur("P\(count)\(unit.rawValue)") else {
      preconditionFailure("\(count) \(unit) is no length of time")
    }
    return length
  }

  /// The ISO 8601 spelling.
  public var description: String { "P\(count)\(unit.rawValue)" }

  /// In words.
  public var text: Text {
    switch unit {
    case .jaren: Text(nl: "\(count) jaar", en: count == 1 ? "1 year" : "\(count) years")
    case .maanden: Text(nl: count == 1 ? "1 maand" : "\(count) maanden", en: count == 1 ? "1 month" : "\(count) months")
    case .weken: Text(nl: count == 1 ? "1 week" : "\(count) weken", en: count == 1 ? "1 week" : "\(count) weeks")
    case .dagen: Text(nl: count == 1 ? "1 dag" : "\(count) dagen", en: count == 1 ? "1 day" : "\(count) days")
    }
  }
}
