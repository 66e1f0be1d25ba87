import Governance
import Ledger
import Proefboek
import Testing

@testable import Instemming
@testable import Organisatie

struct OndertekenaarTests {
  private let boek: Proefboek

  init() throws { boek = try Proefboek() }

  @Test(arguments: [Rol.college, .algemeenDirecteur, .functionarisGegevensbescherming, .beheerder])
  func `No one signs for the works council`(role: Rol) throws {
    let zaak = Zaak(boek)
    try zaak.vraag()
    #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self, als: role) } == .anders(.notPermitted))
  }

  @Test func `The secretariat does not answer for the works council`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag()
    #expect(
      Uitkomst { try zaak.antwoord(InstemmingVerleend.self, als: .secretariaat) } == .geweigerd("INS-EIGEN-SLEUTEL"))
    #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self) } == .aanvaard)
  }

  @Test func `The works council can give no mandate for its answer, the college can for its request`() throws {
    #expect(
      Uitkomst { try mandate(of: .college, for: InstemmingVerleend.type, signedBy: .college) }
        == .geweigerd("ORG-MANDAAT-BEREIK"))
    #expect(
      Uitkomst { try mandate(of: .ondernemingsraad, for: InstemmingVerleend.type, signedBy: .ondernemingsraad) }
        == .anders(.notPermitted))
    let zaak = Zaak(boek)
    let request = try zaak.draft(InstemmingGevraagd.self)
    #expect(Uitkomst { try boek.append(request, als: .secretariaat) } == .anders(.notPermitted))
    try mandate(of: .college, for: InstemmingGevraagd.type, signedBy: .college)
    #expect(Uitkomst { try boek.append(request, als: .secretariaat) } == .aanvaard)
    try boek.read { reading in
      let fact = try #require(try reading.views.subject(Procedure.self, SubjectKey(zaak.stroom))?.feiten.first)
      #expect(fact.capacity(reading.registry, boek.catalog)?.decider == .college)
    }
  }

  private func mandate(of giver: Rol, for type: EventType, signedBy role: Rol) throws {
    var draft = EventDraft(
      MandaatVerleend.self, stream: StreamID(kind: "Mandaat", id: Zaak(boek).stroom.id),
      effective: try ImpreciseDate(Proefboek.founded))
    draft[MandaatVerleend.mandaatgever] = giver
    draft[MandaatVerleend.gemandateerde] = .secretariaat
    draft[MandaatVerleend.gebeurtenissen] = [type.name]
    draft[MandaatVerleend.van] = try CalendarDate(Proefboek.founded)
    try boek.append(draft, als: role)
  }
}

struct HistorischTests {
  private let boek: Proefboek

  init() throws { boek = try Proefboek() }

  /// The sources have a consent whose date is blank (004:7826): undated is recordable, and stays undated.
  @Test(arguments: [
    "2019", "2024-11-13", "2026-11-20", "2024-11-14/2026-11-20", "../2026-11-20", "XXXX", "2024-11-14/..",
  ])
  func `A fact from before the founding is recorded by the secretariat`(op: String) throws {
    let zaak = Zaak(boek)
    try zaak.antwoord(InstemmingVerleend.self, op: op, als: .secretariaat, historisch())
    let stand = try #require(try zaak.stand())
    #expect(stand.stand == .verleend && stand.isHistorisch && stand.bron == "brief van 2019")
    #expect(stand.op.description == op)
  }

  @Test(arguments: [("2026-11", "2026-11-01/2026-11-20"), ("2026", "2026-01-01/2026-11-20")])
  func `A date that may lie after the founding is refused, with the date to type`(op: String, remedy: String) throws {
    do {
      try Zaak(boek).antwoord(InstemmingVerleend.self, op: op, als: .secretariaat, historisch())
      Issue.record("accepted")
    } catch let failure as Failure {
      #expect(failure.kind == .refused && failure.rule?.id == "INS-HISTORISCH")
      #expect(failure.remedy?.nl.hasSuffix("--op \(remedy)") == true)
    }
  }

  @Test func `M20: on the day of the founding nobody records consent as history to what was asked that day`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag()
    for op in [Proefboek.founded, "../2026-11-21", "2024-11-14/2026-11-21"] {
      #expect(
        Uitkomst { try zaak.antwoord(InstemmingVerleend.self, op: op, als: .secretariaat, historisch()) }
          == .geweigerd("INS-HISTORISCH"))
    }
  }

  @Test func `A historical fact names its source, and only a historical fact does`() throws {
    let zaak = Zaak(boek)
    #expect(
      Uitkomst {
        try zaak.antwoord(InstemmingVerleend.self, op: "2019", als: .secretariaat) {
          $0[HistoricalFact.historisch] = true
        }
      }
        == .geweigerd("INS-BRON"))
    try zaak.vraag()
    #expect(
      Uitkomst { try zaak.antwoord(InstemmingVerleend.self) { $0[HistoricalFact.bron] = "brief" } }
        == .geweigerd("INS-BRON"))
  }

  @Test func `A historical refusal needs no reason, because it may be lost`() throws {
    let zaak = Zaak(boek)
    try zaak.antwoord(InstemmingOnthouden.self, op: "2019", als: .secretariaat, historisch())
    #expect(try zaak.stand()?.stand == .geweigerd)
  }

  @Test func `The view says that the works council did not sign, unless it did`() throws {
    for (role, isNoted) in [(Rol.secretariaat, true), (.ondernemingsraad, false)] {
      let zaak = Zaak(boek)
      try zaak.antwoord(InstemmingVerleend.self, op: "2019", als: role, historisch())
      try boek.read { reading in
        let fact = try #require(try reading.views.subject(Procedure.self, SubjectKey(zaak.stroom))?.feiten.first)
        let note = fact.historyNote(.ondernemingsraad, reading.registry, boek.catalog)
        #expect(
          (note?.nl == "niet door de ondernemingsraad ondertekend: historisch feit, bron: brief van 2019") == isNoted)
      }
    }
  }
}
