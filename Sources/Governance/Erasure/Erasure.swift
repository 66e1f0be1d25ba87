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
    voorstel
    akkoorden
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
    for erased in event[StukkenVernietigd.stukken] ?? [] {
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

/// What an erasure may not do.
enum ErasureRules {
  static let all = [onlyWhatIsSealed, onlyWhatWasProposed]

  /// Who is in the circle of what is erased carries out what was approved; without a proposal it takes a role that decides.
  private static let onlyWhatWasProposed = Rule(
    id: "VER-ROL", source: "AVG art. 17; Archiefbesluit 1995 art. 8",
    demand: Text(
      nl: "buiten een goedgekeurd voorstel om vernietigt alleen wie daarover beslist",
      en: "without an approved proposal only who decides on it erases"),
    on: [StukkenVernietigd.self]
  ) { context in
    guard context.event[StukkenVernietigd.voorstel] == nil,
      !context.event.type.signers.contains(context.capacity.rol)
    else { return nil }
    return Refusal(
      Text(
        nl: "\(context.capacity.rol.text.nl) beslist niet over deze vernietiging",
        en: "the \(context.capacity.rol.text.en) does not decide on this erasure"),
      remedy: Text(
        nl: "laat de gemeentesecretaris, de griffier, het secretariaat of de FG ondertekenen",
        en: "let the municipal secretary, the clerk, the secretariat or the data protection officer sign"))
  }

  private static let onlyWhatIsSealed = Rule(
    id: "VER-VELD", source: "README, The event",
    demand: Text(nl: "elk veld wordt één keer vernietigd", en: "each field is erased once"),
    on: [StukkenVernietigd.self]
  ) { context in
    for erased in context.event[StukkenVernietigd.stukken] ?? [] {
      let before = try ErasureView().fields(of: erased.event, context.views)
      let again = before.intersection(erased.fields).union(duplicates(erased.fields))
      if let field = again.sorted().first {
        return Refusal(
          Text(
            nl: "veld \(field) van \(erased.event) is al vernietigd",
            en: "field \(field) of \(erased.event) has been erased already"),
          remedy: Text(nl: "laat dit veld weg", en: "leave this field out"))
      }
    }
    return nil
  }

  private static func duplicates(_ names: [String]) -> Set<String> {
    Set(names.filter { name in names.count { $0 == name } > 1 })
  }
}
