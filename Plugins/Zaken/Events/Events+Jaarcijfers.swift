import Governance
import Ledger

/// The figures over a year are settled: once, so that no two runs tell of one case by their difference.
enum JaarcijfersVastgesteld: EventDefinition {
  static let procedure = Field<String>("procedure", .clear, "Van welke procedure.", shape: .text(most: 20))
  static let jaar = Field<Int64>("jaar", .clear, "Over welk kalenderjaar.", shape: .number(1900...9999))
  static let aantal = Field<Int64>(
    "aantal", .intern, "Hoeveel zaken in dat jaar zijn geopend.", shape: .number(0...100_000))
  static let uitkomsten = Field<[String]>(
    "uitkomsten", .intern, "Hoe zij eindigden, elk met het aantal; leeg waar dat een enkele zaak zou tonen.",
    shape: .list(.text(most: 120), most: 40), isRequired: false)
  static let publiek = Field<String>(
    "publiek", .openbaar, "Het aantal zoals het publiek het leest.", shape: .text(most: 20))

  static let type = EventType(
    "JaarcijfersVastgesteld", stream: "Jaarcijfers", opens: true,
    meaning: "De cijfers over een afgesloten jaar staan vast; zij worden daarna alleen nog getoond.",
    source: "004:5379-5392 art. 13; 002:348", signers: Set(Rol.allCases).subtracting([.beheerder]),
    isMandatable: false, needsExactDate: true
  ) {
    procedure
    jaar
    aantal
    uitkomsten
    publiek
  }
}
