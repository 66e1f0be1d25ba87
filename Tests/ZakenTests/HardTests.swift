import Governance
import RuleFiles
import Testing

@testable import Zaken

/// Files that mean harm cost little and say what is wrong.
@Suite struct HardTests {
  private func soorten(_ text: String) -> [Fout.Soort] { Gelezen(Array(text.utf8)).fouten.map(\.soort) }

  @Test func `a file full of faults costs little, and the first ones are told`() {
    let unknown = (0..<40_000).map { "sleutel\($0): x\n" }.joined()
    let double = String(repeating: "zelfde: x\n", count: 20_000)
    let clock = ContinuousClock()
    var counts: [Int] = []
    let took = clock.measure { counts = [unknown, double].map { Gelezen(Array($0.utf8)).fouten.count } }
    #expect(counts == [Verslag.meeste, Verslag.meeste])
    #expect(took < .seconds(30))
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
