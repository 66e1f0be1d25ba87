import Governance
import Testing

@testable import Zaken

/// Files that mean harm cost little and say what is wrong.
@Suite struct HardTests {
  private func soorten(_ text: String) -> [Fout.Soort] { Gelezen(Array(text.utf8)).fouten.map(\.soort) }

  @Test func `a file of ten megabytes is refused before it is read`() {
    let clock = ContinuousClock()
    var found: [Fout] = []
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 10 << 20)
    let took = clock.measure { found = Gelezen(bytes).fouten }
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
    let took = clock.measure { found = Gelezen(Array(text.utf8)).fouten }
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

  @Test func `a file full of faults costs little, and the first ones are told`() {
    let unknown = (0..<40_000).map { "sleutel\($0): x\n" }.joined()
    let double = String(repeating: "zelfde: x\n", count: 20_000)
    let clock = ContinuousClock()
    var counts: [Int] = []
    let took = clock.measure { counts = [unknown, double].map { Gelezen(Array($0.utf8)).fouten.count } }
    #expect(counts == [Verslag.meeste, Verslag.meeste])
    #expect(took < .seconds(30))
  }

  @Test func `bytes that are no text, nothing at all, and two documents are refused with a place`() {
    #expect(Gelezen([0xFF, 0xFE, 0x41]).fouten.map(\.soort) == [.geenUTF8])
    #expect(soorten("") == [.geenYAML])
    #expect(soorten("a: b\n---\nc: d\n").contains(.geenYAML))
    let broken = Gelezen(Array("a: b\n  c: [d\n".utf8)).fouten
    #expect(broken.map(\.soort) == [.geenYAML])
    #expect((broken.first?.plaats.regel ?? 0) >= 2)
  }

  @Test func `a list, a word or a number is no procedure`() {
    for text in ["- a\n", "woord\n", "12\n"] { #expect(soorten(text) == [.verkeerdeVorm]) }
  }

  @Test func `random damage to a file never crashes and never passes for another procedure`() throws {
    var random = Volgorde(state: 20_261_126)
    let base = try Proefprocedure.bytes("beschikking")
    let whole = Gelezen(base).procedure
    for round in 0..<150 {
      var bytes = base
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 1...126, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8(ascii: "{"), at: place)
        }
      }
      let gelezen = Gelezen(bytes)
      #expect(gelezen.fouten.isEmpty == (gelezen.procedure != nil), "round \(round)")
      if bytes == base { #expect(gelezen.procedure == whole) }
    }
  }
}
