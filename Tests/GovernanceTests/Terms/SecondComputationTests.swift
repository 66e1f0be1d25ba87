import Governance
import TestBench
import Testing

@Suite struct SecondComputationTests {
  private static let counts: [(TermUnit, [Int])] = [
    (.uren, [1, 24, 48, 100]), (.dagen, [1, 2, 3, 4, 5, 6, 7, 8, 14, 28, 30, 42, 60, 89, 90, 91]),
    (.werkdagen, [1, 2, 3, 5, 7, 10, 20, 90, 91]), (.weken, [1, 2, 4, 6, 8, 12, 13]),
    (.maanden, [1, 2, 3, 4, 6, 12]), (.jaren, [1, 2, 4, 7]),
  ]

  @Test func `every day from 2023 through 2028 and every unit agree with a computation by others`() throws {
    let table = try Self.table()
    guard let result = try OtherSoftware.run("termijnen.py", needing: "holidays", on: table) else { return }
    #expect(result.status == 0, "\(result.output)")
    print(result.output, terminator: "")
    // The twin: one end that is a day off must be found.
    let wrong = table.replacing(
      "2026-03-27\t7\tdagen\tna\t2026-04-03\t2026-04-07", with: "2026-03-27\t7\tdagen\tna\t2026-04-03\t2026-04-08")
    let refused = try OtherSoftware.run("termijnen.py", needing: "holidays", on: wrong)
    #expect(wrong != table && refused?.status == 1)
    #expect(refused?.output.contains("1 wrong") == true)
  }

  private static func table() throws -> String {
    let calendar = Kalender()
    let last = try day("2028-12-31")
    var start = try day("2023-01-01")
    var table = ""
    while start <= last {
      for (unit, counts) in counts {
        for count in counts {
          for direction in [TermRule.Direction.after, .before] {
            let length = TermLength.of(count, unit)
            table += try row(start, length, direction, calendar)
          }
        }
      }
      start = try start.adding(days: 1)
    }
    return table
  }

  private static func row(
    _ start: CalendarDate, _ length: TermLength, _ direction: TermRule.Direction, _ calendar: Kalender
  ) throws -> String {
    // The raw end is counted without the law as well, which may not know the year.
    let raw = try end(TermRule(length, .eigenRegel, direction), start, calendar).raw
    let latest: String
    do {
      let end = try end(TermRule(length, .wet, direction), start, calendar)
      latest = end.raw == raw ? end.latest.description : "raw ends differ"
    } catch TermProblem.yearNotCovered(let year, _) { latest = "onbekend:\(year)" }
    let side = direction == .after ? "na" : "voor"
    return "\(start)\t\(length.count)\t\(length.unit.rawValue)\t\(side)\t\(raw)\t\(latest)\n"
  }

  private static func end(_ rule: TermRule, _ start: CalendarDate, _ calendar: Kalender) throws -> TermCalculation {
    guard rule.isInHours else { return try TermCalculation(rule, from: start, by: calendar) }
    return try TermCalculation(rule, from: try Instant("\(start)T12:00:00Z"), by: calendar)
  }
}
