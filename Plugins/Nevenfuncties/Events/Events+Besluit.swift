import Governance
import Ledger

/// Permission is asked in writing, beforehand (004:3919).
public enum ToestemmingGevraagd: EventDefinition {
  static let voor = Field<ToestemmingVoor>("voor", .clear, "Waarvoor: de start of een wijziging.")

  /// The event type.
  public static let type = EventType(
    "ToestemmingGevraagd", stream: "Nevenwerkzaamheid", meaning: "Er is schriftelijk toestemming gevraagd.",
    source: "004:3919", signers: Ondertekenaars.melders
  ) {
    voor
    HistoricalFact.fields
    Inhoud.toelichting
  }
}

/// What every decision on an activity shares.
enum Besluit {
  static let kanRaken = Field<Bool>(
    "kanRaken", .clear, "Of de nevenwerkzaamheid de belangen van de dienst kan raken (004:5417-5421).",
    isRequired: false)

  static var fields: [FieldDeclaration] {
    [kanRaken.declaration] + HistoricalFact.fields + [Motivering.motivering.declaration]
  }
}

/// The activity is allowed, or no measures are needed.
public enum ToestemmingVerleend: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "ToestemmingVerleend", stream: "Nevenwerkzaamheid",
    meaning: "De nevenwerkzaamheid is toegestaan, zonder voorwaarden of maatregelen.",
    source: "004:3919; 001:187-189; 003:265", signers: Ondertekenaars.beslissers,
    recorders: Ondertekenaars.vastleggers
  ) {
    Besluit.fields
  }
}

/// The activity is allowed under conditions, or with measures.
public enum ToestemmingOnderVoorwaardenVerleend: EventDefinition {
  static let voorwaarden = Field<String>(
    "voorwaarden", .intern, "Onder welke voorwaarden of met welke maatregelen.", shape: .prose(most: 5000))

  /// The event type.
  public static let type = EventType(
    "ToestemmingOnderVoorwaardenVerleend", stream: "Nevenwerkzaamheid",
    meaning: "De nevenwerkzaamheid is toegestaan onder voorwaarden of met maatregelen.",
    source: "001:187-189; 003:265; 004:5435", signers: Ondertekenaars.beslissers,
    recorders: Ondertekenaars.vastleggers
  ) {
    Besluit.fields
    voorwaarden
  }
}

/// The activity is not allowed.
public enum ToestemmingGeweigerd: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "ToestemmingGeweigerd", stream: "Nevenwerkzaamheid", meaning: "De nevenwerkzaamheid is niet toegestaan.",
    source: "004:3919; 001:187-189", signers: Ondertekenaars.beslissers, recorders: Ondertekenaars.vastleggers
  ) {
    Besluit.fields
  }
}

/// The holder is advised not to combine the activity with the function.
public enum NietCombinerenGeadviseerd: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "NietCombinerenGeadviseerd", stream: "Nevenwerkzaamheid",
    meaning: "Het advies is de nevenwerkzaamheid niet met de functie te combineren.", source: "003:265",
    signers: Ondertekenaars.beslissers, recorders: Ondertekenaars.vastleggers
  ) {
    Besluit.fields
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
