import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import TestBench

@testable import Beleid
@testable import Instemming
@testable import Nevenfuncties
@testable import Organisatie
@testable import Vertrouwenspersonen

/// A ledger of a municipality in which what holds today is the same, however much else was ever recorded.
///
/// First comes what every question of today is answered with; then what is past: people who laid their function down,
/// reports that were refused, rules that were withdrawn, terms that were met.
struct Groeiboek: Sendable {
  let boek: Proefboek
  let kern: Kern
  /// The day on which questions are asked.
  static let vandaag = "2026-11-21"

  static let rollen: [Rol] = [
    .college, .algemeenDirecteur, .griffier, .leidinggevende, .ondernemingsraad, .functionarisGegevensbescherming,
    .vertrouwenspersoonIntern,
  ]

  /// How many events the large one has, and how long its longest stream is: as much as a person waits for, or as large
  /// as was asked for.
  static let isVol = ProcessInfo.processInfo.environment["WAARBORG_TEST_VOL"] == "1"

  static let klein = Result { try Groeiboek(gebeurtenissen: 1_000, opvolgers: 5) }
  static let groot = Result { try Groeiboek(gebeurtenissen: isVol ? 100_000 : 8_000, opvolgers: isVol ? 5_000 : 1_000) }

  /// - Parameter opvolgers: How many people held one function before who holds it now: two events of one stream for each.
  init(gebeurtenissen: Int, opvolgers: Int) throws {
    boek = try Self.leeg()
    Bench.removeAtExit(boek.directory.url.deletingLastPathComponent())
    kern = try Kern(boek)
    try Vulling(boek, kern).opvolgers(opvolgers)
    try Vulling(boek, kern).vul(tot: gebeurtenissen)
    // Rules of before clocks that ran already.
    try boek.append(kern.regels(op: "2020-06-01"), als: .college)
  }

  static func leeg() throws -> Proefboek {
    let boek = try Proefboek(
      [OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin(), VertrouwenspersonenPlugin(), NevenfunctiesPlugin()],
      roles: rollen, founded: "2019-06-01")
    let days = try CalendarDate(vandaag).daysSinceEpoch - boek.today.daysSinceEpoch
    boek.clock.move(days: Int64(days))
    return boek
  }

  /// A ledger with one designated function and its holder.
  static func houder() throws -> (boek: Proefboek, concept: Concept, functie: StreamID, persoon: StreamID) {
    let boek = try leeg()
    let (concept, regels) = (Concept(boek), try Kern.regels(in: boek))
    let (functie, persoon) = (boek.stream("Functie"), boek.stream("Persoon"))
    try boek.append(
      [
        concept.functie(functie, "Stadsbouwmeester"), concept.bekleed(functie, persoon, op: "2020-01-01"),
        concept.wijsAan(functie, regels, op: "2020-01-01"),
      ], als: .college)
    return (boek, concept, functie, persoon)
  }

  func omvang() throws -> UInt64 { try boek.directory.read { try $0.log.size() } }
}

/// What holds today.
struct Kern: Sendable {
  let boek: Proefboek
  let regels: StreamID
  let secretaris: StreamID
  let houder: StreamID
  let controller: StreamID
  let lang: StreamID
  let langHouder: StreamID
  let gedragscode: StreamID
  let vertrouwenspersoon: StreamID
  let vertrouwenspersoonPersoon: StreamID
  /// A report that was decided on and published, and one that waits.
  let gepubliceerd: StreamID
  let opgave: StreamID
  let wachtend: StreamID
  /// What the publication disclosed of the decision.
  let onthulling: [DisclosedValue]
  let wachtendeInstemming: StreamID

  static let tekst = Document(bytes: Array("gedragscode".utf8), mediaType: "text/markdown")
  static let concept = Document(bytes: Array("reglement".utf8), mediaType: "text/markdown")

  init(_ boek: Proefboek) throws {
    self.boek = boek
    regels = boek.stream("Nevenfunctieregels")
    (secretaris, controller, lang) = (boek.stream("Functie"), boek.stream("Functie"), boek.stream("Functie"))
    (houder, langHouder) = (boek.stream("Persoon"), boek.stream("Persoon"))
    (gepubliceerd, wachtend) = (boek.stream("Nevenwerkzaamheid"), boek.stream("Nevenwerkzaamheid"))
    (opgave, gedragscode) = (boek.stream("Opgave"), boek.stream("Regeling"))
    (vertrouwenspersoon, wachtendeInstemming) = (boek.stream("Vertrouwenspersoon"), boek.stream("Instemming"))
    vertrouwenspersoonPersoon = boek.stream("Persoon")
    let draft = Concept(boek)
    var besluit = try draft.beslis(gepubliceerd, op: "2026-02-20")
    let published = try draft.publiceer(opgave, gepubliceerd, op: "2026-02-21", na: &besluit)
    onthulling = published[Opgaveveld.onthulling] ?? []
    let tweede = boek.stream("Persoon")
    try boek.append(
      [
        Self.regels(regels, op: "2020-01-01"), draft.orgaan("College"),
        draft.functie(secretaris, "Stadsbouwmeester"), draft.functie(controller, "Concerncontroller"),
        draft.functie(lang, "Directeur"), draft.bekleed(secretaris, houder, op: "2020-01-01"),
        draft.bekleed(controller, tweede, op: "2020-01-01"), draft.bekleed(lang, langHouder, op: "2024-01-01"),
      ], als: .college)
    try boek.append(
      [secretaris, controller, lang].map { try draft.wijsAan($0, regels, op: "2020-01-01") }, als: .college)
    try boek.append(
      [
        draft.meld(gepubliceerd, secretaris, houder, op: "2026-02-10"), draft.vraag(gepubliceerd, op: "2026-02-11"),
        draft.meld(wachtend, controller, tweede, op: "2026-11-10"), draft.vraag(wachtend, op: "2026-11-11"),
      ], als: .secretariaat)
    try boek.append(besluit, als: .leidinggevende)
    try boek.append(published, als: .algemeenDirecteur)
    try draft.regeling(gedragscode, "gedragscode", Self.tekst, op: "2025-01-01") { try boek.append($0, als: $1) }
    var announced = try draft.versie(RegelingBekendgemaakt.self, gedragscode, Self.tekst, op: "2025-01-01")
    announced[RegelingBekendgemaakt.kanaal] = .intranet
    try boek.append(announced, als: .college)
    try boek.append(
      draft.ontwerp(boek.stream("Regeling"), "reglement", Self.concept, op: "2026-10-01"), als: .secretariaat)
    let onderwerp = boek.stream("Regeling")
    try boek.append(
      draft.instemming(
        InstemmingGevraagd.self, wachtendeInstemming, onderwerp, Self.concept.digest, op: "2026-11-01"), als: .college)
    try boek.append(
      draft.over(VertrouwenspersonenregelsVastgesteld.self, boek.stream("Vertrouwenspersonen"), op: "2019-06-01") {
        Modelregeling.van(.lelystad).fill(&$0)
      }, als: .algemeenDirecteur)
    try draft.vertrouwenspersoon(
      vertrouwenspersoon, op: "2023-01-01", tot: "2027-01-01", persoon: vertrouwenspersoonPersoon
    ) {
      try boek.append($0, als: $1)
    }
  }

  func regels(op day: String) throws -> EventDraft { try Self.regels(regels, op: day) }

  /// Lays down rules in a ledger that has nothing else, and says in which stream.
  static func regels(in boek: Proefboek) throws -> StreamID {
    let stream = boek.stream("Nevenfunctieregels")
    try boek.append(regels(stream, op: "2020-01-01"), als: .college)
    return stream
  }

  static func regels(_ stream: StreamID, op day: String) throws -> EventDraft {
    let preset = Model.van(.lelystad)
    var draft = EventDraft(NevenfunctieregelsVastgesteld.self, stream: stream, effective: try ImpreciseDate(day))
    draft[NevenfunctieregelsVastgesteld.titel] = preset.titel
    draft[NevenfunctieregelsVastgesteld.bron] = preset.bron
    draft[NevenfunctieregelsVastgesteld.grondslag] = preset.grondslag
    preset.instellingen.fill(&draft)
    return draft
  }
}
