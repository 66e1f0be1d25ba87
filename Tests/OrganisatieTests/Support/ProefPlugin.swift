import Governance
import Ledger

@testable import Organisatie

/// Something to decide: the organisation's own events may be signed by nearly everyone, this one only by the board.
struct ProefPlugin: Plugin {
  var name: String { "Proef" }
  var events: [EventType] { [ProefBesluit.type, ProefNota.type] }
  var rules: [Rule] { [] }
  var projections: [any Projection] { [] }
}

enum ProefBesluit: EventDefinition {
  static let memo = Field<String>("memo", .intern, "Een memo.", isRequired: false)

  static let type = EventType(
    "ProefBesluit", stream: "Proef", opens: nil, meaning: "Een besluit.", source: "test", signers: [.college]
  ) { memo }
}

/// Something for a circle alone.
enum ProefNota: EventDefinition {
  static let geheim = Field<String>("geheim", .vertrouwelijk, "Een geheim.")

  static let type = EventType(
    "ProefNota", stream: "Nota", opens: nil, meaning: "Een nota.", source: "test", signers: Set(Rol.allCases)
  ) { geheim }
}

/// The organisation's events and views without its rules: what a tampered program would append.
struct RegelloosPlugin: Plugin {
  var name: String { "Organisatie" }
  var events: [EventType] { OrganisatiePlugin().events }
  var rules: [Rule] { [] }
  var keys: [FieldDeclaration] { OrganisatiePlugin().keys }
  var subjects: [any Subject.Type] { OrganisatiePlugin().subjects }
  var projections: [any Projection] { OrganisatiePlugin().projections }
}
