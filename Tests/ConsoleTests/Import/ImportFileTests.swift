import Governance
import Testing

@testable import Console

struct ImportFileTests {
  @Test(arguments: [
    ("2026-04-03", "2026-04-03"), ("3-4-2026", "2026-04-03"), ("03-04-2026", "2026-04-03"), ("29-2-2024", "2024-02-29"),
    ("2026-04", "2026-04"), ("2019", "2019"), ("XXXX", "XXXX"), ("2024-11-14/..", "2024-11-14/.."),
    ("3 april 2026", "2026-04-03"), ("3-apr-2026", "2026-04-03"), ("3 APR. 2026", "2026-04-03"),
    ("1\u{A0}mrt 2024", "2024-03-01"), ("april 2026", "2026-04"), ("mei-2020", "2020-05"), ("2001-03", "2001-03"),
    ("2024-11-XX", "2024-11-XX"), ("195X", "195X"), ("2019?", "2019?"), ("1900", "1900"),
  ])
  func `A date is read in one way only`(cell: String, expected: String) throws {
    #expect(try ImportDatum.read(cell).description == expected)
  }

  @Test(arguments: [
    ("04/03/2026", ImportDatum.Problem.slashes), ("3/4/26", .slashes), ("31-2-2026", .noSuchDay),
    ("29-2-2023", .noSuchDay), ("2026-13-01", .noSuchDay), ("3-4-26", .shortYear), ("45000", .serial),
    ("3.4.2026", .malformed), ("morgen", .malformed), ("3-4-2026 ", .malformed), ("3-apr-26", .shortYear),
    ("31 april 2026", .noSuchDay), ("april", .malformed), ("3 april", .malformed), ("3 aprilis 2026", .malformed),
    ("2026-00", .noSuchMonth), ("13-2024", .noSuchMonth), ("003-4-2026", .malformed), ("45/45/2026", .slashes),
    ("", .malformed), ("-", .malformed), ("heden", .malformed), ("2019/", .interval), ("/2019", .interval),
  ])
  func `A date that can be read in two ways, or in none, is refused`(cell: String, problem: ImportDatum.Problem) {
    #expect(throws: problem) { try ImportDatum.read(cell) }
  }

  @Test(arguments: [
    ("2019-21", ImportDatum.Problem.period(2019, 2021)), ("2019-2021", .period(2019, 2021)),
    ("2019/2021", .period(2019, 2021)), ("2019 – 2021", .period(2019, 2021)), ("2019-25", .period(2019, 2025)),
    ("1998-99", .period(1998, 1999)), ("2019-03/2021-04", .interval), ("1-1-0024", .early(24)), ("0024", .early(24)),
    ("0024-01-01", .early(24)), ("1 januari 0024", .early(24)), ("0024?", .early(24)), ("00XX", .early(0)),
    ("../0024", .early(24)), ("1899-12-31", .early(1899)),
  ])
  func `B09: years are no season, and a year of two figures is no year of the first century`(
    cell: String, problem: ImportDatum.Problem
  ) {
    #expect(throws: problem) { try ImportDatum.read(cell) }
    #expect(!problem.text.nl.isEmpty && problem.text.nl != problem.text.en)
  }

  @Test func `B09: what can only be a season is refused as well`() throws {
    let problem = #expect(throws: ImportDatum.Problem.self) { try ImportDatum.read("2024-21") }
    #expect(problem?.text.nl.contains("een seizoen (voorjaar 2024)") == true)
  }

  @Test(arguments: [
    ("2024-3-1", "2024-03-01"), ("2024/03/01", "2024-03-01"), ("2024.3.1", "2024-03-01"), ("15/05/2020", "2020-05-15"),
    ("05/15/2020", "2020-05-15"), ("2024-3", "2024-03"), ("3-2024", "2024-03"),
  ])
  func `B11: what can mean one date only is refused with how to write it`(cell: String, date: String) {
    #expect(throws: ImportDatum.Problem.write(date)) { try ImportDatum.read(cell) }
  }

  @Test func `B11: a day that does not exist is called that, and nothing else is`() {
    for cell in ["100-1-2024", "2024-13-1", "2024-2-30", "30-2-2024", "31 november 2024"] {
      #expect(throws: ImportDatum.Problem.noSuchDay, "\(cell)") { try ImportDatum.read(cell) }
    }
  }

  @Test(arguments: [("13-11-2024", "2024-11-13"), ("13 november 2024", "2024-11-13"), ("1 mrt 2024", "2024-03-01")])
  func `U3: an option takes a day as it is written in the Netherlands`(typed: String, date: String) throws {
    #expect(try Input.day(typed, option: "--op") == CalendarDate(date))
    #expect(try Input.date(typed, option: "--op") == ImpreciseDate(date))
  }

  @Test(arguments: [("2024/3/1", "2024-03-01"), ("15/05/2020", "2020-05-15"), ("2024-3-1", "2024-03-01")])
  func `B11: an option says how to write what was meant`(typed: String, date: String) {
    let day = #expect(throws: Failure.self) { try Input.day(typed, option: "--op") }
    let imprecise = #expect(throws: Failure.self) { try Input.date(typed, option: "--op") }
    for failure in [day, imprecise] { #expect(failure?.message.nl.hasSuffix("; schrijf \(date)") == true) }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `B09, B11: each spelling of a day is that day or is refused, and no text is a date before 1900`(seed: UInt64)
    throws
  {
    print("seed of the register date test: \(seed)")
    var random = SeededGenerator(state: seed)
    let signs = Array("0123456789-/.XX?~% aprilmeijandec–T")
    for _ in 0..<2000 {
      let day = try CalendarDate(daysSinceEpoch: Int.random(in: -25_000...40_000, using: &random))
      let dutch = "\(day.day)-\(day.month)-\(day.year)"
      for spelling in [day.description, dutch, day.text.nl, day.text.nl.replacing(" ", with: "-")] {
        #expect(try ImportDatum.read(spelling).exact == day, "seed \(seed): \(spelling)")
      }
      do throws(ImportDatum.Problem) {
        let found = try ImportDatum.read("\(day.day)/\(day.month)/\(day.year)")
        Issue.record("seed \(seed): \(day) became \(found)")
      } catch { #expect(error == .slashes || error == .write(day.description), "seed \(seed): \(day)") }
      let text = String(
        (0..<Int.random(in: 0...11, using: &random)).compactMap { _ in signs.randomElement(using: &random) })
      guard let found = try? ImportDatum.read(text) else { continue }
      #expect((found.latest ?? .last) >= (try CalendarDate(year: 1900, month: 1, day: 1)), "seed \(seed): \(text)")
      #expect(found.description.wholeMatch(of: /[0-9]{4}-2[1-4]/) == nil, "seed \(seed): \(text)")
      if let exact = found.exact {
        // Nothing was guessed: the year of the day stands in the text as it was typed.
        #expect(text.contains(exact.description.prefix(4)), "seed \(seed): \(text)")
      }
    }
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
