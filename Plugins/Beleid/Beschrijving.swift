import Governance
import Ledger
import LedgerCrypto

/// What an event says, in words; only clear facts, so that nothing sealed can slip into a sentence.
enum Beschrijving {
  static func text(_ event: RecordedEvent, _ regeling: Regeling) -> Text {
    switch event.type.name {
    case RegelingOntworpen.type.name:
      sentence(Text(nl: "ontworpen", en: "drafted"), event[RegelingOntworpen.aanleiding].map { Text(nl: "aanleiding: \($0)", en: "occasion: \($0)") })
    case WerknemersGeraadpleegd.type.name:
      sentence(
        Text(nl: "werknemers geraadpleegd: ", en: "employees consulted: ") + Text(event[WerknemersGeraadpleegd.vorm]?.leesbaar ?? "?"),
        event[WerknemersGeraadpleegd.aantal].map { Text(nl: "\($0) deelnemers", en: "\($0) participants") },
        event[WerknemersGeraadpleegd.toelichting].map { Text($0) })
    case RegelingVastgesteld.type.name: adopted(event)
    case RegelingBekendgemaakt.type.name:
      sentence(
        Text(nl: "bekendgemaakt: ", en: "announced: ") + Text(event[RegelingBekendgemaakt.kanaal]?.leesbaar ?? "?"),
        event[RegelingBekendgemaakt.toelichting].map { Text($0) }, event[RegelingBekendgemaakt.cvdr].map { Text($0) },
        event[RegelingBekendgemaakt.link].map { Text($0) })
    case RegelingInWerkingGetreden.type.name:
      sentence(
        Text(nl: "in werking getreden", en: "entered into force"),
        event[RegelingInWerkingGetreden.terugwerkendTot].map { Text(nl: "werkt terug tot en met \($0.text.nl)", en: "works back to \($0.text.en)") })
    case RegelingGeevalueerd.type.name:
      sentence(
        Text(nl: "geëvalueerd: ", en: "reviewed: ") + (event[RegelingGeevalueerd.uitkomst]?.text ?? Text("?")),
        event[RegelingGeevalueerd.toelichting].map { Text($0) })
    case RegelingIngetrokken.type.name: withdrawn(event, regeling)
    case ContentElementAangetoond.type.name:
      sentence(
        Text(nl: "bevat \(event[ContentElementAangetoond.element] ?? "?")", en: "contains \(event[ContentElementAangetoond.element] ?? "?")"),
        event[ContentElementAangetoond.vindplaats].map { Text($0) }, event[ContentElementAangetoond.toelichting].map { Text($0) })
    case BeleidGeborgd.type.name:
      sentence(
        Text(nl: "geborgd in: ", en: "built into: ") + Text(event[BeleidGeborgd.proces]?.leesbaar ?? "?"),
        event[BeleidGeborgd.toelichting].map { Text($0) })
    case RegelingGecorrigeerd.type.name: corrected(event, regeling)
    default: Text(event.type.name)
    }
  }

  private static func adopted(_ event: RecordedEvent) -> Text {
    let body = event[RegelingVastgesteld.orgaan]?.text ?? event[RegelingVastgesteld.orgaanNaam].map { Text($0) }
    return sentence(
      body.map { Text(nl: "vastgesteld door \($0.nl)", en: "adopted by: \($0.en)") }
        ?? Text(nl: "vastgesteld, orgaan niet bekend", en: "adopted, body not known"),
      event[RegelingVastgesteld.besluitnummer].map { Text(nl: "besluit \($0)", en: "decision \($0)") },
      event[RegelingVastgesteld.evaluatieIedere].map { Text(nl: "evaluatie iedere \($0.text.nl)", en: "review every \($0.text.en)") },
      event[RegelingVastgesteld.looptijdTot].map { Text(nl: "looptijd tot en met \($0.text.nl)", en: "runs until \($0.text.en)") })
  }

  private static func withdrawn(_ event: RecordedEvent, _ regeling: Regeling) -> Text {
    let version = event[RegelingIngetrokken.vervangenDoorVersie].flatMap { regeling.versie($0) }?.text
    let other = event[RegelingIngetrokken.vervangenDoorRegeling].map { Text($0.description) }
    return sentence(
      Text(nl: "ingetrokken", en: "withdrawn"),
      (version ?? other).map { Text(nl: "vervangen door \($0.nl)", en: "replaced by \($0.en)") },
      event[RegelingIngetrokken.reden].map { Text($0) })
  }

  private static func corrected(_ event: RecordedEvent, _ regeling: Regeling) -> Text {
    let fact = regeling.feiten.first { $0.gebeurtenis == event[RegelingGecorrigeerd.gebeurtenis] }
    let number = fact.map { String($0.position) } ?? "?"
    let what =
      event[RegelingGecorrigeerd.juisteDatum].map {
        Text(nl: "correctie: datum van nummer \(number) is \($0.text.nl)", en: "correction: date of number \(number) is \($0.text.en)")
      } ?? Text(nl: "correctie: nummer \(number) vervalt", en: "correction: number \(number) lapses")
    return sentence(what, event[RegelingGecorrigeerd.reden].map { Text($0) })
  }

  private static func sentence(_ first: Text, _ rest: Text?...) -> Text {
    rest.compactMap(\.self).reduce(first) { $0 + Text("; ") + $1 }
  }
}
