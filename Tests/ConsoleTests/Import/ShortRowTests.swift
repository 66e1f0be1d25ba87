import Governance
import Testing

@testable import Console

/// B10: rows from which a spreadsheet left out the separators after the last cell that is filled in.
struct ShortRowTests {
  enum Kolom: String, ImportColumn {
    case een, twee, drie

    static let required: [Kolom] = [.een]
    var meaning: Text { Text(rawValue) }
  }

  private func cells(_ text: String) throws -> [String?] {
    var rest: [UInt8]? = Array(text.utf8)
    var reader = CSVReader {
      defer { rest = nil }
      return rest ?? []
    }
    let kop = try ImportKop<Kolom>(reader.next())
    var cells = try ImportCells(try #require(try reader.next()), kop)
    for kolom in Kolom.required { cells.require(kolom) }
    let found = Kolom.allCases.map { cells.text($0, FieldShape.text(most: 10)) }
    guard cells.fouten.isEmpty else { throw ImportFouten(cells.fouten) }
    return found
  }

  @Test(
    arguments: [
      ("a;b\n", ["a", "b", nil]), ("a\r\n", ["a", nil, nil]), ("a;;\n", ["a", nil, nil]), ("a;b;c", ["a", "b", "c"]),
      ("\"a\"\n", ["a", nil, nil]), ("a;\u{AD};\u{200D}\n", ["a", nil, nil]),
    ] as [(String, [String?])])
  func `B10: missing last cells are empty`(row: String, expected: [String?]) throws {
    #expect(try cells("een;twee;drie\n" + row) == expected)
  }

  @Test(arguments: [
    ("a;b;c;d\n", "4 cellen, verwacht: 3; staat er een puntkomma in een tekst?"),
    ("a;b", "2 cellen, verwacht: 3 of een regeleinde; is het bestand hier afgebroken?"),
    ("a", "1 cel, verwacht: 3 of een regeleinde"), (";b\n", "kolom een: leeg, en dat mag hier niet"),
    ("\u{AD};b\n", "kolom een: leeg"),
  ])
  func `B10: too many cells, and a file that was cut off, are refused with what to do`(row: String, says: String) throws
  {
    let wrong = #expect(throws: ImportFouten.self) { try cells("een;twee;drie\n" + row) }
    #expect(wrong?.fouten.first?.sentence.nl.contains(says) == true, "\(String(describing: wrong))")
    #expect(wrong?.fouten.first?.line == 2)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `B10: what was written is read, and a row without its empty last cells is the same row`(seed: UInt64) throws {
    print("seed of the CSV test: \(seed)")
    var random = SeededGenerator(state: seed)
    let pieces = ["a", ";", "\"", "\n", "é", "🎈", " ", "'", "x;y"]
    for _ in 0..<300 {
      var row = (0..<3).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      }
      row[0] = "a" + row[0]
      let written = row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
      let filled = (row.lastIndex { !$0.isEmpty } ?? 0) + 1
      for part in [written, Array(written.prefix(filled))] {
        var rest = Array((part.joined(separator: ";") + "\r\n").utf8)[...]
        let size = Int.random(in: 1...9, using: &random)
        var reader = CSVReader {
          defer { rest = rest.dropFirst(size) }
          return Array(rest.prefix(size))
        }
        let found = try #require(try reader.next())
        #expect(found.cells + Array(repeating: "", count: 3 - found.cells.count) == row, "seed \(seed): \(row)")
        #expect(try reader.next() == nil, "seed \(seed): \(row)")
      }
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `Bytes of any kind are rows or one problem with its line, and never more`(seed: UInt64) {
    print("seed of the CSV bytes test: \(seed)")
    var random = SeededGenerator(state: seed)
    let bytes: [UInt8] = Array(";;\"\"\n\r ab".utf8) + [0xC3, 0xA9, 0xF6, 0xEF, 0xBB, 0xBF, 0]
    for _ in 0..<1000 {
      let text = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in bytes.randomElement(using: &random) }
      var rest: [UInt8]? = text
      var reader = CSVReader {
        defer { rest = nil }
        return rest ?? []
      }
      let lines = text.count { $0 == UInt8(ascii: "\n") } + 1
      do {
        while let row = try reader.next() {
          #expect((1...lines).contains(row.line) && !row.cells.isEmpty, "seed \(seed): \(text)")
        }
        #expect(String(validating: text, as: UTF8.self) != nil, "seed \(seed): \(text)")
      } catch let problem as CSVProblem {
        #expect((1...lines).contains(problem.line), "seed \(seed): \(text)")
      } catch { Issue.record("seed \(seed): \(error)") }
    }
  }
}
