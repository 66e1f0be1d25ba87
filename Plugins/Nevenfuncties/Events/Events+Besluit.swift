import Governance
import Ledger

/// Permission is asked in writing, beforehand (004:3919).
public enum ToestemmingGevraagd: EventDefinition {
  static let voor = Field<ToestemmingVoor>("voor", .clear, "Waarvoor: de start of een wijziging.")
  static let verzoek = Field<DocumentReference>(
    "verzoek", .intern, "Het schriftelijke verzoek (004:3919).", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "ToestemmingGevraagd", stream: "Nevenwerkzaamheid", meaning: "Er is schriftelijk toestemming gevraagd.",
    source: "004:3919", signers: Ondertekenaars.melders
  ) {
    voor
    HistoricalFact.fields
    Inhoud.toelichting
    verzoek
  }
}

/// It is decided on an activity: one event whatever the outcome, so that who cannot open it cannot tell a permission from a
/// refusal; what is published discloses what it rests on.
public enum ToestemmingBeslist: EventDefinition {
  static let toegestaan = Field<Bool>("toegestaan", .intern, "Of de nevenwerkzaamheid mag worden verricht.")
  static let voorbehoud = Field<Voorbehoud>(
    "voorbehoud", .intern, "Wat is voorbehouden bij wat mag: voorwaarden, of het advies niet te combineren (003:265).")
  static let kanRaken = Field<Bool>(
    "kanRaken", .intern, "Of de nevenwerkzaamheid de belangen van de dienst kan raken (004:5417-5421).",
    isRequired: false)
  static let voorwaarden = Field<String>(
    "voorwaarden", .intern, "Onder welke voorwaarden of met welke maatregelen (001:187-189; 003:265; 004:5435).",
    shape: .prose(most: 5000), isRequired: false)
  static let bezwaren = Field<[Bezwaar]>(
    "bezwaren", .intern, "Wat ertegen is, waar niet of niet zonder meer wordt toegestaan (004:3923-3933).",
    shape: .list(Bezwaar.defaultShape, most: 5), isRequired: false)
  static let besluit = Field<DocumentReference>(
    "besluit", .intern, "Het schriftelijke besluit (004:3919).", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "ToestemmingBeslist", stream: "Nevenwerkzaamheid",
    meaning: "Er is beslist over een nevenwerkzaamheid; wat de uitkomst is, is verzegeld.",
    source: "004:3919; 004:3923-3933; 001:187-189; 003:265", signers: Ondertekenaars.beslissers,
    recorders: Ondertekenaars.vastleggers, conceals: .outcome
  ) {
    HistoricalFact.fields
    toegestaan
    voorbehoud
    kanRaken
    voorwaarden
    bezwaren
    Motivering.motivering
    besluit
  }
}

/// What was reported is not published, and why; without a word about what it is.
public enum PublicatieAchterwegeGelaten: EventDefinition {
  static let grond = Field<Achterwegegrond>("grond", .clear, "Waarom zij niet openbaar wordt.")
  static let rechtsgrond = Field<String>(
    "rechtsgrond", .clear, "Waar dat staat; zonder persoonsgegevens.", shape: .text(most: 300))

  /// The event type.
  public static let type = EventType(
    "PublicatieAchterwegeGelaten", stream: "Nevenwerkzaamheid",
    meaning: "De melding wordt niet openbaar gemaakt.", source: "004:5417-5421",
    signers: Ondertekenaars.openbaarmakers, recorders: Ondertekenaars.vastleggers, needsExactDate: true
  ) {
    grond
    rechtsgrond
    HistoricalFact.fields
    Motivering.motivering
  }
}
