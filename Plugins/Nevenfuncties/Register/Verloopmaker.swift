import Governance
import Ledger
import Organisatie

/// Follows one card through time, and looks only at what can change on a day.
///
/// A holder with a thousand statements has thousands of such days; looking at the whole card on each would take their
/// product.
struct Verloopmaker {
  private let lezer: Registerlezer
  private let plek: Plek
  private let opgaven: [Registeropgave]
  private let meldingen: [Werkzaamheid]
  private let opgavenVanMelding: [StreamID: [Int]]
  private let bevestigingen: [Fact]
  private let namen: [(vanaf: CalendarDate, naam: Getoond)]

  // As it is on the day that was reached.
  private var getoond: [OpgaveVersie?]
  private var leeft: [Bool]
  private var gewijzigd: [CalendarDate?]
  private var standen: [Meldingstand?]
  private var aantalGetoond = 0
  private var aantalLevend = 0
  private var aantalRest = 0

  // What was closed, and what is still open.
  private var houder = Tijdlijn<Houderstand>()
  private var opgavelijnen: [Tijdlijn<OpgaveVersie>]
  private var restlijnen: [Tijdlijn<NietGepubliceerd>]

  init(_ lezer: Registerlezer, _ plek: Plek) throws {
    self.lezer = lezer
    self.plek = plek
    opgaven = lezer.opgavenVanKaart[plek.kaart] ?? []
    meldingen = lezer.feiten.meldingen(plek)
    opgavenVanMelding = Dictionary(grouping: opgaven.indices) { [opgaven] in opgaven[$0].werkzaamheid.stream }
    bevestigingen = lezer.feiten.bevestigingen(plek)
    namen = try lezer.namen(plek, opgaven, bevestigingen)
    getoond = Array(repeating: nil, count: opgaven.count)
    leeft = Array(repeating: false, count: opgaven.count)
    gewijzigd = Array(repeating: nil, count: opgaven.count)
    standen = Array(repeating: nil, count: meldingen.count)
    opgavelijnen = Array(repeating: Tijdlijn(), count: opgaven.count)
    restlijnen = Array(repeating: Tijdlijn(), count: meldingen.count)
  }

  /// The card from a day on; nil when it never was on the list.
  mutating func verloop(vanaf begin: CalendarDate) -> Kaartverloop? {
    let dagen = dagen(vanaf: begin)
    for dag in dagen.keys.sorted() {
      guard let wat = dagen[dag] else { continue }
      // Reports after statements: what is on the list is not left out.
      for index in wat.opgaven { bijwerken(opgave: index, op: dag) }
      for index in wat.meldingen { bijwerken(melding: index, op: dag) }
      houder.zet(houderstand(op: dag), vanaf: dag)
    }
    let holder = houder.vakken
    guard !holder.isEmpty else { return nil }
    return Kaartverloop(
      id: plek.kaart, functie: plek.functie, houder: holder, opgaven: opgavelijnen.flatMap(\.vakken),
      nietGepubliceerd: restlijnen.flatMap(\.vakken))
  }

  /// What can change on which day.
  private func dagen(vanaf begin: CalendarDate) -> [CalendarDate: (opgaven: Set<Int>, meldingen: Set<Int>)] {
    var dagen: [CalendarDate: (opgaven: Set<Int>, meldingen: Set<Int>)] = [:]
    let gedeeld = [begin] + plek.grenzen + lezer.feiten.regels.map(\.vanaf)
    let bereik = begin...lezer.dag
    for dag in gedeeld where bereik.contains(dag) { dagen[dag] = (Set(opgaven.indices), Set(meldingen.indices)) }
    for (index, opgave) in opgaven.enumerated() {
      for dag in opgave.opgave.grenzen + opgave.werkzaamheid.grenzen where bereik.contains(dag) {
        dagen[dag, default: ([], [])].opgaven.insert(index)
      }
    }
    for (index, melding) in meldingen.enumerated() {
      let gepubliceerd = (lezer.feiten.opgavenVan[melding.stream] ?? []).flatMap(\.grenzen)
      for dag in melding.grenzen + gepubliceerd where bereik.contains(dag) {
        dagen[dag, default: ([], [])].meldingen.insert(index)
      }
    }
    let termijnen = (bevestigingen.map(\.day) + meldingen.map(\.gemeld.day))
      .compactMap { lezer.feiten.uiterlijk(na: $0)?.volgende }
    for dag in bevestigingen.map(\.day) + termijnen where bereik.contains(dag) && dagen[dag] == nil {
      dagen[dag] = ([], [])
    }
    return dagen
  }

  private mutating func bijwerken(opgave index: Int, op dag: CalendarDate) {
    let opgave = opgaven[index]
    let nu = lezer.feiten.staatOpLijst(opgave.opgave, opgave.werkzaamheid, plek, op: dag)
    let versie = nu && !opgave.isVerborgen ? opgave.versie(op: dag) : nil
    aantalLevend += (nu ? 1 : 0) - (leeft[index] ? 1 : 0)
    aantalGetoond += (versie == nil ? 0 : 1) - (getoond[index] == nil ? 0 : 1)
    leeft[index] = nu
    getoond[index] = versie
    gewijzigd[index] = opgave.gewijzigd(op: dag)
    opgavelijnen[index].zet(versie, vanaf: dag)
  }

  /// How a report stands beside this card on a day.
  private struct Meldingstand {
    let gemeld: CalendarDate
    let rest: NietGepubliceerd?
    let achterwege: CalendarDate?
    let laatste: Fact?
  }

  private mutating func bijwerken(melding index: Int, op dag: CalendarDate) {
    let melding = meldingen[index]
    let oud = standen[index]
    if lezer.feiten.hoort(melding, bij: plek, op: dag) {
      let isGepubliceerd = opgavenVanMelding[melding.stream]?.contains { leeft[$0] } ?? false
      let isOpLijst = plek.bekleding(op: dag, lezer.feiten.regels) != nil
      standen[index] = Meldingstand(
        gemeld: melding.gemeld.day, rest: isOpLijst && !isGepubliceerd ? lezer.nietGepubliceerd(melding, op: dag) : nil,
        achterwege: melding.achterwege(op: dag)?.day, laatste: melding.laatsteFeit(op: dag))
    } else {
      standen[index] = nil
    }
    let rest = standen[index]?.rest
    aantalRest += (rest == nil ? 0 : 1) - (oud?.rest == nil ? 0 : 1)
    restlijnen[index].zet(rest, vanaf: dag)
  }

  private func houderstand(op dag: CalendarDate) -> Houderstand? {
    guard let period = plek.bekleding(op: dag, lezer.feiten.regels) else { return nil }
    let bevestigd = bevestigingen.last(upTo: dag) { $0.day }
    let stand: Kaartstand? =
      if aantalGetoond > 0 {
        nil
      } else if aantalLevend > 0 {
        leeft.firstIndex(of: true).map { lezer.verborgen(opgaven[$0], op: dag) }
      } else if aantalRest > 0 {
        nil
      } else {
        lezer.leeg(
          plek, period, laatste: standen.compactMap { $0?.laatste }.max { $0.volgorde < $1.volgorde },
          bevestigd: bevestigd, op: dag)
      }
    let uiterlijk = (bevestigd?.day ?? standen.lazy.compactMap { $0?.gemeld }.min())
      .flatMap { lezer.feiten.uiterlijk(na: $0) }
    let toontNamen = lezer.feiten.instellingen(op: dag)?.publiceertNamen == true
    return Houderstand(
      naam: toontNamen ? namen.last(upTo: dag) { $0.vanaf }?.naam : nil, isInhuur: period.inhuur, van: period.van,
      stand: stand,
      laatstGewijzigd: [
        gewijzigd.lazy.compactMap(\.self).max(), standen.lazy.compactMap { $0?.achterwege }.max(),
      ].compactMap(\.self).max(),
      laatstBevestigd: bevestigd?.day, bevestigenUiterlijk: uiterlijk,
      isBevestigingTeLaat: uiterlijk.map { $0 < dag } ?? false)
  }
}
