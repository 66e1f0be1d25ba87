/// The first and last day that are possible, both included; nil where there is no limit or it is not known.
struct DayBounds: Hashable, Sendable {
  let earliest: CalendarDate?
  let latest: CalendarDate?
}

extension ImpreciseDate {
  /// The first day on which it can have happened; nil when nothing limits it.
  ///
  /// A qualifier moves the bound, by this rule:
  /// - `~`, an estimate, reaches one unit of the next coarser precision further on both sides: a day 31 days, a month
  ///   one year, a year ten years. Whoever knew it less well than that would have written the coarser unit.
  /// - `?` and `%`, a doubted source, bound nothing: if the source is wrong, the true day can be any day.
  public var earliest: CalendarDate? { bounds.earliest }

  /// The last day on which it can have happened; nil when nothing limits it.
  ///
  /// Qualifiers move it by the rule under `earliest`.
  public var latest: CalendarDate? { bounds.latest }

  /// Both bounds, with the room that qualifiers ask for.
  var bounds: DayBounds {
    switch form {
    case .unknown: DayBounds(earliest: nil, latest: nil)
    case .season(let year, let season): season.days(in: year)
    case .single(let part): part.bounds
    case .interval(let start, let end):
      DayBounds(earliest: start.part?.bounds.earliest, latest: end.part?.bounds.latest)
    }
  }
}

extension DatePart {
  /// The days that the digits name, whatever the qualifier says.
  var namedDays: ClosedRange<CalendarDate> {
    switch self {
    case .date(.day(let day), _): day...day
    case .date(.month(let year, let month), _), .unspecified(.day(let year, let month)):
      Self.first(year, month)...Self.last(year, month)
    case .date(.year(let year), _), .unspecified(.month(let year)), .unspecified(.dayAndMonth(let year)):
      Self.first(year, 1)...Self.last(year, 12)
    case .unspecified(.decade(let year)): Self.first(year, 1)...Self.last(year + 9, 12)
    case .unspecified(.century(let year)): Self.first(year, 1)...Self.last(year + 99, 12)
    }
  }

  /// The days that are possible, by the rule under `ImpreciseDate.earliest`.
  var bounds: DayBounds {
    guard case .date(let precision, let qualifier?) = self else {
      return DayBounds(earliest: namedDays.lowerBound, latest: namedDays.upperBound)
    }
    switch qualifier {
    case .uncertain, .uncertainAndApproximate: return DayBounds(earliest: nil, latest: nil)
    case .approximate: return precision.widened
    }
  }

  private static func first(_ year: Int, _ month: Int) -> CalendarDate {
    CalendarDate(checkedYear: year, month: month, day: 1)
  }

  private static func last(_ year: Int, _ month: Int) -> CalendarDate {
    CalendarDate(checkedYear: year, month: month, day: CalendarDate.length(ofMonth: month, year: year))
  }
}

extension DatePart.Precision {
  /// The bounds of an estimate: one unit of the next coarser precision further on both sides.
  ///
  /// A bound that leaves the calendar limits nothing.
  fileprivate var widened: DayBounds {
    switch self {
    case .day(let day):
      DayBounds(
        earliest: CalendarDate(ifInRange: day.daysSinceEpoch - 31),
        latest: CalendarDate(ifInRange: day.daysSinceEpoch + 31))
    case .month(let year, let month):
      DayBounds(
        earliest: Self.days(year - 1, month, month)?.lowerBound, latest: Self.days(year + 1, month, month)?.upperBound)
    case .year(let year):
      DayBounds(earliest: Self.days(year - 10, 1, 12)?.lowerBound, latest: Self.days(year + 10, 1, 12)?.upperBound)
    }
  }

  private static func days(_ year: Int, _ from: Int, _ through: Int) -> ClosedRange<CalendarDate>? {
    guard (0...9999).contains(year) else { return nil }
    let length = CalendarDate.length(ofMonth: through, year: year)
    return CalendarDate(
      checkedYear: year, month: from, day: 1)...CalendarDate(checkedYear: year, month: through, day: length)
  }
}
