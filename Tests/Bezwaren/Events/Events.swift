import Governance

enum BezwaarGemaakt: EventDefinition {
  static let termijnTotEnMet = Field<CalendarDate>("termijnTotEnMet", .clear, "Tot en met wanneer bezwaar kon.")
  static let bezwaarmaker = Field<String>("bezwaarmaker", .intern, "Wie bezwaar maakt.", shape: .text(most: 200))
  static let type = EventType(
    "BezwaarGemaakt", stream: "Bezwaar", opens: true, meaning: "Iemand maakt bezwaar tegen een besluit.",
    source: "Awb 6:4", signers: [.college, .secretariaat], needsExactDate: true
  ) {
    termijnTotEnMet
    bezwaarmaker
  }
}

enum BelanghebbendenGehoord: EventDefinition {
  static let type = EventType(
    "BelanghebbendenGehoord", stream: "Bezwaar", meaning: "Belanghebbenden konden worden gehoord.",
    source: "Awb 7:2", signers: [.college, .secretariaat]
  ) {}
}

enum BeslissingVerdaagd: EventDefinition {
  static let weken = Field<Int64>("weken", .clear, "Met hoeveel weken, ten hoogste zes.", shape: .number(1...6))
  static let type = EventType(
    "BeslissingVerdaagd", stream: "Bezwaar", meaning: "De beslissing op het bezwaar is verdaagd.",
    source: "Awb 7:10 lid 3", signers: [.college], needsExactDate: true
  ) { weken }
}

enum BeslistOpBezwaar: EventDefinition {
  enum Beslissing: String, CodeValue { case gegrond, ongegrond, nietOntvankelijk }
  static let beslissing = Field<Beslissing>("beslissing", .clear, "Hoe op het bezwaar is beslist.")
  static let nietGehoord = Field<String>(
    "nietGehoord", .clear, "Het onderdeel van Awb 7:3 waarom van horen is afgezien.",
    shape: .code(["a", "b", "c", "d", "e"]), isRequired: false)
  static let type = EventType(
    "BeslistOpBezwaar", stream: "Bezwaar", meaning: "Op bezwaar is beslist.", source: "Awb 7:11", signers: [.college]
  ) {
    beslissing
    nietGehoord
  }
}

enum BezwaarGecorrigeerd: EventDefinition {
  static let type = Correction.type(
    "BezwaarGecorrigeerd", stream: "Bezwaar", meaning: "Een eerdere gebeurtenis over dit bezwaar was een vergissing.",
    signers: [.college])
}
