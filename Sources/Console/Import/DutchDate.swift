import Governance

/// Dates as people in the Netherlands write them: the day first.
enum DutchDate {
  /// `3-4-2026`, `3 april 2026`, `3-apr-2026`; nil for anything else.
  static func day(_ text: String) -> CalendarDate? {
    if let found = text.wholeMatch(of: /([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})/) {
      return day(found.1, Int(found.2), found.3)
    }
    let words = words(text)
    guard words.count == 3, words[0].isNumber, words[0].count <= 2 else { return nil }
    return day(words[0], month(named: words[1]), words[2])
  }

  /// `april 2026`; nil for anything else.
  static func month(_ text: String) -> ImpreciseDate? {
    let words = words(text)
    guard words.count == 2, let month = month(named: words[0]) else { return nil }
    return self.month(words[1], month)
  }

  /// How a date is to be written that can be read in one way only and was written in another; nil for anything else.
  static func written(_ text: String) -> String? {
    if let found = text.wholeMatch(of: /([0-9]{4})[-\/.]([0-9]{1,2})[-\/.]([0-9]{1,2})/) {
      return day(found.3, Int(found.2), found.1)?.description
    }
    if let found = text.wholeMatch(of: /([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})/) {
      let readings = [day(found.1, Int(found.2), found.3), day(found.2, Int(found.1), found.3)].compactMap(\.self)
      return Set(readings).count == 1 ? readings.first?.description : nil
    }
    if let found = text.wholeMatch(of: /([0-9]{4})-([0-9])/) { return month(found.1, Int(found.2))?.description }
    if let found = text.wholeMatch(of: /([0-9]{1,2})-([0-9]{4})/) { return month(found.2, Int(found.1))?.description }
    return nil
  }

  /// Whether a month is named in it, between figures.
  static func hasMonthName(_ text: String) -> Bool { words(text).contains { month(named: $0) != nil } }

  /// How many figures the number has in which it ends; nil when it ends in none.
  static func lastNumber(_ text: String) -> Int? { words(text).last.flatMap { $0.isNumber ? $0.count : nil } }

  private static func words(_ text: String) -> [Substring] {
    let words = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0.isWhitespace }
    return words.count <= 3 ? words : []
  }

  private static func day(_ day: Substring, _ month: Int?, _ year: Substring) -> CalendarDate? {
    guard let day = Int(day), let month, year.count == 4, year.isNumber, let year = Int(year) else { return nil }
    return try? CalendarDate(year: year, month: month, day: day)
  }

  private static func month(_ year: Substring, _ month: Int?) -> ImpreciseDate? {
    guard let month, year.count == 4, year.isNumber else { return nil }
    return try? ImpreciseDate("\(year)-\(month < 10 ? "0" : "")\(month)")
  }

  /// A month by its name or the usual three letters of it, with or without a full stop.
  private static func month(named word: Substring) -> Int? {
    let word = (word.hasSuffix(".") ? word.dropLast() : word).lowercased()
    guard word.count >= 3 else { return nil }
    return (1...12).first { number in
      let name = (try? CalendarDate(year: 2000, month: number, day: 1))?.text.nl.split(separator: " ").dropFirst().first
      return name.map { $0 == word || $0.prefix(3) == word } == true || (number == 3 && word == "mrt")
    }
  }
}

extension StringProtocol {
  /// Whether it is made of the ten figures only.
  var isNumber: Bool { !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
}
