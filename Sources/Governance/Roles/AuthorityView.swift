import Ledger
import LedgerCrypto

/// Who may sign, as rows: what an everyday command reads instead of every event that ever changed it.
struct AuthorityView: Projection {
  let name = "gezag"
  let version = 5
  let events: Set<String>
  let tables = [
    ViewTable(
      "opening", columns: "moment INTEGER PRIMARY KEY, organisatie TEXT NOT NULL, logsleutel TEXT NOT NULL",
      key: "moment"),
    ViewTable(
      "logherstel",
      columns: """
        position INTEGER PRIMARY KEY, door TEXT NOT NULL, logsleutel TEXT NOT NULL, gezien INTEGER,
        tweede INTEGER NOT NULL, bevestigd INTEGER
        """, key: "position"),
    ViewTable(
      "sleutel",
      columns: """
        kid TEXT PRIMARY KEY, position INTEGER NOT NULL, stroom TEXT NOT NULL, rol TEXT NOT NULL,
        ondertekening TEXT NOT NULL, verzegeling TEXT NOT NULL, vanaf INTEGER, ingetrokken INTEGER,
        perDirect INTEGER, opvolger TEXT, geregistreerdDoor TEXT, bevestiging INTEGER NOT NULL, bevestigd INTEGER
        """, key: "kid"),
    ViewTable(
      "mandaat",
      columns: """
        nummer INTEGER PRIMARY KEY, stroom TEXT NOT NULL, mandaatgever TEXT NOT NULL, gemandateerde TEXT NOT NULL,
        gebeurtenissen TEXT NOT NULL, van TEXT NOT NULL, tot TEXT, ingetrokken TEXT, ingetrokkenBij INTEGER,
        perDirect INTEGER
        """, key: "nummer"),
    ViewTable(
      "organisatiesleutel", columns: "nummer INTEGER PRIMARY KEY, sleutel TEXT NOT NULL", key: "nummer"),
    ViewTable(
      "kring",
      columns: """
        stroom TEXT NOT NULL, kid TEXT NOT NULL, position INTEGER NOT NULL, vertrokken INTEGER NOT NULL,
        PRIMARY KEY (stroom, kid)
        """, key: "stroom, kid", indexes: ["kid"], isIndexOnly: true),
    // An event that cannot be: verification finds it, and nothing else goes on.
    ViewTable("fout", columns: "position INTEGER PRIMARY KEY, nl TEXT NOT NULL, en TEXT NOT NULL", key: "position"),
  ]

  init(events: Set<String> = []) { self.events = events }

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    guard let step = event.type.changesAuthority else { return }
    let pass = tables.views.pass
    var registry = try stored(tables.views)
    // Not held twice while it changes: each change would copy it.
    pass.registry = nil
    let (changes, problem) = try registry.changes { try step(event, &$0) }
    pass.registry = registry
    for change in changes { try write(change, registry, event.position, tables) }
    guard let problem = problem?.text else { return }
    try tables.run(
      "INSERT INTO {fout} (position, nl, en) VALUES (?, ?, ?)",
      [.int(Int64(event.position)), .text(problem.nl), .text(problem.en)])
  }

  private func write(
    _ change: KeyRegistry.Change, _ registry: KeyRegistry, _ position: UInt64, _ tables: ViewWriter
  ) throws {
    switch change {
    case .founding:
      guard let founding = registry.founding else { return }
      try tables.run(
        "INSERT INTO {opening} (moment, organisatie, logsleutel) VALUES (?, ?, ?)",
        [.int(founding.at.secondsSince1970), .text(founding.organisatie), .text(founding.logKey)])
    case .restoration(let index):
      let restoration = registry.restorations[index]
      try tables.run(
        """
        INSERT OR REPLACE INTO {logherstel} (position, door, logsleutel, gezien, tweede, bevestigd)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          .int(Int64(restoration.at)), .text(restoration.by.description), .text(restoration.logKey),
          .optional(restoration.seen.map { Int64(clamping: $0) }), .int(restoration.needsSecond ? 1 : 0),
          .optional(restoration.confirmedAt.map { Int64($0) }),
        ])
    case .key(let id):
      if let key = registry.keys[id] { try write(key, tables) }
    case .mandate(let index): try write(registry.mandates[index], index, tables)
    case .organisationKey(let index):
      try tables.run(
        "INSERT INTO {organisatiesleutel} (nummer, sleutel) VALUES (?, ?)",
        [.int(Int64(index)), .text(registry.organisationKeys[index].name)])
    case .admitted(let id, let stream):
      try tables.run(
        """
        INSERT INTO {kring} (stroom, kid, position, vertrokken) VALUES (?, ?, ?, 0)
        ON CONFLICT (stroom, kid) DO UPDATE SET position = excluded.position, vertrokken = 0 WHERE vertrokken = 1
        """, [.text(stream.description), .text(id.description), .int(Int64(position))])
    case .dismissed(let id, let stream):
      try tables.run(
        // The row stays: an emptied circle is not one that was never opened.
        "UPDATE {kring} SET vertrokken = 1 WHERE stroom = ? AND kid = ?",
        [.text(stream.description), .text(id.description)])
    }
  }

  private func write(_ key: KeyRegistry.RegisteredKey, _ tables: ViewWriter) throws {
    try tables.run(
      """
      INSERT OR REPLACE INTO {sleutel}
        (kid, position, stroom, rol, ondertekening, verzegeling, vanaf, ingetrokken, perDirect, opvolger,
        geregistreerdDoor, bevestiging, bevestigd)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(key.id.description), .int(Int64(key.registeredAt)), .text(key.stream.description),
        .text(key.rol.rawValue), .optional(key.signing.json.string), .text(key.box.name),
        .optional(key.revoked?.from.secondsSince1970), .optional(key.revoked.map { Int64($0.at) }),
        .optional(key.revoked.map { $0.isAtOnce ? 1 : 0 }),
        .optional(key.replacedBy?.description), .optional(key.registeredBy?.description),
        .int(key.needsConfirmation ? 1 : 0), .optional(key.confirmedAt.map { Int64($0) }),
      ])
  }

  private func write(_ mandate: Mandaat, _ index: Int, _ tables: ViewWriter) throws {
    try tables.run(
      """
      INSERT OR REPLACE INTO {mandaat}
        (nummer, stroom, mandaatgever, gemandateerde, gebeurtenissen, van, tot, ingetrokken, ingetrokkenBij, perDirect)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(Int64(index)), .text(mandate.stream.description), .text(mandate.mandaatgever.rawValue),
        .text(mandate.gemandateerde.rawValue), .text(mandate.gebeurtenissen.json.text),
        .text(mandate.van.description), .optional(mandate.tot?.description),
        .optional(mandate.withdrawn?.from.description), .optional(mandate.withdrawn.map { Int64($0.at) }),
        .optional(mandate.withdrawn.map { $0.isAtOnce ? 1 : 0 }),
      ])
  }
}

extension AuthorityView {
  /// Keys and mandates as the views have them, without the circles: there can be as many of those as cases.
  /// - Throws: `Failure` when the log holds a change that cannot be, unless it is being examined.
  func registry(_ views: ViewReader, _ trust: EventIntake.Trust = .checked) throws -> KeyRegistry {
    if trust == .checked, let row = try views.rows(self, "SELECT nl, en FROM {fout} ORDER BY position LIMIT 1").first {
      throw Failure(.foundWanting, Text(nl: row.text("nl") ?? "", en: row.text("en") ?? ""))
    }
    return try stored(views)
  }

  /// The keys admitted to a stream's circle, in the order in which they were.
  func circle(of stream: StreamID, _ views: ViewReader) throws -> [Thumbprint] {
    try views.rows(
      self, "SELECT kid FROM {kring} WHERE stroom = ? AND vertrokken = 0 ORDER BY position",
      [.text(stream.description)]
    ).compactMap { $0.text("kid").flatMap { Thumbprint($0) } }
  }

  /// Whether anyone was ever admitted to a stream's circle.
  func everHadCircle(_ stream: StreamID, _ views: ViewReader) throws -> Bool {
    try !views.rows(self, "SELECT 1 FROM {kring} WHERE stroom = ? LIMIT 1", [.text(stream.description)]).isEmpty
  }

  /// Hands on each stream whose circle one of these keys is in, in the order of the streams.
  func forEachCircle(of keys: [Thumbprint], _ views: ViewReader, _ body: (StreamID) throws -> Void) throws {
    for key in keys {
      try views.forEachRow(
        self, "SELECT stroom FROM {kring} WHERE kid = ? AND vertrokken = 0 ORDER BY stroom", [.text(key.description)]
      ) { row in
        if let stream = row.text("stroom").flatMap({ StreamID(json: .string($0)) }) { try body(stream) }
      }
    }
  }

  private func stored(_ views: ViewReader) throws -> KeyRegistry {
    if let known = views.pass.registry { return known }
    let founding = try views.rows(self, "SELECT moment, organisatie, logsleutel FROM {opening}").first
    let registry = KeyRegistry(
      founding: founding.flatMap { KeyRegistry.Founding($0) },
      restorations: try views.rows(self, "SELECT * FROM {logherstel} ORDER BY position").compactMap {
        KeyRegistry.Restoration($0)
      },
      keys: try views.rows(self, "SELECT * FROM {sleutel}").compactMap { KeyRegistry.RegisteredKey($0) },
      mandates: try views.rows(self, "SELECT * FROM {mandaat} ORDER BY nummer").compactMap { Mandaat($0) },
      organisationKeys: try views.rows(self, "SELECT sleutel FROM {organisatiesleutel} ORDER BY nummer").compactMap {
        $0.text("sleutel").flatMap { BoxPublicKey(name: $0) }
      })
    views.pass.registry = registry
    return registry
  }
}

extension KeyRegistry.Founding {
  fileprivate init?(_ row: TableRow) {
    guard let organisatie = row.text("organisatie"), let logKey = row.text("logsleutel"),
      let moment = row.int("moment").flatMap({ try? Instant(secondsSince1970: $0) })
    else { return nil }
    self.init(organisatie: organisatie, logKey: logKey, at: moment)
  }
}

extension KeyRegistry.Restoration {
  fileprivate init?(_ row: TableRow) {
    guard let at = row.place("position"), let by = row.text("door").flatMap({ Thumbprint($0) }),
      let logKey = row.text("logsleutel")
    else { return nil }
    self.init(
      at: at, logKey: logKey, by: by, seen: row.place("gezien"), needsSecond: row.int("tweede") == 1,
      confirmedAt: row.place("bevestigd"))
  }
}

extension KeyRegistry.RegisteredKey {
  fileprivate init?(_ row: TableRow) {
    func value<Value: FieldValue>(_ column: String) -> Value? { row.text(column).flatMap { Value(json: .string($0)) } }
    guard let id: Thumbprint = value("kid"), let signing: VerifyingKey = value("ondertekening"),
      let box: BoxPublicKey = value("verzegeling"), let rol: Rol = value("rol"), let stream: StreamID = value("stroom"),
      let position = row.place("position")
    else { return nil }
    self.init(id: id, signing: signing, box: box, rol: rol, stream: stream, registeredAt: position)
    if let from = row.int("vanaf").flatMap({ try? Instant(secondsSince1970: $0) }), let at = row.place("ingetrokken") {
      revoked = KeyRegistry.Revocation(from: from, at: at, isAtOnce: row.int("perDirect") == 1)
    }
    replacedBy = value("opvolger")
    registeredBy = value("geregistreerdDoor")
    needsConfirmation = row.int("bevestiging") == 1
    confirmedAt = row.place("bevestigd")
  }
}

extension Mandaat {
  fileprivate init?(_ row: TableRow) {
    func value<Value: FieldValue>(_ column: String) -> Value? { row.text(column).flatMap { Value(json: .string($0)) } }
    guard let stream: StreamID = value("stroom"), let giver: Rol = value("mandaatgever"),
      let receiver: Rol = value("gemandateerde"), let van: CalendarDate = value("van"),
      let events = row.text("gebeurtenissen").flatMap({ try? JSON(parsing: $0) }).flatMap({ [String](json: $0) })
    else { return nil }
    self.init(
      stream: stream, mandaatgever: giver, gemandateerde: receiver, gebeurtenissen: events, van: van,
      tot: value("tot"))
    if let from: CalendarDate = value("ingetrokken"), let at = row.place("ingetrokkenBij") {
      withdrawn = Intrekking(from: from, at: at, isAtOnce: row.int("perDirect") == 1)
    }
  }
}
