import Governance
import Testing

@testable import Zaken

/// The clocks of P-01, on the worked dates of the sources.
@Suite struct KlachtKlokTests {
  let proef: Proefprocedure

  init() throws { proef = try Proefprocedure("P-01") }

  @Test func `a confirmation is met when the klager receives it, which is unknown until it is recorded`() throws {
    let received = try zet("KlachtIngediend", "2024-06-03")
    let sent = try zet("OntvangstbevestigingVerzonden", "2024-06-11")
    #expect(try proef.klok("T-01.3", [received, sent], op: "2024-06-12").status == .nadert)
    let unsaid = try proef.klok("T-01.3", [received, sent], op: "2024-06-20")
    #expect(unsaid.status == nil && unsaid.isOpen && unsaid.gehaald == nil)
    #expect(unsaid.ontbreekt?.nl.contains("OntvangstbevestigingVerzonden.ontvangen is niet vastgelegd") == true)
    // What was sent after the last day cannot have come in time.
    let after = try zet("OntvangstbevestigingVerzonden", "2024-06-14")
    #expect(try proef.klok("T-01.3", [received, after], op: "2024-06-20").status == .teLaat)
    let known = try zet("OntvangstbevestigingVerzonden", "2024-06-11", ["ontvangen": "2024-06-13"])
    #expect(try proef.klok("T-01.3", [received, known], op: "2024-06-20").status == .teLaat)
  }

  @Test func `no article gives suspension in this procedure`() {
    #expect(proef.procedure.termijnen.allSatisfy { $0.opschorting.isEmpty && $0.grondslag == .eigenRegel })
  }
}
