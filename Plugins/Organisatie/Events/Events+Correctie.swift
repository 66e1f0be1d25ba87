import Governance

/// Something that was recorded of a function should not have been.
public enum FunctieGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "FunctieGecorrigeerd", stream: FunctieVastgelegd.type.streamKind,
    meaning: "Wat over een functie was vastgelegd, was een vergissing en telt niet meer.",
    signers: Ondertekenaars.vastleggers)
}

/// Something that was recorded of a body should not have been.
public enum OrgaanGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "OrgaanGecorrigeerd", stream: OrgaanVastgelegd.type.streamKind,
    meaning: "Wat over een orgaan was vastgelegd, was een vergissing en telt niet meer.",
    signers: Ondertekenaars.vastleggers)
}
