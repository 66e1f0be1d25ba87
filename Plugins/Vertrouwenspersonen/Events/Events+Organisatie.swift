import Governance
import Ledger

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
