import Testing

@testable import Console

struct CSVReaderTests {
  /// Every row of a text that arrives in pieces of a size.
  private func rows(_ bytes: [UInt8], piece: Int = 7) throws -> [CSVReader.Row] {
    var rest = bytes[...]
    var reader = CSVReader {
      defer { rest = rest.dropFirst(piece) }
      return Array(rest.prefix(piece))
    }
    var rows: [CSVReader.Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  private func rows(_ text: String, piece: Int = 7) throws -> [CSVReader.Row] {
    try rows(Array(text.utf8), piece: piece)
  }

  @Test(arguments: [
    ("a;b\r\nc;d\r\n", [["a", "b"], ["c", "d"]]),
    ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
    ("\"a;b\";\"c\"\"d\"\n", [["a;b", "c\"d"]]),
    ("\"een\r\ntwee\";x\r\n", [["een\ntwee", "x"]]),
    (";\n", [["", ""]]),
    ("\"\";\"\"\n", [["", ""]]),
    ("a\n\nb\n", [["a"], [""], ["b"]]),
    ("é;😀\n", [["é", "😀"]]),
    ("a, b;c\n", [["a, b", "c"]]),
    ("", []),
  ])
  func `Cells are read as RFC 4180 says`(text: String, expected: [[String]]) throws {
    #expect(try rows(text).map(\.cells) == expected)
  }

  @Test(arguments: 1...12)
  func `Where a piece of the file ends makes no difference`(piece: Int) throws {
    let text = "kop;\"twee\r\nregels\"\r\n\"\"\"x\"\"\";é\r\nlaatste;\"\""
    #expect(try rows(text, piece: piece) == rows(text, piece: 1000))
    #expect(try rows(text, piece: piece).map(\.line) == [1, 3, 4])
  }

  /// A text that cannot be read on, by a short name: some of them are long.
  struct Broken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let problem: CSVProblem

    init(_ name: String, _ text: String, _ problem: CSVProblem) {
      testDescription = name
      self.text = text
      self.problem = problem
    }
  }

  @Test(arguments: [
    Broken("open quote", "a;\"b\nc;d\n", .openQuote(line: 1, column: 2)),
    Broken("open quote on line 2", "a\nb;\"c\n\n\n", .openQuote(line: 2, column: 2)),
    Broken("stray quote", "a;b\"c\n", .strayQuote(line: 1, column: 2)),
    Broken("text after a quote", "a\n\"b\"c;d\n", .afterQuote(line: 2, column: 1)),
    Broken("lone return", "a;b\rc;d\r", .loneReturn(line: 1)),
    Broken("lone return at the end", "a\r", .loneReturn(line: 1)),
    Broken("101 cells", String(repeating: ";", count: 100), .tooManyCells(line: 1)),
    Broken("a long cell", String(repeating: "x", count: 40_001), .cellTooLong(line: 1, column: 1)),
    Broken(
      "an open quote and a long file", "a\n\"" + String(repeating: "x\n", count: 30_000), .openQuote(line: 2, column: 1)
    ),
  ])
  func `What is not right ends the reading, with its place`(broken: Broken) {
    #expect(throws: broken.problem) { try rows(broken.text, piece: 4096) }
  }

  @Test func `Bytes that are no UTF-8 are found in their cell`() {
    let bytes = Array("a;b\nc;caf".utf8) + [0xE9] + Array("\n".utf8)
    #expect(throws: CSVProblem.notUTF8(line: 2, column: 2)) { try rows(bytes) }
  }

  @Test func `The largest cell and the longest row that are allowed are read`() throws {
    #expect(try rows(String(repeating: "x", count: 40_000)).first?.cells.first?.count == 40_000)
    #expect(try rows(String(repeating: ";", count: 99)).first?.cells.count == 100)
  }
}
