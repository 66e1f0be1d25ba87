import Governance
import Instemming
import LedgerCrypto

/// Roles that draw up rules: those who adopt them, and those who prepare them (`003:18-22`, `000:271`).
private let drafters: Set<Rol> = adopters.union([
  .teamleiderPO, .bureauIntegriteit, .adviespunt, .secretariaat,
])
/// Roles that adopt rules: the college (`000:20`, `004:7818-7832`), the burgemeester for house rules (`004:998-1000`),
/// the municipal secretary (`004:9280`), a directeur where the college mandates it (`004:2787-2789`), and for the
/// council's staff the werkgeverscommissie and the clerk (`004:8353-8355`). The concernteam is a choice: it is asked
/// for exceptions (`004:6045-6046`).
let adopters: Set<Rol> = [
  .college, .burgemeester, .algemeenDirecteur, .griffier, .werkgeverscommissie, .concernteam, .directeur,
]

/// An event of a rule: which version it is about, and whether it is a fact from before the ledger.
public protocol RegelingGebeurtenis: EventDefinition {}

extension RegelingGebeurtenis {
  /// Which version, by the digest of its text; left out only when the text is not in the ledger.
  public static var versie: Field<Digest> {
    Field(
      "versie", .clear, "De versie: SHA-256 van haar tekst; ontbreekt alleen als de tekst niet in het grootboek staat.",
      isRequired: false)
  }
  /// How a version without text is called.
  public static var aanduiding: Field<String> {
    Field("aanduiding", .clear, "Hoe de versie heet, zoals 2019 of 2.0.", shape: .text(most: 60), isRequired: false)
  }
}

/// A decision that needs consent and is taken without it: a fact, and a ground for nullity (WOR art. 27 lid 5).
enum GenomenZonderInstemming {
  static let veld = Field<Bool>(
    "zonderInstemming", .clear, "Of het besluit bewust is genomen zonder de instemming die het nodig heeft.",
    isRequired: false)
}

/// A draft of a version exists.
public enum RegelingOntworpen: RegelingGebeurtenis {
  static let kenmerk = Field<String>(
    "kenmerk", .clear, "Hoe de regeling in het grootboek heet; alleen bij de eerste versie.", shape: .text(most: 40),
    isRequired: false)
  static let titel = Field<String>("titel", .clear, "De citeertitel.", isRequired: false)
  static let soort = Field<SoortRegeling>("soort", .clear, "Wat voor regeling het is.", isRequired: false)
  static let instemming = Field<Instemmingsplicht>(
    "instemming", .clear, "Of instemming van de OR vereist is.", isRequired: false)
  static let worOnderdeel = Field<WorOnderdeel>(
    "worOnderdeel", .clear, "De letter van WOR art. 27 lid 1 waarop de instemmingsplicht berust.", isRequired: false)
  static let nietVereist = Field<NietVereistReden>(
    "nietVereist", .clear, "De grond waarop instemming niet vereist is.", isRequired: false)
  static let instemmingReden = Field<String>(
    "instemmingReden", .clear, "Toelichting bij de grond.", shape: .prose(most: 500), isRequired: false)
  static let aanleiding = Field<String>(
    "aanleiding", .clear, "De aanleiding, zoals een eis tot naleving.", shape: .text(most: 300), isRequired: false)
  static let cvdr = Field<String>(
    "cvdr", .clear, "Het nummer in de CVDR, zoals CVDR91394/1.", shape: .text(most: 30), isRequired: false)
  static let link = Field<String>("link", .clear, "Waar de regeling op het web staat.", shape: .link, isRequired: false)
  /// The draft's text.
  public static let concept = Field<DocumentReference>(
    "concept", .intern, "De tekst van het ontwerp.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "RegelingOntworpen", stream: "Regeling", opens: nil, meaning: "Er is een ontwerp van een versie.",
    source: "000:271; 003:18-22", signers: drafters,
    hasHappened: true
  ) {
    versie
    aanduiding
    kenmerk
    titel
    soort
    instemming
    worOnderdeel
    nietVereist
    instemmingReden
    aanleiding
    cvdr
    link
    HistoricalFact.fields
    concept
  }
}

/// Employees took part in drawing up a rule.
public enum WerknemersGeraadpleegd: RegelingGebeurtenis {
  static let vorm = Field<VormVanRaadpleging>("vorm", .clear, "Hoe werknemers zijn geraadpleegd.")
  static let aantal = Field<Int64>("aantal", .clear, "Hoeveel werknemers deelnamen.", isRequired: false)
  static let toelichting = Field<String>(
    "toelichting", .clear, "Wat erover te zeggen is, zonder namen.", shape: .prose(most: 500), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "WerknemersGeraadpleegd", stream: "Regeling", meaning: "Werknemers hebben meegedaan aan het opstellen.",
    source: "000:271; 002:286-295", signers: drafters.union([.ondernemingsraad]),
    hasHappened: true
  ) {
    versie
    aanduiding
    vorm
    aantal
    toelichting
    HistoricalFact.fields
  }
}

/// A version is adopted: from here on its text is public.
public enum RegelingVastgesteld: RegelingGebeurtenis {
  static let orgaan = Field<Rol>(
    "orgaan", .clear, "Het orgaan dat heeft vastgesteld; ontbreekt als dat niet bekend is.", isRequired: false)
  static let orgaanNaam = Field<String>(
    "orgaanNaam", .clear, "Het orgaan, als het niet van deze organisatie is.", isRequired: false)
  static let besluitnummer = Field<String>(
    "besluitnummer", .clear, "Het nummer van het besluit.", shape: .text(most: 60), isRequired: false)
  static let evaluatieIedere = Field<Tijdsduur>(
    "evaluatieIedere", .clear, "Om de hoeveel tijd de regeling wordt geëvalueerd.", isRequired: false)
  static let looptijdTot = Field<CalendarDate>(
    "looptijdTot", .clear, "De eerste dag na de looptijd (004:8790).", isRequired: false)
  static let overlegVoorEinde = Field<Tijdsduur>(
    "overlegVoorEinde", .clear, "Hoe lang voor dat einde partijen overleggen (004:8794-8795).", isRequired: false)
  static let stilzwijgendDoor = Field<Bool>(
    "stilzwijgendDoor", .clear, "Of zij daarna doorloopt zolang partijen onderhandelen (004:8795-8796).",
    isRequired: false)
  static let zonderInstemming = GenomenZonderInstemming.veld
  /// The adopted text.
  public static let tekst = Field<DocumentReference>("tekst", .openbaar, "De vastgestelde tekst.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "RegelingVastgesteld", stream: "Regeling", meaning: "Een versie is vastgesteld; haar tekst is openbaar.",
    source: "000:20; 004:929-1000", signers: adopters, recorders: [.secretariaat]
  ) {
    versie
    aanduiding
    orgaan
    orgaanNaam
    besluitnummer
    evaluatieIedere
    looptijdTot
    overlegVoorEinde
    stilzwijgendDoor
    zonderInstemming
    HistoricalFact.fields
    tekst
  }
}

/// An adopted version is announced.
public enum RegelingBekendgemaakt: RegelingGebeurtenis {
  static let kanaal = Field<Bekendmakingskanaal>("kanaal", .clear, "Waar de versie is bekendgemaakt.")
  static let toelichting = Field<String>(
    "toelichting", .clear, "Het kanaal in woorden, of wat erover te zeggen is.", shape: .text(most: 300),
    isRequired: false)
  static let cvdr = Field<String>("cvdr", .clear, "Het nummer in de CVDR.", shape: .text(most: 30), isRequired: false)
  static let link = Field<String>("link", .clear, "Waar de versie op het web staat.", shape: .link, isRequired: false)

  /// The event type. Announcing carries out what was decided, so the secretariat does it without a mandate.
  public static let type = EventType(
    "RegelingBekendgemaakt", stream: "Regeling", meaning: "Een vastgestelde versie is bekendgemaakt.",
    source: "004:2984; Awb 3:42", signers: adopters.union([.secretariaat]),
    hasHappened: true
  ) {
    versie
    aanduiding
    kanaal
    toelichting
    cvdr
    link
    HistoricalFact.fields
  }
}
