/// How an end is counted: the length, on what authority, in which direction.
public struct TermRule: Sendable, Hashable {
  /// Where a term was set, which decides whether the Algemene termijnenwet holds for it.
  public enum Basis: Sendable, Hashable {
    /// In a statute or general administrative order: the Termijnenwet holds (art. 1 and 5).
    case wet
    /// In a statute, about publication or entry into force of legal rules or about detention: art. 4, b and c.
    case wetUitgezonderd
    /// In a local regulation, a decision, a contract: the Termijnenwet does not hold.
    case eigenRegel
  }

  /// From where it is counted.
  public enum Direction: Sendable, Hashable {
    /// So long after.
    case after
    /// So long before: terms "counted back from a moment or an event" (art. 1 lid 2).
    case before
  }

  /// The length and its extensions, in order; equal units that follow each other are one length.
  public let lengths: [TermLength]
  /// Where it was set.
  public let basis: Basis
  /// From where it is counted.
  public let direction: Direction

  /// The days on which it stands still, in any order; apart from its length, so that what was recorded first makes no
  /// difference.
  public let suspensions: [TermSuspension]
  /// A day until which it was extended, when that is later than its length gives.
  public let until: CalendarDate?

  /// A way of counting.
  public init(_ length: TermLength, _ basis: Basis, _ direction: Direction = .after) {
    self.init(lengths: [length], basis, direction)
  }

  private init(
    lengths: [TermLength], _ basis: Basis, _ direction: Direction, suspensions: [TermSuspension] = [],
    until: CalendarDate? = nil
  ) {
    self.lengths = lengths
    self.basis = basis
    self.direction = direction
    self.suspensions = suspensions
    self.until = until
  }

  /// Whether it was set in a statute.
  public var isStatutory: Bool { basis != .eigenRegel }

  /// The same with an extension, which follows the raw end: the earlier of the two, so that nobody is late by it.
  public func extended(by length: TermLength) -> TermRule {
    TermRule(lengths: lengths + [length], basis, direction, suspensions: suspensions, until: until)
  }

  /// The same, extended until a day; it has no effect when the term ends later anyhow.
  public func extended(until day: CalendarDate) -> TermRule {
    TermRule(
      lengths: lengths, basis, direction, suspensions: suspensions, until: until.map { max($0, day) } ?? day)
  }

  /// The same, standing still on some days more.
  public func suspended(_ suspension: TermSuspension) -> TermRule {
    TermRule(lengths: lengths, basis, direction, suspensions: suspensions + [suspension], until: until)
  }

  /// The end as it is literally counted, before the Algemene termijnenwet: what a term without it ends on.
  /// - Throws: `TermProblem`; for a rule in hours `.hoursAndDays`.
  public func rawEnd(from start: CalendarDate, by calendar: Kalender) throws(TermProblem) -> CalendarDate {
    try RawEnd(of: self, from: start, by: calendar).day
  }

  /// The lengths with equal units taken together: 1 month and 1 month more are 2 months from the start, so that
  /// 31 January gives 31 March and not 28 March.
  var steps: [TermLength] {
    lengths.reduce(into: []) { steps, length in
      if let last = steps.last, last.unit == length.unit, let sum = TermLength(last.count + length.count, last.unit) {
        steps[steps.count - 1] = sum
      } else {
        steps.append(length)
      }
    }
  }

  /// The length in words, with its extensions.
  public var text: Text {
    let counted = lengths.dropFirst().reduce(lengths.first?.text ?? Text("")) { text, more in
      text + Text(nl: ", verlengd met ", en: ", extended by ") + more.text
    }
    guard let until else { return counted }
    return counted + Text(nl: ", verlengd tot en met ", en: ", extended up to and including ") + until.text
  }
}
