import Ledger

/// The facts: one row for each event, the one store that every plugin reads.
///
/// It holds clear facts and references only, never a sealed value, so it needs no vault to be built again and has
/// nothing to forget.
struct FactsView: Projection {
  let name = "feiten"
  let version = 3
  let events: Set<String>
  /// The clear fields by whose value facts are looked up.
  let keys: Set<String>

  init(events: Set<String>, keys: Set<String>) {
    self.events = events
    self.keys = keys
  }

  let tables = [
    ViewTable(
      "feit",
      columns: """
        position INTEGER PRIMARY KEY, id TEXT NOT NULL, stroom TEXT NOT NULL, soort TEXT NOT NULL, dag INTEGER NOT NULL,
        op TEXT NOT NULL, juist TEXT, ondertekend INTEGER NOT NULL, vastgelegd INTEGER, sleutel TEXT NOT NULL,
        waarden TEXT NOT NULL, gecorrigeerd INTEGER, vervallen INTEGER NOT NULL
        """, key: "position", indexes: ["id", "stroom, soort", "soort, dag"]),
    ViewTable(
      "sleutelwaarde",
      columns: """
        veld TEXT NOT NULL, waarde TEXT NOT NULL, soort TEXT NOT NULL, position INTEGER NOT NULL,
        PRIMARY KEY (veld, waarde, soort, position)
        """, key: "veld, waarde, soort, position", isIndexOnly: true),
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    let fact = tables.views.pass.fact(event)
    try tables.run(
      """
      INSERT INTO {feit} (position, id, stroom, soort, dag, op, ondertekend, vastgelegd, sleutel, waarden, vervallen)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      """,
      [
        .int(Int64(fact.position)), .text(fact.id.description), .text(fact.stream.description), .text(fact.type),
        .int(Int64(fact.day.daysSinceEpoch)), .text(fact.effective.description),
        .int(fact.signedAt.secondsSince1970),
        // Nearly always the same.
        .optional(fact.recordedAt == fact.signedAt ? nil : fact.recordedAt.secondsSince1970), .text(fact.signer),
        .text(JSON.object(fact.values).text),
      ])
    for value in fact.values where keys.contains(value.name) {
      for text in value.value.keyTexts {
        try tables.run(
          "INSERT INTO {sleutelwaarde} (veld, waarde, soort, position) VALUES (?, ?, ?, ?)",
          [.text(value.name), .text(text), .text(fact.type), .int(Int64(fact.position))])
      }
    }
    if event.signed.envelope.seq == 1 { tables.views.pass.facts.keep([], .stream(fact.stream)) }
    tables.views.pass.facts.add(fact, keys)
    if let mistaken = event[Correction.event] { try correct(mistaken, fact, tables) }
  }

  /// A correction reaches only its own stream: who may write in one stream changes nothing in another.
  private func correct(_ mistaken: EventID, _ correction: Fact, _ tables: ViewWriter) throws {
    guard let fact = try tables.views.fact(mistaken), fact.stream == correction.stream else { return }
    let date = correction[Correction.date]
    let day = date.map { $0.latest ?? fact.signedOn } ?? fact.day
    try tables.run(
      "UPDATE {feit} SET gecorrigeerd = ?, vervallen = ?, juist = ?, dag = ? WHERE position = ?",
      [
        .int(Int64(correction.position)), .int(date == nil ? 1 : 0), .optional(date?.description),
        .int(Int64(day.daysSinceEpoch)), .int(Int64(fact.position)),
      ])
    tables.views.pass.facts.forget(fact, keys)
  }
}

extension JSON {
  /// The texts by which a fact with this value is looked up: the value itself, or each of a list, once.
  var keyTexts: [String] {
    if let string { return [string] }
    var seen: Set<String> = []
    return (array ?? []).compactMap(\.string).filter { seen.insert($0).inserted }
  }
}

extension Fact {
  /// The columns of the view from which a fact is read, in this order.
  static let columns =
    "position, id, stroom, soort, op, juist, ondertekend, vastgelegd, sleutel, waarden, gecorrigeerd, vervallen"

  /// Reads a row with exactly these columns: by their places, because looking for names takes longer than the values.
  init?(_ row: TableRow) {
    let row = row.values
    guard row.count == 12, let position = row[0].place, let id = row[1].text.flatMap({ EventID($0) }),
      let stream = row[2].text.flatMap({ StreamID($0) }), let type = row[3].text,
      let recorded = row[4].text.flatMap({ try? ImpreciseDate($0) }),
      let signedAt = row[6].int.flatMap({ try? Instant(secondsSince1970: $0) }), let signer = row[8].text,
      let values = row[9].text.flatMap({ try? JSON(parsing: $0) })?.members
    else { return nil }
    self.init(
      position: position, id: id, stream: stream, type: type,
      effective: row[5].text.flatMap { try? ImpreciseDate($0) } ?? recorded, recordedEffective: recorded,
      signedAt: signedAt, recordedAt: row[7].int.flatMap { try? Instant(secondsSince1970: $0) } ?? signedAt,
      signer: signer, values: values, correctedBy: row[10].place, isWithdrawn: row[11].int == 1)
  }
}
