import Governance
import Ledger

/// The function has ended; its date is the first day without it.
///
/// One event however it ended: with a handful of people a pseudonym soon has a face, and whether someone laid the task down,
/// left or was relieved is nobody's public fact. Whoever appoints signs it, so that the signature does not tell either.
public enum VertrouwenspersoonBeeindigd: PersoonsGebeurtenis {
  static let wijze = Field<Eindewijze>("wijze", .intern, "Hoe de functie eindigde.")
  static let instemming = Field<StreamID>(
    "instemming", .intern, "De procedure waarin de ondernemingsraad met een ontheffing instemde.",
    shape: .stream(kind: "Instemming"), isRequired: false)
  static let stuk = Field<DocumentReference>(
    "stuk", .intern, "De schriftelijke kennisgeving, of de gemotiveerde brief.", isRequired: false)
  static let vindplaats = Field<String>("vindplaats", .intern, "Waar dat stuk ligt.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "VertrouwenspersoonBeeindigd", stream: "Vertrouwenspersoon",
    meaning: "Iemand is geen vertrouwenspersoon meer; de datum is de eerste dag zonder de functie, hoe is verzegeld.",
    source: "004:5607-5608; 004:5632-5633; 004:5751-5755", signers: Ondertekenaars.beslisser,
    recorders: [.secretariaat], conceals: .outcome
  ) {
    persoon
    HistoricalFact.fields
    wijze
    instemming
    stuk
    vindplaats
  }
}

/// Something was added to the file of a vertrouwenspersoon: an intention to relieve, that it was given up, what an
/// independent body found, or any note. Which of them it is, is sealed.
public enum DossierAangevuld: PersoonsGebeurtenis {
  static let soort = Field<Dossierstuk>("soort", .intern, "Wat er is toegevoegd.")
  static let grond = Field<OntheffingsGrond>(
    "grond", .intern, "De grond van een voornemen, voor zover een vaststelling daarvan afhangt.", isRequired: false)
  static let toelichting = Field<String>(
    "toelichting", .intern, "Wat er speelt, en bij een voornemen waarom voortzetting niet kan worden gevergd.",
    shape: .prose(most: 20_000), isRequired: false)
  static let vastgesteld = Field<Bool>(
    "vastgesteld", .intern, "Of de instantie de grond heeft vastgesteld.", isRequired: false)
  static let onafhankelijk = Field<Bool>(
    "onafhankelijk", .intern, "Of de instantie onafhankelijk is van de werkgever.", isRequired: false)
  static let geheimhouding = Field<Bool>(
    "geheimhouding", .intern, "Of de instantie geheimhouding betracht over de casuïstiek.", isRequired: false)
  static let instantie = Field<String>("instantie", .intern, "Welke instantie.", isRequired: false)
  static let stuk = Field<DocumentReference>("stuk", .intern, "Het stuk.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "DossierAangevuld", stream: "Vertrouwenspersoon",
    meaning: "Het dossier van een vertrouwenspersoon is aangevuld; waarmee, is verzegeld.", source: "004:5751-5763",
    signers: Ondertekenaars.beslisser, recorders: [.secretariaat], conceals: .outcome
  ) {
    persoon
    HistoricalFact.fields
    soort
    grond
    toelichting
    vastgesteld
    onafhankelijk
    geheimhouding
    instantie
    stuk
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
