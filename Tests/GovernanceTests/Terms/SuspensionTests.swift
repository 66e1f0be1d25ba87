import Testing

@testable import Governance

/// Terms that stand still for a while, and terms extended until a day.
@Suite struct SuspensionTests {
  private func day(_ text: String) throws -> CalendarDate { try CalendarDate(text) }

  private func suspension(_ from: String, _ until: String) throws -> TermSuspension {
    try #require(TermSuspension(try day(from), until: try day(until)))
  }

  private func end(_ rule: TermRule, _ start: String) throws -> TermCalculation {
    try TermCalculation(rule, from: day(start), by: Kalender())
  }

  @Test func `days on which a term stood still come after its end, and the Termijnenwet comes last`() throws {
    let rule = TermRule(.of(6, .weken), .wet).suspended(try suspension("2025-01-16", "2025-01-22"))
    let counted = try end(rule, "2024-12-30")
    #expect(counted.unsuspended == (try day("2025-02-10")))
    #expect(counted.raw == (try day("2025-02-16")))
    #expect(counted.latest == (try day("2025-02-17")))
    #expect(counted.sum.nl.contains("opgeschort van 16 januari 2025 tot 22 januari 2025 (6 dagen) = 16 februari 2025"))
  }

  @Test func `days that overlap or meet count once, in any order`() throws {
    let parts = [
      try suspension("2026-01-20", "2026-01-25"), try suspension("2026-01-10", "2026-01-22"),
      try suspension("2026-01-25", "2026-01-27"),
    ]
    let plain = TermRule(.of(30, .dagen), .eigenRegel)
    let ends = try [[0, 1, 2], [2, 1, 0], [1, 0, 2]].map { order in
      try end(order.reduce(plain) { $0.suspended(parts[$1]) }, "2026-01-01").raw.description
    }
    #expect(ends == ["2026-02-17", "2026-02-17", "2026-02-17"])
  }

  @Test func `what begins before the start counts from the day after it, and what begins after the end not at all`()
    throws
  {
    let plain = TermRule(.of(10, .dagen), .eigenRegel)
    #expect(
      try end(plain.suspended(suspension("2025-12-20", "2026-01-04")), "2026-01-01").raw.description == "2026-01-13")
    #expect(
      try end(plain.suspended(suspension("2026-01-12", "2026-01-20")), "2026-01-01").raw.description == "2026-01-11")
    #expect(
      try end(plain.suspended(suspension("2026-01-11", "2026-01-20")), "2026-01-01").raw.description == "2026-01-20")
    #expect(TermSuspension(try day("2026-01-01"), until: try day("2026-01-01")) == nil)
  }

  @Test func `a suspension can bring another one within the term, and an extension too`() throws {
    let rule = TermRule(.of(10, .dagen), .eigenRegel).suspended(try suspension("2026-01-10", "2026-01-15")).suspended(
      try suspension("2026-01-16", "2026-01-18"))
    #expect(try end(rule, "2026-01-01").raw.description == "2026-01-18")
    let late = TermRule(.of(10, .dagen), .eigenRegel).suspended(try suspension("2026-01-20", "2026-01-22"))
    #expect(try end(late, "2026-01-01").raw.description == "2026-01-11")
    #expect(try end(late.extended(by: .of(10, .dagen)), "2026-01-01").raw.description == "2026-01-23")
  }

  @Test func `of a term in working days the suspended ones are counted again`() throws {
    // Thursday 8 to Tuesday 13 January: three working days.
    let rule = TermRule(.of(10, .werkdagen), .eigenRegel).suspended(try suspension("2026-01-08", "2026-01-13"))
    #expect(try end(rule, "2026-01-05").unsuspended.description == "2026-01-19")
    #expect(try end(rule, "2026-01-05").raw.description == "2026-01-22")
  }

  @Test func `until a day only lengthens`() throws {
    let plain = TermRule(.of(6, .weken), .eigenRegel)
    #expect(try end(plain.extended(until: day("2026-03-01")), "2026-01-05").raw.description == "2026-03-01")
    #expect(try end(plain.extended(until: day("2026-02-01")), "2026-01-05").raw.description == "2026-02-16")
    #expect(plain.extended(until: try day("2026-03-01")).text.nl == "6 weken, verlengd tot en met 1 maart 2026")
  }

  @Test func `minutes pass as minutes, and no day starts them`() throws {
    let half = TermRule(.of(30, .minuten), .eigenRegel)
    let counted = try TermCalculation(half, from: Instant("2026-03-29T00:45:00Z"), by: Kalender())
    #expect(counted.endMoment == (try Instant("2026-03-29T01:15:00Z")))
    #expect(throws: TermProblem.hoursAndDays) { try end(half, "2026-03-29") }
    #expect(try TermLength("30 minuten") == .of(30, .minuten))
    let both = TermRule(.of(1, .uren), .eigenRegel).extended(by: .of(30, .minuten))
    #expect(
      try TermCalculation(both, from: Instant("2026-03-01T10:00:00Z"), by: Kalender()).endMoment
        == (try Instant("2026-03-01T11:30:00Z")))
  }
}
