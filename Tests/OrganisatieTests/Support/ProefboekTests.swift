import Governance
import Ledger
import Proefboek
import Testing

@testable import Organisatie

/// The test ledger itself: what it lets pass would pass everywhere.
struct ProefboekTests {
  let boek: Proefboek

  init() throws { boek = try Proefboek([OrganisatiePlugin()], roles: [.college]) }

  private func closing(_ day: String) throws -> EventDraft {
    var draft = EventDraft(
      SluitingsdagVastgelegd.self, stream: boek.stream("Sluitingsdag"), effective: ImpreciseDate(boek.today))
    draft[SluitingsdagVastgelegd.dag] = try CalendarDate(day)
    draft[SluitingsdagVastgelegd.reden] = "Carnaval"
    return draft
  }

  @Test func `a refusal by the expected rule is one`() throws {
    let failure = try boek.expectRefusal(.geweigerd("ORG-SLUITING-VOORAF")) {
      try boek.append(closing("2026-11-20"), als: .college)
    }
    #expect(failure?.rule?.id == "ORG-SLUITING-VOORAF")
    try boek.expectRefusal(.anders(.notFound)) { try boek.append(closing("2027-02-08"), als: .griffier) }
  }

  @Test func `what is accepted is no refusal, whatever was expected`() throws {
    let expectations = [
      ("2027-02-08", Uitkomst.aanvaard), ("2027-02-09", .geweigerd("ORG-SLUITING-VOORAF")),
      ("2027-02-10", .anders(.refused)),
    ]
    for (day, expected) in expectations {
      let found = try boek.weigering(expected) { try boek.append(closing(day), als: .college) }
      #expect(found.bezwaren.contains("accepted"))
    }
  }

  @Test func `another rule, and another failure, are not what was expected`() throws {
    for expected in [Uitkomst.geweigerd("ORG-SLUITING-EENMAAL"), .anders(.refused), .anders(.badInput)] {
      let found = try boek.weigering(expected) { try boek.append(closing("2026-11-20"), als: .college) }
      #expect(found.bezwaren.count == 1 && found.failure?.rule?.id == "ORG-SLUITING-VOORAF")
    }
  }

  @Test func `whoever wrote before failing is found out`() throws {
    let found = try boek.weigering(.anders(.badInput)) {
      try boek.append(closing("2027-02-08"), als: .college)
      throw Failure(.badInput, Text("too late"))
    }
    #expect(found.bezwaren == ["something was written"])
  }

  @Test func `reading writes nothing that counts, and the ledger verifies`() throws {
    try boek.append([try closing("2027-02-08"), try closing("2027-02-09")], als: .college)
    try boek.expectRefusal(.anders(.badInput)) {
      try boek.read(als: .college) { #expect($0.size == 4) }
      throw Failure(.badInput, Text("reading first"))
    }
    #expect(try boek.verify().ok)
    boek.clock.move(days: 30)
    #expect(boek.today.description == "2026-12-21")
  }
}
