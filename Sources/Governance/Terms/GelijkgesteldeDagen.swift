/// One version of the table of days that royal decrees equate with holidays (Algemene termijnenwet art. 3 lid 3).
///
/// A decree cannot be computed, so a year that no decree in the table covers is unknown, not empty. A version never
/// changes: what is learned later becomes a new one, and the old ones stay, so that an old deadline can be counted again
/// exactly as it was.
public struct GelijkgesteldeDagen: Sendable, Hashable {
  /// What one decree equates.
  public struct Besluit: Sendable, Hashable {
    /// The years it covers.
    public let years: ClosedRange<Int>
    /// The days.
    public let days: Set<CalendarDate>

    /// How it is cited.
    public var source: String {
      let period = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
      return "Besluit gelijkstelling van dagen met algemeen erkende feestdagen \(period)"
    }

    /// What a decree equates; nil when a day lies outside the years it covers, or when there is none.
    public init?(_ years: ClosedRange<Int>, _ days: some Sequence<CalendarDate>) {
      self.years = years
      self.days = Set(days)
      guard !self.days.isEmpty, self.days.allSatisfy({ years.contains($0.year) }) else { return nil }
    }

    /// Days as month and day of a year.
    init(_ years: ClosedRange<Int>, _ days: (year: Int, month: Int, day: Int)...) {
      self.years = years
      self.days = Set(days.map { CalendarDate(checkedYear: $0.year, month: $0.month, day: $0.day) })
    }
  }

  /// Its name: the last year it covers and a number, as in `2028-1`.
  public let version: String
  /// What it is made of.
  public let decrees: [Besluit]

  /// A version of the table, with its decrees in the order of their years; no two of them cover one year.
  public init(version: String, decrees: [Besluit]) {
    self.version = version
    self.decrees = decrees.sorted { $0.years.lowerBound < $1.years.lowerBound }
  }

  /// The same table with the decrees of a later version for years about which it says nothing.
  ///
  /// What a table says of a year stays as it is. A year that it did not cover was not known to have no such days: then
  /// nothing is moved by learning which days they are.
  public func completed(by later: GelijkgesteldeDagen) -> GelijkgesteldeDagen {
    let more = later.decrees.filter { new in !decrees.contains { $0.years.overlaps(new.years) } }
    guard !more.isEmpty else { return self }
    return GelijkgesteldeDagen(version: "\(version)+\(later.version)", decrees: decrees + more)
  }

  /// The decree that covers a year; nil when the table does not know.
  func decree(for year: Int) -> Besluit? { decrees.first { $0.years.contains(year) } }

  /// Whether a day is equated with a holiday.
  /// - Throws: `TermProblem.yearNotCovered`.
  func contains(_ day: CalendarDate) throws(TermProblem) -> Bool {
    let year = day.year
    guard let decree = decree(for: year) else { throw .yearNotCovered(year, table: version) }
    return decree.days.contains(day)
  }

  /// The years it covers, as people read them: "2017–2019, 2022–2028".
  public var coverage: String {
    var spans: [ClosedRange<Int>] = []
    for decree in decrees {
      if let last = spans.last, last.upperBound + 1 == decree.years.lowerBound {
        spans[spans.count - 1] = last.lowerBound...decree.years.upperBound
      } else {
        spans.append(decree.years)
      }
    }
    return spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(
      separator: ", ")
  }
}

extension GelijkgesteldeDagen {
  // The decree for 2020 and 2021 has not been verified, so no version covers those years.
  private static let from2017 = Besluit(
    2017...2019, (2017, 4, 28), (2017, 5, 26), (2018, 5, 11), (2018, 12, 24), (2018, 12, 31), (2019, 5, 31),
    (2019, 12, 27))
  private static let of2022 = Besluit(2022...2022, (2022, 5, 27))
  private static let from2023 = Besluit(
    2023...2025, (2023, 4, 28), (2023, 5, 19), (2024, 5, 10), (2024, 12, 27), (2025, 5, 30))
  private static let from2026 = Besluit(
    2026...2028, (2026, 1, 2), (2026, 5, 15), (2027, 5, 7), (2028, 4, 28), (2028, 5, 26))

  /// Every version, oldest first; the last is the present one.
  public static let versions: [GelijkgesteldeDagen] = [
    GelijkgesteldeDagen(version: "2019-1", decrees: [from2017]),
    GelijkgesteldeDagen(version: "2022-1", decrees: [from2017, of2022]),
    GelijkgesteldeDagen(version: "2025-1", decrees: [from2017, of2022, from2023]),
    present,
  ]

  /// The present version.
  public static let present: GelijkgesteldeDagen = GelijkgesteldeDagen(
    version: "2028-1", decrees: [from2017, of2022, from2023, from2026])

  /// The version with this name.
  /// - Throws: `TermProblem.noSuchTable`.
  public init(version: String) throws(TermProblem) {
    guard let found = Self.versions.first(where: { $0.version == version }) else { throw .noSuchTable(version) }
    self = found
  }
}
