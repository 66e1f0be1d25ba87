import Governance
import Ledger

/// The organisation states at which address of the function its vertrouwenspersonen are reached; it stands on the site.
public enum AanspreekpuntVastgesteld: EventDefinition {
  static let adres = Field<String>(
    "adres", .clear,
    "Het openbare adres van de functie: een e-mailadres of een adres op het web, nooit dat van een persoon.",
    shape: .text(most: 254))

  /// The event type.
  public static let type = EventType(
    "AanspreekpuntVastgesteld", stream: "Vertrouwenspersonen", opens: nil,
    meaning: "De organisatie heeft vastgesteld op welk openbaar adres de vertrouwenspersonen te bereiken zijn.",
    source: "002:639-642; 004:5700-5702", signers: [.algemeenDirecteur, .college, .secretariaat]
  ) {
    adres
    HistoricalFact.fields
  }
}
