import Ledger

/// The rows that say how a subject stands: made of the clocks that it gives, and by asking it on every day on which it can
/// change.
struct Timeline {
  /// A stretch of days on which a subject stands in one way.
  struct Row: Hashable {
    /// What is so.
    let what: What
    /// The first day.
    let from: CalendarDate
    /// The first day on which it no longer is so; nil while nothing ends it.
    let until: CalendarDate?
  }

  /// What can be so of a subject.
  enum What: Hashable {
    /// It stands in a state; without an order it comes as it first appeared.
    case state(String, Certainty, order: String?)
    /// A clock asks for something.
    case clock(Clock)
  }

  /// A clock that asks for something.
  struct Clock: Hashable {
    /// The declaration's id; empty when the subject is to be asked which clocks it has.
    let id: String
    /// The event that started it; the subject's own when it is to be asked.
    let startedBy: UInt64
    /// What it is about: the stream that people mean, which can be another than the subject's.
    let about: StreamID?
    /// By its raw end.
    let order: String
  }

  let rows: [Row]

  init<S: Subject>(_ subject: S, in views: ViewReader) throws {
    var spans = Spans()
    var orders = ClockOrders()
    let clocks = subject.hasRecurringTerms ? nil : try subject.clocks(in: views)
    for clock in clocks?.sorted(by: { $0.from < $1.from }) ?? [] {
      guard let asking = clock.asking else { continue }
      let end = asking.upperBound
      spans.add(orders.what(clock.term), from: asking.lowerBound, until: end == .afterLast ? nil : end)
    }
    if subject.hasRecurringTerms { spans.add(.recurring, from: .first, until: nil) }
    let asksDaily = !subject.hasRecurringTerms && clocks == nil
    let days = Set(try subject.days(in: views) + [CalendarDate.first]).sorted()
    for (index, day) in days.enumerated() {
      let until = index + 1 < days.count ? days[index + 1] : nil
      for standing in try subject.standing(on: day, in: views) {
        spans.add(
          .state(standing.state.rawValue, standing.certainty, order: standing.order?.text), from: day, until: until)
      }
      guard asksDaily else { continue }
      for term in try subject.terms(on: day, in: views) where term.asksSomething(on: day) {
        spans.add(orders.what(term), from: day, until: until)
      }
    }
    rows = spans.rows
  }

  /// What is so during which days, those that follow each other put together.
  private struct Spans {
    private(set) var rows: [Row] = []
    /// The last row of each.
    private var last: [What: Int] = [:]

    mutating func add(_ what: What, from: CalendarDate, until: CalendarDate?) {
      if let index = last[what], rows[index].from <= from {
        guard let end = rows[index].until else { return }
        if end >= from {
          rows[index] = Row(what: what, from: rows[index].from, until: until.map { max($0, end) })
          return
        }
      }
      last[what] = rows.count
      rows.append(Row(what: what, from: from, until: until))
    }
  }
}

extension Timeline.What {
  /// The subject is to be asked on every day which clocks it has.
  fileprivate static let recurring: Timeline.What = .clock(
    Timeline.Clock(id: "", startedBy: 0, about: nil, order: ""))
}

/// Where clocks come in a list; most are met again on the next day that something changes, with the same end.
private struct ClockOrders {
  private struct Key: Hashable {
    let id: String
    let startedBy: UInt64
  }

  private var known: [Key: (end: RunningTerm.End, order: String)] = [:]

  /// That a clock asks for something.
  mutating func what(_ term: RunningTerm) -> Timeline.What {
    .clock(
      Timeline.Clock(
        id: term.declaration.id, startedBy: term.startedBy, about: term.subject.stream, order: order(of: term)))
  }

  private mutating func order(of term: RunningTerm) -> String {
    let key = Key(id: term.declaration.id, startedBy: term.startedBy)
    if let known = known[key], known.end == term.end { return known.order }
    let order = term.listOrder
    known[key] = (term.end, order)
    return order
  }
}

extension RunningTerm {
  /// Whether something may still have to be done on a day: what meets or withdraws it, if anything, lies after that day.
  public func asksSomething(on day: CalendarDate) -> Bool {
    [met, withdrawn].allSatisfy { $0.map { $0.isAfter(day) == .yes } ?? true }
  }

  /// The raw end, or the earliest day that it can be; nil when it is not known.
  private var raw: CalendarDate? {
    switch end {
    case .on(let day): return day.earliest
    case .counted(let rule, let start):
      // The plain case, without the law and the sum in words.
      if case .day(let day) = start, let exact = day.exact, !rule.isInHours {
        return try? RawEnd(of: rule, from: exact, by: calendar).day
      }
      return TermOutcome(rule, from: start, by: calendar).earliest?.raw
    }
  }

  /// Clocks come by their raw end; those of which it is not known after them.
  var listOrder: String {
    return ListOrder(raw.map { Int64($0.daysSinceEpoch) } ?? .max, Int64(startedBy)).text
  }
}

/// Where a stretch of days is kept, so that those that hold a given day are found without looking at the others.
///
/// A virtual binary tree over all days, after Kriegel, Pötke and Seidl, "Managing Intervals Efficiently in
/// Object-Relational Databases" (VLDB 2000): each stretch is kept at the highest node inside it; those that hold a day
/// are at the nodes on the way to that day.
enum DayTree {
  /// The number of levels: enough for every day of the years 0000 to 9999.
  private static let levels = 22

  /// The number of a day, from 0.
  static func number(_ day: CalendarDate) -> Int { day.daysSinceEpoch - CalendarDate.first.daysSinceEpoch }

  /// The number after the last day: the end of what has none.
  static let end = 1 << levels

  /// The node at which the days from `first` up to `end` are kept, `end` not among them.
  static func node(_ first: Int, upTo end: Int) -> Int {
    let last = max(first, end - 1)
    let difference = first ^ last
    guard difference > 0 else { return first }
    let level = Int.bitWidth - 1 - difference.leadingZeroBitCount
    return (last >> level) << level
  }

  /// The nodes at which stretches can be kept that hold a day: at or before it, and after it.
  static func nodes(holding day: Int) -> (before: [Int], after: [Int]) {
    var (before, after): (Set<Int>, Set<Int>) = ([], [])
    for level in 0...levels {
      let node = (day >> level) << level
      before.insert(node)
      after.insert(node + (1 << level))
    }
    return (before.sorted(), after.sorted())
  }
}
