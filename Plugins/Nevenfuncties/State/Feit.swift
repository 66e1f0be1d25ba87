import Governance
import Ledger
import LedgerCrypto

/// One event as the view holds it: its clear facts and where it stands.
struct Feit {
  let position: UInt64
  let id: EventID
  let stream: StreamID
  /// The event type's name.
  let soort: String
  let op: ImpreciseDate
  let vastgelegd: Instant
  let sleutel: String
  let feiten: [JSON.Member]
  /// The correction that says it was a mistake.
  let gecorrigeerd: UInt64?

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let id = row.text("id").flatMap({ EventID($0) }),
      let stream = row.text("stroom").flatMap({ StreamID($0) }), let soort = row.text("soort"),
      let op = row.text("op").flatMap({ try? ImpreciseDate($0) }), let seconds = row.int("vastgelegd"),
      let recorded = try? Instant(secondsSince1970: seconds), let key = row.text("sleutel"),
      let facts = row.text("feiten").flatMap({ try? JSON(parsing: $0) })?.members
    else { return nil }
    self.position = UInt64(position)
    self.id = id
    self.stream = stream
    self.soort = soort
    self.op = op
    vastgelegd = recorded
    sleutel = key
    feiten = facts
    gecorrigeerd = row.int("gecorrigeerd").map { UInt64($0) }
  }

  /// Whether it still counts.
  var telt: Bool { gecorrigeerd == nil }
  /// Whether it is a fact from before the ledger.
  var isHistorisch: Bool { self[HistoricalFact.historisch] == true }

  /// The value of a clear field.
  subscript<Value: FieldValue>(field: Field<Value>) -> Value? {
    feiten.first { $0.name == field.name }.flatMap { Value(json: $0.value) }
  }

  /// Whether it is an event of this type.
  func `is`(_ definition: (some EventDefinition).Type) -> Bool { soort == definition.type.name }

  /// Where a sealed field's value can be asked for.
  func verwijzing(_ field: Field<some FieldValue>) -> FieldReference {
    FieldReference(position: position, field: field.name)
  }

  /// The day by which it certainly happened: its last possible day, or that on which it was recorded.
  var dag: CalendarDate { op.latest ?? vastgelegd.date }

  /// Whether it had certainly happened on a day.
  func isGebeurd(op day: CalendarDate) -> Bool { dag <= day }
}

extension Feit {
  private static func load(_ condition: String, _ arguments: [TableValue], _ views: ViewReader) throws -> [Feit] {
    try views.rows(NevenfunctiesView(), "SELECT * FROM {feit} WHERE \(condition) ORDER BY position", arguments)
      .compactMap { Feit($0) }
  }

  /// The facts of a stream, in the order of the log.
  static func of(_ stream: StreamID, _ views: ViewReader) throws -> [Feit] {
    try load("stroom = ?", [.text(stream.description)], views)
  }

  /// The facts of every stream of a kind.
  static func all(_ kind: String, _ views: ViewReader) throws -> [Feit] {
    try load("stroomsoort = ?", [.text(kind)], views)
  }

  /// The same, those of each stream together, in the order in which the streams began.
  static func byStream(_ kind: String, _ views: ViewReader) throws -> [[Feit]] {
    var index: [StreamID: Int] = [:]
    var streams: [[Feit]] = []
    for feit in try all(kind, views) {
      if let known = index[feit.stream] {
        streams[known].append(feit)
      } else {
        index[feit.stream] = streams.count
        streams.append([feit])
      }
    }
    return streams
  }

  /// The facts of one type that name a function.
  static func about(
    _ functie: StreamID, _ definition: (some EventDefinition).Type, _ views: ViewReader
  ) throws -> [Feit] {
    try load("functie = ? AND soort = ?", [.text(functie.description), .text(definition.type.name)], views)
  }

  /// The facts that name a function and who holds it.
  static func about(_ functie: StreamID, _ persoon: StreamID, _ views: ViewReader) throws -> [Feit] {
    try load("functie = ? AND persoon = ?", [.text(functie.description), .text(persoon.description)], views)
  }

  /// The publications of an activity.
  static func publications(of melding: StreamID, _ views: ViewReader) throws -> [Feit] {
    try load("melding = ?", [.text(melding.description)], views)
  }

  /// The fact with this id.
  static func with(_ id: EventID, _ views: ViewReader) throws -> Feit? {
    try load("id = ?", [.text(id.description)], views).first
  }

  /// The fact at this position.
  static func at(_ position: UInt64, _ views: ViewReader) throws -> Feit? {
    try load("position = ?", [.int(Int64(clamping: position))], views).first
  }
}
