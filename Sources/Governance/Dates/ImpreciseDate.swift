/// The day on which something happened, as precisely as it is known.
///
/// The notation is EDTF (ISO 8601-2:2019 as profiled by the Library of Congress, 4 February 2019): level 0 dates and
/// intervals, and of level 1 the qualifiers `?`, `~` and `%` on a whole date, unspecified digits from the right, the
/// seasons 21 to 24, and open (`..`) and unknown (empty) ends of an interval. `XXXX`, a year of which no digit is
/// known, comes from level 2.
///
/// Not taken: a time of day, years outside 0000 to 9999, the rest of level 2, and what implementations of level 1
/// disagree on, such as a season in an interval. `DateProblem.Feature` names those that a reader of EDTF may expect.
///
/// In this ledger a value that is not one exact day says: *the fact happened on some day from `earliest` up to and
/// including `latest`*. Also an interval means this: not that something lasted, but that it happened once in between.
///
/// Each value has one spelling: `description` gives back exactly what was read.
public struct ImpreciseDate: Hashable, Sendable, CustomStringConvertible {
  /// What was written.
  let form: Form

  init(form: Form) { self.form = form }

  /// Exactly this day.
  public init(_ exact: CalendarDate) { form = .single(.date(.day(exact), nil)) }

  /// Nothing is known of the day: `XXXX`.
  public static let unknown: ImpreciseDate = ImpreciseDate(form: .unknown)

  /// The day, when it is known exactly and without a qualifier.
  public var exact: CalendarDate? {
    guard case .single(.date(.day(let day), nil)) = form else { return nil }
    return day
  }

  /// Whether the day is known exactly and without a qualifier.
  public var isExact: Bool { exact != nil }

  /// Whether a date in it is an estimate: qualifier `~` or `%`.
  public var isApproximate: Bool { qualifiers.contains { $0 != .uncertain } }

  /// Whether the source of a date in it is doubted: qualifier `?` or `%`.
  public var isUncertain: Bool { qualifiers.contains { $0 != .approximate } }

  /// The EDTF notation, exactly as it was read.
  public var description: String {
    switch form {
    case .unknown: "XXXX"
    case .season(let year, let season): "\(year.padded(to: 4))-\(season.rawValue)"
    case .single(let part): part.description
    case .interval(let start, let end): "\(start)/\(end)"
    }
  }

  private var qualifiers: [DatePart.Qualifier] {
    switch form {
    case .unknown, .season: []
    case .single(let part): [part.qualifier].compactMap(\.self)
    case .interval(let start, let end): [start.part?.qualifier, end.part?.qualifier].compactMap(\.self)
    }
  }

  /// The forms a value can have.
  enum Form: Hashable, Sendable {
    /// `XXXX`.
    case unknown
    /// EDTF level 1, seasons.
    case season(year: Int, Season)
    /// One date.
    case single(DatePart)
    /// EDTF level 0, time interval, and level 1, extended interval.
    case interval(start: End, end: End)
  }

  /// One side of an interval: EDTF level 1, extended interval.
  enum End: Hashable, Sendable, CustomStringConvertible {
    /// A date.
    case date(DatePart)
    /// `..`: no limit was set.
    case open
    /// Empty: there is a limit, but nobody knows it.
    case unknown

    var part: DatePart? {
      if case .date(let part) = self { part } else { nil }
    }

    var description: String {
      switch self {
      case .date(let part): part.description
      case .open: ".."
      case .unknown: ""
      }
    }
  }
}
