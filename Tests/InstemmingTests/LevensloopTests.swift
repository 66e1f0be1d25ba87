import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Instemming

struct LevensloopTests {
  private let boek: Proefboek

  init() throws { boek = try Proefboek() }

  @Test func `Consent is asked and given, for exactly one version`() throws {
    let zaak = Zaak(boek)
    #expect(try zaak.stand() == nil)
    try zaak.vraag()
    #expect(try zaak.stand()?.stand == .aangevraagd)
    #expect(try zaak.stand()?.geldtAlsInstemming == false)
    let given = try zaak.antwoord(InstemmingVerleend.self)
    let stand = try #require(try zaak.stand())
    #expect(stand.stand == .verleend && stand.geldtAlsInstemming && !stand.isHistorisch)
    #expect(
      stand.stream == zaak.stroom && stand.position == given.position && stand.op.description == Proefboek.founded)
    #expect(try Zaak(boek, versie: "tekst 2", onderwerp: zaak.onderwerp).stand() == nil)
  }

  @Test func `Conditions count as consent once they are accepted, a refusal does not`() throws {
    let conditional = Zaak(boek)
    try conditional.vraag()
    try conditional.antwoord(InstemmingOnderVoorwaardenVerleend.self, reden("mits na een jaar geëvalueerd"))
    #expect(try conditional.stand()?.stand == .voorwaardelijk)
    #expect(try conditional.stand()?.geldtAlsInstemming == false)
    try conditional.antwoord(VoorwaardenAanvaard.self, als: .college)
    #expect(try conditional.stand()?.stand == .voorwaardenAanvaard)
    #expect(try conditional.stand()?.geldtAlsInstemming == true)
    let refused = Zaak(boek)
    try refused.vraag()
    try refused.antwoord(InstemmingOnthouden.self, reden())
    #expect(try refused.stand()?.stand == .geweigerd)
    #expect(try refused.stand()?.geldtAlsInstemming == false)
  }

  @Test func `The court substitutes consent that was withheld or never came`() throws {
    for answers in [true, false] {
      let zaak = Zaak(boek)
      try zaak.vraag()
      if answers { try zaak.antwoord(InstemmingOnthouden.self, reden()) }
      try zaak.antwoord(InstemmingVervangen.self, als: .secretariaat) { $0[InstemmingVervangen.zaaknummer] = "1 EJ 26" }
      #expect(try zaak.stand()?.stand == .vervangendVerleend)
      #expect(try zaak.stand()?.geldtAlsInstemming == true)
    }
  }

  @Test func `After a refusal consent can be asked again, and the last procedure decides`() throws {
    let first = Zaak(boek)
    try first.vraag()
    try first.antwoord(InstemmingOnthouden.self, reden())
    let second = Zaak(boek, onderwerp: first.onderwerp)
    try second.vraag()
    #expect(try first.stand()?.stand == .aangevraagd)
    try second.antwoord(InstemmingVerleend.self)
    #expect(try first.stand()?.stream == second.stroom)
    let all = try boek.read { try InstemmingView().over(first.onderwerp, in: $0.views) }
    #expect(all.map(\.stand) == [.geweigerd, .verleend])
  }

  @Test func `Consent that is not required needs no request`() throws {
    let zaak = Zaak(boek)
    try zaak.antwoord(InstemmingNietVereist.self, als: .college) { $0[InstemmingNietVereist.reden] = .caoRegelt }
    #expect(try zaak.stand()?.stand == .nietVereist)
    #expect(try zaak.stand()?.geldtAlsInstemming == true)
  }

  @Test func `Nullity taken back restores what stood before it`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag(op: "2026-10-01")
    try zaak.antwoord(NietigheidIngeroepen.self, op: "2026-11-10") {
      $0[NietigheidIngeroepen.bekendOp] = try CalendarDate("2026-11-01")
    }
    #expect(try zaak.stand()?.stand == .nietigIngeroepen)
    try zaak.antwoord(NietigheidTeruggenomen.self)
    #expect(try zaak.stand()?.stand == .aangevraagd)
  }

  @Test func `The same version is adopted and withdrawn each with its own consent`() throws {
    let adoption = Zaak(boek)
    try adoption.vraag()
    try adoption.antwoord(InstemmingVerleend.self)
    let withdrawal = Zaak(boek, onderwerp: adoption.onderwerp)
    try boek.append(withdrawal.draft(InstemmingGevraagd.self) { $0[Betreft.besluit] = .intrekken }, als: .college)
    #expect(try adoption.stand()?.stand == .verleend)
    let other = try boek.read {
      try InstemmingView().stand(adoption.onderwerp, versie: adoption.versie?.hex, besluit: .intrekken, in: $0.views)
    }
    #expect(other?.stand == .aangevraagd)
  }

  @Test func `A subject without versions needs none, and may be consented to more than once`() throws {
    for _ in 1...2 {
      let zaak = Zaak(boek, versie: nil, onderwerp: StreamID("Benoeming/018f3a5c-7b2e-7a10-8c00-000000000001"))
      try zaak.vraag()
      try zaak.antwoord(InstemmingVerleend.self)
      #expect(try zaak.stand()?.besluit == .benoemen)
      #expect(try zaak.stand()?.stand == .verleend)
    }
  }

  @Test func `What was in force on a day leaves out what came later, and keeps what may have come before`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag(op: "2026-09-01")
    try zaak.antwoord(InstemmingVerleend.self, op: "2026-10")
    #expect(try zaak.stand(op: "2026-08-31") == nil)
    #expect(try zaak.stand(op: "2026-09-30")?.stand == .aangevraagd)
    #expect(try zaak.stand(op: "2026-10-15")?.stand == .verleend)
  }

  @Test func `What was known then is what had been recorded then`() throws {
    let zaak = Zaak(boek)
    let asked = try zaak.vraag()
    let given = try zaak.antwoord(InstemmingVerleend.self)
    try zaak.corrigeer(given, als: .ondernemingsraad)
    #expect(try zaak.stand()?.stand == .aangevraagd)
    #expect(try zaak.stand(known: .size(given.position + 1))?.stand == .verleend)
    #expect(try zaak.stand(known: .size(given.position))?.stand == .aangevraagd)
    #expect(try zaak.stand(known: .size(asked.position)) == nil)
  }

  @Test func `Advice is asked and given, or given unasked, and agreement is reached`() throws {
    let asked = Zaak(boek, kind: "Advies")
    try boek.append(asked.draft(AdviesGevraagd.self, orgaan: .functionarisGegevensbescherming), als: .college)
    try boek.append(
      asked.draft(AdviesUitgebracht.self, orgaan: .functionarisGegevensbescherming, reden()),
      als: .functionarisGegevensbescherming)
    let unasked = Zaak(boek, kind: "Advies")
    try boek.append(unasked.draft(AdviesUitgebracht.self, reden()), als: .ondernemingsraad)
    let agreed = Zaak(boek, kind: "Overleg")
    var draft = EventDraft(
      OvereenstemmingBereikt.self, stream: agreed.stroom, effective: try ImpreciseDate(Proefboek.founded))
    draft[Betreft.onderwerp] = agreed.onderwerp
    try boek.append(draft, als: .algemeenDirecteur)
    let advice = try boek.read {
      try Procedure.all(.advies, about: asked.onderwerp, in: $0.views)
        + Procedure.all(.advies, about: unasked.onderwerp, in: $0.views)
    }
    #expect(advice.map(\.feiten.count) == [2, 1])
    let agreements = try boek.read { try Procedure.all(.overleg, about: agreed.onderwerp, in: $0.views) }
    #expect(agreements.map(\.orgaan) == [.lokaalOverleg])
    #expect(try boek.read { try InstemmingView().over(asked.onderwerp, in: $0.views) }.isEmpty)
  }

  @Test func `A ledger with every kind of fact verifies, its rules judged again and its views rebuilt`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag()
    let refused = try zaak.antwoord(InstemmingOnthouden.self, reden())
    try zaak.corrigeer(refused, als: .ondernemingsraad)
    try zaak.antwoord(InstemmingVerleend.self)
    let old = Zaak(boek, versie: "tekst 0", onderwerp: zaak.onderwerp)
    try old.antwoord(InstemmingVerleend.self, op: "2019", als: .secretariaat, historisch())
    #expect(try zaak.stand()?.stand == .verleend)
    #expect(try boek.verify().checks.allSatisfy(\.findings.isEmpty))
  }
}
