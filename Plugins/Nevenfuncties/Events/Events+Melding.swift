import Governance
import Ledger

/// A holder reports an activity beside the function, done or intended.
///
/// It can always be recorded, also when it is not allowed: recording is not allowing.
public enum NevenwerkzaamheidGemeld: EventDefinition {
  static let voorgenomen = Field<Bool>("voorgenomen", .intern, "Of zij nog moet beginnen.")
  static let activiteit = Inhoud.activiteit(isRequired: true)

  /// The event type.
  public static let type = EventType(
    "NevenwerkzaamheidGemeld", stream: "Nevenwerkzaamheid", opens: true,
    meaning: "Een nevenwerkzaamheid is gemeld.",
    source: "Ambtenarenwet 2017 art. 8 lid 2; 004:3916-3918; 001:127-128; 003:265", signers: Ondertekenaars.melders,
    conceals: .filledIn
  ) {
    Houderschap.fields
    HistoricalFact.fields
    voorgenomen
    Looptijd.fields
    activiteit
    Inhoud.fields
  }
}

/// The holder reports that the activity changed, or will.
public enum NevenwerkzaamheidGewijzigd: EventDefinition {
  static let activiteit = Inhoud.activiteit(isRequired: false)

  /// The event type.
  public static let type = EventType(
    "NevenwerkzaamheidGewijzigd", stream: "Nevenwerkzaamheid",
    meaning: "Een gemelde nevenwerkzaamheid wijzigt; er wordt opnieuw over beslist.", source: "004:3919",
    signers: Ondertekenaars.melders, conceals: .filledIn
  ) {
    HistoricalFact.fields
    Looptijd.fields
    activiteit
    Inhoud.fields
  }
}

/// The activity is no longer done from the date of effect on.
public enum NevenwerkzaamheidBeeindigd: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "NevenwerkzaamheidBeeindigd", stream: "Nevenwerkzaamheid",
    meaning: "Een nevenwerkzaamheid wordt niet meer verricht.", source: "004:5425-5426",
    signers: Ondertekenaars.melders
  ) {
    HistoricalFact.fields
    Inhoud.toelichting
  }
}

/// The function or its content changed: interests can change with it, so the activity is judged again.
public enum FunctieGewijzigd: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "FunctieGewijzigd", stream: "Nevenwerkzaamheid",
    meaning: "De functie wijzigt; de nevenwerkzaamheid wordt opnieuw getoetst.", source: "004:3944-3945",
    signers: Ondertekenaars.melders
  ) {
    Houderschap.fields
    HistoricalFact.fields
    Inhoud.toelichting
  }
}

/// A holder confirms what was reported, or that there is nothing to report.
public enum NevenwerkzaamhedenBevestigd: EventDefinition {
  static let geen = Field<Bool>("geen", .clear, "Of er geen nevenwerkzaamheden zijn.")
  static let naam = Field<String>(
    "naam", .openbaar, "De naam van de houder, als de regels namen openbaar maken.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "NevenwerkzaamhedenBevestigd", stream: "Bevestiging", opens: true,
    meaning: "De houder bevestigt zijn opgave, of dat er niets te melden is.",
    source: "004:5425-5426", signers: Ondertekenaars.melders, needsExactDate: true
  ) {
    Houderschap.fields
    geen
    HistoricalFact.fields
    naam
  }
}

/// A confirmation was a mistake.
public enum BevestigingGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "BevestigingGecorrigeerd", stream: "Bevestiging",
    meaning: "Een eerdere bevestiging was een vergissing.",
    signers: Ondertekenaars.melders)
}

/// An earlier event about an activity was a mistake.
public enum NevenwerkzaamheidGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "NevenwerkzaamheidGecorrigeerd", stream: "Nevenwerkzaamheid",
    meaning: "Een eerdere gebeurtenis over deze nevenwerkzaamheid was een vergissing.",
    signers: Ondertekenaars.melders.union(Ondertekenaars.beslissers).union(Ondertekenaars.openbaarmakers))
}
