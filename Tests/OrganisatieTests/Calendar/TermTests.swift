import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Organisatie

/// What runs out by itself is listed beforehand, and is not late when it did.
struct TermTests {
  let world: OrganisatieWorld
  let college: UnlockedKey

  init() throws {
    world = try OrganisatieWorld()
    college = try world.member(.college)
  }

  /// The terms as they stand on a day: id, end, status.
  private func terms(_ day: String) throws -> [String] {
    let today = try CalendarDate(day)
    return try world.read { reading in
      let terms = try OrganisatiePlugin().terms(in: reading.views, on: today)
      return [JudgedTerm](terms, today: today, warnBefore: 14).map {
        "\($0.term.declaration.id) \($0.raw?.description ?? "?") \($0.status?.rawValue ?? "?")"
      }
    }
  }

  @Test func `a mandate with a last day runs out on it, and one without never does`() throws {
    try world.append(try world.mandate(until: 40), try world.mandate(to: .griffier), as: college)
    #expect(try terms("2026-11-20") == [])
    #expect(try terms("2026-11-21") == ["ORG-MANDAAT 2026-12-31 loopt"])
    #expect(try terms("2026-12-17") == ["ORG-MANDAAT 2026-12-31 nadert"])
    #expect(try terms("2026-12-31") == ["ORG-MANDAAT 2026-12-31 nadert"])
    #expect(try terms("2027-01-01") == ["ORG-MANDAAT 2026-12-31 gehaald"])
  }

  @Test func `a mandate that is withdrawn before its last day has a lapsed term`() throws {
    let mandate = try world.append(try world.mandate(until: 40), as: college)[0].stream
    try world.append(try world.withdrawal(of: mandate, from: 10), as: college)
    #expect(try terms("2026-11-30") == ["ORG-MANDAAT 2026-12-31 loopt"])
    #expect(try terms("2026-12-01") == ["ORG-MANDAAT 2026-12-31 vervallen"])
    #expect(try terms("2027-01-01") == ["ORG-MANDAAT 2026-12-31 vervallen"])
  }

  @Test(arguments: [
    (Rol.secretariaat, ["ProefBesluit"], 41, true), (.secretariaat, ["ProefBesluit", "OrgaanVastgelegd"], 0, true),
    (.secretariaat, ["OrgaanVastgelegd"], 41, false), (.griffier, ["ProefBesluit"], 41, false),
    (.secretariaat, ["ProefBesluit"], 42, false),
  ])
  func `a mandate is renewed by one of the same roles for the same events without a day between`(
    receiver: Rol, events: [String], from: Int, renews: Bool
  ) throws {
    try world.append(try world.mandate(until: 40), as: college)
    try world.append(try world.mandate(to: receiver, for: events, from: from), as: college)
    let isNear = try terms("2026-12-31") == ["ORG-MANDAAT 2026-12-31 \(renews ? "gehaald" : "nadert")"]
    #expect(isNear)
  }

  @Test func `a renewal counts when it was recorded, and from then on`() throws {
    try world.append(try world.mandate(until: 40), as: college)
    world.clock.move(days: 30)
    try world.append(try world.mandate(from: 11, until: 100), as: college)
    #expect(try terms("2026-12-20") == ["ORG-MANDAAT 2026-12-31 nadert"])
    #expect(try terms("2026-12-21") == ["ORG-MANDAAT 2026-12-31 gehaald"])
    #expect(try terms("2027-01-02") == ["ORG-MANDAAT 2027-03-31 loopt", "ORG-MANDAAT 2026-12-31 gehaald"])
  }

  @Test func `a function that is held until a fixed day runs out, or is seen to before it`() throws {
    let (function, deputy, next) = (try world.function(), world.stream("Persoon"), world.stream("Persoon"))
    try world.append(
      function, try world.takesUp(deputy, function.stream, on: "2026-11-01", until: "2026-12-31", inhuur: true))
    #expect(try terms("2026-10-31") == [])
    #expect(try terms("2026-11-21") == ["ORG-BEKLEDING 2026-12-31 loopt"])
    #expect(try terms("2027-01-01") == ["ORG-BEKLEDING 2026-12-31 gehaald"])
    world.clock.move(days: 2)
    try world.append(try world.takesUp(next, function.stream, on: "2027-01-01"))
    #expect(try terms("2026-11-22") == ["ORG-BEKLEDING 2026-12-31 loopt"])
    #expect(try terms("2026-11-23") == ["ORG-BEKLEDING 2026-12-31 gehaald"])
  }

  @Test func `a function that was laid down or abolished before that day has a lapsed term`() throws {
    let (one, other, person) = (try world.function("A"), try world.function("B"), world.stream("Persoon"))
    for function in [one, other] {
      try world.append(function, try world.takesUp(person, function.stream, on: "2026-11-01", until: "2026-12-31"))
    }
    try world.append(
      try world.laysDown(person, one.stream, on: "2026-12-01"), try world.abolishes(other.stream, on: "2026-12-02"))
    #expect(try terms("2026-12-01") == ["ORG-BEKLEDING 2026-12-31 loopt", "ORG-BEKLEDING 2026-12-31 vervallen"])
    #expect(try terms("2026-12-02") == Array(repeating: "ORG-BEKLEDING 2026-12-31 vervallen", count: 2))
  }

  @Test func `a term names roles and functions, never a person`() throws {
    let (function, person) = (try world.function(), world.stream("Persoon"))
    try world.append(function, try world.takesUp(person, function.stream, naam: "Ben Fictief", until: "2026-12-31"))
    try world.append(try world.mandate(until: 40), as: college)
    let terms = try world.read { try OrganisatiePlugin().terms(in: $0.views, on: world.today) }
    #expect(terms.map(\.subject.handle) == ["college → secretariaat", "Griffier"])
    #expect(terms.map(\.startedBy) == [4, 3])
  }
}
