import Governance
import Ledger
import Organisatie
import Proefboek
import Testing

@testable import Vertrouwenspersonen

/// What an appointment says of a day is what going through every fact for that day gives, whatever was recorded.
struct DagvraagTests {
  @Test(arguments: [1, 2, 3, UInt64.random(in: .min ... .max)])
  func `Clocks and duties of any history are those of each day by itself`(seed: UInt64) throws {
    var geschiedenis = try Geschiedenis(seed)
    try geschiedenis.leg(70)
    let boek = geschiedenis.wereld.boek
    var audit = DayAudit(Benoeming.self, seed: seed) { benoeming, day, views in
      .init(terms: try Dagbenoeming(benoeming: benoeming, dag: day, calendars: Kalenders(views)).terms)
    }
    let found = try audit.faults(boek)
    #expect(found.faults.prefix(5) == [])
    // Of the histories that are always the same it is known that they have many.
    #expect(seed > 3 || found.clocks > 500, "\(found.clocks)")
    try boek.read { reading in
      let calendars = try Kalenders(reading.views)
      for key in try reading.views.keys(Benoeming.self) {
        let benoeming = try #require(try Benoeming(key, in: reading.views))
        for day in Set(try benoeming.days(in: reading.views)).sorted() {
          let plain = Dagbenoeming(benoeming: benoeming, dag: day, calendars: calendars).heeftPlicht
          #expect(!benoeming.plichten(on: day).isEmpty == plain, "\(day), \(benoeming.handle), seed \(seed)")
        }
      }
    }
    var listed = TimelineAudit(Benoeming.self, seed: seed)
    #expect(try listed.faults(boek, randomDays: 5).prefix(5) == [])
  }
}

/// Two appointments of one person and a contract of another, and anything that can be recorded of them in any order.
private struct Geschiedenis {
  let wereld: Wereld
  private var toeval: Toeval
  private var kandidaten: [Wereld.Kandidaat] = []
  private var gebeurtenissen: [RecordedEvent] = []

  private static let jaren = 2020...2026

  init(_ seed: UInt64) throws {
    toeval = Toeval(seed)
    // Half of the histories lie before the ledger, the others in it.
    wereld = try Wereld(geopend: seed % 2 == 0 ? Proefboek.founded : "2022-06-01", weigertNiets: true)
    let first = try wereld.kandidaat(op: "2020-01-01")
    kandidaten = [
      first, try wereld.kandidaat(persoon: first.persoon, op: "2021-01-01"),
      try wereld.kandidaat(.extern, op: "2020-02-01"),
    ]
    try wereld.benoem(first, op: "2020-06-01", tot: "2024-06-01")
  }

  mutating func leg(_ aantal: Int) throws { for _ in 0..<aantal { try leg() } }

  private mutating func over<E: PersoonsGebeurtenis>(
    _ type: E.Type, als rol: Rol = .secretariaat, _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws {
    guard let kandidaat = toeval.keuze(kandidaten) else { return }
    try over(type, kandidaat, als: rol, change)
  }

  private mutating func over<E: PersoonsGebeurtenis>(
    _ type: E.Type, _ kandidaat: Wereld.Kandidaat, als rol: Rol = .secretariaat,
    _ change: (inout EventDraft) throws -> Void
  ) throws {
    let op = type.type.needsExactDate ? ImpreciseDate(try toeval.dag(Self.jaren)) : try toeval.datum(Self.jaren)
    let draft = try wereld.draft(type, kandidaat, op: op.description, change)
    gebeurtenissen.append(try wereld.boek.append(draft, als: rol))
  }

  private mutating func leg() throws {
    let (dag, wel) = (try toeval.dag(2021...2029), toeval.kans(50))
    switch Int.random(in: 0..<22, using: &toeval) {
    case 0, 1, 2, 3: try over(IntervisieVastgelegd.self) { $0[IntervisieVastgelegd.jaar] = 2024 }
    case 4, 5, 6, 7:
      let soort = toeval.keuze([ScholingSoort.bijscholing, .bijscholing, .basiscursus, .verdiepingIntegriteit])
      try over(ScholingVastgelegd.self) {
        $0[ScholingVastgelegd.jaar] = 2024
        $0[ScholingVastgelegd.soort] = soort
        $0[ScholingVastgelegd.erkend] = wel
      }
    case 8, 9, 10:
      let conformeert = toeval.kans(80)
      try over(CertificeringVastgelegd.self) {
        $0[CertificeringVastgelegd.laatsteDag] = dag
        $0[CertificeringVastgelegd.conformeert] = conformeert
      }
    case 11:
      try over(VertrouwenspersoonBenoemd.self, kandidaten[wel ? 0 : 1], als: .algemeenDirecteur) {
        $0[VertrouwenspersoonBenoemd.tot] = dag
      }
    case 12:
      try over(ExterneVertrouwenspersoonGecontracteerd.self, kandidaten[2], als: .algemeenDirecteur) {
        $0[ExterneVertrouwenspersoonGecontracteerd.laatsteDag] = wel ? dag : nil
      }
    case 13, 14:
      try over(VertrouwenspersoonVerlengd.self, kandidaten[wel ? 0 : 1], als: .algemeenDirecteur) {
        $0[VertrouwenspersoonVerlengd.tot] = dag
        $0[VertrouwenspersoonVerlengd.beidenAkkoord] = true
      }
    case 15, 16:
      guard toeval.kans(40) else { return }
      try over(VertrouwenspersoonBeeindigd.self, als: .algemeenDirecteur) {
        $0[VertrouwenspersoonBeeindigd.wijze] = wel ? .termijnAfgelopen : .neergelegd
      }
    case 17:
      let ontvanger = wel ? kandidaten[2].stream : nil
      try over(RegisterOvergedragen.self) { $0[RegisterOvergedragen.ontvanger] = ontvanger }
    case 18, 19: try kies()
    default: try corrigeer()
    }
  }

  private mutating func kies() throws {
    let duren: [Duurkeuze] = [.duur(.of(1, .jaren)), .duur(.of(2, .jaren)), .zonderTermijn, .geen]
    let (iedere, intervisie) = (toeval.keuze(duren), toeval.keuze(duren))
    let (certificering, scholing) = (toeval.keuze(Certificeringseis.allCases), toeval.keuze(Scholingseis.allCases))
    let papieren = toeval.keuze(Vereiste.allCases)
    let model = toeval.kans(20) ? toeval.keuze(Regelmodel.allCases) : nil
    let verlies = toeval.keuze(VerliesCertificering.allCases)
    let register = toeval.keuze(RegisterBijVertrek.allCases)
    let event = try wereld.kies(op: try toeval.dag(Self.jaren).description) {
      $0[VertrouwenspersonenregelsVastgesteld.bijscholing] = iedere
      $0[VertrouwenspersonenregelsVastgesteld.intervisie] = intervisie
      $0[VertrouwenspersonenregelsVastgesteld.certificering] = certificering
      $0[VertrouwenspersonenregelsVastgesteld.scholing] = scholing
      $0[VertrouwenspersonenregelsVastgesteld.verklaring] = papieren
      if let model { Modelregeling.van(model).fill(&$0) }
      $0[VertrouwenspersonenregelsVastgesteld.verliesCertificering] = verlies
      $0[VertrouwenspersonenregelsVastgesteld.registerBijVertrek] = register
    }
    gebeurtenissen.append(event)
  }

  private mutating func corrigeer() throws {
    guard let mistaken = toeval.keuze(gebeurtenissen) else { return }
    let isDecided = mistaken.stream.kind == "Vertrouwenspersonen" || mistaken.is(VertrouwenspersoonBeeindigd.self)
    let rol: Rol = isDecided ? .algemeenDirecteur : .secretariaat
    try wereld.corrigeer(mistaken.id, mistaken.stream, als: rol)
  }
}
