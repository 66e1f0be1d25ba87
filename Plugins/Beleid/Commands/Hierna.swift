import Governance
import Instemming
import Ledger

extension BeleidPlugin {
  /// From draft to in force.
  public func next(after event: RecordedEvent, in reading: Reading) throws -> String? {
    guard event.stream.kind == RegelingOntworpen.type.streamKind,
      let regeling = try Regeling.of(event.stream, reading.views),
      let fact = try reading.views.fact(at: event.position),
      let versie = regeling.versie(of: fact)
    else { return nil }
    let handle = regeling.handle(versie)
    switch event.type.name {
    case RegelingOntworpen.type.name where versie.instemming == .vereist: return "waarborg instemming vraag \(handle)"
    case RegelingOntworpen.type.name: return "waarborg beleid stel-vast \(handle)"
    case RegelingVastgesteld.type.name where versie.feit(RegelingBekendgemaakt.self) == nil:
      return "waarborg beleid maak-bekend \(handle) --kanaal KANAAL"
    case RegelingVastgesteld.type.name, RegelingBekendgemaakt.type.name:
      guard versie.isVastgesteld, versie.feit(RegelingInWerkingGetreden.self) == nil else { return nil }
      return "waarborg beleid treed-in-werking \(handle)"
    default: return nil
    }
  }
}
