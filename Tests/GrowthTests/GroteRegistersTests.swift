import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// Registers and holders that are larger than one expects.
@Suite struct GroteRegistersTests {
  private static let vandaag = Groeiboek.vandaag

  @Test func `a page of a register with many functions comes from the timeline, at any place of it`() throws {
    let aantal = Groeiboek.isVol ? 10_000 : 2_000
    let boek = try register(functies: aantal)
    let day = try CalendarDate(Self.vandaag)
    let klein = try register(functies: 100)
    for offset in [0, aantal - 30] {
      let (found, meting) = try boek.meet { reading in
        try reading.views.subjects(Houder.self, [.opLijst], on: day, ListPage(offset: offset, limit: 50))
          .map { try #require(try Lijstregel($0.key, reading, op: day)).kaart.functie.naam }
      }
      #expect(found == (offset..<min(offset + 50, aantal)).map { "Functie \($0)" })
      let (_, kort) = try klein.meet { reading in
        try reading.views.subjects(Houder.self, [.opLijst], on: day, ListPage(limit: found.count))
          .map { try Lijstregel($0.key, reading, op: day) }
      }
      #expect(Double(meting.rijen) <= Meting.grens * Double(kort.rijen), "\(kort), and \(meting)")
    }
    let (terms, meting) = try boek.meet { try boek.catalog.openTerms(in: $0.views, on: day, ListPage(limit: 50)) }
    let (_, kort) = try klein.meet { try klein.catalog.openTerms(in: $0.views, on: day, ListPage(limit: 50)) }
    #expect(terms.count == 50)
    #expect(Double(meting.rijen) <= Meting.grens * Double(kort.rijen), "\(kort), and \(meting)")
    let beyond = try boek.read { reading in
      try reading.views.subjects(Houder.self, [.opLijst], on: day, ListPage(offset: aantal, limit: 50))
    }
    #expect(beyond.isEmpty)
  }

  /// Functions that are designated, each with a holder of whom nothing was received.
  private func register(functies aantal: Int) throws -> Proefboek {
    let boek = try Groeiboek.leeg()
    let (concept, regels) = (Concept(boek), try Kern.regels(in: boek))
    for start in stride(from: 0, to: aantal, by: 500) {
      var drafts: [EventDraft] = []
      for number in start..<min(start + 500, aantal) {
        let functie = boek.stream("Functie")
        drafts += [
          try concept.functie(functie, "Functie \(number)"),
          try concept.bekleed(functie, boek.stream("Persoon"), op: "2020-01-01"),
          try concept.wijsAan(functie, regels, op: "2020-01-01"),
        ]
      }
      try boek.append(drafts, als: .college)
    }
    return boek
  }

  @Test func `of a holder with a thousand statements the list and the terms are right`() throws {
    let aantal = Groeiboek.isVol ? 1_000 : 200
    let (boek, concept, functie, persoon) = try Groeiboek.houder()
    let meldingen = (0..<aantal).map { _ in boek.stream("Nevenwerkzaamheid") }
    try boek.append(
      meldingen.flatMap {
        [
          try concept.meld($0, functie, persoon, op: "2026-02-10"), try concept.vraag($0, op: "2026-02-11"),
        ]
      }, als: .secretariaat)
    var besluiten = try meldingen.map { try concept.beslis($0, op: "2026-02-12") }
    // One of them is left to be published.
    let opgaven = try meldingen.indices.dropLast().map {
      try concept.publiceer(boek.stream("Opgave"), meldingen[$0], op: "2026-02-20", na: &besluiten[$0])
    }
    try boek.append(besluiten, als: .leidinggevende)
    try boek.append(opgaven, als: .algemeenDirecteur)
    let day = try CalendarDate(Self.vandaag)
    try boek.read(als: .secretariaat) { reading in
      let listed = try reading.views.subjects(Houder.self, [.opLijst], on: day)
      #expect(listed.count == 1)
      let row = try #require(try listed.first.flatMap { try Lijstregel($0.key, reading, op: day) })
      #expect(row.meldingen.count == aantal && row.meldingen.last == "stadsbouwmeester/\(aantal)")
      guard case .opgaven(let versions) = row.kaart.stand else {
        Issue.record("\(row.kaart.stand)")
        return
      }
      #expect(versions.count == aantal - 1)
      let waiting = try OpenstaandItem.page(ListPage(limit: 50), op: day, reading)
      #expect(waiting.map(\.handle) == ["stadsbouwmeester/\(aantal)"])
      #expect(waiting.map(\.soort) == [.openbaarMaken])
      let terms = try boek.catalog.openTerms(in: reading.views, on: day)
      let afresh = try boek.catalog.plugins.flatMap { try $0.terms(in: reading.views, on: day) }
        .filter { $0.asksSomething(on: day) }
      #expect(Set(terms.map(\.declaration.id)) == Set(afresh.map(\.declaration.id)) && terms.count == afresh.count)
      #expect(terms.count { $0.declaration.id == "NEV-T-BEVESTIGING" } == 1)
    }
  }
}
