import Governance
import Proefboek
import Testing

@testable import Beleid
@testable import Organisatie

/// Where a text contains an element: on a page that is there, of the text that is meant.
struct ElementTests {
  let code: Proefregeling
  init() throws {
    code = Proefregeling(try Proefboek())
    try code.ontwerp("een")
  }

  private func toon(_ page: Int64?, van pages: Int64?, _ text: String = "een") throws {
    try code.leg(ContentElementAangetoond.self, text) {
      $0[ContentElementAangetoond.element] = "G-4"
      $0[ContentElementAangetoond.vindplaats] = "hoofdstuk 2"
      $0[ContentElementAangetoond.pagina] = page
      $0[ContentElementAangetoond.paginas] = pages
    }
  }

  @Test func `A page that is not there is refused, and one that is there is not`() throws {
    try code.verwachtWeigering("BEL-PAGINA") { try toon(13, van: 12) }
    try toon(12, van: 12)
    try toon(nil, van: nil)
  }

  @Test func `A page and the number of pages go together, and one text has one number of them`() throws {
    try code.verwachtWeigering("BEL-PAGINA") { try toon(3, van: nil) }
    try code.verwachtWeigering("BEL-PAGINA") { try toon(nil, van: 3) }
    try toon(3, van: 12)
    try code.verwachtWeigering("BEL-PAGINA") { try toon(3, van: 11) }
  }

  @Test func `A text whose digest is no version of the rule is refused`() throws {
    try code.verwachtWeigering("BEL-VERSIE-ONBEKEND") { try toon(1, van: 2, "een andere tekst") }
  }

  @Test(arguments: [
    ("text/plain", "a\u{C}b\u{C}c", Paginas.aantal(3)), ("text/plain", "a", .geen), ("text/markdown", "# a", .geen),
    (
      "application/pdf",
      "%PDF-1.4\n1 0 obj <</Type /Pages /Kids [3 0 R] /Count 7>> endobj\n2 0 obj <</Type/Pages/Count 2/Parent 1 0 R>> endobj",
      .aantal(7)
    ), ("application/pdf", "%PDF-1.5\n1 0 obj <</Type/ObjStm/N 4>> stream", .onbekend),
    ("application/octet-stream", "x", .onbekend),
  ])
  func `How many pages a text has is read, or not guessed`(_ type: String, _ text: String, _ expected: Paginas) {
    #expect(Paginas(Proefregeling.document(text, type)) == expected)
  }

  @Test func `What is in force without consent is known with why`() throws {
    let old = Proefregeling(code.boek, "oud")
    try old.ontwerp("oud", op: "2019", bron: "handboek")
    try old.leg(RegelingInWerkingGetreden.self, "oud", op: "2019", bron: "handboek")
    let free = Proefregeling(code.boek, "vrij")
    try free.ontwerp("vrij", plicht: .nietVereist)
    try free.stelVast("vrij")
    try free.leg(RegelingInWerkingGetreden.self, "vrij")
    try code.stemIn("een")
    try code.stelVast("een")
    try code.leg(RegelingInWerkingGetreden.self, "een")
    let found = try code.boek.read { reading in
      try BeleidView().regelingen(op: code.boek.today, in: reading).filter { $0.geldt != .no && !$0.heeftInstemming }
    }
    #expect(found.map(\.kenmerk) == ["oud", "vrij"])
    #expect(found.map(\.instemming) == ["onbekend", "nietVereist"])
    #expect(found.last?.instemmingText.nl == "niet vereist: het onderwerp staat niet in WOR art. 27 lid 1")
  }
}
