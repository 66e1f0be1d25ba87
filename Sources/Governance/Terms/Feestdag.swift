/// The days on which a term set by law cannot end (Algemene termijnenwet art. 3 lid 1), and Goede Vrijdag, which lid 2
/// equates with them.
///
/// Eerste Paasdag and Eerste Pinksterdag are not in the law: they are Sundays.
public enum Feestdag: String, Sendable, CaseIterable {
  /// 1 January.
  case nieuwjaarsdag
  /// The Friday before Easter: lid 2.
  case goedeVrijdag
  /// The Monday after Easter.
  case tweedePaasdag
  /// 27 April, or 26 April when the 27th is a Sunday: the day on which the King's birthday is celebrated.
  case koningsdag
  /// 5 May, in every year.
  case bevrijdingsdag
  /// The fortieth day of Easter, a Thursday.
  case hemelvaartsdag
  /// The Monday after Pentecost.
  case tweedePinksterdag
  /// 25 December.
  case eersteKerstdag
  /// 26 December.
  case tweedeKerstdag

  /// The first year for which these days are computed: the first one with a Koningsdag.
  static let firstYear = 2014

  /// The one that falls on a day; Hemelvaartsdag when that is on 5 May.
  static func on(_ day: CalendarDate) -> Feestdag? {
    let (year, month, dayOfMonth) = day.civil
    // Only these months can hold a day that moves with Easter: 20 March to 14 June.
    if (3...6).contains(month) {
      switch day.daysSinceEpoch - easter(in: year).daysSinceEpoch {
      case -2: return .goedeVrijdag
      case 1: return .tweedePaasdag
      case 39: return .hemelvaartsdag
      case 50: return .tweedePinksterdag
      default: break
      }
    }
    return switch (month, dayOfMonth) {
    case (1, 1): .nieuwjaarsdag
    case (4, 26), (4, 27): koningsdag(in: year) == day ? .koningsdag : nil
    case (5, 5): .bevrijdingsdag
    case (12, 25): .eersteKerstdag
    case (12, 26): .tweedeKerstdag
    default: nil
    }
  }

  private static func koningsdag(in year: Int) -> CalendarDate {
    let day = CalendarDate(checkedYear: year, month: 4, day: 27)
    return day.weekday == .sunday ? CalendarDate(checkedDays: day.daysSinceEpoch - 1) : day
  }

  /// Easter Sunday of the Gregorian calendar (the anonymous computus, Nature 13, 1876, p. 487).
  static func easter(in year: Int) -> CalendarDate {
    let golden = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let correction = (8 * century + 13) / 25
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - moon - yearOfCentury % 4) % 7
    let late = (golden + 11 * moon + 22 * sunday) / 451
    let sum = moon + sunday - 7 * late + 114
    return CalendarDate(checkedYear: year, month: sum / 31, day: sum % 31 + 1)
  }

  /// Its name.
  public var text: Text {
    switch self {
    case .nieuwjaarsdag: Text(nl: "Nieuwjaarsdag", en: "New Year's Day")
    case .goedeVrijdag: Text(nl: "Goede Vrijdag", en: "Good Friday")
    case .tweedePaasdag: Text(nl: "Tweede Paasdag", en: "Easter Monday")
    case .koningsdag: Text(nl: "Koningsdag", en: "King's Day")
    case .bevrijdingsdag: Text(nl: "Bevrijdingsdag", en: "Liberation Day")
    case .hemelvaartsdag: Text(nl: "Hemelvaartsdag", en: "Ascension Day")
    case .tweedePinksterdag: Text(nl: "Tweede Pinksterdag", en: "Whit Monday")
    case .eersteKerstdag: Text(nl: "Eerste Kerstdag", en: "Christmas Day")
    case .tweedeKerstdag: Text(nl: "Tweede Kerstdag", en: "Boxing Day")
    }
  }
}
