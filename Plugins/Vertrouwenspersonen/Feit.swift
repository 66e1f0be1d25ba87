import Governance
import Ledger

/// What one event recorded, as the view holds it: clear facts only.
struct Feit: Sendable {
  let position: UInt64
  let id: EventID
  let stream: StreamID
  /// The name of the event type.
  let soort: String
  let op: ImpreciseDate
  let vastgelegd: Instant
  let sleutel: String
  /// The event's clear facts.
  let feiten: JSON
  /// Where it was withdrawn as a mistake.
  let gecorrigeerd: UInt64?

  /// The value of a clear field.
  subscript<Value: FieldValue>(field: Field<Value>) -> Value? { feiten[field.name].flatMap { Value(json: $0) } }

  /// The first day after the term or contract that it sets.
  var tot: CalendarDate? {
    self[VertrouwenspersoonBenoemd.tot]
      ?? self[ExterneVertrouwenspersoonGecontracteerd.laatsteDag].flatMap { try? $0.adding(days: 1) }
  }

  /// Whether it happened before the ledger was founded.
  var isHistorisch: Bool { self[HistoricalFact.historisch] == true }
  /// Whether it says that another one was a mistake.
  var isCorrectie: Bool { self[VertrouwenspersoonGecorrigeerd.gebeurtenis] != nil }
  /// Whether it counts: no mistake, and not itself a correction.
  var telt: Bool { gecorrigeerd == nil && !isCorrectie }

  func `is`(_ definitions: any EventDefinition.Type...) -> Bool { definitions.contains { $0.type.name == soort } }

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let id = row.text("id").flatMap({ EventID($0) }),
      let stream = row.text("stroom").flatMap({ StreamID($0) }), let soort = row.text("soort"),
      let op = row.text("op").flatMap({ try? ImpreciseDate($0) }),
      let vastgelegd = row.int("vastgelegd").flatMap({ try? Instant(secondsSince1970: $0) }),
      let sleutel = row.text("sleutel"), let feiten = row.text("feiten").flatMap({ try? JSON(parsing: $0) })
    else { return nil }
    self.position = UInt64(position)
    self.id = id
    self.stream = stream
    self.soort = soort
    self.op = op
    self.vastgelegd = vastgelegd
    self.sleutel = sleutel
    self.feiten = feiten
    gecorrigeerd = row.int("gecorrigeerd").map { UInt64($0) }
  }
}
