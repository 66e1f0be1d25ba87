import Ledger

/// A running term as it stands on a day: the end, the sum, the status.
public struct JudgedTerm: Sendable, Hashable {
  /// The clock.
  public let term: RunningTerm
  /// What can be said of its end; nil for a day that someone set.
  public let outcome: TermOutcome?
  /// How it stands; nil when what is known does not tell.
  public let status: TermStatus?
  /// Whether its raw end is the earliest of the open clocks on its subject: the one that binds first.
  public internal(set) var bindsFirst = false
  /// How many open clocks run on its subject.
  public internal(set) var clocksOnSubject = 1

  /// Judges a term.
  /// - Parameter warnBefore: How many days before its raw end it is called near.
  public init(_ term: RunningTerm, today: CalendarDate, warnBefore: Int) {
    self.term = term
    let bounds: TermBounds
    switch term.end {
    case .counted(let rule, let start):
      let outcome = TermOutcome(rule, from: start, by: term.calendar)
      self.outcome = outcome
      bounds = TermBounds(
        rawEarliest: outcome.earliest?.raw, earliest: outcome.earliest?.latest, latest: outcome.latest?.latest)
    case .on(let day):
      outcome = nil
      bounds = TermBounds(rawEarliest: day.earliest, earliest: day.earliest, latest: day.latest)
    }
    self.bounds = bounds
    status = TermStatus(bounds, met: term.met, withdrawn: term.withdrawn, today: today, warnBefore: warnBefore)
  }

  let bounds: TermBounds

  /// The raw end, or the earliest day it can be.
  public var raw: CalendarDate? { bounds.rawEarliest }
  /// The last day, or the earliest day it can be.
  public var latest: CalendarDate? { bounds.earliest }
  /// The latest day that can be the last; equal to `latest` when the end is known.
  public var latestPossible: CalendarDate? { bounds.latest }
  /// Whether the end is one known day.
  public var isExact: Bool { bounds.earliest != nil && bounds.earliest == bounds.latest }

  /// The day from which it is counted, when there is one exact day.
  public var start: CalendarDate? {
    if case .exact(let end)? = outcome { end.start } else { nil }
  }

  /// Whether it still asks for something.
  public var isOpen: Bool { status?.isOpen ?? (term.missing != nil || term.met == nil && term.withdrawn == nil) }

  /// What is missing to compute or judge it.
  public var missing: Text? {
    if let missing = term.missing ?? outcome?.missing { return missing }
    if term.end == .on(.unknown) {
      return Text(nl: "een termijn of dag: er is er geen vastgelegd", en: "a term or day: none was laid down")
    }
    if case .on(let day) = term.end, !day.isExact {
      return Text(nl: "de precieze dag (bekend: \(day.text.nl))", en: "the exact day (known: \(day.text.en))")
    }
    if status == nil, let met = term.met {
      return Text(
        nl: "de precieze dag waarop het gebeurde (bekend: \(met.text.nl))",
        en: "the exact day on which it was done (known: \(met.text.en))")
    }
    return nil
  }

  /// The sum as a sentence; for an end between two days both sums.
  public var sum: Text? {
    switch outcome {
    case .exact(let end): end.sum
    case .between(let earliest, let latest, _):
      [earliest, latest].compactMap { $0?.sum }.reduce(nil) { text, next in
        text.map { $0 + Text(nl: "; uiterst ", en: "; at most ") + next } ?? next
      }
    case .unknown, nil: nil
    }
  }

  /// What the sum rests on.
  public var sources: [String] { (outcome?.earliest ?? outcome?.latest)?.sources ?? [] }
}

extension [JudgedTerm] {
  /// Judges clocks and puts them in order: open ones by their raw end, the earliest binding one first, then those that
  /// cannot be computed, then what is done, latest first.
  public init(_ terms: [RunningTerm], today: CalendarDate, warnBefore: Int) {
    let unordered = terms.map { JudgedTerm($0, today: today, warnBefore: warnBefore) }
    // A term is large: what is put in order is its place in the list.
    let keys = unordered.map { Self.key($0) }
    var judged = unordered.indices.sorted { Self.precedes($0, $1, unordered, keys) }.map { unordered[$0] }
    var first: [StreamID: Int] = [:]
    var count: [StreamID: Int] = [:]
    for (index, term) in judged.enumerated() where term.isOpen {
      count[term.term.subject.stream, default: 0] += 1
      if first[term.term.subject.stream] == nil { first[term.term.subject.stream] = index }
    }
    for (index, term) in judged.enumerated() {
      let stream = term.term.subject.stream
      judged[index].bindsFirst = first[stream] == index && term.raw != nil
      judged[index].clocksOnSubject = count[stream] ?? 0
    }
    self = judged
  }

  private static func precedes(_ left: Int, _ right: Int, _ terms: [JudgedTerm], _ keys: [Key]) -> Bool {
    if keys[left] != keys[right] { return keys[left] < keys[right] }
    return terms[left].term.declaration.id < terms[right].term.declaration.id
  }

  private typealias Key = (group: Int, day: Int, startedBy: UInt64)

  private static func key(_ term: JudgedTerm) -> Key {
    let day = term.raw?.daysSinceEpoch
    guard term.isOpen else { return (2, -(day ?? .min + 1), term.term.startedBy) }
    return day.map { (0, $0, term.term.startedBy) } ?? (1, 0, term.term.startedBy)
  }
}
