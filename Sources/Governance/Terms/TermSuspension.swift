/// Days on which a term stands still: from a day that is in, until a day that is out.
///
/// A law says from when and until when (Awb 4:15, 7:10 lid 2); the days in between are added after the end.
public struct TermSuspension: Sendable, Hashable {
  /// The first day on which it stands still.
  public let from: CalendarDate
  /// The day on which it goes on.
  public let until: CalendarDate

  /// Days without the last one; nil when there are none.
  public init?(_ from: CalendarDate, until: CalendarDate) {
    guard from < until else { return nil }
    self.from = from
    self.until = until
  }

  /// How many days there are.
  public var days: Int { until.daysSinceEpoch - from.daysSinceEpoch }

  /// The same days in order, those that meet or overlap taken together: no day counts twice.
  static func merged(_ suspensions: [TermSuspension]) -> [TermSuspension] {
    suspensions.sorted { ($0.from, $0.until) < ($1.from, $1.until) }.reduce(into: []) { merged, next in
      if let last = merged.last, next.from <= last.until {
        let whole = TermSuspension(last.from, until: max(last.until, next.until))
        merged[merged.count - 1] = whole ?? last
      } else {
        merged.append(next)
      }
    }
  }
}
