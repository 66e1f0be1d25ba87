import Governance
import Ledger

/// The decision was discussed with the works council in a meeting, which comes before it decides.
public enum OverlegvergaderingGehouden: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "OverlegvergaderingGehouden", stream: "Instemming", opens: false,
    meaning: "Over het voorgenomen besluit is overlegd in een overlegvergadering.", source: "WOR art. 27 lid 2",
    signers: Ondertekenaars.vastleggers.union(Ondertekenaars.instemmers), isMandatable: false
  ) {
    Betreft.instemming
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The employer accepts the conditions of the works council: from then on there is consent.
public enum VoorwaardenAanvaard: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "VoorwaardenAanvaard", stream: "Instemming", opens: false,
    meaning: "De werkgever aanvaardt de voorwaarden waaronder is ingestemd.", source: "WOR art. 27 lid 2",
    signers: Ondertekenaars.werkgever
  ) {
    Betreft.instemming
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The employer tells the works council in writing which decision was taken: the month for nullity begins.
public enum BesluitMeegedeeld: EventDefinition {
  static let uitvoeringVanaf = Field<CalendarDate>(
    "uitvoeringVanaf", .clear, "Met ingang van welke dag het besluit wordt uitgevoerd.", isRequired: false)

  /// The event type; its date is the day on which the works council was told.
  public static let type = EventType(
    "BesluitMeegedeeld", stream: "Instemming", opens: nil,
    meaning: "De werkgever heeft de ondernemingsraad schriftelijk meegedeeld welk besluit is genomen.",
    source: "WOR art. 27 lid 2 en 5", signers: Ondertekenaars.vastleggers
  ) {
    Betreft.instemming
    uitvoeringVanaf
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The works council notices that a decision of which it was not told is carried out: the month for nullity begins.
public enum UitvoeringGebleken: EventDefinition {
  /// The event type; its date is the day on which it was noticed.
  public static let type = EventType(
    "UitvoeringGebleken", stream: "Instemming", opens: nil,
    meaning: "De ondernemingsraad is gebleken dat een besluit wordt uitgevoerd.", source: "WOR art. 27 lid 5",
    signers: Ondertekenaars.antwoord, isMandatable: false
  ) {
    Betreft.instemming
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The works council invokes nullity of a decision that was taken without its consent.
public enum NietigheidIngeroepen: EventDefinition {
  static let bekendOp = Field<CalendarDate>(
    "bekendOp", .clear, "De dag waarop het besluit is meegedeeld of de uitvoering is gebleken; hier begint de maand.")
  static let ontvangenOp = Field<CalendarDate>(
    "ontvangenOp", .clear, "De dag waarop de werkgever de brief kreeg, als die later is; dan telt deze dag.",
    isRequired: false)

  /// The event type; its date is that of the letter.
  public static let type = EventType(
    "NietigheidIngeroepen", stream: "Instemming", opens: nil,
    meaning: "De ondernemingsraad roept de nietigheid in van een besluit zonder instemming.",
    source: "WOR art. 27 lid 5; BW art. 3:37 lid 3", signers: Ondertekenaars.antwoord, isMandatable: false,
    needsExactDate: true
  ) {
    Betreft.opening
    bekendOp
    ontvangenOp
    Stemming.gestemdOp
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

/// The kantonrechter is asked for permission in the place of consent, or to settle whether a decision is void.
public enum KantonrechterVerzocht: EventDefinition {
  static let zaaknummer = Field<String>(
    "zaaknummer", .clear, "Het zaaknummer bij de rechtbank.", shape: .text(most: 60), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "KantonrechterVerzocht", stream: "Instemming", opens: false,
    meaning: "Over het besluit is een verzoek gedaan aan de kantonrechter.", source: "WOR art. 27 lid 4 en 6",
    signers: Ondertekenaars.procespartijen, isMandatable: false
  ) {
    Betreft.instemming
    Rechtszaak.verzoek
    zaaknummer
    HistoricalFact.fields
    Motivering.fields
  }
}

/// The kantonrechter decided on such a request; permission that was given is `InstemmingVervangen`.
public enum KantonrechterBeslist: EventDefinition {
  static let toegewezen = Field<Bool>("toegewezen", .clear, "Of het verzoek is toegewezen.")

  /// The event type.
  public static let type = EventType(
    "KantonrechterBeslist", stream: "Instemming", opens: false,
    meaning: "De kantonrechter heeft op een verzoek over het besluit beslist.", source: "WOR art. 27 lid 4 en 6",
    signers: Ondertekenaars.procespartijen, isMandatable: false
  ) {
    Betreft.instemming
    Rechtszaak.verzoek
    toegewezen
    Rechtszaak.zaaknummer
    Rechtszaak.ecli
    HistoricalFact.fields
    Rechtszaak.uitspraak
  }
}
