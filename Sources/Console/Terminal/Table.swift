import Governance

/// Rows under a header, in columns that line up.
///
/// On a terminal it is fitted to the width without cutting words; where that cannot be, each row is told under the other
/// as labels and values. In a file or a pipe nothing is cut and every row is one line.
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
      /// The column keeps its width, as dates and numbers should.
      case keep
      /// The column is left out, as identifiers are that nobody types: names do as well, and JSON has them.
      case drop
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
    var (natural, words) = (header.map(\.width), header.map(\.longestWord))
    for row in body {
      for (index, cell) in row.enumerated() {
        natural[index] = max(natural[index], cell.width)
        words[index] = max(words[index], cell.longestWord)
      }
    }
    guard let width else { return render([header] + body, natural, wraps: false, colour) }
    if let table = fitted(header, body, natural, words, to: width) {
      return render(table.rows, table.widths, wraps: true, colour, table.columns)
    }
    return stacked(language, width: width, colour: colour)
  }

  private typealias Fitted = (rows: [[StyledLine]], widths: [Int], columns: [Column])

  /// The table as it fits: identifiers left out if need be, then the widest flexible columns narrowed, evenly, down to their
  /// longest words; nil when it does not fit even so.
  private func fitted(
    _ header: [StyledLine], _ body: [[StyledLine]], _ natural: [Int], _ words: [Int], to width: Int
  ) -> Fitted? {
    var shown = Array(columns.indices)
    func excess(_ widths: [Int]) -> Int { widths.reduce(0, +) + Self.gap * (shown.count - 1) - width }
    while excess(shown.map { natural[$0] }) > 0, let last = shown.last(where: { columns[$0].overflow == .drop }) {
      shown.removeAll { $0 == last }
    }
    var widths = shown.map { natural[$0] }
    let least = shown.map { index in
      switch columns[index].overflow {
      case .keep, .drop: natural[index]
      case .wrap: max(Self.narrowest, words[index])
      case .truncate: max(Self.narrowest, header[index].longestWord)
      }
    }
    while excess(widths) > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    let rows = ([header] + body).map { row in shown.compactMap { $0 < row.count ? row[$0] : StyledLine() } }
    return (rows, widths, shown.map { columns[$0] })
  }

  /// Each row as labels and values, for a terminal that is too narrow for columns.
  private func stacked(_ language: Language, width: Int, colour: Bool) -> String {
    rows.map { row in
      var list = KeyValueList()
      for (column, cell) in zip(columns, row) where column.overflow != .drop && cell.singleLine(language).width > 0 {
        list.add(column.title, cell)
      }
      return list.rendered(language, width: width, colour: colour)
    }.joined(separator: "\n")
  }

  private func render(
    _ rows: [[StyledLine]], _ widths: [Int], wraps: Bool, _ colour: Bool, _ columns: [Column]? = nil
  ) -> String {
    rows.map { render($0, widths, columns ?? self.columns, wraps: wraps, colour: colour) }.joined()
  }

  private func render(
    _ row: [StyledLine], _ widths: [Int], _ columns: [Column], wraps: Bool, colour: Bool
  ) -> String {
    let cells = row.enumerated().map { index, cell -> [StyledLine] in
      guard wraps else { return [cell] }
      switch columns[index].overflow {
      case .wrap: return cell.wrapped(to: widths[index])
      case .truncate: return [cell.truncated(to: widths[index])]
      case .keep, .drop: return [cell]
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
