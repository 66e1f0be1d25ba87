import Governance

/// Reads comma-separated values strictly (RFC 4180, with a delimiter to choose), a row at a time.
///
/// Nothing is guessed: a quotation mark in the wrong place, a lone carriage return or a byte that is no UTF-8 ends the
/// reading with the line where it stands. Memory holds one row, whatever the size of the file.
public struct CSVReader {
  /// The most bytes of one cell: a quotation mark that was left open must not swallow the rest of the file.
  static let mostBytes = 40_000
  /// The most cells of one row.
  static let mostCells = 100

  /// One row.
  public struct Row: Equatable {
    /// The line on which it starts, from 1; a quoted cell can run over several lines.
    public let line: Int
    /// Its cells, without quotation marks.
    public let cells: [String]
    /// Whether a line end follows it; the last row of a file may be without.
    public let isEnded: Bool

    /// A row.
    init(line: Int, cells: [String], isEnded: Bool = true) {
      self.line = line
      self.cells = cells
      self.isEnded = isEnded
    }

    /// Whether nothing was filled in: an empty line, or the empty rows that a spreadsheet leaves at the end.
    public var isEmpty: Bool { !cells.contains(where: \.hasVisibleText) }
  }

  private enum State {
    case start
    case plain
    case quoted
    /// Just after a quotation mark within quotation marks: its twin or the end of the cell follows.
    case closing
  }

  private let delimiter: UInt8
  private let source: () throws -> [UInt8]
  private var chunk: [UInt8] = []
  private var index = 0
  private var line = 1
  private var isAtEnd = false

  /// A reader of what `source` gives, piece by piece, until it gives nothing.
  public init(delimiter: Character = ";", source: @escaping () throws -> [UInt8]) {
    self.delimiter = delimiter.asciiValue ?? UInt8(ascii: ";")
    self.source = source
  }

  /// The next row; nil at the end.
  /// - Throws: `CSVProblem`, after which nothing more can be read; and what the source throws.
  public mutating func next() throws -> Row? {
    var cells: [String] = []
    var cell: [UInt8] = []
    var state = State.start
    let first = line
    var opened = line
    while let byte = try nextByte() {
      switch (state, byte) {
      case (.quoted, UInt8(ascii: "\"")):
        state = .closing
      case (.quoted, _):
        if byte == UInt8(ascii: "\n") {
          line += 1
          // One spelling for the end of a line, whatever the spreadsheet wrote.
          if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        }
        cell.append(byte)
      case (.closing, UInt8(ascii: "\"")):
        cell.append(byte)
        state = .quoted
      case (_, delimiter):
        try close(&cell, &cells)
        state = .start
      case (_, UInt8(ascii: "\r")):
        guard try nextByte() == UInt8(ascii: "\n") else { throw CSVProblem.loneReturn(line: line) }
        return try end(&cell, &cells, first)
      case (_, UInt8(ascii: "\n")):
        return try end(&cell, &cells, first)
      case (.start, UInt8(ascii: "\"")):
        opened = line
        state = .quoted
      case (.closing, _):
        throw CSVProblem.afterQuote(line: line, column: cells.count + 1)
      case (.plain, UInt8(ascii: "\"")):
        throw CSVProblem.strayQuote(line: line, column: cells.count + 1)
      case (.start, _), (.plain, _):
        cell.append(byte)
        state = .plain
      }
      if cell.count > Self.mostBytes {
        throw state == .quoted
          ? CSVProblem.openQuote(line: opened, column: cells.count + 1)
          : CSVProblem.cellTooLong(line: line, column: cells.count + 1)
      }
    }
    if state == .quoted { throw CSVProblem.openQuote(line: opened, column: cells.count + 1) }
    if state == .start && cells.isEmpty { return nil }
    return try end(&cell, &cells, first, isEnded: false)
  }

  private mutating func nextByte() throws -> UInt8? {
    if index == chunk.count {
      if isAtEnd { return nil }
      chunk = try source()
      index = 0
      isAtEnd = chunk.isEmpty
      if isAtEnd { return nil }
    }
    defer { index += 1 }
    return chunk[index]
  }

  private func close(_ cell: inout [UInt8], _ cells: inout [String]) throws {
    guard cells.count < Self.mostCells else { throw CSVProblem.tooManyCells(line: line) }
    guard let text = String(validating: cell, as: UTF8.self) else {
      throw CSVProblem.notUTF8(line: line, column: cells.count + 1)
    }
    cells.append(text)
    cell.removeAll(keepingCapacity: true)
  }

  private mutating func end(
    _ cell: inout [UInt8], _ cells: inout [String], _ first: Int, isEnded: Bool = true
  ) throws -> Row {
    try close(&cell, &cells)
    line += 1
    return Row(line: first, cells: cells, isEnded: isEnded)
  }
}
