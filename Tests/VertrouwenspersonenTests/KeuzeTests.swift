import Governance
import Instemming
import Ledger
import Proefboek
import Testing

@testable import Vertrouwenspersonen

private typealias Besluit = VertrouwenspersonenregelsVastgesteld

/// Each open point: the default, and what each choice changes.
struct KeuzeTests {
  private let wereld: Wereld
  private let boek: Proefboek

  init() throws {
    wereld = try Wereld()
    boek = wereld.boek
  }

  private func regels(op day: String = Proefboek.founded) throws -> Vertrouwenspersonenregels {
    try boek.read { try Vertrouwenspersonenregels(on: try CalendarDate(day), $0.views) }
  }

  @Test func `Without rules every point asks nothing, and each becomes chosen by a decision`() throws {
    let wereld = try Wereld(nil)
    func punten() throws -> [Punt] {
      try wereld.boek.read { try Vertrouwenspersonenregels(on: wereld.boek.today, $0.views).punten }
    }
    let defaults = try punten()
    #expect(
      defaults.map(\.id) == [
        "benoemer", "duur", "V-3", "instemming", "V-1", "V-1", "instemming", "certificering", "V-2", "brief",
        "verklaring", "kennisgeving", "vaststelling", "motivering", "externe", "scholing", "intervisie", "bijscholing",
        "jaaroverzicht", "V-7", "V-7", "drempel", "V-4", "V-5", "V-6", "V-8",
      ])
    #expect(defaults.count == Regelpunt.allCases.count)
    #expect(defaults.allSatisfy { $0.besluit == nil && $0.bron == nil && $0.herkomst == nil && !$0.waarom.nl.isEmpty })
    #expect(
      defaults.map(\.keuze) == [
        "nietGeregeld", "geen", "onbeperkt", "nietVereist", "nietVereist", "nietVereist", "nietVereist", "geen",
        "geenGevolg", "nietVereist", "nietVereist", "nietVereist", "nietVereist", "nietVereist", "nietVereist", "geen",
        "geen", "geen", "geen", "heleJaar", "alleenWerkgever", "5", "nietGeregeld", "nietGeregeld", "nietGeregeld",
        "nietGeregeld",
      ])
    try wereld.kies {
      $0[Besluit.benoemer] = .college
      $0[Besluit.duur] = .duur(.of(6, .jaren))
      for eis in [
        Besluit.instemmingBenoeming, Besluit.instemmingVerlenging, Besluit.instemmingExtern,
        Besluit.instemmingOntheffing,
        Besluit.aanstellingsbrief, Besluit.verklaring, Besluit.kennisgeving, Besluit.vaststelling, Besluit.motivering,
        Besluit.externe,
      ] { $0[eis] = .vereist }
      $0[Besluit.certificering] = .verplicht
      $0[Besluit.verliesCertificering] = .beeindigt
      $0[Besluit.hoogsteVerlengingen] = .een
      $0[Besluit.scholing] = .lvvErkend
      $0[Besluit.intervisie] = .duur(.of(1, .jaren))
      $0[Besluit.bijscholing] = .zonderTermijn
      $0[Besluit.jaaroverzichtDoor] = .iedereVertrouwenspersoon
      $0[Besluit.registerBijVertrek] = .overdragen
      $0[Besluit.oudMedewerkers] = .beperkt
      $0[Besluit.oudMedewerkersMaanden] = 12
      $0[Besluit.bemiddeling] = .nietInschakelen
      $0[Besluit.jaaroverzichtUiterlijk] = .eersteKwartaal
      $0[Besluit.jaaroverzichtOpenbaarheid] = .openbaarMaken
      $0[Besluit.klachtBehandelaar] = .commissieVanToezichtLvv
      $0[Besluit.drempel] = 10
    }
    let chosen = try punten()
    #expect(chosen.allSatisfy { $0.besluit != nil && $0.bron == "besluit van de gemeente, nummer 7" })
    for (before, after) in zip(defaults, chosen) { #expect(before.keuze != after.keuze, "\(before.id)") }
  }

  @Test func `A choice holds from its day on, and a later decision changes only what it names`() throws {
    try wereld.kies(op: "2024-01-01") {
      $0[Besluit.hoogsteVerlengingen] = .een
      $0[Besluit.drempel] = 10
    }
    try wereld.kies(op: "2025-01-01") { $0[Besluit.hoogsteVerlengingen] = .twee }
    #expect(try regels(op: "2023-12-31").hoogsteVerlengingen == .onbeperkt)
    #expect(try regels(op: "2024-01-01").hoogsteVerlengingen == .een)
    #expect(try regels(op: "2025-01-01").hoogsteVerlengingen == .twee)
    #expect(try regels(op: "2025-01-01").drempel == 10)
  }

  @Test func `A decision chooses something, and months go with a limit`() throws {
    try boek.expectRefusal(.geweigerd("VP-REGELS")) { try wereld.kies { _ in } }
    try boek.expectRefusal(.geweigerd("VP-REGELS")) { try wereld.kies { $0[Besluit.oudMedewerkers] = .beperkt } }
    try boek.expectRefusal(.geweigerd("VP-REGELS")) { try wereld.kies { $0[Besluit.oudMedewerkersMaanden] = 12 } }
  }

  @Test func `The length of a term is the one in force on its first day`() throws {
    try wereld.kies(op: "2022-06-01") { $0[Besluit.duur] = .duur(.of(2, .jaren)) }
    let kandidaat = try wereld.kandidaat()
    try wereld.certificeer(kandidaat)
    try wereld.verleen(kandidaat)
    try boek.expectRefusal(.geweigerd("VP-TERMIJN")) { try wereld.benoem(kandidaat, tot: "2027-01-01") }
    #expect(Uitkomst { try wereld.benoem(kandidaat, tot: "2025-01-01") } == .aanvaard)
  }

  @Test(arguments: Vereiste.allCases)
  func `V-1: a renewal needs consent or not`(eis: Vereiste) throws {
    try wereld.kies { $0[Besluit.instemmingVerlenging] = eis }
    let kandidaat = try wereld.benoemde()
    let outcome = Uitkomst { try wereld.verleng(kandidaat) }
    #expect(outcome == (eis == .vereist ? .geweigerd("VP-INSTEMMING") : .aanvaard))
  }

  @Test(arguments: Vereiste.allCases)
  func `V-1: an external one needs consent or not`(eis: Vereiste) throws {
    try wereld.kies { $0[Besluit.instemmingExtern] = eis }
    let extern = try wereld.kandidaat(.extern)
    try wereld.certificeer(extern)
    let outcome = Uitkomst { try wereld.contracteer(extern) }
    #expect(outcome == (eis == .vereist ? .geweigerd("VP-INSTEMMING") : .aanvaard))
    guard eis == .vereist else { return }
    try wereld.verleen(extern)
    #expect(Uitkomst { try wereld.contracteer(extern) } == .aanvaard)
  }

  @Test(
    arguments: zip(
      VerliesCertificering.allCases, [(Toestand.actief, true), (.certificeringVervallen, false), (.actief, false)]))
  func `V-2: losing certification is a duty not met, an end, or nothing`(
    keuze: VerliesCertificering, expected: (Toestand, Bool)
  ) throws {
    try wereld.kies { $0[Besluit.verliesCertificering] = keuze }
    let kandidaat = try wereld.kandidaat()
    try wereld.certificeer(kandidaat, tot: "2026-06-30")
    try wereld.verleen(kandidaat)
    try wereld.benoem(kandidaat)
    #expect(try wereld.toestand(kandidaat, op: "2026-06-30") == .actief)
    #expect(try wereld.toestand(kandidaat, op: "2026-07-01") == expected.0)
    #expect(try wereld.plichten(op: "2026-07-01").contains { $0.id == "VP-CERTIFICERING" } == expected.1)
    guard keuze == .beeindigt else { return }
    // A certificate that follows without a gap lets the function go on.
    try wereld.certificeer(kandidaat, van: "2026-07-01", tot: "2029-06-30")
    #expect(try wereld.toestand(kandidaat, op: "2026-07-01") == .actief)
  }

  @Test(arguments: HoogsteVerlengingen.allCases)
  func `V-3: no more renewals than were settled`(keuze: HoogsteVerlengingen) throws {
    try wereld.kies {
      $0[Besluit.hoogsteVerlengingen] = keuze
      $0[Besluit.instemmingVerlenging] = .nietVereist
    }
    let kandidaat = try wereld.benoemde()
    for number in 1...4 {
      let done = min(number - 1, keuze.aantal ?? .max)
      let outcome = Uitkomst { try wereld.verleng(kandidaat, tot: "\(2031 + 4 * done)-01-01") }
      let isAllowed = number <= keuze.aantal ?? .max
      #expect(outcome == (isAllowed ? .aanvaard : .geweigerd("VP-VERLENGINGEN")), "\(number)")
    }
  }

  @Test(arguments: RegisterBijVertrek.allCases)
  func `V-4: who leaves hands the register over, destroys it, or nothing is listed`(keuze: RegisterBijVertrek) throws {
    try wereld.kies { $0[Besluit.registerBijVertrek] = keuze }
    let kandidaat = try wereld.benoemde()
    let other = try wereld.benoemde()
    try wereld.treedTerug(kandidaat, op: "2026-10-01")
    func isOpen() throws -> Bool { try wereld.plichten().contains { $0.id == "VP-REGISTER" } }
    #expect(try isOpen() == (keuze != .nietGeregeld))
    func hand(to receiver: StreamID?) throws -> RecordedEvent {
      try boek.append(
        wereld.draft(RegisterOvergedragen.self, kandidaat, op: "2026-10-02") {
          $0[RegisterOvergedragen.ontvanger] = receiver
        }, als: .secretariaat)
    }
    try boek.expectRefusal(.geweigerd("VP-OVERDRACHT")) { try hand(to: kandidaat.stream) }
    _ = try hand(to: keuze == .vernietigen ? nil : other.stream)
    #expect(try !isOpen())
  }

  @Test(arguments: zip(OudMedewerkers.allCases, ["2026-01-31", "2026-02-28", nil]))
  func `V-5: someone who left can turn to them until a day`(keuze: OudMedewerkers, until: String?) throws {
    try wereld.kies {
      $0[Besluit.oudMedewerkers] = keuze
      $0[Besluit.oudMedewerkersMaanden] = keuze == .beperkt ? 1 : nil
    }
    let left = try CalendarDate("2026-01-31")
    #expect(try regels().toegangTot(left: left) == until.map { try CalendarDate($0) })
    let answer = try regels().toegang(left: left, on: try CalendarDate("2026-03-01")).nl
    #expect(answer.hasPrefix(until == nil ? "Ja" : "Nee"))
  }

  @Test func `V-6 and V-8: the answer is shown, and V-6 says that nothing else depends on it`() throws {
    for keuze in Bemiddeling.allCases {
      try wereld.kies { $0[Besluit.bemiddeling] = keuze }
      let point = try #require(try regels().punten.first { $0.id == "V-6" })
      #expect(point.antwoord == keuze.text && point.gevolg.nl.hasPrefix("geen"))
    }
    for keuze in KlachtBehandelaar.allCases {
      try wereld.kies { $0[Besluit.klachtBehandelaar] = keuze }
      #expect(try regels().uitleg?.nl.contains(keuze.text.nl) == true)
    }
  }

  @Test(arguments: zip(JaaroverzichtUiterlijk.allCases, ["2027-03-31", "2027-06-30", "2027-12-31"]))
  func `V-7: the overview is due on the day that was settled`(keuze: JaaroverzichtUiterlijk, day: String) throws {
    try wereld.kies { $0[Besluit.jaaroverzichtUiterlijk] = keuze }
    _ = try wereld.benoemde()
    let term = try #require(try wereld.termen().first { $0.term.declaration.id == "VP-JAAROVERZICHT-2026" })
    #expect(try term.raw == CalendarDate(day))
  }

  @Test(arguments: JaaroverzichtOpenbaarheid.allCases)
  func `V-7: publication is a duty or not`(keuze: JaaroverzichtOpenbaarheid) throws {
    try wereld.kies { $0[Besluit.jaaroverzichtOpenbaarheid] = keuze }
    let overview = try wereld.overzicht(2025, .aantal(20))
    func isOpen() throws -> Bool { try wereld.plichten().contains { $0.id == "VP-OPENBAAR" } }
    #expect(try isOpen() == (keuze == .openbaarMaken))
    try boek.append(
      EventDraft(JaaroverzichtGepubliceerd.self, stream: overview.stream, effective: ImpreciseDate(boek.today)),
      als: .secretariaat)
    #expect(try !isOpen())
  }

  @Test func `Refresher training has a term only when the municipality settled how often`() throws {
    let kandidaat = try wereld.benoemde()
    func term() throws -> JudgedTerm? { try wereld.termen().first { $0.term.declaration.id == "VP-BIJSCHOLING" } }
    #expect(try term()?.raw == nil && term()?.missing != nil)
    try wereld.kies { $0[Besluit.bijscholing] = .duur(.of(2, .jaren)) }
    #expect(try term()?.raw == CalendarDate("2028-11-21"))
    try wereld.kies { $0[Besluit.bijscholing] = .geen }
    #expect(try term() == nil)
    _ = kandidaat
  }
}
