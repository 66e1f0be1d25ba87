import Console
import Governance
import Ledger

/// What someone can do now in a case: each step with what it takes and which terms it meets.
struct Stappenlijst {
  private let stappen: [Stap]
  private let procedure: Procedure
  private let kenmerk: String

  init(_ zaak: Zaak, _ key: Thumbprint) {
    procedure = zaak.procedure
    kenmerk = zaak.kenmerk
    stappen = Stapkeuring(zaak.stand).mogelijk(Set(zaak.functies(key).map(\.id)))
  }

  func toon(_ program: Program, isJSON: Bool) {
    if isJSON {
      for stap in stappen { program.terminal.outJSON(json(stap).text) }
      return
    }
    guard !stappen.isEmpty else {
      program.terminal.note(
        Text(nl: "U kunt in \(kenmerk) nu geen stap zetten.", en: "You can take no step in \(kenmerk) now."))
      return
    }
    var table = Table([
      .init(Text(nl: "Stap", en: "Step"), overflow: .keep), .init(Text(nl: "Wat", en: "What")),
      .init(Text(nl: "Velden (* verplicht)", en: "Fields (* required)")),
      .init(Text(nl: "Haalt", en: "Meets")),
    ])
    for stap in stappen {
      let fields = stap.velden.map { $0.id + ($0.verplicht == .ja ? "*" : "") }.joined(separator: ", ")
      let terms = procedure.gehaald(door: stap.id).map { "\($0.id) \($0.naam)" }.joined(separator: "; ")
      table.row("\(stap.id)", "\(stap.betekenis)", "\(fields)", "\(terms.isEmpty ? "–" : terms)")
    }
    program.terminal.out(table)
  }

  private func json(_ stap: Stap) -> JSON {
    [
      "stap": .string(stap.id), "betekenis": .string(stap.betekenis),
      "velden": .array(
        stap.velden.map { veld in
          [
            "veld": .string(veld.id), "soort": .string(veld.soort.rawValue),
            "verplicht": .string(veld.verplicht.rawValue), "waarden": .array(veld.waarden.map { .string($0) }),
          ]
        }),
      "haalt": .array(procedure.gehaald(door: stap.id).map { .string($0.id) }), "bron": .string(stap.herkomst.text),
    ]
  }
}
