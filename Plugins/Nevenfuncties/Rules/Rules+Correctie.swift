import Governance
import Ledger

extension NevenfunctieRules {
  /// What a correction may do.
  static let correcting = [mistake, corrector, nothingRestsOnIt]

  private static let corrections: [any EventDefinition.Type] = [
    NevenwerkzaamheidGecorrigeerd.self, OpgaveGecorrigeerd.self, BevestigingGecorrigeerd.self,
    FunctieaanwijzingGecorrigeerd.self,
  ]

  private static func fact(_ context: RuleContext) throws -> Feit? {
    try context.event[Correctie.gebeurtenis].flatMap { try Feit.with($0, context.views) }
      .flatMap { $0.stream == context.event.stream ? $0 : nil }
  }

  private static let mistake = Rule(
    id: "NEV-CORRECTIE", source: "README, The event",
    demand: Text(
      nl: "een correctie betreft een feit van dezelfde stroom dat nog telt",
      en: "a correction concerns a fact of the same stream that still counts"),
    on: corrections
  ) { context in
    let fact = try fact(context)
    if let fact, fact.telt, !corrections.contains(where: { $0.type.name == fact.soort }) { return nil }
    return Refusal(
      fact == nil
        ? Text(nl: "deze gebeurtenis hoort hier niet bij", en: "this event does not belong here")
        : Text(
          nl: "nummer \(fact?.position ?? 0) telt al niet meer, of is zelf een correctie",
          en: "number \(fact?.position ?? 0) counts no more already, or is a correction itself"),
      remedy: Text(nl: "leg het feit opnieuw vast zoals het was", en: "record the fact again as it was"))
  }

  private static let corrector = Rule(
    id: "NEV-CORRECTIE-BEVOEGD", source: "Awb 10:1",
    demand: Text(
      nl: "wie een feit corrigeert, mocht het ook vastleggen", en: "who corrects a fact could have recorded it"),
    on: corrections
  ) { context in
    guard let fact = try fact(context), let type = context.catalog.event(named: fact.soort) else { return nil }
    let allowed = type.signers.union(fact.isHistorisch ? type.recorders : [])
    guard context.roles.isDisjoint(with: allowed) else { return nil }
    return Refusal(
      Text(
        nl: "\(context.capacity.rol.text.nl) mag \(fact.soort) (nummer \(fact.position)) niet corrigeren",
        en: "the \(context.capacity.rol.text.en) may not correct \(fact.soort) (number \(fact.position))"),
      remedy: Text(nl: "laat corrigeren wie het mag vastleggen", en: "let it be corrected by who may record it"))
  }

  private static let nothingRestsOnIt = Rule(
    id: "NEV-CORRECTIE-VOLGORDE", source: "README, The event",
    demand: Text(
      nl: "een melding of besluit vervalt pas als er geen opgave meer op steunt",
      en: "a report or decision lapses only when no statement rests on it any more"),
    on: [NevenwerkzaamheidGecorrigeerd.self]
  ) { context in
    guard let fact = try fact(context), fact.is(NevenwerkzaamheidGemeld.self) || isDecision(fact),
      let living = try Opgave.of(melding: fact.stream, context.views).first(where: { $0.leeft() }),
      let first = living.versies().first, first.position > fact.position, !first.isHistorisch
    else { return nil }
    return Refusal(
      Text(
        nl: "op nummer \(fact.position) steunt de openbare opgave, nummer \(first.position)",
        en: "the public statement, number \(first.position), rests on number \(fact.position)"),
      remedy: Text(
        nl: "trek die eerst in: waarborg nevenfunctie opgave trek-in",
        en: "withdraw that first: waarborg nevenfunctie opgave trek-in"))
  }

  private static func isDecision(_ fact: Feit) -> Bool { Besluiten.all.contains { $0.type.name == fact.soort } }
}
