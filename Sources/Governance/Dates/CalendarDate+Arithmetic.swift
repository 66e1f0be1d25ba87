/// The arithmetic of the Gregorian calendar, on numbers that have been checked or need no check.
extension CalendarDate {
  /// Wraps a year, month and day that are known to exist.
  init(checkedYear year: Int, month: Int, day: Int) {
    self.init(checkedDays: Self.dayNumber(year: year, month: month, day: day))
  }

  /// Wraps a day number that is known to lie in the years 0000 to 9999.
  init(checkedDays: Int) { daysSinceEpoch = checkedDays }

  /// The day with this number, or nil outside the years 0000 to 9999.
  init?(ifInRange days: Int) {
    guard days >= Self.first.daysSinceEpoch, days <= Self.last.daysSinceEpoch else { return nil }
    self.init(checkedDays: days)
  }

  /// Whether a year has 366 days.
  static func isLeapYear(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// How many days a month has; the month must be 1 to 12.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1 January 1970 to a day.
  ///
  /// The year is counted from 1 March, so that the leap day comes last and needs no exception; 719 468 days lie between
  /// 1 March of the year 0 and 1 January 1970.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear.dividedDown(by: 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day of the month: the inverse of `dayNumber`.
  var civil: (year: Int, month: Int, day: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = shifted.dividedDown(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// A month's name, 1 to 12; Dutch writes it with a small letter.
  static func name(ofMonth month: Int) -> Text {
    switch month {
    case 1: Text(nl: "januari", en: "January")
    case 2: Text(nl: "februari", en: "February")
    case 3: Text(nl: "maart", en: "March")
    case 4: Text(nl: "april", en: "April")
    case 5: Text(nl: "mei", en: "May")
    case 6: Text(nl: "juni", en: "June")
    case 7: Text(nl: "juli", en: "July")
    case 8: Text(nl: "augustus", en: "August")
    case 9: Text(nl: "september", en: "September")
    case 10: Text(nl: "oktober", en: "October")
    case 11: Text(nl: "november", en: "November")
    default: Text(nl: "december", en: "December")
    }
  }
}

extension BinaryInteger {
  /// The quotient rounded down, where `/` rounds towards zero; the divisor is positive.
  func dividedDown(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The number in decimal with leading zeros up to a width; for numbers that are not negative.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
