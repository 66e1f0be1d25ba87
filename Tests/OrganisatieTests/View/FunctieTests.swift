import Governance
import Ledger
// Without @testable: what plugins above this one can reach.
import Organisatie
import Testing

struct FunctieTests {
  let world: OrganisatieWorld

  init() throws { world = try OrganisatieWorld() }

  private func functies() throws -> [Functie] { try world.read { try Functies.alle($0.views) } }

  private func zoek(_ text: String) throws -> Functie { try world.read { try Functies.zoek(text, $0.views) } }

  private func bekleders(_ function: StreamID, _ day: String) throws -> [Bekleding] {
    try world.read { try Functies.bekleders(of: function, op: try CalendarDate(day), $0.views) }
  }

  @Test func `functions are listed in order without the bodies, the abolished ones too`() throws {
    let body = try world.body("Concernteam")
    let (first, second) = (try world.function("Directeur", of: body.stream, on: "2019"), try world.function())
    try world.append(body, first, second)
    try world.append(try world.abolishes(second.stream, on: "2026-06"))
    let functies = try functies()
    #expect(functies.map(\.stream) == [first.stream, second.stream])
    #expect(functies.map(\.naam) == ["Directeur", "Griffier"])
    #expect(functies.map(\.orgaan) == [body.stream, nil])
    #expect(functies.map(\.sinds.description) == ["2019", "2026-11-21"])
    #expect(functies.map(\.opgeheven?.description) == [nil, "2026-06"])
    #expect(functies.map(\.position) == [2, 3])
  }

  @Test func `U6: a function is found by name, in whatever case, or by id, and nothing else is`() throws {
    let (body, function) = (try world.body("Raad"), try world.function("Griffier"))
    try world.append(body, function)
    #expect(try zoek("Griffier") == zoek(function.stream.description))
    #expect(try zoek("griffier") == zoek("GRIFFIER") && zoek("griffier").stream == function.stream)
    for text in ["Raad", body.stream.description, "griff", ""] {
      let failure = try world.expectRefusal(.notFound) { _ = try zoek(text) }
      #expect(failure?.remedy != nil)
    }
    // Of two that differ in case, the one that is spelled so.
    let other = try world.function("GRIFFIER")
    try world.append(other)
    #expect(try zoek("GRIFFIER").stream == other.stream && zoek("Griffier").stream == function.stream)
    try world.expectRefusal(.badInput) { _ = try zoek("griffier") }
    try world.append(try world.function("Griffier"))
    try world.expectRefusal(.badInput) { _ = try zoek("Griffier") }
  }

  @Test func `someone hired for a time holds the function like anyone else, and is marked`() throws {
    let (function, employed, hired) = (try world.function(), world.stream("Persoon"), world.stream("Persoon"))
    try world.append(
      function, try world.takesUp(employed, function.stream, on: "2024-01-01"),
      try world.takesUp(hired, function.stream, on: "2026-11-01", until: "2026-11-30", inhuur: true))
    let both = try bekleders(function.stream, "2026-11-15")
    #expect(both.map(\.persoon) == [employed, hired])
    #expect(both.map(\.inhuur) == [false, true])
    #expect(both.map(\.waarnemend) == [false, false])
    #expect(both.map(\.tot?.description) == [nil, "2026-11-30"])
    #expect(both.allSatisfy { $0.functie == function.stream && $0.isBekleed(op: world.today) == .yes })
    #expect(try bekleders(function.stream, "2026-12-01").map(\.persoon) == [employed])
    #expect(try bekleders(function.stream, "2023-12-31").isEmpty)
    #expect(try bekleders(world.stream("Functie"), "2026-11-15").isEmpty)
  }

  @Test func `who perhaps holds a function is among its holders, and the answer stays unknown`() throws {
    let (function, person) = (try world.function(), world.stream("Persoon"))
    try world.append(function, try world.takesUp(person, function.stream, on: "2024"))
    let holder = try #require(try bekleders(function.stream, "2024-06-01").first)
    #expect(holder.isBekleed(op: try CalendarDate("2024-06-01")) == .unknown)
    try world.append(try world.laysDown(person, function.stream, on: "2025-01-01"))
    let all = try world.read { try Functies.bekledingen(of: function.stream, $0.views) }
    #expect(all.map(\.neergelegd?.description) == ["2025-01-01"])
    #expect(try bekleders(function.stream, "2025-01-01").isEmpty)
  }

  @Test func `the name of a holder is read through the filter alone`() throws {
    let (function, person) = (try world.function(), world.stream("Persoon"))
    try world.append(function, try world.takesUp(person, function.stream, naam: "Loes Verzonnen"))
    let holder = try #require(try bekleders(function.stream, "2026-11-21").first)
    #expect(try world.read { try $0.filter.reveal(holder.naam) } == .sealed(.intern))
    #expect(try world.read(as: world.secretariaat) { try $0.filter.reveal(holder.naam).string } == "Loes Verzonnen")
  }
}
