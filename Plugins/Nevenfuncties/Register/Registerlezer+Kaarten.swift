import Governance
import Ledger
import Organisatie

extension Registerlezer {
  /// What each card said up to the day, from the first day on which there was a list.
  func verlopen(vanaf begin: CalendarDate) throws -> [Kaartverloop] {
    try feiten.plekken.compactMap { plek in
      var maker = try Verloopmaker(self, plek)
      return maker.verloop(vanaf: begin)
    }
  }

  /// The first day on which there was a list; nil when there is none by the day.
  var begin: CalendarDate? {
    (feiten.regels.map(\.vanaf) + feiten.aanwijzingen.map(\.vanaf)).min().flatMap { $0 <= dag ? $0 : nil }
  }

  /// A holder's card on a day; nil when the holder is not on the list then.
  func kaart(_ plek: Plek, op day: CalendarDate) throws -> Kaart? {
    guard let period = plek.bekleding(op: day, feiten.regels) else { return nil }
    let confirmations = feiten.bevestigingen(plek).filter { $0.happened(by: day) }
    let activities = feiten.werkzaamheden(plek, op: day)
    let statements = opgavenVanKaart[plek.kaart] ?? []
    let (stand, others) = stand(plek, period, activities, statements, confirmations, op: day)
    let confirmed = confirmations.last?.day
    let due = (confirmed ?? activities.map(\.gemeld.day).min()).flatMap { feiten.uiterlijk(na: $0) }
    return Kaart(
      id: plek.kaart, functie: plek.functie, naam: try naam(plek, statements, confirmations, op: day),
      isInhuur: period.inhuur, van: period.van, stand: stand, nietGepubliceerd: others,
      laatstGewijzigd: gewijzigd(statements, activities, op: day), laatstBevestigd: confirmed,
      bevestigenUiterlijk: due, isBevestigingTeLaat: due.map { $0 < day } ?? false)
  }

  private func gewijzigd(
    _ statements: [Registeropgave], _ activities: [Werkzaamheid], op day: CalendarDate
  ) -> CalendarDate? {
    (statements.compactMap { $0.gewijzigd(op: day) } + activities.compactMap { $0.achterwege(op: day)?.day }).max()
  }

  /// The holder's name, where the rules of that day publish names and one was published.
  private func naam(
    _ plek: Plek, _ statements: [Registeropgave], _ confirmations: [Fact], op day: CalendarDate
  ) throws -> Getoond? {
    guard feiten.instellingen(op: day)?.publiceertNamen == true else { return nil }
    return try namen(plek, statements, confirmations).last(upTo: day) { $0.vanaf }?.naam
  }

  /// The names that were published beside a card, each with the first day on which it is shown, in the order of those.
  func namen(
    _ plek: Plek, _ statements: [Registeropgave], _ confirmations: [Fact]
  ) throws -> [(vanaf: CalendarDate, naam: Getoond)] {
    var names = statements.flatMap(\.namen)
    // A name that stands only in a confirmation goes with the card: it is shown while the holder is on the list.
    if plek.bekleding(op: dag, feiten.regels) != nil {
      names += try confirmations.compactMap { fact in try getoond(fact)[.naam].map { (vanaf: fact.day, naam: $0) } }
    }
    // Of two of one day the first is shown.
    var days: Set<CalendarDate> = []
    return names.filter { days.insert($0.vanaf).inserted }.sorted { $0.vanaf < $1.vanaf }
  }
}
