import Governance
import Proefboek
import Testing

@testable import Beleid

struct CorrectieTests {
  let code: Proefregeling
  init() throws { code = Proefregeling(try Proefboek()) }

  @Test func `A corrected date is shown and the first one is kept`() throws {
    try code.ontwerp("een", op: "2026-10-01", plicht: .nietVereist)
    let adopted = try code.stelVast("een", op: "2026-10-20")
    let correction = try code.corrigeer(adopted, "2026-10-02", als: .college)
    let fact = try #require(try code.regeling().versies.first?.feit(RegelingVastgesteld.self))
    #expect(fact.effective.description == "2026-10-02")
    #expect(fact.recordedEffective.description == "2026-10-20")
    #expect(fact.correctedBy == correction.position)
    #expect(!fact.isWithdrawn)
  }

  @Test func `What lapses can be recorded anew, and stays in the history`() throws {
    try code.ontwerp("een", plicht: .nietVereist)
    let adopted = try code.stelVast("een")
    try code.corrigeer(adopted, als: .college)
    #expect(try code.regeling().versies.first?.isVastgesteld == false)
    try code.stelVast("een")
    #expect(try code.regeling().feiten.count == 4)
    try code.verwachtWeigering("BEL-CORRECTIE") { try code.corrigeer(adopted, als: .college) }
  }

  @Test func `A fact does not lapse while others rest on it`() throws {
    let draft = try code.ontwerp("een", plicht: .nietVereist)
    let adopted = try code.stelVast("een")
    let entry = try code.leg(RegelingInWerkingGetreden.self, "een")
    try code.verwachtWeigering("BEL-CORRECTIE-VOLGORDE") { try code.corrigeer(adopted, als: .college) }
    try code.verwachtWeigering("BEL-CORRECTIE-VOLGORDE") { try code.corrigeer(draft) }
    for event in [entry, adopted] { try code.corrigeer(event, als: .college) }
    try code.corrigeer(draft)
  }

  @Test func `Who could not have recorded a fact does not correct it`() throws {
    try code.ontwerp("een", plicht: .nietVereist)
    let adopted = try code.stelVast("een")
    for role in [Rol.secretariaat, .algemeenDirecteur] {
      try code.verwachtWeigering("BEL-CORRECTIE-BEVOEGD") { try code.corrigeer(adopted, als: role) }
    }
  }

  @Test func `A right date meets the demands of the first`() throws {
    try code.ontwerp("een", op: "2026-10-01", plicht: .nietVereist)
    let adopted = try code.stelVast("een", op: "2026-10-20")
    let entry = try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-11-01")
    try code.verwachtWeigering("BEL-CORRECTIE-DATUM") { try code.corrigeer(adopted, "2026-11-02", als: .college) }
    try code.verwachtWeigering("BEL-CORRECTIE-DATUM") { try code.corrigeer(entry, "2026-11") }
    try code.corrigeer(entry, "2026-11-05")
  }

  @Test func `Another rule's event and a correction are not corrected`() throws {
    let draft = try code.ontwerp("een")
    let other = Proefregeling(code.boek, "ander")
    let foreign = try other.ontwerp("een")
    try code.verwachtWeigering("BEL-CORRECTIE") { try code.corrigeer(foreign) }
    let correction = try code.corrigeer(draft, "2026-11-20")
    try code.verwachtWeigering("BEL-CORRECTIE") { try code.corrigeer(correction) }
  }
}
