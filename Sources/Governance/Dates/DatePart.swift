/// A date that can stand alone or at an end of an interval: whole with perhaps a qualifier, or with digits left open.
enum DatePart: Hashable, Sendable, CustomStringConvertible {
  /// EDTF level 0, date, and level 1, qualification of a date (complete).
  case date(Precision, Qualifier?)
  /// EDTF level 1, unspecified digits from the right.
  case unspecified(Unspecified)

  /// A date as far as it was given; what is left out was left out on purpose.
  enum Precision: Hashable, Sendable {
    case day(CalendarDate)
    case month(year: Int, month: Int)
    case year(Int)
  }

  /// A date of which the last digits are not known.
  enum Unspecified: Hashable, Sendable {
    /// `1985-04-XX`.
    case day(year: Int, month: Int)
    /// `2004-XX`.
    case month(year: Int)
    /// `1985-XX-XX`.
    case dayAndMonth(year: Int)
    /// `201X`, by its first year.
    case decade(Int)
    /// `20XX`, by its first year.
    case century(Int)
  }

  /// What is doubtful about a date, by the character that says so.
  enum Qualifier: Character, Sendable, CaseIterable {
    /// The source is doubted.
    case uncertain = "?"
    /// An estimate.
    case approximate = "~"
    /// Both.
    case uncertainAndApproximate = "%"
  }

  var qualifier: Qualifier? {
    if case .date(_, let qualifier) = self { qualifier } else { nil }
  }

  var description: String {
    switch self {
    case .date(.day(let day), let qualifier): "\(day)\(Self.suffix(qualifier))"
    case .date(.month(let year, let month), let qualifier):
      "\(year.padded(to: 4))-\(month.padded(to: 2))\(Self.suffix(qualifier))"
    case .date(.year(let year), let qualifier): "\(year.padded(to: 4))\(Self.suffix(qualifier))"
    case .unspecified(.day(let year, let month)): "\(year.padded(to: 4))-\(month.padded(to: 2))-XX"
    case .unspecified(.month(let year)): "\(year.padded(to: 4))-XX"
    case .unspecified(.dayAndMonth(let year)): "\(year.padded(to: 4))-XX-XX"
    case .unspecified(.decade(let year)): "\((year / 10).padded(to: 3))X"
    case .unspecified(.century(let year)): "\((year / 100).padded(to: 2))XX"
    }
  }

  private static func suffix(_ qualifier: Qualifier?) -> String { qualifier.map { String($0.rawValue) } ?? "" }
}
