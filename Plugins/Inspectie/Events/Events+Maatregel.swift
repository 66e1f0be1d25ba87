import Governance
import Ledger

/// What a plan says of a measure, when it is first recorded and when it is adjusted.
public protocol Maatregelgegevens: Bewijsgebeurtenis {}

extension Maatregelgegevens {
  /// By when it is carried out.
  public static var uitvoerenVoor: Field<CalendarDate> {
    Field("uitvoerenVoor", .clear, "De laatste dag om haar uit te voeren.", isRequired: false)
  }
  /// By when it is evaluated.
  public static var evaluerenVoor: Field<CalendarDate> {
    Field("evaluerenVoor", .clear, "De laatste dag om haar te evalueren.", isRequired: false)
  }
  /// By what it is judged.
  public static var criterium: Field<String> {
    Field(
      "criterium", .clear, "Waaraan wordt afgemeten of zij werkt.", shape: .prose(most: 1000), isRequired: false)
  }
  /// The three.
  public static var planning: [FieldDeclaration] {
    [uitvoerenVoor.declaration, evaluerenVoor.declaration, criterium.declaration]
  }
}

/// A measure was written down.
public enum MaatregelVastgelegd: Maatregelgegevens {
  /// What is done.
  public static let omschrijving = Field<String>(
    "omschrijving", .clear, "Wat de maatregel is, zonder namen.", shape: .prose(most: 1000))
  /// What it is for.
  public static let soort = Field<SoortMaatregel>("soort", .clear, "Of zij voorkomt of de gevolgen beperkt.")
  /// The risk inventory from whose plan it comes.
  public static let rie = Field<StreamID>(
    "rie", .clear, "De RI&E bij wier plan van aanpak zij hoort.", shape: .stream(kind: "Rie"), isRequired: false)
  /// Whether it was there before it was written down.
  public static let bestond = Field<Bool>(
    "bestond", .clear, "Of zij er al was voor zij werd opgeschreven.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "MaatregelVastgelegd", stream: "Maatregel", opens: true, meaning: "Een maatregel is vastgelegd.",
    source: "000:191-192; 000:203-207; 000:263-269", signers: Ondertekenaars.vastleggers
  ) {
    omschrijving
    soort
    rie
    bestond
    planning
    Bewijs.fields
  }
}

/// What the plan says of a measure was added to or changed; what is left out stays.
public enum MaatregelBijgesteld: Maatregelgegevens {
  /// The event type.
  public static let type = EventType(
    "MaatregelBijgesteld", stream: "Maatregel",
    meaning: "De planning of het criterium van een maatregel is bijgesteld.",
    source: "002:199-200; 000:266-268", signers: Ondertekenaars.vastleggers
  ) {
    planning
    Bewijs.fields
  }
}

/// One person answers for a measure: whoever is the only holder of a function.
///
/// The name is not here: it stands with who holds the function, and is disclosed to the inspector only. What a plan names
/// that is no function, such as a team, is recorded as it is, and is an open finding.
public enum VerantwoordelijkeAangewezen: Bewijsgebeurtenis {
  /// The function.
  public static let functie = Field<StreamID>(
    "functie", .clear, "De functie van wie ervoor verantwoordelijk is.", shape: .stream(kind: "Functie"),
    isRequired: false)
  /// What the plan names instead of a function.
  public static let aanduiding = Field<String>(
    "aanduiding", .clear, "Wat het plan noemt in plaats van een functie, zoals een team; geen naam van een persoon.",
    shape: .text(most: 100), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "VerantwoordelijkeAangewezen", stream: "Maatregel", meaning: "Voor een maatregel is iemand verantwoordelijk.",
    source: "000:268-269", signers: Ondertekenaars.vastleggers
  ) {
    functie
    aanduiding
    Bewijs.fields
  }
}

/// A measure was carried out.
public enum MaatregelUitgevoerd: Bewijsgebeurtenis {
  /// The event type.
  public static let type = EventType(
    "MaatregelUitgevoerd", stream: "Maatregel", meaning: "Een maatregel is uitgevoerd.", source: "000:265-266",
    signers: Ondertekenaars.vastleggers
  ) { Bewijs.fields }
}

/// Whether a measure works was looked at.
public enum MaatregelGeevalueerd: Bewijsgebeurtenis {
  /// Whether it works.
  public static let uitkomst = Field<UitkomstMaatregel>("uitkomst", .clear, "Of zij werkt.")
  static let metOndernemingsraad = Field<Bool>(
    "metOndernemingsraad", .clear, "Of de ondernemingsraad meedeed.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "MaatregelGeevalueerd", stream: "Maatregel", meaning: "Een maatregel is geëvalueerd.",
    source: "000:207-208; 000:266-268; 002:199-200", signers: Ondertekenaars.vastleggers
  ) {
    uitkomst
    metOndernemingsraad
    Bewijs.fields
  }
}

/// A measure is no longer part of the plan.
public enum MaatregelVervallen: EventDefinition {
  static let reden = Field<String>("reden", .clear, "Waarom.", shape: .prose(most: 1000))
  static let vervangenDoor = Field<StreamID>(
    "vervangenDoor", .clear, "De maatregel die ervoor in de plaats komt.", shape: .stream(kind: "Maatregel"),
    isRequired: false)

  /// The event type.
  public static let type = EventType(
    "MaatregelVervallen", stream: "Maatregel", meaning: "Een maatregel is vervallen.", source: "002:199-200",
    signers: Ondertekenaars.werkgever, recorders: [.secretariaat]
  ) {
    reden
    vervangenDoor
    HistoricalFact.fields
  }
}

/// An earlier event of a measure was a mistake.
public enum MaatregelGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = correctie("MaatregelGecorrigeerd", stream: "Maatregel", van: "deze maatregel")
}
