import Governance
import Ledger

/// An event that can serve as evidence: whatever it records, it carries the same fields about itself.
///
/// The day on which it was done is the event's date of effect, the day on which it was recorded that of the log. What it
/// says of people are counts of groups; nobody is named.
public protocol Bewijsgebeurtenis: EventDefinition {}

/// What every piece of evidence says of itself.
public enum Bewijs {
  /// The demands that it serves, by their ids in a requirement tree.
  public static let eisen = Field<[String]>(
    "eisen", .clear, "De eisen die het dient, zoals AI-1.16.", shape: .list(.text(most: 40), most: 80),
    isRequired: false)
  /// The day on which it was collected.
  public static let verzameldOp = Field<CalendarDate>(
    "verzameldOp", .clear, "De dag waarop het is verzameld.")
  /// The first day of the period it is about.
  public static let van = Field<CalendarDate>(
    "periodeVan", .clear, "De eerste dag van de periode waarover het gaat.", isRequired: false)
  /// The last day of the period it is about.
  public static let tot = Field<CalendarDate>(
    "periodeTot", .clear, "De laatste dag van de periode waarover het gaat.", isRequired: false)
  /// What else there is to say.
  public static let toelichting = Field<String>(
    "toelichting", .clear, "Wat erover te zeggen is, zonder namen.", shape: .prose(most: 1000), isRequired: false)
  /// The paper that shows it.
  public static let stuk = Stukvelden("stuk", "Het stuk waaruit het blijkt")

  /// All of them, in the order in which they are written.
  public static var fields: [FieldDeclaration] {
    [eisen.declaration, verzameldOp.declaration, van.declaration, tot.declaration, toelichting.declaration]
      + HistoricalFact.fields + stuk.fields
  }
}

extension EventType {
  /// Evidence that stands by itself: what it records, and then what every piece of evidence says of itself.
  static func losBewijs(
    _ name: String, meaning: String, source: String, signers: Set<Rol> = Ondertekenaars.vastleggers,
    recorders: Set<Rol> = [], @FieldList fields: () -> [FieldDeclaration]
  ) -> EventType {
    EventType(
      name, stream: "Bewijs", opens: true, meaning: meaning, source: source, signers: signers, recorders: recorders
    ) {
      fields()
      Bewijs.fields
    }
  }
}

/// Evidence that counts how many of a group were reached; the group's size is that of the date of effect.
public protocol Dekking: Bewijsgebeurtenis {}

extension Dekking {
  /// Which group.
  public static var doelgroep: Field<Doelgroep> { Field("doelgroep", .clear, "Voor wie het was, als groep.") }
  /// Which unit, when the group is one.
  public static var eenheid: Field<String> {
    Field("eenheid", .clear, "Welke eenheid, als de groep er een is.", shape: .text(most: 100), isRequired: false)
  }
  /// How many were reached.
  public static var bereikt: Field<Int64> {
    Field("bereikt", .clear, "Hoeveel van hen zijn bereikt; een aantal, geen namen.", shape: .number(0...1_000_000))
  }
  /// How many there were.
  public static var omvang: Field<Int64> {
    Field("omvang", .clear, "Hoeveel er die dag in de groep waren.", shape: .number(1...1_000_000))
  }
  /// What it was about.
  public static var onderwerpen: Field<[Onderwerpskeuze]> {
    Field("onderwerpen", .clear, "Waarover het ging.", shape: .list(Onderwerpskeuze.defaultShape, most: 16))
  }
  /// Which series of meetings; who was counted in an earlier one of it is not counted again.
  public static var reeks: Field<String> {
    Field(
      "reeks", .clear,
      "De reeks bijeenkomsten waarvan dit er een is; wie bij een eerdere is geteld, telt hier niet mee.",
      shape: .text(most: 100), isRequired: false)
  }
  /// The group, the unit, the count, the headcount, the subjects and the series.
  public static var dekking: [FieldDeclaration] {
    [
      doelgroep.declaration, eenheid.declaration, bereikt.declaration, omvang.declaration, onderwerpen.declaration,
      reeks.declaration,
    ]
  }
}

/// Who signs what.
enum Ondertekenaars {
  /// Who answers for the organisation as an employer (`002:182`, `004:4403-4405`, `000:20`).
  static let werkgever: Set<Rol> = [.algemeenDirecteur, .college, .concernteam]
  /// Who records what was done or received.
  static let vastleggers: Set<Rol> = werkgever.union([.directeur, .secretariaat, .teamleiderPO, .bureauIntegriteit])
  /// Who records what the employer decided to make public.
  static let openbaarmakers: Set<Rol> = werkgever.union([.secretariaat])
}
