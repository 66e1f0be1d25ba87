import Governance
import RuleFiles
import Testing

/// Every fault of a file of which nothing but its being a mapping is asked.
func fouten(_ bytes: [UInt8]) -> [Fout] {
  let report = Verslag()
  let expected = Text(nl: "een proef", en: "a trial")
  if let node = Bestandstekst.knoop(bytes, report, verwacht: expected) {
    _ = Kaart(node, [], report, verwacht: expected)
  }
  return report.inVolgorde
}

/// Files that mean harm cost little and say what is wrong.
@Suite struct TekstTests {
  private func soorten(_ text: String) -> [Fout.Soort] { fouten(Array(text.utf8)).map(\.soort) }

  @Test func `a file of ten megabytes is refused before it is read`() {
    let clock = ContinuousClock()
    var found: [Fout] = []
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 10 << 20)
    let took = clock.measure { found = fouten(bytes) }
    #expect(found.map(\.soort) == [.teGroot])
    #expect(found.first?.plaats == Plaats(regel: 1, kolom: 1))
    // Only the digest looks at the bytes.
    #expect(took < .seconds(5))
  }

  @Test func `anchors that expand without end are refused where they stand, and nothing expands`() {
    var text = "a: &a [lol, lol, lol]\n"
    for (name, before) in zip("bcdefghijklmnop", "abcdefghijklmno") {
      text += "\(name): &\(name) [*\(before), *\(before), *\(before), *\(before), *\(before), *\(before)]\n"
    }
    let clock = ContinuousClock()
    var found: [Fout] = []
    let took = clock.measure { found = fouten(Array(text.utf8)) }
    #expect(Set(found.map(\.soort)) == [.anker])
    #expect(found.first?.plaats == Plaats(regel: 1, kolom: 4))
    #expect(found.count == 16 + 15 * 6)
    #expect(took < .seconds(2))
  }

  @Test(arguments: [
    "a: &x 1", "a: *x", "- &x b", "[&x a]", "{a: *x}", "a: '&x b'", "# &x\na: b", "? &x a", "a: !!str &x b",
    "\"k\":&x b", "&x a: b",
  ])
  func `an anchor or alias is found wherever it stands`(_ text: String) {
    #expect(soorten(text) == [.anker])
  }

  @Test(arguments: ["P&O", "a & b", "2 * 3", "x*y"])
  func `what only looks like one is text`(_ text: String) {
    #expect(!soorten("titel: \(text)").contains(.anker))
  }

  @Test(arguments: [20, 900, 5000, 200_000])
  func `what lies too deep is refused, however deep`(_ depth: Int) {
    let found = soorten("a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    #expect(found == [.teDiep] || found == [.geenYAML])
    let block = soorten((0..<min(depth, 700)).map { String(repeating: " ", count: $0) + "k:\n" }.joined())
    #expect(block == [.teDiep] || block == [.geenYAML])
  }

  @Test func `bytes that are no text, nothing at all, and two documents are refused with a place`() {
    #expect(fouten([0xFF, 0xFE, 0x41]).map(\.soort) == [.geenUTF8])
    #expect(soorten("") == [.geenYAML])
    #expect(fouten([]).first?.verwacht?.nl == "een proef")
    #expect(soorten("a: b\n---\nc: d\n").contains(.geenYAML))
    let broken = fouten(Array("a: b\n  c: [d\n".utf8))
    #expect(broken.map(\.soort) == [.geenYAML])
    #expect((broken.first?.plaats.regel ?? 0) >= 2)
  }

  @Test func `a list, a word or a number is no mapping`() {
    for text in ["- a\n", "woord\n", "12\n"] { #expect(soorten(text) == [.verkeerdeVorm]) }
  }
}
