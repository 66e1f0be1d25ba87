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
    let fact = Fact(event)
    switch try S.touched(by: fact, in: views) {
    case .all:
      views.pass.touchAll(S.kind)
    case .these(let keys):
      for key in keys {
        try open(key, fact, tables)
        views.pass.touch(S.kind, key)
      }
    }
  }

  /// A subject is there from the first fact that touches it; its number is given once and never changes.
  private func open(_ key: SubjectKey, _ fact: Fact, _ tables: ViewWriter) throws {
    let text = TableValue.text(key.description)
    guard try tables.rows("SELECT 1 FROM {onderwerp} WHERE sleutel = ?", [text]).isEmpty else { return }
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

  /// Writes the rows of a subject anew.
  private func fold(_ key: SubjectKey, _ tables: ViewWriter) throws {
    let text = TableValue.text(key.description)
    try tables.run("DELETE FROM {stand} WHERE sleutel = ?", [text])
    try tables.run("DELETE FROM {klok} WHERE sleutel = ?", [text])
    guard let subject = try tables.views.subject(S.self, key) else { return }
    let timeline = try Timeline(subject, in: tables.views)
    guard !timeline.rows.isEmpty else { return }
    let position = try tables.rows("SELECT position FROM {onderwerp} WHERE sleutel = ?", [text]).first?.int("position")
    let appeared = ListOrder(position ?? 0).text
    for row in timeline.rows {
      let (from, until) = (DayTree.number(row.from), row.until.map { DayTree.number($0) } ?? DayTree.end)
      let days: [TableValue] = [.int(Int64(from)), .int(Int64(until)), .int(Int64(DayTree.node(from, upTo: until)))]
      switch row.what {
      case .state(let state, let certainty, let order):
        try tables.run(
          "INSERT INTO {stand} (sleutel, toestand, zekerheid, volgorde, van, tot, knoop) VALUES (?, ?, ?, ?, ?, ?, ?)",
          [text, .text(state), .text(certainty.rawValue), .text(order ?? appeared)] + days)
      case .clock(let clock):
        try tables.run(
          "INSERT INTO {klok} (sleutel, klok, begonnen, volgorde, over, van, tot, knoop) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          [
            text, .text(clock.id), .int(Int64(clock.startedBy)), .text(clock.order),
            .text(clock.about?.description ?? ""),
          ] + days)
      }
    }
  }
}
