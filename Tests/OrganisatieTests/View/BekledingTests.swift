import Governance
import Ledger
import Testing

@testable import Organisatie

/// When someone holds a function: every answer that the dates allow, and *unknown* for the rest.
struct BekledingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let van: String
    var tot: String?
    var neergelegd: String?
    var opgeheven: String?
    let day: String
    let holds: Certainty

    var testDescription: String {
      "\(van) tot \(tot ?? "-"), neergelegd \(neergelegd ?? "-"), opgeheven \(opgeheven ?? "-"), op \(day)"
    }

    func bekleding() throws -> Bekleding {
      Bekleding(
        position: 4, functie: try #require(StreamID("Functie/018f0000-0000-7000-8000-000000000002")),
        persoon: try #require(StreamID("Persoon/018f0000-0000-7000-8000-000000000001")), van: try ImpreciseDate(van),
        tot: try tot.map { try CalendarDate($0) }, waarnemend: false, inhuur: false,
        vastgelegd: try CalendarDate("2026-11-21"), neergelegd: try neergelegd.map { try ImpreciseDate($0) },
        opgeheven: try opgeheven.map { try ImpreciseDate($0) })
    }
  }

  private static let exact = [
    Case(van: "2024-11-13", day: "2024-11-12", holds: .no),
    Case(van: "2024-11-13", day: "2024-11-13", holds: .yes),
    Case(van: "2024-11-13", day: "2030-01-01", holds: .yes),
    Case(van: "2024-11-13", tot: "2025-06-30", day: "2025-06-30", holds: .yes),
    Case(van: "2024-11-13", tot: "2025-06-30", day: "2025-07-01", holds: .no),
    Case(van: "2024-11-13", neergelegd: "2025-06-30", day: "2025-06-29", holds: .yes),
    Case(van: "2024-11-13", neergelegd: "2025-06-30", day: "2025-06-30", holds: .no),
    Case(van: "2024-11-13", neergelegd: "2024-11-13", day: "2024-11-13", holds: .no),
    Case(van: "2024-11-13", tot: "2025-06-30", neergelegd: "2025-03-01", day: "2025-03-01", holds: .no),
    Case(van: "2024-11-13", tot: "2025-06-30", neergelegd: "2025-12-31", day: "2025-07-01", holds: .no),
    Case(van: "2024-11-13", opgeheven: "2026-01-01", day: "2025-12-31", holds: .yes),
    Case(van: "2024-11-13", opgeheven: "2026-01-01", day: "2026-01-01", holds: .no),
    Case(van: "2024-11-13", neergelegd: "2025-06-30", opgeheven: "2026-01-01", day: "2025-06-30", holds: .no),
    Case(van: "2024-11-13", neergelegd: "2025-06-30", opgeheven: "2025-01-01", day: "2025-02-01", holds: .no),
  ]

  private static let imprecise = [
    Case(van: "2024-11", day: "2024-10-31", holds: .no),
    Case(van: "2024-11", day: "2024-11-01", holds: .unknown),
    Case(van: "2024-11", day: "2024-11-29", holds: .unknown),
    Case(van: "2024-11", day: "2024-11-30", holds: .yes),
    Case(van: "2019", day: "2019-07-01", holds: .unknown),
    Case(van: "2019", day: "2020-01-01", holds: .yes),
    Case(van: "2024-11-14/..", day: "2024-11-13", holds: .no),
    Case(van: "2024-11-14/..", day: "2099-01-01", holds: .unknown),
    Case(van: "../2024-11-14", day: "1900-01-01", holds: .unknown),
    Case(van: "../2024-11-14", day: "2024-11-14", holds: .yes),
    Case(van: "XXXX", day: "2024-11-14", holds: .unknown),
    Case(van: "XXXX", tot: "2024-11-13", day: "2024-11-14", holds: .no),
    Case(van: "2024-11-13?", day: "2024-11-14", holds: .unknown),
    Case(van: "2024-11-13~", day: "2024-12-14", holds: .yes),
    Case(van: "2020", neergelegd: "2024", day: "2023-12-31", holds: .yes),
    Case(van: "2020", neergelegd: "2024", day: "2024-06-01", holds: .unknown),
    Case(van: "2020", neergelegd: "2024", day: "2024-12-31", holds: .no),
    Case(van: "2020", neergelegd: "XXXX", day: "2024-12-31", holds: .unknown),
    Case(van: "2020", neergelegd: "XXXX", day: "2019-12-31", holds: .no),
    Case(van: "XXXX", neergelegd: "2024", day: "2025-01-01", holds: .no),
    Case(van: "2024", neergelegd: "2024", day: "2024-06-01", holds: .unknown),
    Case(van: "2020", opgeheven: "2024", day: "2024-06-01", holds: .unknown),
    Case(van: "2020", neergelegd: "2024-03-01", opgeheven: "2024", day: "2024-06-01", holds: .no),
    Case(van: "2020", neergelegd: "XXXX", opgeheven: "2024", day: "2025-01-01", holds: .no),
  ]

  @Test(arguments: exact)
  func `exact dates give a certain answer`(example: Case) throws {
    #expect(try example.bekleding().isBekleed(op: try CalendarDate(example.day)) == example.holds)
  }

  @Test(arguments: imprecise)
  func `imprecise dates give a certain answer only where they allow one`(example: Case) throws {
    #expect(try example.bekleding().isBekleed(op: try CalendarDate(example.day)) == example.holds)
  }

  @Test(arguments: [
    ("2025-06-30", false), ("2025-07-01", true), ("2025", false), ("2026", true), ("XXXX", false), ("2025-07/..", true),
  ])
  func `a fixed time is over only when that is certain`(date: String, ended: Bool) throws {
    let holder = try Case(van: "2024", tot: "2025-06-30", day: "2025-01-01", holds: .yes).bekleding()
    #expect(holder.ended(before: try ImpreciseDate(date)) == ended)
    let open = try Case(van: "2024", day: "2025-01-01", holds: .yes).bekleding()
    #expect(!open.ended(before: try ImpreciseDate(date)))
  }

  @Test func `who never held a function is no holder of it, and what was not recorded is no body or function`() throws {
    let world = try OrganisatieWorld()
    let (function, person) = (try world.function(), world.stream("Persoon"))
    try world.append(function, try world.takesUp(world.stream("Persoon"), function.stream))
    try world.read { (reading) throws in
      #expect(try reading.views.subject(Bekleder.self, SubjectKey(function.stream, person)) == nil)
      for kind in ["Functie", "Orgaan", "Persoon"] {
        #expect(try reading.views.subject(Unit.self, SubjectKey(world.stream(kind))) == nil)
      }
      #expect(try Functies.bestaat(function.stream, reading.views))
      #expect(try !Functies.bestaat(world.stream("Functie"), reading.views))
    }
  }
}
