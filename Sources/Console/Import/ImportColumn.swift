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
    let names = allCases.map { Self.plain($0.rawValue) }
    return Nearest.name(to: Self.plain(heading), among: names, allowing: 2)
      .flatMap { near in zip(names, allCases).first { $0.0 == near }?.1 }
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
