import Governance
import Ledger
import LedgerCrypto

/// An adopted version enters into force.
public enum RegelingInWerkingGetreden: RegelingGebeurtenis {
  /// The first day to which it works back.
  public static let terugwerkendTot = Field<CalendarDate>(
    "terugwerkendTot", .clear, "Tot en met welke dag zij terugwerkt.", isRequired: false)

  /// The event type. The day follows from the decision, so the secretariat records it without a mandate.
  public static let type = EventType(
    "RegelingInWerkingGetreden", stream: "Regeling", meaning: "Een vastgestelde versie treedt in werking.",
    source: "004:2986; 004:4715", signers: adopters.union([.secretariaat])
  ) {
    versie
    aanduiding
    terugwerkendTot
    HistoricalFact.fields
  }
}

/// An adopted version was reviewed.
public enum RegelingGeevalueerd: RegelingGebeurtenis {
  static let uitkomst = Field<UitkomstEvaluatie>("uitkomst", .clear, "Wat de evaluatie heeft opgeleverd.")
  static let toelichting = Field<String>(
    "toelichting", .clear, "Wat erover te zeggen is.", shape: .prose(most: 500), isRequired: false)

  /// The event type. In Lelystad the municipal secretary reviews (004:3498); the outcome is theirs, not the secretariat's.
  public static let type = EventType(
    "RegelingGeevalueerd", stream: "Regeling", meaning: "Een vastgestelde versie is geëvalueerd.",
    source: "000:23-24; 001:28-29; 002:175; 004:3497-3501",
    signers: adopters.union([.teamleiderPO, .bureauIntegriteit]), recorders: [.secretariaat],
    hasHappened: true
  ) {
    versie
    aanduiding
    uitkomst
    toelichting
    HistoricalFact.fields
  }
}

/// The run time of a version is longer than was laid down: it goes on while parties negotiate, or for a new term.
public enum LooptijdVerlengd: RegelingGebeurtenis {
  /// Nil while parties negotiate.
  static let looptijdTot = Field<CalendarDate>(
    "looptijdTot", .clear, "De eerste dag na de nieuwe looptijd; ontbreekt zolang partijen onderhandelen.",
    isRequired: false)
  static let grond = Field<Verlengingsgrond>("grond", .clear, "Waarom zij doorloopt.")

  /// The event type; its date is the day from which it goes on.
  public static let type = EventType(
    "LooptijdVerlengd", stream: "Regeling", meaning: "De looptijd van een versie is verlengd.",
    source: "004:8794-8799", signers: adopters, recorders: [.secretariaat]
  ) {
    versie
    aanduiding
    looptijdTot
    grond
    HistoricalFact.fields
  }
}

/// A version is withdrawn; its date is the first day on which it no longer holds.
public enum RegelingIngetrokken: RegelingGebeurtenis {
  /// Which version of the same rule takes its place, if one does.
  public static let vervangenDoorVersie = Field<Digest>(
    "vervangenDoorVersie", .clear, "De versie van deze regeling die ervoor in de plaats komt.", isRequired: false)
  static let vervangenDoorRegeling = Field<StreamID>(
    "vervangenDoorRegeling", .clear, "De andere regeling die ervoor in de plaats komt.",
    shape: .stream(kind: "Regeling"), isRequired: false)
  static let reden = Field<String>("reden", .clear, "Waarom.", shape: .prose(most: 500), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "RegelingIngetrokken", stream: "Regeling", meaning: "Een versie geldt vanaf deze datum niet meer.",
    source: "004:5444-5448; 004:5803-5804", signers: adopters, recorders: [.secretariaat]
  ) {
    versie
    aanduiding
    vervangenDoorVersie
    vervangenDoorRegeling
    GenomenZonderInstemming.veld
    reden
    HistoricalFact.fields
  }
}

/// A text is shown to contain an element that it must contain.
public enum ContentElementAangetoond: RegelingGebeurtenis {
  /// Which element.
  public static let element = Field<String>(
    "element", .clear, "Het element, zoals G-4 of K-9.", shape: .text(most: 20))
  /// Where it is in the text.
  public static let vindplaats = Field<String>("vindplaats", .clear, "Waar het in de tekst staat.")
  static let pagina = Field<Int64>(
    "pagina", .clear, "Op welke pagina het staat.", shape: .number(1...100_000), isRequired: false)
  static let paginas = Field<Int64>(
    "paginas", .clear, "Hoeveel pagina's de tekst heeft; alleen bij een pagina.", shape: .number(1...100_000),
    isRequired: false)
  static let toelichting = Field<String>(
    "toelichting", .clear, "Wat erover te zeggen is.", shape: .prose(most: 500), isRequired: false)

  /// The event type. It points at a text that anyone can check, so who prepares rules may sign it.
  public static let type = EventType(
    "ContentElementAangetoond", stream: "Regeling", meaning: "Een verplicht element staat aantoonbaar in de tekst.",
    source: "000:271-291; 002:430-466",
    signers: adopters.union([.teamleiderPO, .bureauIntegriteit, .adviespunt, .secretariaat]),
    hasHappened: true
  ) {
    versie
    aanduiding
    element
    vindplaats
    pagina
    paginas
    toelichting
    HistoricalFact.fields
  }
}

/// The theme of a rule is built into an HR process.
public enum BeleidGeborgd: RegelingGebeurtenis {
  static let proces = Field<HrProces>("proces", .clear, "Het HR-proces waarin het thema is opgenomen.")
  static let toelichting = Field<String>("toelichting", .clear, "Hoe.", shape: .prose(most: 500), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "BeleidGeborgd", stream: "Regeling", meaning: "Het thema is opgenomen in een HR-proces.",
    source: "002:176", signers: adopters.union([.teamleiderPO, .bureauIntegriteit, .secretariaat]),
    hasHappened: true
  ) {
    versie
    aanduiding
    proces
    toelichting
    HistoricalFact.fields
  }
}

/// An earlier event of the rule was a mistake: it lapses, or it happened on another date.
public enum RegelingGecorrigeerd: EventDefinition {
  static let reden = Field<String>("reden", .clear, "Wat er niet klopte.", shape: .prose(most: 500))

  /// The event type.
  public static let type = EventType(
    "RegelingGecorrigeerd", stream: "Regeling", meaning: "Een eerdere gebeurtenis was een vergissing.",
    source: "README, The event", signers: adopters.union([.teamleiderPO, .bureauIntegriteit, .secretariaat])
  ) {
    Correction.event
    Correction.date
    reden
  }
}
