import Console
import Governance
import Ledger

/// What someone can do now in a case: each step with what it takes and which terms it meets.
struct Stappenlijst {
  private let stappen: [Stap]
  private let procedure: Procedure
  private let kenmerk: String

  private let klokken: Klokken

  init(_ zaak: Zaak, _ klokken: Klokken, _ key: Thumbprint) {
    procedure = zaak.procedure
    kenmerk = zaak.kenmerk
    self.klokken = klokken
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
    for (index, stap) in stappen.enumerated() {
      if index > 0 { program.terminal.out("") }
      program.terminal.out("\(stap.id, .emphasis)  \(stap.betekenis)")
      for termijn in haalt(stap) {
        program.terminal.out(StyledText(Text(nl: "  haalt ", en: "  meets ") + Text("\(termijn.id) \(termijn.naam)")))
      }
      for veld in stap.velden { program.terminal.out(StyledText(Text("  ") + Self.regel(veld))) }
    }
    program.terminal.note(
      Text(
        nl: "* moet erbij. Zet een stap: waarborg zaak stap \(kenmerk) STAP --veld naam=waarde",
        en: "* is required. Take a step: waarborg zaak stap \(kenmerk) STEP --veld name=value"))
  }

  /// A field with what it means and what can be said in it.
  private static func regel(_ veld: Veld) -> Text {
    let verwacht = Veldkeuring.verwacht(veld).map { Text(" (") + $0 + Text(")") } ?? Text("")
    return Text("\(veld.id)\(veld.verplicht == .ja ? "*" : ""): \(veld.betekenis)") + verwacht
  }

  /// The terms that a step meets, as far as they still ask for something.
  private func haalt(_ stap: Stap) -> [Termijn] {
    procedure.gehaald(door: stap.id).filter { klokken.klokken(van: $0).contains(where: \.isOpen) }
  }

  private func json(_ stap: Stap) -> JSON {
    [
      "stap": .string(stap.id), "betekenis": .string(stap.betekenis),
      "velden": .array(
        stap.velden.map { veld in
          [
            "veld": .string(veld.id), "soort": .string(veld.soort.rawValue),
            "betekenis": .string(veld.betekenis), "verplicht": .string(veld.verplicht.rawValue),
            "waarden": .array(veld.waarden.map { .string($0) }),
          ]
        }),
      "haalt": .array(haalt(stap).map { .string($0.id) }), "bron": .string(stap.herkomst.text),
    ]
  }
}
