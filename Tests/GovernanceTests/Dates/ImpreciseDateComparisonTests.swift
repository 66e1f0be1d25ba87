import Governance
import Testing

@Suite struct ImpreciseDateComparisonTests {
  @Test(arguments: [
    ("2024-11-13", "2024-11-13", Certainty.yes), ("2024-11-13", "2024-11-12", .no), ("2024-11", "2024-11-30", .yes),
    ("2024-11", "2024-11-29", .unknown), ("2024-11", "2024-11-01", .unknown), ("2024-11", "2024-10-31", .no),
    ("2024-11-14/..", "2024-11-13", .no), ("2024-11-14/..", "2024-11-14", .unknown),
    ("2024-11-14/..", "9999-12-31", .unknown),
    ("../2019", "2019-12-31", .yes), ("../2019", "2019-12-30", .unknown), ("XXXX", "2024-01-01", .unknown),
    ("2024-11-13~", "2024-11-14", .unknown), ("2024-11-13~", "2024-12-14", .yes), ("2024-11-13~", "2024-10-12", .no),
    ("2024-11-13?", "2099-01-01", .unknown), ("2024-11-13%", "1900-01-01", .unknown),
  ])
  func `a fact is on or before a day, or not, or nobody can say`(edtf: String, day: String, answer: Certainty) throws {
    let date = try ImpreciseDate(edtf)
    #expect(date.isOnOrBefore(try CalendarDate(day)) == answer)
    #expect(date.isAfter(try CalendarDate(day)) == !answer)
  }

  @Test(arguments: [
    ("2024-11-13", "2024-11-14", Certainty.yes), ("2024-11-13", "2024-11-13", .no), ("2024-11", "2024-12", .yes),
    ("2024-11", "2024-11", .unknown), ("2024-11", "2024-11-01", .no), ("2024-11", "2024-11-02", .unknown),
    ("2024", "2023", .no), ("../2019", "2020/..", .yes), ("2020/..", "../2019", .no), ("../2019", "2019/..", .unknown),
    ("XXXX", "XXXX", .unknown), ("2019~", "2024", .unknown), ("2019~", "2030", .yes), ("2019?", "2030", .unknown),
  ])
  func `a fact precedes another only on an earlier day`(first: String, second: String, answer: Certainty) throws {
    let (first, second) = (try ImpreciseDate(first), try ImpreciseDate(second))
    #expect(first.precedes(second) == answer)
    #expect(second.isOnOrBefore(first) == !answer)
  }

  /// The truth is one day within the bounds of each value. A certain answer must be true of any such day; an unknown
  /// one must have days for it and days against it, or the answer would be more modest than need be.
  @Test(arguments: [1, 20_241_113, UInt64.random(in: 0 ... .max)])
  func `a certain answer is true of every possible day, an unknown one of some`(seed: UInt64) throws {
    print("seed of the comparison test: \(seed)")
    var random = SeededGenerator(state: seed)
    for _ in 0..<1500 {
      let one = try Self.anyDate(&random)
      let other = try Self.anyDate(&random)
      let day = try Self.anyDay(&random)
      let context: Comment = "seed \(seed): \(one), \(other), \(day)"
      let (ones, others) = (try Self.possibleDays(of: one, &random), try Self.possibleDays(of: other, &random))

      let beforeDay = ones.map { $0 <= day }
      #expect(Self.agrees(one.isOnOrBefore(day), with: beforeDay), context)
      #expect(Self.agrees(one.isAfter(day), with: beforeDay.map(!)), context)
      let precedes = ones.flatMap { first in others.map { first < $0 } }
      #expect(Self.agrees(one.precedes(other), with: precedes), context)
      let onOrBefore = ones.flatMap { first in others.map { first <= $0 } }
      #expect(Self.agrees(one.isOnOrBefore(other), with: onOrBefore), context)
    }
  }

  private static func agrees(_ answer: Certainty, with truths: [Bool]) -> Bool {
    switch answer {
    case .yes: truths.allSatisfy(\.self)
    case .no: !truths.contains(true)
    case .unknown: truths.contains(true) && truths.contains(false)
    }
  }

  /// Both bounds and some days between; where there is no bound, a day beyond all others stands for it.
  private static func possibleDays(of date: ImpreciseDate, _ random: inout SeededGenerator) throws -> [CalendarDate] {
    let low = date.earliest ?? .first
    let high = date.latest ?? .last
    let between = try (0..<6).map { _ in
      try CalendarDate(daysSinceEpoch: .random(in: low.daysSinceEpoch...high.daysSinceEpoch, using: &random))
    }
    return between + [low, high]
  }

  private static func anyDay(_ random: inout SeededGenerator) throws -> CalendarDate {
    try CalendarDate(daysSinceEpoch: .random(in: 18_000...21_000, using: &random))
  }

  private static func anyDate(_ random: inout SeededGenerator) throws -> ImpreciseDate {
    let single = try anySingle(&random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return .unknown
    case 1: return try ImpreciseDate("\(single)/..")
    case 2: return try ImpreciseDate("/\(single)")
    case 3: return try ImpreciseDate("\(try anyDay(&random).year)-\(Int.random(in: 21...24, using: &random))")
    case 4, 5:
      // Half of the pairs are the wrong way round, and those the parser refuses.
      let other = try anySingle(&random)
      return try (try? ImpreciseDate("\(single)/\(other)")) ?? (try? ImpreciseDate("\(other)/\(single)"))
        ?? ImpreciseDate(single)
    default: return try ImpreciseDate(single)
    }
  }

  private static func anySingle(_ random: inout SeededGenerator) throws -> String {
    let day = try anyDay(&random).description
    let qualifier = ["", "", "", "~", "~", "?", "%"].randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return day + qualifier
    case 2: return day.prefix(7) + qualifier
    case 3: return day.prefix(4) + qualifier
    case 4: return day.prefix(7) + "-XX"
    case 5: return day.prefix(4) + "-XX"
    case 6: return day.prefix(4) + "-XX-XX"
    default: return day.prefix(3) + "X"
    }
  }
}

/// SplitMix64: the same seed gives the same test on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
