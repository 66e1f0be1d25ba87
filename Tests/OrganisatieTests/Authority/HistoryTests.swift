import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Console
@testable import Organisatie

struct HistoryTests {
  /// A life of an organisation: everything that changes who may sign, and what was signed in between.
  private static func live(_ world: OrganisatieWorld, after step: () throws -> Void) throws {
    let (college, griffier) = (try world.member(.college, houder: "B. Bedacht"), try world.member(.griffier))
    try step()
    let mandate = try world.append(try world.mandate(until: 400), as: college)[0].stream
    try step()
    try world.append(world.decision(memo: "in mandaat"))
    try step()
    let (body, function) = (try world.body(rol: .college, on: "2019"), try world.function(on: "2024-11"))
    let person = world.stream("Persoon")
    try world.append(body, function, try world.takesUp(person, function.stream, on: "2024-11-14/.."))
    try step()
    world.clock.move(days: 30)
    try world.revoke(griffier, from: world.moment(-86_400))
    try step()
    let successor = try UnlockedKey.generate(world.random)
    try world.replace(college, .college, by: successor)
    try step()
    try world.append(try world.withdrawal(of: mandate, from: 2), as: successor)
    try world.append(world.decision(memo: "nog in mandaat"))
    try step()
    world.clock.move(days: 2)
    try world.append(world.decision(memo: "zelf"), as: successor)
    let directeur = try world.member(.algemeenDirecteur)
    try world.revoke(directeur, from: world.moment(60), by: directeur)
    try step()
    try world.append(try world.laysDown(person, function.stream), as: directeur)
    world.clock.move(by: 60)
    try world.append(try world.abolishes(function.stream), try world.abolishes(body.stream), as: successor)
    try step()
  }

  @Test func `a history of keys and mandates is clean at every size it ever had`() throws {
    let world = try OrganisatieWorld()
    var notes: [String] = []
    try Self.live(world) {
      let size = try world.size
      #expect(try world.findings() == [], "at \(size)")
      notes.append(try #require(try world.directory.read { try $0.log.latestCheckpoint() }).note)
    }
    let ring = world.secretariaat.ring
    #expect(try world.findings(VerificationOptions(trusted: notes, ring: ring, workers: 1)) == [])
    #expect(try world.findings(VerificationOptions(trusted: notes, ring: ring, workers: 3)) == [])
    try world.directory.removeViews()
    #expect(try world.findings() == [])
  }

  @Test func `what was known at an earlier size is what was known then`() throws {
    let world = try OrganisatieWorld()
    var then: [(size: UInt64, state: String)] = []
    try Self.live(world) { then.append((try world.size, try Self.state(world, .now))) }
    #expect(Set(then.map(\.state)).count > 5)
    for (size, state) in then { #expect(try Self.state(world, .size(size)) == state, "\(size)") }
  }

  /// Everything that the log says about who may sign and who does what, in words.
  private static func state(_ world: OrganisatieWorld, _ known: KnownMoment) throws -> String {
    try world.read(known: known) { reading in
      let registry = reading.registry
      let keys = registry.keysInOrder.map {
        "\($0.id) \($0.rol) \(String(describing: $0.revoked)) \(String(describing: $0.replacedBy))"
      }
      let mandates = registry.mandates.map { "\($0)" }
      let units = try Unit.all(begunBy: .last, reading.views).map { unit in
        "\(unit) \(try Functies.bekledingen(of: unit.stream, reading.views))"
      }
      let claimed = try world.claimedRevocations(reading).map { "\($0) \($1)" }.sorted()
      let lines = keys + mandates + units + claimed + registry.organisationKeys.map(\.name)
      return lines.joined(separator: "\n")
    }
  }
}
