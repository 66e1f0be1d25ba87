import Governance
import Instemming
import Ledger
import Proefboek
import Testing

@testable import Beleid

struct TijdlijnTests {
  @Test func `After every event lists and terms find what folding afresh finds, on every day`()
    throws
  {
    let boek = try Proefboek()
    var audit = TimelineAudit(Regeling.self)
    func check(_ event: RecordedEvent) throws {
      #expect(try audit.faults(boek) == [], "after \(event.type.name)")
    }
    func review(_ code: Proefregeling, _ text: String, _ op: String) throws -> RecordedEvent {
      try code.leg(RegelingGeevalueerd.self, text, op: op, als: .college) {
        $0[RegelingGeevalueerd.uitkomst] = .geenWijziging
      }
    }
    let code = Proefregeling(boek)
    try check(code.ontwerp(nil, naam: "2019", op: "2019", bron: "raadsbrief"))
    try check(
      code.stelVast(
        nil, naam: "2019", op: "2019/2020-03", als: .secretariaat, orgaan: nil, bron: "raadsbrief"
      ) {
        $0[RegelingVastgesteld.evaluatieIedere] = Tijdsduur("P2Y")
      })
    try check(
      code.ontwerp("een", op: "2024-01-01", eerste: false) {
        $0[RegelingOntworpen.instemming] = .nietVereist
        $0[RegelingOntworpen.worOnderdeel] = nil
        $0[RegelingOntworpen.nietVereist] = .caoRegelt
      })
    let adopted = try code.stelVast("een", op: "2024-02") {
      $0[RegelingVastgesteld.evaluatieIedere] = Tijdsduur("P1Y")
    }
    try check(adopted)
    let entry = try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-12-31")
    try check(entry)
    try check(code.corrigeer(entry, "2024-03-01"))
    try check(review(code, "een", "2025-01-20"))
    let vague = try review(code, "een", "2025")
    try check(vague)
    try check(code.corrigeer(adopted, "2024-02-10", als: .college))
    try check(code.corrigeer(vague, als: .college))
    try check(code.corrigeer(entry, "2024-03-02"))
    try check(code.leg(RegelingIngetrokken.self, "een", op: "2026-11", als: .college))
    let other = Proefregeling(boek, "klachten")
    try check(other.ontwerp("twee", plicht: .nietVereist))
    try check(other.stelVast("twee") { $0[RegelingVastgesteld.evaluatieIedere] = Tijdsduur("P6M") })
    try check(other.leg(RegelingInWerkingGetreden.self, "twee", op: "2027-01-01"))
    try check(
      other.leg(ContentElementAangetoond.self, "twee") {
        $0[ContentElementAangetoond.element] = "G-4"
        $0[ContentElementAangetoond.vindplaats] = "blz. 9"
      })
  }
}
