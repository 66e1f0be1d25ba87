import Governance

/// Reads a date as a register has it.
public enum ImportDatum {
  /// `2026-04-03`, `3-4-2026`, or one that is not exact: `2026-04`, `2026`, `XXXX`.
  ///
  /// A day before a month with hyphens is the only reading of `3-4-2026` in Dutch; with slashes both readings exist
  /// (`04/03/2026`), so those are refused.
  public static func read(_ cell: String) throws(Problem) -> ImpreciseDate {
    if let date = try? ImpreciseDate(cell) { return date }
    let parts = cell.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 3, parts.allSatisfy(isNumber), parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2 {
      guard let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
        let date = try? CalendarDate(year: year, month: month, day: day)
      else { throw .noSuchDay }
      return ImpreciseDate(date)
    }
    if parts.count == 3, parts.allSatisfy(isNumber) { throw parts[0].count == 4 ? .noSuchDay : .shortYear }
    if cell.split(separator: "/").count == 3, cell.allSatisfy({ isDigit($0) || $0 == "/" }) { throw .slashes }
    if isNumber(cell[...]), cell.count == 5 { throw .serial }
    throw .malformed
  }

  /// What is wrong with a date.
  public enum Problem: Error {
    /// It is nothing like a date.
    case malformed
    /// There is no such day.
    case noSuchDay
    /// The year has not four digits.
    case shortYear
    /// Day and month could be either way round.
    case slashes
    /// It is how a spreadsheet counts days.
    case serial

    /// What was found and what was expected.
    public var text: Text {
      switch self {
      case .malformed: Text(nl: "geen datum", en: "no date") + Self.expected
      case .noSuchDay: Text(nl: "deze dag bestaat niet", en: "this day does not exist") + Self.expected
      case .shortYear:
        Text(nl: "het jaartal heeft geen vier cijfers", en: "the year has not four digits") + Self.expected
      case .slashes:
        Text(
          nl: "met schuine strepen is niet te zien of de dag of de maand voorop staat",
          en: "with slashes one cannot see whether day or month comes first") + Self.expected
      case .serial:
        Text(nl: "een volgnummer van Excel in plaats van een datum", en: "a serial number of Excel instead of a date")
          + Self.expected
      }
    }

    private static let expected = Text(
      nl: "; verwacht: 2026-04-03, 3-4-2026, 2026-04, 2026 of XXXX (onbekend)",
      en: "; expected: 2026-04-03, 3-4-2026, 2026-04, 2026 or XXXX (unknown)")
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
  private static func isNumber(_ text: Substring) -> Bool { !text.isEmpty && text.allSatisfy(isDigit) }
}
