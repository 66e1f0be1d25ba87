import Governance
import Ledger

/// A demand of a requirement tree, and the number that the letter itself gives it.
public struct Eisregel: FieldValue, Hashable {
  /// How the letter counts it, as in `1.b`.
  public let nummer: String
  /// Its id in the tree, as in `AI-1.16`.
  public let eis: String

  /// A line of the letter.
  public init(nummer: String, eis: String) {
    self.nummer = nummer
    self.eis = eis
  }

  /// Two named values.
  public static var defaultShape: FieldShape {
    .record([.init("nummer", .text(most: 20)), .init("eis", .text(most: 40))])
  }

  /// Reads a line.
  public init?(json: JSON) {
    guard let nummer = json["nummer"]?.string, let eis = json["eis"]?.string else { return nil }
    self.init(nummer: nummer, eis: eis)
  }

  /// The line as it is recorded.
  public var json: JSON { ["nummer": .string(nummer), "eis": .string(eis)] }
}

/// The inspectorate imposed demands; the date of effect is the date on the letter (*dagtekening*).
public enum EisOpgelegd: Briefgebeurtenis {
  /// The day on which the letter was sent, from which the time to object is counted (Awb 3:41, 6:8).
  public static let verzondenOp = Field<CalendarDate>(
    "verzondenOp", .clear, "De dag waarop de brief is verzonden.", isRequired: false)
  /// The requirement tree that holds the demands.
  public static let boom = Field<String>(
    "boom", .clear, "De eisenboom waarin de eisen staan, zoals AI.", shape: .text(most: 40))
  /// The letter's own numbers for the demands of the tree; without them every demand of the tree, by the tree's numbers.
  public static let nummering = Field<[Eisregel]>(
    "nummering", .clear, "De nummers die de brief zelf aan de eisen geeft.",
    shape: .list(Eisregel.defaultShape, most: 100), isRequired: false)
  /// How long there is to fulfil them, counted from the date on the letter.
  public static let termijn = Field<Tijdsduur>(
    "termijn", .clear, "Hoe lang er is om te voldoen, vanaf de dagtekening.", isRequired: false)
  /// The last day, where the letter names a day instead.
  public static let uiterlijk = Field<CalendarDate>(
    "uiterlijk", .clear, "De laatste dag om te voldoen, als de brief een dag noemt.", isRequired: false)
  /// How often proof is gathered anew after the term.
  public static let herbewijsIedere = Field<Tijdsduur>(
    "herbewijsIedere", .clear, "Om de hoeveel tijd na de termijn opnieuw bewijs wordt verzameld.")
  /// What the demands rest on.
  public static let grondslag = Field<String>(
    "grondslag", .clear, "Waarop de eis berust, zoals Arbowet art. 27.", shape: .text(most: 200), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "EisOpgelegd", stream: "Inspectie", meaning: "De Arbeidsinspectie legt een eis tot naleving op.",
    source: "000:114-135; 000:166-181; Arbeidsomstandighedenwet art. 27", signers: Ondertekenaars.vastleggers,
    needsExactDate: true
  ) {
    verzondenOp
    boom
    nummering
    termijn
    uiterlijk
    herbewijsIedere
    grondslag
    briefvelden
  }
}

/// The inspectorate sent a copy of its decision to the representative body.
public enum AfschriftAanMedezeggenschap: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "AfschriftAanMedezeggenschap", stream: "Inspectie", meaning: "De medezeggenschap kreeg een afschrift van de eis.",
    source: "000:159", signers: Ondertekenaars.vastleggers.union([.ondernemingsraad])
  ) { HistoricalFact.fields }
}

/// The organisation objected; the date of effect is the day on which the objection was posted or sent.
public enum BezwaarIngediend: Briefgebeurtenis {
  static let ontvangenOp = Field<CalendarDate>(
    "ontvangenOp", .clear, "De dag waarop het is ontvangen, als het per post ging.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "BezwaarIngediend", stream: "Inspectie", meaning: "Er is bezwaar gemaakt tegen de eis.",
    source: "000:402-426; Awb 6:4; Awb 6:9", signers: Ondertekenaars.vastleggers
  ) {
    ontvangenOp
    briefvelden
  }
}

/// The court was asked for a temporary measure.
public enum VoorlopigeVoorzieningGevraagd: Briefgebeurtenis {
  /// The event type.
  public static let type = EventType(
    "VoorlopigeVoorzieningGevraagd", stream: "Inspectie",
    meaning: "De rechter is om een voorlopige voorziening gevraagd.",
    source: "000:459-465; 000:473-474; Awb 8:81", signers: Ondertekenaars.vastleggers
  ) { briefvelden }
}

/// The objection was decided.
public enum BeslissingOpBezwaarOntvangen: Briefgebeurtenis {
  static let uitkomst = Field<UitkomstBezwaar>("uitkomst", .clear, "Hoe op het bezwaar is beslist.")

  /// The event type.
  public static let type = EventType(
    "BeslissingOpBezwaarOntvangen", stream: "Inspectie", meaning: "Op het bezwaar tegen de eis is beslist.",
    source: "Awb 7:11", signers: Ondertekenaars.vastleggers
  ) {
    uitkomst
    briefvelden
  }
}

/// Another measure gives comparable protection, and why.
public enum AlternatieveMaatregelVastgelegd: Bewijsgebeurtenis {
  /// What is done instead.
  public static let maatregel = Field<String>(
    "maatregel", .clear, "Wat in plaats van het geëiste wordt gedaan.", shape: .prose(most: 1000))
  /// Why its protection is comparable.
  public static let vergelijking = Field<String>(
    "vergelijking", .clear, "Waarom de bescherming vergelijkbaar is.", shape: .prose(most: 4000))
  /// Who judged it, as a role or an organisation.
  public static let deskundige = Field<String>(
    "deskundige", .clear, "Wie het heeft beoordeeld, als rol of organisatie.", shape: .text(most: 100),
    isRequired: false)

  /// The event type.
  public static let type = EventType(
    "AlternatieveMaatregelVastgelegd", stream: "Inspectie",
    meaning: "Een andere maatregel geeft vergelijkbare bescherming, met de reden.",
    source: "000:137-144; 000:305-308; 000:392-395", signers: Ondertekenaars.werkgever
  ) {
    maatregel
    vergelijking
    deskundige
    Bewijs.fields
  }
}

/// Demands are declared fulfilled.
public enum EisVoldaanVerklaard: Bewijsgebeurtenis {
  /// Who declares it.
  public static let door = Field<VerklaardDoor>("door", .clear, "Wie het verklaart.")
  /// Whether every demand of the letter is fulfilled with it; else those that are named.
  public static let volledig = Field<Bool>(
    "volledig", .clear, "Of hiermee aan alle eisen van de brief is voldaan; anders aan de genoemde.")

  /// The event type.
  public static let type = EventType(
    "EisVoldaanVerklaard", stream: "Inspectie", meaning: "Verklaard is dat aan eisen is voldaan.",
    source: "000:129-135; 000:146-149", signers: Ondertekenaars.werkgever
  ) {
    door
    volledig
    Bewijs.fields
  }
}

/// Proof was gathered anew, so that a repeat of the violation would show (AI-0.4).
public enum BewijsHerhaald: Bewijsgebeurtenis {
  /// The event type.
  public static let type = EventType(
    "BewijsHerhaald", stream: "Inspectie",
    meaning: "Na de termijn is opnieuw nagegaan of nog aan de eis wordt voldaan.",
    source: "000:146-149; 000:299-300", signers: Ondertekenaars.vastleggers
  ) { Bewijs.fields }
}

/// The inspectorate came back.
public enum HerinspectieUitgevoerd: Briefgebeurtenis {
  static let gehoord = InspectieUitgevoerd.gehoord
  static let uitkomst = Field<UitkomstHerinspectie>("uitkomst", .clear, "Wat zij vond.")

  /// The event type.
  public static let type = EventType(
    "HerinspectieUitgevoerd", stream: "Inspectie", meaning: "De Arbeidsinspectie is teruggekomen.",
    source: "000:146-149; 000:297-303", signers: Ondertekenaars.vastleggers
  ) {
    gehoord
    uitkomst
    briefvelden
  }
}

/// The inspectorate drew up a report that leads to a fine.
public enum BoeterapportOpgemaakt: Briefgebeurtenis {
  /// The event type.
  public static let type = EventType(
    "BoeterapportOpgemaakt", stream: "Inspectie", meaning: "De Arbeidsinspectie maakte een boeterapport op.",
    source: "000:148-149; 000:300-303", signers: Ondertekenaars.vastleggers
  ) { briefvelden }
}

/// The inspectorate drew up an official record of an offence.
public enum ProcesVerbaalOpgemaakt: Briefgebeurtenis {
  /// The event type.
  public static let type = EventType(
    "ProcesVerbaalOpgemaakt", stream: "Inspectie", meaning: "De Arbeidsinspectie maakte proces-verbaal op.",
    source: "000:300-303", signers: Ondertekenaars.vastleggers
  ) { briefvelden }
}

/// The authority enforces the demand itself.
public enum BestuursdwangToegepast: Briefgebeurtenis {
  /// The event type.
  public static let type = EventType(
    "BestuursdwangToegepast", stream: "Inspectie", meaning: "Bestuursdwang is toegepast.",
    source: "000:300-303", signers: Ondertekenaars.vastleggers
  ) { briefvelden }
}
