import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Console
@testable import Organisatie

struct SignedSinceTests {
  let world: OrganisatieWorld
  let griffier: UnlockedKey

  init() throws {
    world = try OrganisatieWorld()
    griffier = try world.member(.griffier)
  }

  func signed(since moment: Instant, by key: UnlockedKey? = nil) throws -> SignedSince {
    try world.read { reading in
      try world.directory.read { try SignedSince(moment, by: (key ?? griffier).id, reading, in: $0.log) }
    }
  }

  /// Bodies recorded by each in turn, a minute apart: positions 2 up to `count` + 2, the even ones by the clerk.
  func alternate(_ count: Int) throws {
    for number in 0..<count {
      world.clock.move(by: 60)
      try world.append(try world.body(), as: number.isMultiple(of: 2) ? griffier : world.secretariaat)
    }
  }

  private static let walks: [(Int64, [UInt64])] = [
    (-360, [2, 4, 6]), (-300, [2, 4, 6]), (-299, [4, 6]), (-60, [6]), (-59, []), (0, []),
  ]

  @Test(arguments: walks)
  func `what a key signed at the moment or after it is found`(offset: Int64, expected: [UInt64]) throws {
    try alternate(6)
    #expect(try signed(since: world.moment(offset)).positions == expected)
  }

  @Test func `what others signed is not counted, nor what a key never signed`() throws {
    try alternate(2)
    #expect(try signed(since: world.moment(-1000), by: world.secretariaat).positions == [0, 1, 3])
    #expect(try signed(since: world.moment(-1000), by: .generate(world.random)).positions == [])
    #expect(try signed(since: world.moment(1000)).positions == [])
  }

  @Test(arguments: [255, 256, 257, 600])
  func `everything since the moment is looked at, however many events that is`(count: Int) throws {
    world.clock.move(by: 60)
    let since = world.clock.now
    try world.append(try (0..<count).map { try world.body("Orgaan \($0)") }, as: griffier)
    #expect(try signed(since: since).positions == Array(2..<UInt64(count) + 2))
    #expect(try signed(since: since.adding(seconds: -1)).positions.count == count)
    #expect(try signed(since: since.adding(seconds: 1)).positions == [])
  }

  @Test func `the sentence counts them and names their places, neighbours together`() throws {
    let since = world.clock.now
    func expect(_ dutch: String, _ english: String, location: SourceLocation = #_sourceLocation) throws {
      let text = try signed(since: since).text
      #expect(text.nl.contains(dutch) && text.nl.contains(since.description), "\(text.nl)", sourceLocation: location)
      #expect(text.en.contains(english), "\(text.en)", sourceLocation: location)
    }
    try expect("ondertekende deze sleutel niets", "signed nothing")
    try world.append(try world.body(), as: griffier)
    try expect("1 gebeurtenis (nummer 2)", "1 event (number 2)")
    try world.append(try world.body())
    try world.append(try world.body(), try world.body(), try world.body(), as: griffier)
    try expect("4 gebeurtenissen (nummer 2, 4-6)", "4 events (number 2, 4-6)")
  }

  @Test func `a long list is cut off with the number that is left`() throws {
    let since = world.clock.now
    try alternate(50)
    let text = try signed(since: since).text
    #expect(text.nl.contains("25 gebeurtenissen (nummer 2, 4, ") && text.nl.contains(", 40 en nog 5)"), "\(text.nl)")
    #expect(text.en.contains(", 40 and 5 more)"), "\(text.en)")
  }
}
