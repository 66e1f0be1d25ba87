import Governance
import Ledger
import LedgerCrypto

/// Rules, their versions, and every fact about them: one row per event.
struct BeleidView: Projection {
  let name = "beleid"
  let version = 1

  let events: Set<String> = Set(BeleidPlugin().events.map(\.name))

  let tables = [
    ViewTable(
      "regeling",
      columns: """
        stroom TEXT PRIMARY KEY, position INTEGER NOT NULL, kenmerk TEXT NOT NULL, titel TEXT NOT NULL,
        soort TEXT NOT NULL, aanleiding TEXT, cvdr TEXT, link TEXT
        """, key: "stroom", indexes: ["kenmerk"]),
    ViewTable(
      "versie",
      columns: """
        regeling TEXT NOT NULL, nummer INTEGER NOT NULL, position INTEGER NOT NULL, digest TEXT, aanduiding TEXT,
        instemming TEXT NOT NULL, grond TEXT, PRIMARY KEY (regeling, nummer)
        """, key: "regeling, nummer"),
    ViewTable(
      "feit",
      columns: """
        position INTEGER PRIMARY KEY, gebeurtenis TEXT NOT NULL, regeling TEXT NOT NULL, versie INTEGER,
        soort TEXT NOT NULL, op TEXT NOT NULL, vroegst TEXT, laatst TEXT, orgaan TEXT, tot TEXT, duur TEXT,
        historisch INTEGER NOT NULL, gecorrigeerd INTEGER, juist TEXT, betreft INTEGER
        """, key: "position", indexes: ["regeling", "gebeurtenis"]),
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    switch event.type.name {
    case RegelingOntworpen.type.name:
      try addRegeling(event, tables)
      let number = try version(RegelingOntworpen.self, event, tables)
      try setConsent(event, number, tables)
      try addFact(event, version: number, tables)
    case WerknemersGeraadpleegd.type.name, BeleidGeborgd.type.name:
      // These may be about the rule as a whole; then no version is made up.
      let names = event[WerknemersGeraadpleegd.versie] != nil || event[WerknemersGeraadpleegd.aanduiding] != nil
      try addFact(event, version: names ? version(WerknemersGeraadpleegd.self, event, tables) : nil, tables)
    case RegelingGecorrigeerd.type.name: try correct(event, tables)
    default: try addFact(event, version: version(RegelingVastgesteld.self, event, tables), tables)
    }
  }

  private func addRegeling(_ event: RecordedEvent, _ tables: ViewWriter) throws {
    let stream = TableValue.text(event.stream.description)
    if let kenmerk = event[RegelingOntworpen.kenmerk] {
      try tables.run(
        "INSERT OR IGNORE INTO {regeling} (stroom, position, kenmerk, titel, soort) VALUES (?, ?, ?, ?, ?)",
        [
          stream, .int(Int64(event.position)), .text(kenmerk), .text(event[RegelingOntworpen.titel] ?? kenmerk),
          .text((event[RegelingOntworpen.soort] ?? .anders).rawValue),
        ])
    }
    // A later version may bring another title, reason or place on the web; what it leaves out stays.
    try tables.run(
      """
      UPDATE {regeling} SET titel = coalesce(?, titel), soort = coalesce(?, soort), aanleiding = coalesce(?, aanleiding),
      cvdr = coalesce(?, cvdr), link = coalesce(?, link) WHERE stroom = ?
      """,
      [
        .optional(event[RegelingOntworpen.titel]), .optional(event[RegelingOntworpen.soort]?.rawValue),
        .optional(event[RegelingOntworpen.aanleiding]), .optional(event[RegelingOntworpen.cvdr]),
        .optional(event[RegelingOntworpen.link]), stream,
      ])
  }

  /// The number of the version that an event is about; a version gets the next number when it first appears.
  private func version<E: RegelingGebeurtenis>(_: E.Type, _ event: RecordedEvent, _ tables: ViewWriter) throws -> Int64
  {
    let digest = event[E.versie]?.hex
    let name = event[E.aanduiding]
    let stream = TableValue.text(event.stream.description)
    let known = try tables.rows(
      "SELECT nummer, digest, aanduiding, instemming, grond FROM {versie} WHERE regeling = ? ORDER BY nummer", [stream])
    let same = known.first { row in
      if let digest, let other = row.text("digest") { return digest == other }
      return name == row.text("aanduiding") && (name != nil || digest == nil && row.text("digest") == nil)
    }
    if let number = same?.int("nummer") {
      // The text of a version that was only named before has been found.
      try tables.run(
        "UPDATE {versie} SET digest = coalesce(digest, ?), aanduiding = coalesce(aanduiding, ?) WHERE regeling = ? AND nummer = ?",
        [.optional(digest), .optional(name), stream, .int(number)])
      return number
    }
    let number = (known.last?.int("nummer") ?? 0) + 1
    try tables.run(
      "INSERT INTO {versie} (regeling, nummer, position, digest, aanduiding, instemming, grond) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        stream, .int(number), .int(Int64(event.position)), .optional(digest), .optional(name),
        .text(known.last?.text("instemming") ?? Instemmingsplicht.onbekend.rawValue),
        .optional(known.last?.text("grond")),
      ])
    return number
  }

  private func setConsent(_ event: RecordedEvent, _ number: Int64, _ tables: ViewWriter) throws {
    guard let consent = event[RegelingOntworpen.instemming] else { return }
    let ground = [event[RegelingOntworpen.worOnderdeel], event[RegelingOntworpen.instemmingReden]].compactMap(\.self)
    try tables.run(
      "UPDATE {versie} SET instemming = ?, grond = ? WHERE regeling = ? AND nummer = ?",
      [
        .text(consent.rawValue), .optional(ground.isEmpty ? nil : ground.joined(separator: ": ")),
        .text(event.stream.description), .int(number),
      ])
  }

  private func addFact(_ event: RecordedEvent, version: Int64?, _ tables: ViewWriter) throws {
    let until = event[RegelingVastgesteld.looptijdTot] ?? event[RegelingInWerkingGetreden.terugwerkendTot]
    try tables.run(
      """
      INSERT INTO {feit} (position, gebeurtenis, regeling, versie, soort, op, vroegst, laatst, orgaan, tot, duur, historisch)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(Int64(event.position)), .text(event.id.description), .text(event.stream.description), .optional(version),
        .text(event.type.name), .text(event.effective.description), .optional(event.effective.earliest?.description),
        .optional(event.effective.latest?.description), .optional(event[RegelingVastgesteld.orgaan]?.rawValue),
        .optional(until?.description), .optional(event[RegelingVastgesteld.evaluatieIedere]?.description),
        .int(event[HistoricalFact.historisch] == true ? 1 : 0),
      ])
  }

  private func correct(_ event: RecordedEvent, _ tables: ViewWriter) throws {
    let id = TableValue.optional(event[RegelingGecorrigeerd.gebeurtenis]?.description)
    let stream = TableValue.text(event.stream.description)
    let mistaken = try tables.rows(
      "SELECT position, versie FROM {feit} WHERE gebeurtenis = ? AND regeling = ?", [id, stream]
    ).first
    let date = event[RegelingGecorrigeerd.juisteDatum]
    try tables.run(
      "UPDATE {feit} SET gecorrigeerd = ?, juist = ?, vroegst = ?, laatst = ? WHERE gebeurtenis = ? AND regeling = ?",
      [
        .int(Int64(event.position)), .optional(date?.description), .optional(date?.earliest?.description),
        .optional(date?.latest?.description), id, stream,
      ])
    try addFact(event, version: mistaken?.int("versie"), tables)
    try tables.run(
      "UPDATE {feit} SET betreft = ? WHERE position = ?", [mistaken?["position"] ?? .null, .int(Int64(event.position))])
  }
}
