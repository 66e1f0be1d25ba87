/// A season: EDTF level 1, seasons; independent of location there, Dutch here.
enum Season: Int, Sendable, CaseIterable {
  case spring = 21
  case summer = 22
  case autumn = 23
  case winter = 24

  /// The days that anyone could mean by it.
  ///
  /// The standard gives no days, and people mean either the meteorological season or the astronomical one, so the
  /// bounds run from the start of the former to the latest end of the latter. The winter of a year is for some the one
  /// in which it begins and for others the one in which it ends; the bounds take both.
  func days(in year: Int) -> DayBounds {
    func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
      (0...9999).contains(year) ? CalendarDate(checkedYear: year, month: month, day: day) : nil
    }
    return switch self {
    case .spring: DayBounds(earliest: day(year, 3, 1), latest: day(year, 6, 22))
    case .summer: DayBounds(earliest: day(year, 6, 1), latest: day(year, 9, 24))
    case .autumn: DayBounds(earliest: day(year, 9, 1), latest: day(year, 12, 23))
    case .winter: DayBounds(earliest: day(year - 1, 12, 1), latest: day(year + 1, 3, 21))
    }
  }

  /// Its name.
  var text: Text {
    switch self {
    case .spring: Text(nl: "voorjaar", en: "spring")
    case .summer: Text(nl: "zomer", en: "summer")
    case .autumn: Text(nl: "najaar", en: "autumn")
    case .winter: Text(nl: "winter", en: "winter")
    }
  }
}
