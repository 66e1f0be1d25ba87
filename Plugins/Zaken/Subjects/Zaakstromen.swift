import Governance
import Ledger
import LedgerCrypto

/// Which streams are cases, where the events of each stand, and with which key each was opened: all that can be known of
/// a case without belonging to it.
struct Zaakstromen: Projection {
  let name = "zaken"
  let version = 1
  let events: Set<String> = [ZaakBijgewerkt.type.name]
  let tables = [
    ViewTable(
      "zaak",
      columns: """
        nummer INTEGER PRIMARY KEY, stroom TEXT NOT NULL UNIQUE, kenmerk TEXT NOT NULL, sleutel TEXT NOT NULL,
        ondertekening TEXT NOT NULL
        """, key: "nummer", indexes: ["kenmerk"]),
    ViewTable(
      "vastlegging",
      columns: """
        stroom TEXT NOT NULL, position INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (stroom, position)
        """, key: "stroom, position", indexes: ["event", "position"], isIndexOnly: true),
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    let stream = TableValue.text(event.stream.description)
    if event.signed.envelope.seq == 1 {
      try tables.run(
        "INSERT INTO {zaak} (nummer, stroom, kenmerk, sleutel, ondertekening) VALUES (?, ?, ?, ?, ?)",
        [
          .int(Int64(event.position)), stream, .text(event.stream.kenmerk), .text(event.signed.key.description),
          .text(event[ClosedStream.sleutel]?.json.string ?? ""),
        ])
    }
    try tables.run(
      "INSERT INTO {vastlegging} (stroom, position, event) VALUES (?, ?, ?)",
      [stream, .int(Int64(event.position)), .text(event.id.description)])
  }

  /// The key with which a case was opened.
  static func sleutel(of stream: StreamID, _ views: ViewReader) throws -> Thumbprint? {
    try views.rows(Zaakstromen(), "SELECT sleutel FROM {zaak} WHERE stroom = ?", [.text(stream.description)])
      .first?.text("sleutel").flatMap { Thumbprint($0) }
  }

  /// The same key, to check a signature with.
  static func ondertekening(of stream: StreamID, _ views: ViewReader) throws -> VerifyingKey? {
    try views.rows(Zaakstromen(), "SELECT ondertekening FROM {zaak} WHERE stroom = ?", [.text(stream.description)])
      .first?.text("ondertekening").flatMap { VerifyingKey(json: .string($0)) }
  }

  /// The case of each of these events that is of one.
  static func stromen(of events: [EventID], _ views: ViewReader) throws -> [StreamID] {
    try events.compactMap { id in
      try views.rows(Zaakstromen(), "SELECT stroom FROM {vastlegging} WHERE event = ?", [.text(id.description)])
        .first?.text("stroom").flatMap { StreamID($0) }
    }
  }

  /// Where the events of a case stand, in the order of the log.
  static func posities(of stream: StreamID, _ views: ViewReader) throws -> [UInt64] {
    try views.rows(
      Zaakstromen(), "SELECT position FROM {vastlegging} WHERE stroom = ? ORDER BY position",
      [.text(stream.description)]
    ).compactMap { $0.place("position") }
  }

  /// The cases in which something was recorded from a position on.
  static func stromen(vanaf position: UInt64, _ views: ViewReader) throws -> [StreamID] {
    try views.rows(
      Zaakstromen(), "SELECT DISTINCT stroom FROM {vastlegging} WHERE position >= ?", [.int(Int64(clamping: position))]
    ).compactMap { $0.text("stroom").flatMap { StreamID($0) } }
  }

  /// The cases that people call so; nearly always one.
  static func stromen(metKenmerk kenmerk: String, _ views: ViewReader) throws -> [StreamID] {
    try views.rows(Zaakstromen(), "SELECT stroom FROM {zaak} WHERE kenmerk = ? ORDER BY nummer", [.text(kenmerk)])
      .compactMap { $0.text("stroom").flatMap { StreamID($0) } }
  }

  /// These cases in the order in which they were opened.
  static func geordend(_ zaken: [StreamID], _ views: ViewReader) throws -> [StreamID] {
    try zaken.compactMap { zaak in
      try views.rows(Zaakstromen(), "SELECT nummer FROM {zaak} WHERE stroom = ?", [.text(zaak.description)])
        .first?.int("nummer").map { (zaak, $0) }
    }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// Every case, in the order in which they were opened.
  static func alle(_ views: ViewReader) throws -> [StreamID] {
    try views.rows(Zaakstromen(), "SELECT stroom FROM {zaak} ORDER BY nummer")
      .compactMap { $0.text("stroom").flatMap { StreamID($0) } }
  }
}
