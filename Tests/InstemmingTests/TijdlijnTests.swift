import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Instemming

struct TijdlijnTests {
  @Test func `After every event lists and terms find what folding afresh finds, on every day`() throws {
    let boek = try Proefboek()
    var audit = TimelineAudit(Procedure.self)
    func check(_ event: RecordedEvent) throws { #expect(try audit.faults(boek) == [], "after \(event.type.name)") }
    let old = Zaak(boek, versie: "tekst 0")
    try check(old.antwoord(InstemmingOnthouden.self, op: "2019", als: .secretariaat, historisch()))
    let refused = Zaak(boek, onderwerp: old.onderwerp)
    try check(refused.vraag(op: "2026-09-01"))
    let answer = try refused.antwoord(InstemmingOnthouden.self, op: "2026-10", reden())
    try check(answer)
    let again = Zaak(boek, onderwerp: old.onderwerp)
    try check(again.vraag(op: "2026-10-20"))
    let given = try again.antwoord(InstemmingVerleend.self, op: "2026-10-25/2026-11-02")
    try check(given)
    try check(again.corrigeer(given, als: .ondernemingsraad))
    try check(again.antwoord(InstemmingOnthouden.self, op: "2026-11-03", reden()))
    try check(
      again.antwoord(NietigheidIngeroepen.self, op: "2026-11-10") {
        $0[NietigheidIngeroepen.bekendOp] = try CalendarDate("2026-11-05")
      })
    try check(again.antwoord(NietigheidTeruggenomen.self, op: "2026-11"))
    try check(refused.corrigeer(answer, als: .ondernemingsraad))
    try check(
      refused.antwoord(InstemmingVervangen.self, op: "XXXX", als: .secretariaat) {
        $0[InstemmingVervangen.zaaknummer] = "1 EJ 26"
      })
    let withdrawal = Zaak(boek, onderwerp: old.onderwerp)
    try check(
      boek.append(withdrawal.draft(InstemmingGevraagd.self) { $0[Betreft.besluit] = .intrekken }, als: .college))
    let advice = Zaak(boek, kind: "Advies", subject: "Benoeming")
    let asked = try boek.append(advice.draft(AdviesGevraagd.self, op: "../2020-05-01"), als: .college)
    try check(asked)
    try check(advice.corrigeer(asked, als: .college, AdviesGecorrigeerd.type))
  }

  @Test func `An answer without the decision's name reaches the refusal that it answers`() throws {
    let boek = try Proefboek()
    let refused = Zaak(boek)
    for zaak in [refused, Zaak(boek, onderwerp: refused.onderwerp)] {
      try boek.append(
        zaak.draft(InstemmingGevraagd.self, op: "2026-09-01") { $0[Betreft.besluit] = .intrekken }, als: .college)
      let isFirst = zaak.stroom == refused.stroom
      let type: any EventDefinition.Type = isFirst ? InstemmingOnthouden.self : InstemmingVerleend.self
      try boek.append(zaak.draft(type, op: isFirst ? "2026-10-01" : "2026-11-01", reden()), als: .ondernemingsraad)
    }
    var audit = TimelineAudit(Procedure.self)
    #expect(try audit.faults(boek) == [])
    func open(_ day: String) throws -> Int {
      let day = try CalendarDate(day)
      return try boek.read {
        try Catalog([InstemmingPlugin()]).openTerms(in: $0.views, on: day)
          .count { $0.declaration.id == InstemmingTerms.nietigheid.id }
      }
    }
    #expect(try open("2026-10-15") == 1)
    #expect(try open("2026-11-01") == 0)
  }

  @Test func `A part of the list of everything is that part of the whole, one kind after the other`() throws {
    let boek = try Proefboek()
    for _ in 0..<3 {
      let asked = Zaak(boek, kind: "Advies")
      try boek.append(asked.draft(AdviesGevraagd.self, orgaan: .functionarisGegevensbescherming), als: .college)
      let agreed = Zaak(boek, kind: "Overleg")
      var draft = EventDraft(
        OvereenstemmingBereikt.self, stream: agreed.stroom, effective: try ImpreciseDate(Proefboek.founded))
      draft[Betreft.onderwerp] = agreed.onderwerp
      try boek.append(draft, als: .algemeenDirecteur)
      let consent = Zaak(boek)
      let mistake = try consent.vraag()
      try consent.corrigeer(mistake, als: .college)
    }
    try boek.read { reading in
      let whole = try reading.views.subjects(Procedure.self, [.bekend, .vervallen], on: .last).map(\.key)
      #expect(whole.count == 9)
      #expect(try Procedure.keys(.all, reading.views) == whole)
      for offset in 0...10 {
        for limit in 0...10 {
          let page = ListPage(offset: offset, limit: limit)
          #expect(try Procedure.keys(page, reading.views) == page.part(of: whole), "\(page)")
        }
      }
    }
  }
}
