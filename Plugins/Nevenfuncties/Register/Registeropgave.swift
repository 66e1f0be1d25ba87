import Governance
import Ledger

/// A statement with the card it belongs to and its versions as a reader sees them.
struct Registeropgave {
  let opgave: Opgave
  let werkzaamheid: Werkzaamheid
  let plek: Plek
  let versies: [OpgaveVersie]
  let status: OpgaveStatus
  /// Names as far as they are still shown, with the day from which they hold.
  let namen: [(vanaf: CalendarDate, naam: Getoond)]

  /// Whether its content may not be shown on any date; values that were erased are shown as erased.
  let isVerborgen: Bool

  /// The version that was on the list on a day, as far as it is still shown.
  func versie(op day: CalendarDate) -> OpgaveVersie? {
    let gebeurd = Set(opgave.versies(op: day).map(\.position))
    return versies.last { gebeurd.contains($0.position) }
  }

  /// When it was last published, changed, withdrawn or ended.
  func gewijzigd(op day: CalendarDate) -> CalendarDate? {
    let feiten = opgave.feiten + [werkzaamheid.einde(op: day)].compactMap(\.self)
    return feiten.lazy.filter { $0.counts && $0.happened(by: day) }.map(\.day).max()
  }

  var openbaar: OpenbareOpgave {
    OpenbareOpgave(
      id: opgave.stream.id.description, functie: plek.functie, kaart: plek.kaart, versies: versies, status: status)
  }
}

extension Registerlezer {
  /// The statement as a reader sees it; nil when it had not been published by the day or its holder has no card.
  func registeropgave(_ opgave: Opgave) throws -> Registeropgave? {
    guard let first = opgave.feiten.first, first.happened(by: dag), let (activity, plek) = feiten.plaats(opgave) else {
      return nil
    }
    let facts = opgave.versies(op: dag)
    let end = facts.isEmpty ? nil : feiten.einde(opgave, activity, plek)
    let visibleUntil = end.flatMap { end in
      feiten.instellingen(op: end.dag)?.bewaarNaEinde.flatMap { try? end.dag.adding($0) }
    }
    var status: OpgaveStatus = end.map { .beeindigd(op: $0.op, zichtbaarTot: visibleUntil) } ?? .actueel
    if facts.isEmpty { status = .vervallen(op: first.correctedBy == nil ? nil : try gecorrigeerdOp(first)) }
    if let visibleUntil, visibleUntil < dag { status = .vervallen(op: visibleUntil.volgende) }
    if case .vervallen = status {
      let shown = facts.isEmpty ? [first] : facts
      return Registeropgave(
        opgave: opgave, werkzaamheid: activity, plek: plek, versies: lege(shown, of: opgave, plek, end?.dag),
        status: status, namen: [], isVerborgen: true)
    }
    let shown = try facts.map(getoond)
    let versions = versies(facts, shown, of: opgave, end?.dag)
    if filter != nil, versions.allSatisfy(\.isGeheelVernietigd), let erased = try vernietigdOp(facts) {
      status = .vervallen(op: erased)
    }
    let names = zip(facts, shown).compactMap { fact, shown in shown[.naam].map { (vanaf: fact.day, naam: $0) } }
    return Registeropgave(
      opgave: opgave, werkzaamheid: activity, plek: plek, versies: versions, status: status, namen: names,
      isVerborgen: false)
  }

  private func versies(
    _ facts: [Fact], _ values: [[OpenbaarVeld: Getoond]], of opgave: Opgave, _ end: CalendarDate?
  ) -> [OpgaveVersie] {
    zip(facts, values).enumerated().map { index, pair in
      let (fact, values) = pair
      let named = Set(fact[Opgaveveld.velden] ?? [])
      func shown(_ veld: OpenbaarVeld) -> Getoond? { named.contains(veld) ? values[veld] : nil }
      return OpgaveVersie(
        opgave: opgave.stream.id.description, nummer: index + 1, event: fact.id, position: fact.position,
        vanaf: fact.day, totEnMet: totEnMet(index, facts, end), naam: shown(.naam), hoofdfunctie: shown(.hoofdfunctie),
        nevenwerkzaamheid: shown(.nevenwerkzaamheid) ?? .vernietigd, organisatie: shown(.organisatie),
        ingang: shown(.ingang), einde: shown(.einde), beperkingen: shown(.beperkingen), bezoldigd: shown(.bezoldigd),
        tijdsbeslag: shown(.tijdsbeslag))
    }
  }

  /// The versions of a statement whose content has lapsed: only that there was one.
  private func lege(_ facts: [Fact], of opgave: Opgave, _ plek: Plek, _ end: CalendarDate?) -> [OpgaveVersie] {
    facts.enumerated().map { index, fact in
      OpgaveVersie(
        opgave: opgave.stream.id.description, nummer: index + 1, event: fact.id, position: fact.position,
        vanaf: fact.day, totEnMet: totEnMet(index, facts, end), naam: nil, hoofdfunctie: nil,
        nevenwerkzaamheid: .vernietigd, organisatie: nil, ingang: nil, einde: nil, beperkingen: nil, bezoldigd: nil,
        tijdsbeslag: nil)
    }
  }

  /// The last day of a version; one that was followed on its own day lasted that day.
  private func totEnMet(_ index: Int, _ facts: [Fact], _ end: CalendarDate?) -> CalendarDate? {
    let next = index + 1 < facts.count ? facts[index + 1].day : end
    return next?.vorige.map { max($0, facts[index].day) }
  }

  private func gecorrigeerdOp(_ fact: Fact) throws -> CalendarDate? {
    try fact.correctedBy.flatMap { try feit($0) }?.day
  }

  private func vernietigdOp(_ facts: [Fact]) throws -> CalendarDate? {
    try facts.compactMap { try vernietigingen($0.id).last?.effective.latest }.max()
  }
}

extension OpgaveVersie {
  /// Whether nothing of its content is left.
  var isGeheelVernietigd: Bool {
    [nevenwerkzaamheid, organisatie, ingang, einde, beperkingen, bezoldigd, tijdsbeslag].compactMap(\.self)
      .allSatisfy { $0 == .vernietigd }
  }
}
