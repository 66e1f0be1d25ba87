import Governance
import Ledger

// The sources know no withdrawal of consent once given (WOR art. 27), so there is no such event: a
// mistake is answered by `InstemmingGecorrigeerd`.

/// The employer asks consent for one decision about exactly one version, with the reasons for it and its consequences.
public enum InstemmingGevraagd: EventDefinition {
  static let overzicht = Field<Overzichtvorm>(
    "overzicht", .clear, "Waar het overzicht van beweegredenen en gevolgen staat.", isRequired: false)
  static let antwoordVoor = Field<CalendarDate>(
    "antwoordVoor", .clear, "De laatste dag om te antwoorden, als die is afgesproken.", isRequired: false)
  static let beweegredenen = Field<String>(
    "beweegredenen", .intern, "De beweegredenen voor het besluit.", shape: .prose(most: 20_000), isRequired: false)
  static let gevolgen = Field<String>(
    "gevolgen", .intern, "De gevolgen die het besluit naar verwachting heeft voor wie er werken.",
    shape: .prose(most: 20_000), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "InstemmingGevraagd", stream: "Instemming", opens: true,
    meaning: "Een voorgenomen besluit is ter instemming voorgelegd.", source: "WOR art. 27 lid 2",
    signers: Ondertekenaars.werkgever
  ) {
    Betreft.opening
    overzicht
    antwoordVoor
    HistoricalFact.fields
    beweegredenen
    gevolgen
    Motivering.fields
  }
}

/// The works council consents.
public enum InstemmingVerleend: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "InstemmingVerleend", stream: "Instemming", opens: nil,
    meaning: "De ondernemingsraad stemt in.", source: "WOR art. 27 lid 2; 000:50-53; 004:5620-5621",
    signers: Ondertekenaars.antwoord, isMandatable: false
  ) {
    Betreft.opening
    Stemming.gestemdOp
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The works council consents on conditions.
public enum InstemmingOnderVoorwaardenVerleend: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "InstemmingOnderVoorwaardenVerleend", stream: "Instemming", opens: nil,
    meaning: "De ondernemingsraad stemt in onder voorwaarden.", source: "WOR art. 27 lid 2",
    signers: Ondertekenaars.antwoord, isMandatable: false
  ) {
    Betreft.opening
    Stemming.gestemdOp
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The works council withholds consent.
public enum InstemmingOnthouden: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "InstemmingOnthouden", stream: "Instemming", opens: nil,
    meaning: "De ondernemingsraad onthoudt instemming.", source: "WOR art. 27 lid 2",
    signers: Ondertekenaars.antwoord, isMandatable: false
  ) {
    Betreft.opening
    Stemming.gestemdOp
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The kantonrechter gives permission in the place of consent.
public enum InstemmingVervangen: EventDefinition {
  static let zaaknummer = Rechtszaak.zaaknummer
  static let ecli = Rechtszaak.ecli
  static let uitspraak = Rechtszaak.uitspraak

  /// The event type.
  public static let type = EventType(
    "InstemmingVervangen", stream: "Instemming", opens: nil,
    meaning: "De kantonrechter heeft toestemming gegeven in plaats van de ondernemingsraad.",
    source: "WOR art. 27 lid 4", signers: Ondertekenaars.vastleggers
  ) {
    Betreft.opening
    zaaknummer
    ecli
    HistoricalFact.fields
    uitspraak
  }
}

/// Consent is not required for this decision, and why.
public enum InstemmingNietVereist: EventDefinition {
  static let reden = Field<NietVereistReden>("reden", .clear, "Waarom instemming niet nodig is.")

  /// The event type.
  public static let type = EventType(
    "InstemmingNietVereist", stream: "Instemming", opens: nil,
    meaning: "Instemming is niet vereist.", source: "WOR art. 27 lid 1 en 3",
    signers: Ondertekenaars.vastleggers
  ) {
    Betreft.opening
    reden
    HistoricalFact.fields
    Motivering.fields
  }
}

/// An earlier event of a consent was a mistake and counts no more.
public enum InstemmingGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "InstemmingGecorrigeerd", stream: "Instemming",
    meaning: "Een eerdere gebeurtenis over deze instemming was een vergissing.",
    signers: Ondertekenaars.vastleggers.union(Ondertekenaars.instemmers), isMandatable: false)
}
