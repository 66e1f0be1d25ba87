import Ledger
import LedgerSQLite
import Proefboek
import Testing

@testable import Governance
@testable import Nevenfuncties
@testable import Organisatie
@testable import Vertrouwenspersonen

/// What a subject costs that is folded and written again when something is recorded of it: in a straight line with what
/// it holds. Counted, not timed: how often a fact is looked at, and SQLite's own steps.
struct OnderwerpGroeiTests {
  /// Ten times as much may cost so many times as much: a little more than ten, because things are put in order.
  private static let grens = 12.0

  private struct Kosten {
    let bekeken: Int
    let sql: Int

    static func expectLine(_ klein: Kosten, _ groot: Kosten, sourceLocation: SourceLocation = #_sourceLocation) {
      for (what, small, large) in [("looks", klein.bekeken, groot.bekeken), ("steps", klein.sql, groot.sql)] {
        let ratio = Double(large) / Double(small)
        #expect(small > 0 && ratio <= grens, "\(what): \(small), and \(large)", sourceLocation: sourceLocation)
      }
    }
  }

  /// Folds a subject and makes its timeline, as writing it does, and counts what is looked at; and appends what touches it
  /// and counts what SQLite does to write the rows.
  private func kosten<S: Subject>(
    _ type: S.Type, _ key: SubjectKey, _ boek: Proefboek, _ draft: EventDraft, als rol: Rol
  ) throws -> Kosten {
    let looks = LookCounter()
    try LookCounter.$current.withValue(looks) {
      try boek.read { reading in
        let subject = try #require(try reading.views.subject(type, key))
        let timeline = try Timeline(subject, in: reading.views)
        #expect(!timeline.rows.isEmpty)
      }
    }
    return Kosten(bekeken: looks.count, sql: try boek.meet([draft], als: rol, isDryRun: false).totaal)
  }

  private func append(_ drafts: [EventDraft], als rol: Rol, _ boek: Proefboek) throws {
    for start in stride(from: 0, to: drafts.count, by: 250) {
      try boek.append(Array(drafts[start..<min(start + 250, drafts.count)]), als: rol)
    }
  }

  private func dag(_ number: Int) throws -> String { try CalendarDate("2021-01-01").adding(days: number).description }
  private func jaar(_ number: Int) throws -> Int64 { Int64(try CalendarDate("2021-01-01").adding(days: number).year) }

  @Test func `A holder with many confirmations`() throws {
    let costs = try [100, 1_000].map { aantal in
      let (boek, concept, functie, persoon) = try Groeiboek.houder()
      try boek.append(
        concept.meld(boek.stream("Nevenwerkzaamheid"), functie, persoon, op: "2020-12-01"), als: .secretariaat)
      try append(
        (0..<aantal).map { try concept.bevestig(functie, persoon, op: dag($0)) }, als: .secretariaat, boek)
      return try kosten(
        Houder.self, Houder.key(functie, persoon), boek, concept.bevestig(functie, persoon, op: dag(aantal)),
        als: .secretariaat)
    }
    Kosten.expectLine(costs[0], costs[1])
  }

  @Test func `A holder with many statements, each published`() throws {
    let costs = try (Groeiboek.isVol ? [100, 1_000] : [50, 500]).map { aantal in
      let (boek, concept, functie, persoon) = try Groeiboek.houder()
      let meldingen = (0..<aantal).map { _ in boek.stream("Nevenwerkzaamheid") }
      try append(
        meldingen.enumerated().flatMap { number, melding in
          [try concept.meld(melding, functie, persoon, op: dag(number)), try concept.vraag(melding, op: dag(number))]
        }, als: .secretariaat, boek)
      var besluiten = try meldingen.enumerated().map { try concept.beslis($1, op: dag($0 + 1)) }
      let opgaven = try meldingen.indices.map {
        try concept.publiceer(boek.stream("Opgave"), meldingen[$0], op: dag($0 + 2), na: &besluiten[$0])
      }
      try append(besluiten, als: .leidinggevende, boek)
      try append(opgaven, als: .algemeenDirecteur, boek)
      return try kosten(
        Houder.self, Houder.key(functie, persoon), boek, concept.bevestig(functie, persoon, op: dag(aantal + 3)),
        als: .secretariaat)
    }
    Kosten.expectLine(costs[0], costs[1])
  }

  @Test func `An activity with many changes`() throws {
    let costs = try [100, 1_000].map { aantal in
      let (boek, concept, functie, persoon) = try Groeiboek.houder()
      let melding = boek.stream("Nevenwerkzaamheid")
      func wijzig(_ number: Int) throws -> EventDraft {
        try concept.over(NevenwerkzaamheidGewijzigd.self, melding, op: dag(number)) {
          $0[Nevenfuncties.Inhoud.toelichting] = "anders"
        }
      }
      try boek.append(concept.meld(melding, functie, persoon, op: "2020-12-01"), als: .secretariaat)
      try append((0..<aantal).map(wijzig), als: .secretariaat, boek)
      return try kosten(Werkzaamheid.self, SubjectKey(melding), boek, wijzig(aantal), als: .secretariaat)
    }
    Kosten.expectLine(costs[0], costs[1])
  }

  @Test func `Rules with many versions, under which one function falls`() throws {
    let costs = try [20, 200].map { aantal in
      let (boek, concept, functie, persoon) = try Groeiboek.houder()
      let regels = try boek.read { reading in
        try #require(try reading.views.facts(of: NevenfunctieregelsVastgesteld.self).first).stream
      }
      try append((0..<aantal).map { try Kern.regels(regels, op: dag($0)) }, als: .college, boek)
      let melding = try concept.meld(boek.stream("Nevenwerkzaamheid"), functie, persoon, op: dag(aantal))
      return (
        melding: try boek.meet([melding], als: .secretariaat).totaal,
        versie: try boek.meet([Kern.regels(regels, op: dag(aantal))], als: .college).totaal
      )
    }
    #expect(Double(costs[1].melding) <= Self.grens * Double(costs[0].melding), "\(costs)")
    #expect(Double(costs[1].versie) <= Self.grens * Double(costs[0].versie), "\(costs)")
  }

  @Test func `An appointment with many renewals, trainings and meetings`() throws {
    let costs = try [100, 1_000].map { aantal in
      let boek = try Groeiboek.leeg()
      let concept = Concept(boek)
      let (benoeming, persoon) = (boek.stream("Vertrouwenspersoon"), boek.stream("Persoon"))
      try concept.vertrouwenspersoon(benoeming, op: "2020-06-01", tot: "2024-06-01", persoon: persoon) {
        try boek.append($0, als: $1)
      }
      func over<E: PersoonsGebeurtenis>(
        _ type: E.Type, _ number: Int, _ change: (inout EventDraft) throws -> Void
      ) throws -> EventDraft {
        try concept.over(type, benoeming, op: dag(number)) {
          $0[E.persoon] = persoon
          try change(&$0)
        }
      }
      func intervisie(_ number: Int) throws -> EventDraft {
        try over(IntervisieVastgelegd.self, number) { $0[IntervisieVastgelegd.jaar] = try jaar(number) }
      }
      func scholing(_ number: Int) throws -> EventDraft {
        try over(ScholingVastgelegd.self, number) {
          $0[ScholingVastgelegd.jaar] = try jaar(number)
          $0[ScholingVastgelegd.soort] = .bijscholing
        }
      }
      func verlenging(_ number: Int) throws -> EventDraft {
        try over(VertrouwenspersoonVerlengd.self, number) {
          $0[VertrouwenspersoonVerlengd.tot] = try CalendarDate("2024-06-01").adding(days: number + 1)
          $0[VertrouwenspersoonVerlengd.beidenAkkoord] = true
          $0[VertrouwenspersoonVerlengd.afwijkend] = true
        }
      }
      try boek.append(
        concept.over(VertrouwenspersonenregelsVastgesteld.self, boek.stream("Vertrouwenspersonen"), op: "2020-01-01") {
          $0[VertrouwenspersonenregelsVastgesteld.instemmingVerlenging] = .nietVereist
          // Duties that come back, so that each meeting and each training meets a clock.
          $0[VertrouwenspersonenregelsVastgesteld.intervisie] = .duur(.of(1, .jaren))
          $0[VertrouwenspersonenregelsVastgesteld.bijscholing] = .duur(.of(1, .jaren))
        }, als: .algemeenDirecteur)
      let each = aantal / 5
      try append((0..<2 * each).map(intervisie) + (0..<2 * each).map(scholing), als: .secretariaat, boek)
      try append((0..<each).map(verlenging), als: .algemeenDirecteur, boek)
      return try kosten(Benoeming.self, SubjectKey(benoeming), boek, intervisie(aantal), als: .secretariaat)
    }
    Kosten.expectLine(costs[0], costs[1])
  }
}
