import Governance
import Ledger

/// A table as a file that a Dutch spreadsheet opens as it is meant.
///
/// UTF-8 with a byte order mark, semicolons, CRLF (RFC 4180), one line of headings. Every text is quoted, and an
/// apostrophe is put before each `=`, `+`, `-`, `@`, their full-width forms, tab and carriage return that begins a cell or
/// follows a comma, semicolon, tab, quote or line break in it: there a spreadsheet, also one that splits at another
/// character, could take what follows for a formula. The JSON file has the values without it.
public struct CSV {
  let columns: [Dataset.Column]
  let rows: [[JSON]]
  let settings: SiteSettings

  init(_ dataset: Dataset, _ settings: SiteSettings) {
    columns = dataset.columns
    rows = dataset.rows
    self.settings = settings
  }

  var bytes: [UInt8] {
    Self.bytes(
      columns.map(\.heading), rows.map { row in zip(columns, row).map { $0.published($1, settings) } })
  }

  /// The file of a line of headings and rows of values.
  public static func bytes(_ headings: [String], _ rows: [[JSON]]) -> [UInt8] {
    let lines = [headings.map { quoted($0) }] + rows.map { row in row.map { cell($0) } }
    let text = lines.map { $0.joined(separator: ";") + "\r\n" }.joined()
    return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
  }

  /// One cell; what is not known is empty.
  static func cell(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .bool(let truth): truth ? "ja" : "nee"
    case .int(let number): String(number)
    case .string(let text): quoted(text)
    case .array, .object: quoted(value.text)
    }
  }

  private static func quoted(_ text: String) -> String {
    // Scalar by scalar: a quote with an accent set on it is a character of its own, and still a quote to whoever reads.
    let doubled = harmless(text).unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
  }

  /// Puts an apostrophe before whatever could begin a formula.
  static func harmless(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var begins = true
    for scalar in text.unicodeScalars {
      if begins && risky.contains(scalar) {
        result.append("'")
        begins = false
      }
      result.append(scalar)
      if breaks.contains(scalar) {
        begins = true
      } else if !scalar.properties.isWhitespace {
        begins = false
      }
    }
    return String(result)
  }

  private static let risky: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"]
  private static let breaks: Set<Unicode.Scalar> = [",", ";", "\t", "\"", "\n", "\r"]
}
