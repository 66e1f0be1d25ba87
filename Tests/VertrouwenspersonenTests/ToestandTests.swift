import Governance
import Instemming
import Ledger
import Proefboek
import Testing

@testable import Vertrouwenspersonen

/// What someone may try in each state.
enum Handeling: CaseIterable {
  case benoem, verleng, treedTerug, verstreken, uitDienst, voorneem, stelVast, onthef, trekTerug
}

/// The state machine of an appointment, from candidacy to end: every act in every state.
struct ToestandTests {
  /// Brings a new candidacy into a state.
  private func breng(_ wereld: Wereld, naar toestand: Toestand) throws -> Wereld.Kandidaat {
    switch toestand {
    case .kandidaat, .instemmingGevraagd, .instemmingVerleend, .instemmingOnthouden, .teruggetrokken, .vervallen:
      let kandidaat = try wereld.kandidaat()
      let certificate = try wereld.certificeer(kandidaat)
      switch toestand {
      case .instemmingGevraagd: _ = try wereld.vraag(kandidaat)
      case .instemmingVerleend: try wereld.verleen(kandidaat)
      case .instemmingOnthouden: try wereld.onthoud(kandidaat)
      case .teruggetrokken: try wereld.trekTerug(kandidaat)
      case .vervallen:
        for event in [certificate.id, try wereld.eersteFeit(kandidaat)] {
          try wereld.corrigeer(event, kandidaat.stream)
        }
      default: break
      }
      return kandidaat
    case .benoemd: return try wereld.benoemde(op: "2027-02-01", tot: "2031-02-01")
    case .termijnVerstreken: return try wereld.benoemde(op: "2022-01-01", tot: "2026-01-01")
    case .certificeringVervallen:
      try wereld.kies { $0[VertrouwenspersonenregelsVastgesteld.verliesCertificering] = .beeindigt }
      let kandidaat = try wereld.kandidaat()
      try wereld.certificeer(kandidaat, tot: "2026-06-30")
      try wereld.verleen(kandidaat)
      try wereld.benoem(kandidaat)
      return kandidaat
    case .actief, .verlengd, .ontheffingVoorgenomen, .instemmingOntheffing, .uitDienst, .neergelegd, .ontheven,
      .geeindigd:
      let kandidaat = try wereld.benoemde()
      switch toestand {
      case .verlengd:
        try wereld.verleen(kandidaat, .verlengen, op: "2026-10-01")
        try wereld.verleng(kandidaat)
      case .ontheffingVoorgenomen: try wereld.voorneem(kandidaat)
      case .instemmingOntheffing, .ontheven:
        try wereld.voorneem(kandidaat)
        try wereld.verleen(kandidaat, .ontheffen, op: "2026-11-15")
        if toestand == .ontheven { try wereld.onthef(kandidaat) }
      case .uitDienst: try wereld.verstreken(kandidaat, op: "2026-10-01", .uitDienst)
      case .neergelegd, .geeindigd: try wereld.treedTerug(kandidaat, op: "2026-10-01")
      default: break
      }
      return kandidaat
    }
  }

  private func doe(_ handeling: Handeling, _ kandidaat: Wereld.Kandidaat, in toestand: Toestand, _ wereld: Wereld)
    throws
  {
    switch handeling {
    case .benoem: try wereld.benoem(kandidaat)
    case .verleng:
      // Of one person one request is open at a time.
      if toestand == .instemmingGevraagd {
        try wereld.verleng(kandidaat)
        return
      }
      if try wereld.instemming(kandidaat, .verlengen) == nil {
        try wereld.verleen(kandidaat, .verlengen, op: "2026-11-01")
      } else {
        // The first renewal used its consent.
        try wereld.verleen(kandidaat, .verlengen, op: "2026-11-02")
      }
      let tot = toestand == .verlengd ? "2035-01-01" : toestand == .termijnVerstreken ? "2030-01-01" : "2031-01-01"
      try wereld.verleng(kandidaat, op: "2026-11-21", tot: tot)
    case .treedTerug: try wereld.treedTerug(kandidaat)
    case .verstreken:
      let tot = toestand == .termijnVerstreken ? "2026-01-01" : toestand == .verlengd ? "2031-01-01" : "2027-01-01"
      try wereld.verstreken(kandidaat, op: tot)
    case .uitDienst: try wereld.verstreken(kandidaat, op: "2026-11-21", .uitDienst)
    case .voorneem: try wereld.voorneem(kandidaat, op: "2026-11-21")
    case .stelVast: try wereld.stelVast(kandidaat, op: "2026-11-21")
    case .onthef: try wereld.onthef(kandidaat, op: "2026-11-21")
    case .trekTerug: try wereld.trekTerug(kandidaat)
    }
  }

  /// What is expected of each act, in the order of `Handeling`; nil is accepted.
  private static let verwacht: [Toestand: [String?]] = [
    .kandidaat: ["VP-INSTEMMING"] + begonnen + [nil],
    .instemmingGevraagd: ["VP-INSTEMMING"] + begonnen + [nil],
    .instemmingVerleend: [nil] + begonnen + [nil],
    .instemmingOnthouden: ["VP-INSTEMMING"] + begonnen + [nil],
    .teruggetrokken: ["VP-TERUGGETROKKEN"] + begonnen + ["VP-TERUGTREKKEN"],
    .vervallen: ["VP-EENMAAL"] + begonnen + ["VP-TERUGTREKKEN"],
    // The first day is still to come: the task can be laid down already, nothing else.
    .benoemd: ["VP-EENMAAL", "VP-BEGONNEN", nil] + begonnen.dropFirst(2) + ["VP-TERUGTREKKEN"],
    .actief: [
      "VP-EENMAAL", nil, nil, "VP-VERSTREKEN", nil, nil, "VP-VOORNEMEN", "VP-VOORNEMEN", "VP-TERUGTREKKEN",
    ],
    .verlengd: [
      "VP-EENMAAL", nil, nil, "VP-VERSTREKEN", nil, nil, "VP-VOORNEMEN", "VP-VOORNEMEN", "VP-TERUGTREKKEN",
    ],
    .ontheffingVoorgenomen: [
      "VP-EENMAAL", nil, nil, "VP-VERSTREKEN", nil, nil, nil, "VP-INSTEMMING-ONTHEFFING", "VP-TERUGTREKKEN",
    ],
    .instemmingOntheffing: ["VP-EENMAAL", nil, nil, "VP-VERSTREKEN", nil, nil, nil, nil, "VP-TERUGTREKKEN"],
    .termijnVerstreken: [
      "VP-EENMAAL", "VP-VERLENGING-OP-TIJD", "VP-BEEINDIGD", nil, "VP-VERSTREKEN", "VP-BEEINDIGD", "VP-BEEINDIGD",
      "VP-BEEINDIGD", "VP-TERUGTREKKEN",
    ],
    .certificeringVervallen: [
      "VP-EENMAAL", "VP-VERLENGING-OP-TIJD", "VP-BEEINDIGD", "VP-VERSTREKEN", "VP-VERSTREKEN", "VP-BEEINDIGD",
      "VP-BEEINDIGD", "VP-BEEINDIGD", "VP-TERUGTREKKEN",
    ],
    .uitDienst: ["VP-EENMAAL"] + beeindigd + ["VP-TERUGTREKKEN"],
    .neergelegd: ["VP-EENMAAL"] + beeindigd + ["VP-TERUGTREKKEN"],
    .ontheven: ["VP-EENMAAL"] + beeindigd + ["VP-TERUGTREKKEN"],
  ]
  private static let begonnen = [String?](repeating: "VP-BEGONNEN", count: 7)
  private static let beeindigd = [String?](repeating: "VP-BEEINDIGD", count: 7)

  @Test(arguments: Toestand.bekend)
  func `Each act is accepted or refused as the rule has it`(toestand: Toestand) throws {
    let expected = try #require(Self.verwacht[toestand])
    #expect(expected.count == Handeling.allCases.count)
    let shared = try Wereld()
    let kandidaat = try breng(shared, naar: toestand)
    #expect(try shared.toestand(kandidaat) == toestand)
    for (handeling, rule) in zip(Handeling.allCases, expected) {
      if let rule {
        // Refused acts leave everything as it was, so they can share one ledger; consent to renewal is no state.
        #expect(
          Uitkomst { try doe(handeling, kandidaat, in: toestand, shared) } == .geweigerd(rule), "\(handeling)")
        #expect(try shared.toestand(kandidaat) == toestand)
      } else {
        let own = try Wereld()
        let other = try breng(own, naar: toestand)
        #expect(Uitkomst { try doe(handeling, other, in: toestand, own) } == .aanvaard, "\(handeling)")
      }
    }
    #expect(try shared.boek.verify().ok)
  }

  @Test func `Who ended is a former vertrouwenspersoon, and only who serves is active`() {
    #expect(
      Toestand.bekend.filter(\.isOud) == [
        .termijnVerstreken, .uitDienst, .neergelegd, .ontheven, .certificeringVervallen,
      ])
    #expect(
      Toestand.bekend.filter(\.isActief) == [.actief, .verlengd, .ontheffingVoorgenomen, .instemmingOntheffing])
  }

  @Test func `Which state holds depends on the day that is asked`() throws {
    let wereld = try Wereld()
    let kandidaat = try wereld.benoemde()
    try wereld.verleen(kandidaat, .verlengen, op: "2026-10-01")
    try wereld.verleng(kandidaat)
    try wereld.treedTerug(kandidaat, op: "2026-11-21")
    let days: [(String, Toestand)] = [
      ("2022-12-31", .benoemd), ("2023-01-01", .actief), ("2026-10-31", .actief), ("2026-11-01", .verlengd),
      ("2026-11-20", .verlengd), ("2026-11-21", .neergelegd),
    ]
    for (day, expected) in days { #expect(try wereld.toestand(kandidaat, op: day) == expected, "\(day)") }
  }
}

extension Wereld {
  /// The candidacy itself.
  func eersteFeit(_ kandidaat: Kandidaat) throws -> EventID {
    try boek.read { reading in
      try #require(try reading.views.facts(in: kandidaat.stream).first).id
    }
  }

  @discardableResult
  func corrigeer(_ event: EventID, _ stream: StreamID, als role: Rol = .secretariaat) throws -> RecordedEvent {
    let type =
      switch stream.kind {
      case "Jaaroverzicht": JaaroverzichtGecorrigeerd.type
      case "Vertrouwenspersonen": VertrouwenspersonenGecorrigeerd.type
      default: VertrouwenspersoonGecorrigeerd.type
      }
    var draft = EventDraft(type, stream: stream, effective: ImpreciseDate(boek.today))
    draft[Correction.event] = event
    draft[Correction.reason] = "vergissing"
    return try boek.append(draft, als: role)
  }
}

extension Toestand {
  /// The states that who can open the file sees.
  fileprivate static let bekend = allCases.filter { $0 != .geeindigd }
}
