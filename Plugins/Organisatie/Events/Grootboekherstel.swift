import Governance
import Ledger
import LedgerCrypto

/// The ledger goes on under another log key: part of it is lost for good, or the key is.
public enum GrootboekHersteld: EventDefinition {
  /// The log's key until then.
  public static let oudeLogsleutel = Field<String>(
    "oudeLogsleutel", .clear, "De publieke sleutel van het log tot dan, als vkey.", shape: .text(most: 400))
  /// The log's new key.
  public static let logsleutel = Field<String>(
    "logsleutel", .clear, "De nieuwe publieke sleutel van het log, als vkey.", shape: .text(most: 400))
  /// How many events were restored.
  public static let omvang = Field<Int64>(
    "omvang", .clear, "Hoeveel gebeurtenissen er zijn teruggezet.", shape: .number(1...Int64.max))
  /// How many there were by the newest checkpoint that anyone had seen.
  public static let gezienOmvang = Field<Int64>(
    "gezienOmvang", .clear, "Hoeveel gebeurtenissen er volgens het laatst geziene controlepunt waren.",
    shape: .number(1...Int64.max), isRequired: false)
  /// The root of that checkpoint.
  public static let gezienWortel = Field<Digest>(
    "gezienWortel", .clear, "De wortel van dat controlepunt.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "GrootboekHersteld", stream: "Grootboek",
    meaning:
      "Het grootboek is teruggezet en gaat verder onder een nieuwe sleutel van het log; een tweede moet dat bevestigen.",
    source: "README, A ledger that was lost", signers: Rol.sleutelbeheerders, isMandatable: false, needsExactDate: true,
    changesAuthority: { event, registry in
      guard let old = event[oudeLogsleutel], let new = event[logsleutel], let size = event[omvang] else {
        throw AuthorityProblem.incomplete("GrootboekHersteld")
      }
      try registry.restore(
        logKey: new, insteadOf: old, after: UInt64(clamping: size),
        seen: event[gezienOmvang].map { UInt64(clamping: $0) },
        by: event.signed.key, at: event.position)
    }
  ) {
    oudeLogsleutel
    logsleutel
    omvang
    gezienOmvang
    gezienWortel
  }
}

/// A second registrar confirms that the ledger was restored and goes on under another log key.
public enum GrootboekherstelBevestigd: EventDefinition {
  /// The event that is confirmed.
  public static let herstel = Field<Int64>(
    "herstel", .clear, "Het nummer van de gebeurtenis die zegt dat het is hersteld.", shape: .number(1...Int64.max))

  /// The event type.
  public static let type = EventType(
    "GrootboekherstelBevestigd", stream: "Grootboek",
    meaning:
      "Een tweede sleutelbeheerder bevestigt dat het grootboek is hersteld onder een nieuwe sleutel van het log.",
    source: "README, A ledger that was lost", signers: Rol.sleutelbeheerders, isMandatable: false, needsExactDate: true,
    changesAuthority: { event, registry in
      guard let herstel = event[herstel], registry.pendingRestoration?.at == UInt64(clamping: herstel) else {
        throw AuthorityProblem.noRestoration
      }
      try registry.confirmRestoration(by: event.signed.key, at: event.position)
    }
  ) { herstel }
}
