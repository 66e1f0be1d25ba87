import Governance
import Instemming
import Ledger
import Proefboek
import Testing

@testable import Vertrouwenspersonen

private typealias Besluit = VertrouwenspersonenregelsVastgesteld

/// What lists find is what folding afresh gives, for every day and after every event.
struct StandenTests {
  private let wereld: Wereld
  private let boek: Proefboek

  init() throws {
    wereld = try Wereld()
    boek = wereld.boek
  }

  /// Does something, and compares every kind of subject.
  private func na<Result>(_ stap: () throws -> Result) throws -> Result {
    let result = try stap()
    var (benoemingen, overzichten) = (TimelineAudit(Benoeming.self), TimelineAudit(Jaaroverzicht.self))
    #expect(try benoemingen.faults(boek, randomDays: 5) == [])
    #expect(try overzichten.faults(boek, randomDays: 5) == [])
    return result
  }

  private func leg<E: PersoonsGebeurtenis>(
    _ definition: E.Type, _ kandidaat: Wereld.Kandidaat, op: String, _ change: (inout EventDraft) throws -> Void
  ) throws -> RecordedEvent {
    try boek.append(wereld.draft(definition, kandidaat, op: op, change), als: .secretariaat)
  }

  private func intervisie(_ kandidaat: Wereld.Kandidaat, _ jaar: Int64, op: String) throws -> RecordedEvent {
    try leg(IntervisieVastgelegd.self, kandidaat, op: op) { $0[IntervisieVastgelegd.jaar] = jaar }
  }

  /// The works council says that its answer was a mistake.
  private func neemTerug(_ procedure: StreamID) throws {
    let answer = try boek.read { try #require($0.views.facts(in: procedure).last) }
    var draft = EventDraft(InstemmingGecorrigeerd.self, stream: procedure, effective: ImpreciseDate(boek.today))
    draft[Correction.event] = answer.id
    draft[Correction.reason] = "vergissing"
    try boek.append(draft, als: .ondernemingsraad)
  }

  @Test func `An internal one from candidacy to an end that is corrected, under rules that change`() throws {
    let kandidaat = try na { try wereld.kandidaat(op: "2020-01-01") }
    let certificate = try na { try wereld.certificeer(kandidaat, van: "2020-01", tot: "2024-06-30") }
    let consent = try na { try wereld.verleen(kandidaat) }
    _ = try na { try wereld.benoem(kandidaat) }
    _ = try na { try wereld.kies(op: "2024-03-01") { $0[Besluit.verliesCertificering] = .beeindigt } }
    let choice = try na {
      try wereld.kies(op: "2025-05-05") {
        $0[Besluit.bijscholing] = .duur(.of(2, .jaren))
        $0[Besluit.registerBijVertrek] = .overdragen
        $0[Besluit.instemmingVerlenging] = .nietVereist
      }
    }
    _ = try na { try intervisie(kandidaat, 2024, op: "2024-03/2024-05") }
    let course = try na {
      try leg(ScholingVastgelegd.self, kandidaat, op: "2025") {
        $0[ScholingVastgelegd.jaar] = 2025
        $0[ScholingVastgelegd.soort] = .bijscholing
      }
    }
    _ = try na { try wereld.certificeer(kandidaat, van: "2024-07-01", tot: "2031-12-31") }
    let renewal = try na { try wereld.verleng(kandidaat) }
    _ = try na { try wereld.corrigeer(renewal.id, kandidaat.stream, als: .algemeenDirecteur) }
    _ = try na { try wereld.corrigeer(course.id, kandidaat.stream) }
    _ = try na { try neemTerug(consent) }
    _ = try na { try wereld.legVast(.utrecht, op: "2026-02-01") { $0[Besluit.intervisie] = .duur(.of(1, .jaren)) } }
    let end = try na { try wereld.treedTerug(kandidaat, op: "2026-10/2026-11") }
    _ = try na { try wereld.corrigeer(choice.id, choice.stream, als: .algemeenDirecteur) }
    _ = try na { try wereld.corrigeer(end.id, kandidaat.stream, als: .algemeenDirecteur) }
    _ = try na { try wereld.kies(op: "2026-01-01") { $0[Besluit.registerBijVertrek] = .vernietigen } }
    _ = try na { try wereld.verstreken(kandidaat, op: "2026-11-01", .uitDienst) }
    _ = try na { try leg(RegisterOvergedragen.self, kandidaat, op: "2026-11-02") { _ in } }
    #expect(certificate.facts.count == 3)
    #expect(try boek.verify().ok)
  }

  @Test func `One person in two appointments, and an external one of whom little is known`() throws {
    let first = try na { try wereld.benoemde(op: "2021-01-01", tot: "2025-01-01") }
    let extern = try na { try wereld.kandidaat(.extern, op: "2018") }
    _ = try na {
      try wereld.contracteer(extern, op: "2019", laatsteDag: "2027-06-30") { draft in
        vanVroeger(&draft)
      }
    }
    _ = try na { try wereld.certificeer(extern, van: "2018-05", tot: "2026-02-28", conformeert: false) }
    let second = try na { try wereld.kandidaat(persoon: first.persoon, op: "2024-01-01") }
    _ = try na { try wereld.verleen(second, op: "2024-02-01") }
    let again = try na { try wereld.benoem(second, op: "2025-01-01", tot: "2029-01-01") }
    _ = try na { try wereld.certificeer(second, van: "2032-12-15", tot: "2035-12-31") }
    _ = try na { try wereld.voorneem(second, op: "2026-11-01") }
    let overview = try na { try wereld.overzicht(2025, .aantal(20), op: "2026-03") }
    _ = try na { try wereld.corrigeer(overview.id, overview.stream) }
    let other = try na { try wereld.overzicht(2025, .aantal(20), op: "2026-05-01") }
    let published = try na {
      try boek.append(
        EventDraft(JaaroverzichtGepubliceerd.self, stream: other.stream, effective: ImpreciseDate("2026-05/2026-07")),
        als: .secretariaat)
    }
    _ = try na { try wereld.overzicht(2024, .klein) }
    _ = try na { try wereld.corrigeer(published.id, other.stream) }
    let intention = try boek.read { try #require($0.views.facts(in: second.stream).last).id }
    _ = try na { try wereld.corrigeer(intention, second.stream, als: .algemeenDirecteur) }
    _ = try na { try wereld.corrigeer(again.id, second.stream, als: .algemeenDirecteur) }
    #expect(try boek.verify().ok)
  }
}
