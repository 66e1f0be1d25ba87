import Governance
import Ledger
import LedgerCrypto

/// Procedures of consent, advice and agreement, and what was recorded in each.
///
/// Others build on `over` and `stand`; corrections are already taken into account there.
public struct InstemmingView: Projection {
  private static let recorded = Set(InstemmingPlugin().events.map(\.name))

  /// The view needs no set-up.
  public init() {}

  /// Its name.
  public let name = "instemming"
  /// Its version.
  public let version = 1
  /// Everything this plugin records.
  public let events: Set<String> = Self.recorded
  /// One row for each procedure, one for each fact in it.
  public let tables = [
    ViewTable(
      "procedure",
      columns: """
        stroom TEXT PRIMARY KEY, position INTEGER NOT NULL, onderwerp TEXT NOT NULL, versie TEXT, orgaan TEXT NOT NULL,
        besluit TEXT NOT NULL, wor TEXT
        """, key: "stroom", indexes: ["onderwerp"]),
    ViewTable(
      "feit",
      columns: """
        position INTEGER PRIMARY KEY, id TEXT NOT NULL, stroom TEXT NOT NULL, soort TEXT NOT NULL, op TEXT NOT NULL,
        vastgelegd INTEGER NOT NULL, sleutel TEXT NOT NULL, historisch INTEGER NOT NULL, bron TEXT, bekend TEXT,
        zaaknummer TEXT, ecli TEXT, reden TEXT, corrigeert TEXT, gecorrigeerd INTEGER
        """, key: "position", indexes: ["stroom", "id"]),
  ]

  /// Records a fact; the first one of a stream opens its procedure.
  public func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    let mistaken = event[Correctie.gebeurtenis]
    if mistaken == nil { try open(event, tables) }
    try tables.run(
      """
      INSERT INTO {feit} (position, id, stroom, soort, op, vastgelegd, sleutel, historisch, bron, bekend, zaaknummer,
        ecli, reden, corrigeert) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(Int64(event.position)), .text(event.id.description), .text(event.stream.description),
        .text(event.type.name), .text(event.effective.description), .int(event.recordedAt.secondsSince1970),
        .text(event.signed.key.description), .int(event[HistoricalFact.historisch] == true ? 1 : 0),
        .optional(event[HistoricalFact.bron]), .optional(event[NietigheidIngeroepen.bekendOp]?.description),
        .optional(event[InstemmingVervangen.zaaknummer]), .optional(event[InstemmingVervangen.ecli]),
        .optional(event.is(InstemmingNietVereist.self) ? event[InstemmingNietVereist.reden]?.rawValue : nil),
        .optional(mistaken?.description),
      ])
    if let mistaken {
      try tables.run(
        "UPDATE {feit} SET gecorrigeerd = ? WHERE id = ? AND stroom = ?",
        [.int(Int64(event.position)), .text(mistaken.description), .text(event.stream.description)])
    }
  }

  private func open(_ event: RecordedEvent, _ tables: ViewWriter) throws {
    guard let onderwerp = event[Betreft.onderwerp] else { return }
    let versie = event[Betreft.versie]?.hex
    try tables.run(
      "INSERT OR IGNORE INTO {procedure} (stroom, position, onderwerp, versie, orgaan, besluit, wor) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        .text(event.stream.description), .int(Int64(event.position)), .text(onderwerp.description), .optional(versie),
        .text((event[Betreft.orgaan] ?? .lokaalOverleg).rawValue),
        .text((event[Betreft.besluit] ?? .standaard(versie: versie)).rawValue),
        .optional(event[Betreft.worOnderdeel]?.rawValue),
      ])
  }
}

extension InstemmingView {
  /// Every procedure of consent about a subject, oldest first.
  /// - Parameter day: When given, as the facts stood on that day; procedures of which nothing had happened are left out.
  public func over(
    _ onderwerp: StreamID, op day: CalendarDate? = nil, in views: ViewReader
  ) throws -> [InstemmingOverVersie] {
    try procedures("onderwerp = ?", [.text(onderwerp.description)], views)
      .filter { $0.stream.kind == InstemmingGevraagd.type.streamKind }.compactMap { $0.stand(op: day) }
  }

  /// Where consent about exactly this version of a subject stands; nil when nothing that counts was recorded about it.
  ///
  /// Of several procedures the latest that still counts decides: after a refusal consent may be asked again.
  /// - Parameters:
  ///   - versie: The version's digest in hexadecimal; nil for a subject without versions.
  ///   - besluit: The decision; when left out, adopting a version or appointing someone.
  ///   - day: When given, as the facts stood on that day.
  public func stand(
    _ onderwerp: StreamID, versie: String?, besluit: InstemmingsBesluit? = nil, op day: CalendarDate? = nil,
    in views: ViewReader
  ) throws -> InstemmingOverVersie? {
    let besluit = besluit ?? .standaard(versie: versie)
    return try over(onderwerp, op: day, in: views)
      .last { $0.versie == versie && $0.besluit == besluit && $0.stand != .ontbreekt }
  }

  /// The procedures of one kind of stream, oldest first.
  func all(_ kind: String, _ views: ViewReader) throws -> [Procedure] {
    try procedures("stroom GLOB ?", [.text("\(kind)/*")], views)
  }

  /// The procedures of one kind about a subject, oldest first.
  func procedures(about subject: StreamID, kind: String, _ views: ViewReader) throws -> [Procedure] {
    try procedures("onderwerp = ?", [.text(subject.description)], views).filter { $0.stream.kind == kind }
  }

  /// The fact with this number or id.
  func fact(_ number: String, _ views: ViewReader) throws -> Feit? {
    let condition: (String, TableValue) = Int64(number).map { ("position", .int($0)) } ?? ("id", .text(number))
    return try views.rows(self, "SELECT * FROM {feit} WHERE \(condition.0) = ?", [condition.1]).first.flatMap {
      Feit($0)
    }
  }

  /// The procedure of a stream.
  func procedure(_ stream: StreamID, _ views: ViewReader) throws -> Procedure? {
    try procedures("stroom = ?", [.text(stream.description)], views).first
  }

  private func procedures(_ condition: String, _ arguments: [TableValue], _ views: ViewReader) throws -> [Procedure] {
    var procedures = try views.rows(self, "SELECT * FROM {procedure} WHERE \(condition) ORDER BY position", arguments)
      .compactMap { Procedure($0) }
    var facts: [StreamID: [Feit]] = [:]
    try views.forEachRow(
      self,
      "SELECT * FROM {feit} WHERE stroom IN (SELECT stroom FROM {procedure} WHERE \(condition)) ORDER BY position",
      arguments
    ) { row in
      if let fact = Feit(row) { facts[fact.stream, default: []].append(fact) }
    }
    for index in procedures.indices { procedures[index].feiten = facts[procedures[index].stream] ?? [] }
    return procedures
  }
}
