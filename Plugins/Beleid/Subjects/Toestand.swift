import Governance

/// How a rule stands on a day, in a word for scripts and a sentence for people.
struct Toestand {
  let code: String
  let text: Text
  /// The versions that were or may have been in force, as in "2" or "1 of 2".
  let versies: Text

  init(_ geldend: Geldend) {
    let numbers = geldend.kandidaten.map { String($0.versie.nummer) }
    versies =
      numbers.isEmpty
      ? Text("–") : Text(nl: numbers.joined(separator: " of "), en: numbers.joined(separator: " or "))
    switch geldend.antwoord {
    case .yes: (code, text) = ("inWerking", Text(nl: "in werking", en: "in force"))
    case .unknown: (code, text) = ("onbekend", Text(nl: "onbekend of zij geldt", en: "not known whether in force"))
    case .no: (code, text) = Self.outOfForce(geldend)
    }
  }

  /// What a rule is on a day on which no version was in force.
  private static func outOfForce(_ geldend: Geldend) -> (String, Text) {
    let day = geldend.dag
    func happened(_ definition: any EventDefinition.Type, _ versie: Versie) -> Bool {
      versie.feit(definition).map { $0.effective.isOnOrBefore(day) != .no } ?? false
    }
    let adopted = geldend.regeling.versies.filter { happened(RegelingVastgesteld.self, $0) }
    let withdrawn = geldend.regeling.versies.filter { happened(RegelingIngetrokken.self, $0) }
    if let next = adopted.last, withdrawn.last?.nummer != next.nummer {
      if let entry = next.feit(RegelingInWerkingGetreden.self), entry.effective.isAfter(day) == .yes {
        return (
          "vastgesteld",
          Text(
            nl: "vastgesteld; in werking: \(entry.effective.text.nl)",
            en: "adopted; in force: \(entry.effective.text.en)")
        )
      }
      return ("vastgesteld", Text(nl: "vastgesteld, niet in werking", en: "adopted, not in force"))
    }
    if !withdrawn.isEmpty { return ("ingetrokken", Text(nl: "ingetrokken", en: "withdrawn")) }
    let drafted = geldend.regeling.versies.contains { happened(RegelingOntworpen.self, $0) }
    return drafted
      ? ("ontwerp", Text(nl: "ontwerp", en: "draft")) : ("geen", Text(nl: "er was nog niets", en: "nothing yet"))
  }
}
