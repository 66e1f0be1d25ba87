import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Instemming

struct CorrectieTests {
  private let boek: Proefboek

  init() throws { boek = try Proefboek() }

  @Test func `A corrected fact counts no more and stays visible`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag()
    let refused = try zaak.antwoord(InstemmingOnthouden.self, reden())
    let correction = try zaak.corrigeer(refused, als: .ondernemingsraad)
    try zaak.antwoord(InstemmingVerleend.self)
    #expect(try zaak.stand()?.stand == .verleend)
    try boek.read { reading in
      let facts = try #require(try reading.views.subject(Procedure.self, SubjectKey(zaak.stroom))).feiten
      #expect(facts.map(\.counts) == [true, false, false, true])
      #expect(facts[1].correctedBy == correction.position && facts[2][Correction.event] == refused.id)
    }
  }

  @Test func `Who signed corrects`() throws {
    let zaak = Zaak(boek)
    let asked = try zaak.vraag()
    let given = try zaak.antwoord(InstemmingVerleend.self)
    #expect(Uitkomst { try zaak.corrigeer(given, als: .college) } == .geweigerd("INS-CORRECTIE-DOOR"))
    #expect(Uitkomst { try zaak.corrigeer(given, als: .secretariaat) } == .geweigerd("INS-CORRECTIE-DOOR"))
    #expect(Uitkomst { try zaak.corrigeer(given, als: .beheerder) } == .anders(.notPermitted))
    #expect(Uitkomst { try zaak.corrigeer(given, als: .ondernemingsraad) } == .aanvaard)
    #expect(Uitkomst { try zaak.corrigeer(asked, als: .ondernemingsraad) } == .geweigerd("INS-CORRECTIE-DOOR"))
    #expect(Uitkomst { try zaak.corrigeer(asked, als: .college) } == .aanvaard)
    #expect(try zaak.stand() == nil)
    #expect(try boek.read { try InstemmingView().over(zaak.onderwerp, in: $0.views).map(\.stand) } == [.ontbreekt])
  }

  @Test func `What the secretariat recorded as history, the works council can correct`() throws {
    let zaak = Zaak(boek)
    let old = try zaak.antwoord(InstemmingVerleend.self, op: "2019", als: .secretariaat, historisch())
    #expect(Uitkomst { try zaak.corrigeer(old, als: .ondernemingsraad) } == .aanvaard)
  }

  @Test func `A correction names an event of the procedure that still counts`() throws {
    let zaak = Zaak(boek)
    let asked = try zaak.vraag()
    let other = try Zaak(boek).vraag()
    #expect(Uitkomst { try zaak.corrigeer(other, als: .college) } == .geweigerd("INS-CORRECTIE"))
    let correction = try zaak.corrigeer(asked, als: .college)
    #expect(Uitkomst { try zaak.corrigeer(asked, als: .college) } == .geweigerd("INS-CORRECTIE"))
    #expect(Uitkomst { try zaak.corrigeer(correction, als: .college) } == .geweigerd("INS-CORRECTIE"))
  }

  @Test func `What others rest on is corrected after them`() throws {
    let zaak = Zaak(boek)
    let asked = try zaak.vraag()
    let given = try zaak.antwoord(InstemmingVerleend.self)
    #expect(Uitkomst { try zaak.corrigeer(asked, als: .college) } == .geweigerd("INS-CORRECTIE-VOLGORDE"))
    try zaak.corrigeer(given, als: .ondernemingsraad)
    #expect(Uitkomst { try zaak.corrigeer(asked, als: .college) } == .aanvaard)
  }

  @Test func `After a corrected request consent can be asked again`() throws {
    let zaak = Zaak(boek)
    try zaak.corrigeer(zaak.vraag(), als: .college)
    #expect(Uitkomst { try Zaak(boek, onderwerp: zaak.onderwerp).vraag() } == .aanvaard)
  }

  @Test func `Advice and agreement are corrected too`() throws {
    let zaak = Zaak(boek, kind: "Advies")
    let advice = try boek.append(zaak.draft(AdviesUitgebracht.self), als: .ondernemingsraad)
    #expect(
      Uitkomst { try zaak.corrigeer(advice, als: .college, AdviesGecorrigeerd.type) }
        == .geweigerd("INS-CORRECTIE-DOOR"))
    #expect(Uitkomst { try zaak.corrigeer(advice, als: .ondernemingsraad, AdviesGecorrigeerd.type) } == .aanvaard)
    let talks = Zaak(boek, kind: "Overleg")
    var draft = EventDraft(
      OvereenstemmingBereikt.self, stream: talks.stroom, effective: try ImpreciseDate(Proefboek.founded))
    draft[Betreft.onderwerp] = talks.onderwerp
    let agreed = try boek.append(draft, als: .secretariaat)
    #expect(Uitkomst { try talks.corrigeer(agreed, als: .secretariaat, OvereenstemmingGecorrigeerd.type) } == .aanvaard)
  }
}
