import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// What a report and a holder say of a day is what going through every fact for that day gives, whatever was recorded.
struct DagvraagTests {
  @Test(arguments: [1, 2, UInt64.random(in: .min ... .max)])
  func `Clocks and standings of any history are those of each day by itself`(seed: UInt64) throws {
    var geschiedenis = try Geschiedenis(seed)
    try geschiedenis.leg(70)
    let boek = geschiedenis.gemeente.boek
    var meldingen = DayAudit(Werkzaamheid.self, seed: seed) { melding, day, views in
      guard let feiten = try Dossier.van(melding.persoon, views)?.op(day) else { return .init(terms: []) }
      let handle = try Namen.handle(melding.stream, views) ?? melding.stream.description
      let klokken = Dagklokken(melding, Onderwerp(stream: melding.stream, versie: nil, handle: handle), feiten)
      let plek = feiten.plek(melding.persoon, klokken.melding.functie)
      let houder = try plek.flatMap { try views.subject(Houder.self, Houder.key($0.functie.stroom, melding.persoon)) }
      let standing = klokken.wacht.flatMap { wacht in
        houder.map { Standing(wacht, order: $0.volgorde(Int64(melding.gemeld.position))) }
      }
      return .init(terms: klokken.all, standing: [standing].compactMap(\.self))
    }
    let reports = try meldingen.faults(boek)
    #expect(reports.faults.prefix(5) == [])
    // Of the histories that are always the same it is known that they have many.
    #expect(seed > 3 || reports.clocks > 500, "\(reports.clocks)")
    var houders = DayAudit(Houder.self, seed: seed) { houder, day, _ in
      let account = Daghouder(houder: houder, feiten: houder.feiten(op: day))
      return .init(terms: account.terms, standing: account.standing)
    }
    let holders = try houders.faults(boek)
    #expect(holders.faults.prefix(5) == [])
    // Of the histories that are always the same it is known that they have many.
    #expect(seed > 3 || holders.clocks > 500, "\(holders.clocks)")
    var (listed, lists) = (TimelineAudit(Houder.self, seed: seed), TimelineAudit(Werkzaamheid.self, seed: seed))
    #expect(try listed.faults(boek, randomDays: 5).prefix(5) == [])
    #expect(try lists.faults(boek, randomDays: 5).prefix(5) == [])
  }

  @Test(arguments: [4, UInt64.random(in: .min ... .max)])
  func `A report that takes in its facts one by one says what one folded afresh says`(seed: UInt64) throws {
    var geschiedenis = try Geschiedenis(seed)
    try geschiedenis.leg(60)
    var taken = 0
    try geschiedenis.gemeente.boek.read { reading in
      for key in try reading.views.keys(Werkzaamheid.self) {
        let feiten = try reading.views.facts(in: try #require(key.streams.first))
        let days = feiten.flatMap { [$0.day, $0.day.volgende].compactMap(\.self) }
        var kept = try #require(Werkzaamheid([feiten[0]]))
        for count in feiten.indices.dropFirst().map({ $0 + 1 }) {
          let afresh = try #require(Werkzaamheid(Array(feiten.prefix(count))))
          if kept.add(feiten[count - 1]) { taken += 1 } else { kept = afresh }
          #expect(kept.feiten == afresh.feiten)
          for day in days {
            let plain = Dagmelding(melding: afresh, dag: day)
            #expect(kept.stand(op: day) == plain.stand && kept.functie(op: day) == plain.functie, "seed \(seed)")
            #expect(kept.besluit(op: day) == plain.besluit && kept.einde(op: day) == plain.einde, "seed \(seed)")
            #expect(kept.achterwege(op: day) == plain.achterwege, "seed \(seed)")
          }
        }
      }
    }
    #expect(taken > 10, "seed \(seed)")
  }
}

/// One person in two functions, and anything that can be recorded of that person in any order.
private struct Geschiedenis {
  let gemeente: Proefgemeente
  private var toeval: Toeval
  private let houders: [Proefhouder]
  private var meldingen: [Proefmelding] = []
  private var opgaven: [Proefopgave] = []
  private var gebeurtenissen: [RecordedEvent] = []

  private static let jaren = 2021...2025

  init(_ seed: UInt64) throws {
    toeval = Toeval(seed)
    gemeente = try Proefgemeente(.lelystad, op: "2020-01-15", weigertNiets: true) {
      $0.bewaarNaEinde = Tijdsduur("P1Y")
      $0.beslistermijn = Tijdsduur("P8W")
      $0.bijwerktermijn = Tijdsduur("P14D")
    }
    let first = try gemeente.functie("Directeur")
    let second = try gemeente.functie("Directeur", houder: nil, aangewezen: "2021-06-01")
    houders = [first, Proefhouder(gemeente: gemeente, functie: second.functie, persoon: first.persoon)]
    try houders[1].bekleed("2021-03")
    try meld()
  }

  mutating func leg(_ aantal: Int) throws { for _ in 0..<aantal { try leg() } }

  /// A date, as exact as the type asks.
  private mutating func datum<E: EventDefinition>(_ type: E.Type) throws -> String {
    E.type.needsExactDate ? try dag() : try toeval.datum(Self.jaren).description
  }

  private mutating func dag() throws -> String { try toeval.dag(Self.jaren).description }

  private mutating func leg() throws {
    switch Int.random(in: 0..<24, using: &toeval) {
    case 0: try meld()
    case 1, 2, 3: try wijzig()
    case 4: try wisselFunctie()
    case 5, 6, 7, 8: try beslis()
    case 9: if toeval.kans(40) { try over(NevenwerkzaamheidBeeindigd.self, als: .secretariaat) }
    case 10: try achterwege()
    case 11, 12: try publiceer()
    case 13: try werkBij()
    case 14: try trekIn()
    case 15, 16: try bevestig()
    case 17, 18, 19: try corrigeer()
    case 20: try bekleding()
    case 21: try regels()
    default: try wijzig()
    }
  }

  private mutating func meld() throws {
    guard let houder = toeval.keuze(houders) else { return }
    let einde = toeval.kans(30) ? try datum(NevenwerkzaamheidGemeld.self) : nil
    meldingen.append(try houder.meld(op: try datum(NevenwerkzaamheidGemeld.self), einde: einde))
    if let event = meldingen.last?.event { gebeurtenissen.append(event) }
  }

  private mutating func over<E: EventDefinition>(
    _ type: E.Type, als rol: Rol, _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws {
    guard let melding = toeval.keuze(meldingen) else { return }
    gebeurtenissen.append(try melding.leg(type, op: try datum(type), als: rol, change))
  }

  private mutating func wijzig() throws {
    let einde = toeval.kans(40) ? try toeval.datum(Self.jaren) : nil
    try over(NevenwerkzaamheidGewijzigd.self, als: .secretariaat) {
      $0[Looptijd.einde] = einde
      $0[Inhoud.toelichting] = "anders"
    }
  }

  private mutating func wisselFunctie() throws {
    guard let houder = toeval.keuze(houders) else { return }
    try over(FunctieGewijzigd.self, als: .secretariaat) {
      $0[Houderschap.functie] = houder.functie
      $0[Houderschap.persoon] = houder.persoon
    }
  }

  private mutating func beslis() throws {
    let raakt = toeval.kans(80) ? nil : toeval.kans(50)
    switch Int.random(in: 0..<5, using: &toeval) {
    case 0: try beslis(false, .geen, nil)
    case 1: try beslis(true, .voorwaarden, nil)
    default: try beslis(true, .geen, raakt)
    }
  }

  private mutating func beslis(_ toegestaan: Bool, _ voorbehoud: Voorbehoud, _ raakt: Bool?) throws {
    try over(ToestemmingBeslist.self, als: .leidinggevende) {
      $0[ToestemmingBeslist.toegestaan] = toegestaan
      $0[ToestemmingBeslist.voorbehoud] = voorbehoud
      $0[ToestemmingBeslist.kanRaken] = raakt
    }
  }

  private mutating func achterwege() throws {
    try over(PublicatieAchterwegeGelaten.self, als: .algemeenDirecteur) {
      $0[PublicatieAchterwegeGelaten.grond] = .raaktBelangenNiet
      $0[PublicatieAchterwegeGelaten.rechtsgrond] = "004:3920-3922"
    }
  }

  private mutating func einde() throws -> CalendarDate? { toeval.kans(40) ? try CalendarDate(dag()) : nil }

  private mutating func publiceer() throws {
    guard let melding = toeval.keuze(meldingen) else { return }
    let last = try einde()
    let opgave = try melding.publiceer(op: try datum(OpgaveGepubliceerd.self)) { $0[Opgaveveld.laatsteDag] = last }
    opgaven.append(opgave)
    gebeurtenissen.append(opgave.event)
  }

  private mutating func werkBij() throws {
    guard let opgave = toeval.keuze(opgaven) else { return }
    let last = try einde()
    gebeurtenissen.append(
      try opgave.werkBij(op: try datum(OpgaveBijgewerkt.self)) { $0[Opgaveveld.laatsteDag] = last })
  }

  private mutating func trekIn() throws {
    guard let opgave = toeval.keuze(opgaven) else { return }
    gebeurtenissen.append(try opgave.trekIn(op: try datum(OpgaveIngetrokken.self)))
  }

  private mutating func bevestig() throws {
    guard let houder = toeval.keuze(houders) else { return }
    gebeurtenissen.append(try houder.bevestig(geen: toeval.kans(30), op: try dag()))
  }

  private mutating func corrigeer() throws {
    guard let mistaken = toeval.keuze(gebeurtenissen) else { return }
    let type: any EventDefinition.Type =
      switch mistaken.stream.kind {
      case OpgaveGepubliceerd.type.streamKind: OpgaveGecorrigeerd.self
      case NevenwerkzaamhedenBevestigd.type.streamKind: BevestigingGecorrigeerd.self
      default: NevenwerkzaamheidGecorrigeerd.self
      }
    guard let rol = Rol.allCases.first(where: { type.type.signers.contains($0) && (try? gemeente.boek.key($0)) != nil })
    else { return }
    var draft = EventDraft(type.type, stream: mistaken.stream, effective: ImpreciseDate(gemeente.boek.today))
    draft[Correction.event] = mistaken.id
    draft[Correction.reason] = "vergissing"
    try gemeente.boek.append(draft, als: rol)
  }

  private mutating func bekleding() throws {
    guard let houder = toeval.keuze(houders) else { return }
    if toeval.kans(50) {
      try houder.legNeer(try datum(FunctieNeergelegd.self))
    } else {
      try houder.bekleed(try datum(FunctieBekleed.self), inhuur: toeval.kans(30))
    }
  }

  private mutating func regels() throws {
    let (inhuur, alle) = (toeval.kans(50), toeval.kans(50))
    let termijn = toeval.kans(80) ? Tijdsduur("P6W") : nil
    let bewaar = toeval.kans(80) ? Tijdsduur("P6M") : nil
    try gemeente.stelIn(.lelystad, op: try dag()) {
      $0.inhuur = inhuur
      $0.grens = alle ? .alle : .watKanRaken
      $0.bevestigingIedere = Tijdsduur("P6M") ?? $0.bevestigingIedere
      $0.beslistermijn = termijn
      $0.bijwerktermijn = termijn
      $0.bewaarNaEinde = bewaar
    }
  }
}
