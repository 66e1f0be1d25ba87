import Console
import Governance
import Ledger
import Organisatie

extension ImportPlan {
  /// The statement as it is on the list already: the fields that the rules of that day name.
  func statement(
    _ rij: ImportRij, _ functie: Functie, _ melding: StreamID, _ decision: inout EventDraft?
  ) throws -> EventDraft? {
    guard let day = rij.openbaar else { return nil }
    guard let rules = regels.geldend(op: day) else {
      throw ImportFouten(
        fout(
          rij, .openbaar,
          Text(nl: "op \(day.text.nl) golden er nog geen regels", en: "on \(day.text.en) there were no rules yet")))
    }
    let designation = try Aanwijzing.geldend(functie.stream, op: day, context.reading.views)
    let named = designation?.velden(rules) ?? rules.instellingen.velden
    var draft = EventDraft(
      OpgaveGepubliceerd.self, stream: context.book.newStream("Opgave"), effective: ImpreciseDate(day))
    draft[OpgaveGepubliceerd.melding] = melding
    var fouten: [ImportFout] = []
    var filled: [OpenbaarVeld] = []
    for veld in named {
      if Self.fill(&draft, veld, rij, functie) {
        filled.append(veld)
      } else if !NevenfunctieRules.ifAny.contains(veld) {
        let kolom = Self.kolom(veld)
        fouten.append(
          fout(
            rij, kolom,
            Text(
              nl: "leeg, en de regels noemen dit veld in de openbare opgave",
              en: "empty, and the rules name this field in the public statement")))
      }
    }
    guard fouten.isEmpty else { throw ImportFouten(fouten) }
    draft[Opgaveveld.velden] = filled
    draft[Opgaveveld.laatsteDag] = rij.einde?.latest
    if var made = decision {
      draft[Opgaveveld.onthulling] = Onthulling(grens: designation?.grens ?? rules.instellingen.grens, toont: named)
        .velden.compactMap { context.book.disclose($0, of: &made) }
      decision = made
    }
    return historical(draft)
  }

  /// Fills one field from the row; false when the row does not say it.
  private static func fill(
    _ draft: inout EventDraft, _ veld: OpenbaarVeld, _ rij: ImportRij, _ functie: Functie
  ) -> Bool {
    func set<Value>(_ field: Field<Value>, _ value: Value?) -> Bool {
      draft[field] = value
      return value != nil
    }
    return switch veld {
    case .naam: set(Opgaveveld.naam, rij.naam)
    case .hoofdfunctie: set(Opgaveveld.hoofdfunctie, functie.naam)
    case .nevenwerkzaamheid: set(Opgaveveld.nevenwerkzaamheid, rij.activiteit)
    case .organisatie: set(Opgaveveld.organisatie, rij.organisatie)
    case .ingang: set(Opgaveveld.ingang, rij.ingang)
    case .einde: set(Opgaveveld.einde, rij.einde)
    case .beperkingen: set(Opgaveveld.beperkingen, rij.beperkingen)
    case .bezoldigd: set(Opgaveveld.bezoldigd, rij.bezoldigd)
    case .tijdsbeslag: set(Opgaveveld.tijdsbeslag, rij.uren.map { "\($0) uur per maand" })
    }
  }

  private static func kolom(_ veld: OpenbaarVeld) -> ImportKolom {
    switch veld {
    case .naam: .naam
    case .hoofdfunctie: .functie
    case .nevenwerkzaamheid: .nevenwerkzaamheid
    case .organisatie: .organisatie
    case .ingang: .ingang
    case .einde: .einde
    case .beperkingen: .beperkingen
    case .bezoldigd: .bezoldigd
    case .tijdsbeslag: .uren
    }
  }
}
