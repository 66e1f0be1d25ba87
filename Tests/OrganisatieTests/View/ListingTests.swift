import Governance
import Ledger
import LedgerSQLite
import Testing

@testable import Console
@testable import Organisatie

struct ListingTests {
  let world: OrganisatieWorld

  init() throws { world = try OrganisatieWorld() }

  func units(known: KnownMoment = .now) throws -> [Unit] {
    try world.read(known: known) { try Unit.all(begunBy: .last, $0.views) }
  }

  func find(_ text: String, _ kind: String? = nil) throws -> StreamID {
    try world.read { try Unit.find(text, kind: kind, $0.views).stream }
  }

  func holders(_ function: StreamID) throws -> [Bekleding] {
    try world.read { try Functies.bekledingen(of: function, $0.views) }
  }

  func holding(_ function: StreamID, on day: String) throws -> [StreamID] {
    try holders(function).filter { $0.isBekleed(op: try CalendarDate(day)) == .yes }.map(\.persoon)
  }

  @Test func `bodies and functions come back in order, with everything that was said`() throws {
    let body = try world.body("College", rol: .college, on: "2019")
    let function = try world.function("Secretaris", of: body.stream, on: "2024-11-14/..")
    let loose = try world.function("Griffier")
    try world.append(body, function, loose)
    let units = try units()
    #expect(units.map(\.stream) == [body.stream, function.stream, loose.stream])
    #expect(units.map(\.position) == [1, 2, 3])
    #expect(units.map(\.naam) == ["College", "Secretaris", "Griffier"])
    #expect(units.map(\.rol) == [.college, nil, nil])
    #expect(units.map(\.orgaan) == [nil, body.stream, nil])
    #expect(units.map(\.sinds.description) == ["2019", "2024-11-14/..", "2026-11-21"])
    #expect(units.allSatisfy { $0.opgeheven == nil })
  }

  @Test func `what was abolished stays in the list with its date, and was not before`() throws {
    let (body, function) = (try world.body(), try world.function())
    try world.append(body, function)
    try world.append(try world.abolishes(body.stream, on: "2026-06"), try world.abolishes(function.stream, on: "2027"))
    #expect(try units().map(\.opgeheven?.description) == ["2026-06", "2027"])
    #expect(try units(known: .size(3)).map(\.opgeheven) == [nil, nil])
    #expect(try units(known: .size(1)).isEmpty)
  }

  @Test func `a unit is found by its name or its id, of the kind that is meant`() throws {
    let (body, function) = (try world.body("Raad"), try world.function("Raad"))
    try world.append(body, function)
    #expect(try find("Raad", "Orgaan") == body.stream)
    #expect(try find("Raad", "Functie") == function.stream)
    // In whatever case (U6).
    #expect(try find("raad", "Orgaan") == body.stream && find("RAAD", "Functie") == function.stream)
    try world.expectRefusal(.badInput) { _ = try find("raad") }
    for unit in [body.stream, function.stream] { #expect(try find(unit.description) == unit) }
    try world.expectRefusal(.notFound) { _ = try find(body.stream.description, "Functie") }
    for text in ["Raa", "", "Orgaan/onzin"] { try world.expectRefusal(.notFound) { _ = try find(text) } }
  }

  @Test func `two functions with one name are told apart by their ids`() throws {
    let (one, other) = (try world.function("Directeur"), try world.function("Directeur"))
    try world.append(one, other)
    let failure = try world.expectRefusal(.badInput) { _ = try find("Directeur") }
    let remedy = try #require(failure?.remedy)
    for stream in [one.stream, other.stream] {
      #expect(remedy.nl.contains(stream.description) && remedy.en.contains(stream.description))
      #expect(try find(stream.description) == stream)
    }
    try world.append(try world.abolishes(one.stream))
    #expect(try find("Directeur") == other.stream)
    #expect(try find(one.stream.description) == one.stream)
  }

  @Test func `each day has its own holder`() throws {
    let (function, first, second) = (try world.function(), world.stream("Persoon"), world.stream("Persoon"))
    try world.append(
      function, try world.takesUp(first, function.stream, on: "2020-01-01"),
      try world.laysDown(first, function.stream, on: "2024-07-01"),
      try world.takesUp(second, function.stream, on: "2024-07-01"))
    #expect(try holding(function.stream, on: "2019-12-31") == [])
    #expect(try holding(function.stream, on: "2020-01-01") == [first])
    #expect(try holding(function.stream, on: "2024-06-30") == [first])
    #expect(try holding(function.stream, on: "2024-07-01") == [second])
  }

  @Test func `a deputy holds a function beside whoever it belongs to, and is marked as one`() throws {
    let (function, holder, deputy) = (try world.function(), world.stream("Persoon"), world.stream("Persoon"))
    try world.append(
      function, try world.takesUp(holder, function.stream, on: "2024-01-01"),
      try world.takesUp(deputy, function.stream, on: "2026-11-01", until: "2026-11-30", waarnemend: true))
    #expect(try holders(function.stream).map(\.waarnemend) == [false, true])
    #expect(try holding(function.stream, on: "2026-11-15") == [holder, deputy])
    #expect(try holding(function.stream, on: "2026-12-01") == [holder])
  }

  @Test func `nobody holds a function that was abolished`() throws {
    let (function, person) = (try world.function(), world.stream("Persoon"))
    try world.append(function, try world.takesUp(person, function.stream, on: "2024-01-01"))
    try world.append(try world.abolishes(function.stream, on: "2026-01-01"))
    #expect(try holding(function.stream, on: "2025-12-31") == [person])
    #expect(try holding(function.stream, on: "2026-01-01") == [])
  }

  @Test func `a second time is a time of its own, and laying down ends only the last`() throws {
    let (function, person) = (try world.function(), world.stream("Persoon"))
    try world.append(
      function, try world.takesUp(person, function.stream, on: "2020-01-01", until: "2021-12-31"),
      try world.takesUp(person, function.stream, on: "2024-01-01"))
    try world.append(try world.laysDown(person, function.stream, on: "2025-01-01"))
    #expect(try holders(function.stream).map(\.neergelegd?.description) == [nil, "2025-01-01"])
    for (day, holds) in [("2021-12-31", true), ("2022-01-01", false), ("2024-06-01", true), ("2025-01-01", false)] {
      #expect(try holding(function.stream, on: day) == (holds ? [person] : []), "\(day)")
    }
  }

  @Test func `the one who holds a function need not be named, and several must`() throws {
    let (function, holder, deputy) = (try world.function(), world.stream("Persoon"), world.stream("Persoon"))
    func only(on date: String) throws -> StreamID {
      try world.read { try Functies.enige(of: function.stream, on: try ImpreciseDate(date), $0.views) }
    }
    try world.append(function)
    try world.expectRefusal(.badInput) { _ = try only(on: "2026-11-21") }
    try world.append(try world.takesUp(holder, function.stream, on: "2024-01-01"))
    #expect(try only(on: "2026-11-21") == holder)
    try world.append(try world.takesUp(deputy, function.stream, on: "2026-01-01", until: "2026-10-31"))
    for date in ["2026-10-31", "2026"] { try world.expectRefusal(.badInput) { _ = try only(on: date) } }
    #expect(try only(on: "2026-11-01") == holder)
    try world.append(try world.laysDown(holder, function.stream))
    try world.expectRefusal(.badInput) { _ = try only(on: "2026-11-21") }
  }

  @Test func `a person is a pseudonym, and the name is nowhere but in the vault`() throws {
    let (function, person, name) = (try world.function(), world.stream("Persoon"), "Q. Kanarie-Verzonnen")
    let event = try world.append(function, try world.takesUp(person, function.stream, naam: name))[1]
    func naam(_ known: KnownMoment = .now, inside: Bool) throws -> Revealed {
      try world.read(as: inside ? world.secretariaat : nil, known: known) {
        try $0.filter.reveal(event.reference(FunctieBekleed.naam))
      }
    }
    #expect(try naam(inside: true) == .value(.string(name)))
    #expect(try naam(inside: false) == .sealed(.intern))
    #expect(try world.files(holding: name).isEmpty)
  }

  @Test(arguments: [
    "Persoon/018f0000-0000-7000-8000-000000000001", "Functie/018f0000-0000-7000-8000-000000000001", "", "Jan",
  ])
  func `a pseudonym is one of a person`(text: String) throws {
    if text.hasPrefix("Persoon/") {
      #expect(try Input.person(text).description == text)
    } else {
      try world.expectRefusal(.badInput) { _ = try Input.person(text) }
    }
  }

  @Test func `the view says of a key what its revocation said`() throws {
    let (college, successor) = (try world.member(.college), try world.member(.college))
    try world.revoke(college, from: world.moment(-3600), successor: successor.id)
    let revocations = try world.read { reading in
      #expect(reading.registry.keysInOrder.map(\.id) == [world.secretariaat, college, successor].map(\.id))
      #expect(reading.registry.keysInOrder.map(\.rol) == [.secretariaat, .college, .college])
      return try reading.registry.keysInOrder.map { try Sleutelintrekking(of: $0.id, reading.views) }
    }
    #expect(revocations.map(\.?.position) == [nil, 3, nil])
    #expect(revocations.map(\.?.vanaf.secondsSince1970) == [nil, OrganisatieWorld.start - 3600, nil])
    #expect(revocations.map(\.?.reden) == [nil, .functieBeeindigd, nil])
    #expect(revocations.map(\.?.opvolger) == [nil, successor.id, nil])
  }
}
