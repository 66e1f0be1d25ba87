import Governance
import Testing

@testable import Console

struct TableTests {
  private static var table: Table {
    var table = Table([
      .init(Text("Nr"), overflow: .keep), .init(Text(nl: "Onderwerp", en: "Subject")),
      .init(Text(nl: "Status", en: "State"), overflow: .truncate), .number(Text(nl: "Dagen", en: "Days")),
    ])
    table.row("1", "Gedragscode bestuurders en medewerkers", "\("vastgesteld", .good)", "1.204")
    table.row("2", "日本 e\u{301}e\u{301}n 👍", "\("verlopen", .bad)", "7")
    return table
  }

  @Test func `Elsewhere than on a terminal columns line up and nothing is cut`() {
    #expect(
      Self.table.rendered(.dutch, width: nil, colour: false) == """
        Nr  Onderwerp                               Status       Dagen
        1   Gedragscode bestuurders en medewerkers  vastgesteld  1.204
        2   日本 e\u{301}e\u{301}n 👍                             verlopen         7

        """)
  }

  @Test func `On a terminal it fits, by wrapping or cutting where the column allows`() {
    let text = Self.table.rendered(.english, width: 36, colour: false)
    #expect(
      text == """
        Nr  Subject       State         Days
        1   Gedragscode   vastgesteld  1.204
            bestuurders
            en
            medewerkers
        2   日本 e\u{301}e\u{301}n 👍   verlopen         7

        """)
    #expect(Self.table.rendered(.english, width: 33, colour: false).contains("vastgest…"))
  }

  @Test func `U19: an identifier is left out where the table would not fit, and no word is cut`() {
    var table = Table([
      .init(Text("Functie")), .init(Text("Sinds"), overflow: .keep), .init(Text("Kenmerk"), overflow: .drop),
    ])
    table.row("Nevenwerkzaamhedenregister", "2026-01-01", "Functie/01a21810-ec60-71a6-0000-000000000000")
    #expect(table.rendered(.dutch, width: nil, colour: false).contains("01a21810"))
    #expect(table.rendered(.dutch, width: 90, colour: false).contains("01a21810"))
    let narrow = table.rendered(.dutch, width: 80, colour: false)
    #expect(!narrow.contains("01a21810") && narrow.contains("Nevenwerkzaamhedenregister"))
    #expect(
      table.rendered(.dutch, width: 30, colour: false) == """
        Functie:  Nevenwerkzaamhedenre
                  gister
        Sinds:    2026-01-01

        """)
  }

  @Test func `No line is wider than the terminal, as long as the columns can shrink`() {
    for width in 30...80 {
      let text = Self.table.rendered(.dutch, width: width, colour: false)
      for line in text.split(separator: "\n") { #expect(String(line).displayWidth <= width, "\(width): \(line)") }
      #expect(!text.contains(" \n"))
    }
  }

  @Test func `Colour does not move a column`() {
    let plain = Self.table.rendered(.dutch, width: 50, colour: false)
    let coloured = Self.table.rendered(.dutch, width: 50, colour: true)
    let stripped = Style.allCases.map { $0.applied(to: "|").split(separator: "|").map(String.init) }
      .joined().reduce(coloured) { $0.replacing($1, with: "") }
    #expect(coloured != plain)
    #expect(stripped == plain)
  }

  @Test func `A value cannot add a row or a tab`() {
    var table = Table([.init(Text("A")), .init(Text("B"))])
    table.row("\("x\ny\tz")", StyledText(paragraphs: "een\ntwee"))
    #expect(table.rendered(.dutch, width: nil, colour: false) == "A        B\nx\\ny\\tz  een twee\n")
  }

  @Test func `Missing cells stay empty`() {
    var table = Table([.init(Text("A")), .number(Text("N")), .init(Text("C"))])
    #expect(table.isEmpty)
    table.row("x")
    table.row("", "", "z")
    #expect(table.rendered(.dutch, width: 40, colour: false) == "A  N  C\nx\n      z\n")
  }
}
