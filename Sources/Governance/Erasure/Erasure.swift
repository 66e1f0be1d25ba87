import Ledger

/// Sealed fields are erased: the log keeps that something happened and when, the vault forgets what.
public enum StukkenVernietigd: EventDefinition {
  /// What is erased.
  public static let stukken = Field<[ErasedFields]>(
    "stukken", .clear, "Welke velden van welke gebeurtenissen worden vernietigd.",
    shape: .list(ErasedFields.defaultShape, most: 500))
  /// On which ground.
  public static let grond = Field<String>("grond", .clear, "De grond van de vernietiging.", shape: .text(most: 500))
  /// Under which retention rule.
  public static let bewaarregel = Field<String>(
    "bewaarregel", .clear, "De bewaarregel: nummer van de selectielijst of artikel.")

  /// The request of another that is carried out, where two are needed.
  public static let verzoek = Field<EventID>(
    "verzoek", .clear, "Het verzoek van een ander dat hiermee wordt uitgevoerd.", isRequired: false)
  /// The proposal that is carried out, where one is needed.
  public static let voorstel = Field<EventID>(
    "voorstel", .clear, "Het goedgekeurde voorstel dat hiermee wordt uitgevoerd.", isRequired: false)
  /// That those who hold the key of a closed stream want it too.
  public static let akkoorden = Field<[StreamConsent]>(
    "akkoorden", .clear, "Dat wie de sleutel van een besloten stroom heeft, ermee instemt.",
    shape: .list(StreamConsent.defaultShape, most: 300), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "StukkenVernietigd", stream: "Vernietiging", opens: true,
    meaning: "Verzegelde velden zijn vernietigd; het feit blijft in het grootboek, de inhoud niet.",
    source: "AVG art. 17; Archiefwet",
    signers: [.algemeenDirecteur, .griffier, .secretariaat, .functionarisGegevensbescherming],
    recorders: Set(Rol.allCases).subtracting([.beheerder]), isMandatable: false
  ) {
    stukken
    grond
    bewaarregel
    verzoek
    voorstel
    akkoorden
  }
}

extension RecordedEvent {
  /// What it erases: nothing, unless it is an erasure; one that is only requested or proposed erases nothing.
  public var erased: [ErasedFields] { self.is(StukkenVernietigd.self) ? self[StukkenVernietigd.stukken] ?? [] : [] }
}

/// Who decides on an erasure asks for one of what is sealed for a circle to which they do not belong; without effect until
/// someone of that circle carries it out, or the data protection officer.
public enum VernietigingVerzocht: EventDefinition {
  /// What is to be erased.
  public static let stukken = StukkenVernietigd.stukken
  /// On which ground.
  public static let grond = StukkenVernietigd.grond
  /// Under which retention rule.
  public static let bewaarregel = StukkenVernietigd.bewaarregel

  /// The event type.
  public static let type = EventType(
    "VernietigingVerzocht", stream: "Vernietigingsverzoek", opens: true,
    meaning: "Gevraagd is vertrouwelijke velden te vernietigen; dat doet een ander, uit de kring of de FG.",
    source: "AVG art. 17; Archiefwet", signers: StukkenVernietigd.type.signers, isMandatable: false
  ) {
    stukken
    grond
    bewaarregel
  }
}

/// Fields of one event that are erased.
public struct ErasedFields: FieldValue, Hashable {
  /// The event.
  public let event: EventID
  /// The names of its fields.
  public let fields: [String]

  /// Names fields of an event.
  public init(event: EventID, fields: [String]) {
    self.event = event
    self.fields = fields
  }

  /// Event and field names.
  public static var defaultShape: FieldShape {
    .record([.init("gebeurtenis", .event), .init("velden", .list(.text(most: 100), most: 50))])
  }

  /// Reads event and field names.
  public init?(json: JSON) {
    guard let event = json["gebeurtenis"].flatMap({ EventID(json: $0) }),
      let fields = json["velden"].flatMap({ [String](json: $0) })
    else { return nil }
    self.init(event: event, fields: fields)
  }

  /// Event and field names.
  public var json: JSON { ["gebeurtenis": event.json, "velden": fields.json] }
}

/// Which fields are erased, and by which event.
struct ErasureView: Projection {
  let name = "vernietiging"
  let version = 2
  let events: Set<String> = [StukkenVernietigd.type.name]
  let tables = [
    ViewTable(
      "vernietigd",
      columns: "event TEXT NOT NULL, field TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (event, field)",
      key: "event, field", indexes: ["position"])
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    for erased in event.erased {
      for field in erased.fields {
        try tables.run(
          "INSERT OR IGNORE INTO {vernietigd} (event, field, position) VALUES (?, ?, ?)",
          [.text(erased.event.description), .text(field), .int(Int64(event.position))])
      }
    }
  }

  /// The names of an event's fields that are erased.
  func fields(of event: EventID, _ views: ViewReader) throws -> Set<String> {
    let rows = try views.rows(self, "SELECT field FROM {vernietigd} WHERE event = ?", [.text(event.description)])
    return Set(rows.compactMap { $0.text("field") })
  }

  /// The events that erased a field of an event, in the order of the log.
  func positions(of event: EventID, _ views: ViewReader) throws -> [UInt64] {
    try views.rows(
      self, "SELECT DISTINCT position FROM {vernietigd} WHERE event = ? ORDER BY position", [.text(event.description)]
    ).compactMap { $0.place("position") }
  }

  /// The size of the log just after its last erasure; 0 when nothing was erased.
  func size(_ views: ViewReader) throws -> UInt64 {
    try views.rows(self, "SELECT max(position) AS laatste FROM {vernietigd}").first?.place("laatste")
      .map { $0 + 1 } ?? 0
  }

  /// Everything that is erased.
  func forEach(_ views: ViewReader, _ body: (EventID, String) throws -> Void) throws {
    try views.forEachRow(self, "SELECT event, field FROM {vernietigd} ORDER BY event, field") { row in
      guard let id = row.text("event").flatMap({ EventID($0) }), let field = row.text("field") else { return }
      try body(id, field)
    }
  }
}
