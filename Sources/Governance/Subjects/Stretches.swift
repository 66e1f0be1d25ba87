/// What holds on each day, when it changes on few of them: one value from each of those days until the next.
///
/// A subject that must say something of many days keeps it like this, so that each day is found without going through
/// everything that was recorded. Plugins use it for each of their types, so that what it does is compiled for each of
/// them.
public struct Stretches<Value: Sendable>: Sendable {
  /// Days that follow each other on which the same holds.
  public struct Stretch: Sendable {
    /// What holds.
    public let value: Value
    /// The first day.
    public let from: CalendarDate
    /// The first day on which it no longer holds; nil while nothing ends it.
    public let until: CalendarDate?

    @inlinable init(value: Value, from: CalendarDate, until: CalendarDate?) {
      (self.value, self.from, self.until) = (value, from, until)
    }
  }

  /// The days, in their order; together they are every day there is.
  public let all: [Stretch]

  /// - Parameter changes: What holds from which day on, in the order of the days; the first of them from the first day.
  @inlinable init(_ changes: [(value: Value, from: CalendarDate)]) {
    all = changes.indices.map { index in
      let until = index + 1 < changes.count ? changes[index + 1].from : nil
      return Stretch(value: changes[index].value, from: changes[index].from, until: until)
    }
  }

  /// What is computed for every day on which it can change; days on which it does not are no stretches of their own.
  @inlinable public init(changingOn days: some Sequence<CalendarDate>, _ value: (CalendarDate) throws -> Value) rethrows
  where Value: Equatable {
    var changes = [(try value(.first), CalendarDate.first)]
    for day in Set(days).sorted() where day > .first {
      let value = try value(day)
      if value != changes[changes.count - 1].0 { changes.append((value, day)) }
    }
    self.init(changes)
  }

  /// Of things in an order of their own that each become known on some day: the last one that is known.
  @inlinable public init<Item>(last items: some Collection<Item>, from known: (Item) -> CalendarDate)
  where Value == Item? {
    var changes: [(Item?, CalendarDate)] = [(nil, .first)]
    var latest = -1
    let days = items.enumerated().map { (number: $0.offset, item: $0.element, from: known($0.element)) }
    for found in days.sorted(by: { ($0.from, $0.number) < ($1.from, $1.number) }) where found.number > latest {
      latest = found.number
      if changes[changes.count - 1].1 == found.from { changes.removeLast() }
      changes.append((found.item, found.from))
    }
    self.init(changes)
  }

  /// Of things in an order of their own that each hold during some days: the first one that holds.
  /// - Parameter days: During which days a thing holds.
  @inlinable public init<Item>(
    first items: some Collection<Item>, during days: (Item) -> [(from: CalendarDate, until: CalendarDate?)]
  ) where Value == Item? {
    let held = items.map { (item: $0, days: days($0)) }
    let bounds = Set(held.flatMap(\.days).flatMap { [$0.from, $0.until ?? .first] } + [.first]).sorted()
    let place = Dictionary(uniqueKeysWithValues: zip(bounds, bounds.indices))
    var taken = [Int?](repeating: nil, count: bounds.count)
    // For each place the next one that is still free: whoever comes first takes a place, and nobody looks at it again.
    var free = Array(0...bounds.count)
    func nextFree(_ start: Int) -> Int {
      var (found, passed) = (start, start)
      while free[found] != found { found = free[found] }
      while free[passed] != found { (passed, free[passed]) = (free[passed], found) }
      return found
    }
    for (number, one) in held.enumerated() {
      for days in one.days {
        let end = days.until.flatMap { place[$0] } ?? bounds.count
        var next = nextFree(place[days.from] ?? bounds.count)
        while next < end {
          taken[next] = number
          free[next] = next + 1
          next = nextFree(next + 1)
        }
      }
    }
    self.init(
      bounds.indices.filter { $0 == 0 || taken[$0] != taken[$0 - 1] }
        .map { index in (taken[index].map { held[$0].item }, bounds[index]) })
  }

  /// The same days, with something else to say of them.
  @inlinable public func map<Other: Sendable>(_ other: (Value) -> Other) -> Stretches<Other> {
    Stretches<Other>(all.map { (other($0.value), $0.from) })
  }

  /// The days on which it changes.
  public var changes: [CalendarDate] { all.dropFirst().map(\.from) }

  /// What holds on a day.
  ///
  /// - Complexity: O(log n) in the number of stretches.
  @inlinable public func on(_ day: CalendarDate) -> Value { all[index(of: day)].value }

  /// The stretch that holds a day.
  @inlinable public func stretch(of day: CalendarDate) -> Stretch { all[index(of: day)] }

  /// What holds during some days, from the first of them until the last.
  @inlinable public func during(_ from: CalendarDate, until: CalendarDate? = nil) -> [Stretch] {
    guard until.map({ from < $0 }) ?? true else { return [] }
    var found: [Stretch] = []
    for stretch in all[index(of: from)...] {
      if let until, stretch.from >= until { break }
      let end = [stretch.until, until].compactMap(\.self).min()
      found.append(Stretch(value: stretch.value, from: max(stretch.from, from), until: end))
    }
    return found
  }

  /// The days on which what holds is as asked.
  @inlinable public func days(_ holds: (Value) -> Bool) -> [(from: CalendarDate, until: CalendarDate?)] {
    all.filter { holds($0.value) }.map { ($0.from, $0.until) }
  }

  /// The last stretch that begins on or before a day.
  @inlinable func index(of day: CalendarDate) -> Int {
    var (low, high) = (0, all.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if all[middle].from <= day { low = middle } else { high = middle }
    }
    return low
  }
}
