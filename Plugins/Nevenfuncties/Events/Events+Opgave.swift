import Governance
import Ledger

/// The public statement: exactly the fields that the rules name (004:5428-5435).
enum Opgaveveld {
  static let velden = Field<[OpenbaarVeld]>(
    "velden", .clear, "Welke velden zijn ingevuld: niet meer en niet minder dan de regels noemen.",
    shape: .list(OpenbaarVeld.defaultShape, most: 9))
  static let informeleRol = Field<Bool>(
    "informeleRol", .clear, "Of het een rol is zonder instantie (003:265).", isRequired: false)
  static let laatsteDag = Field<CalendarDate>(
    "laatsteDag", .clear, "De laatste dag waarop de nevenwerkzaamheid wordt verricht, als die bekend is.",
    isRequired: false)
  static let onthulling = Field<[DisclosedValue]>(
    "onthulling", .clear, "Wat van het besluit wordt geopend, omdat de openbaarmaking daarop berust.",
    shape: .list(.disclosure, most: 3), isRequired: false)
  static let naam = Field<String>("naam", .openbaar, "De naam van de houder.", isRequired: false)
  static let hoofdfunctie = Field<String>("hoofdfunctie", .openbaar, "De hoofdfunctie.", isRequired: false)
  static let nevenwerkzaamheid = Field<String>(
    "nevenwerkzaamheid", .openbaar, "De nevenwerkzaamheid.", shape: .text(most: 300), isRequired: false)
  static let organisatie = Field<String>(
    "organisatie", .openbaar, "De instantie waarbij zij wordt verricht.", isRequired: false)
  static let ingang = Field<ImpreciseDate>("ingang", .openbaar, "De datum van ingang.", isRequired: false)
  static let einde = Field<ImpreciseDate>("einde", .openbaar, "De einddatum.", isRequired: false)
  static let beperkingen = Field<String>(
    "beperkingen", .openbaar, "De gestelde beperkingen.", shape: .prose(most: 1000), isRequired: false)
  static let bezoldigd = Field<Bool>("bezoldigd", .openbaar, "Of zij betaald wordt.", isRequired: false)
  static let tijdsbeslag = Field<String>(
    "tijdsbeslag", .openbaar, "Hoeveel tijd zij kost.", shape: .text(most: 100), isRequired: false)

  static var fields: [FieldDeclaration] {
    [velden.declaration, informeleRol.declaration, laatsteDag.declaration, onthulling.declaration]
      + HistoricalFact.fields
      + [
        naam.declaration, hoofdfunctie.declaration, nevenwerkzaamheid.declaration, organisatie.declaration,
        ingang.declaration, einde.declaration, beperkingen.declaration, bezoldigd.declaration,
        tijdsbeslag.declaration,
      ]
  }

  /// The field under which a public field's value is sealed.
  static func name(_ veld: OpenbaarVeld) -> String { veld.rawValue }
}

/// A statement is on the public list from the date of effect on.
public enum OpgaveGepubliceerd: EventDefinition {
  static let melding = Field<StreamID>(
    "melding", .clear, "De melding waarvan dit de openbare opgave is.", shape: .stream(kind: "Nevenwerkzaamheid"))

  /// The event type.
  public static let type = EventType(
    "OpgaveGepubliceerd", stream: "Opgave", opens: true, meaning: "De opgave is openbaar gemaakt.",
    source: "004:5423-5440; 001:190-191; 003:268", signers: Ondertekenaars.openbaarmakers,
    recorders: Ondertekenaars.vastleggers, needsExactDate: true
  ) {
    melding
    Opgaveveld.fields
  }
}

/// The public statement reads otherwise from the date of effect on; the earlier version stays as it was.
public enum OpgaveBijgewerkt: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "OpgaveBijgewerkt", stream: "Opgave", meaning: "De openbare opgave is bijgewerkt.", source: "004:5425-5426",
    signers: Ondertekenaars.openbaarmakers, recorders: Ondertekenaars.vastleggers, needsExactDate: true
  ) {
    Opgaveveld.fields
  }
}

/// The statement is off the public list from the date of effect on.
public enum OpgaveIngetrokken: EventDefinition {
  static let reden = Field<Intrekkingsgrond>("reden", .clear, "Waarom zij van de lijst gaat.")

  /// The event type.
  public static let type = EventType(
    "OpgaveIngetrokken", stream: "Opgave", meaning: "De opgave staat niet meer op de openbare lijst.",
    source: "004:5425-5426", signers: Ondertekenaars.openbaarmakers, recorders: Ondertekenaars.vastleggers,
    needsExactDate: true
  ) {
    reden
    HistoricalFact.fields
  }
}

/// An earlier event of a public statement was a mistake: what it said is shown no more, on no date.
public enum OpgaveGecorrigeerd: EventDefinition {
  /// The event type.
  public static let type = Correction.type(
    "OpgaveGecorrigeerd", stream: "Opgave",
    meaning: "Een eerdere gebeurtenis over deze opgave was een vergissing.",
    signers: Ondertekenaars.openbaarmakers, recorders: Ondertekenaars.vastleggers)
}
