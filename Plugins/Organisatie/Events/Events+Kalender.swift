import Governance

/// A day of the week, as it is recorded.
public enum Weekdag: String, CodeValue {
  case maandag
  case dinsdag
  case woensdag
  case donderdag
  case vrijdag
  case zaterdag
  case zondag

  /// The day as the calendar knows it.
  var weekday: Weekday {
    switch self {
    case .maandag: .monday
    case .dinsdag: .tuesday
    case .woensdag: .wednesday
    case .donderdag: .thursday
    case .vrijdag: .friday
    case .zaterdag: .saturday
    case .zondag: .sunday
    }
  }
}

/// What days of a kind are for a term in working days.
public enum Dagsoort: String, CodeValue {
  case werkdag
  case vrij
}

/// What the organisation's own rules mean by a working day, from the date of effect on; no law says it for them.
public enum WerkdagenVastgesteld: EventDefinition {
  static let weekdagen = Field<[Weekdag]>(
    "weekdagen", .clear, "De dagen van de week die werkdagen zijn.", shape: .list(Weekdag.defaultShape, most: 7))
  static let feestdagen = Field<Dagsoort>(
    "feestdagen", .clear, "Wat een feestdag van de Algemene termijnenwet is voor een termijn in werkdagen.")
  static let gelijkgesteldeDagen = Field<Dagsoort>(
    "gelijkgesteldeDagen", .clear,
    "Wat een bij besluit met een feestdag gelijkgestelde dag is voor een termijn in werkdagen.")
  static let regeling = Field<String>("regeling", .clear, "De regeling of het besluit waarin dit staat.")

  /// The event type.
  public static let type = EventType(
    "WerkdagenVastgesteld", stream: "Werkdagen", opens: true,
    meaning: "Vastgesteld is wat een werkdag is; termijnen die al liepen, houden hun eigen telling.",
    source: "004:3607; 004:4544", signers: Ondertekenaars.beslissers, needsExactDate: true
  ) {
    weekdagen
    feestdagen
    gelijkgesteldeDagen
    regeling
  }
}

/// The organisation will be closed on a day, Carnaval for example; never a holiday for the Algemene termijnenwet.
public enum SluitingsdagVastgelegd: EventDefinition {
  static let dag = Field<CalendarDate>("dag", .clear, "De dag waarop de organisatie gesloten is.")
  static let reden = Field<String>("reden", .clear, "Waarom, zonder persoonsgegevens.")

  /// The event type.
  public static let type = EventType(
    "SluitingsdagVastgelegd", stream: "Sluitingsdag", opens: true,
    meaning: "De organisatie is op een dag gesloten: geen werkdag, en nooit een feestdag.",
    source: "Algemene termijnenwet art. 3", signers: Ondertekenaars.vastleggers, needsExactDate: true
  ) {
    dag
    reden
  }
}

/// The organisation will not be closed on that day after all.
public enum SluitingsdagIngetrokken: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "SluitingsdagIngetrokken", stream: "Sluitingsdag",
    meaning: "De organisatie is op die dag toch niet gesloten.", source: "Algemene termijnenwet art. 3",
    signers: Ondertekenaars.vastleggers, needsExactDate: true
  ) {}
}

/// The days that royal decrees equate with holidays, as a table with a version and an origin.
///
/// The whole table is in the event: whoever replays the log counts with these days, whatever a later program knows.
public enum GelijkgesteldeDagenVastgelegd: EventDefinition {
  static let versie = Field<String>("versie", .clear, "Hoe deze versie van de tabel heet.", shape: .text(most: 40))
  static let besluiten = Field<[GelijkgesteldeDagen.Besluit]>(
    "besluiten", .clear, "Over welke jaren elk besluit gaat en welke dagen het gelijkstelt.")
  static let herkomst = Field<String>("herkomst", .clear, "Waar de tabel vandaan komt.")

  /// The event type.
  public static let type = EventType(
    "GelijkgesteldeDagenVastgelegd", stream: "GelijkgesteldeDagen", opens: true,
    meaning: "Deze tabel van met feestdagen gelijkgestelde dagen geldt voor termijnen die vanaf dan beginnen.",
    source: "Algemene termijnenwet art. 3 lid 3", signers: Ondertekenaars.vastleggers, needsExactDate: true
  ) {
    versie
    besluiten
    herkomst
  }
}
