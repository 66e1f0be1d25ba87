import Governance

/// Rows under a header, in columns that line up.
///
/// On a terminal it is fitted to the width; in a file or a pipe nothing is cut and every row is one line.
public struct Table: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// On which side its cells line up.
    public enum Alignment: Sendable {
      /// Words.
      case left
      /// Numbers.
      case right
    }

    /// What happens on a terminal that is too narrow.
    public enum Overflow: Sendable {
      /// Long cells continue on the next line.
      case wrap
      /// Long cells are cut, with an ellipsis.
      case truncate
      /// The column keeps its width, as identifiers, dates and numbers should.
      case keep
    }

    let title: Text
    let alignment: Alignment
    let overflow: Overflow

    /// A column of words.
    public init(_ title: Text, overflow: Overflow = .wrap) {
      self.init(title, .left, overflow)
    }

    /// A column of numbers, lined up at the right and never cut.
    public static func number(_ title: Text) -> Column { Column(title, .right, .keep) }

    private init(_ title: Text, _ alignment: Alignment, _ overflow: Overflow) {
      self.title = title
      self.alignment = alignment
      self.overflow = overflow
    }
  }

  private static let gap = 2
  private static let narrowest = 8

  private let columns: [Column]
  private var rows: [[StyledText]] = []

  /// A table without rows.
  public init(_ columns: [Column]) { self.columns = columns }

  /// Whether there are no rows, so that a sentence may say it better.
  public var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; cells that are missing stay empty.
  public mutating func row(_ cells: StyledText...) { row(cells) }

  /// Adds a row; cells that are missing stay empty.
  public mutating func row(_ cells: [StyledText]) {
    precondition(cells.count <= columns.count, "a row has more cells than the table has columns")
    rows.append(cells)
  }

  /// The table as text that ends with a newline; without a width nothing is wrapped or cut.
  public func rendered(_ language: Language, width: Int?, colour: Bool) -> String {
    let header = columns.map { StyledText($0.title, .heading).singleLine(language) }
    let body = rows.map { $0.map { $0.singleLine(language) } }
    var natural = header.map(\.width)
    for row in body {
      for (index, cell) in row.enumerated() { natural[index] = max(natural[index], cell.width) }
    }
    let widths = width.map { fitted(natural, titles: header.map(\.width), to: $0) } ?? natural
    var text = ""
    for row in [header] + body { text += render(row, widths, wraps: width != nil, colour: colour) }
    return text
  }

  /// The widths with the widest flexible columns narrowed, evenly, until the table fits or can shrink no more.
  private func fitted(_ natural: [Int], titles: [Int], to width: Int) -> [Int] {
    let available = width - Self.gap * (columns.count - 1)
    var widths = natural
    var excess = widths.reduce(0, +) - available
    while excess > 0 {
      let shrinkable = widths.indices.filter { index in
        columns[index].overflow != .keep && widths[index] > max(Self.narrowest, titles[index])
      }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func render(_ row: [StyledLine], _ widths: [Int], wraps: Bool, colour: Bool) -> String {
    let cells = row.enumerated().map { index, cell -> [StyledLine] in
      guard wraps else { return [cell] }
      switch columns[index].overflow {
      case .wrap: return cell.wrapped(to: widths[index])
      case .truncate: return [cell.truncated(to: widths[index])]
      case .keep: return [cell]
      }
    }
    var text = ""
    for level in 0..<max(1, cells.map(\.count).max() ?? 1) {
      var line = ""
      var owed = 0
      for (index, cell) in cells.enumerated() {
        let part = level < cell.count ? cell[level] : StyledLine()
        let padding = max(0, widths[index] - part.width)
        let isRight = columns[index].alignment == .right
        if isRight { owed += padding }
        if !part.runs.isEmpty {
          // Spaces are written only before text, so that no line ends in them.
          line += String(repeating: " ", count: owed) + part.rendered(colour: colour)
          owed = 0
        }
        owed += (isRight ? 0 : padding) + Self.gap
      }
      text += line + "\n"
    }
    return text
  }
}
