import Governance
import Ledger
import LedgerCrypto

/// Keys, mandates, bodies, functions and who holds them.
struct OrganisatieView: Projection {
  let name = "organisatie"
  let version = 4

  let events: Set<String> = Set(OrganisatiePlugin().events.map(\.name)).subtracting(KalenderView().events)

  let tables = [
    ViewTable(
      "sleutel",
      columns: """
        kid TEXT PRIMARY KEY, position INTEGER NOT NULL, stroom TEXT NOT NULL, rol TEXT NOT NULL, sinds TEXT NOT NULL,
        ingetrokken INTEGER, vanaf INTEGER, reden TEXT, opvolger TEXT
        """, key: "kid"),
    ViewTable(
      "mandaat",
      columns: """
        stroom TEXT PRIMARY KEY, position INTEGER NOT NULL, mandaatgever TEXT NOT NULL, gemandateerde TEXT NOT NULL,
        gebeurtenissen TEXT NOT NULL, van TEXT NOT NULL, tot TEXT, vastgelegd TEXT NOT NULL, ingetrokken TEXT
        """, key: "stroom"),
    ViewTable(
      "eenheid",
      columns: """
        stroom TEXT PRIMARY KEY, position INTEGER NOT NULL, naam TEXT NOT NULL, rol TEXT, orgaan TEXT,
        sinds TEXT NOT NULL, opgeheven TEXT
        """, key: "stroom", indexes: ["naam"]),
    ViewTable(
      "bekleding",
      columns: """
        position INTEGER PRIMARY KEY, functie TEXT NOT NULL, persoon TEXT NOT NULL, van TEXT NOT NULL, tot TEXT,
        waarnemend INTEGER NOT NULL, inhuur INTEGER NOT NULL, vastgelegd TEXT NOT NULL, neergelegd TEXT
        """, key: "position", indexes: ["functie, persoon", "tot"]),
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    switch event.type.name {
    case GrootboekGeopend.type.name:
      try addKey(event, event[GrootboekGeopend.sleutel].map { Thumbprint($0) }, event[GrootboekGeopend.rol], tables)
    case SleutelGeregistreerd.type.name:
      try addKey(
        event, event[SleutelGeregistreerd.sleutel].map { Thumbprint($0) }, event[SleutelGeregistreerd.rol], tables)
    case SleutelIngetrokken.type.name: try revoke(event, tables)
    case MandaatVerleend.type.name: try addMandate(event, tables)
    case MandaatIngetrokken.type.name:
      try tables.run(
        "UPDATE {mandaat} SET ingetrokken = ? WHERE stroom = ?",
        [.optional(event[MandaatIngetrokken.vanaf]?.description), .text(event.stream.description)])
    case OrgaanVastgelegd.type.name:
      try addUnit(event, event[OrgaanVastgelegd.naam], rol: event[OrgaanVastgelegd.rol], body: nil, tables)
    case FunctieVastgelegd.type.name:
      try addUnit(event, event[FunctieVastgelegd.naam], rol: nil, body: event[FunctieVastgelegd.orgaan], tables)
    case OrgaanOpgeheven.type.name, FunctieOpgeheven.type.name:
      try tables.run(
        "UPDATE {eenheid} SET opgeheven = ? WHERE stroom = ?",
        [.text(event.effective.description), .text(event.stream.description)])
    case FunctieBekleed.type.name: try addHolder(event, tables)
    case FunctieNeergelegd.type.name:
      try tables.run(
        // Only the last time: an earlier one ended by itself, on the day that was fixed.
        """
        UPDATE {bekleding} SET neergelegd = ? WHERE position =
          (SELECT max(position) FROM {bekleding} WHERE functie = ? AND persoon = ? AND neergelegd IS NULL)
        """,
        [
          .text(event.effective.description), .text(event.stream.description),
          .optional(event[FunctieNeergelegd.persoon]?.description),
        ])
    default: break
    }
  }

  private func addKey(_ event: RecordedEvent, _ id: Thumbprint?, _ rol: Rol?, _ tables: ViewWriter) throws {
    guard let id, let rol else { return }
    try tables.run(
      "INSERT INTO {sleutel} (kid, position, stroom, rol, sinds) VALUES (?, ?, ?, ?, ?)",
      [
        .text(id.description), .int(Int64(event.position)), .text(event.stream.description), .text(rol.rawValue),
        .text(event.recordedAt.description),
      ])
  }

  private func revoke(_ event: RecordedEvent, _ tables: ViewWriter) throws {
    try tables.run(
      "UPDATE {sleutel} SET ingetrokken = ?, vanaf = ?, reden = ?, opvolger = ? WHERE kid = ?",
      [
        .int(Int64(event.position)), .optional(event[SleutelIngetrokken.vanaf]?.secondsSince1970),
        .optional(event[SleutelIngetrokken.reden]?.rawValue),
        .optional(event[SleutelIngetrokken.opvolger]?.description),
        .optional(event[SleutelIngetrokken.kid]?.description),
      ])
  }

  private func addMandate(_ event: RecordedEvent, _ tables: ViewWriter) throws {
    try tables.run(
      """
      INSERT INTO {mandaat} (stroom, position, mandaatgever, gemandateerde, gebeurtenissen, van, tot, vastgelegd)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(event.stream.description), .int(Int64(event.position)),
        .optional(event[MandaatVerleend.mandaatgever]?.rawValue),
        .optional(event[MandaatVerleend.gemandateerde]?.rawValue),
        .text((event[MandaatVerleend.gebeurtenissen] ?? []).joined(separator: ", ")),
        .optional(event[MandaatVerleend.van]?.description), .optional(event[MandaatVerleend.tot]?.description),
        .text(event.recordedOn.description),
      ])
  }

  private func addUnit(
    _ event: RecordedEvent, _ naam: String?, rol: Rol?, body: StreamID?, _ tables: ViewWriter
  ) throws {
    try tables.run(
      "INSERT INTO {eenheid} (stroom, position, naam, rol, orgaan, sinds) VALUES (?, ?, ?, ?, ?, ?)",
      [
        .text(event.stream.description), .int(Int64(event.position)), .text(naam ?? ""), .optional(rol?.rawValue),
        .optional(body?.description), .text(event.effective.description),
      ])
  }

  private func addHolder(_ event: RecordedEvent, _ tables: ViewWriter) throws {
    try tables.run(
      """
      INSERT INTO {bekleding} (position, functie, persoon, van, tot, waarnemend, inhuur, vastgelegd)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(Int64(event.position)), .text(event.stream.description),
        .optional(event[FunctieBekleed.persoon]?.description), .text(event.effective.description),
        .optional(event[FunctieBekleed.tot]?.description), .int(event[FunctieBekleed.waarnemend] == true ? 1 : 0),
        .int(event[FunctieBekleed.inhuur] == true ? 1 : 0), .text(event.recordedOn.description),
      ])
  }

  /// The moments from which keys were said to be revoked, whether or not they had signed since.
  func claimedRevocations(_ views: ViewReader) throws -> [Thumbprint: Instant] {
    var moments: [Thumbprint: Instant] = [:]
    for row in try views.rows(self, "SELECT kid, vanaf FROM {sleutel} WHERE vanaf IS NOT NULL") {
      guard let id = row.text("kid").flatMap({ Thumbprint($0) }), let seconds = row.int("vanaf") else { continue }
      moments[id] = try Instant(secondsSince1970: seconds)
    }
    return moments
  }

  /// Whether a body or function was recorded.
  func isRecorded(_ stream: StreamID, _ views: ViewReader) throws -> Bool {
    try !views.rows(self, "SELECT 1 FROM {eenheid} WHERE stroom = ?", [.text(stream.description)]).isEmpty
  }

  /// Whether a body or function was abolished.
  func isAbolished(_ stream: StreamID, _ views: ViewReader) throws -> Bool {
    try !views.rows(
      self, "SELECT 1 FROM {eenheid} WHERE stroom = ? AND opgeheven IS NOT NULL", [.text(stream.description)]
    ).isEmpty
  }
}
