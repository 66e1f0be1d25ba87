import Governance
import Instemming
import Ledger
import LedgerSQLite
import Organisatie
import Proefboek
import Testing

@testable import Vertrouwenspersonen

private typealias Besluit = VertrouwenspersonenregelsVastgesteld

/// F8: a municipality is held to its own rules, and to nothing before it laid any down.
struct RegelmodelTests {
  private func punten(_ wereld: Wereld, op day: String = Proefboek.founded) throws -> [Punt] {
    try wereld.boek.read { try Vertrouwenspersonenregels(on: try CalendarDate(day), $0.views).punten }
  }

  /// Someone put forward who has nothing: no certification, no consent, no papers.
  private func benoemZonderAlles(_ wereld: Wereld, _ kandidaat: Wereld.Kandidaat? = nil) throws -> RecordedEvent {
    try wereld.benoem(kandidaat ?? wereld.kandidaat(), tot: nil) { draft in
      zonder(VertrouwenspersoonBenoemd.brief)(&draft)
      zonder(VertrouwenspersoonBenoemd.verklaring)(&draft)
    }
  }

  @Test func `F8: without rules nothing local is refused, and it is said that there are none`() throws {
    let wereld = try Wereld(nil)
    let kandidaat = try wereld.kandidaat()
    try wereld.benoem(kandidaat, tot: nil) { draft in
      zonder(VertrouwenspersoonBenoemd.brief)(&draft)
      zonder(VertrouwenspersoonBenoemd.verklaring)(&draft)
    }
    try wereld.contracteer(wereld.kandidaat(.extern))
    try wereld.verleng(kandidaat) { $0[VertrouwenspersoonVerlengd.tot] = try CalendarDate("2031-01-01") }
    #expect(try wereld.plichten().map(\.id) == ["VP-GEEN-REGELS"])
    #expect(try wereld.termen().map(\.term.declaration.id) == ["VP-TERMIJN"])
    try wereld.boek.append(
      wereld.draft(VertrouwenspersoonBeeindigd.self, kandidaat, op: "2026-11-20") {
        $0[VertrouwenspersoonBeeindigd.wijze] = .ontheven
      }, als: .algemeenDirecteur)
    try wereld.overzicht(2025, .aantal(20))
    #expect(try wereld.boek.verify().ok)
  }

  @Test func `An appointment under rules without a term has no end and no clock`() throws {
    let wereld = try Wereld(.utrecht)
    let kandidaat = try wereld.kandidaat()
    try wereld.benoem(kandidaat, tot: nil)
    #expect(try wereld.toestand(kandidaat, op: "2060-01-01") == .actief)
    #expect(try wereld.termen().isEmpty)
    #expect(Uitkomst { try wereld.treedTerug(kandidaat) } == .aanvaard)
  }

  @Test(
    arguments: [
      (.maastricht, "001:50"), (.utrecht, "003:134"), (.norm, "002:159"), (.lelystad, "004:5626-5627"),
    ] as [(Regelmodel, String)])
  func `F8: every duty cites the municipality's own source`(model: Regelmodel, externe: String) throws {
    let wereld = try Wereld(model)
    let duty = try #require(try wereld.plichten().first { $0.id == "VP-EXTERNE" })
    #expect(duty.bron == externe)
    guard model != .lelystad else { return }
    _ = try benoemZonderAlles(wereld)
    let duties = try wereld.plichten()
    #expect(duties.map(\.id) == ["VP-SCHOLING", "VP-EXTERNE"])
    #expect(duties.allSatisfy { !$0.bron.contains("004:") })
    #expect(try wereld.termen().allSatisfy { !$0.term.declaration.source.contains("004:") })
    #expect(try wereld.boek.verify().ok)
  }

  @Test(arguments: Regelmodel.allCases)
  func `Every point of a model has its source, is a named default, or is silent`(model: Regelmodel) throws {
    let wereld = try Wereld(model)
    let (rules, document) = (
      Modelregeling.van(model), ["lelystad": "004:", "maastricht": "001:", "utrecht": "003:", "norm": "002:"]
    )
    #expect(Set(rules.keuzes.map(\.herkomst.punt)).count == rules.keuzes.count)
    for punt in try punten(wereld) {
      let herkomst = try #require(punt.herkomst, "\(punt.id)")
      #expect((punt.besluit == nil) == (herkomst.soort == .zwijgt))
      #expect(punt.bron == (herkomst.soort == .zwijgt ? nil : herkomst.bron))
      // A default may say in words that its source is silent; nobody else's lines are cited.
      let lines = herkomst.bron.split(separator: " ").filter { $0.contains(/^[0-9]{3}:/) }
      #expect(herkomst.soort == .standaard || !lines.isEmpty)
      #expect(lines.allSatisfy { $0.hasPrefix(document[model.rawValue] ?? "-") }, "\(herkomst.bron)")
    }
    #expect(try wereld.boek.verify().ok)
  }

  @Test func `Each option goes above the model, and the refusal cites where the municipality laid it down`() throws {
    let wereld = try Wereld(nil)
    try wereld.legVast(.utrecht) {
      $0[Besluit.verklaring] = .vereist
      $0[Besluit.grondslag] = "Regeling Voorbeeld, artikel 3"
    }
    let kandidaat = try wereld.kandidaat()
    let failure = try wereld.boek.expectRefusal(.geweigerd("VP-VERKLARING")) {
      try benoemZonderAlles(wereld, kandidaat)
    }
    #expect(failure?.rule?.source == "Regeling Voorbeeld, artikel 3")
    let chosen = try #require(try punten(wereld).first { $0.id == "verklaring" })
    #expect(chosen.herkomst == nil && chosen.keuze == "vereist")
  }

  @Test func `A refusal under the rules of Lelystad cites them where they were adopted`() throws {
    let wereld = try Wereld(.lelystad)
    let kandidaat = try wereld.kandidaat()
    let consent = try wereld.boek.expectRefusal(.geweigerd("VP-INSTEMMING")) { try wereld.benoem(kandidaat) }
    #expect(consent?.rule?.source == "004:5620-5621")
    try wereld.verleen(kandidaat)
    let certificate = try wereld.boek.expectRefusal(.geweigerd("VP-CERTIFICERING")) { try wereld.benoem(kandidaat) }
    #expect(certificate?.rule?.source == "004:5610-5611; 004:5626-5627")
  }

  @Test func `Verification cites the municipality's own choice as well`() throws {
    let wereld = try Wereld(.utrecht, weigertNiets: true)
    try wereld.kies {
      $0[Besluit.verklaring] = .vereist
      $0[Besluit.grondslag] = "Regeling Voorbeeld, artikel 3"
    }
    let appointed = try benoemZonderAlles(wereld)
    let plugins: [any Plugin] = [OrganisatiePlugin(), InstemmingPlugin(), VertrouwenspersonenPlugin()]
    let report = try wereld.boek.directory.read { try wereld.boek.book($0, plugins).verify(VerificationOptions()) }
    let found = report[.rules].findings.filter { $0.position == appointed.position }
    #expect(
      found.map(\.message.nl) == [
        "de ondertekende verklaring over de gedragscode ontbreekt (VP-VERKLARING, Regeling Voorbeeld, artikel 3)"
      ])
  }

  @Test func `A model lays everything down anew, so that nothing of the one before stays standing`() throws {
    let wereld = try Wereld(.lelystad)
    try wereld.kies(op: "2020-01-01") { $0[Besluit.registerBijVertrek] = .vernietigen }
    try wereld.legVast(.utrecht, op: "2022-01-01")
    let before = try punten(wereld, op: "2021-12-31")
    let after = try punten(wereld, op: "2022-01-01")
    func keuze(_ id: String, _ points: [Punt]) -> String? { points.first { $0.id == id }?.keuze }
    #expect(keuze("certificering", before) == "verplicht" && keuze("certificering", after) == "geen")
    #expect(keuze("V-4", before) == "vernietigen" && keuze("V-4", after) == "nietGeregeld")
    #expect(Uitkomst { try benoemZonderAlles(wereld) } == .aanvaard)
    try wereld.kies(op: "2022-06-01") { $0[Besluit.verklaring] = .vereist }
    #expect(Uitkomst { try benoemZonderAlles(wereld) } == .geweigerd("VP-VERKLARING"))
    #expect(try keuze("scholing", punten(wereld)) == "opgeleid")
  }

  @Test func `What an appointment had to come with is asked by the rules under which it was made`() throws {
    let wereld = try Wereld(nil)
    _ = try benoemZonderAlles(wereld)
    try wereld.legVast(.lelystad, op: "2024-05-23")
    // What goes on is asked of whoever serves now.
    #expect(
      try wereld.plichten().map(\.id) == ["VP-CERTIFICERING", "VP-SCHOLING", "VP-EXTERNE"])
  }

  @Test(arguments: Certificeringseis.allCases)
  func `Certification is compulsory, preferred or not asked`(eis: Certificeringseis) throws {
    let wereld = try Wereld(nil)
    try wereld.kies { $0[Besluit.certificering] = eis }
    #expect(
      Uitkomst { try benoemZonderAlles(wereld) } == (eis == .verplicht ? .geweigerd("VP-CERTIFICERING") : .aanvaard))
    let kandidaat = try wereld.gereed()
    try wereld.benoem(kandidaat)
    let clocks = try wereld.termen().filter { $0.term.declaration.id == "VP-CERTIFICERING" }
    #expect(clocks.count == (eis == .geen ? 0 : 1))
  }

  @Test func `Who appoints is who the rules say, or who holds that one's mandate`() throws {
    let wereld = try Wereld(nil)
    let kandidaat = try wereld.kandidaat()
    try wereld.kies {
      $0[Besluit.benoemer] = .college
      $0[Besluit.grondslag] = "mandaatbesluit 2020"
    }
    let failure = try wereld.boek.expectRefusal(.geweigerd("VP-BENOEMER")) { try wereld.benoem(kandidaat) }
    #expect(failure?.rule?.source == "mandaatbesluit 2020")
    #expect(Uitkomst { try wereld.benoem(kandidaat, als: .college) } == .aanvaard)
  }

  @Test func `Rules that no one could keep are refused`() throws {
    let wereld = try Wereld(nil)
    let refused = Uitkomst.geweigerd("VP-REGELS")
    #expect(Uitkomst { try wereld.kies { $0[Besluit.benoemer] = .secretariaat } } == refused)
    #expect(Uitkomst { try wereld.kies { $0[Besluit.duur] = .zonderTermijn } } == refused)
    #expect(Uitkomst { try wereld.kies { $0[Besluit.titel] = "Regeling" } } == refused)
    let herkomst = Uitkomst.geweigerd("VP-REGELS-HERKOMST")
    #expect(
      Uitkomst {
        try wereld.kies {
          $0[Besluit.verklaring] = .vereist
          $0[Besluit.herkomst] = [Regelherkomst(.verklaring, .bron, "004:5617-5618")]
        }
      } == herkomst)
    #expect(
      Uitkomst {
        try wereld.kies {
          $0[Besluit.model] = .utrecht
          $0[Besluit.herkomst] = [Regelherkomst(.verklaring, .bron, "004:5617-5618")]
        }
      } == herkomst)
  }

  @Test func `F29: what a point means follows from its answer`() throws {
    let wereld = try Wereld(.lelystad)
    func gevolg(_ vraag: String) throws -> String? { try punten(wereld).first { $0.vraag.nl == vraag }?.gevolg.nl }
    #expect(try gevolg("instemming bij een externe") == "een contract zonder instemming wordt niet geweigerd")
    #expect(try gevolg("hoogste aantal verlengingen") == "geen verlenging is er een te veel")
    try wereld.kies {
      $0[Besluit.instemmingExtern] = .vereist
      $0[Besluit.hoogsteVerlengingen] = .een
    }
    #expect(try gevolg("instemming bij een externe") == "een contract zonder instemming wordt geweigerd")
    #expect(try gevolg("hoogste aantal verlengingen") == "verlengen wordt geweigerd zodra dat 1 keer is gebeurd")
  }

  @Test func `What contact says is what the municipality's own rules say, and no more`() throws {
    func uitleg(_ regels: Regelmodel?) throws -> String? {
      let wereld = try Wereld(regels)
      return try wereld.boek.read { try Vertrouwenspersonenregels(on: wereld.boek.today, $0.views).uitleg?.nl }
    }
    #expect(try uitleg(nil) == nil)
    #expect(try uitleg(.utrecht) == "U kiest zelf: intern of extern.")
    #expect(try uitleg(.lelystad)?.contains("Voor: alleen wie er werkt.") == true)
  }
}
