import Governance
import Ledger
import LedgerCrypto

/// What a fact says, in words; only clear facts, so that nothing sealed can slip into a sentence.
enum Beschrijving {
  /// - Parameters:
  ///   - metToelichting: Whether with what was typed as an explanation; without it only codes, days, names of bodies and
  ///     official numbers are left.
  ///   - name: How people call another rule.
  static func text(
    _ fact: Fact, _ regeling: Regeling, metToelichting: Bool = true, _ name: (StreamID) throws -> String
  ) rethrows -> Text {
    func prose(_ field: Field<String>) -> Text? { metToelichting ? fact[field].map { Text($0) } : nil }
    return switch fact.type {
    case RegelingOntworpen.type.name:
      sentence(
        Text(nl: "ontworpen", en: "drafted"),
        prose(RegelingOntworpen.aanleiding).map { Text(nl: "aanleiding: ", en: "occasion: ") + $0 })
    case WerknemersGeraadpleegd.type.name:
      sentence(
        Text(nl: "werknemers geraadpleegd: ", en: "employees consulted: ")
          + Text(fact[WerknemersGeraadpleegd.vorm]?.leesbaar ?? "?"),
        fact[WerknemersGeraadpleegd.aantal].map { Text(nl: "\($0) deelnemers", en: "\($0) participants") },
        prose(WerknemersGeraadpleegd.toelichting))
    case RegelingVastgesteld.type.name: adopted(fact)
    case RegelingBekendgemaakt.type.name:
      sentence(
        Text(nl: "bekendgemaakt: ", en: "announced: ") + Text(fact[RegelingBekendgemaakt.kanaal]?.leesbaar ?? "?"),
        prose(RegelingBekendgemaakt.toelichting),
        fact[RegelingBekendgemaakt.cvdr].map { Text($0) },
        prose(RegelingBekendgemaakt.link))
    case RegelingInWerkingGetreden.type.name:
      sentence(
        Text(nl: "in werking getreden", en: "entered into force"),
        fact[RegelingInWerkingGetreden.terugwerkendTot].map {
          Text(nl: "werkt terug tot en met \($0.text.nl)", en: "works back to \($0.text.en)")
        })
    case RegelingGeevalueerd.type.name:
      sentence(
        Text(nl: "geëvalueerd: ", en: "reviewed: ") + (fact[RegelingGeevalueerd.uitkomst]?.text ?? Text("?")),
        prose(RegelingGeevalueerd.toelichting))
    case LooptijdVerlengd.type.name:
      sentence(
        fact[LooptijdVerlengd.looptijdTot].map {
          Text(nl: "looptijd verlengd tot \($0.text.nl)", en: "run time extended until \($0.text.en)")
        } ?? Text(nl: "loopt door", en: "goes on"), fact[LooptijdVerlengd.grond]?.text)
    case RegelingIngetrokken.type.name:
      try withdrawn(fact, regeling, prose(RegelingIngetrokken.reden), isPublic: !metToelichting, name)
    case ContentElementAangetoond.type.name:
      sentence(
        Text(
          nl: "bevat \(fact[ContentElementAangetoond.element] ?? "?")",
          en: "contains \(fact[ContentElementAangetoond.element] ?? "?")"),
        prose(ContentElementAangetoond.vindplaats),
        prose(ContentElementAangetoond.toelichting))
    case BeleidGeborgd.type.name:
      sentence(
        Text(nl: "geborgd in: ", en: "built into: ") + Text(fact[BeleidGeborgd.proces]?.leesbaar ?? "?"),
        prose(BeleidGeborgd.toelichting))
    case RegelingstekstOpenbaargemaakt.type.name: Text(nl: "tekst openbaargemaakt", en: "text made public")
    case RegelingstekstVanSiteGehaald.type.name:
      Text(nl: "tekst van de site gehaald", en: "text taken off the site")
    case RegelingGecorrigeerd.type.name: corrected(fact, regeling, prose(RegelingGecorrigeerd.reden))
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
    _ fact: Fact, _ regeling: Regeling, _ reason: Text?, isPublic: Bool, _ name: (StreamID) throws -> String
  ) rethrows -> Text {
    // A successor that is still a draft is not public.
    let version = fact[RegelingIngetrokken.vervangenDoorVersie].flatMap { regeling.versie($0) }
      .flatMap { isPublic && !$0.isVastgesteld ? nil : $0.text }
    let other = try fact[RegelingIngetrokken.vervangenDoorRegeling].map { Text(try name($0)) }
    return sentence(
      Text(nl: "ingetrokken", en: "withdrawn"),
      (version ?? other).map { Text(nl: "vervangen door \($0.nl)", en: "replaced by \($0.en)") },
      without(fact), reason)
  }

  private static func without(_ fact: Fact) -> Text? {
    fact[GenomenZonderInstemming.veld] == true
      ? Text(nl: "zonder de vereiste instemming", en: "without the consent it needs") : nil
  }

  private static func corrected(_ fact: Fact, _ regeling: Regeling, _ reason: Text?) -> Text {
    let mistaken = regeling.feiten.first { $0.id == fact[Correction.event] }
    let number = mistaken.map { String($0.position) } ?? "?"
    let what =
      fact[Correction.date].map {
        Text(
          nl: "correctie: datum van nummer \(number) is \($0.text.nl)",
          en: "correction: date of number \(number) is \($0.text.en)")
      } ?? Text(nl: "correctie: nummer \(number) vervalt", en: "correction: number \(number) lapses")
    return sentence(what, reason)
  }

  private static func sentence(_ first: Text, _ rest: Text?...) -> Text {
    rest.compactMap(\.self).reduce(first) { $0 + Text("; ") + $1 }
  }
}
