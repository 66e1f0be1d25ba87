import Ledger
import LedgerCrypto

/// Someone takes up what others signed elsewhere: the events that it names stand directly behind it, and were recorded when it
/// was (README, Time).
public enum InzendingOntvangen: EventDefinition {
  /// Which events, by the hashes of their leaves, in the order in which they follow.
  public static let gebeurtenissen = Field<[Digest]>(
    "gebeurtenissen", .clear, "De hashes van de gebeurtenissen die er direct achter staan, in hun volgorde.",
    shape: .list(Digest.defaultShape, most: 500))

  /// The event type.
  public static let type = EventType(
    "InzendingOntvangen", stream: "Inzending", opens: true,
    meaning: "Wat elders is ondertekend, is opgenomen; het staat er direct achter en is op dit moment vastgelegd.",
    source: "README, Time", signers: Set(Rol.allCases), isMandatable: false, needsExactDate: true
  ) { gebeurtenissen }
}

/// A registrar says that from some event on the ledger's time was wrong; without effect until another confirms it.
public enum KlokHersteld: EventDefinition {
  /// The first event with a wrong time.
  public static let vanaf = Field<Int64>(
    "vanaf", .clear, "Het nummer van de eerste gebeurtenis met een verkeerde tijd.", shape: .number(1...Int64.max))

  /// The event type.
  public static let type = EventType(
    "KlokHersteld", stream: "Klok", opens: true,
    meaning: "Een sleutelbeheerder zegt dat de tijd vanaf een gebeurtenis niet klopte; een tweede moet dat bevestigen.",
    source: "README, Time", signers: Rol.sleutelbeheerders, isMandatable: false, needsExactDate: true
  ) { vanaf }
}

/// A second registrar confirms that the ledger's time was wrong: it goes on from now.
public enum KlokherstelBevestigd: EventDefinition {
  /// The same event as in what is confirmed.
  public static let vanaf = KlokHersteld.vanaf

  /// The event type.
  public static let type = EventType(
    "KlokherstelBevestigd", stream: "Klok",
    meaning: "Een tweede sleutelbeheerder bevestigt het herstel van de klok: de tijd gaat vanaf nu verder.",
    source: "README, Time", signers: Rol.sleutelbeheerders, isMandatable: false, needsExactDate: true
  ) { vanaf }
}
