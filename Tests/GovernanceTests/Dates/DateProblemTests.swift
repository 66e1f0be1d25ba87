import Governance
import Testing

@Suite struct DateProblemTests {
  @Test func `a day that does not exist is named, with the length of its month`() throws {
    let problem = try #require(throws: DateProblem.self) { try CalendarDate("2025-02-30") }
    #expect(problem.text(.dutch) == "30 februari 2025 bestaat niet: februari 2025 heeft 28 dagen")
    #expect(problem.text(.english) == "30 February 2025 does not exist: February 2025 has 28 days")
  }

  @Test func `another notation is quoted with what is expected`() throws {
    let problem = try #require(throws: DateProblem.self) { try CalendarDate("13-11-2024") }
    #expect(
      problem.text(.dutch) == "\"13-11-2024\" is geen datum: verwacht jaar, maand en dag, zoals 2024-11-13")
  }

  @Test func `what is quoted is short and cannot disturb a terminal`() {
    let hostile = "\u{1B}[2J\u{202E}" + String(repeating: "e\u{0301}", count: 10_000)
    let text = DateProblem.malformed(found: hostile, expected: .day).text(.dutch)
    #expect(text.unicodeScalars.count < 150)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.contains("…"))
  }

  @Test func `every problem has its own sentence in each language`() {
    var problems: [DateProblem] = [
      .noSuchMonth(13), .noSuchDay(year: 2025, month: 2, day: 29), .yearOutOfRange(10_000), .dayOutOfRange,
      .noSuchTime(found: "x"), .instantOutOfRange(found: "x"), .endBeforeStart(found: "x"),
    ]
    problems += DateProblem.Notation.allCases.map { .malformed(found: "x", expected: $0) }
    problems += DateProblem.Feature.allCases.map { .refused(found: "x", $0) }
    for language in Language.allCases {
      #expect(Set(problems.map { $0.text(language) }).count == problems.count)
    }
    for problem in problems { #expect(problem.text(.dutch) != problem.text(.english)) }
  }
}
