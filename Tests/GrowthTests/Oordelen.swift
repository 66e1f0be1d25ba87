import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Beleid
@testable import Instemming
@testable import Nevenfuncties
@testable import Organisatie
@testable import Vertrouwenspersonen

/// Events that the rules accept, to count what judging them costs.
struct Oordeel: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let rol: Rol
  let concepten: @Sendable (Kern, Concept) throws -> [EventDraft]

  init(
    _ name: String, als rol: Rol, _ concepten: @escaping @Sendable (Kern, Concept) throws -> [EventDraft]
  ) {
    testDescription = name
    self.rol = rol
    self.concepten = concepten
  }

  /// One event about something that is there.
  private init<E: EventDefinition>(
    _ type: E.Type, als rol: Rol, _ stream: @escaping @Sendable (Kern) -> StreamID, op day: String = Groeiboek.vandaag,
    _ change: @escaping @Sendable (inout EventDraft, Kern) throws -> Void = { _, _ in }
  ) {
    self.init(type.type.name, als: rol) { kern, concept in
      [try concept.over(type, stream(kern), op: day) { try change(&$0, kern) }]
    }
  }

  private static let vandaag = Groeiboek.vandaag
  static let all: [Oordeel] = organisatie + nevenfuncties + beslissingen + beleid + vertrouwenspersonen

  private static let organisatie: [Oordeel] = [
    Oordeel("OrgaanVastgelegd", als: .college) { [try $1.orgaan("Raad")] },
    Oordeel("FunctieVastgelegd", als: .college) { [try $1.functie($1.boek.stream("Functie"), "Controller")] },
    Oordeel("FunctieBekleed", als: .college) {
      [try $1.bekleed($0.controller, $1.boek.stream("Persoon"), op: vandaag)]
    },
    Oordeel("FunctieNeergelegd", als: .college) { [try $1.legNeer($0.secretaris, $0.houder, op: vandaag)] },
    Oordeel("FunctieBekleed, after many others", als: .college) {
      [try $1.bekleed($0.lang, $1.boek.stream("Persoon"), op: vandaag)]
    },
    Oordeel("FunctieNeergelegd, after many others", als: .college) {
      [try $1.legNeer($0.lang, $0.langHouder, op: vandaag)]
    },
    Oordeel(FunctieOpgeheven.self, als: .college, \.controller),
    Oordeel(SluitingsdagVastgelegd.self, als: .college, { $0.boek.stream("Sluitingsdag") }) { draft, _ in
      draft[SluitingsdagVastgelegd.dag] = try CalendarDate("2026-12-24")
      draft[SluitingsdagVastgelegd.reden] = "besluit"
    },
    Oordeel(MandaatVerleend.self, als: .college, { $0.boek.stream("Mandaat") }) { draft, _ in
      draft[MandaatVerleend.mandaatgever] = .college
      draft[MandaatVerleend.gemandateerde] = .secretariaat
      draft[MandaatVerleend.gebeurtenissen] = ["RegelingVastgesteld"]
      draft[MandaatVerleend.van] = try CalendarDate(vandaag)
    },
  ]

  private static let nevenfuncties: [Oordeel] = [
    Oordeel("FunctieAangewezen", als: .college) { kern, concept in
      let functie = concept.boek.stream("Functie")
      return [
        try concept.functie(functie, "Controller"), try concept.wijsAan(functie, kern.regels, op: vandaag),
      ]
    },
    Oordeel("NevenwerkzaamheidGemeld, ToestemmingGevraagd", als: .secretariaat) { kern, concept in
      let melding = concept.boek.stream("Nevenwerkzaamheid")
      return [
        try concept.meld(melding, kern.secretaris, kern.houder, op: vandaag), try concept.vraag(melding, op: vandaag),
      ]
    },
    Oordeel("NevenwerkzaamheidGemeld, after many others", als: .secretariaat) { kern, concept in
      [try concept.meld(concept.boek.stream("Nevenwerkzaamheid"), kern.lang, kern.langHouder, op: vandaag)]
    },
    Oordeel(NevenwerkzaamheidBeeindigd.self, als: .secretariaat, \.gepubliceerd),
    Oordeel("NevenwerkzaamhedenBevestigd", als: .secretariaat) {
      [try $1.bevestig($0.secretaris, $0.houder, op: vandaag)]
    },
    Oordeel("OpgaveBijgewerkt", als: .algemeenDirecteur) { kern, concept in
      [
        try concept.over(OpgaveBijgewerkt.self, kern.opgave, op: vandaag) {
          $0[Opgaveveld.onthulling] = kern.onthulling
          try concept.vul(&$0, "2026-02-10")
        }
      ]
    },
    Oordeel(OpgaveIngetrokken.self, als: .algemeenDirecteur, \.opgave) { draft, _ in
      draft[OpgaveIngetrokken.reden] = .anders
    },
    Oordeel("NevenfunctieregelsVastgesteld", als: .college) { kern, _ in [try kern.regels(op: vandaag)] },
    Oordeel("NevenfunctieregelsVastgesteld, before clocks that run", als: .college) { kern, _ in
      [try kern.regels(op: "2020-09-01")]
    },
  ]

  private static let beslissingen: [Oordeel] = [
    Oordeel("ToestemmingBeslist, allowed", als: .leidinggevende) { kern, concept in
      [try concept.beslis(kern.wachtend, op: vandaag)]
    },
    Oordeel("ToestemmingBeslist, refused", als: .leidinggevende) { kern, concept in
      [try concept.beslis(kern.wachtend, op: vandaag, toegestaan: false)]
    },
  ]

  private static let beleid: [Oordeel] = [
    Oordeel("RegelingOntworpen", als: .secretariaat) { _, concept in
      let tekst = Document(bytes: Array("nieuw".utf8), mediaType: "text/markdown")
      return [try concept.ontwerp(concept.boek.stream("Regeling"), "nieuw", tekst, op: vandaag)]
    },
    Oordeel(RegelingBekendgemaakt.self, als: .college, \.gedragscode) { draft, _ in
      draft[RegelingBekendgemaakt.versie] = Kern.tekst.digest
      draft[RegelingBekendgemaakt.kanaal] = Bekendmakingskanaal.allCases.first
    },
    Oordeel(RegelingGeevalueerd.self, als: .college, \.gedragscode) { draft, _ in
      draft[RegelingGeevalueerd.versie] = Kern.tekst.digest
      draft[RegelingGeevalueerd.uitkomst] = UitkomstEvaluatie.allCases.first
    },
    Oordeel(RegelingIngetrokken.self, als: .college, \.gedragscode) { draft, _ in
      draft[RegelingIngetrokken.versie] = Kern.tekst.digest
      draft[GenomenZonderInstemming.veld] = true
    },
    Oordeel("InstemmingGevraagd", als: .college) { kern, concept in
      [
        try concept.instemming(
          InstemmingGevraagd.self, concept.boek.stream("Instemming"), concept.boek.stream("Regeling"),
          SHA256.hash(Array("nieuw".utf8)), op: vandaag)
      ]
    },
  ]

  private static let vertrouwenspersonen: [Oordeel] = [
    Oordeel("KandidaatVoorgedragen", als: .secretariaat) { _, concept in
      [
        try concept.kandidaat(
          concept.boek.stream("Vertrouwenspersoon"), concept.boek.stream("Persoon"), op: vandaag)
      ]
    },
    Oordeel("CertificeringVastgelegd", als: .secretariaat) { kern, concept in
      [
        try concept.over(CertificeringVastgelegd.self, kern.vertrouwenspersoon, op: "2025-01-01") {
          $0[CertificeringVastgelegd.persoon] = kern.vertrouwenspersoonPersoon
          $0[CertificeringVastgelegd.laatsteDag] = try CalendarDate("2033-12-31")
          $0[CertificeringVastgelegd.conformeert] = true
        }
      ]
    },
    Oordeel("VertrouwenspersoonBeeindigd", als: .algemeenDirecteur) { kern, concept in
      [
        try concept.over(VertrouwenspersoonBeeindigd.self, kern.vertrouwenspersoon, op: vandaag) {
          $0[VertrouwenspersoonBeeindigd.persoon] = kern.vertrouwenspersoonPersoon
          $0[VertrouwenspersoonBeeindigd.wijze] = .neergelegd
          $0[VertrouwenspersoonBeeindigd.vindplaats] = "dossier 12"
        }
      ]
    },
    Oordeel(FormatieVastgesteld.self, als: .college, { $0.boek.stream("Vertrouwenspersonen") }) { draft, _ in
      draft[FormatieVastgesteld.intern] = 2
      draft[FormatieVastgesteld.extern] = 1
    },
  ]
}
