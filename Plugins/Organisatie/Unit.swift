import Governance
import Ledger

/// A body or a function as the view has it.
struct Unit {
  let stream: StreamID
  let position: UInt64
  let naam: String
  let rol: Rol?
  let orgaan: StreamID?
  let sinds: ImpreciseDate
  let opgeheven: ImpreciseDate?

  init?(_ row: TableRow) {
    guard let stream = row.text("stroom").flatMap({ StreamID($0) }), let position = row.int("position"),
      let naam = row.text("naam"), let sinds = row.text("sinds").flatMap({ try? ImpreciseDate($0) })
    else { return nil }
    self.stream = stream
    self.position = UInt64(position)
    self.naam = naam
    self.sinds = sinds
    rol = row.text("rol").flatMap { Rol(rawValue: $0) }
    orgaan = row.text("orgaan").flatMap { StreamID($0) }
    opgeheven = row.text("opgeheven").flatMap { try? ImpreciseDate($0) }
  }

  static func all(_ views: ViewReader) throws -> [Unit] {
    try views.rows(OrganisatieView(), "SELECT * FROM {eenheid} ORDER BY position").compactMap { Unit($0) }
  }

  /// The one that a person means by a name or an id.
  static func find(_ text: String, kind: String?, _ views: ViewReader) throws -> Unit {
    let found = try views.rows(
      OrganisatieView(),
      "SELECT * FROM {eenheid} WHERE stroom = ? OR naam = ? AND opgeheven IS NULL ORDER BY position",
      [.text(text), .text(text)]
    ).compactMap { Unit($0) }.filter { kind == nil || $0.stream.kind == kind }
    guard let unit = found.first else {
      throw Failure(
        .notFound, Text(nl: "«\(text)» is niet vastgelegd", en: "“\(text)” is not recorded"),
        remedy: Text(nl: "zie waarborg organisatie lijst", en: "see waarborg organisatie lijst"))
    }
    guard found.count == 1 else {
      throw Failure(
        .badInput, Text(nl: "«\(text)» is niet eenduidig", en: "“\(text)” is ambiguous"),
        remedy: Text(
          nl: "gebruik het kenmerk: \(found.map(\.stream.description).joined(separator: ", "))",
          en: "use the id: \(found.map(\.stream.description).joined(separator: ", "))"))
    }
    return unit
  }
}
