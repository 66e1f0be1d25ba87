import Governance
import Ledger
import LedgerCrypto

/// What goes when it is destroyed; for the papers of a vertrouwenspersoon someone else approves than for a case.
enum Vernietigingssoort: String, CodeValue {
  case zaken
  case stukkenVertrouwenspersoon
}

/// Someone in the circle of some cases proposes to destroy them, because their time has passed.
enum VernietigingVoorgesteld: EventDefinition {
  static let soort = Field<Vernietigingssoort>("soort", .clear, "Wat voor stukken het zijn.")
  static let aantal = Field<String>(
    "aantal", .clear, "Hoeveel; minder dan vijf heet «enkele», zodat geen enkele zaak eruit blijkt.",
    shape: .text(most: 20))
  static let klassen = Field<[String]>(
    "klassen", .clear, "Onder welke bewaarregels zij vallen.", shape: .list(.text(most: 100), most: 50))
  static let delen = Field<[Digest]>(
    "delen", .clear, "De SHA-256 van elk deel van de lijst die is bekeken en wordt uitgevoerd.",
    shape: .list(.digest, most: 200))
  static let peildag = Field<CalendarDate>("peildag", .clear, "De dag waarop is gekeken wiens tijd om was.")

  static let type = EventType(
    "VernietigingVoorgesteld", stream: "Vernietigingsvoorstel", opens: true,
    meaning: "Voorgesteld is stukken van zaken te vernietigen waarvan de bewaartermijn om is.",
    source: "Archiefbesluit 1995 art. 8; 004:5688", signers: Set(Rol.allCases).subtracting([.beheerder]),
    isMandatable: false, needsExactDate: true
  ) {
    soort
    aantal
    klassen
    delen
    peildag
  }
}

/// Someone else approves a proposal, over count and digest and without reading it.
enum VernietigingGoedgekeurd: EventDefinition {
  static let voorstel = Field<EventID>("voorstel", .clear, "Welk voorstel.")

  static let type = EventType(
    "VernietigingGoedgekeurd", stream: "Vernietigingsvoorstel",
    meaning: "Een ander dan wie het voorstelde keurt de vernietiging goed.",
    source: "Archiefbesluit 1995 art. 8; 004:5688",
    signers: [
      .archivaris, .functionarisGegevensbescherming, .vertrouwenspersoonIntern, .vertrouwenspersoonExtern, .griffier,
      .algemeenDirecteur, .secretariaat,
    ], isMandatable: false, needsExactDate: true
  ) {
    voorstel
  }
}

/// Which retention governs where a procedure and the selectielijst say two things.
enum BewaartermijnGekozen: EventDefinition {
  enum Bronkeuze: String, CodeValue {
    case procedure
    case selectielijst
    case besluit
  }

  static let procedure = Field<String>("procedure", .clear, "Van welke procedure.", shape: .text(most: 20))
  static let bewaring = Field<String>(
    "bewaring", .clear, "Welke stukken, zoals de procedure ze noemt.", shape: .text(most: 60))
  static let keuze = Field<Bronkeuze>("keuze", .clear, "Welke bron geldt.")
  static let termijn = Field<Tijdsduur>(
    "termijn", .clear, "De termijn bij een eigen besluit; zonder: altijd bewaren.", isRequired: false)
  static let reden = Field<String>("reden", .clear, "Waarom; zonder persoonsgegevens.", shape: .text(most: 500))

  static let type = EventType(
    "BewaartermijnGekozen", stream: "Bewaartermijn", opens: true,
    meaning: "De archivaris legt vast welke bewaartermijn geldt, en waarom.", source: "Archiefwet 1995 art. 32",
    signers: [.archivaris], isMandatable: false
  ) {
    procedure
    bewaring
    keuze
    termijn
    reden
  }
}
