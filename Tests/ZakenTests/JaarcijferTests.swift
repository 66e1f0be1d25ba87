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
}
