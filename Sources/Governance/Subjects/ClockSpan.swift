/// A clock as it is known during some days: what meets or withdraws it can become known later than what started it.
public struct ClockSpan: Sendable, Hashable {
  /// The clock, with what is known of it on those days.
  public let term: RunningTerm
  /// The first of them.
  public let from: CalendarDate
  /// The first day on which it is no longer so; nil while nothing ends it.
  public let until: CalendarDate?

  /// A clock during some days.
  public init(_ term: RunningTerm, from: CalendarDate, until: CalendarDate? = nil) {
    self.term = term
    self.from = from
    self.until = until
  }

  /// Whether it is known so on a day.
  public func holds(on day: CalendarDate) -> Bool { from <= day && until.map { day < $0 } ?? true }

  /// The part of it that lies in some days; nil when none does.
  public func during(_ first: CalendarDate, until end: CalendarDate?) -> ClockSpan? {
    let (from, until) = (max(from, first), [until, end].compactMap(\.self).min())
    return until.map { from < $0 } ?? true ? ClockSpan(term, from: from, until: until) : nil
  }

  /// The days on which the clock asks for something; nil when there are none.
  var asking: Range<CalendarDate>? {
    // It asks until what meets or withdraws it can have come.
    let ends = [term.met, term.withdrawn].map { date in date.map { $0.earliest ?? .first } } + [until]
    let end = ends.compactMap(\.self).min() ?? .afterLast
    return from < end ? from..<end : nil
  }

  /// Which fact follows which, and during which days, for facts in an order of their own that each become known on some
  /// day.
  ///
  /// Usually the one that follows becomes known later than the one before it, and then stays the one that follows. With
  /// imprecise dates one further on can be known sooner, and follows until one comes to be known between the two.
  /// - Parameter known: From which day each is known, in the order of the facts.
  /// - Complexity: O(n): each fact is the sooner one for at most one before it.
  public static func successions(known: [CalendarDate]) -> [Succession] {
    // For each the next one that is known sooner than it: only those can follow instead of it.
    var sooner = [Int](repeating: known.count, count: known.count)
    for fact in known.indices.reversed() {
      var next = fact + 1
      while next < known.count, known[next] >= known[fact] { next = sooner[next] }
      sooner[fact] = next
    }
    var found: [Succession] = []
    found.reserveCapacity(2 * known.count)
    for (fact, start) in known.enumerated() {
      var until: CalendarDate?
      var next = fact + 1
      while next < known.count, until.map({ start < $0 }) ?? true {
        let from = max(start, known[next])
        found.append(Succession(fact: fact, next: next, from: from, until: until))
        until = from
        next = sooner[next]
      }
      if until.map({ start < $0 }) ?? true {
        found.append(Succession(fact: fact, next: nil, from: start, until: until))
      }
    }
    return found
  }

  /// One fact of several, and the one that follows it during some days.
  public struct Succession: Sendable, Hashable {
    /// Which fact.
    public let fact: Int
    /// Which one follows it; nil while none does.
    public let next: Int?
    /// The first day.
    public let from: CalendarDate
    /// The first day on which it is no longer so; nil while nothing ends it.
    public let until: CalendarDate?
  }
}

extension [ClockSpan] {
  /// The clocks as they are known on a day.
  public func known(on day: CalendarDate) -> [RunningTerm] { filter { $0.holds(on: day) }.map(\.term) }
}

extension CalendarDate {
  /// Later than every day: the end of what does not end.
  static let afterLast = CalendarDate(checkedDays: CalendarDate.last.daysSinceEpoch + 1)
}
