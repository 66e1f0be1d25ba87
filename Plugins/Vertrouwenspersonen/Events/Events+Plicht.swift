import Governance
import Ledger

/// A vertrouwenspersoon followed training.
public enum ScholingVastgelegd: PersoonsGebeurtenis {
  static let jaar = Field<Int64>("jaar", .clear, "Het jaar.", shape: .number(1990...2200))
  static let soort = Field<ScholingSoort>("soort", .clear, "Wat voor scholing.")
  static let erkend = Field<Bool>("erkend", .clear, "Of de LVV de cursus erkent.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "ScholingVastgelegd", stream: "Vertrouwenspersoon", meaning: "Scholing is gevolgd.",
    source: "004:5740-5741; 004:5747-5749", signers: Ondertekenaars.metVertrouwenspersonen
  ) {
    persoon
    jaar
    soort
    erkend
    HistoricalFact.fields
  }
}

/// A vertrouwenspersoon took part in intervisie.
public enum IntervisieVastgelegd: PersoonsGebeurtenis {
  static let jaar = ScholingVastgelegd.jaar

  /// The event type.
  public static let type = EventType(
    "IntervisieVastgelegd", stream: "Vertrouwenspersoon", meaning: "Aan intervisie is deelgenomen.",
    source: "004:5740-5741", signers: Ondertekenaars.metVertrouwenspersonen
  ) {
    persoon
    jaar
    HistoricalFact.fields
  }
}

/// The employer got an anonymised yearly overview, of all vertrouwenspersonen or of one: totals, with small numbers
/// withheld.
public enum JaaroverzichtVerstrekt: EventDefinition {
  static let jaar = Field<Int64>("jaar", .clear, "Het jaar waarover het gaat.", shape: .number(1990...2200))
  static let vertrouwenspersoon = Field<StreamID>(
    "vertrouwenspersoon", .clear, "De benoeming van wie dit overzicht is; ontbreekt als het van allen samen is.",
    shape: .stream(kind: "Vertrouwenspersoon"), isRequired: false)
  static let drempel = Field<Int64>(
    "drempel", .clear, "Kleinere aantallen zijn niet vermeld.", shape: .number(2...100))
  static let meldingen = Field<Telling>("meldingen", .clear, "Het aantal meldingen.")
  static let werknemers = Field<Telling>(
    "werknemers", .clear, "Het aantal werknemers dat een vertrouwenspersoon raadpleegde.", isRequired: false)
  static let afdoening = Field<[Onderdeel]>(
    "afdoening", .clear, "Het aantal per wijze van afdoening.", shape: .list(Onderdeel.defaultShape, most: 20),
    isRequired: false)
  static let themas = Field<[Onderdeel]>(
    "themas", .clear, "Het aantal per thema.", shape: .list(Onderdeel.defaultShape, most: 20), isRequired: false)

  /// The event type; its date is the day on which the employer got it.
  public static let type = EventType(
    "JaaroverzichtVerstrekt", stream: "Jaaroverzicht", opens: true,
    meaning: "Het geanonimiseerde jaaroverzicht is aan de werkgever verstrekt.",
    source: "004:5685-5686; 002:160; 002:184",
    signers: Ondertekenaars.vertrouwenspersonen.union([.algemeenDirecteur, .secretariaat])
  ) {
    jaar
    vertrouwenspersoon
    drempel
    meldingen
    werknemers
    afdoening
    themas
    HistoricalFact.fields
  }
}

/// The yearly overview was made public.
public enum JaaroverzichtGepubliceerd: EventDefinition {
  static let vindplaats = Field<String>("vindplaats", .clear, "Waar het staat.", shape: .link, isRequired: false)

  /// The event type.
  public static let type = EventType(
    "JaaroverzichtGepubliceerd", stream: "Jaaroverzicht", meaning: "Het jaaroverzicht is openbaar gemaakt.",
    source: "keuze V-7; 004:5685-5686 zwijgt over openbaarheid", signers: [.algemeenDirecteur, .secretariaat]
  ) {
    vindplaats
    HistoricalFact.fields
  }
}

/// An earlier event about a yearly overview was a mistake and counts no more.
public enum JaaroverzichtGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "JaaroverzichtGecorrigeerd", stream: "Jaaroverzicht",
    meaning: "Een eerdere gebeurtenis over dit jaaroverzicht was een vergissing.",
    signers: JaaroverzichtVerstrekt.type.signers)
}
