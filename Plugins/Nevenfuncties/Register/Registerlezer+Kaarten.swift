import Governance
import Ledger
import Organisatie

extension Registerlezer {
  /// Every state of the list up to the day, oldest first: a new one from each day on which a card changes.
  func standen() throws -> [OpenbareStand] {
    let rules = feiten.regels.map(\.vanaf)
    guard let start = (rules + feiten.aanwijzingen.map(\.vanaf)).min(), start <= dag else { return [] }
    let plekken = feiten.plekken
    let own = plekken.map { Set(feiten.grenzen($0) + rules) }
    let days = own.reduce(into: Set(rules)) { $0.formUnion($1) }.filter { start <= $0 && $0 <= dag }.union([start])
    var present: [Kaart?] = Array(repeating: nil, count: plekken.count)
    var states: [(vanaf: CalendarDate, kaarten: [Kaart])] = []
    for day in days.sorted() {
      // Only what can change on this day is looked at again.
      for index in plekken.indices where day == start || own[index].contains(day) {
        present[index] = try kaart(plekken[index], op: day)
      }
      let cards = present.compactMap(\.self)
      if states.last?.kaarten != cards { states.append((day, cards)) }
    }
    return states.enumerated().map { index, state in
      OpenbareStand(
        vanaf: state.vanaf, totEnMet: index + 1 < states.count ? states[index + 1].vanaf.vorige : nil,
        kaarten: state.kaarten)
    }
  }

  /// A holder's card on a day; nil when the holder is not on the list then.
  func kaart(_ plek: Plek, op day: CalendarDate) throws -> Kaart? {
    guard let period = plek.bekleding(op: day, feiten.regels) else { return nil }
    let confirmations = feiten.bevestigingen(plek, op: day)
    let activities = feiten.werkzaamheden(plek, op: day)
    let statements = opgaven.filter { $0.plek.kaart == plek.kaart }
    let (stand, others) = stand(plek, period, activities, statements, confirmations, op: day)
    let confirmed = confirmations.last?.dag
    let due = (confirmed ?? activities.map(\.gemeld.dag).min()).flatMap { feiten.uiterlijk(na: $0) }
    return Kaart(
      id: plek.kaart, functie: plek.functie, naam: try naam(plek, statements, confirmations, op: day),
      isInhuur: period.inhuur, van: period.van, stand: stand, nietGepubliceerd: others,
      laatstGewijzigd: gewijzigd(statements, activities, op: day), laatstBevestigd: confirmed,
      bevestigenUiterlijk: due, isBevestigingTeLaat: due.map { $0 < day } ?? false)
  }

  private func gewijzigd(
    _ statements: [Registeropgave], _ activities: [Werkzaamheid], op day: CalendarDate
  ) -> CalendarDate? {
    let published = statements.flatMap { $0.opgave.feiten + [$0.werkzaamheid.einde(op: day)].compactMap(\.self) }
    let withheld = activities.compactMap { $0.achterwege(op: day) }
    return (published + withheld).filter { $0.telt && $0.isGebeurd(op: day) }.map(\.dag).max()
  }

  /// The holder's name, where the rules of that day publish names and one was published.
  private func naam(
    _ plek: Plek, _ statements: [Registeropgave], _ confirmations: [Feit], op day: CalendarDate
  ) throws -> Getoond? {
    guard feiten.instellingen(op: day)?.publiceertNamen == true else { return nil }
    var names = statements.flatMap(\.namen)
    // A name that stands only in a confirmation goes with the card: it is shown while the holder is on the list.
    if plek.bekleding(op: dag, feiten.regels) != nil {
      names += try confirmations.compactMap { fact in try getoond(.naam, fact).map { (vanaf: fact.dag, naam: $0) } }
    }
    return names.filter { $0.vanaf <= day }.max { $0.vanaf < $1.vanaf }?.naam
  }
}
