import LedgerCrypto
import Testing

@testable import Governance
@testable import Ledger

/// Which wrapped keys lead to the reader of a copy.
@Suite struct ReaderWaysTests {
  private let box: BoxPublicKey

  init() throws { box = try BoxSecretKey.generate(SystemRandom()).publicKey }

  @Test func `a way is found whatever was asked before it, and keys in a ring lead nowhere`() throws {
    let rows = [
      "data": ["dead", "kek"], "kek": ["org", "x"], "org": [box.name], "dead": ["ring"], "ring": ["dead"],
      "other": ["dead", "kek"], "closed": ["dead"],
    ]
    let expected = [
      "data": true, "kek": true, "org": true, "other": true, "dead": false, "ring": false, "closed": false, "x": false,
    ]
    // In any order: what is kept of one answer must not change another.
    for seed in 0..<200 {
      var order = SeededGenerator(state: UInt64(seed))
      var ways = ReaderWays(box) { rows[$0] ?? [] }
      for key in expected.keys.sorted().shuffled(using: &order) + expected.keys.sorted() {
        #expect(try ways.lead(from: key) == expected[key], "seed \(seed), \(key)")
      }
    }
  }
}
