import Governance
import Testing

@testable import Zaken

/// The tables of dated cases in `Scenarios`, which a lawyer can read, against the engine.
@Suite struct ScenarioTests {
  @Test(arguments: Scenario.alle)
  func `a case stands as the table says`(_ row: Scenario) throws {
    let procedure = try Proefprocedure(row.procedure).procedure
    var proef = Scenariozaak(procedure, over: row.over)
    for zet in row.stappen {
      if procedure.stap(zet.stap) != nil {
        let refused = try proef.weigering(zet)
        #expect(refused == nil, "\(zet.op) \(zet.stap): \(refused?.message.nl ?? "")")
      }
      try proef.zet(zet)
    }
    for (zet, regel) in row.geweigerd {
      #expect(try proef.weigering(zet)?.rule?.id ?? "geen" == regel, "\(zet.op) \(zet.stap)")
    }
    let zaak = try proef.zaak
    #expect(zaak.toestanden.mapValues(\.id) == row.toestand)
    for (functie, stappen) in row.kan {
      let kan = Stapkeuring(zaak.stand).mogelijk([functie]).map(\.id)
      #expect(Set(kan) == Set(stappen), "\(functie) kan \(kan)")
    }
    let klokken = zaak.klokken(op: try CalendarDate(row.op), nu: try row.nu.map { try Instant($0) })
    for (id, beeld) in row.termijnen {
      let termijn = try #require(procedure.termijn(id))
      let clocks = klokken.klokken(van: termijn).map(\.beeld)
      #expect((clocks.isEmpty ? "telt niet" : clocks.joined(separator: "; ")) == beeld, "\(id)")
    }
    for (id, som) in row.som {
      let termijn = try #require(procedure.termijn(id))
      #expect(klokken.klokken(van: termijn).first?.som.nl == som, "\(id)")
    }
    #expect(zaak.merken(klokken).map(\.nl) == row.merken)
    for (plaats, namen) in row.ziet {
      let moment = Moment(plaats)
      let stap = try #require(procedure.stap(moment.stap), "\(plaats)")
      let veld = try #require(moment.veld.flatMap { stap.veld($0) }, "\(plaats)")
      let zienden = try proef.zienden(stap, veld)
      #expect(zienden == Set(namen), "\(plaats)")
    }
    for (functie, rollen) in row.wie { #expect(try Set(proef.rollen(functie)) == Set(rollen), "\(functie)") }
    for (id, stand) in row.bewaring {
      let bewaring = try #require(procedure.bewaring.first { $0.id == id })
      #expect(zaak.bewaarstand(bewaring, nil, op: try CalendarDate(row.op)).text.nl == stand, "\(id)")
    }
  }

  /// What needs a ledger, and is tested with one: versions of a procedure (13 to 15), papers that cases share (20) and what
  /// a procedure file may not leave out (23).
  static let elders: Set<Int> = [13, 14, 15, 20, 23]

  @Test func `the tables have what they should come from, and no row twice`() {
    let rows = Scenario.alle
    #expect(rows.count >= 90)
    #expect(Set(rows.map(\.testDescription)).count == rows.count)
    #expect(rows.allSatisfy { !$0.uit.isEmpty })
    let sources = Set(rows.flatMap(\.uit))
    #expect(sources.contains("procedures.md 0.7"))
    // The others are about rules, inspections and consent, which are no cases.
    for number in Array(1...13) + Array(21...25) { #expect(sources.contains("scenarios.md S\(number)")) }
    for number in 1...24 where !Self.elders.contains(number) { #expect(sources.contains("cases.md \(number)")) }
  }
}
