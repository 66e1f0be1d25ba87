import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Zaken

/// Random walks over a procedure: whatever its members do that is possible, the case is somewhere, and all of them know the
/// same of where.
@Suite struct WandelTests {
  private static let stappen = 40

  @Test(arguments: [0x5eed, 8_590_290_309_146_956_036, UInt64.random(in: .min ... .max)])
  func `no walk reaches a state that is none, and every member agrees at every step`(_ seed: UInt64) throws {
    print("walk over P-01, seed \(seed)")
    var wandeling = try Wandeling(seed)
    // Some walks come to an end early, and then close and reopen for a while: they go on until enough was done.
    for ronde in 0..<Self.stappen * 10 where ronde < Self.stappen || wandeling.gezet <= Self.stappen / 3 {
      try wandeling.doeIets()
      for bezwaar in try wandeling.bezwaren() { Issue.record("\(bezwaar), seed \(seed)") }
    }
    let before = try wandeling.beeld()
    try wandeling.wereld.boek.directory.removeViews()
    #expect(try wandeling.beeld() == before, "replayed from the log, seed \(seed)")
    #expect(try wandeling.wereld.boek.verify().ok, "seed \(seed)")
    #expect(wandeling.gezet > Self.stappen / 3, "only \(wandeling.gezet) steps, seed \(seed)")
  }
}
