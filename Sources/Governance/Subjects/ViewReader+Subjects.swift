import Ledger

/// A subject as a list finds it: which, how it stands, and whether that is certain.
public struct Listed<State: Sendable>: Sendable {
  /// Which subject.
  public let key: SubjectKey
  /// How it stands on the day that was asked about.
  public let state: State
  /// Whether it certainly stands so.
  public let certainty: Certainty
  /// Where it comes in the list.
  public let order: ListOrder
}

extension Listed: Equatable where State: Equatable {}

/// A clock as the list of terms finds it.
struct ListedClock {
  let key: SubjectKey
  /// The declaration's id; empty when the subject is to be asked which clocks it has.
  let id: String
  let startedBy: UInt64
  /// Where it comes in the list.
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
    let places = names.map { _ in "?" }.joined(separator: ", ")
    let rows = try holding(
      day, SubjectView<S>(), "SELECT sleutel, toestand, zekerheid, volgorde FROM {stand} WHERE toestand IN (\(places))",
      names, "volgorde, sleutel, toestand", page)
    return rows.compactMap { row in
      guard let key = row.text("sleutel").flatMap({ SubjectKey($0) }),
        let state = row.text("toestand").flatMap({ S.State(rawValue: $0) }),
        let certainty = row.text("zekerheid").flatMap({ Certainty(rawValue: $0) }), let order = row.text("volgorde")
      else { return nil }
      return Listed(key: key, state: state, certainty: certainty, order: ListOrder(stored: order))
    }
  }

  /// Whether any subject stands in one of these states on a day; however many do, one is looked at.
  public func hasSubject<S: Subject>(_ type: S.Type, _ states: [S.State], on day: CalendarDate) throws -> Bool {
    try settle()
    let names = states.map { TableValue.text($0.rawValue) }
    let places = names.map { _ in "?" }.joined(separator: ", ")
    return try !holding(
      day, SubjectView<S>(), "SELECT sleutel FROM {stand} WHERE toestand IN (\(places))", names, nil,
      ListPage(limit: 1)
    ).isEmpty
  }

  /// Every subject of a kind, in the order in which they first appeared.
  public func keys<S: Subject>(_ type: S.Type, _ page: ListPage = .all) throws -> [SubjectKey] {
    try rows(
      SubjectView<S>(), "SELECT sleutel FROM {onderwerp} ORDER BY position, sleutel LIMIT ? OFFSET ?",
      [.int(Int64(page.limit ?? -1)), .int(Int64(page.offset))]
    ).compactMap { $0.text("sleutel").flatMap { SubjectKey($0) } }
  }

  /// The fact with which a subject first appeared, however much was recorded about it since; nil when there is none.
  public func opening<S: Subject>(_ type: S.Type, _ key: SubjectKey) throws -> Fact? {
    try rows(SubjectView<S>(), "SELECT position FROM {onderwerp} WHERE sleutel = ?", [.text(key.description)])
      .first?.place("position").flatMap { try fact(at: $0) }
  }

  /// The subjects of a series, by their numbers.
  public func keys<S: Subject>(_ type: S.Type, series: String, _ page: ListPage = .all) throws -> [SubjectKey] {
    try rows(
      SubjectView<S>(), "SELECT sleutel FROM {onderwerp} WHERE reeks = ? ORDER BY nummer LIMIT ? OFFSET ?",
      [.text(series), .int(Int64(page.limit ?? -1)), .int(Int64(page.offset))]
    ).compactMap { $0.text("sleutel").flatMap { SubjectKey($0) } }
  }

  /// How many subjects a series has.
  public func count<S: Subject>(_ type: S.Type, series: String) throws -> Int {
    // Numbers begin at 1 and none is left out, so the last one tells, and no row is counted.
    let row = try rows(
      SubjectView<S>(), "SELECT max(nummer) AS aantal FROM {onderwerp} WHERE reeks = ?", [.text(series)]
    ).first
    return row?.int("aantal").map { Int($0) } ?? 0
  }

  /// The number of a subject in its series, given once; nil for one that has none.
  public func number<S: Subject>(_ type: S.Type, _ key: SubjectKey) throws -> (series: String, number: Int64)? {
    let found = try pass.number(S.kind, key) {
      let row = try rows(
        SubjectView<S>(), "SELECT reeks, nummer FROM {onderwerp} WHERE sleutel = ?", [.text(key.description)]
      ).first
      guard let row, let series = row.text("reeks"), let number = row.int("nummer") else { return nil }
      return ViewPass.Number(series: series, number: number)
    }
    return found.map { ($0.series, $0.number) }
  }

  /// The subject with a number in a series; nil when there is none.
  public func key<S: Subject>(_ type: S.Type, series: String, number: Int64) throws -> SubjectKey? {
    try rows(
      SubjectView<S>(), "SELECT sleutel FROM {onderwerp} WHERE reeks = ? AND nummer = ?", [.text(series), .int(number)]
    ).first?.text("sleutel").flatMap { SubjectKey($0) }
  }

  /// The clocks of a kind that ask for something on a day, by their raw end; only those about one stream when it is
  /// named.
  func clocks<S: Subject>(
    _ type: S.Type, on day: CalendarDate, about stream: StreamID? = nil, _ page: ListPage
  ) throws -> [ListedClock] {
    try settle()
    let (select, order) = (
      "SELECT sleutel, klok, begonnen, volgorde FROM {klok} WHERE", "volgorde, sleutel, klok, begonnen"
    )
    let view = SubjectView<S>()
    let found: [TableRow]
    if let stream {
      let number = TableValue.int(Int64(DayTree.number(day)))
      found = try rows(
        view, "\(select) over IN (?, '') AND van <= ? AND tot > ? ORDER BY \(order)",
        [.text(stream.description), number, number])
    } else {
      found = try holding(day, view, "\(select) 1", [], order, page)
    }
    return found.compactMap { row in
      guard let key = row.text("sleutel").flatMap({ SubjectKey($0) }), let id = row.text("klok"),
        let started = row.place("begonnen"), let order = row.text("volgorde")
      else { return nil }
      return ListedClock(key: key, id: id, startedBy: started, order: order)
    }
  }

  /// The rows whose days hold a day, found by the tree of days.
  ///
  /// At a node at or before the day every stretch has begun by it; at one after it none has ended.
  private func holding<S: Subject>(
    _ day: CalendarDate, _ view: SubjectView<S>, _ select: String, _ arguments: [TableValue], _ order: String?,
    _ page: ListPage
  ) throws -> [TableRow] {
    let number = DayTree.number(day)
    let (before, after) = DayTree.nodes(holding: number)
    func list(_ nodes: [Int]) -> String { nodes.map(String.init).joined(separator: ", ") }
    return try tables.rows(
      view.expand(
        """
        \(select) AND knoop IN (\(list(before))) AND tot > ?
        UNION ALL \(select) AND knoop IN (\(list(after))) AND van <= ?
        \(order.map { "ORDER BY \($0)" } ?? "") LIMIT ? OFFSET ?
        """),
      arguments + [.int(Int64(number))] + arguments
        + [.int(Int64(number)), .int(Int64(page.limit ?? -1)), .int(Int64(page.offset))])
  }
}
