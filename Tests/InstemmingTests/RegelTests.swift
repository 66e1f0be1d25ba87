import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Instemming

/// Each rule with a twin that it accepts.
struct RegelTests {
  private let boek: Proefboek

  init() throws { boek = try Proefboek() }

  @Test func `An answer needs a request, unless it is historical`() throws {
    let zaak = Zaak(boek)
    #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self) } == .geweigerd("INS-VERZOEK"))
    #expect(
      Uitkomst { try zaak.antwoord(InstemmingVervangen.self) { $0[InstemmingVervangen.zaaknummer] = "1" } }
        == .anders(.notPermitted))
    #expect(
      Uitkomst {
        try zaak.antwoord(InstemmingVervangen.self, als: .college) { $0[InstemmingVervangen.zaaknummer] = "1" }
      }
        == .geweigerd("INS-VERZOEK"))
    try zaak.vraag()
    #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self) } == .aanvaard)
  }

  @Test func `A request gets one answer, until it is corrected`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag()
    let first = try zaak.antwoord(InstemmingVerleend.self)
    #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self) } == .geweigerd("INS-EENMAAL"))
    #expect(Uitkomst { try zaak.antwoord(InstemmingOnthouden.self, reden()) } == .geweigerd("INS-EENMAAL"))
    try zaak.corrigeer(first, als: .ondernemingsraad)
    #expect(Uitkomst { try zaak.antwoord(InstemmingOnthouden.self, reden()) } == .aanvaard)
  }

  @Test func `An answer names the same subject, version, body and decision as the request`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag()
    let other = Zaak(boek, versie: "tekst 2")
    let changes: [(inout EventDraft) -> Void] = [
      { $0[Betreft.versie] = other.versie },
      {
        $0[Betreft.versie] = nil; $0[Betreft.onderwerp] = StreamID(kind: "Rie", id: other.onderwerp.id)
      },
      { $0[Betreft.onderwerp] = other.onderwerp }, { $0[Betreft.besluit] = .intrekken },
    ]
    for change in changes {
      #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self, change) } == .geweigerd("INS-ZELFDE-VERSIE"))
    }
    #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self) { $0[Betreft.besluit] = .vaststellen } } == .aanvaard)
  }

  @Test func `Consent to a regulation names its version; consent to an appointment has none`() throws {
    #expect(Uitkomst { try Zaak(boek, versie: nil).vraag() } == .geweigerd("INS-VERSIE"))
    #expect(Uitkomst { try Zaak(boek, versie: nil, subject: "Benoeming").vraag() } == .aanvaard)
  }

  @Test func `One decision about one version has one procedure`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag()
    let again = Zaak(boek, onderwerp: zaak.onderwerp)
    #expect(Uitkomst { try again.vraag() } == .geweigerd("INS-LOPEND"))
    try zaak.antwoord(InstemmingVerleend.self)
    #expect(Uitkomst { try again.vraag() } == .geweigerd("INS-LOPEND"))
    #expect(Uitkomst { try Zaak(boek, versie: "tekst 2", onderwerp: zaak.onderwerp).vraag() } == .aanvaard)
  }

  @Test func `Only a body with the right of consent is asked`() throws {
    let zaak = Zaak(boek)
    #expect(
      Uitkomst { try boek.append(zaak.draft(InstemmingGevraagd.self, orgaan: .college), als: .college) }
        == .geweigerd("INS-ORGAAN"))
    #expect(Uitkomst { try zaak.vraag() } == .aanvaard)
  }

  @Test func `An answer is not from before the request, but an imprecise date that may be later is accepted`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag(op: "2026-11-10")
    #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self, op: "2026-11-09") } == .geweigerd("INS-VOLGORDE"))
    #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self, op: "2026-10") } == .geweigerd("INS-VOLGORDE"))
    #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self, op: "2026-11") } == .aanvaard)
  }

  @Test func `A ruling is not from before the answer it replaces`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag(op: "2026-09-01")
    try zaak.antwoord(InstemmingOnthouden.self, op: "2026-10-01", reden())
    let ruling: (inout EventDraft) -> Void = { $0[InstemmingVervangen.zaaknummer] = "1" }
    #expect(
      Uitkomst { try zaak.antwoord(InstemmingVervangen.self, op: "2026-09-15", als: .college, ruling) }
        == .geweigerd("INS-VOLGORDE"))
    #expect(
      Uitkomst { try zaak.antwoord(InstemmingVervangen.self, op: "2026-11-01", als: .college, ruling) } == .aanvaard)
  }

  @Test func `Nothing is recorded before it happens`() throws {
    #expect(Uitkomst { try Zaak(boek).vraag(op: "2026-11-22") } == .geweigerd("INS-TOEKOMST"))
    #expect(Uitkomst { try Zaak(boek).vraag(op: "2026-11") } == .aanvaard)
  }

  @Test func `Withholding, conditions and another reason come with an explanation or a document`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag()
    #expect(Uitkomst { try zaak.antwoord(InstemmingOnthouden.self) } == .geweigerd("INS-MOTIVERING"))
    #expect(Uitkomst { try zaak.antwoord(InstemmingOnderVoorwaardenVerleend.self) } == .geweigerd("INS-MOTIVERING"))
    #expect(
      Uitkomst {
        try zaak.antwoord(InstemmingNietVereist.self, als: .college) { $0[InstemmingNietVereist.reden] = .anders }
      }
        == .geweigerd("INS-MOTIVERING"))
    #expect(
      Uitkomst {
        try zaak.antwoord(InstemmingOnthouden.self) {
          $0.attach(Document(bytes: Array("brief".utf8), mediaType: "text/plain"), as: Motivering.document)
        }
      } == .aanvaard)
  }

  @Test func `The court substitutes only consent that was not obtained`() throws {
    let ruling: (inout EventDraft) -> Void = { $0[InstemmingVervangen.zaaknummer] = "1" }
    let given = Zaak(boek)
    try given.vraag()
    try given.antwoord(InstemmingVerleend.self)
    #expect(
      Uitkomst { try given.antwoord(InstemmingVervangen.self, als: .college, ruling) } == .geweigerd("INS-VERVANGING"))
    let conditional = Zaak(boek)
    try conditional.vraag()
    try conditional.antwoord(InstemmingOnderVoorwaardenVerleend.self, reden())
    #expect(Uitkomst { try conditional.antwoord(InstemmingVervangen.self, als: .college, ruling) } == .aanvaard)
    #expect(
      Uitkomst { try conditional.antwoord(InstemmingVervangen.self, als: .college, ruling) }
        == .geweigerd("INS-VERVANGING"))
  }

  @Test func `That consent is not required is said before the answer`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag()
    let notRequired: (inout EventDraft) -> Void = { $0[InstemmingNietVereist.reden] = .buitenArtikel27 }
    let refused = try zaak.antwoord(InstemmingOnthouden.self, reden())
    #expect(
      Uitkomst { try zaak.antwoord(InstemmingNietVereist.self, als: .college, notRequired) }
        == .geweigerd("INS-NIET-VEREIST"))
    try zaak.corrigeer(refused, als: .ondernemingsraad)
    #expect(Uitkomst { try zaak.antwoord(InstemmingNietVereist.self, als: .college, notRequired) } == .aanvaard)
  }

  @Test func `Advice comes once, from a body that advises`() throws {
    let zaak = Zaak(boek, kind: "Advies")
    #expect(
      Uitkomst { try boek.append(zaak.draft(AdviesGevraagd.self, orgaan: .beheerder), als: .college) }
        == .geweigerd("INS-ADVIES-ORGAAN"))
    try boek.append(zaak.draft(AdviesGevraagd.self), als: .college)
    let advice = try zaak.draft(AdviesUitgebracht.self)
    #expect(
      Uitkomst { try boek.append(advice, als: .functionarisGegevensbescherming) } == .geweigerd("INS-EIGEN-SLEUTEL"))
    #expect(Uitkomst { try boek.append(advice, als: .ondernemingsraad) } == .aanvaard)
    #expect(Uitkomst { try boek.append(advice, als: .ondernemingsraad) } == .geweigerd("INS-ADVIES-EENMAAL"))
  }
}
