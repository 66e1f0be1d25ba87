import Governance
import Ledger
import LedgerCrypto

/// What a fact says, in words; only clear facts, so that nothing sealed can slip into a sentence.
enum Beschrijving {
  /// - Parameter name: How people call another rule.
  static func text(_ fact: Fact, _ regeling: Regeling, _ name: (StreamID) throws -> String) rethrows -> Text {
    switch fact.type {
    case RegelingOntworpen.type.name:
      sentence(
        Text(nl: "ontworpen", en: "drafted"),
        fact[RegelingOntworpen.aanleiding].map { Text(nl: "aanleiding: \($0)", en: "occasion: \($0)") })
    case WerknemersGeraadpleegd.type.name:
      sentence(
        Text(nl: "werknemers geraadpleegd: ", en: "employees consulted: ")
          + Text(fact[WerknemersGeraadpleegd.vorm]?.leesbaar ?? "?"),
        fact[WerknemersGeraadpleegd.aantal].map { Text(nl: "\($0) deelnemers", en: "\($0) participants") },
        fact[WerknemersGeraadpleegd.toelichting].map { Text($0) })
    case RegelingVastgesteld.type.name: adopted(fact)
    case RegelingBekendgemaakt.type.name:
      sentence(
        Text(nl: "bekendgemaakt: ", en: "announced: ") + Text(fact[RegelingBekendgemaakt.kanaal]?.leesbaar ?? "?"),
        fact[RegelingBekendgemaakt.toelichting].map { Text($0) },
        fact[RegelingBekendgemaakt.cvdr].map { Text($0) },
        fact[RegelingBekendgemaakt.link].map { Text($0) })
    case RegelingInWerkingGetreden.type.name:
      sentence(
        Text(nl: "in werking getreden", en: "entered into force"),
        fact[RegelingInWerkingGetreden.terugwerkendTot].map {
          Text(nl: "werkt terug tot en met \($0.text.nl)", en: "works back to \($0.text.en)")
        })
    case RegelingGeevalueerd.type.name:
      sentence(
        Text(nl: "geëvalueerd: ", en: "reviewed: ") + (fact[RegelingGeevalueerd.uitkomst]?.text ?? Text("?")),
        fact[RegelingGeevalueerd.toelichting].map { Text($0) })
    case LooptijdVerlengd.type.name:
      sentence(
        fact[LooptijdVerlengd.looptijdTot].map {
          Text(nl: "looptijd verlengd tot \($0.text.nl)", en: "run time extended until \($0.text.en)")
        } ?? Text(nl: "loopt door", en: "goes on"), fact[LooptijdVerlengd.grond]?.text)
    case RegelingIngetrokken.type.name: try withdrawn(fact, regeling, name)
    case ContentElementAangetoond.type.name:
      sentence(
        Text(
          nl: "bevat \(fact[ContentElementAangetoond.element] ?? "?")",
          en: "contains \(fact[ContentElementAangetoond.element] ?? "?")"),
        fact[ContentElementAangetoond.vindplaats].map { Text($0) },
        fact[ContentElementAangetoond.toelichting].map { Text($0) })
    case BeleidGeborgd.type.name:
      sentence(
        Text(nl: "geborgd in: ", en: "built into: ") + Text(fact[BeleidGeborgd.proces]?.leesbaar ?? "?"),
        fact[BeleidGeborgd.toelichting].map { Text($0) })
    case RegelingGecorrigeerd.type.name: corrected(fact, regeling)
    default: Text(fact.type)
    }
  }

  private static func adopted(_ fact: Fact) -> Text {
    let body =
      fact[RegelingVastgesteld.orgaan]?.text ?? fact[RegelingVastgesteld.orgaanNaam].map { Text($0) }
    return sentence(
      body.map { Text(nl: "vastgesteld door \($0.nl)", en: "adopted by: \($0.en)") }
        ?? Text(nl: "vastgesteld, orgaan niet bekend", en: "adopted, body not known"),
      fact[RegelingVastgesteld.besluitnummer].map { Text(nl: "besluit \($0)", en: "decision \($0)") },
      fact[RegelingVastgesteld.evaluatieIedere].map {
        Text(nl: "evaluatie iedere \($0.text.nl)", en: "review every \($0.text.en)")
      },
      fact[RegelingVastgesteld.looptijdTot].map {
        Text(nl: "looptijd tot \($0.text.nl)", en: "runs until \($0.text.en)")
      }, without(fact))
  }

  private static func withdrawn(
    _ fact: Fact, _ regeling: Regeling, _ name: (StreamID) throws -> String
  ) rethrows -> Text {
    let version = fact[RegelingIngetrokken.vervangenDoorVersie].flatMap { regeling.versie($0) }?.text
    let other = try fact[RegelingIngetrokken.vervangenDoorRegeling].map { Text(try name($0)) }
    return sentence(
      Text(nl: "ingetrokken", en: "withdrawn"),
      (version ?? other).map { Text(nl: "vervangen door \($0.nl)", en: "replaced by \($0.en)") },
      without(fact), fact[RegelingIngetrokken.reden].map { Text($0) })
  }

  private static func without(_ fact: Fact) -> Text? {
    fact[GenomenZonderInstemming.veld] == true
      ? Text(nl: "zonder de vereiste instemming", en: "without the consent it needs") : nil
  }

  private static func corrected(_ fact: Fact, _ regeling: Regeling) -> Text {
    let mistaken = regeling.feiten.first { $0.id == fact[Correction.event] }
    let number = mistaken.map { String($0.position) } ?? "?"
    let what =
      fact[Correction.date].map {
        Text(
          nl: "correctie: datum van nummer \(number) is \($0.text.nl)",
          en: "correction: date of number \(number) is \($0.text.en)")
      } ?? Text(nl: "correctie: nummer \(number) vervalt", en: "correction: number \(number) lapses")
    return sentence(what, fact[RegelingGecorrigeerd.reden].map { Text($0) })
  }

  private static func sentence(_ first: Text, _ rest: Text?...) -> Text {
    rest.compactMap(\.self).reduce(first) { $0 + Text("; ") + $1 }
  }
}
