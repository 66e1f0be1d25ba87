import Governance
import Ledger
import LedgerCrypto
import Testing

@testable import Console
@testable import Organisatie

/// Something that a rule refuses, and the nearest thing that it accepts.
struct Offence: Sendable, CustomTestStringConvertible {
  typealias Making = @Sendable (OrganisatieWorld, AppendContext) throws -> Proposal

  /// What was there already: a key that signs what follows, and what it is about.
  struct Scene: Sendable {
    let key: UnlockedKey
    let bad: Making
    let good: Making
  }

  let rule: String
  let what: String
  let scene: @Sendable (OrganisatieWorld) throws -> Scene

  var testDescription: String { "\(rule): \(what)" }

  init(_ rule: String, _ what: String, scene: @escaping @Sendable (OrganisatieWorld) throws -> Scene) {
    self.rule = rule
    self.what = what
    self.scene = scene
  }

  /// Two drafts that need nothing of the ledger.
  static func drafts(by key: UnlockedKey, bad: EventDraft, good: EventDraft...) -> Scene {
    Scene(key: key, bad: { _, _ in Proposal(bad) }) { _, _ in
      var proposal = Proposal()
      proposal.drafts = good
      return proposal
    }
  }

  static let all = keys + confirmations + mandates + units + people + corrections + calendar
}

extension Offence {
  static let keys = [
    Offence("ORG-LAATSTE-SLEUTEL", "the only key that registers") { world in
      let college = try world.member(.college)
      return Scene(
        key: world.secretariaat, bad: { try $0.revocation(of: $0.secretariaat.id, $1) },
        good: { try $0.revocation(of: college.id, $1) })
    },
    Offence("ORG-LAATSTE-SLEUTEL", "the other one was revoked") { world in
      let (griffier, beheerder) = (try world.member(.griffier), try world.member(.beheerder))
      try world.revoke(griffier)
      return Scene(
        key: world.secretariaat,
        bad: { try Self.revokingBoth($0, beheerder, $1) }, good: { try $0.revocation(of: $0.secretariaat.id, $1) })
    },
    Offence("ORG-LAATSTE-SLEUTEL", "the other one will be revoked later") { world in
      let griffier = try world.member(.griffier)
      try world.revoke(griffier, from: world.moment(1000))
      return Scene(
        key: griffier, bad: { try $0.revocation(of: $0.secretariaat.id, $1) },
        good: { world, _ in Proposal(try world.body()) })
    },
  ]

  static let confirmations = [
    Offence("ORG-BEVESTIGING", "by who registered it") { world in
      try world.member(.griffier)
      let second = try world.member(.griffier)
      return Scene(
        key: world.secretariaat, bad: { try $0.confirms(second, $1) },
        good: { world, _ in Proposal(try world.body()) })
    },
    Offence("ORG-BEVESTIGING", "by the key itself") { world in
      try world.member(.griffier)
      let second = try world.member(.griffier)
      return Scene(
        key: second, bad: { try $0.confirms(second, $1) },
        good: { world, _ in Proposal(try world.body()) })
    },
    Offence("ORG-BEVESTIGING", "by one that is unconfirmed itself") { world in
      try world.member(.college)
      let (second, third) = (try world.member(.college), try world.member(.college))
      return Scene(
        key: second, bad: { try $0.confirms(third, $1) },
        good: { world, _ in Proposal(world.decision()) })
    },
    Offence("ORG-BEVESTIGING", "by another role that registers nothing") { world in
      let college = try world.member(.college)
      try world.member(.irm)
      let second = try world.member(.irm)
      return Scene(
        key: college, bad: { try $0.confirms(second, $1) },
        good: { world, _ in Proposal(world.decision()) })
    },
    Offence("ORG-BEVESTIGING", "of one that needs none") { world in
      let (griffier, college) = (try world.member(.griffier), try world.member(.college))
      let second = try world.member(.college)
      return Scene(
        key: griffier, bad: { try $0.confirms(college, $1) },
        good: { try $0.confirms(second, $1) })
    },
  ]

  private static func revokingBoth(
    _ world: OrganisatieWorld, _ other: UnlockedKey, _ context: AppendContext
  ) throws -> Proposal {
    var both = try world.revocation(of: other.id, context)
    both.drafts += try world.revocation(of: world.secretariaat.id, context).drafts
    return both
  }

  static let mandates = [
    Offence("ORG-MANDAATGEVER", "in the name of another role") { world in
      let college = try world.member(.college)
      return drafts(
        by: college, bad: try world.mandate(.burgemeester, for: ["OrgaanVastgelegd"]),
        good: try world.mandate(for: ["OrgaanVastgelegd"]))
    },
    Offence("ORG-MANDAAT-BEREIK", "an event that does not exist") { world in
      let college = try world.member(.college)
      return drafts(
        by: college, bad: try world.mandate(for: ["ProefBesluit", "proefbesluit"]),
        good: try world.mandate(for: ["ProefBesluit", "OrgaanVastgelegd"]))
    },
    Offence("ORG-MANDAAT-BEREIK", "an event that its giver may not sign") { world in
      let griffier = try world.member(.griffier)
      return drafts(
        by: griffier, bad: try world.mandate(.griffier), good: try world.mandate(.griffier, for: ["OrgaanVastgelegd"]))
    },
    Offence("ORG-MANDAAT-BEREIK", "an event that cannot be mandated") { world in
      let griffier = try world.member(.griffier)
      return drafts(
        by: griffier, bad: try world.mandate(.griffier, to: .teamleiderPO, for: ["SleutelGeregistreerd"]),
        good: try world.mandate(.griffier, to: .teamleiderPO, for: ["FunctieBekleed"]))
    },
    Offence("ORG-MANDAAT-BEREIK", "the giving of mandates itself") { world in
      let college = try world.member(.college)
      return drafts(by: college, bad: try world.mandate(for: ["MandaatVerleend"]), good: try world.mandate())
    },
    Offence("ORG-MANDAAT-DUUR", "the end comes before the start") { world in
      let college = try world.member(.college)
      return drafts(by: college, bad: try world.mandate(from: 1, until: 0), good: try world.mandate(from: 1, until: 1))
    },
    Offence("ORG-MANDAAT-INTREKKING", "by another role than gave it") { world in
      let (college, griffier) = (try world.member(.college), try world.member(.griffier))
      let theirs = try world.append(try world.mandate(), as: college)[0].stream
      let own = try world.append(try world.mandate(.griffier, for: ["OrgaanVastgelegd"]), as: griffier)[0].stream
      return drafts(by: griffier, bad: try world.withdrawal(of: theirs), good: try world.withdrawal(of: own))
    },
  ]

  static let units = [
    Offence("ORG-ORGAAN", "a function of a body that was not recorded") { world in
      let body = try world.append(try world.body())[0].stream
      return drafts(
        by: world.secretariaat, bad: try world.function(of: world.stream("Orgaan")), good: try world.function(of: body),
        try world.function())
    },
    Offence("ORG-OPGEHEVEN", "a body is abolished twice") { world in
      let (gone, there) = (try world.body(), try world.body())
      try world.append(gone, there, try world.abolishes(gone.stream))
      return drafts(
        by: world.secretariaat, bad: try world.abolishes(gone.stream), good: try world.abolishes(there.stream))
    },
    Offence("ORG-OPGEHEVEN", "a function is abolished twice") { world in
      let (gone, there) = (try world.function(), try world.function())
      try world.append(gone, there, try world.abolishes(gone.stream))
      return drafts(
        by: world.secretariaat, bad: try world.abolishes(gone.stream), good: try world.abolishes(there.stream))
    },
    Offence("ORG-OPGEHEVEN", "someone takes up what was abolished") { world in
      let (gone, there, person) = (try world.function(), try world.function(), world.stream("Persoon"))
      try world.append(gone, there, try world.abolishes(gone.stream))
      return drafts(
        by: world.secretariaat, bad: try world.takesUp(person, gone.stream),
        good: try world.takesUp(person, there.stream))
    },
    Offence("ORG-OPGEHEVEN", "someone lays down what was abolished") { world in
      let (gone, there, person) = (try world.function(), try world.function(), world.stream("Persoon"))
      try world.append(
        gone, there, try world.takesUp(person, gone.stream), try world.takesUp(person, there.stream),
        try world.abolishes(gone.stream))
      return drafts(
        by: world.secretariaat, bad: try world.laysDown(person, gone.stream),
        good: try world.laysDown(person, there.stream))
    },
  ]
}
