import Beleid
import Governance
import Inspectie
import Instemming
import Organisatie
import Proefboek
import Testing

extension Proefboek {
  /// A ledger with what these tests need, founded before the inspection that they tell of.
  convenience init() throws {
    try self.init(
      [OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin(), InspectiePlugin()],
      roles: [.algemeenDirecteur, .college, .ondernemingsraad, .beheerder], origin: "test.example/inspectie",
      founded: "2024-09-02")
  }
}

struct InspectieboekTests {
  @Test func `The plugin goes by its folder's name`() throws {
    #expect(try Proefboek().plugins.map(\.name).last == "Inspectie")
  }
}
