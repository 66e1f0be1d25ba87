import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Testing

@testable import Instemming

struct ZichtTests {
  private static let reason = "Hoofdstuk 3 laat te veel open."
  private let boek: Proefboek
  private let zaak: Zaak

  init() throws {
    boek = try Proefboek()
    zaak = Zaak(boek)
    try zaak.vraag()
    try zaak.antwoord(InstemmingOnthouden.self, reden(Self.reason))
  }

  private func json(als role: Rol?, facts: Bool = true) throws -> JSON {
    try boek.read(als: role) { reading in
      let procedure = try #require(try reading.views.subject(Procedure.self, SubjectKey(zaak.stroom)))
      return try ProcedureJSON(reading, boek.catalog, nil).json(procedure, facts: facts)
    }
  }

  @Test func `A member reads the reason; someone outside reads that there is one`() throws {
    let inside = try #require(try json(als: .college)["feiten"]?.array?.last?["verzegeld"]?.array?.first)
    #expect(inside["staat"]?.string == "zichtbaar" && inside["waarde"]?.string == Self.reason)
    let outside = try #require(try json(als: nil)["feiten"]?.array?.last?["verzegeld"]?.array?.first)
    #expect(
      outside["staat"]?.string == "verzegeld" && outside["waarde"] == .null && outside["veld"]?.string == "toelichting")
    #expect(try !json(als: nil).text.contains("Hoofdstuk"))
  }

  @Test func `The signed bytes hold no reason`() throws {
    try boek.read { reading in
      let facts = try #require(try reading.views.subject(Procedure.self, SubjectKey(zaak.stroom))).feiten
      #expect(facts.count == 2)
    }
    let leaves = try boek.directory.read {
      try $0.log.entries(from: 0, limit: 100).map { String(decoding: $0.leaf, as: UTF8.self) }
    }
    #expect(leaves.allSatisfy { !$0.contains("Hoofdstuk") })
  }

  @Test func `The members of the JSON are those that help promises`() throws {
    let common = [
      "stream", "onderwerp", "handle", "versie", "aanduiding", "orgaan", "besluit", "worOnderdeel", "stand",
      "geldtAlsInstemming", "op", "position", "historisch", "bron", "wachtOp", "wachtSinds", "nietigheid",
    ]
    #expect(try json(als: nil, facts: false).members?.map(\.name) == common)
    let full = try json(als: nil)
    #expect(full.members?.map(\.name) == common + ["feiten"])
    let names = full["feiten"]?.array?.first?.members?.map(\.name) ?? []
    for name in common + names { #expect(ProcedureJSON.help(facts: true).contains(name)) }
    #expect(full["stand"]?.string == "geweigerd" && full["geldtAlsInstemming"]?.bool == false)
    #expect(full["feiten"]?.array?.map { $0["ondertekenaar"]?.string } == ["college", "ondernemingsraad"])
  }

  @Test func `A subject that no plugin names is shown by its stream and its version`() throws {
    try boek.read { reading in
      let procedure = try #require(try reading.views.subject(Procedure.self, SubjectKey(zaak.stroom)))
      let text = try procedure.subject(reading, boek.catalog)
      #expect(text.nl.hasPrefix("\(zaak.onderwerp), versie "))
    }
  }
}
