import Governance
import Ledger

/// The municipality lays its rules down: after a model as a whole, or point by point; without a model a point that is not
/// named stays as it was.
public enum VertrouwenspersonenregelsVastgesteld: EventDefinition {
  static let model = Field<Regelmodel>(
    "model", .clear, "Naar welk model; dan is wat niet genoemd is, niet meer geregeld.", isRequired: false)
  static let titel = Field<String>("titel", .clear, "Hoe de regels heten.", isRequired: false)
  static let grondslag = Field<String>(
    "grondslag", .clear, "Waar de gemeente dit zelf heeft bepaald: een artikel of besluit.", shape: .text(most: 300),
    isRequired: false)
  static let regeling = Field<StreamID>(
    "regeling", .clear, "De regeling in dit grootboek.", shape: .stream(kind: "Regeling"), isRequired: false)
  static let benoemer = Field<Rol>("benoemer", .clear, "Wie benoemt, contracteert en ontheft.", isRequired: false)
  static let duur = Field<Duurkeuze>(
    "duur", .clear, "De gewone termijn van een benoeming, of geen.", isRequired: false)
  static let hoogsteVerlengingen = Field<HoogsteVerlengingen>(
    "hoogsteVerlengingen", .clear, "V-3: hoe vaak een termijn kan worden verlengd.", isRequired: false)
  static let instemmingBenoeming = eis("instemmingBenoeming", "Instemming van de ondernemingsraad bij een benoeming.")
  static let instemmingVerlenging = eis("instemmingVerlenging", "V-1: instemming bij verlenging.")
  static let instemmingExtern = eis("instemmingExtern", "V-1: instemming bij een externe.")
  static let instemmingOntheffing = eis(
    "instemmingOntheffing", "Instemming van de ondernemingsraad bij een ontheffing.")
  static let certificering = Field<Certificeringseis>(
    "certificering", .clear, "Of certificering als lid van de LVV nodig is.", isRequired: false)
  static let verliesCertificering = Field<VerliesCertificering>(
    "verliesCertificering", .clear, "V-2: gevolg van verlies van de certificering.", isRequired: false)
  static let aanstellingsbrief = eis("aanstellingsbrief", "Een aanstellingsbrief bij een benoeming.")
  static let verklaring = eis("verklaring", "Een ondertekende verklaring over de gedragscode bij een benoeming.")
  static let kennisgeving = eis("kennisgeving", "Een schriftelijke kennisgeving van wie de taak neerlegt.")
  static let vaststelling = eis(
    "vaststelling", "Een onafhankelijke vaststelling voor een ontheffing om verzuim of overschrijding.")
  static let motivering = eis("motivering", "Een gemotiveerde brief bij een ontheffing.")
  static let externe = eis("externe", "Een externe naast de internen.")
  static let scholing = Field<Scholingseis>("scholing", .clear, "Welke opleiding nodig is.", isRequired: false)
  static let intervisie = Field<Duurkeuze>("intervisie", .clear, "Hoe vaak intervisie, of geen.", isRequired: false)
  static let bijscholing = Field<Duurkeuze>(
    "bijscholing", .clear, "Hoe vaak bijscholing moet worden gevolgd, of geen.", isRequired: false)
  static let jaaroverzichtDoor = Field<JaaroverzichtDoor>(
    "jaaroverzichtDoor", .clear, "Van wie het jaaroverzicht is.", isRequired: false)
  static let jaaroverzichtUiterlijk = Field<JaaroverzichtUiterlijk>(
    "jaaroverzichtUiterlijk", .clear, "V-7: wanneer het jaaroverzicht er uiterlijk is.", isRequired: false)
  static let jaaroverzichtOpenbaarheid = Field<JaaroverzichtOpenbaarheid>(
    "jaaroverzichtOpenbaarheid", .clear, "V-7: of het jaaroverzicht openbaar wordt.", isRequired: false)
  static let drempel = Field<Int64>(
    "drempel", .clear, "Kleinere aantallen in het jaaroverzicht worden niet vermeld.", shape: .number(2...100),
    isRequired: false)
  static let registerBijVertrek = Field<RegisterBijVertrek>(
    "registerBijVertrek", .clear, "V-4: wat met de registratie gebeurt bij vertrek.", isRequired: false)
  static let oudMedewerkers = Field<OudMedewerkers>(
    "oudMedewerkers", .clear, "V-5: of wie vertrokken is nog terecht kan.", isRequired: false)
  static let oudMedewerkersMaanden = Field<Int64>(
    "oudMedewerkersMaanden", .clear, "V-5: tot hoeveel maanden na vertrek.", shape: .number(1...120), isRequired: false)
  static let bemiddeling = Field<Bemiddeling>(
    "bemiddeling", .clear, "V-6: de rol bij bemiddeling.", isRequired: false)
  static let klachtBehandelaar = Field<KlachtBehandelaar>(
    "klachtBehandelaar", .clear, "V-8: wie een klacht over een interne vertrouwenspersoon behandelt.",
    isRequired: false)
  static let herkomst = Field<[Regelherkomst]>(
    "herkomst", .clear, "Waar een antwoord vandaan komt; wat niet genoemd is, heeft de gemeente gekozen.",
    shape: .list(Regelherkomst.defaultShape, most: 40), isRequired: false)

  private static func eis(_ name: String, _ meaning: String) -> Field<Vereiste> {
    Field(name, .clear, meaning, isRequired: false)
  }

  /// The event type.
  public static let type = EventType(
    "VertrouwenspersonenregelsVastgesteld", stream: "Vertrouwenspersonen", opens: nil,
    meaning: "De gemeente heeft haar regels over vertrouwenspersonen vastgelegd.",
    source: "004:5602-5805; 001:93-95; 003:134; 002:159-160; 002:414",
    signers: [.algemeenDirecteur, .college], recorders: [.secretariaat]
  ) {
    model
    titel
    grondslag
    regeling
    benoemer
    duur
    hoogsteVerlengingen
    instemmingBenoeming
    instemmingVerlenging
    instemmingExtern
    instemmingOntheffing
    certificering
    verliesCertificering
    aanstellingsbrief
    verklaring
    kennisgeving
    vaststelling
    motivering
    externe
    scholing
    intervisie
    bijscholing
    jaaroverzichtDoor
    jaaroverzichtUiterlijk
    jaaroverzichtOpenbaarheid
    drempel
    registerBijVertrek
    oudMedewerkers
    oudMedewerkersMaanden
    bemiddeling
    klachtBehandelaar
    herkomst
    HistoricalFact.fields
  }
}
