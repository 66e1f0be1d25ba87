/// A day of the week, numbered from Monday as in ISO 8601-1.
public enum Weekday: Int, Sendable, CaseIterable {
  /// Monday.
  case monday = 1
  /// Tuesday.
  case tuesday
  /// Wednesday.
  case wednesday
  /// Thursday.
  case thursday
  /// Friday.
  case friday
  /// Saturday.
  case saturday
  /// Sunday.
  case sunday

  /// The weekday of a day number; day 0, 1 January 1970, was a Thursday.
  init(daysSinceEpoch days: Int) {
    let sinceMonday = (days + 3) - (days + 3).dividedDown(by: 7) * 7
    self = Self.allCases[sinceMonday]
  }

  /// Its name: "maandag", "Monday".
  public var text: Text {
    switch self {
    case .monday: Text(nl: "maandag", en: "Monday")
    case .tuesday: Text(nl: "dinsdag", en: "Tuesday")
    case .wednesday: Text(nl: "woensdag", en: "Wednesday")
    case .thursday: Text(nl: "donderdag", en: "Thursday")
    case .friday: Text(nl: "vrijdag", en: "Friday")
    case .saturday: Text(nl: "zaterdag", en: "Saturday")
    case .sunday: Text(nl: "zondag", en: "Sunday")
    }
  }
}
