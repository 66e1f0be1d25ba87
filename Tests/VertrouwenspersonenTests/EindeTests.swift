import Governance
import Instemming
import Ledger
import Proefboek
import Testing

@testable import Vertrouwenspersonen

struct EindeTests {
  private let wereld: Wereld
  private let boek: Proefboek

  init() throws {
    wereld = try Wereld()
    boek = wereld.boek
  }

  @Test func `The task is laid down in writing, and a reason has no field`() throws {
    let kandidaat = try wereld.benoemde()
    try boek.expectRefusal(.geweigerd("VP-SCHRIFTELIJK")) {
      try wereld.treedTerug(kandidaat) { $0[VertrouwenspersoonBeeindigd.vindplaats] = nil }
    }
    #expect(Uitkomst { try wereld.treedTerug(kandidaat) } == .aanvaard)
    #expect(
      VertrouwenspersoonBeeindigd.type.fields.map(\.name) == [
        "persoon", "historisch", "bron", "wijze", "instemming", "stuk", "vindplaats",
      ])
  }

  @Test(
    arguments: [("2025-12-31", "VP-VERSTREKEN"), ("2026-01-01", nil), ("2026-01-02", "VP-VERSTREKEN")]
      as [(String, String?)])
  func `A term ends by time on the day until which it runs and on no other`(op: String, rule: String?) throws {
    let kandidaat = try wereld.benoemde(op: "2022-01-01", tot: "2026-01-01")
    let outcome = Uitkomst { try wereld.verstreken(kandidaat, op: op) }
    #expect(outcome == (rule.map { .geweigerd($0) } ?? .aanvaard))
  }

  @Test func `Who left service ends on that day, not after the term`() throws {
    let kandidaat = try wereld.benoemde(op: "2022-01-01", tot: "2026-01-01")
    try boek.expectRefusal(.geweigerd("VP-VERSTREKEN")) {
      try wereld.verstreken(kandidaat, op: "2026-02-01", .uitDienst)
    }
    #expect(Uitkomst { try wereld.verstreken(kandidaat, op: "2025-06-01", .uitDienst) } == .aanvaard)
    #expect(try wereld.toestand(kandidaat) == .uitDienst)
  }

  @Test(arguments: OntheffingsGrond.allCases)
  func `Neglect and overstepping need an independent finding, other grounds do not`(grond: OntheffingsGrond) throws {
    let kandidaat = try wereld.benoemde()
    try wereld.voorneem(kandidaat, grond)
    try wereld.verleen(kandidaat, .ontheffen, op: "2026-11-05")
    if grond == .verzuimOfOverschrijding {
      try boek.expectRefusal(.geweigerd("VP-VASTSTELLING")) { try wereld.onthef(kandidaat) }
      try wereld.stelVast(kandidaat, vastgesteld: false, op: "2026-11-08")
      try boek.expectRefusal(.geweigerd("VP-VASTSTELLING")) { try wereld.onthef(kandidaat) }
      try wereld.stelVast(kandidaat)
      // F14: consent of before the finding is no consent to what it found.
      try boek.expectRefusal(.geweigerd("VP-INSTEMMING-ONTHEFFING")) { try wereld.onthef(kandidaat) }
      try wereld.verleen(kandidaat, .ontheffen, op: "2026-11-11")
    }
    #expect(Uitkomst { try wereld.onthef(kandidaat) } == .aanvaard)
    #expect(try boek.verify().ok)
  }

  @Test(arguments: [("2026-11-09", false), ("2026-11-10", false), ("2026-11-11", true)])
  func `F14: consent that was given before the finding is refused at the relief, with the order that is needed`(
    op: String, isAfter: Bool
  ) throws {
    let kandidaat = try wereld.benoemde()
    try wereld.voorneem(kandidaat, .verzuimOfOverschrijding)
    try wereld.verleen(kandidaat, .ontheffen, op: op)
    try wereld.stelVast(kandidaat, op: "2026-11-10")
    #expect(try wereld.toestand(kandidaat) == (isAfter ? .instemmingOntheffing : .ontheffingVoorgenomen))
    guard !isAfter else {
      #expect(Uitkomst { try wereld.onthef(kandidaat) } == .aanvaard)
      return
    }
    let failure = try boek.expectRefusal(.geweigerd("VP-INSTEMMING-ONTHEFFING")) { try wereld.onthef(kandidaat) }
    #expect(failure?.remedy?.nl.contains("voornemen, vaststelling waar die nodig is, instemming, ontheffing") == true)
    // A second finding that says the same does not undo consent to the first.
    try wereld.verleen(kandidaat, .ontheffen, op: "2026-11-11")
    try wereld.stelVast(kandidaat, op: "2026-11-12")
    #expect(Uitkomst { try wereld.onthef(kandidaat) } == .aanvaard)
    #expect(try boek.verify().ok)
  }

  @Test func `F14: where no finding is needed, the order of consent and a finding does not matter`() throws {
    try wereld.kies { $0[VertrouwenspersonenregelsVastgesteld.vaststelling] = .nietVereist }
    let kandidaat = try wereld.benoemde()
    try wereld.voorneem(kandidaat, .verzuimOfOverschrijding)
    try wereld.verleen(kandidaat, .ontheffen, op: "2026-11-05")
    try wereld.stelVast(kandidaat, onafhankelijk: false, op: "2026-11-10")
    #expect(Uitkomst { try wereld.onthef(kandidaat) } == .aanvaard)
  }

  @Test func `F31: an external one cannot leave service; the contract ends or the task is laid down`() throws {
    let extern = try wereld.kandidaat(.extern)
    try wereld.certificeer(extern)
    try wereld.contracteer(extern, laatsteDag: "2026-10-31")
    let failure = try boek.expectRefusal(.geweigerd("VP-VERSTREKEN")) {
      try wereld.verstreken(extern, op: "2026-10-01", .uitDienst)
    }
    #expect(failure?.message.nl.contains("is extern en niet in dienst") == true)
    #expect(failure?.remedy?.nl.contains("treed-terug vertrouwenspersoon-1") == true)
    #expect(Uitkomst { try wereld.verstreken(extern, op: "2026-11-01") } == .aanvaard)
  }

  @Test func `F29: the remedy of an intention that is missing names all that must be given`() throws {
    let kandidaat = try wereld.benoemde()
    let failure = try boek.expectRefusal(.geweigerd("VP-VOORNEMEN")) { try wereld.onthef(kandidaat) }
    #expect(failure?.remedy?.nl.contains("--grond GROND --toelichting TEKST") == true)
  }

  @Test func `A finding is of an independent body that keeps secrecy`() throws {
    let kandidaat = try wereld.benoemde()
    try wereld.voorneem(kandidaat, .verzuimOfOverschrijding)
    try boek.expectRefusal(.geweigerd("VP-ONAFHANKELIJK")) { try wereld.stelVast(kandidaat, onafhankelijk: false) }
    try boek.expectRefusal(.geweigerd("VP-ONAFHANKELIJK")) { try wereld.stelVast(kandidaat, geheimhouding: false) }
    #expect(Uitkomst { try wereld.stelVast(kandidaat) } == .aanvaard)
  }

  @Test func `Relief follows an intention, with a letter that gives reasons and consent to exactly this`() throws {
    let kandidaat = try wereld.benoemde()
    try boek.expectRefusal(.geweigerd("VP-VOORNEMEN")) { try wereld.onthef(kandidaat) }
    try wereld.voorneem(kandidaat, op: "2026-11-10")
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING-ONTHEFFING")) { try wereld.onthef(kandidaat) }
    let other = try wereld.benoemde()
    let elsewhere = try wereld.verleen(other, .ontheffen, op: "2026-11-11")
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING-ONTHEFFING")) {
      try wereld.onthef(kandidaat) { $0[VertrouwenspersoonBeeindigd.instemming] = elsewhere }
    }
    try wereld.verleen(kandidaat, .ontheffen, op: "2026-11-11")
    try boek.expectRefusal(.geweigerd("VP-MOTIVERING")) {
      try wereld.onthef(kandidaat) { $0[VertrouwenspersoonBeeindigd.vindplaats] = nil }
    }
    try boek.expectRefusal(.geweigerd("VP-VOORNEMEN")) { try wereld.onthef(kandidaat, op: "2026-11-09") }
    #expect(Uitkomst { try wereld.onthef(kandidaat) } == .aanvaard)
    try boek.expectRefusal(.geweigerd("VP-BEEINDIGD")) { try wereld.treedTerug(kandidaat) }
  }

  @Test func `F7: neither the end nor what precedes it tells how, by its type, its fields or its signer`() throws {
    for type in [VertrouwenspersoonBeeindigd.type, DossierAangevuld.type] {
      #expect(type.fields.filter { $0.visibility == .clear }.map(\.name) == ["persoon", "historisch", "bron"])
      #expect(type.concealment == .outcome)
    }
    // One code for each way the procedure can go: no rule would need more of them.
    #expect(OntheffingsGrond.allCases.map(\.vraagtVaststelling) == [true, false])
    // Who appoints signs every end, so that the signer does not tell.
    let kandidaat = try wereld.benoemde()
    var draft = try wereld.draft(VertrouwenspersoonBeeindigd.self, kandidaat, op: "2026-11-20")
    draft[VertrouwenspersoonBeeindigd.wijze] = .neergelegd
    draft[VertrouwenspersoonBeeindigd.vindplaats] = "dossier 12"
    try boek.expectRefusal(.geweigerd("VP-BEVOEGD")) { try boek.append(draft, als: .secretariaat) }
    try boek.append(draft, als: .algemeenDirecteur)
    #expect(try wereld.toestand(kandidaat) == .neergelegd)
    #expect(try wereld.toestand(kandidaat, als: nil) == .geeindigd)
  }

  @Test func `F7: what an intention and a finding must say is asked, also where it is sealed`() throws {
    let kandidaat = try wereld.benoemde()
    func voegToe(_ soort: Dossierstuk, _ change: (inout EventDraft) -> Void = { _ in }) throws {
      try boek.append(
        wereld.draft(DossierAangevuld.self, kandidaat, op: "2026-11-01") {
          $0[DossierAangevuld.soort] = soort
          change(&$0)
        }, als: .algemeenDirecteur)
    }
    try boek.expectRefusal(.geweigerd("VP-DOSSIER")) { try voegToe(.voornemen) }
    try boek.expectRefusal(.geweigerd("VP-DOSSIER")) { try voegToe(.aantekening) }
    try boek.expectRefusal(.geweigerd("VP-DOSSIER")) {
      try voegToe(.vaststelling) { $0[DossierAangevuld.instantie] = "Bureau Verzonnen" }
    }
    try voegToe(.aantekening) { $0[DossierAangevuld.toelichting] = "gesprek over scholing" }
    #expect(try wereld.toestand(kandidaat) == .actief)
    try wereld.voorneem(kandidaat)
    #expect(try wereld.toestand(kandidaat) == .ontheffingVoorgenomen)
    #expect(try wereld.toestand(kandidaat, als: nil) == .actief)
  }

  @Test func `A finding and consent belong to the intention that they follow, and precede the relief`() throws {
    let kandidaat = try wereld.benoemde()
    try wereld.voorneem(kandidaat, .verzuimOfOverschrijding, op: "2026-06-01")
    try wereld.stelVast(kandidaat, op: "2026-06-10")
    try wereld.verleen(kandidaat, .ontheffen, op: "2026-06-20")
    try boek.expectRefusal(.geweigerd("VP-VASTSTELLING")) { try wereld.onthef(kandidaat, op: "2026-06-09") }
    // The employer left it at that, and intends it anew months later.
    try wereld.voorneem(kandidaat, .verzuimOfOverschrijding, op: "2026-11-01")
    try boek.expectRefusal(.geweigerd("VP-VASTSTELLING")) { try wereld.onthef(kandidaat) }
    try wereld.stelVast(kandidaat, op: "2026-11-05")
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING-ONTHEFFING")) { try wereld.onthef(kandidaat) }
    try wereld.verleen(kandidaat, .ontheffen, op: "2026-11-06")
    #expect(Uitkomst { try wereld.onthef(kandidaat) } == .aanvaard)
    #expect(try boek.verify().ok)
  }

  @Test func `An intention that is given up leaves no trace in how someone stands, and carries no relief`() throws {
    let kandidaat = try wereld.benoemde()
    func withdraw(op: String = "2026-11-12", als role: Rol = .algemeenDirecteur) throws -> RecordedEvent {
      try boek.append(
        wereld.draft(DossierAangevuld.self, kandidaat, op: op) {
          $0[DossierAangevuld.soort] = .voornemenIngetrokken
        }, als: role)
    }
    try boek.expectRefusal(.geweigerd("VP-VOORNEMEN")) { try withdraw() }
    try wereld.voorneem(kandidaat, .verzuimOfOverschrijding, op: "2026-11-01")
    try wereld.stelVast(kandidaat, vastgesteld: false, op: "2026-11-10")
    try wereld.verleen(kandidaat, .ontheffen, op: "2026-11-11")
    try boek.expectRefusal(.geweigerd("VP-BEVOEGD")) { try withdraw(als: .secretariaat) }
    try boek.expectRefusal(.geweigerd("VP-VOORNEMEN")) { try withdraw(op: "2026-10-31") }
    let withdrawn = try withdraw()
    #expect(try wereld.toestand(kandidaat, op: "2026-11-11") == .instemmingOntheffing)
    #expect(try wereld.toestand(kandidaat, op: "2026-11-12") == .actief)
    for act in [{ try wereld.onthef(kandidaat) }, { try wereld.stelVast(kandidaat) }, { try withdraw() }] {
      try boek.expectRefusal(.geweigerd("VP-VOORNEMEN")) { try act() }
    }
    // A new intention starts anew: consent to the one before is not consent to this one.
    let again = try wereld.voorneem(kandidaat, op: "2026-11-15")
    #expect(try wereld.toestand(kandidaat) == .ontheffingVoorgenomen)
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING-ONTHEFFING")) { try wereld.onthef(kandidaat) }
    for event in [again, withdrawn] {
      try wereld.corrigeer(event.id, kandidaat.stream, als: .algemeenDirecteur)
    }
    #expect(try boek.verify().ok)
  }

  @Test func `A corrected end is undone, but not one on which something rests`() throws {
    let kandidaat = try wereld.benoemde()
    let candidacy = try wereld.eersteFeit(kandidaat)
    try boek.expectRefusal(.geweigerd("VP-CORRECTIE-VOLGORDE")) { try wereld.corrigeer(candidacy, kandidaat.stream) }
    let end = try wereld.treedTerug(kandidaat, op: "2026-10-01")
    #expect(try wereld.toestand(kandidaat) == .neergelegd)
    try wereld.corrigeer(end.id, kandidaat.stream, als: .algemeenDirecteur)
    #expect(try wereld.toestand(kandidaat) == .actief)
    try boek.expectRefusal(.geweigerd("VP-CORRECTIE")) {
      try wereld.corrigeer(end.id, kandidaat.stream, als: .algemeenDirecteur)
    }
    #expect(try boek.verify().ok)
  }

  @Test func `Who could not have recorded a fact does not correct it`() throws {
    let kandidaat = try wereld.kandidaat()
    try wereld.certificeer(kandidaat)
    try wereld.verleen(kandidaat)
    let appointed = try wereld.benoem(kandidaat)
    try boek.expectRefusal(.geweigerd("VP-CORRECTIE-BEVOEGD")) {
      try wereld.corrigeer(appointed.id, kandidaat.stream, als: .secretariaat)
    }
    #expect(
      Uitkomst { try wereld.corrigeer(appointed.id, kandidaat.stream, als: .algemeenDirecteur) } == .aanvaard)
  }
}
