import Governance
import Ledger

/// A statement with a field of every visibility, as a publishing plugin records it.
enum OpgaveVastgelegd: EventDefinition {
  static let functie = Field<String>("functie", .clear, "Functie.")
  static let werkzaamheid = Field<String>("werkzaamheid", .openbaar, "Werkzaamheid.")
  static let ingang = Field<ImpreciseDate>("ingang", .openbaar, "Ingang.")
  static let bezoldigd = Field<Bool>("bezoldigd", .openbaar, "Bezoldigd.", isRequired: false)
  static let telefoon = Field<String>(
    "telefoon", .openbaar, "Mag worden getoond, en wordt het niet.", isRequired: false)
  static let toelichting = Field<String>("toelichting", .intern, "Toelichting.", isRequired: false)
  static let type = EventType(
    "OpgaveVastgelegd", stream: "Opgave", opens: true, meaning: "Een opgave.", source: "proef",
    signers: [.griffier, .secretariaat]
  ) {
    functie
    werkzaamheid
    ingang
    bezoldigd
    telefoon
    toelichting
  }
}

/// Records statements and nothing else.
struct OpgavePlugin: Plugin {
  var name: String { "Opgaven" }
  var events: [EventType] { [OpgaveVastgelegd.type] }
  var rules: [Rule] { [] }
  var projections: [any Projection] { [] }
}
