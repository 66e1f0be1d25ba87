import Governance
import Ledger
import LedgerCrypto
import Proefboek

@testable import Beleid
@testable import Instemming
@testable import Nevenfuncties
@testable import Organisatie
@testable import Vertrouwenspersonen

/// Drafts of the common events.
struct Concept {
  let boek: Proefboek

  init(_ boek: Proefboek) { self.boek = boek }

  // MARK: Organisation

  func orgaan(_ naam: String) throws -> EventDraft {
    try over(OrgaanVastgelegd.self, boek.stream("Orgaan"), op: "2020-01-01") { $0[OrgaanVastgelegd.naam] = naam }
  }

  func functie(_ stream: StreamID, _ naam: String) throws -> EventDraft {
    try over(FunctieVastgelegd.self, stream, op: "2020-01-01") { $0[FunctieVastgelegd.naam] = naam }
  }

  func bekleed(_ functie: StreamID, _ persoon: StreamID, op day: String) throws -> EventDraft {
    try over(FunctieBekleed.self, functie, op: day) {
      $0[FunctieBekleed.persoon] = persoon
      $0[FunctieBekleed.naam] = "Karin Voorbeeld"
    }
  }

  func legNeer(_ functie: StreamID, _ persoon: StreamID, op day: String) throws -> EventDraft {
    try over(FunctieNeergelegd.self, functie, op: day) { $0[FunctieNeergelegd.persoon] = persoon }
  }

  // MARK: Activities beside the function

  func wijsAan(
    _ functie: StreamID, _ regels: StreamID, op day: String, in stream: StreamID? = nil
  ) throws -> EventDraft {
    try over(FunctieAangewezen.self, stream ?? boek.stream("Functieaanwijzing"), op: day) {
      $0[Houderschap.functie] = functie
      $0[FunctieAangewezen.regels] = regels
      $0[FunctieAangewezen.houderTekentNiet] = true
    }
  }

  func meld(_ stream: StreamID, _ functie: StreamID, _ persoon: StreamID, op day: String) throws -> EventDraft {
    try over(NevenwerkzaamheidGemeld.self, stream, op: day) {
      $0[Houderschap.functie] = functie
      $0[Houderschap.persoon] = persoon
      $0[NevenwerkzaamheidGemeld.voorgenomen] = true
      $0[Looptijd.ingang] = try ImpreciseDate(day)
      $0[NevenwerkzaamheidGemeld.activiteit] = "penningmeester"
      $0[Nevenfuncties.Inhoud.organisatie] = "Stichting Verzonnen"
    }
  }

  func vraag(_ melding: StreamID, op day: String) throws -> EventDraft {
    try over(ToestemmingGevraagd.self, melding, op: day) { $0[ToestemmingGevraagd.voor] = .start }
  }

  func bevestig(_ functie: StreamID, _ persoon: StreamID, op day: String) throws -> EventDraft {
    try over(NevenwerkzaamhedenBevestigd.self, boek.stream("Bevestiging"), op: day) {
      $0[Houderschap.functie] = functie
      $0[Houderschap.persoon] = persoon
      $0[NevenwerkzaamhedenBevestigd.geen] = false
    }
  }

  static let velden: [OpenbaarVeld] = [.hoofdfunctie, .nevenwerkzaamheid, .organisatie, .ingang]

  func beslis(_ melding: StreamID, op day: String, toegestaan: Bool = true) throws -> EventDraft {
    try over(ToestemmingBeslist.self, melding, op: day) {
      $0[ToestemmingBeslist.toegestaan] = toegestaan
      $0[ToestemmingBeslist.voorbehoud] = .geen
      $0[Nevenfuncties.Motivering.motivering] = toegestaan ? nil : "nee"
    }
  }

  /// A publication that rests on a decision, which may still have to be appended.
  func publiceer(
    _ opgave: StreamID, _ melding: StreamID, op day: String, na besluit: inout EventDraft
  ) throws -> EventDraft {
    var draft = EventDraft(OpgaveGepubliceerd.self, stream: opgave, effective: try ImpreciseDate(day))
    draft[OpgaveGepubliceerd.melding] = melding
    draft[Opgaveveld.onthulling] = Onthulling(grens: .alle, toont: [.beperkingen]).velden
      .compactMap { besluit.disclose($0, boek.random) }
    try vul(&draft, day)
    return draft
  }

  func vul(_ draft: inout EventDraft, _ day: String) throws {
    draft[Opgaveveld.velden] = Self.velden
    draft[Opgaveveld.hoofdfunctie] = "gemeentesecretaris"
    draft[Opgaveveld.nevenwerkzaamheid] = "penningmeester"
    draft[Opgaveveld.organisatie] = "Stichting Verzonnen"
    draft[Opgaveveld.ingang] = try ImpreciseDate(day)
  }

  // MARK: Rules and consent

  func ontwerp(_ stream: StreamID, _ kenmerk: String, _ tekst: Document, op day: String) throws -> EventDraft {
    try over(RegelingOntworpen.self, stream, op: day) {
      $0[RegelingOntworpen.versie] = tekst.digest
      $0[RegelingOntworpen.kenmerk] = kenmerk
      $0[RegelingOntworpen.titel] = "Regeling \(kenmerk)"
      $0[RegelingOntworpen.soort] = .regeling
      $0[RegelingOntworpen.instemming] = .vereist
      $0[RegelingOntworpen.instemmingReden] = "een reden"
      $0.attach(tekst, as: RegelingOntworpen.concept)
    }
  }

  func instemming<E: EventDefinition>(
    _ type: E.Type, _ stream: StreamID, _ onderwerp: StreamID, _ versie: Digest?, _ besluit: InstemmingsBesluit? = nil,
    op day: String
  ) throws -> EventDraft {
    try over(type, stream, op: day) {
      $0[Betreft.onderwerp] = onderwerp
      $0[Betreft.versie] = versie
      $0[Betreft.orgaan] = .ondernemingsraad
      if versie == nil { $0[Betreft.persoonsbesluit] = besluit } else { $0[Betreft.besluit] = besluit }
      guard versie != nil, type.type.name == InstemmingGevraagd.type.name else { return }
      $0[Betreft.worOnderdeel] = .d
      $0[InstemmingGevraagd.overzicht] = .tekst
      $0[InstemmingGevraagd.beweegredenen] = "de regels zijn verouderd"
      $0[InstemmingGevraagd.gevolgen] = "iedereen volgt de nieuwe regels"
    }
  }

  func versie<E: RegelingGebeurtenis>(
    _ type: E.Type, _ regeling: StreamID, _ tekst: Document, op day: String
  ) throws -> EventDraft {
    try over(type, regeling, op: day) { $0[E.versie] = tekst.digest }
  }

  func stelVast(_ regeling: StreamID, _ tekst: Document, op day: String) throws -> EventDraft {
    var draft = try versie(RegelingVastgesteld.self, regeling, tekst, op: day)
    draft[RegelingVastgesteld.orgaan] = .college
    draft.attach(tekst, as: RegelingVastgesteld.tekst)
    return draft
  }

  /// A rule that is in force, with the consent that it needs.
  func regeling(
    _ stream: StreamID, _ kenmerk: String, _ tekst: Document, op day: String,
    _ append: (EventDraft, Rol) throws -> Void
  ) throws {
    let procedure = boek.stream("Instemming")
    try append(ontwerp(stream, kenmerk, tekst, op: day), .secretariaat)
    try append(instemming(InstemmingGevraagd.self, procedure, stream, tekst.digest, op: day), .college)
    try append(instemming(InstemmingVerleend.self, procedure, stream, tekst.digest, op: day), .ondernemingsraad)
    try append(stelVast(stream, tekst, op: day), .college)
    try append(versie(RegelingInWerkingGetreden.self, stream, tekst, op: day), .college)
  }

  // MARK: Vertrouwenspersonen

  func kandidaat(_ stream: StreamID, _ persoon: StreamID, op day: String) throws -> EventDraft {
    try over(KandidaatVoorgedragen.self, stream, op: day) {
      $0[KandidaatVoorgedragen.persoon] = persoon
      $0[KandidaatVoorgedragen.vorm] = .intern
      $0[Contact.naam] = "Karin Voorbeeld"
      $0[Contact.telefoon] = "+31 320 000000"
      $0[Contact.email] = "vp@voorbeeld.example"
    }
  }

  /// Someone who serves.
  func vertrouwenspersoon(
    _ stream: StreamID, op day: String, tot: String, persoon: StreamID? = nil,
    _ append: (EventDraft, Rol) throws -> Void
  ) throws {
    let persoon = persoon ?? boek.stream("Persoon")
    let procedure = boek.stream("Instemming")
    try append(kandidaat(stream, persoon, op: "2020-01-01"), .secretariaat)
    try append(
      over(CertificeringVastgelegd.self, stream, op: "2019-01-01") {
        $0[CertificeringVastgelegd.persoon] = persoon
        $0[CertificeringVastgelegd.laatsteDag] = try CalendarDate("2032-12-31")
        $0[CertificeringVastgelegd.conformeert] = true
      }, .secretariaat)
    try append(
      instemming(InstemmingGevraagd.self, procedure, stream, nil, .benoemen, op: "2020-01-02"), .algemeenDirecteur)
    try append(
      instemming(InstemmingVerleend.self, procedure, stream, nil, .benoemen, op: "2020-01-02"), .ondernemingsraad)
    try append(
      over(VertrouwenspersoonBenoemd.self, stream, op: day) {
        $0[VertrouwenspersoonBenoemd.persoon] = persoon
        $0[VertrouwenspersoonBenoemd.tot] = try CalendarDate(tot)
        $0[VertrouwenspersoonBenoemd.instemming] = procedure
        for velden in [VertrouwenspersoonBenoemd.brief, VertrouwenspersoonBenoemd.verklaring] {
          $0[velden.plaats] = .elders
          $0[velden.vindplaats] = "dossier 12"
        }
      }, .algemeenDirecteur)
  }

  // MARK: Anything

  func over<E: EventDefinition>(
    _ type: E.Type, _ stream: StreamID, op day: String, _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> EventDraft {
    var draft = EventDraft(type, stream: stream, effective: try ImpreciseDate(day))
    try change(&draft)
    return draft
  }
}
