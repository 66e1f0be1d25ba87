import Beleid
import Governance
import Ledger
import LedgerCrypto

/// One adopted version of a procedure, through time: the one in force on a day is the one that took effect last, as long as
/// the rule that it belongs to was not withdrawn.
struct Procedureversie: Subject {
  enum State: String, CaseIterable {
    /// Adopted, and not in force yet.
    case komt
    case geldt
    /// Another version took its place.
    case vervangen
    /// The rule that it belongs to was withdrawn, and no other version of that took its place.
    case vervallen
  }

  static let kind = "zaakprocedure"
  static let events: [any EventDefinition.Type] = [
    ProcedureVastgesteld.self, ProcedureGecorrigeerd.self, RegelingIngetrokken.self, RegelingGecorrigeerd.self,
  ]

  let vastgesteld: Fact
  /// The first day on which another version of the same procedure is in force instead.
  let vervangenOp: CalendarDate?
  /// The first day on which the rule that it belongs to is no longer there.
  let vervallenOp: CalendarDate?

  var stroom: StreamID { vastgesteld.stream }
  var procedure: String { vastgesteld[ProcedureVastgesteld.procedure] ?? "" }
  var versie: String { vastgesteld[ProcedureVastgesteld.versie] ?? "" }
  var digest: Digest? { vastgesteld[ProcedureVastgesteld.digest] }
  var vanaf: CalendarDate? { vastgesteld.effective.exact }
  /// `P-01@2024-05-23`.
  var handle: String { "\(procedure)@\(versie)" }

  /// A new version changes how long the others are in force, and so does what becomes of the rule.
  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    if fact.stream.kind == RegelingIngetrokken.type.streamKind {
      return .these(
        try views.facts(where: ProcedureVastgesteld.regeling, is: fact.stream, of: ProcedureVastgesteld.self)
          .map { SubjectKey($0.stream) })
    }
    let opening = try views.facts(in: fact.stream).first { $0.is(ProcedureVastgesteld.self) }
    guard let id = opening?[ProcedureVastgesteld.procedure] else { return .these([SubjectKey(fact.stream)]) }
    let versions = try facts(of: id, views)
    guard fact.is(ProcedureVastgesteld.self) else { return .these(versions.map { SubjectKey($0.stream) }) }
    // What is new shortens only the version that takes effect last before it; where a correction stood is not known here.
    let before = versions.filter { $0.counts && order($0) < order(fact) }.max { order($0) < order($1) }
    return .these([SubjectKey(fact.stream)] + (before.map { [SubjectKey($0.stream)] } ?? []))
  }

  /// Of two that take effect on one day, the one recorded last holds.
  private static func order(_ version: Fact) -> (CalendarDate, UInt64) { (version.day, version.position) }

  static func facts(of id: String, _ views: ViewReader) throws -> [Fact] {
    try views.facts(where: ProcedureVastgesteld.procedure, is: id, of: ProcedureVastgesteld.self)
  }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first,
      let fact = try views.facts(in: stream).first(where: { $0.counts && $0.is(ProcedureVastgesteld.self) }),
      let id = fact[ProcedureVastgesteld.procedure], fact.effective.exact != nil
    else { return nil }
    vastgesteld = fact
    vervangenOp = try Self.facts(of: id, views)
      .filter { $0.counts && $0.effective.exact != nil && Self.order($0) > Self.order(fact) }.map(\.day).min()
    vervallenOp = try Self.einde(van: fact, views)
  }

  /// From which day the rule that a version belongs to is withdrawn for good; nil while it is not.
  /// - Parameter position: What was recorded from here on was not known.
  static func einde(van fact: Fact, voor position: UInt64 = .max, _ views: ViewReader) throws -> CalendarDate? {
    guard let regeling = fact[ProcedureVastgesteld.regeling] else { return nil }
    let versie = fact[ProcedureVastgesteld.regelingVersie]
    return try views.facts(in: regeling).filter { withdrawn in
      withdrawn.is(RegelingIngetrokken.self) && withdrawn.counts && withdrawn.position < position
        && withdrawn[RegelingIngetrokken.vervangenDoorVersie] == nil
        && withdrawn[RegelingIngetrokken.versie] == versie
    }.compactMap(\.effective.latest).min()
  }

  func days(in views: ViewReader) -> [CalendarDate] {
    [vanaf, vervangenOp, vervallenOp, vastgesteld.recordedOn].compactMap(\.self)
  }

  func standing(on day: CalendarDate, in views: ViewReader) -> [Standing<State>] {
    guard let vanaf else { return [] }
    if day < vanaf { return day < vastgesteld.recordedOn ? [] : [Standing(.komt)] }
    if vervangenOp.map({ $0 <= day }) == true { return [Standing(.vervangen)] }
    return [Standing(vervallenOp.map { $0 <= day } == true ? .vervallen : .geldt)]
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
