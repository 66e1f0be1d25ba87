import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Organisatie

/// What lists find on a day is what folding afresh gives, whatever happened in whatever order.
struct TimelineTests {
  let world: OrganisatieWorld
  let college: UnlockedKey

  init() throws {
    world = try OrganisatieWorld()
    college = try world.member(.college)
  }

  /// What is random about a history; the seed is in every message.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      // SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }

  private static let dates = [
    "2024", "2025-06", "2026-10-05", "2026-11", "2026-11-21", "2026-12-01", "2026-12-31", "2027-01-01", "2027", "XXXX",
    "2026-11-14/..", "../2026-11-30", "2026-12-15?", "2027-01-20",
  ]
  private static let lastDays = ["2026-11-30", "2026-12-31", "2027-01-19", "2027-03-31"]

  private func expectSound(_ what: String, _ seed: UInt64) throws {
    var units = TimelineAudit(Unit.self, seed: seed)
    var holders = TimelineAudit(Bekleder.self, seed: seed)
    var mandates = TimelineAudit(Mandaatverlening.self, seed: seed)
    let faults =
      try units.faults(world.boek, randomDays: 5) + holders.faults(world.boek, randomDays: 5)
      + mandates.faults(world.boek, randomDays: 5)
    #expect(faults == [], "after \(what), seed \(seed)")
  }

  @Test(arguments: [UInt64.random(in: .min ... .max), 1, 2])
  func `who holds what, and what runs out, is listed as folding afresh gives it`(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let functions = [try world.function("A", on: "2024"), try world.function("B"), try world.body()]
    try world.append(functions)
    let people = (0..<3).map { _ in world.stream("Persoon") }
    for step in 0..<16 {
      let (person, date) = (people[Int.random(in: 0..<3, using: &dice)], Self.dates.randomElement(using: &dice))
      let function = functions[Int.random(in: 0..<2, using: &dice)].stream
      let what = Int.random(in: 0..<10, using: &dice)
      let draft =
        switch what {
        case 0..<5:
          try world.takesUp(
            person, function, on: date,
            until: Bool.random(using: &dice) ? Self.lastDays.randomElement(using: &dice) : nil)
        case 5..<9: try world.laysDown(person, function, on: date)
        default: try world.abolishes(functions[step % 3].stream, on: date)
        }
      // What a rule refuses is no part of the history.
      if (try? world.append(draft)) != nil { try expectSound("\(step): \(draft.type.name)", seed) }
      world.clock.move(days: Int64.random(in: 0..<8, using: &dice))
    }
    #expect(try world.findings() == [])
  }

  @Test(arguments: [UInt64.random(in: .min ... .max), 3])
  func `mandates are listed as folding afresh gives them`(seed: UInt64) throws {
    var dice = Dice(state: seed)
    var given: [StreamID] = []
    for step in 0..<10 {
      if let old = given.randomElement(using: &dice), Int.random(in: 0..<3, using: &dice) == 0 {
        _ = try? world.append(try world.withdrawal(of: old, from: Int.random(in: -3..<20, using: &dice)), as: college)
      } else {
        let first = Int.random(in: -5..<30, using: &dice)
        let last = Bool.random(using: &dice) ? first + Int.random(in: 0..<30, using: &dice) : nil
        let mandate = try world.mandate(
          to: Bool.random(using: &dice) ? .secretariaat : .griffier, from: first, until: last)
        given.append(try world.append(mandate, as: college)[0].stream)
      }
      try expectSound("\(step)", seed)
      world.clock.move(days: Int64.random(in: 0..<10, using: &dice))
    }
    #expect(try world.findings() == [])
  }
}
