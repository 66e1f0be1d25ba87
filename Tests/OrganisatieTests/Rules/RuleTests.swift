import Governance
import Ledger
import LedgerSQLite
import Testing

@testable import Console
@testable import Organisatie

struct RuleTests {
  let world: OrganisatieWorld

  init() throws { world = try OrganisatieWorld() }

  @Test(arguments: Offence.all)
  func `what a rule forbids is refused by that rule and nothing is written`(offence: Offence) throws {
    let scene = try offence.scene(world)
    let failure = try world.expectRefusal(.refused, rule: offence.rule) {
      try world.propose(as: scene.key) { try scene.bad(world, $0) }
    }
    let rule = try #require(OrganisatieRules.all.first { $0.id == offence.rule })
    #expect(failure?.rule == rule.citation)
  }

  @Test(arguments: Offence.all)
  func `what comes nearest to it and is allowed is accepted, and verification agrees`(offence: Offence) throws {
    let scene = try offence.scene(world)
    #expect(throws: Never.self) { try world.propose(as: scene.key) { try scene.good(world, $0) } }
    #expect(try world.findings() == [])
  }

  @Test(arguments: Offence.all)
  func `what was appended past the rules is found by verification, at its position`(offence: Offence) throws {
    let scene = try offence.scene(world)
    let position = try world.directory.write { stores in
      let (lawful, lawless) = (world.book(stores), world.book(stores, [RegelloosPlugin(), ProefPlugin()]))
      let proposal = try lawful.read(as: .member(scene.key.ring)) { reading in
        let context = AppendContext(
          book: lawful, reading: reading, key: scene.key, effective: ImpreciseDate(world.today))
        return try scene.bad(world, context)
      }
      let appended = try lawless.append(proposal.drafts, signedBy: scene.key, log: world.logKey, proposal.options)
      return try #require(appended.events.last).position
    }
    #expect(try world.findings() == ["rules:\(offence.rule)@\(position)"])
  }

  @Test func `every rule has an id, a source, a demand in two languages, and is tried here`() {
    let rules = OrganisatieRules.all
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules {
      #expect(
        !rule.source.isEmpty && !rule.demand.nl.isEmpty && !rule.demand.en.isEmpty && rule.events?.isEmpty != true)
    }
    // The founding, what was signed elsewhere and what was restored have suites of their own.
    let elsewhere = [
      "ORG-OPENING", "ORG-INZENDTERMIJN", "ORG-HERSTEL", "ORG-HERSTEL-STAND", "ORG-HERSTEL-TWEEDE",
    ]
    #expect(Set(Offence.all.map(\.rule)).union(elsewhere) == Set(rules.map(\.id)))
  }

  @Test func `a batch of which one event is refused is not written at all`() throws {
    let (function, person) = (try world.function(), world.stream("Persoon"))
    try world.expectRefusal(.refused, rule: "ORG-BEKLEED") {
      try world.append(
        function, try world.takesUp(person, function.stream), try world.takesUp(person, function.stream))
    }
  }
}
