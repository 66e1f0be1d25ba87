import Governance
import Ledger

/// An entry of a case as one of its members reads it.
struct Zaakfeit: Sendable {
  /// Where it stands in the log.
  let position: UInt64
  /// Its number in the case, from 1.
  let nummer: Int64
  /// When it was recorded.
  let vastgelegd: Instant
  /// When it was so.
  let op: ImpreciseDate
  let gebeurtenis: Zaakgebeurtenis
  /// The version of the procedure under which it was recorded; of a change to another version, that one.
  let procedure: Procedure
  /// What of it this member may see.
  var velden: Veldwaarden
  /// The functions whose parts this member may not open.
  var verborgen: [[String]]
  /// Who acted.
  let door: Thumbprint
  /// The entry that says it was a mistake.
  var gecorrigeerdDoor: Int64?

  /// Whether it counts.
  var telt: Bool { gecorrigeerdDoor == nil }

  /// The step that it is, as its version of the procedure has it.
  var stap: Stap? { gebeurtenis.stap.flatMap { procedure.stap($0) } }

  /// The names of the fields that tell who the melder is.
  var identiteit: Set<String> { Set((stap?.velden ?? []).filter(\.isIdentiteit).map(\.id)).intersection(velden.keys) }

  /// The first value of a field.
  func waarde(_ veld: String) -> String? { velden[veld]?.first }

  /// The day of a moment: of the entry, or of a date that is recorded with it.
  func dag(_ moment: Moment) -> ImpreciseDate? {
    guard gebeurtenis.stap == moment.stap else { return nil }
    guard let veld = moment.veld else { return op }
    return waarde(veld).flatMap { try? ImpreciseDate(String($0.prefix { $0 != "T" })) }
  }
}

/// Something in a case that should not be there: its members see it, and nothing acts on it.
struct Zaakbevinding: Sendable {
  let nummer: Int64
  let tekst: Text
}
