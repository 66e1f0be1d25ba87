import Governance
import Ledger

/// The figures over a year are settled, by each role for the cases that it leads: once, so that no two runs tell of one
/// case by their difference. The exact numbers are for who settled them and for the ondernemingsraad, because whom a case
/// is about would see by them that it exists.
enum JaarcijfersVastgesteld: EventDefinition {
  static let procedure = Field<String>("procedure", .clear, "Van welke procedure.", shape: .text(most: 20))
  static let jaar = Field<Int64>("jaar", .clear, "Over welk kalenderjaar.", shape: .number(1900...9999))
  static let aantal = Field<Int64>(
    "aantal", .vertrouwelijk, "Hoeveel zaken in dat jaar zijn geopend.", shape: .number(0...100_000))
  static let uitkomsten = Field<[String]>(
    "uitkomsten", .vertrouwelijk, "Hoe zij eindigden, elk met het aantal; leeg waar dat een enkele zaak zou tonen.",
    shape: .list(.text(most: 120), most: 40), isRequired: false)
  static let publiek = Field<String>(
    "publiek", .openbaar, "Het aantal zoals het publiek het leest.", shape: .text(most: 20))

  static let type = EventType(
    "JaarcijfersVastgesteld", stream: "Jaarcijfers", opens: true,
    meaning: "Een rol stelt vast hoeveel zaken zij over een afgesloten jaar had; daarna worden zij alleen nog getoond.",
    source: "004:5379-5392 art. 13; 002:348", signers: Set(Rol.allCases).subtracting([.beheerder, .secretariaat]),
    isMandatable: false, needsExactDate: true
  ) {
    procedure
    jaar
    aantal
    uitkomsten
    publiek
  }
}
