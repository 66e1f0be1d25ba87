import Governance
import Ledger

/// The cells of a row by column, and what is wrong with them.
public struct ImportCells<Kolom: ImportColumn> {
  private let row: CSVReader.Row
  private let values: [Kolom: String]
  /// What is wrong with them.
  public private(set) var fouten: [ImportFout] = []

  /// The cells of a row; the last ones may be missing, for Excel leaves out the separators after the last cell that is
  /// filled in.
  /// - Throws: `ImportFouten` when there are more than columns, or when the file was cut off here.
  public init(_ row: CSVReader.Row, _ kop: ImportKop<Kolom>) throws {
    let (found, columns) = (row.cells.count, kop.kolommen.count)
    guard found <= columns, found == columns || row.isEnded else {
      let count =
        Noun(nl: ("cel", "cellen"), en: ("cell", "cells")).counted(found)
        + Text(nl: ", verwacht: \(columns)", en: ", expected: \(columns)")
      throw ImportFouten(
        ImportFout(
          line: row.line, nil,
          count
            + (found > columns
              ? Text(
                nl: "; staat er een puntkomma in een tekst? Zet die cel tussen aanhalingstekens",
                en: "; is there a semicolon in a text? Put that cell between quotation marks")
              : Text(
                nl: " of een regeleinde; is het bestand hier afgebroken? Bewaar het opnieuw",
                en: " or a line end; was the file cut off here? Save it again"))))
    }
    self.row = row
    let filled = zip(kop.kolommen, row.cells).map { ($0, $1.trimmed) }.filter { $0.1.hasVisibleText }
    values = Dictionary(filled) { first, _ in first }
  }

  /// Says what is wrong with one.
  public mutating func add(_ kolom: Kolom, _ text: Text) {
    fouten.append(ImportFout(line: row.line, kolom.rawValue, text))
  }

  /// Asks for a column that may not be empty.
  public mutating func require(_ kolom: Kolom) {
    if values[kolom] == nil {
      add(kolom, Text(nl: "leeg, en dat mag hier niet", en: "empty, which is not allowed here"))
    }
  }

  /// A text of a shape; nil when the cell is empty.
  public mutating func text(_ kolom: Kolom, _ shape: FieldShape) -> String? {
    guard let value = values[kolom] else { return nil }
    if let problem = shape.problem(.string(value)) { add(kolom, problem) }
    return value
  }

  /// A date, which may be imprecise; nil when the cell is empty or wrong.
  public mutating func date(_ kolom: Kolom) -> ImpreciseDate? {
    guard let value = values[kolom] else { return nil }
    do { return try ImportDatum.read(value) } catch {
      add(kolom, error.text)
      return nil
    }
  }

  /// One exact day; nil when the cell is empty or wrong.
  public mutating func day(_ kolom: Kolom) -> CalendarDate? {
    guard let date = date(kolom) else { return nil }
    if date.exact == nil { add(kolom, Text(nl: "verwacht: één exacte dag", en: "expected: one exact day")) }
    return date.exact
  }

  /// Yes or no; nil when the cell is empty or wrong.
  public mutating func truth(_ kolom: Kolom) -> Bool? {
    guard let value = values[kolom] else { return nil }
    switch value.lowercased() {
    case "ja", "j": return true
    case "nee", "n": return false
    default:
      add(kolom, Text(nl: "verwacht: ja of nee", en: "expected: ja (yes) or nee (no)"))
      return nil
    }
  }

  /// A whole number; nil when the cell is empty or wrong.
  public mutating func number(_ kolom: Kolom, _ range: ClosedRange<Int64>) -> Int64? {
    guard let value = values[kolom] else { return nil }
    if let number = Int64(value), range.contains(number) { return number }
    add(
      kolom,
      Text(
        nl: "verwacht: een geheel getal van \(range.lowerBound) tot en met \(range.upperBound)",
        en: "expected: a whole number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  /// A value that `read` makes of the cell; nil when it is empty, or when nothing can be made of it.
  public mutating func value<Value>(_ kolom: Kolom, _ expected: Text, _ read: (String) -> Value?) -> Value? {
    guard let cell = values[kolom] else { return nil }
    if let value = read(cell) { return value }
    add(kolom, expected)
    return nil
  }
}
