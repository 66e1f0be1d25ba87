import Governance
import Ledger
import LedgerCrypto

/// One adopted version of a procedure, through time: the one in force on a day is the one that took effect last.
struct Procedureversie: Subject {
  enum State: String, CaseIterable {
    /// Adopted, and not in force yet.
    case komt
    case geldt
    /// Another version took its place.
    case vervangen
  }

  static let kind = "zaakprocedure"
  static let events: [any EventDefinition.Type] = [ProcedureVastgesteld.self, ProcedureGecorrigeerd.self]

  let vastgesteld: Fact
  /// The first day on which another version of the same procedure is in force instead.
  let vervangenOp: CalendarDate?

  var stroom: StreamID { vastgesteld.stream }
  var procedure: String { vastgesteld[ProcedureVastgesteld.procedure] ?? "" }
  var versie: String { vastgesteld[ProcedureVastgesteld.versie] ?? "" }
  var digest: Digest? { vastgesteld[ProcedureVastgesteld.digest] }
  var vanaf: CalendarDate? { vastgesteld.effective.exact }
  /// `P-01@2024-05-23`.
  var handle: String { "\(procedure)@\(versie)" }

  /// A new version changes how long the others are in force.
  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    let opening = try views.facts(in: fact.stream).first { $0.is(ProcedureVastgesteld.self) }
    guard let id = opening?[ProcedureVastgesteld.procedure] else { return .these([SubjectKey(fact.stream)]) }
    return .these(try facts(of: id, views).map { SubjectKey($0.stream) })
  }

  static func facts(of id: String, _ views: ViewReader) throws -> [Fact] {
    try views.facts(where: ProcedureVastgesteld.procedure, is: id, of: ProcedureVastgesteld.self)
  }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first,
      let fact = try views.facts(in: stream).first(where: { $0.counts && $0.is(ProcedureVastgesteld.self) }),
      let id = fact[ProcedureVastgesteld.procedure], let start = fact.effective.exact
    else { return nil }
    vastgesteld = fact
    // Of two that take effect on one day, the one recorded last holds.
    vervangenOp = try Self.facts(of: id, views).filter { $0.counts && $0.position != fact.position }
      .compactMap { other in other.effective.exact.map { (day: $0, position: other.position) } }
      .filter { ($0.day, $0.position) > (start, fact.position) }.map(\.day).min()
  }

  func days(in views: ViewReader) -> [CalendarDate] { [vanaf, vervangenOp, vastgesteld.recordedOn].compactMap(\.self) }

  func standing(on day: CalendarDate, in views: ViewReader) -> [Standing<State>] {
    guard let vanaf else { return [] }
    if day < vanaf { return day < vastgesteld.recordedOn ? [] : [Standing(.komt)] }
    return [Standing(vervangenOp.map { $0 <= day } == true ? .vervangen : .geldt)]
  }

  /// The version of a procedure in force on a day.
  static func geldend(_ id: String, op day: CalendarDate, _ views: ViewReader) throws -> Procedureversie? {
    let found = try views.subjects(Procedureversie.self, [.geldt], on: day, .all)
    return try found.lazy.compactMap { try views.subject(Procedureversie.self, $0.key) }.first { $0.procedure == id }
  }

  /// What is meant by `P-01@2024-05-23`, or by `P-01`: its version that took effect last, or comes first.
  static func find(_ handle: String, in views: ViewReader) throws -> Procedureversie? {
    let parts = handle.split(separator: "@", maxSplits: 1).map(String.init)
    guard let id = parts.first else { return nil }
    let versions = try facts(of: id, views).compactMap {
      try views.subject(Procedureversie.self, SubjectKey($0.stream))
    }
    guard parts.count == 2 else { return versions.last }
    return versions.first { $0.versie == parts[1] }
  }
}
