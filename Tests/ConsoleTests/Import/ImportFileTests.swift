import Governance
import Testing

@testable import Console

struct ImportFileTests {
  @Test(arguments: [
    ("2026-04-03", "2026-04-03"), ("3-4-2026", "2026-04-03"), ("03-04-2026", "2026-04-03"), ("29-2-2024", "2024-02-29"),
    ("2026-04", "2026-04"), ("2019", "2019"), ("XXXX", "XXXX"), ("2024-11-14/..", "2024-11-14/.."),
  ])
  func `A date is read in one way only`(cell: String, expected: String) throws {
    #expect(try ImportDatum.read(cell).description == expected)
  }

  @Test(arguments: [
    ("04/03/2026", ImportDatum.Problem.slashes), ("3/4/26", .slashes), ("31-2-2026", .noSuchDay),
    ("29-2-2023", .noSuchDay), ("2026-13-01", .noSuchDay), ("3-4-26", .shortYear), ("45000", .serial),
    ("3.4.2026", .malformed), ("3 april 2026", .malformed), ("morgen", .malformed), ("3-4-2026 ", .malformed),
  ])
  func `A date that can be read in two ways, or in none, is refused`(cell: String, problem: ImportDatum.Problem) {
    #expect(throws: problem) { try ImportDatum.read(cell) }
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x66, 0x00] as [UInt8], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x66], "UTF-16"),
    ([0x66, 0x00, 0x75, 0x00, 0x6E, 0x00], "UTF-16 zonder kenmerk"),
    ([0x50, 0x4B, 0x03, 0x04], "een werkmap (xlsx of ods), geen CSV"),
    ([0xD0, 0xCF, 0x11, 0xE0], "een werkmap (xls), geen CSV"), (Array("%PDF-1.7".utf8), "een PDF"),
    ([0x66, 0x75, 0x6E, 0x63, 0x00], "geen tekst"),
  ])
  func `A file of another kind is named`(start: [UInt8], kind: String) {
    #expect(ImportBestand.otherKind(start)?.nl == kind)
  }

  @Test func `Text in UTF-8, with or without a mark, is not taken for another kind`() {
    #expect(ImportBestand.otherKind(Array("functie;naam".utf8)) == nil)
    #expect(ImportBestand.otherKind([0xEF, 0xBB, 0xBF] + Array("functie".utf8)) == nil)
  }
}
