import Governance
import Ledger

// The sources know no withdrawal of consent once given (WOR art. 27), so there is no such event: a
// mistake is answered by `InstemmingGecorrigeerd`.

/// The employer asks consent for one decision about exactly one version.
public enum InstemmingGevraagd: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "InstemmingGevraagd", stream: "Instemming", opens: true,
    meaning: "Een voorgenomen besluit is ter instemming voorgelegd.", source: "WOR art. 27 lid 2",
    signers: Ondertekenaars.werkgever
  ) {
    Betreft.instemming
    HistoricalFact.fields
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
    Betreft.instemming
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
    Betreft.instemming
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
    Betreft.instemming
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The kantonrechter gives permission in the place of consent.
public enum InstemmingVervangen: EventDefinition {
  static let zaaknummer = Field<String>(
    "zaaknummer", .clear, "Het zaaknummer bij de rechtbank.", shape: .text(most: 60))
  static let ecli = Field<String>(
    "ecli", .clear, "De ECLI van de uitspraak.", shape: .text(most: 60), isRequired: false)
  static let uitspraak = Field<DocumentReference>(
    "uitspraak", .openbaar, "De uitspraak, zoals zij openbaar is.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "InstemmingVervangen", stream: "Instemming", opens: nil,
    meaning: "De kantonrechter heeft toestemming gegeven in plaats van de ondernemingsraad.",
    source: "WOR art. 27 lid 4", signers: Ondertekenaars.vastleggers
  ) {
    Betreft.instemming
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
    Betreft.instemming
    reden
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The works council invokes nullity of a decision that was taken without its consent.
public enum NietigheidIngeroepen: EventDefinition {
  static let bekendOp = Field<CalendarDate>(
    "bekendOp", .clear, "De dag waarop het besluit is meegedeeld of de uitvoering is gebleken; hier begint de maand.")

  /// The event type.
  public static let type = EventType(
    "NietigheidIngeroepen", stream: "Instemming", opens: nil,
    meaning: "De ondernemingsraad roept de nietigheid in van een besluit zonder instemming.",
    source: "WOR art. 27 lid 5", signers: Ondertekenaars.antwoord, isMandatable: false, needsExactDate: true
  ) {
    Betreft.instemming
    bekendOp
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The works council takes its appeal to nullity back.
public enum NietigheidTeruggenomen: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "NietigheidTeruggenomen", stream: "Instemming", opens: false,
    meaning: "De ondernemingsraad neemt het beroep op nietigheid terug.", source: "WOR art. 27 lid 5",
    signers: Ondertekenaars.antwoord, isMandatable: false
  ) {
    Betreft.instemming
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
