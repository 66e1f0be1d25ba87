import Governance

/// Reads a date as a register has it.
///
/// What a date may be here is less than in an option (EDTF): in a register `2019-21` is two years and no spring, and
/// `1-1-0024` is a year of two figures that a spreadsheet made four of.
public enum ImportDatum {
  /// No register of today has an earlier date.
  static let firstYear = 1900

  /// `2026-04-03`, `3-4-2026`, `3 april 2026`, or one that is not exact: `2026-04`, `april 2026`, `2026`, `XXXX`.
  ///
  /// A day before a month with hyphens is the only reading of `3-4-2026` in Dutch; with slashes both readings exist
  /// (`04/03/2026`), so those are refused.
  public static func read(_ cell: String) throws(Problem) -> ImpreciseDate {
    if let period = Self.period(cell) { throw period }
    guard
      let date = (try? ImpreciseDate(cell)) ?? DutchDate.day(cell).map({ ImpreciseDate($0) }) ?? DutchDate.month(cell)
    else { throw reason(cell) }
    if let year = year(date), year < firstYear { throw .early(year) }
    return date
  }

  /// Several years, a season or an interval, where one date is expected; nil when the cell is none of these.
  private static func period(_ cell: String) -> Problem? {
    if let years = cell.wholeMatch(of: /([0-9]{4}) ?[-–\/] ?([0-9]{4}|[0-9]{2})/), let first = Int(years.1),
      let second = Int(years.2)
    {
      let last = years.2.count == 4 ? second : first / 100 * 100 + second
      let isMonth = years.2.count == 2 && (0...12).contains(second) && cell.utf8.count == 7 && cell.contains("-")
      if isMonth { return nil }
      if last > first { return .period(first, last) }
    }
    guard let date = try? ImpreciseDate(cell) else { return nil }
    if cell.wholeMatch(of: /[0-9]{4}-2[1-4]/) != nil { return .season(date.text) }
    let sides = cell.split(separator: "/", omittingEmptySubsequences: false)
    return sides.count == 2 && !sides.contains("..") ? .interval : nil
  }

  /// The year of a date, or the first of those that it leaves open; nil when no figure of it is known.
  private static func year(_ date: ImpreciseDate) -> Int? {
    let figures = date.description.drop { !$0.isNumber }.prefix { $0.isNumber }
    return Int(figures + String(repeating: "0", count: 4 - figures.count)).flatMap { figures.isEmpty ? nil : $0 }
  }

  /// Why it is no date, as far as that is sure.
  private static func reason(_ cell: String) -> Problem {
    if let other = DutchDate.written(cell) { return .write(other) }
    let parts = cell.split(separator: "-", omittingEmptySubsequences: false)
    if (2...3).contains(parts.count), parts.allSatisfy(\.isNumber) {
      let hasYear = parts.first?.count == 4 || parts.last?.count == 4
      if parts.contains(where: { $0.count > 2 && $0.count != 4 && $0.hasPrefix("0") }) { return .malformed }
      if parts.count == 3 { return hasYear ? .noSuchDay : .shortYear }
      return hasYear ? .noSuchMonth : .malformed
    }
    if DutchDate.hasMonthName(cell), let figures = DutchDate.lastNumber(cell) {
      return figures == 4 ? .noSuchDay : .shortYear
    }
    let slashed = cell.split(separator: "/", omittingEmptySubsequences: false)
    if slashed.count == 3, slashed.allSatisfy(\.isNumber) { return .slashes }
    return cell.count == 5 && cell.isNumber ? .serial : .malformed
  }

  /// What is wrong with a date.
  public enum Problem: Error, Equatable {
    /// It is nothing like a date.
    case malformed
    /// There is no such day.
    case noSuchDay
    /// There is no such month.
    case noSuchMonth
    /// The year has not four digits.
    case shortYear
    /// Day and month could be either way round.
    case slashes
    /// It is how a spreadsheet counts days.
    case serial
    /// It can only mean this, and is to be written so.
    case write(String)
    /// It is the years from one up to another.
    case period(Int, Int)
    /// It is an interval of another kind.
    case interval
    /// It is a season by EDTF, and no month.
    case season(Text)
    /// The year is too long ago.
    case early(Int)

    /// What was found and what was expected.
    public var text: Text {
      switch self {
      case .malformed: Text(nl: "geen datum", en: "no date") + Self.expected
      case .noSuchDay: Text(nl: "deze dag bestaat niet", en: "this day does not exist") + Self.expected
      case .noSuchMonth: Text(nl: "deze maand bestaat niet", en: "this month does not exist") + Self.expected
      case .shortYear:
        Text(nl: "het jaartal heeft geen vier cijfers", en: "the year has not four digits") + Self.expected
      case .slashes:
        Text(
          nl: "met schuine strepen is niet te zien of de dag of de maand voorop staat",
          en: "with slashes one cannot see whether day or month comes first") + Self.expected
      case .serial:
        Text(nl: "een volgnummer van Excel in plaats van een datum", en: "a serial number of Excel instead of a date")
          + Self.expected
      case .write(let date):
        Text(
          nl: "zo wordt een datum hier niet gelezen; schrijf \(date)", en: "a date is not read so here; write \(date)")
      case .period(let first, let last):
        Text(
          nl: "dit zijn de jaren \(first) tot en met \(last); zet het begin en het einde elk in hun eigen kolom",
          en: "these are the years \(first) up to \(last); put the start and the end each in a column of its own")
      case .interval:
        Text(
          nl: "dit is een tijdvak; zet het begin en het einde elk in hun eigen kolom",
          en: "this is an interval; put the start and the end each in a column of its own")
      case .season(let season):
        Text(
          nl: "dit is in EDTF een seizoen (\(season.nl)); schrijf de maand of het jaar",
          en: "by EDTF this is a season (\(season.en)); write the month or the year")
      case .early(let year):
        Text(
          nl:
            "het jaar \(year) ligt voor \(ImportDatum.firstYear); schrijf het jaartal voluit, of XXXX als het niet bekend is",
          en:
            "the year \(year) lies before \(ImportDatum.firstYear); write the year in full, or XXXX when it is not known"
        )
      }
    }

    private static let expected = Text(
      nl: "; verwacht: 2026-04-03, 3-4-2026, 3 april 2026, 2026-04, 2026 of XXXX (onbekend)",
      en: "; expected: 2026-04-03, 3-4-2026, 3 april 2026, 2026-04, 2026 or XXXX (unknown)")
  }
}
