import Governance
import Testing

@testable import Zaken

/// The procedure files that come with the program.
@Suite struct BestandenTests {
  @Test(arguments: Meegeleverd.bestanden.map(\.id))
  func `a procedure file that comes with the program has no fault`(_ id: String) throws {
    let gelezen = Gelezen(try #require(Meegeleverd.bytes(id)))
    #expect(gelezen.fouten.map { "\($0.plaats) \($0.soort) \($0.text.nl)" } == [])
    #expect(gelezen.procedure?.id == id)
  }
}
