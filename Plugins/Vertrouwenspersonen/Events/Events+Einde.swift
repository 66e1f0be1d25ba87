import Governance
import Ledger

/// A vertrouwenspersoon lays the task down, in writing; a reason is not asked and has no field.
public enum VertrouwenspersoonTeruggetreden: PersoonsGebeurtenis {
  static let kennisgeving = Stukvelden("kennisgeving", "De schriftelijke kennisgeving")

  /// The event type; its date is the first day without the function.
  public static let type = EventType(
    "VertrouwenspersoonTeruggetreden", stream: "Vertrouwenspersoon",
    meaning: "Een vertrouwenspersoon legt de taak neer; de datum is de eerste dag zonder de functie.",
    source: "004:5632-5633",
    signers: Ondertekenaars.metVertrouwenspersonen
  ) {
    persoon
    HistoricalFact.fields
    kennisgeving.fields
  }
}

/// The term ended by itself; its date is the first day without the function.
public enum VertrouwenspersoonTermijnVerstreken: PersoonsGebeurtenis {
  static let oorzaak = Field<EindeOorzaak>("oorzaak", .clear, "Waardoor de termijn eindigde.")

  /// The event type.
  public static let type = EventType(
    "VertrouwenspersoonTermijnVerstreken", stream: "Vertrouwenspersoon",
    meaning: "De termijn is van rechtswege geëindigd; de datum is de eerste dag zonder de functie.",
    source: "004:5607-5608",
    signers: Ondertekenaars.vastleggers
  ) {
    persoon
    oorzaak
    HistoricalFact.fields
  }
}

/// The employer intends to relieve someone of the function, on a ground that is named.
///
/// The ground is clear as far as a rule depends on it and no further: a log never forgets, and with a handful of people
/// a pseudonym soon has a face. What is the matter stands in the sealed explanation, as prose, so that no second code can
/// say something else than the one by which the rule judges.
public enum OntheffingVoorgenomen: PersoonsGebeurtenis {
  static let grond = Field<OntheffingsGrond>(
    "grond", .clear, "De grond, voor zover daarvan afhangt of een onafhankelijke instantie die moet vaststellen.")
  static let toelichting = Field<String>(
    "toelichting", .intern, "Wat er speelt en waarom voortzetting niet kan worden gevergd.",
    shape: .prose(most: 20_000))

  /// The event type.
  public static let type = EventType(
    "OntheffingVoorgenomen", stream: "Vertrouwenspersoon",
    meaning: "De werkgever heeft het voornemen een vertrouwenspersoon uit de functie te ontheffen.",
    source: "004:5751-5763", signers: Ondertekenaars.beslisser, recorders: [.secretariaat]
  ) {
    persoon
    grond
    HistoricalFact.fields
    toelichting
  }
}

/// The employer gives the intention up: who is cleared, or kept, does not stay someone who may be relieved.
public enum OntheffingsvoornemenIngetrokken: PersoonsGebeurtenis {
  /// The event type.
  public static let type = EventType(
    "OntheffingsvoornemenIngetrokken", stream: "Vertrouwenspersoon",
    meaning: "De werkgever ziet af van een voorgenomen ontheffing.", source: "004:5751-5755",
    signers: Ondertekenaars.beslisser, recorders: [.secretariaat]
  ) {
    persoon
    HistoricalFact.fields
  }
}

/// An independent body has said whether the neglect or overstepping is established.
public enum OnafhankelijkeVaststellingOntvangen: PersoonsGebeurtenis {
  static let vastgesteld = Field<Bool>("vastgesteld", .clear, "Of de instantie de grond heeft vastgesteld.")
  static let onafhankelijk = Field<Bool>("onafhankelijk", .clear, "Of de instantie onafhankelijk is van de werkgever.")
  static let geheimhouding = Field<Bool>(
    "geheimhouding", .clear, "Of de instantie geheimhouding betracht over de casuïstiek.")
  static let instantie = Field<String>("instantie", .intern, "Welke instantie.")
  static let stuk = Field<DocumentReference>("stuk", .intern, "De vaststelling.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "OnafhankelijkeVaststellingOntvangen", stream: "Vertrouwenspersoon",
    meaning: "De vaststelling door een onafhankelijke instantie is ontvangen.", source: "004:5756-5760",
    signers: [.algemeenDirecteur, .secretariaat]
  ) {
    persoon
    vastgesteld
    onafhankelijk
    geheimhouding
    HistoricalFact.fields
    instantie
    stuk
  }
}

/// Someone is relieved of the function; its date is the first day without it.
public enum VertrouwenspersoonOntheven: PersoonsGebeurtenis {
  static let instemming = Field<StreamID>(
    "instemming", .clear, "De procedure waarin de ondernemingsraad met deze ontheffing instemde.",
    shape: .stream(kind: "Instemming"), isRequired: false)
  static let brief = Stukvelden("brief", "De gemotiveerde brief")

  /// The event type.
  public static let type = EventType(
    "VertrouwenspersoonOntheven", stream: "Vertrouwenspersoon",
    meaning: "Een vertrouwenspersoon is uit de functie ontheven; de datum is de eerste dag zonder de functie.",
    source: "004:5751-5755",
    signers: Ondertekenaars.beslisser, recorders: [.secretariaat]
  ) {
    persoon
    instemming
    HistoricalFact.fields
    brief.fields
  }
}

/// A vertrouwenspersoon who left handed the confidential register over, or destroyed it; nothing of it is recorded.
public enum RegisterOvergedragen: PersoonsGebeurtenis {
  static let ontvanger = Field<StreamID>(
    "ontvanger", .clear, "De vertrouwenspersoon die het ontving; ontbreekt als het is vernietigd.",
    shape: .stream(kind: "Vertrouwenspersoon"), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "RegisterOvergedragen", stream: "Vertrouwenspersoon",
    meaning: "De vertrouwelijke registratie is overgedragen of vernietigd.", source: "004:5682-5688; 004:5768-5769",
    signers: Ondertekenaars.vertrouwenspersonen.union([.algemeenDirecteur, .secretariaat])
  ) {
    persoon
    ontvanger
    HistoricalFact.fields
  }
}

/// An earlier event about a vertrouwenspersoon was a mistake and counts no more.
public enum VertrouwenspersoonGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "VertrouwenspersoonGecorrigeerd", stream: "Vertrouwenspersoon",
    meaning: "Een eerdere gebeurtenis over deze vertrouwenspersoon was een vergissing.",
    signers: Ondertekenaars.metVertrouwenspersonen)
}
