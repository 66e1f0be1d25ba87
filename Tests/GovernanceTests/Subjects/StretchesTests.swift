import Governance
import Testing

/// Stretches of days say of every day what asking each day by itself says.
struct StretchesTests {
  private static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8] + (0..<8).map { _ in .random(in: .min ... .max) }

  private func chance(_ percent: Int, _ random: inout SeededGenerator) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private func day(_ random: inout SeededGenerator) throws -> CalendarDate {
    try CalendarDate("2023-01-01").adding(days: .random(in: 0..<365, using: &random))
  }

  private func days() throws -> [CalendarDate] {
    let first = try CalendarDate("2022-12-20").daysSinceEpoch
    return try (first..<(first + 400)).map { try CalendarDate(daysSinceEpoch: $0) } + [.first, .last]
  }

  @Test(arguments: seeds) func `The last known, the first that holds, and what is computed`(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let known = try (0..<Int.random(in: 0...40, using: &random)).map { _ in try day(&random) }
    let held = try known.map { from in
      let until = chance(30, &random) ? nil : try day(&random)
      return [(from: from, until: until), (from: try day(&random), until: chance(80, &random) ? from : nil)]
    }
    let last = Stretches(last: known.indices) { known[$0] }
    let first = Stretches(first: held.indices) { held[$0] }
    let sum = Stretches(changingOn: known) { day in known.count { $0 <= day } }
    for day in try days() {
      #expect(last.on(day) == known.lastIndex { $0 <= day }, "\(day), seed \(seed)")
      let holds = held.firstIndex { $0.contains { $0.from <= day && $0.until.map { day < $0 } ?? true } }
      #expect(first.on(day) == holds, "\(day), seed \(seed)")
      #expect(sum.on(day) == known.count { $0 <= day }, "\(day), seed \(seed)")
      let stretch = first.stretch(of: day)
      #expect(stretch.from <= day && stretch.until.map { day < $0 } ?? true)
    }
    // Stretches join, and none says what the one before it says.
    for line in [last, first] {
      #expect(zip(line.all, line.all.dropFirst()).allSatisfy { $0.until == $1.from && $0.value != $1.value })
      #expect(line.all.first?.from == .first && line.all.last?.until == nil)
    }
    let (from, until) = (try CalendarDate("2023-03-01"), try CalendarDate("2023-05-01"))
    let part = first.during(from, until: until)
    #expect(part.first?.from == from && part.last?.until == until)
    #expect(part.allSatisfy { first.on($0.from) == $0.value })
    #expect(first.during(until, until: from).isEmpty)
  }

  @Test(arguments: seeds) func `Which fact follows which is that of the facts known on a day`(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var known = try (0..<Int.random(in: 0...30, using: &random)).map { _ in try day(&random) }
    if chance(50, &random) { known.sort() }
    if chance(30, &random) { known.append(try CalendarDate("2023-01-01")) }
    let spans = ClockSpan.successions(known: known)
    for day in try days() {
      let facts = known.indices.filter { known[$0] <= day }
      let expected = zip(facts, facts.dropFirst().map { $0 } + [nil] as [Int?]).map { "\($0) \($1 ?? -1)" }
      let found = spans.filter { $0.from <= day && $0.until.map { day < $0 } ?? true }
        .map { "\($0.fact) \($0.next ?? -1)" }
      #expect(found.sorted() == expected.sorted(), "\(day), seed \(seed)")
    }
    // However they became known, there are no more than two for each fact.
    #expect(spans.count <= 2 * known.count)
  }
}
