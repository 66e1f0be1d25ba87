import Governance

/// A column of a file that is imported; what it is called there is its raw value.
///
/// Capitals, spaces, hyphens and underscores in a heading make no difference: a register that exists was not made for this.
public protocol ImportColumn: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String, AllCases == [Self] {
  /// Columns that every file has.
  static var required: [Self] { get }
  /// What stands in it, for the explanation under `--sjabloon`.
  var meaning: Text { get }
}

extension ImportColumn {
  /// The column with this heading.
  public init?(heading: String) {
    let plain = Self.plain(heading)
    guard let found = Self.allCases.first(where: { Self.plain($0.rawValue) == plain }) else { return nil }
    self = found
  }

  private static func plain(_ text: String) -> String {
    String(text.comparisonKey.filter { !$0.isWhitespace && $0 != "-" && $0 != "_" })
  }

  /// The column whose name looks most like a heading; nil when none does.
  public static func nearest(to heading: String) -> Self? {
    let plain = Array(Self.plain(heading).prefix(60))
    return allCases.map { ($0, distance(plain, Array(Self.plain($0.rawValue)))) }
      .filter { $0.1 <= max(2, plain.count / 3) }
      .min { $0.1 < $1.1 }?.0
  }

  /// How many letters differ (Levenshtein).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var before = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let replaced = before + (a == b ? 0 : 1)
        before = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, before + 1)
      }
    }
    return row[right.count]
  }
}

extension StringProtocol {
  /// Without white space around it, which nobody sees in a spreadsheet.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
