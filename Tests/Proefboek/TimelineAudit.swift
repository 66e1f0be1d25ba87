import Governance
import Ledger

/// Compares what lists find with folding every subject of a kind afresh.
public struct TimelineAudit<S: Subject> where S.State: CaseIterable {
  /// Where the random days come from; every fault names it.
  public let seed: UInt64
  private var random: Toeval

  /// An audit of a kind of subject.
  public init(_ type: S.Type, seed: UInt64 = .random(in: .min ... .max)) {
    self.seed = seed
    random = Toeval(seed)
  }

  /// What does not agree on the days on which something can change, the days around them, and some others; empty when
  /// all of it does.
  public mutating func faults(_ boek: Proefboek, randomDays: Int = 20) throws -> [String] {
    try boek.read { reading in
      let views = reading.views
      let keys = try views.keys(S.self)
      let catalog = Catalog(boek.plugins.filter { $0.subjects.contains { ($0 as Any.Type) == (S.self as Any.Type) } })
      var faults: [String] = []
      for day in try days(keys, views, randomDays) {
        var listed: Set<Row> = []
        for state in S.State.allCases {
          for item in try views.subjects(S.self, [state], on: day) {
            listed.insert(Row(key: item.key, state: item.state.rawValue, certainty: item.certainty))
          }
        }
        var folded: Set<Row> = []
        for key in keys {
          for standing in try S(key, in: views)?.standing(on: day, in: views) ?? [] {
            folded.insert(Row(key: key, state: standing.state.rawValue, certainty: standing.certainty))
          }
        }
        for row in listed.symmetricDifference(folded) {
          faults.append("\(day): \(row) is \(listed.contains(row) ? "listed only" : "folded only"), seed \(seed)")
        }
        let open = Set(try catalog.openTerms(in: views, on: day))
        let expected = Set(
          try catalog.plugins.flatMap { try $0.terms(in: views, on: day) }.filter { $0.asksSomething(on: day) })
        for term in open.symmetricDifference(expected) {
          let clock = "\(term.declaration.id) of \(term.startedBy)"
          faults.append("\(day): \(clock) is \(open.contains(term) ? "listed only" : "folded only"), seed \(seed)")
        }
      }
      return faults
    }
  }

  private struct Row: Hashable {
    let key: SubjectKey
    let state: String
    let certainty: Certainty
  }

  private mutating func days(_ keys: [SubjectKey], _ views: ViewReader, _ count: Int) throws -> [CalendarDate] {
    try random.days(of: S.self, keys, views, count)
  }
}

extension Toeval {
  /// The days that a kind of subject itself names, those that any of its facts names, the days beside them, and random
  /// ones among and around them.
  mutating func days<S: Subject>(
    of type: S.Type, _ keys: [SubjectKey], _ views: ViewReader, _ count: Int
  ) throws -> [CalendarDate] {
    var named = try keys.flatMap { key -> [CalendarDate] in
      guard let subject = try S(key, in: views) else { return [] }
      return try subject.days(in: views) + (subject.clocks(in: views) ?? []).flatMap { [$0.from, $0.until ?? $0.from] }
    }
    try views.forEachFact(of: S.events) { named += $0.boundaries }
    named = named.filter { $0 > .first }
    guard let first = named.min(), let last = named.max() else { return [] }
    var numbers: Set<Int> = []
    for day in named { for step in -1...1 { numbers.insert(day.daysSinceEpoch + step) } }
    let around = (first.daysSinceEpoch - 400)...(last.daysSinceEpoch + 400)
    for _ in 0..<count { numbers.insert(Int.random(in: around, using: &self)) }
    return numbers.sorted().compactMap { try? CalendarDate(daysSinceEpoch: $0) }
  }
}
