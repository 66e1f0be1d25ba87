import Governance

@testable import Nevenfuncties

/// The list from a day on, until it changes: what the register says of every day, for a test to look at.
struct OpenbareStand: Hashable {
  let vanaf: CalendarDate
  let totEnMet: CalendarDate?
  let kaarten: [Kaart]
}

extension OpenbaarRegister {
  /// Every state of the list, oldest first, without a gap between them.
  var standen: [OpenbareStand] {
    guard let begin else { return [] }
    let grenzen = verlopen.flatMap {
      $0.houder.flatMap(\.grenzen) + $0.opgaven.flatMap(\.grenzen) + $0.nietGepubliceerd.flatMap(\.grenzen)
    }
    var standen: [(vanaf: CalendarDate, kaarten: [Kaart])] = []
    for dag in Set(grenzen + [begin]).sorted() where dag <= self.dag {
      let kaarten = kaarten(op: dag)
      if standen.last?.kaarten != kaarten { standen.append((dag, kaarten)) }
    }
    return standen.enumerated().map { index, stand in
      OpenbareStand(
        vanaf: stand.vanaf, totEnMet: index + 1 < standen.count ? standen[index + 1].vanaf.vorige : nil,
        kaarten: stand.kaarten)
    }
  }

  /// A register that says these lists, each until the next.
  init(
    regeling: OpenbareRegeling, standen: [OpenbareStand], opgaven: [OpenbareOpgave], wijzigingen: [OpenbareWijziging],
    dag: CalendarDate = PaginaVoorbeeld.day("2026-11-21")
  ) {
    var gezien: Set<String> = []
    // Who is on the list now comes first, in that order.
    let kaarten = standen.reversed().flatMap(\.kaarten).filter { gezien.insert($0.id).inserted }
    let verlopen = kaarten.map { kaart in Self.verloop(kaart.id, kaart.functie, standen) }
    self.init(
      regeling: regeling, dag: dag, begin: standen.first?.vanaf, verlopen: verlopen, opgaven: opgaven,
      wijzigingen: wijzigingen)
  }

  private static func verloop(_ id: String, _ functie: OpenbareFunctie, _ standen: [OpenbareStand]) -> Kaartverloop {
    var houder = Tijdlijn<Houderstand>()
    var opgaven: [String: Tijdlijn<OpgaveVersie>] = [:]
    var rest: [UInt64: Tijdlijn<NietGepubliceerd>] = [:]
    var volgorde: [String] = []
    for stand in standen {
      let kaart = stand.kaarten.first { $0.id == id }
      let versies: [OpgaveVersie]? = if case .opgaven(let versies) = kaart?.stand { versies } else { nil }
      houder.zet(
        kaart.map {
          Houderstand(
            naam: $0.naam, isInhuur: $0.isInhuur, van: $0.van,
            stand: versies == nil || versies == [] ? $0.stand : nil, laatstGewijzigd: $0.laatstGewijzigd,
            laatstBevestigd: $0.laatstBevestigd, bevestigenUiterlijk: $0.bevestigenUiterlijk,
            isBevestigingTeLaat: $0.isBevestigingTeLaat)
        }, vanaf: stand.vanaf)
      let hier = Dictionary((versies ?? []).map { ($0.opgave, $0) }) { first, _ in first }
      for opgave in (versies ?? []).map(\.opgave) where opgaven[opgave] == nil { volgorde.append(opgave) }
      for opgave in Set(opgaven.keys).union(hier.keys) {
        opgaven[opgave, default: Tijdlijn()].zet(hier[opgave], vanaf: stand.vanaf)
      }
      let weg = Dictionary((kaart?.nietGepubliceerd ?? []).map { ($0.position, $0) }) { first, _ in first }
      for plaats in Set(rest.keys).union(weg.keys) {
        rest[plaats, default: Tijdlijn()].zet(weg[plaats], vanaf: stand.vanaf)
      }
    }
    return Kaartverloop(
      id: id, functie: functie, houder: houder.vakken, opgaven: volgorde.flatMap { opgaven[$0]?.vakken ?? [] },
      nietGepubliceerd: rest.keys.sorted().flatMap { rest[$0]?.vakken ?? [] })
  }
}
