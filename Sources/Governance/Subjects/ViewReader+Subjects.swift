import Ledger

/// A subject as a list finds it: which, how it stands, and whether that is certain.
public struct Listed<State: Sendable>: Sendable {
  /// Which subject.
  public let key: SubjectKey
  /// How it stands on the day that was asked about.
  public let state: State
  /// Whether it certainly stands so.
  public let certainty: Certainty
}

extension Listed: Equatable where State: Equatable {}

/// A clock as the list of terms finds it.
struct ListedClock {
  let key: SubjectKey
  /// Which clock of the subject; nil when the subject is to be asked itself.
  let clock: Timeline.Clock?
  let order: String
}

extension ViewReader {
  /// A subject as the facts so far make it; folded once, and kept until an event touches it.
  public func subject<S: Subject>(_ type: S.Type, _ key: SubjectKey) throws -> S? {
    if let known = pass.folded(S.self, key) { return known.subject }
    let subject = try S(key, in: self)
    pass.keep(subject, S.self, key)
    return subject
  }

  /// The subjects that stand in one of these states on a day, in the order of the list; one indexed query.
  public func subjects<S: Subject>(
    _ type: S.Type, _ states: [S.State], on day: CalendarDate, _ page: ListPage = .all
  ) throws -> [Listed<S.State>] {
    try settle()
    let names = states.map { TableValue.text($0.rawValue) }
    return try standing(SubjectView<S>(), names, on: day, page).compactMap { row in
      guard let key = row.text("sleutel").flatMap({ SubjectKey($0) }),
        let state = row.text("toestand").flatMap({ S.State(rawValue: $0) }),
        let certainty = row.text("zekerheid").flatMap({ Certainty(rawValue: $0) })
      else { return nil }
      return Listed(key: key, state: state, certainty: certainty)
    }
  }

  /// Every subject of a kind, in the order in which they first appeared.
  public func keys<S: Subject>(_ type: S.Type, _ page: ListPage = .all) throws -> [SubjectKey] {
    try rows(
      SubjectView<S>(), "SELECT sleutel FROM {onderwerp} ORDER BY position, sleutel LIMIT ? OFFSET ?",
      [.int(Int64(page.limit ?? -1)), .int(Int64(page.offset))]
    ).compactMap { $0.text("sleutel").flatMap { SubjectKey($0) } }
  }

  /// The number of a subject in its series, given once; nil for one that has none.
  public func number<S: Subject>(_ type: S.Type, _ key: SubjectKey) throws -> (series: String, number: Int64)? {
    let row = try rows(
      SubjectView<S>(), "SELECT reeks, nummer FROM {onderwerp} WHERE sleutel = ?", [.text(key.description)]
    ).first
    guard let row, let series = row.text("reeks"), let number = row.int("nummer") else { return nil }
    return (series, number)
  }

  /// The subject with a number in a series; nil when there is none.
  public func key<S: Subject>(_ type: S.Type, series: String, number: Int64) throws -> SubjectKey? {
    try rows(
      SubjectView<S>(), "SELECT sleutel FROM {onderwerp} WHERE reeks = ? AND nummer = ?", [.text(series), .int(number)]
    ).first?.text("sleutel").flatMap { SubjectKey($0) }
  }

  /// The clocks of a kind that ask for something on a day, by their raw end.
  func clocks<S: Subject>(_ type: S.Type, on day: CalendarDate, _ page: ListPage) throws -> [ListedClock] {
    try settle()
    return try standing(SubjectView<S>(), [.text(Timeline.clock)], on: day, page).compactMap { row in
      guard let key = row.text("sleutel").flatMap({ SubjectKey($0) }), let order = row.text("volgorde") else {
        return nil
      }
      let id = row.text("klok") ?? ""
      let clock = row.int("begonnen").flatMap { $0 < 0 ? nil : Timeline.Clock(id: id, startedBy: UInt64($0)) }
      return ListedClock(key: key, clock: clock, order: order)
    }
  }

  private func standing<S: Subject>(
    _ view: SubjectView<S>, _ states: [TableValue], on day: CalendarDate, _ page: ListPage
  ) throws -> [TableRow] {
    let number = DayTree.number(day)
    let (before, after) = DayTree.nodes(holding: number)
    let places = states.map { _ in "?" }.joined(separator: ", ")
    func list(_ nodes: [Int]) -> String { nodes.map(String.init).joined(separator: ", ") }
    let columns = "sleutel, toestand, klok, begonnen, zekerheid, volgorde"
    // At a node at or before the day every stretch has begun by it; at one after it none has ended.
    return try tables.rows(
      view.expand(
        """
        SELECT \(columns) FROM {stand} WHERE toestand IN (\(places)) AND knoop IN (\(list(before))) AND tot > ?
        UNION ALL
        SELECT \(columns) FROM {stand} WHERE toestand IN (\(places)) AND knoop IN (\(list(after))) AND van <= ?
        ORDER BY volgorde, sleutel, toestand LIMIT ? OFFSET ?
        """),
      states + [.int(Int64(number))] + states
        + [.int(Int64(number)), .int(Int64(page.limit ?? -1)), .int(Int64(page.offset))])
  }
}
