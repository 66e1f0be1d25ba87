import Governance
import Ledger

@testable import Nevenfuncties

/// A report on one day, told by going through every fact of it: what the plugin's own answers are held against.
struct Dagmelding {
  let melding: Werkzaamheid
  let dag: CalendarDate

  /// The facts that count and had certainly happened, in the order of the log.
  var feiten: [Fact] { melding.feiten.filter { $0.counts && $0.happened(by: dag) } }

  private func laatste(_ types: any EventDefinition.Type...) -> Fact? {
    feiten.last { feit in types.contains { $0.type.name == feit.type } }
  }

  var stand: Stand? {
    guard melding.telt else { return nil }
    var stand: Stand?
    for feit in feiten {
      switch feit.type {
      case NevenwerkzaamheidBeeindigd.type.name: return .beeindigd
      case NevenwerkzaamheidGemeld.type.name, NevenwerkzaamheidGewijzigd.type.name:
        stand = .inBeoordeling(sinds: feit.position)
      case FunctieGewijzigd.type.name: stand = .hertoetsing(sinds: feit.position)
      case ToestemmingBeslist.type.name: stand = .beslist
      default: break
      }
    }
    return stand
  }

  var functie: StreamID { laatste(FunctieGewijzigd.self)?[Houderschap.functie] ?? melding.gemeldeFunctie }
  var einde: Fact? { laatste(NevenwerkzaamheidBeeindigd.self) }
  var achterwege: Fact? { laatste(PublicatieAchterwegeGelaten.self) }
  var besluit: Fact? { laatste(ToestemmingBeslist.self) }

  func hoort(bij plek: Plek) -> Bool {
    melding.telt && melding.gemeld.happened(by: dag) && functie == plek.functie.stroom
  }
}

/// A statement on one day, told likewise.
struct Dagopgave {
  let opgave: Opgave
  let melding: Dagmelding
  let plek: Plek
  let feiten: Registerfeiten

  private var dag: CalendarDate { melding.dag }

  var versies: [Fact] { Self.versies(opgave, dag) }
  var leeft: Bool { Self.leeft(opgave, dag) }

  private static func versies(_ opgave: Opgave, _ dag: CalendarDate) -> [Fact] {
    guard opgave.feiten.first?.counts == true else { return [] }
    return opgave.feiten.filter {
      $0.counts && $0.is(OpgaveGepubliceerd.self, OpgaveBijgewerkt.self) && $0.happened(by: dag)
    }
  }

  static func leeft(_ opgave: Opgave, _ dag: CalendarDate) -> Bool {
    !versies(opgave, dag).isEmpty
      && !opgave.feiten.contains { $0.counts && $0.is(OpgaveIngetrokken.self) && $0.happened(by: dag) }
  }

  var staatOpLijst: Bool {
    plek.bekleding(op: dag, feiten.regels) != nil && leeft && melding.melding.telt && melding.einde == nil
      && versies.last?[Opgaveveld.laatsteDag].map { dag <= $0 } ?? true
  }

  var einde: (op: ImpreciseDate, dag: CalendarDate)? {
    guard let first = versies.first?.day, !staatOpLijst else { return nil }
    var end = first
    let days =
      plek.grenzen + feiten.regels.map(\.vanaf) + melding.melding.feiten.map(\.day)
      + opgave.feiten.flatMap { [$0.day, $0[Opgaveveld.laatsteDag]?.volgende].compactMap(\.self) }
    for day in days.filter({ first <= $0 && $0 <= dag }).sorted(by: >) {
      let then = Dagmelding(melding: melding.melding, dag: day)
      if Dagopgave(opgave: opgave, melding: then, plek: plek, feiten: feiten).staatOpLijst { break }
      end = day
    }
    if let fact = melding.einde, fact.day == end { return (fact.effective, end) }
    return (ImpreciseDate(end), end)
  }
}
