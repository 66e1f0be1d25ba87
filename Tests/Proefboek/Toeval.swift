import Governance

/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c): the same seed gives the same history and the same days.
public struct Toeval: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// What a seed gives.
  public init(_ seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// Whether something happens that happens so often in a hundred times.
  public mutating func kans(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// One of several.
  public mutating func keuze<Element>(_ from: [Element]) -> Element? { from.randomElement(using: &self) }

  /// A day in these years.
  public mutating func dag(_ years: ClosedRange<Int>) throws -> CalendarDate {
    let first = try CalendarDate(year: years.lowerBound, month: 1, day: 1).daysSinceEpoch
    let last = try CalendarDate(year: years.upperBound, month: 12, day: 31).daysSinceEpoch
    return try CalendarDate(daysSinceEpoch: .random(in: first...last, using: &self))
  }

  /// A date in these years as people know it: mostly a day, sometimes a month, a year, a time between, or nothing.
  public mutating func datum(_ years: ClosedRange<Int>) throws -> ImpreciseDate {
    let (day, other) = (try dag(years), try dag(years))
    switch Int.random(in: 0..<20, using: &self) {
    case 0: return .unknown
    case 1: return try ImpreciseDate(String(day.description.prefix(4)))
    case 2, 3: return try ImpreciseDate(String(day.description.prefix(7)))
    case 4, 5: return try ImpreciseDate("\(min(day, other))/\(max(day, other))")
    case 6: return try ImpreciseDate("\(day)/..")
    case 7: return try ImpreciseDate("../\(day)")
    default: return ImpreciseDate(day)
    }
  }
}
