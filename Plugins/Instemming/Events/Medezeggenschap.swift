import Governance
import Ledger

/// Advice is asked of a body.
public enum AdviesGevraagd: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "AdviesGevraagd", stream: "Advies", opens: true,
    meaning: "Advies is gevraagd.", source: "WOR art. 25; 004:8447-8449; 004:8488-8489",
    signers: Ondertekenaars.werkgever.union([.irm])
  ) {
    Betreft.advies
    HistoricalFact.fields
    Motivering.fields
  }
}

/// A body gives advice, asked or of its own accord (004:5689-5691).
public enum AdviesUitgebracht: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "AdviesUitgebracht", stream: "Advies", opens: nil,
    meaning: "Advies is uitgebracht.", source: "WOR art. 25; 004:5689-5691",
    signers: Ondertekenaars.adviseurs.union([.secretariaat]), isMandatable: false
  ) {
    Betreft.advies
    HistoricalFact.fields
    Motivering.fields
  }
}

/// An earlier event about advice was a mistake and counts no more.
public enum AdviesGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "AdviesGecorrigeerd", stream: "Advies", meaning: "Een eerdere gebeurtenis over dit advies was een vergissing.",
    signers: Ondertekenaars.vastleggers.union(Ondertekenaars.adviseurs).union([.irm]), isMandatable: false)
}

/// Employer and unions agree in the Lokaal Overleg.
///
/// The employer with a majority of the unions agrees (004:5848-5854); the chair signs (004:5827), or the unions, or the
/// secretariat, which makes the report of every meeting (004:5829).
public enum OvereenstemmingBereikt: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "OvereenstemmingBereikt", stream: "Overleg", opens: true,
    meaning: "In het Lokaal Overleg is overeenstemming bereikt.", source: "004:5848-5854; 004:8371-8375",
    signers: [.algemeenDirecteur, .griffier, .lokaalOverleg, .secretariaat]
  ) {
    Betreft.onderwerp
    Betreft.versie
    HistoricalFact.fields
    Motivering.fields
  }
}

/// An earlier event about an agreement was a mistake and counts no more.
public enum OvereenstemmingGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "OvereenstemmingGecorrigeerd", stream: "Overleg",
    meaning: "Een eerder vastgelegde overeenstemming was een vergissing.",
    signers: OvereenstemmingBereikt.type.signers, isMandatable: false)
}
