import Governance
import Testing

@testable import Zaken

/// The clocks of P-01, on the worked dates of the sources.
@Suite struct KlachtKlokTests {
  let proef: Proefprocedure

  init() throws { proef = try Proefprocedure("P-01") }

  @Test(arguments: [
    (
      "2024-06-03",
      [
        "T-01.3": "2024-06-12", "T-01.4": "2024-06-17", "T-01.5": "2024-06-17", "T-01.6": "2024-06-17",
        "T-01.8": "2024-07-29",
      ]
    ),
    (
      "2024-12-20",
      [
        "T-01.3": "2025-01-03", "T-01.4": "2025-01-08", "T-01.5": "2025-01-08", "T-01.6": "2025-01-08",
        "T-01.8": "2025-02-14",
      ]
    ),
  ])
  func `a klacht starts its clocks on the day of receipt`(_ received: String, _ ends: [String: String]) throws {
    let steps = [try zet("KlachtIngediend", received)]
    for (id, end) in ends {
      let klok = try proef.klok(id, steps, op: received)
      #expect(klok.ruw?.description == end, "\(id)")
      #expect(klok.laatste == klok.ruw, "\(id)")
    }
  }

  @Test(arguments: [("2025-02-28", TermStatus.gehaald), ("2025-03-01", .teLaat)])
  func `a klacht about conduct of more than a year ago is marked`(_ received: String, _ status: TermStatus) throws {
    let steps = [try zet("KlachtIngediend", received, ["datumGedraging": "2024-02-29"])]
    #expect(try proef.klok("T-01.1", steps, op: received).status == status)
  }

  @Test(arguments: [("2024-09-30", TermStatus.gehaald), ("2024-10-01", .teLaat)])
  func `a klacht of who left more than twelve months ago is marked`(_ received: String, _ status: TermStatus) throws {
    let steps = [
      try zet("KlachtIngediend", received, ["eindeWerkrelatie": "2023-09-30"], codes: ["indiener": "werkzaamGeweest"])
    ]
    #expect(try proef.klok("T-01.2", steps, op: received).status == status)
    let works = [try zet("KlachtIngediend", received, codes: ["indiener": "werkzaam"])]
    #expect(
      Klokken(proef.procedure, works, op: try CalendarDate(received)).alle.contains { $0.termijn.id == "T-01.2" }
        == false)
  }

  @Test func `a notice of delay in time meets the eight weeks, and the announced day is the next clock`() throws {
    let received = try zet("KlachtIngediend", "2024-06-03")
    let notice = try zet("StandpuntUitgesteld", "2024-07-22", ["verwacht": "2024-08-26"])
    #expect(try proef.klok("T-01.8", [received, notice], op: "2024-07-23").status == .gehaald)
    let announced = try proef.klok("T-01.9", [received, notice], op: "2024-07-23")
    #expect(announced.laatste?.description == "2024-08-26")
    let late = try zet("StandpuntUitgesteld", "2024-07-30", ["verwacht": "2024-08-26"])
    #expect(try proef.klok("T-01.8", [received, late], op: "2024-07-31").status == .teLaat)
    let again = [received, notice, try zet("StandpuntUitgesteld", "2024-08-20", ["verwacht": "2024-09-10"])]
    #expect(try proef.klok("T-01.9", again, op: "2024-08-21").laatste?.description == "2024-09-10")
  }

  @Test(arguments: [("2024-08-26", false), ("2024-08-27", true)])
  func `beyond twelve weeks a reason is asked for`(_ expected: String, _ asked: Bool) throws {
    let veld = try #require(proef.procedure.stap("StandpuntUitgesteld")?.veld("motivering"))
    guard case .later(let name, let length, let from)? = veld.als else {
      Issue.record("no condition")
      return
    }
    #expect(name == "verwacht" && from == Moment("KlachtIngediend"))
    let limit = try TermRule(length, .eigenRegel).rawEnd(from: CalendarDate("2024-06-03"), by: Kalender())
    #expect((try CalendarDate(expected) > limit) == asked)
  }

  @Test func `the standpunt gives fourteen days to react`() throws {
    let steps = [try zet("KlachtIngediend", "2024-06-03"), try zet("StandpuntVerzonden", "2024-08-02")]
    #expect(try proef.klok("T-01.10", steps, op: "2024-08-03").laatste?.description == "2024-08-16")
  }

  @Test func `a confirmation is met when the klager receives it, which is unknown until it is recorded`() throws {
    let received = try zet("KlachtIngediend", "2024-06-03")
    let sent = try zet("OntvangstbevestigingVerzonden", "2024-06-11")
    #expect(try proef.klok("T-01.3", [received, sent], op: "2024-06-12").status == .gehaald)
    #expect(try proef.klok("T-01.3", [received, sent], op: "2024-06-20").status == nil)
    let known = try zet("OntvangstbevestigingVerzonden", "2024-06-11", ["ontvangen": "2024-06-13"])
    #expect(try proef.klok("T-01.3", [received, known], op: "2024-06-20").status == .teLaat)
  }

  @Test func `a term passes on the day after its last one, and what is late is recorded as late`() throws {
    let received = try zet("KlachtIngediend", "2024-06-03")
    #expect(try proef.klok("T-01.8", [received], op: "2024-07-29").status == .nadert)
    #expect(try proef.klok("T-01.8", [received], op: "2024-07-30").status == .verstreken)
    #expect(
      try proef.klok("T-01.8", [received, try zet("StandpuntVerzonden", "2024-07-30")], op: "2024-08-01").status
        == .teLaat)
  }

  @Test func `a klacht that is not treated ends what is no longer asked`() throws {
    let steps = [try zet("KlachtIngediend", "2024-06-03"), try zet("KlachtNietInBehandelingGenomen", "2024-06-10")]
    #expect(try proef.klok("T-01.4", steps, op: "2024-06-30").status == .gehaald)
    for id in ["T-01.5", "T-01.6", "T-01.8"] {
      #expect(try proef.klok(id, steps, op: "2024-06-30").status == .vervallen, "\(id)")
    }
  }

  @Test func `no article gives suspension in this procedure`() {
    #expect(proef.procedure.termijnen.allSatisfy { $0.opschorting.isEmpty && $0.grondslag == .eigenRegel })
  }
}
