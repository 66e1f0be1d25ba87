import Governance
import Ledger
import Proefboek
import Testing

@testable import Beleid
@testable import Instemming
@testable import Nevenfuncties
@testable import Organisatie
@testable import Vertrouwenspersonen

/// A question of every day, answered as its command answers it.
struct Vraag: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let antwoord: @Sendable (Reading, Catalog, CalendarDate) throws -> [String]

  init(_ name: String, _ antwoord: @escaping @Sendable (Reading, Catalog, CalendarDate) throws -> [String]) {
    testDescription = name
    self.antwoord = antwoord
  }

  static let all: [Vraag] = [
    Vraag("status") { reading, _, _ in
      ["\(reading.registry.keys.count)", reading.registry.founding?.organisatie ?? "-"]
    },
    Vraag("termijnen") { reading, catalog, day in
      try catalog.openTerms(in: reading.views, on: day, ListPage(limit: 101)).map { term in
        let judged = JudgedTerm(term, today: day, warnBefore: 14)
        let handle = try catalog.plugins.lazy.compactMap {
          try $0.handle(of: term.subject.stream, versie: term.subject.versie, in: reading.views)
        }.first
        return "\(term.declaration.id) \(handle ?? term.subject.stream.kind) \(judged.raw?.description ?? "-")"
      }
    },
    Vraag("nevenfunctie lijst") { reading, _, day in
      try reading.views.subjects(Houder.self, [.opLijst], on: day, ListPage(limit: 101)).map { listed in
        let row = try #require(try Lijstregel(listed.key, reading, op: day))
        return "\(row.kaart.functie.slug) \(row.kaart.stand.code) \(row.meldingen)"
      }
    },
    Vraag("nevenfunctie openstaand") { reading, _, day in
      try OpenstaandItem.page(ListPage(limit: 101), op: day, reading).map { "\($0.handle) \($0.soort)" }
    },
    Vraag("beleid lijst, the first two") { reading, _, day in
      try reading.views.keys(Regeling.self, ListPage(limit: 2)).map { key in
        let overzicht = try Overzicht(#require(try reading.views.subject(Regeling.self, key)), op: day, reading)
        return "\(overzicht.regeling.kenmerk) \(overzicht.toestand.code)"
      }
    },
    Vraag("instemming lijst, the first three") { reading, catalog, day in
      try Procedure.keys(ListPage(limit: 3), reading.views).map { key in
        let procedure = try #require(try reading.views.subject(Procedure.self, key))
        _ = try ProcedureJSON(reading, catalog, day).json(procedure, facts: false)
        return "\(procedure.soort) \(procedure.orgaan)"
      }
    },
    Vraag("instemming toon") { reading, catalog, day in
      let subject = try #require(try BeleidPlugin().subject("gedragscode@1", in: reading.views))
      return try Procedure.all(.instemming, about: subject.stream, in: reading.views).map { procedure in
        _ = try ProcedureJSON(reading, catalog, day).json(procedure, facts: true)
        return "\(procedure.soort) \(procedure.orgaan)"
      }
    },
    Vraag("organisatie lijst, the first three") { reading, _, day in
      try units(ListPage(limit: 3), reading, day)
    },
    Vraag("vertrouwenspersoon lijst") { reading, _, day in
      try Benoeming.dienend(on: day, reading.views, ListPage(limit: 101)).map { listed in
        let benoeming = try #require(try reading.views.subject(Benoeming.self, listed.key))
        let stand = try benoeming.toestand(on: day, reading)
        return
          "\(benoeming.handle) \(try Contactgegevens(benoeming, reading.filter).naam.text()?.nl ?? "-") \(stand.text.nl)"
      }
    },
    Vraag("what a handle names") { reading, catalog, _ in
      try ["stadsbouwmeester/1", "gedragscode@1", "gedragscode", "vertrouwenspersoon-1"].map { handle in
        let subject = try catalog.plugins.lazy.compactMap { try $0.subject(handle, in: reading.views) }.first
        return try #require(subject).handle
      }
    },
    Vraag("a function by its name") { reading, _, _ in
      try ["Stadsbouwmeester", "Directeur"].map { try Functies.zoek($0, reading.views).naam }
    },
    Vraag("one rule") { reading, _, day in
      let subject = try #require(try BeleidPlugin().subject("gedragscode@1", in: reading.views))
      let regeling = try #require(try Regeling.of(subject.stream, reading.views))
      return [try Overzicht(regeling, op: day, reading).toestand.code]
    },
  ]

  static func units(_ page: ListPage, _ reading: Reading, _ day: CalendarDate) throws -> [String] {
    try Unit.all(begunBy: day, reading.views, page).map { unit in
      let holders = try Functies.bekleders(of: unit.stream, op: day, reading.views)
      return "\(unit.naam) \(try holders.map { try reading.filter.reveal($0.naam).text()?.nl ?? "-" })"
    }
  }
}
