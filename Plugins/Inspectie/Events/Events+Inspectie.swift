import Governance

/// A letter that goes to or comes from an authority: its reference, and where it is.
public protocol Briefgebeurtenis: EventDefinition {}

extension Briefgebeurtenis {
  /// Its reference.
  public static var kenmerk: Field<String> {
    Field("kenmerk", .clear, "Het kenmerk van de brief.", shape: .text(most: 60), isRequired: false)
  }
  /// The letter.
  public static var brief: Stukvelden { Stukvelden("brief", "De brief") }
  /// Both, and whether it is from before the ledger.
  public static var briefvelden: [FieldDeclaration] { [kenmerk.declaration] + HistoricalFact.fields + brief.fields }
}

/// The inspectorate announced an inspection.
public enum InspectieAangekondigd: Briefgebeurtenis {
  static let bezoekOp = Field<ImpreciseDate>("bezoekOp", .clear, "Wanneer zij komt.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "InspectieAangekondigd", stream: "Inspectie", opens: true, meaning: "De Arbeidsinspectie kondigt een bezoek aan.",
    source: "keuze; 000:83-85 noemt het bezoek en geen aankondiging", signers: Ondertekenaars.vastleggers
  ) {
    bezoekOp
    briefvelden
  }
}

/// The inspectorate inspected; who was heard is told as groups only.
public enum InspectieUitgevoerd: EventDefinition {
  static let gehoord = Field<[GehoordeGroep]>(
    "gehoord", .clear, "Wie is gehoord, als groep.", shape: .list(GehoordeGroep.defaultShape, most: 11))
  static let locatie = Field<String>("locatie", .clear, "Waar.", shape: .text(most: 200), isRequired: false)

  /// The event type. Most inspections are not announced, so it can be the first thing that is known.
  public static let type = EventType(
    "InspectieUitgevoerd", stream: "Inspectie", opens: nil, meaning: "De Arbeidsinspectie heeft geïnspecteerd.",
    source: "000:83-95", signers: Ondertekenaars.vastleggers
  ) {
    gehoord
    locatie
    HistoricalFact.fields
  }
}

/// The inspectorate announced that it intends to impose a demand; the date of effect is that of the letter.
public enum VoornemenOntvangen: Briefgebeurtenis {
  static let zienswijzeUiterlijk = Field<CalendarDate>(
    "zienswijzeUiterlijk", .clear, "De laatste dag voor een zienswijze, als de brief die noemt.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "VoornemenOntvangen", stream: "Inspectie", meaning: "De Arbeidsinspectie is van plan een eis op te leggen.",
    source: "000:97-99; 000:230-231; Awb 4:8", signers: Ondertekenaars.vastleggers
  ) {
    zienswijzeUiterlijk
    briefvelden
  }
}

/// The organisation gave its view of an intended demand.
public enum ZienswijzeIngediend: Briefgebeurtenis {
  /// The event type.
  public static let type = EventType(
    "ZienswijzeIngediend", stream: "Inspectie", meaning: "Er is een zienswijze gegeven.",
    source: "000:97-99; Awb 4:8", signers: Ondertekenaars.vastleggers
  ) { briefvelden }
}

/// The organisation let pass the chance to give its view.
public enum ZienswijzeAchterwegeGelaten: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "ZienswijzeAchterwegeGelaten", stream: "Inspectie", meaning: "Er is geen zienswijze gegeven.",
    source: "000:232-233; 000:331-332", signers: Ondertekenaars.vastleggers
  ) { HistoricalFact.fields }
}

/// The case is closed.
public enum InspectieAfgesloten: Briefgebeurtenis {
  /// The event type.
  public static let type = EventType(
    "InspectieAfgesloten", stream: "Inspectie", meaning: "De zaak bij de Arbeidsinspectie is afgesloten.",
    source: "keuze; hoe een zaak eindigt, zeggen 000:146-149 en 000:297-303 niet", signers: Ondertekenaars.vastleggers
  ) { briefvelden }
}

/// An earlier event of the inspection was a mistake.
public enum InspectieGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = correctie("InspectieGecorrigeerd", stream: "Inspectie", van: "deze inspectie")
}
