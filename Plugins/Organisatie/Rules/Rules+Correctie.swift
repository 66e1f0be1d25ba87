import Governance
import Ledger

extension OrganisatieRules {
  /// What can be corrected here.
  static let corrections: [any EventDefinition.Type] = [FunctieGecorrigeerd.self, OrgaanGecorrigeerd.self]

  /// What a correction may do. All that is corrected here has the same signers, those of the correction.
  static let correcting = [
    Correction.namesWhatCounts(id: "ORG-CORRECTIE", on: corrections), lastFirst, nothingNamesIt,
  ]

  private static let lastFirst = Correction.lastFirst(
    id: "ORG-CORRECTIE-VOLGORDE",
    demand: Text(
      nl: "een feit vervalt pas als niets meer op dat feit steunt",
      en: "a fact lapses only when nothing rests on it any more"),
    on: corrections
  ) { later, fact in
    if fact.is(FunctieVastgelegd.self, OrgaanVastgelegd.self) { return true }
    // Who laid a function down can have taken it up again since.
    guard let person = fact[FunctieBekleed.persoon] else { return false }
    return later[FunctieBekleed.persoon] == person
  }

  private static let nothingNamesIt = Rule(
    id: "ORG-CORRECTIE-GEBRUIK", source: "README, The event",
    demand: Text(
      nl: "een orgaan, functie of bekleding vervalt pas als niets anders er nog naar verwijst",
      en: "a body, function or holding lapses only when nothing else refers to it any more"),
    on: corrections
  ) { context in
    guard let fact = try Correction.mistaken(context), fact.counts else { return nil }
    let later = try naming(fact, context.views)
      .first { $0.counts && $0.position > fact.position && $0.stream != fact.stream }
    return later.map { Correction.restsOn(fact, $0) }
  }

  /// What other streams recorded about the same body, function or holder.
  private static func naming(_ fact: Fact, _ views: ViewReader) throws -> [Fact] {
    if fact.is(OrgaanVastgelegd.self) { return try views.facts(where: FunctieVastgelegd.orgaan, is: fact.stream) }
    if fact.is(FunctieVastgelegd.self) { return try views.facts(where: Functies.verwijzing, is: fact.stream) }
    guard fact.is(FunctieBekleed.self), let person = fact[FunctieBekleed.persoon] else { return [] }
    return try views.facts(where: FunctieBekleed.persoon, is: person).filter {
      $0[Functies.verwijzing] == fact.stream
    }
  }
}
