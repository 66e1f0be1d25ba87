/// The Algemene termijnenwet applied to the raw end of a term.
struct Termijnenwet {
  /// Why the law does not hold for a term: art. 4.
  enum Exclusion: Sendable, Hashable {
    case uren
    case meerDan90Dagen
    case meerDan12Weken
    case meerDan3Maanden
    case jaren
    case regelgevingOfVrijheid
  }

  /// What the law does to one raw end.
  struct Application: Sendable, Hashable {
    /// The end under the law.
    let end: CalendarDate
    /// Free days that moved it, in the order in which they were met: art. 1 and 3.
    let skipped: [TermCalculation.Skipped]
    /// How many ordinary days the term contained, when that was too few: art. 2.
    let ordinaryDays: Int?
  }

  let calendar: Kalender

  /// Why the law does not hold for a rule; nil when it does. Asks only about statutory rules.
  ///
  /// Working days are days here: more than 90 of them fall under art. 4 as well. Of an extended term each unit is judged
  /// as a whole, 8 weeks and 6 weeks as 14 weeks: in doubt the earlier end is the safe one.
  static func exclusion(of rule: TermRule) -> Exclusion? {
    if rule.basis == .wetUitgezonderd { return .regelgevingOfVrijheid }
    for step in rule.steps {
      switch step.unit {
      case .minuten, .uren: return .uren
      case .dagen where step.count > 90, .werkdagen where step.count > 90: return .meerDan90Dagen
      case .weken where step.count > 12: return .meerDan12Weken
      case .maanden where step.count > 3: return .meerDan3Maanden
      case .jaren: return .jaren
      default: continue
      }
    }
    return nil
  }

  /// The end under art. 1 and 2 of a term for which the law holds.
  ///
  /// A term counted back is not moved by art. 1 (lid 2 says so). Art. 2 has no such exception: a term of at least three
  /// days that is counted back must contain two ordinary days as well, and is lengthened backwards, to an earlier day.
  /// - Throws: `TermProblem.yearNotCovered` when the answer depends on an unknown year, `.outOfRange`.
  func apply(_ rule: TermRule, from start: CalendarDate, raw: CalendarDate) throws(TermProblem) -> Application {
    var skipped: [TermCalculation.Skipped] = []
    var tooFew: Int?
    var end = raw
    if Self.isAtLeastThreeDays(rule) {
      var ordinary = try ordinaryDays(from: start, to: raw, rule.direction)
      if ordinary < 2 {
        tooFew = ordinary
        // What was met on the way tells why there were too few.
        for day in Self.days(from: start, to: raw, rule.direction) {
          if let reason = try calendar.vrijeDag(day) { skipped.append(.init(day: day, reason: reason)) }
        }
        while ordinary < 2 {
          end = try Self.next(end, rule.direction)
          if let reason = try calendar.vrijeDag(end) {
            skipped.append(.init(day: end, reason: reason))
          } else {
            ordinary += 1
          }
        }
      }
    }
    if rule.direction == .after {
      while let reason = try calendar.vrijeDag(end) {
        skipped.append(.init(day: end, reason: reason))
        end = try Self.next(end, .after)
      }
    }
    return Application(end: end, skipped: skipped, ordinaryDays: tooFew)
  }

  /// Art. 2: "a term of at least three days". Weeks and months always are; working days contain their own.
  private static func isAtLeastThreeDays(_ rule: TermRule) -> Bool {
    rule.steps.contains { step in
      switch step.unit {
      case .minuten, .uren, .werkdagen: false
      case .dagen: step.count >= 3
      case .weken, .maanden, .jaren: true
      }
    }
  }

  /// How many ordinary days a term contains, counted no further than two.
  ///
  /// A day in an unknown year is an obstacle only when the known days do not suffice.
  private func ordinaryDays(
    from start: CalendarDate, to end: CalendarDate, _ direction: TermRule.Direction
  ) throws(TermProblem) -> Int {
    var count = 0
    var unknown: TermProblem?
    for day in Self.days(from: start, to: end, direction) {
      do { if try calendar.vrijeDag(day) == nil { count += 1 } } catch { unknown = unknown ?? error }
      if count == 2 { return count }
    }
    if let unknown { throw unknown }
    return count
  }

  private static func days(
    from start: CalendarDate, to end: CalendarDate, _ direction: TermRule.Direction
  ) -> some Sequence<CalendarDate> {
    let first = start.daysSinceEpoch
    let last = end.daysSinceEpoch
    let range =
      direction == .after
      ? stride(from: first + 1, through: last, by: 1) : stride(from: first - 1, through: last, by: -1)
    return range.lazy.map { CalendarDate(checkedDays: $0) }
  }

  private static func next(_ day: CalendarDate, _ direction: TermRule.Direction) throws(TermProblem) -> CalendarDate {
    guard let next = CalendarDate(ifInRange: day.daysSinceEpoch + (direction == .after ? 1 : -1)) else {
      throw .outOfRange
    }
    return next
  }
}

extension Termijnenwet.Exclusion {
  /// The ground, as art. 4 states it.
  var text: Text {
    switch self {
    case .uren: Text(nl: "in uren", en: "in hours")
    case .meerDan90Dagen: Text(nl: "meer dan 90 dagen", en: "more than 90 days")
    case .meerDan12Weken: Text(nl: "meer dan 12 weken", en: "more than 12 weeks")
    case .meerDan3Maanden: Text(nl: "meer dan 3 maanden", en: "more than 3 months")
    case .jaren: Text(nl: "in jaren", en: "in years")
    case .regelgevingOfVrijheid:
      Text(
        nl: "bekendmaking of inwerkingtreding van regels, of vrijheidsbeneming",
        en: "publication or entry into force of rules, or detention")
    }
  }
}
