import Governance
import Ledger
import Proefboek
import Testing

@testable import Publication

/// The register of names: in Dutch order, complete, and in pages that stay light.
struct FindingTests {
  private func findable(_ name: String, isPerson: Bool = false) -> Findable {
    Findable(kind: isPerson ? "Personen" : "Organisaties", name: name, path: "/nevenfuncties/", isPerson: isPerson)
  }

  private func site(_ findable: [Findable]) throws -> (pages: [Page], files: [SiteFile]) {
    var subject = try Proefonderwerp.subject(op: CalendarDate("2026-11-21"))
    subject.findable = findable
    var (pages, files): ([Page], [SiteFile]) = ([], [])
    try Finding([subject]).write(page: { page, _ in pages.append(page) }, file: { files.append($0) })
    return (pages, files)
  }

  @Test(arguments: [
    ("Karin van der Berg", "B"), ("Ben de Vries", "V"), ("Zoë Écht", "E"), ("Ömer 't Hoen", "H"), ("Jan IJdel", "I"),
    ("A.B. Jansen van Dijk", "D"), ("Prins", "P"), ("van Gogh", "G"),
  ])
  func `a person stands under the surname, without what stands before it`(name: String, letter: String) {
    #expect(findable(name, isPerson: true).letter == letter)
  }

  @Test(arguments: [
    ("Éénvoud", "E"), ("’t Hof", "T"), ("IJskelder", "I"), ("Ĳskelder", "I"), ("«De Bron»", "D"), ("3M", "…"),
    ("جمعية", "…"),
    ("😀", "…"), ("ﬁnanciën", "F"),
  ])
  func `anything else stands under its first letter, and what has none from A to Z under one sign`(
    name: String, letter: String
  ) {
    #expect(findable(name).letter == letter)
  }

  @Test func `a letter holds its names in Dutch order`() throws {
    let names = ["Ijsbaan", "IJskelder", "idee", "Ïnca", "Iep"]
    let page = try #require(try site(names.map { findable($0) }).pages.first { $0.path == "/zoeken/organisaties/i/" })
    let shown = page.html.split(separator: "<bdi>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    #expect(shown == names.sorted(by: DutchOrder.precedes))
    #expect(shown.first == "idee")
  }

  @Test(arguments: [0, 1, 250, 10_000])
  func `everything is found once, on pages that stay light, and in the file that the script reads`(count: Int) throws {
    let (pages, files) = try site((0..<count).map { findable("Stichting nummer \($0)") })
    let shown = pages.dropFirst().reduce(0) { $0 + $1.html.split(separator: "<bdi>").count - 1 }
    #expect(shown == count)
    let layout = try Layout()
    for page in pages {
      #expect(try layout.render(page, frame: try LayoutSupport.frame()).count < SiteCheck.mostPageBytes, "\(page.path)")
    }
    #expect(Set(pages.map(\.path)).count == pages.count && Set(pages.map(\.title)).count == pages.count)
    let register = try JSON(parsing: try #require(files.first { $0.path == "zoeken/register.json" }?.bytes))
    #expect(register["dingen"]?.array?.count == count)
  }

  @Test(arguments: [
    String(repeating: "w", count: 200), "\u{202E}omgekeerd", "👩‍👩‍👧 Stichting", "<script>alert(1)</script>",
    "\" onload=\"x",
  ])
  func `a name stays text, whatever is in it`(name: String) throws {
    let (pages, _) = try site([findable(name)])
    let html = pages.map { $0.opening + $0.html }.joined()
    #expect(html.contains("<bdi>" + String(decoding: escaped(name), as: UTF8.self) + "</bdi>"))
    #expect(!html.contains("<script") && !html.contains("onload=\""))
  }

  private func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    SafeText.escape(text, into: &bytes)
    return bytes
  }
}
