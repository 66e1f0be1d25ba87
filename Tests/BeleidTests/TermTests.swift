import Governance
import Proefboek
import Testing

@testable import Beleid

struct TermTests {
  private let boek: Proefboek
  private let code: Proefregeling

  init() throws {
    boek = try Proefboek()
    code = Proefregeling(boek)
  }

  private func adopt(_ op: String, _ interval: String?) throws {
    try code.ontwerp("een", op: op, plicht: .nietVereist)
    try code.stelVast("een", op: op) { draft in
      draft[RegelingVastgesteld.evaluatieIedere] = interval.flatMap { Tijdsduur($0) }
    }
  }

  private func review(_ op: String) throws {
    try code.leg(RegelingGeevalueerd.self, "een", op: op, als: .college) {
      $0[RegelingGeevalueerd.uitkomst] = .geenWijziging
    }
  }

  /// The terms as they stand on a day: id, raw end, status.
  private func terms(_ day: String) throws -> [String] {
    let today = try CalendarDate(day)
    return try boek.read { reading in
      let terms = try BeleidPlugin().terms(in: reading.views, on: today)
      return [JudgedTerm](terms, today: today, warnBefore: 14).map {
        "\($0.term.declaration.id) \($0.raw?.description ?? "?") \($0.status?.rawValue ?? "?")"
      }
    }
  }

  @Test func `A review cycle is met, met late, or passes`() throws {
    try adopt("2020-01-31", "P1Y")
    #expect(try terms("2020-01-30") == [])
    #expect(try terms("2020-06-01") == ["BEL-EVALUATIE 2021-01-31 loopt"])
    #expect(try terms("2021-01-20") == ["BEL-EVALUATIE 2021-01-31 nadert"])
    #expect(try terms("2021-02-01") == ["BEL-EVALUATIE 2021-01-31 verstreken"])
    try review("2021-01-30")
    try review("2022-03-01")
    #expect(
      try terms("2022-03-02") == [
        "BEL-EVALUATIE 2023-03-01 loopt", "BEL-EVALUATIE 2022-01-30 teLaat", "BEL-EVALUATIE 2021-01-31 gehaald",
      ])
    // What was known of a day is not changed by what came after it.
    #expect(try terms("2021-02-01") == ["BEL-EVALUATIE 2022-01-30 loopt", "BEL-EVALUATIE 2021-01-31 gehaald"])
  }

  @Test func `Maastricht: every two years from an adoption on an unknown day`() throws {
    try adopt("2024-11-14/..", "P2Y")
    #expect(try terms("2026-10-01") == ["BEL-EVALUATIE 2026-11-14 loopt"])
    #expect(try terms("2026-11-10") == ["BEL-EVALUATIE 2026-11-14 nadert"])
    #expect(try terms("2026-11-21") == ["BEL-EVALUATIE 2026-11-14 ?"])
  }

  @Test func `A rule without an interval has no term, a withdrawn one has a lapsed term`() throws {
    try adopt("2020-01-31", nil)
    #expect(try terms("2026-11-21") == [])
    let other = Proefregeling(boek, "klachten")
    try other.ontwerp("een", op: "2020-01-31", plicht: .nietVereist)
    try other.stelVast("een", op: "2020-01-31") { $0[RegelingVastgesteld.evaluatieIedere] = Tijdsduur("P2Y") }
    try other.leg(RegelingInWerkingGetreden.self, "een", op: "2020-02-01")
    try other.leg(RegelingIngetrokken.self, "een", op: "2021-01-01", als: .college)
    #expect(try terms("2026-11-21") == ["BEL-EVALUATIE 2022-01-31 vervallen"])
    #expect(try terms("2020-12-31") == ["BEL-EVALUATIE 2022-01-31 loopt"])
  }

  @Test func `An announced entry into force runs until its day`() throws {
    try adopt("2026-11-01", nil)
    try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-12-31")
    #expect(try terms("2026-11-21") == ["BEL-INWERKINGTREDING 2026-12-31 loopt"])
    #expect(try terms("2026-12-30") == ["BEL-INWERKINGTREDING 2026-12-31 nadert"])
    #expect(try terms("2026-12-31") == [])
    #expect(try terms("2026-10-31") == [])
  }
}
