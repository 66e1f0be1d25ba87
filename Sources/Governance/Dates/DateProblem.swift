/// Why something is not a date, or not one that this ledger can hold.
///
/// What was found is kept as it came, and `text` quotes at most the start of it. Whoever puts the text in a log must
/// know that it repeats what someone typed.
public enum DateProblem: Error, Sendable, Hashable {
  /// Not written in the notation that was asked for.
  case malformed(found: String, expected: Notation)
  /// A month other than 1 to 12.
  case noSuchMonth(Int)
  /// A day that its month does not have.
  case noSuchDay(year: Int, month: Int, day: Int)
  /// A year other than 0000 to 9999.
  case yearOutOfRange(Int)
  /// A sum of days that ends outside the years 0000 to 9999.
  case dayOutOfRange
  /// A clock time or an offset that no clock shows, such as 24:00:00.
  case noSuchTime(found: String)
  /// A moment outside 1970 to 9999.
  case instantOutOfRange(found: String)
  /// An interval whose end lies before its start.
  case endBeforeStart(found: String)
  /// Meaningful in ISO 8601 or RFC 3339, but not used in this ledger.
  case refused(found: String, Feature)

  /// The notations that are read.
  public enum Notation: Sendable, Hashable, CaseIterable {
    /// `YYYY-MM-DD`.
    case day
    /// RFC 3339.
    case instant
    /// EDTF level 0 and 1.
    case impreciseDate
  }

  /// What the standards allow and this ledger does not take.
  public enum Feature: Sendable, Hashable, CaseIterable {
    /// A year of more than four digits: EDTF level 1, letter-prefixed calendar year.
    case longYear
    /// A year before the year 0000: EDTF level 1, negative calendar year.
    case negativeYear
    /// A time of day in a date: EDTF level 0, date and time.
    case timeOfDay
    /// A set of dates, one of which or all of which are meant: EDTF level 2, set representation.
    case set
    /// A part of the year other than the four seasons: EDTF level 2, sub-year groupings.
    case subYearGrouping
    /// A season with a qualifier: implementations of EDTF disagree whether level 1 has it.
    case qualifiedSeason
    /// A season as an end of an interval: implementations of EDTF disagree whether level 1 has it.
    case seasonInInterval
    /// A qualifier after unspecified digits, which already say what is not known.
    case qualifiedUnspecified
    /// `XXXX` as an end of an interval, where an empty end says the same.
    case unknownInInterval
    /// An interval without any date, which says the same as `XXXX`.
    case intervalWithoutDate
    /// An interval with the same date on both ends, which says the same as the date.
    case intervalOfOneDate
    /// A fraction of a second: RFC 3339, time-secfrac.
    case fractionOfSecond
    /// A leap second: RFC 3339 section 5.7.
    case leapSecond
    /// The offset `-00:00`: RFC 3339 section 4.3.
    case unknownOffset
  }
}
