import Governance
import Ledger

@testable import Organisatie

extension Offence {
  /// A function with one holder, and what is tried next.
  private static func held(
    _ rule: String, _ what: String, from: String, until: String? = nil,
    bad: @escaping @Sendable (OrganisatieWorld, StreamID, StreamID) throws -> EventDraft,
    good: @escaping @Sendable (OrganisatieWorld, StreamID, StreamID) throws -> EventDraft
  ) -> Offence {
    Offence(rule, what) { world in
      let (function, person) = (try world.function(), world.stream("Persoon"))
      try world.append(function, try world.takesUp(person, function.stream, on: from, until: until))
      return drafts(
        by: world.secretariaat, bad: try bad(world, person, function.stream),
        good: try good(world, person, function.stream))
    }
  }

  static let people = [
    held("ORG-BEKLEED", "the same person twice", from: "2024") {
      try $0.takesUp($1, $2, on: "2026")
    } good: {
      try $0.takesUp($0.stream("Persoon"), $2, on: "2026")
    },
    held("ORG-BEKLEED", "again on the last day of a fixed time", from: "2024", until: "2025-06-30") {
      try $0.takesUp($1, $2, on: "2025-06-30")
    } good: {
      try $0.takesUp($1, $2, on: "2025-07-01")
    },
    held("ORG-BEKLEED", "again when it is not certain that the fixed time was over", from: "2024", until: "2025-06-30")
    {
      try $0.takesUp($1, $2, on: "2025")
    } good: {
      try $0.takesUp($1, $2, on: "2026")
    },
    held("ORG-NEERGELEGD", "by someone who never held it", from: "2024") {
      try $0.laysDown($0.stream("Persoon"), $2)
    } good: {
      try $0.laysDown($1, $2)
    },
    held("ORG-NEERGELEGD", "after the last day that was fixed", from: "2024", until: "2025-06-30") {
      try $0.laysDown($1, $2, on: "2025-07-01")
    } good: {
      try $0.laysDown($1, $2, on: "2025-06-30")
    },
    Offence("ORG-NEERGELEGD", "a second time") { world in
      let (function, person) = (try world.function(), world.stream("Persoon"))
      try world.append(
        function, try world.takesUp(person, function.stream), try world.laysDown(person, function.stream))
      return drafts(
        by: world.secretariaat, bad: try world.laysDown(person, function.stream),
        good: try world.takesUp(person, function.stream), try world.laysDown(person, function.stream))
    },
    Offence("ORG-NEERGELEGD", "another function than is held") { world in
      let (one, other, person) = (try world.function("A"), try world.function("B"), world.stream("Persoon"))
      try world.append(one, other, try world.takesUp(person, one.stream))
      return drafts(
        by: world.secretariaat, bad: try world.laysDown(person, other.stream),
        good: try world.laysDown(person, one.stream))
    },
    held("ORG-BEKLEED-DUUR", "the fixed end comes before the start", from: "2024") {
      try $0.takesUp($0.stream("Persoon"), $2, on: "2026-03", until: "2026-02-28")
    } good: {
      try $0.takesUp($0.stream("Persoon"), $2, on: "2026-03", until: "2026-03-01")
    },
    held("ORG-BEKLEED-DUUR", "laid down before it was taken up", from: "2024-11") {
      try $0.laysDown($1, $2, on: "2024-10-31")
    } good: {
      try $0.laysDown($1, $2, on: "2024-11-01")
    },
    held("ORG-BEKLEED-DUUR", "laid down in an earlier year", from: "2024-11-13") {
      try $0.laysDown($1, $2, on: "2023")
    } good: {
      try $0.laysDown($1, $2, on: "2024")
    },
  ]
}
