/// From when a term is counted, as far as it is known.
public enum TermStart: Sendable, Hashable {
  /// A day, exact or not.
  case day(ImpreciseDate)
  /// A moment; what a term in hours needs.
  case moment(Instant)
  /// What starts the clock has not been recorded; the text says what is missing.
  case missing(Text)

  /// The date as it is known; nil when nothing was recorded.
  public var date: ImpreciseDate? {
    switch self {
    case .day(let day): day
    case .moment(let moment): ImpreciseDate(moment.date)
    case .missing: nil
    }
  }
}

/// What can be said of a term's end.
public enum TermOutcome: Sendable, Hashable {
  /// It ends on this day.
  case exact(TermCalculation)
  /// It ends between two days, either of which may be unknown; the text says what is missing.
  case between(TermCalculation?, TermCalculation?, missing: Text)
  /// It cannot be computed; the text says what is missing.
  case unknown(missing: Text)

  /// Counts a term from what is known of its start.
  public init(_ rule: TermRule, from start: TermStart, by calendar: Kalender) {
    do throws(TermProblem) {
      switch start {
      case .missing(let text): self = .unknown(missing: text)
      case .moment(let moment): self = .exact(try TermCalculation(rule, from: moment, by: calendar))
      case .day(let day):
        if let exact = day.exact, !rule.isInHours {
          self = .exact(try TermCalculation(rule, from: exact, by: calendar))
        } else {
          self = try Self.bounded(rule, from: day, by: calendar)
        }
      }
    } catch { self = .unknown(missing: error.text) }
  }

  /// The later the start, the later the end: so the bounds of the start give those of the end.
  private static func bounded(
    _ rule: TermRule, from day: ImpreciseDate, by calendar: Kalender
  ) throws(TermProblem) -> TermOutcome {
    let missing =
      if rule.isInHours, day.isExact {
        Text(nl: "het uur waarop de termijn begon", en: "the hour at which the term started")
      } else if day == .unknown {
        Text(nl: "de begindatum", en: "the start date")
      } else {
        Text(
          nl: "de precieze begindatum (bekend: \(day.text.nl))", en: "the exact start date (known: \(day.text.en))")
      }
    var ends: [TermCalculation?] = []
    for (bound, isLast) in [(day.earliest, false), (day.latest, true)] {
      guard let bound else {
        ends.append(nil)
        continue
      }
      if rule.isInHours {
        // A day lasts until the midnight with which the next one starts.
        guard let midnight = Instant.midnight(isLast ? bound.daysSinceEpoch + 1 : bound.daysSinceEpoch) else {
          throw .outOfRange
        }
        ends.append(try TermCalculation(rule, from: midnight, by: calendar))
      } else {
        ends.append(try TermCalculation(rule, from: bound, by: calendar))
      }
    }
    if ends.allSatisfy({ $0 == nil }) { return .unknown(missing: missing) }
    return .between(ends[0], ends[1], missing: missing)
  }

  /// The calculation of the earliest possible end: the one to work to.
  public var earliest: TermCalculation? {
    switch self {
    case .exact(let end): end
    case .between(let earliest, _, _): earliest
    case .unknown: nil
    }
  }

  /// The calculation of the latest possible end: only after it a term has certainly passed.
  public var latest: TermCalculation? {
    switch self {
    case .exact(let end): end
    case .between(_, let latest, _): latest
    case .unknown: nil
    }
  }

  /// What is missing for one exact end.
  public var missing: Text? {
    switch self {
    case .exact: nil
    case .between(_, _, let missing), .unknown(let missing): missing
    }
  }
}

extension Instant {
  /// The moment at which a day starts in the Netherlands; nil outside the range of moments.
  static func midnight(_ daysSinceEpoch: Int) -> Instant? {
    // No change of the clock ever happened at midnight, so the offset just before it is right.
    let utc = Int64(daysSinceEpoch) * 86_400
    guard let guess = try? Instant(secondsSince1970: utc - 7200) else { return nil }
    return try? Instant(secondsSince1970: utc - guess.amsterdamOffset)
  }
}
