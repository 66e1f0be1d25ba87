import Governance
import Ledger
import Testing

@testable import Organisatie

/// What was recorded by mistake of a function or body counts no more, in any view and on any day.
struct CorrectieTests {
  let world: OrganisatieWorld

  init() throws { world = try OrganisatieWorld() }

  @Test func `U4: a holder recorded twice is taken away, and the function has one holder again on every day`() throws {
    let (function, one, two) = (try world.function(on: "2024"), world.stream("Persoon"), world.stream("Persoon"))
    let events = try world.append(
      function, try world.takesUp(one, function.stream, on: "2024"), try world.takesUp(two, function.stream, on: "2024")
    )
    func holders(_ day: String) throws -> [StreamID] {
      try world.read { try Functies.bekleders(of: function.stream, op: CalendarDate(day), $0.views).map(\.persoon) }
    }
    #expect(try holders("2026-01-01") == [one, two])
    try world.append(world.corrects(events[2]))
    #expect(try holders("2025-01-01") == [one] && holders("2026-01-01") == [one])
    let only = try world.read { try Functies.enige(of: function.stream, on: ImpreciseDate(world.today), $0.views) }
    #expect(only == one)
    #expect(try world.read { try Functies.bekledingen(of: function.stream, door: two, $0.views) }.isEmpty)
    #expect(try world.findings() == [])
  }

  @Test func `a function or body recorded by mistake is found no more, and its name is free`() throws {
    let (body, first, second) = (try world.body("Raad"), try world.function(), try world.function("griffier"))
    let events = try world.append(body, first, second)
    try world.append(world.corrects(events[0]), world.corrects(events[2]))
    #expect(try world.read { try Functies.zoek("GRIFFIER", $0.views) }.stream == first.stream)
    #expect(try world.read { try Functies.alle($0.views) }.map(\.stream) == [first.stream])
    try world.expectRefusal(.notFound) { _ = try world.read { try Unit.find("Raad", kind: nil, $0.views) } }
    #expect(try world.findings() == [])
  }

  @Test func `what was abolished by mistake is there again`() throws {
    let function = try world.function()
    let events = try world.append(function, try world.abolishes(function.stream))
    try world.append(world.corrects(events[1]))
    #expect(try world.read { try Functies.zoek("Griffier", $0.views) }.opgeheven == nil)
    try world.append(try world.takesUp(world.stream("Persoon"), function.stream))
    #expect(try world.findings() == [])
  }
}
