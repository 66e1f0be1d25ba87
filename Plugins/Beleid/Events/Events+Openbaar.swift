import Governance
import Ledger
import LedgerCrypto

/// It was decided that the text of an adopted version stands on the public site.
///
/// That a text is public says that anyone may ask for it; whether it is published is decided for each version.
public enum RegelingstekstOpenbaargemaakt: RegelingGebeurtenis {
  /// The event type. It carries out what the adopting body decided, as an announcement does.
  public static let type = EventType(
    "RegelingstekstOpenbaargemaakt", stream: "Regeling",
    meaning: "De tekst van een vastgestelde versie komt op de publieke site.",
    source: "README, Publication", signers: adopters.union([.secretariaat]), hasHappened: true
  ) {
    versie
    aanduiding
  }
}

/// It was decided that the text of a version no longer stands on the public site.
public enum RegelingstekstVanSiteGehaald: RegelingGebeurtenis {
  /// The event type.
  public static let type = EventType(
    "RegelingstekstVanSiteGehaald", stream: "Regeling",
    meaning: "De tekst van een versie gaat van de publieke site.",
    source: "README, Publication", signers: adopters.union([.secretariaat]), hasHappened: true
  ) {
    versie
    aanduiding
  }
}
