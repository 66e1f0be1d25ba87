import Governance

/// Why a file cannot be read on as comma-separated values, and where.
public enum CSVProblem: Error, Equatable {
  /// A cell starts with a quotation mark, and no other closes it.
  case openQuote(line: Int, column: Int)
  /// A quotation mark stands in a cell that does not start with one.
  case strayQuote(line: Int, column: Int)
  /// Something follows the quotation mark that closes a cell.
  case afterQuote(line: Int, column: Int)
  /// A carriage return without a line feed.
  case loneReturn(line: Int)
  /// A cell is longer than any register needs.
  case cellTooLong(line: Int, column: Int)
  /// A row has more cells than any register has columns.
  case tooManyCells(line: Int)
  /// Bytes that are no UTF-8.
  case notUTF8(line: Int, column: Int)

  /// The line, from 1.
  public var line: Int {
    switch self {
    case .openQuote(let line, _), .strayQuote(let line, _), .afterQuote(let line, _), .loneReturn(let line),
      .cellTooLong(let line, _), .tooManyCells(let line), .notUTF8(let line, _):
      line
    }
  }

  /// The column, from 1, when one cell is to blame.
  public var column: Int? {
    switch self {
    case .openQuote(_, let column), .strayQuote(_, let column), .afterQuote(_, let column),
      .cellTooLong(_, let column), .notUTF8(_, let column):
      column
    case .loneReturn, .tooManyCells: nil
    }
  }

  /// What is wrong and what was expected; without a word of what the file holds.
  public var text: Text {
    switch self {
    case .openQuote:
      Text(
        nl: "een aanhalingsteken wordt hier geopend en nergens gesloten; verder is het bestand niet te lezen",
        en: "a quotation mark is opened here and closed nowhere; the file cannot be read further")
    case .strayQuote:
      Text(
        nl: "een aanhalingsteken midden in een cel; verwacht: de hele cel tussen \", en \"\" voor elk teken erin",
        en: "a quotation mark inside a cell; expected: the whole cell between \", and \"\" for each one in it")
    case .afterQuote:
      Text(
        nl: "na het sluitende aanhalingsteken volgt nog tekst; verwacht: een puntkomma of het einde van de regel",
        en: "text follows the closing quotation mark; expected: a semicolon or the end of the line")
    case .loneReturn:
      Text(
        nl: "de regel eindigt op een losse CR (oude Macintosh); verwacht: CR LF of LF",
        en: "the line ends with a lone CR (old Macintosh); expected: CR LF or LF")
    case .cellTooLong:
      Text(
        nl: "de cel telt meer dan \(CSVReader.mostBytes) bytes",
        en: "the cell has more than \(CSVReader.mostBytes) bytes")
    case .tooManyCells:
      Text(
        nl: "de regel telt meer dan \(CSVReader.mostCells) cellen",
        en: "the line has more than \(CSVReader.mostCells) cells")
    case .notUTF8:
      Text(
        nl:
          "geen UTF-8, waarschijnlijk Windows-1252 (wat Excel bewaart als «CSV (gescheiden door lijstscheidingsteken)»)",
        en: "not UTF-8, probably Windows-1252 (what Excel saves as “CSV (Comma delimited)”)")
    }
  }
}
