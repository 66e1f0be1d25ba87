import Governance
import Ledger

/// A body exists: college, ondernemingsraad, commission.
public enum OrgaanVastgelegd: EventDefinition {
  static let naam = Field<String>("naam", .clear, "Hoe het orgaan heet.")
  static let rol = Field<Rol>("rol", .clear, "De rol waarin het orgaan besluit.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "OrgaanVastgelegd", stream: "Orgaan", opens: true, meaning: "Een orgaan van de organisatie is vastgelegd.",
    source: "000:51; 004:2743; 004:3543-3550", signers: Ondertekenaars.vastleggers
  ) {
    naam
    rol
  }
}

/// A body no longer exists.
public enum OrgaanOpgeheven: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "OrgaanOpgeheven", stream: "Orgaan", meaning: "Een orgaan is opgeheven.", source: "004:8243-8246",
    signers: Ondertekenaars.vastleggers
  ) {}
}

/// A function exists, with or without a body.
public enum FunctieVastgelegd: EventDefinition {
  static let naam = Field<String>("naam", .clear, "Hoe de functie heet.")
  static let orgaan = Field<StreamID>(
    "orgaan", .clear, "Het orgaan waarbij de functie hoort.", shape: .stream(kind: "Orgaan"), isRequired: false)

  /// The event type.
  public static let type = EventType(
    "FunctieVastgelegd", stream: "Functie", opens: true, meaning: "Een functie van de organisatie is vastgelegd.",
    source: "004:5402-5409; 004:8447-8449", signers: Ondertekenaars.vastleggers
  ) {
    naam
    orgaan
  }
}

/// A function no longer exists.
public enum FunctieOpgeheven: EventDefinition {
  /// The event type.
  public static let type = EventType(
    "FunctieOpgeheven", stream: "Functie", meaning: "Een functie is opgeheven.",
    source: "004:8462-8465",
    signers: Ondertekenaars.vastleggers
  ) {}
}

/// Someone holds a function from the date of effect on.
public enum FunctieBekleed: EventDefinition {
  static let persoon = Field<StreamID>(
    "persoon", .clear, "Wie, als willekeurig pseudoniem.", shape: .stream(kind: "Persoon"))
  static let naam = Field<String>("naam", .intern, "De naam van deze persoon.")
  static let tot = Field<CalendarDate>("tot", .clear, "De laatste dag, als die vooraf vaststaat.", isRequired: false)
  static let waarnemend = Field<Bool>("waarnemend", .clear, "Of het een waarneming is.", isRequired: false)
  /// Whether the person is hired; other plugins attach something to it.
  public static let inhuur: Field<Bool> = Field<Bool>(
    "inhuur", .clear, "Of de persoon tijdelijk is ingehuurd in plaats van in dienst.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "FunctieBekleed", stream: "Functie", meaning: "Iemand bekleedt een functie.",
    source: "004:3569-3570; 004:4403-4404; 004:5411-5415",
    signers: Ondertekenaars.vastleggers
  ) {
    persoon
    naam
    tot
    waarnemend
    inhuur
  }
}

/// Someone no longer holds a function from the date of effect on.
public enum FunctieNeergelegd: EventDefinition {
  static let persoon = Field<StreamID>(
    "persoon", .clear, "Wie, als willekeurig pseudoniem.", shape: .stream(kind: "Persoon"))

  /// The event type.
  public static let type = EventType(
    "FunctieNeergelegd", stream: "Functie", meaning: "Iemand legt een functie neer.",
    source: "004:3572-3576; 004:5632-5633", signers: Ondertekenaars.vastleggers
  ) {
    persoon
  }
}
