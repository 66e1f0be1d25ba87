import Governance
import Testing

@testable import Zaken

/// Dates of P-01 that cannot be: recorded as they were, and marked.
@Suite struct KlachtDagTests {
  private func merken(_ gehoordOp: String) throws -> [String] {
    var proef = Scenariozaak(try Proefprocedure("P-01").procedure, over: "medewerker")
    try proef.zet(.init("2024-06-03 KlachtIngediend", [:]))
    try proef.zet(.init("2024-06-10 OnderzoekBelegd", ["wijze": ["intern"]]))
    try proef.zet(.init("2024-06-20 HoorverslagVastgesteld", ["wie": ["klager"], "gehoordOp": [gehoordOp]]))
    let zaak = try proef.zaak
    return zaak.merken(zaak.klokken(op: try CalendarDate("2024-07-01"))).map(\.nl)
  }

  @Test func `a hearing after its own report, or before the complaint, is marked`() throws {
    #expect(try merken("2024-06-25") == ["HoorverslagVastgesteld.gehoordOp ligt na de stap zelf"])
    #expect(try merken("2024-05-01") == ["HoorverslagVastgesteld.gehoordOp ligt voor KlachtIngediend"])
    #expect(try merken("2024-06-14") == [])
    #expect(try merken("2024-06") == [])
  }
}
