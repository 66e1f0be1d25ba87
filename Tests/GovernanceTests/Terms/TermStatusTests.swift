import Governance
import Ledger
import Testing

@Suite struct TermStatusTests {
  private let declaration = TermDeclaration(
    id: "TEST", Text("ontvangstbevestiging"), TermRule(.of(7, .dagen), .wet), starts: Text("ontvangst"),
    meets: Text("verzending"), consequence: Text("te laat"), source: "Wbk")

  private func subject(_ number: Int = 1) throws -> Onderwerp {
    let stream = try #require(StreamID("Zaak/018f0000-0000-7000-8000-00000000000\(number)"))
    return Onderwerp(stream: stream, versie: nil, handle: "zaak-\(number)")
  }

  /// 7 days after 27 March 2026: raw 3 April, under the law 7 April.
  private func term(
    _ start: String = "2026-03-27", met: String? = nil, withdrawn: String? = nil, on number: Int = 1,
    at position: UInt64 = 1
  ) throws -> RunningTerm {
    try #require(
      RunningTerm(
        declaration, on: subject(number), from: .day(try ImpreciseDate(start)), startedBy: position,
        met: try met.map { try ImpreciseDate($0) }, withdrawn: try withdrawn.map { try ImpreciseDate($0) }))
  }

  private func status(_ term: RunningTerm, _ today: String) throws -> TermStatus? {
    JudgedTerm(term, today: try day(today), warnBefore: 3).status
  }

  @Test(arguments: [
    ("2026-03-28", TermStatus.loopt), ("2026-03-30", .loopt), ("2026-03-31", .nadert), ("2026-04-03", .nadert),
    ("2026-04-07", .nadert), ("2026-04-08", .verstreken),
  ])
  func `an open term runs, nears its raw end and passes after its last day`(today: String, expected: TermStatus) throws
  {
    #expect(try status(term(), today) == expected)
  }

  @Test(arguments: [
    ("2026-04-03", TermStatus.gehaald), ("2026-04-07", .gehaald), ("2026-04-08", .teLaat), ("2026-03", .gehaald),
    ("2026-05", .teLaat),
  ])
  func `a term is met in time or late`(met: String, expected: TermStatus) throws {
    #expect(try status(term(met: met), "2026-06-30") == expected)
  }

  @Test func `what cannot be told is not told`() throws {
    let doubtful = JudgedTerm(try term(met: "2026-04"), today: try day("2026-06-30"), warnBefore: 3)
    #expect(doubtful.status == nil)
    #expect(doubtful.missing?.nl == "de precieze dag waarop het gebeurde (bekend: april 2026)")
  }

  @Test func `what has not happened yet does not count`() throws {
    #expect(try status(term(met: "2026-04-02"), "2026-04-01") == .nadert)
    #expect(try status(term(withdrawn: "2026-04-02"), "2026-04-01") == .nadert)
  }

  @Test func `what is withdrawn lapses, unless it was met before`() throws {
    #expect(try status(term(withdrawn: "2026-04-02"), "2026-05-01") == .vervallen)
    #expect(try status(term(met: "2026-04-01", withdrawn: "2026-04-02"), "2026-05-01") == .gehaald)
    #expect(try status(term(met: "2026-04-03", withdrawn: "2026-04-02"), "2026-05-01") == .vervallen)
  }

  @Test func `an imprecise start gives bounds`() throws {
    let judged = JudgedTerm(try term("2026-03"), today: try day("2026-03-03"), warnBefore: 3)
    #expect(try judged.raw == day("2026-03-08"))
    #expect(try judged.latest == day("2026-03-09"))
    #expect(try judged.latestPossible == day("2026-04-07"))
    #expect(judged.status == .loopt)
    #expect(judged.missing?.nl == "de precieze begindatum (bekend: maart 2026)")
    #expect(try status(term("2026-03"), "2026-03-06") == .nadert)
    #expect(try status(term("2026-03"), "2026-03-20") == nil)
    #expect(try status(term("2026-03"), "2026-04-08") == .verstreken)
    #expect(try status(term("2026-03", met: "2026-03-08"), "2026-05-01") == .gehaald)
    #expect(try status(term("2026-03", met: "2026-03-20"), "2026-05-01") == nil)
  }

  @Test func `an unknown start cannot be computed and says what is missing`() throws {
    let judged = JudgedTerm(try term("XXXX"), today: try day("2026-03-03"), warnBefore: 3)
    #expect(judged.raw == nil && judged.status == nil && judged.sum == nil)
    #expect(judged.missing != nil)
    let running = try #require(
      RunningTerm(declaration, on: subject(), from: .missing(Text("de kennisgeving")), startedBy: 1))
    #expect(JudgedTerm(running, today: try day("2026-03-03"), warnBefore: 3).missing == Text("de kennisgeving"))
  }

  @Test func `hours from a day without an hour give bounds`() throws {
    let outcome = TermOutcome(
      TermRule(.of(24, .uren), .eigenRegel), from: .day(ImpreciseDate(try day("2026-03-28"))), by: Kalender())
    #expect(try outcome.earliest?.endMoment == Instant("2026-03-29T00:00:00+01:00"))
    #expect(try outcome.latest?.endMoment == Instant("2026-03-30T01:00:00+02:00"))
    #expect(outcome.missing?.nl == "het uur waarop de termijn begon")
  }

  @Test func `a year outside the table makes a clock that cannot be computed`() throws {
    let judged = JudgedTerm(try term("2029-01-08"), today: try day("2029-01-09"), warnBefore: 3)
    #expect(judged.status == nil)
    #expect(judged.missing == TermProblem.yearNotCovered(2029, table: "2028-1").text)
  }

  @Test func `of several clocks on one subject the earliest binding one comes first`() throws {
    let terms = [
      try term("2026-03-20", on: 2, at: 4), try term("2026-04-20", at: 1), try term("XXXX", at: 2),
      try term("2026-04-10", at: 3), try term("2026-03-01", met: "2026-03-02", at: 0),
    ]
    let judged = [JudgedTerm](terms, today: try day("2026-03-25"), warnBefore: 3)
    #expect(judged.map(\.term.startedBy) == [4, 3, 1, 2, 0])
    #expect(judged.map(\.bindsFirst) == [true, true, false, false, false])
    #expect(judged.map(\.clocksOnSubject) == [1, 3, 3, 3, 3])
  }

  @Test func `a day that someone set is judged without a sum`() throws {
    let announced = RunningTerm(
      declaration, on: try subject(), .on(try ImpreciseDate("2026-05-01")), startedBy: 9,
      met: try ImpreciseDate("2026-05-01"))
    #expect(try status(announced, "2026-04-01") == .loopt)
    #expect(try status(announced, "2026-04-29") == .nadert)
    #expect(try status(announced, "2026-05-01") == .gehaald)
  }
}
