import Governance
import Ledger
import LedgerCrypto

/// Finds the version of a procedure under which a case is opened, and the one under which it runs; each file, and what was
/// adopted of each procedure, is read once.
final class Procedures {
  private let reading: Reading
  private var gelezen: [Digest: Procedure] = [:]
  private var vastgesteld: [String: [Fact]] = [:]

  init(_ reading: Reading) { self.reading = reading }

  /// The version of an opening: it governs the case until it is changed over, whatever is adopted later.
  /// - Throws: `Failure` when the file of that version is nowhere any more.
  func procedure(_ opening: Opening) throws -> Procedure {
    if let known = gelezen[opening.digest] { return known }
    let adopted = try feiten(opening.procedure)
      .first { $0[ProcedureVastgesteld.digest] == opening.digest }
    guard let procedure = try adopted.flatMap({ try lees($0) }) ?? Self.meegeleverd(opening.digest) else {
      throw Failure(
        .notFound,
        Text(
          nl: "het bestand van \(opening.procedure) waaronder de zaak is geopend, is er niet meer",
          en: "the file of \(opening.procedure) under which the case was opened is no longer there"),
        remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
    }
    gelezen[opening.digest] = procedure
    return procedure
  }

  /// The version in force on a day.
  /// - Throws: `Failure` when none was adopted, or none is in force then.
  func geldend(_ id: String, op dag: CalendarDate) throws -> (digest: Digest, procedure: Procedure) {
    let name = try bekend(id)
    guard let versie = try Procedureversie.geldend(name, op: dag, reading.views), let digest = versie.digest,
      let procedure = try lees(versie.vastgesteld)
    else {
      throw Failure(
        .refused,
        Text(
          nl: "op \(dag.text.nl) geldt geen versie van procedure \(name)",
          en: "on \(dag.text.en) no version of procedure \(name) is in force"),
        remedy: Text(
          nl: "laat haar vaststellen: waarborg procedure stel-vast \(name) --regeling REGELING@VERSIE",
          en: "have it adopted: waarborg procedure stel-vast \(name) --regeling RULE@VERSION"),
        rule: RuleCitation(id: "ZAAK-PROCEDURE", source: "README, Procedures as data"))
    }
    gelezen[digest] = procedure
    return (digest, procedure)
  }

  /// The version with this digest, if it was the one in force on a day as far as was known just before an entry.
  func geldend(_ id: String, _ digest: Digest, op dag: CalendarDate, voor position: UInt64) throws -> Procedure? {
    // What was corrected later was in force then: who corrects an adoption undoes no case.
    let facts = try feiten(id).filter { $0.position < position && $0.gold(voor: position) }
    let begonnen = facts.compactMap { fact in fact.ingang(voor: position).exact.map { (vanaf: $0, fact: fact) } }
      .filter { $0.vanaf <= dag }
    let last = begonnen.max { ($0.vanaf, $0.fact.position) < ($1.vanaf, $1.fact.position) }?.fact
    guard let last, last[ProcedureVastgesteld.digest] == digest,
      try Procedureversie.einde(van: last, voor: position, reading.views).map({ dag < $0 }) ?? true
    else { return nil }
    if let known = gelezen[digest] { return known }
    let procedure = try lees(last)
    gelezen[digest] = procedure
    return procedure
  }

  /// The id as it is written in what was adopted, or in a file that comes with the program.
  private func bekend(_ id: String) throws -> String {
    if try !feiten(id).isEmpty { return id }
    return Meegeleverd.bestanden.map(\.id).first { $0.lowercased() == id.lowercased() } ?? id
  }

  private func feiten(_ id: String) throws -> [Fact] {
    if let known = vastgesteld[id] { return known }
    let facts = try Procedureversie.facts(of: id, reading.views)
    vastgesteld[id] = facts
    return facts
  }

  private func lees(_ fact: Fact) throws -> Procedure? {
    guard let event = try reading.filter.event(at: fact.position),
      let document = try reading.filter.document(ProcedureVastgesteld.bestand, of: event),
      document.digest == fact[ProcedureVastgesteld.digest]
    else { return nil }
    return Gelezen(document.bytes).procedure
  }

  private static func meegeleverd(_ digest: Digest) -> Procedure? {
    Meegeleverd.bestanden.lazy.map { Gelezen($0.bytes) }.first { $0.digest == digest }?.procedure
  }
}

extension Fact {
  private func isGecorrigeerd(voor position: UInt64) -> Bool { correctedBy.map { $0 < position } ?? false }

  /// Whether it counted as far as was known just before a position.
  fileprivate func gold(voor position: UInt64) -> Bool { counts || isWithdrawn && !isGecorrigeerd(voor: position) }

  /// From when it held as far as was known just before a position.
  fileprivate func ingang(voor position: UInt64) -> ImpreciseDate {
    isGecorrigeerd(voor: position) ? effective : recordedEffective
  }
}
