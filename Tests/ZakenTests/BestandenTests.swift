import Governance
import RuleFiles
import Testing

@testable import Zaken

/// The procedure files that come with the program.
@Suite struct BestandenTests {
  @Test(arguments: Meegeleverd.bestanden.map(\.id))
  func `a procedure file that comes with the program has no fault`(_ id: String) throws {
    let gelezen = Gelezen(try #require(Meegeleverd.bytes(id)))
    #expect(gelezen.fouten.map { "\($0.plaats) \($0.soort) \($0.text.nl)" } == [])
    #expect(gelezen.procedure?.id == id)
  }

  /// Which terms the sources give, each once; what has no id there has a name of its own.
  @Test(arguments: [
    ("P-01", (1...10).map { "T-01.\($0)" }), ("P-03", (1...7).map { "T-03.\($0)" }), ("P-06", ["T-06.1"]),
    ("P-10", ((1...13) + [15, 16]).map { "T-10.\($0)" }), ("P-13", (1...7).map { "T-13.\($0)" }),
  ])
  func `every term of the sources is in its file`(_ id: String, _ terms: [String]) throws {
    let known = Set(try Proefprocedure(id).procedure.termijnen.map(\.id))
    #expect(Set(terms).subtracting(known) == [])
  }

  @Test func `no procedure of the sources knows suspension, and only the whistleblower act sets statutory terms`()
    throws
  {
    for (id, _) in Meegeleverd.bestanden {
      let procedure = try Proefprocedure(id).procedure
      #expect(procedure.termijnen.allSatisfy { $0.opschorting.isEmpty }, "\(id)")
      #expect(procedure.isVertrouwelijk, "\(id)")
      let statutory = procedure.termijnen.filter { $0.grondslag != .eigenRegel }.map(\.id)
      #expect(statutory == (id == "P-03" ? ["WBK-1", "WBK-2"] : []), "\(id)")
    }
  }

  /// Walks at random: a walk stays among the states of the file, and every clock has a status or says why not.
  @Test(arguments: Meegeleverd.bestanden.map(\.id))
  func `a random walk reaches no undefined state and leaves no clock without an answer`(_ id: String) throws {
    var random = Volgorde(state: 1126)
    let procedure = try Proefprocedure(id).procedure
    for walk in 0..<12 {
      var states: [String: String] = [:]
      var steps: [GezetteStap] = []
      var day = try CalendarDate("2026-01-05")
      for _ in 0..<14 {
        let possible = procedure.stappen.filter { stap in
          if stap.van == .niets {
            return steps.isEmpty ? procedure.spoor(stap) == Toestand.hoofdspoor : states[procedure.spoor(stap)] == nil
          }
          return procedure.vanuit(stap).contains { states[$0.spoor] == $0.id }
        }
        guard let stap = possible.randomElement(using: &random) else { break }
        if let target = stap.naar.toestanden.randomElement(using: &random) {
          let state = try #require(procedure.toestand(target), "seed 1126, walk \(walk)")
          states[state.spoor] = state.id
        }
        var step = GezetteStap(stap.id, op: ImpreciseDate(day))
        for veld in stap.velden {
          if veld.soort == .datum {
            step.datums[veld.id] = ImpreciseDate(try day.adding(days: Int.random(in: 0...40, using: &random)))
          }
          if veld.soort == .keuze { step.codes[veld.id] = veld.waarden.randomElement(using: &random).map { [$0] } }
        }
        steps.append(step)
        day = try day.adding(days: Int.random(in: 0...20, using: &random))
        for klok in Klokken(procedure, steps, op: day).alle {
          #expect(klok.status != nil || !klok.som.nl.isEmpty, "seed 1126, walk \(walk), \(klok.termijn.id)")
        }
      }
    }
  }
}
