import Governance
import Ledger

/// Appointments and what was recorded of each, the municipality's choices, and the yearly overviews.
struct VertrouwenspersonenView: Projection {
  private static let recorded = Set(VertrouwenspersonenPlugin().events.map(\.name))

  let name = "vertrouwenspersonen"
  let version = 1
  let events: Set<String> = Self.recorded

  let tables = [
    ViewTable(
      "benoeming",
      columns: """
        stroom TEXT PRIMARY KEY, position INTEGER NOT NULL, nummer INTEGER NOT NULL, persoon TEXT NOT NULL,
        vorm TEXT NOT NULL
        """, key: "stroom", indexes: ["nummer", "persoon"]),
    ViewTable(
      "feit",
      columns: """
        position INTEGER PRIMARY KEY, id TEXT NOT NULL, stroom TEXT NOT NULL, groep TEXT NOT NULL, soort TEXT NOT NULL,
        op TEXT NOT NULL, vastgelegd INTEGER NOT NULL, sleutel TEXT NOT NULL, persoon TEXT, feiten TEXT NOT NULL,
        gecorrigeerd INTEGER
        """, key: "position", indexes: ["stroom", "id", "groep", "persoon, soort"]),
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    if event.is(KandidaatVoorgedragen.self) { try open(event, tables) }
    try tables.run(
      """
      INSERT INTO {feit} (position, id, stroom, groep, soort, op, vastgelegd, sleutel, persoon, feiten)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(Int64(event.position)), .text(event.id.description), .text(event.stream.description),
        .text(event.stream.kind), .text(event.type.name), .text(event.effective.description),
        .int(event.recordedAt.secondsSince1970), .text(event.signed.key.description),
        .optional(event[KandidaatVoorgedragen.persoon]?.description), .text(JSON.object(event.facts).text),
      ])
    guard let mistaken = event[VertrouwenspersoonGecorrigeerd.gebeurtenis] else { return }
    try tables.run(
      "UPDATE {feit} SET gecorrigeerd = ? WHERE id = ? AND stroom = ?",
      [.int(Int64(event.position)), .text(mistaken.description), .text(event.stream.description)])
  }

  private func open(_ event: RecordedEvent, _ tables: ViewWriter) throws {
    guard let person = event[KandidaatVoorgedragen.persoon], let vorm = event[KandidaatVoorgedragen.vorm] else {
      return
    }
    let last = try tables.rows("SELECT max(nummer) AS nummer FROM {benoeming}").first?.int("nummer") ?? 0
    try tables.run(
      "INSERT INTO {benoeming} (stroom, position, nummer, persoon, vorm) VALUES (?, ?, ?, ?, ?)",
      [
        .text(event.stream.description), .int(Int64(event.position)), .int(last + 1), .text(person.description),
        .text(vorm.rawValue),
      ])
  }
}

extension VertrouwenspersonenView {
  /// Every appointment that was ever begun, oldest first.
  func all(_ views: ViewReader) throws -> [Benoeming] { try benoemingen("1 = 1", [], views) }

  /// The appointment of a stream.
  func benoeming(_ stream: StreamID, _ views: ViewReader) throws -> Benoeming? {
    try benoemingen("stroom = ?", [.text(stream.description)], views).first
  }

  /// The appointment with a number.
  func benoeming(nummer: Int64, _ views: ViewReader) throws -> Benoeming? {
    try benoemingen("nummer = ?", [.int(nummer)], views).first
  }

  /// Every appointment of one person, oldest first.
  func benoemingen(of person: StreamID, _ views: ViewReader) throws -> [Benoeming] {
    try benoemingen("persoon = ?", [.text(person.description)], views)
  }

  /// The facts of one kind of stream, in the order in which they were recorded.
  func facts(_ kind: String, _ views: ViewReader) throws -> [Feit] {
    try views.rows(self, "SELECT * FROM {feit} WHERE groep = ? ORDER BY position", [.text(kind)])
      .compactMap { Feit($0) }
  }

  /// The facts of one stream.
  func facts(of stream: StreamID, _ views: ViewReader) throws -> [Feit] {
    try views.rows(self, "SELECT * FROM {feit} WHERE stroom = ? ORDER BY position", [.text(stream.description)])
      .compactMap { Feit($0) }
  }

  /// The fact with this number or id.
  func fact(_ text: String, _ views: ViewReader) throws -> Feit? {
    let (column, value): (String, TableValue) =
      Int64(text).map { ("position", .int($0)) } ?? ("id", .text(text))
    return try views.rows(self, "SELECT * FROM {feit} WHERE \(column) = ?", [value]).first.flatMap { Feit($0) }
  }

  private func benoemingen(
    _ condition: String, _ arguments: [TableValue], _ views: ViewReader
  ) throws -> [Benoeming] {
    var found = try views.rows(self, "SELECT * FROM {benoeming} WHERE \(condition) ORDER BY nummer", arguments)
      .compactMap { Benoeming($0) }
    for index in found.indices {
      let person = found[index].persoon
      found[index].feiten = try facts(of: found[index].stream, views)
      found[index].certificeringen = try facts(about: person, CertificeringVastgelegd.type, views)
      found[index].scholingen = try facts(about: person, ScholingVastgelegd.type, views)
    }
    return found
  }

  /// What counts of a person, whichever appointment it was recorded with.
  private func facts(about person: StreamID, _ type: EventType, _ views: ViewReader) throws -> [Feit] {
    try views.rows(
      self, "SELECT * FROM {feit} WHERE persoon = ? AND soort = ? ORDER BY position",
      [.text(person.description), .text(type.name)]
    ).compactMap { Feit($0) }.filter(\.telt)
  }
}
