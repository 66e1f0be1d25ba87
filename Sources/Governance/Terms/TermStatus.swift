/// How a term stands on a day.
public enum TermStatus: String, Sendable, CaseIterable {
  /// It runs.
  case loopt
  /// It runs and its raw end is near, or behind us while the Termijnenwet still gives time.
  case nadert
  /// Its last day has passed and it was not met.
  case verstreken
  /// It was met in time.
  case gehaald
  /// It was met after its last day.
  case teLaat
  /// It lapsed: withdrawn, or no longer needed.
  case vervallen

  /// What it is called.
  public var text: Text {
    switch self {
    case .loopt: Text(nl: "loopt", en: "running")
    case .nadert: Text(nl: "nadert", en: "near")
    case .verstreken: Text(nl: "verstreken", en: "passed")
    case .gehaald: Text(nl: "gehaald", en: "met")
    case .teLaat: Text(nl: "te laat", en: "met late")
    case .vervallen: Text(nl: "vervallen", en: "lapsed")
    }
  }

  /// Whether something still has to be done.
  public var isOpen: Bool { self == .loopt || self == .nadert || self == .verstreken }
}

/// The two ends that a status is judged by, each as early and as late as it can be.
public struct TermBounds: Sendable, Hashable {
  /// The earliest raw end: the one to warn on.
  let rawEarliest: CalendarDate?
  /// The earliest last day.
  let earliest: CalendarDate?
  /// The latest last day: only after it a term has certainly passed.
  let latest: CalendarDate?

  /// The ends; all the same when the end is one known day that the Termijnenwet does not move.
  public init(rawEarliest: CalendarDate?, earliest: CalendarDate?, latest: CalendarDate?) {
    self.rawEarliest = rawEarliest
    self.earliest = earliest
    self.latest = latest
  }
}

extension TermStatus {
  /// The status of a term on a day; nil when what is known of its dates does not tell.
  ///
  /// What happens after `today` has not happened yet. What lapsed after it was met was met; what was met after it lapsed
  /// had lapsed. A day on which it was met that is not known exactly counts when every possible day gives the same
  /// answer.
  public init?(
    _ bounds: TermBounds, met: ImpreciseDate?, withdrawn: ImpreciseDate?, today: CalendarDate, warnBefore: Int
  ) {
    let met = met.flatMap { $0.isAfter(today) == .yes ? nil : $0 }
    let withdrawn = withdrawn.flatMap { $0.isAfter(today) == .yes ? nil : $0 }
    if let withdrawn, met.map({ Self.isBefore(withdrawn, $0) }) ?? true {
      self = .vervallen
    } else if let met {
      guard let status = Self.judge(met, bounds, today) else { return nil }
      self = status
    } else {
      guard let status = Self.open(bounds, today, warnBefore) else { return nil }
      self = status
    }
  }

  private static func isBefore(_ left: ImpreciseDate, _ right: ImpreciseDate) -> Bool {
    guard let end = left.latest, let start = right.earliest else { return false }
    return end < start
  }

  private static func judge(_ met: ImpreciseDate, _ bounds: TermBounds, _ today: CalendarDate) -> TermStatus? {
    let last = met.latest.map { min($0, today) } ?? today
    if let end = bounds.earliest, last <= end { return .gehaald }
    if let end = bounds.latest, let first = met.earliest, first > end { return .teLaat }
    return nil
  }

  private static func open(_ bounds: TermBounds, _ today: CalendarDate, _ warnBefore: Int) -> TermStatus? {
    if let latest = bounds.latest, today > latest { return .verstreken }
    guard let raw = bounds.rawEarliest, let earliest = bounds.earliest, today <= earliest else { return nil }
    return raw.daysSinceEpoch - today.daysSinceEpoch <= warnBefore ? .nadert : .loopt
  }
}
