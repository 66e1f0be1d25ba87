import Governance
import Proefboek
import Testing

@testable import Beleid

struct EvaluatieTests {
  let code: Proefregeling
  init() throws { code = Proefregeling(try Proefboek()) }

  @Test(arguments: [
    ("2024-02-29", "P1Y", "2025-02-28"), ("2024-02-29", "P4Y", "2028-02-29"), ("2024-08-31", "P6M", "2025-02-28"),
    ("2024-01-31", "P1M", "2024-02-29"), ("2024-12-31", "P2M", "2025-02-28"), ("2024-11-13", "P2Y", "2026-11-13"),
    ("2024-11-13", "P8W", "2025-01-08"), ("2024-12-31", "P14D", "2025-01-14"),
  ])
  func `An interval ends on the same day of a later month, or on its last`(
    _ from: String, _ interval: String, _ to: String
  ) throws {
    let interval = try #require(Tijdsduur(interval))
    #expect(try CalendarDate(from).adding(interval) == (try CalendarDate(to)))
  }

  @Test func `A review starts the interval again and a later one is overdue`() throws {
    try adopt("2025-01-31", "P1M")
    #expect(try due("2025-01-31") == "2025-02-28")
    try code.leg(RegelingGeevalueerd.self, "een", op: "2025-03-15", als: .college) {
      $0[RegelingGeevalueerd.uitkomst] = .geenWijziging
    }
    #expect(try due("2025-03-14") == "2025-02-28")
    #expect(try due("2025-03-15") == "2025-04-15")
    let review = Evaluatie(try code.regeling(), op: try CalendarDate("2025-04-16"))
    #expect(review.isVerstreken(op: try CalendarDate("2025-04-16")))
    #expect(!review.isVerstreken(op: try CalendarDate("2025-04-15")))
  }

  @Test func `A review on an unknown day makes the next one unknown`() throws {
    try adopt("2025-01-31", "P1Y")
    try code.leg(RegelingGeevalueerd.self, "een", op: "2025", als: .college) {
      $0[RegelingGeevalueerd.uitkomst] = .wijziging
    }
    let review = Evaluatie(try code.regeling(), op: try CalendarDate("2026-01-01"))
    #expect(review.uiterlijk == nil)
    #expect(review.ontbreekt?.nl == "niet te berekenen: datum van evaluatie onbekend (2025)")
  }

  @Test func `Without an interval nothing is due`() throws {
    try code.ontwerp("een", plicht: .nietVereist)
    try code.stelVast("een")
    #expect(
      Evaluatie(try code.regeling(), op: try CalendarDate("2026-11-21")).ontbreekt?.nl
        == "geen termijn vastgelegd")
  }

  private func adopt(_ day: String, _ interval: String) throws {
    try code.ontwerp("een", op: day, plicht: .nietVereist)
    try code.stelVast("een", op: day) { $0[RegelingVastgesteld.evaluatieIedere] = Tijdsduur(interval) }
  }

  private func due(_ day: String) throws -> String? {
    Evaluatie(try code.regeling(), op: try CalendarDate(day)).uiterlijk?.description
  }
}
