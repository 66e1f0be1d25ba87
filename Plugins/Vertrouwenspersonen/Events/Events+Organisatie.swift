import Governance
import Ledger

/// The municipality settles points that its rule leaves open; a point that is not named stays as it was.
public enum VertrouwenspersonenregelsVastgesteld: EventDefinition {
  static let duur = Field<Tijdsduur>("duur", .clear, "De gewone termijn van een benoeming.", isRequired: false)
  static let instemmingVerlenging = Field<InstemmingsEis>(
    "instemmingVerlenging", .clear, "V-1: instemming bij verlenging.", isRequired: false)
  static let instemmingExtern = Field<InstemmingsEis>(
    "instemmingExtern", .clear, "V-1: instemming bij een externe.", isRequired: false)
  static let verliesCertificering = Field<VerliesCertificering>(
    "verliesCertificering", .clear, "V-2: gevolg van verlies van de certificering.", isRequired: false)
  static let hoogsteVerlengingen = Field<HoogsteVerlengingen>(
    "hoogsteVerlengingen", .clear, "V-3: hoe vaak een termijn kan worden verlengd.", isRequired: false)
  static let registerBijVertrek = Field<RegisterBijVertrek>(
    "registerBijVertrek", .clear, "V-4: wat met de registratie gebeurt bij vertrek.", isRequired: false)
  static let oudMedewerkers = Field<OudMedewerkers>(
    "oudMedewerkers", .clear, "V-5: of wie vertrokken is nog terecht kan.", isRequired: false)
  static let oudMedewerkersMaanden = Field<Int64>(
    "oudMedewerkersMaanden", .clear, "V-5: tot hoeveel maanden na vertrek.", shape: .number(1...120), isRequired: false)
  static let bemiddeling = Field<Bemiddeling>(
    "bemiddeling", .clear, "V-6: de rol bij bemiddeling.", isRequired: false)
  static let jaaroverzichtUiterlijk = Field<JaaroverzichtUiterlijk>(
    "jaaroverzichtUiterlijk", .clear, "V-7: wanneer het jaaroverzicht er uiterlijk is.", isRequired: false)
  static let jaaroverzichtOpenbaarheid = Field<JaaroverzichtOpenbaarheid>(
    "jaaroverzichtOpenbaarheid", .clear, "V-7: of het jaaroverzicht openbaar wordt.", isRequired: false)
  static let klachtBehandelaar = Field<KlachtBehandelaar>(
    "klachtBehandelaar", .clear, "V-8: wie een klacht over een interne vertrouwenspersoon behandelt.",
    isRequired: false)
  static let drempel = Field<Int64>(
    "drempel", .clear, "Kleinere aantallen in het jaaroverzicht worden niet vermeld.", shape: .number(2...100),
    isRequired: false)
  static let bijscholing = Field<Tijdsduur>(
    "bijscholing", .clear, "Hoe vaak bijscholing moet worden gevolgd.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "VertrouwenspersonenregelsVastgesteld", stream: "Vertrouwenspersonen", opens: nil,
    meaning: "De gemeente heeft punten geregeld die de regeling openlaat.", source: "004:5602-5805",
    signers: [.algemeenDirecteur, .college], recorders: [.secretariaat]
  ) {
    duur
    instemmingVerlenging
    instemmingExtern
    verliesCertificering
    hoogsteVerlengingen
    registerBijVertrek
    oudMedewerkers
    oudMedewerkersMaanden
    bemiddeling
    jaaroverzichtUiterlijk
    jaaroverzichtOpenbaarheid
    klachtBehandelaar
    drempel
    bijscholing
    HistoricalFact.fields
  }
}

/// How many posts there are for vertrouwenspersonen, so that vacancies show.
public enum FormatieVastgesteld: EventDefinition {
  static let intern = Field<Int64>("intern", .clear, "Het aantal interne plaatsen.", shape: .number(0...1000))
  static let extern = Field<Int64>("extern", .clear, "Het aantal externe plaatsen.", shape: .number(0...1000))

  /// The event type.
  public static let type = EventType(
    "FormatieVastgesteld", stream: "Vertrouwenspersonen", opens: nil,
    meaning: "Het aantal plaatsen voor vertrouwenspersonen is vastgesteld.", source: "000:31-32; 004:5459; 004:5626",
    signers: [.algemeenDirecteur, .college], recorders: [.secretariaat]
  ) {
    intern
    extern
    HistoricalFact.fields
  }
}

/// The organisation states how many vertrouwenspersonen it has, without saying who.
public enum AantalVertrouwenspersonenOpgegeven: EventDefinition {
  static let intern = FormatieVastgesteld.intern
  static let extern = FormatieVastgesteld.extern
  static let internEerder = Field<Int64>(
    "internEerder", .clear, "Het aantal internen vóór de wijziging, als dat is opgegeven.", shape: .number(0...1000),
    isRequired: false)
  static let externBij = Field<String>(
    "externBij", .clear, "De organisatie waar de externe werkt; geen naam van een persoon.", isRequired: false)
  static let locaties = Field<Int64>(
    "locaties", .clear, "Op hoeveel locaties iemand aanwezig is.", shape: .number(1...1000), isRequired: false)
  static let spreiding = Field<[SpreidingsAspect]>(
    "spreiding", .clear, "Waarop bij de samenstelling is gelet; nooit een kenmerk van een persoon.",
    shape: .list(SpreidingsAspect.defaultShape, most: 7), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "AantalVertrouwenspersonenOpgegeven", stream: "Vertrouwenspersonen", opens: nil,
    meaning: "De organisatie geeft op hoeveel vertrouwenspersonen zij heeft.", source: "000:31-32; 002:639-642",
    signers: [.algemeenDirecteur, .college, .secretariaat]
  ) {
    intern
    extern
    internEerder
    externBij
    locaties
    spreiding
    HistoricalFact.fields
  }
}

/// An earlier event about the vertrouwenspersonen as a whole was a mistake and counts no more.
public enum VertrouwenspersonenGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "VertrouwenspersonenGecorrigeerd", stream: "Vertrouwenspersonen",
    meaning: "Een eerdere gebeurtenis over de vertrouwenspersonen als geheel was een vergissing.",
    signers: [.algemeenDirecteur, .college, .secretariaat])
}
