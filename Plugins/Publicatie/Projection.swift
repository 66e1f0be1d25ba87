import Governance
import Ledger
import LedgerCrypto
import Publication

/// What was chosen for the site, and every time it was written.
struct PublicatieView: Projection {
  let name = "publicatie"
  let version = 2
  let events: Set<String> = [PublicatieIngesteld.type.name, PublicatieUitgevoerd.type.name]

  let tables = [
    ViewTable(
      "instelling",
      columns: """
        position INTEGER PRIMARY KEY, stroom TEXT NOT NULL, op TEXT NOT NULL, adres TEXT NOT NULL, contact TEXT NOT NULL,
        beveiligingscontact TEXT NOT NULL, zoekmachines TEXT NOT NULL, licentie TEXT NOT NULL
        """, key: "position"),
    ViewTable(
      "uitvoering",
      columns: """
        position INTEGER PRIMARY KEY, vastgelegd TEXT NOT NULL, dag TEXT NOT NULL, manifest TEXT NOT NULL,
        omvang INTEGER NOT NULL, wortel TEXT NOT NULL, bestanden INTEGER NOT NULL, huisstijl TEXT
        """, key: "position"),
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    if event.is(PublicatieIngesteld.self) {
      try tables.run(
        """
        INSERT INTO {instelling} (position, stroom, op, adres, contact, beveiligingscontact, zoekmachines, licentie)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .int(Int64(event.position)), .text(event.stream.description), .text(event.effective.description),
          .optional(event[PublicatieIngesteld.adres]), .optional(event[PublicatieIngesteld.contact]),
          .optional(event[PublicatieIngesteld.beveiligingscontact]),
          .optional(event[PublicatieIngesteld.zoekmachines]?.rawValue), .optional(event[PublicatieIngesteld.licentie]),
        ])
    } else {
      try tables.run(
        """
        INSERT INTO {uitvoering} (position, vastgelegd, dag, manifest, omvang, wortel, bestanden, huisstijl)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .int(Int64(event.position)), .text(event.recordedAt.description),
          .optional(event[PublicatieUitgevoerd.dag]?.description),
          .optional(event[PublicatieUitgevoerd.manifest]?.hex), .optional(event[PublicatieUitgevoerd.omvang]),
          .optional(event[PublicatieUitgevoerd.wortel]?.hex), .optional(event[PublicatieUitgevoerd.bestanden]),
          .optional(event[PublicatieUitgevoerd.huisstijl]?.hex),
        ])
    }
  }

  /// What was chosen last; nil before anything was.
  func instelling(_ views: ViewReader) throws -> Instelling? {
    guard let row = try views.rows(self, "SELECT * FROM {instelling} ORDER BY position DESC LIMIT 1").first else {
      return nil
    }
    return Instelling(row)
  }

  /// The day from which publishing was first set up.
  func sinds(_ views: ViewReader) throws -> CalendarDate? {
    try views.rows(self, "SELECT op FROM {instelling} ORDER BY position LIMIT 1").first?.text("op")
      .flatMap { try? CalendarDate($0) }
  }

  /// Every time the site was written, the latest first.
  func uitvoeringen(_ views: ViewReader, limit: Int? = nil) throws -> [Uitvoering] {
    let some = limit.map { " LIMIT \($0)" } ?? ""
    return try views.rows(self, "SELECT * FROM {uitvoering} ORDER BY position DESC" + some).compactMap(Uitvoering.init)
  }

  /// How many events from a position on tell of a publication.
  func count(from position: Int64, _ views: ViewReader) throws -> Int64 {
    try views.rows(self, "SELECT count(*) AS n FROM {uitvoering} WHERE position >= ?", [.int(position)]).first?.int("n")
      ?? 0
  }
}

/// What the organisation chose for its site.
struct Instelling: Sendable, Hashable {
  let position: Int64
  let stroom: StreamID
  let op: String
  let adres: String
  let contact: String
  let beveiligingscontact: String
  let zoekmachines: SiteSettings.Robots
  let licentie: String

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let stroom = row.text("stroom").flatMap({ StreamID($0) }),
      let op = row.text("op"), let adres = row.text("adres"), let contact = row.text("contact"),
      let beveiligingscontact = row.text("beveiligingscontact"), let licentie = row.text("licentie"),
      let zoekmachines = row.text("zoekmachines").flatMap({ SiteSettings.Robots(rawValue: $0) })
    else { return nil }
    self.position = position
    self.stroom = stroom
    self.op = op
    self.adres = adres
    self.contact = contact
    self.beveiligingscontact = beveiligingscontact
    self.zoekmachines = zoekmachines
    self.licentie = licentie
  }

  /// The choices as the site needs them.
  func settings(organisatie: String, origin: String) -> SiteSettings {
    SiteSettings(
      organisatie: organisatie, origin: origin, address: adres, contact: contact, securityContact: beveiligingscontact,
      robots: zoekmachines, licence: licentie)
  }
}

/// One time that the site was written.
struct Uitvoering: Sendable, Hashable {
  let position: Int64
  let vastgelegd: String
  let dag: String
  let manifest: String
  let omvang: Int64
  let wortel: String
  let bestanden: Int64
  /// The SHA-256 of the organisation's own style; nil when the site had none.
  let huisstijl: String?

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let vastgelegd = row.text("vastgelegd"), let dag = row.text("dag"),
      let manifest = row.text("manifest"), let omvang = row.int("omvang"), let wortel = row.text("wortel"),
      let bestanden = row.int("bestanden")
    else { return nil }
    self.position = position
    self.vastgelegd = vastgelegd
    self.dag = dag
    self.manifest = manifest
    self.omvang = omvang
    self.wortel = wortel
    self.bestanden = bestanden
    huisstijl = row.text("huisstijl")
  }
}
