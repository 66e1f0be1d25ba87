import Ledger

/// The view of one kind of subject: which there are, what number each has, and how each stands through time.
struct SubjectView<S: Subject>: Projection {
  var name: String { S.kind }
  var version: Int { S.version }
  let events: Set<String>

  let tables = [
    ViewTable(
      "onderwerp",
      columns: "sleutel TEXT PRIMARY KEY, position INTEGER NOT NULL, reeks TEXT, nummer INTEGER", key: "sleutel",
      indexes: ["position", "reeks, nummer"]),
    ViewTable(
      "stand",
      columns: """
        sleutel TEXT NOT NULL, toestand TEXT NOT NULL, zekerheid TEXT NOT NULL, volgorde TEXT NOT NULL,
        van INTEGER NOT NULL, tot INTEGER NOT NULL, knoop INTEGER NOT NULL,
        PRIMARY KEY (sleutel, toestand, zekerheid, volgorde, van)
        """, key: "sleutel, toestand, zekerheid, volgorde, van",
      indexes: ["toestand, knoop, tot", "toestand, knoop, van"], isIndexOnly: true),
    ViewTable(
      "klok",
      columns: """
        sleutel TEXT NOT NULL, klok TEXT NOT NULL, begonnen INTEGER NOT NULL, volgorde TEXT NOT NULL, over TEXT NOT NULL,
        van INTEGER NOT NULL, tot INTEGER NOT NULL, knoop INTEGER NOT NULL,
        PRIMARY KEY (sleutel, klok, begonnen, volgorde, over, van)
        """, key: "sleutel, klok, begonnen, volgorde, over, van",
      indexes: ["knoop, tot", "knoop, van", "over"], isIndexOnly: true),
  ]

  init() { events = Set(S.events.map { $0.type.name }) }

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    let views = tables.views
    let fact = views.pass.fact(event)
    switch try S.touched(by: fact, in: views) {
    case .all:
      views.pass.touchAll(S.kind)
    case .these(let keys):
      for key in keys {
        try open(key, fact, tables)
        views.pass.touch(S.self, key, by: fact)
      }
    }
  }

  /// A subject is there from the first fact that touches it; its number is given once and never changes.
  private func open(_ key: SubjectKey, _ fact: Fact, _ tables: ViewWriter) throws {
    let pass = tables.views.pass
    guard !pass.isThere(S.kind, key) else { return }
    let text = TableValue.text(key.description)
    let isNew = try tables.rows("SELECT 1 FROM {onderwerp} WHERE sleutel = ?", [text]).isEmpty
    pass.isThere(S.kind, key, isNew: isNew)
    guard isNew else { return }
    let series = try S.series(openedBy: fact, in: tables.views)
    try tables.run(
      """
      INSERT INTO {onderwerp} (sleutel, position, reeks, nummer)
      VALUES (?1, ?2, ?3, CASE WHEN ?3 IS NULL THEN NULL
        ELSE (SELECT coalesce(max(nummer), 0) + 1 FROM {onderwerp} WHERE reeks = ?3) END)
      """, [text, .int(Int64(fact.position)), .optional(series)])
  }

  func settle(_ tables: ViewWriter) throws {
    let views = tables.views
    guard let touched = views.pass.takeTouched(S.kind) else { return }
    switch touched {
    case .these(let keys): for key in keys { try fold(key, tables) }
    case .all:
      var last = ""
      while let row = try tables.rows(
        "SELECT sleutel FROM {onderwerp} WHERE sleutel > ? ORDER BY sleutel LIMIT 1", [.text(last)]
      ).first, let text = row.text("sleutel"), let key = SubjectKey(text) {
        try fold(key, tables)
        last = text
      }
    }
  }

  /// Makes the rows of a subject what they should be: most stay as they were.
  private func fold(_ key: SubjectKey, _ tables: ViewWriter) throws {
    let text = TableValue.text(key.description)
    let timeline = try tables.views.subject(S.self, key).map { try Timeline($0, in: tables.views).rows } ?? []
    var appeared: String?
    var (standings, clocks): ([[TableValue]], [[TableValue]]) = ([], [])
    for row in timeline {
      let (from, until) = (DayTree.number(row.from), row.until.map { DayTree.number($0) } ?? DayTree.end)
      let days: [TableValue] = [.int(Int64(from)), .int(Int64(until))]
      switch row.what {
      case .state(let state, let certainty, let order):
        let place = try order ?? appeared ?? Self.appeared(text, tables)
        if order == nil { appeared = place }
        standings.append([.text(state), .text(certainty.rawValue), .text(place)] + days)
      case .clock(let clock):
        clocks.append(
          [
            .text(clock.id), .int(Int64(clock.startedBy)), .text(clock.order), .text(clock.about?.description ?? ""),
          ] + days)
      }
    }
    let isWritten = tables.views.pass.takeWritten(S.kind, key)
    try replace("stand", "toestand, zekerheid, volgorde", text, standings, isWritten, tables)
    try replace("klok", "klok, begonnen, volgorde, over", text, clocks, isWritten, tables)
  }

  /// Where a subject without an order comes.
  private static func appeared(_ text: TableValue, _ tables: ViewWriter) throws -> String {
    let position = try tables.rows("SELECT position FROM {onderwerp} WHERE sleutel = ?", [text]).first?.int("position")
    return ListOrder(position ?? 0).text
  }

  /// Deletes the rows of a subject that should no longer be there, and inserts those that are not there yet.
  /// - Parameters:
  ///   - columns: Those between the key and the days.
  ///   - isWritten: Whether there can be rows.
  private func replace(
    _ table: String, _ columns: String, _ key: TableValue, _ wanted: [[TableValue]], _ isWritten: Bool,
    _ tables: ViewWriter
  ) throws {
    let stored =
      !isWritten
      ? [] : try tables.rows("SELECT \(columns), van, tot FROM {\(table)} WHERE sleutel = ?", [key]).map(\.values)
    guard stored != wanted else { return }
    let (there, needed) = (Set(stored), Set(wanted))
    let count = columns.split(separator: ",").count
    if there.isDisjoint(with: needed) {
      if !stored.isEmpty { try tables.run("DELETE FROM {\(table)} WHERE sleutel = ?", [key]) }
    } else {
      let condition = columns.split(separator: ",").map { "\($0) = ?" }.joined(separator: " AND ")
      for row in stored where !needed.contains(row) {
        try tables.run(
          "DELETE FROM {\(table)} WHERE sleutel = ? AND \(condition) AND van = ?", [key] + row.prefix(count + 1))
      }
    }
    let places = String(repeating: "?, ", count: count + 3)
    for row in wanted where !there.contains(row) {
      guard let from = row[count].int, let until = row[count + 1].int else { continue }
      try tables.run(
        "INSERT INTO {\(table)} (sleutel, \(columns), van, tot, knoop) VALUES (\(places)?)",
        [key] + row + [.int(Int64(DayTree.node(Int(from), upTo: Int(until))))])
    }
  }
}
