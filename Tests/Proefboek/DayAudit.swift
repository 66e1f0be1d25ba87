import Governance
import Ledger

/// Compares what a kind of subject says of a day, which it finds in stretches of days, with a plain account that goes
/// through every fact for that day alone.
public struct DayAudit<S: Subject> {
  /// What must be so of one subject on one day.
  public struct Account {
    /// The clocks.
    public let terms: [RunningTerm]
    /// How it stands; nil where that is not compared.
    public let standing: [Standing<S.State>]?

    /// An account.
    public init(terms: [RunningTerm], standing: [Standing<S.State>]? = nil) {
      self.terms = terms
      self.standing = standing
    }
  }

  private let account: (S, CalendarDate, ViewReader) throws -> Account
  private let seed: UInt64
  private var random: Toeval

  /// An audit.
  /// - Parameters:
  ///   - seed: Where the random days come from; every fault names it.
  ///   - account: The plain account.
  public init(
    _ type: S.Type, seed: UInt64, _ account: @escaping (S, CalendarDate, ViewReader) throws -> Account
  ) {
    self.account = account
    self.seed = seed
    random = Toeval(seed)
  }

  /// What differs on the days on which something can change, the days beside them, and some others; and how many clocks
  /// were compared.
  public mutating func faults(_ boek: Proefboek, randomDays: Int = 20) throws -> (faults: [String], clocks: Int) {
    try boek.read { reading in
      let views = reading.views
      let keys = try views.keys(S.self)
      var (faults, clocks): ([String], Int) = ([], 0)
      let days = try random.days(of: S.self, keys, views, randomDays)
      for key in keys {
        guard let subject = try S(key, in: views) else { continue }
        let spans = try subject.clocks(in: views)
        for day in days {
          let expected = try account(subject, day, views)
          let found = spans?.known(on: day) ?? []
          clocks += expected.terms.count
          let (left, right) = (Self.counted(found, on: day), Self.counted(expected.terms, on: day))
          for term in Set(left.keys).union(right.keys) where left[term] != right[term] {
            faults.append(
              "\(day): \(left[term] ?? 0) instead of \(right[term] ?? 0) of \(term) on \(key), seed \(seed)")
          }
          guard let standing = expected.standing else { continue }
          let (stands, must) = (Self.texts(try subject.standing(on: day, in: views)), Self.texts(standing))
          if stands != must { faults.append("\(day): \(key) stands \(stands) instead of \(must), seed \(seed)") }
        }
      }
      return (faults, clocks)
    }
  }

  private static func texts(_ standing: [Standing<S.State>]) -> [String] {
    standing.map { "\($0.state.rawValue) \($0.certainty) \($0.order.map { "\($0)" } ?? "-")" }
  }

  /// A clock in words. Since when it has lapsed is left out where it lapsed by the day: a plain account knows only that.
  private static func counted(_ terms: [RunningTerm], on day: CalendarDate) -> [String: Int] {
    terms.reduce(into: [:]) { counts, term in
      let lapsed = term.withdrawn.map { $0.isOnOrBefore(day) == .yes ? "lapsed" : "\($0)" } ?? "-"
      counts[
        "\(term.declaration.id) \(term.declaration.rule.map { "\($0)" } ?? "") \(term.end) by \(term.startedBy),"
          + " met \(term.met.map { "\($0)" } ?? "-"), \(lapsed), \(term.positions), \(term.subject)",
        default: 0] += 1
    }
  }
}
