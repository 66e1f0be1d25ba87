import Testing

@testable import Zaken

/// Figures over a year: what would show a single case stays out.
@Suite struct JaarcijferTests {
  struct Verdeling: Sendable {
    let cellen: [Int]
    let mag: Bool
  }

  static let verdelingen: [Verdeling] = [
    .init(cellen: [], mag: false), .init(cellen: [4], mag: false), .init(cellen: [9], mag: false),
    .init(cellen: [5, 5], mag: true), .init(cellen: [5, 4], mag: false), .init(cellen: [100, 1], mag: false),
    .init(cellen: [5, 5, 5], mag: true), .init(cellen: [2, 3], mag: false),
  ]

  @Test(arguments: verdelingen) func `a breakdown is shown only when no cell is small and none holds all`(
    _ verdeling: Verdeling
  ) {
    #expect(Jaarcijfers.isTeTonen(verdeling.cellen, of: verdeling.cellen.reduce(0, +)) == verdeling.mag)
  }

  @Test(arguments: [(0, "minder dan 5"), (4, "minder dan 5"), (5, "5"), (12, "12")])
  func `the public reads no small number`(_ aantal: Int, _ tekst: String) {
    #expect(Jaarcijfers(procedure: "P-01", jaar: 2025, aantal: aantal, uitkomsten: []).publiek == tekst)
  }

  @Test func `a breakdown by team is shown only when every team has ten people, and no cell is small`() {
    let codes = Array(repeating: "handhaving", count: 6) + Array(repeating: "balie", count: 5)
    let getoond = ["team balie: 5", "team handhaving: 6"]
    #expect(Jaarcijfers.perTeam(codes, onder: "team", ["handhaving": 34, "balie": 10]) == getoond)
    // The small one could be found by subtracting.
    #expect(Jaarcijfers.perTeam(codes, onder: "team", ["handhaving": 34, "balie": 9]) == [])
    #expect(Jaarcijfers.perTeam(codes, onder: "team", ["handhaving": 34]) == [])
    #expect(
      Jaarcijfers.perTeam(codes + ["balie", "kas"], onder: "team", ["handhaving": 34, "balie": 10, "kas": 50]) == [])
  }

  @Test(arguments: ["VoorvalGebeurd.indiener", "VoorvalGebeurd.tijdstip", "Onzin.veld", "VoorvalGebeurd.onzin"])
  func `a report is broken down by a recorded choice only`(_ moment: String) throws {
    let text = String(decoding: try #require(Meegeleverd.bytes("P-10")), as: UTF8.self)
    let fouten = Gelezen(Array(text.replacing("team: VoorvalGebeurd.team", with: "team: \(moment)").utf8)).fouten
    #expect(fouten.isEmpty == (moment == "VoorvalGebeurd.indiener"), "\(fouten)")
  }
}
