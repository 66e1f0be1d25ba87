import Governance
import Ledger

/// What a plugin has to know to follow consent about its own subjects.
public enum Instemmingsfeiten {
  /// Every event of a consent.
  public static let events: [any EventDefinition.Type] = Procedure.events.filter {
    $0.type.streamKind == InstemmingGevraagd.type.streamKind
  }

  /// What a fact of a consent is about, corrections included; nil for any other fact.
  public static func onderwerp(of fact: Fact, in views: ViewReader) throws -> StreamID? {
    guard fact.stream.kind == InstemmingGevraagd.type.streamKind else { return nil }
    return try fact[Betreft.onderwerp] ?? fact[Correction.event].flatMap { try views.fact($0) }?[Betreft.onderwerp]
  }

  /// What a procedure of consent is about; nil when there is no such procedure.
  public static func onderwerp(van procedure: StreamID, in views: ViewReader) throws -> StreamID? {
    guard procedure.kind == InstemmingGevraagd.type.streamKind else { return nil }
    return try views.facts(in: procedure).first?[Betreft.onderwerp]
  }
}
