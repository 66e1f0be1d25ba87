import Governance
import Ledger
import Proefboek
import Testing

@testable import Publication

struct CSVTests {
  @Test(arguments: [
    ("=HYPERLINK(\"https://kwaad.example\";\"klik\")", "'=HYPERLINK(\"https://kwaad.example\";\"klik\")"),
    ("+31 6 12345678", "'+31 6 12345678"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\u{FF1D}1+1", "'\u{FF1D}1+1"),
    ("\u{FF0B}1", "'\u{FF0B}1"), ("\u{FF0D}1", "'\u{FF0D}1"), ("\u{FF20}A1", "'\u{FF20}A1"), ("\t=1", "'\t'=1"),
    ("\r=1", "'\r'=1"), ("  =1", "  '=1"), ("a,=1+1,b", "a,'=1+1,b"), ("a; -1", "a; '-1"), ("\"=1\"", "\"'=1\""),
    ("regel\n=1", "regel\n'=1"),
  ])
  func `what a spreadsheet could take for a formula gets an apostrophe`(text: String, harmless: String) {
    #expect(CSV.harmless(text) == harmless)
  }

  @Test(arguments: [
    "Griffier", "'s-Hertogenbosch", "raad van toezicht - lid", "1 + 1 = 2", "a@b.example", "een \"twee\"", "2024-11-13",
    "e-mail", "Ĳsselstein – café", "",
  ])
  func `what cannot begin a formula stays as it is`(text: String) { #expect(CSV.harmless(text) == text) }

  @Test func `the file is UTF-8 with a mark, semicolons and CRLF, and every text is quoted`() throws {
    let subject = try Proefonderwerp.subject(op: try CalendarDate("2026-11-21"))
    let bytes = CSV(subject.dataset, Proefbron.settings).bytes
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(text.hasSuffix("\r\n") || text.unicodeScalars.suffix(2).elementsEqual(["\r", "\n"]))
    let first = text.unicodeScalars.prefix { $0 != "\r" }
    #expect(
      String(String.UnicodeScalarView(first))
        == #""'=Tekst; ""kop""";"Pagina";"Aantal";"Dag";"Betaald";"Stand""#)
  }

  @Test func `a quote is doubled also when something is set on top of it`() {
    #expect(CSV.cell("a\"\u{301};b").unicodeScalars.elementsEqual("\"a\"\"\u{301};b\"".unicodeScalars))
  }

  @Test func `a number is a number, a truth value a word, and what is not known is empty`() {
    #expect([JSON.int(-3), .bool(true), .bool(false), .null].map(CSV.cell) == ["-3", "ja", "nee", ""])
  }
}
