import Governance
import Ledger

extension NevenfunctieRules {
  /// What a correction may do.
  static let correcting = [mistake, corrector, nothingRestsOnIt]

  static let corrections: [any EventDefinition.Type] = [
    NevenwerkzaamheidGecorrigeerd.self, OpgaveGecorrigeerd.self, BevestigingGecorrigeerd.self,
    FunctieaanwijzingGecorrigeerd.self,
  ]

  private static let mistake = Correction.namesWhatCounts(id: "NEV-CORRECTIE", on: corrections)
  private static let corrector = Correction.byWhoCouldRecord(id: "NEV-CORRECTIE-BEVOEGD", on: corrections)

  private static let nothingRestsOnIt = Rule(
    id: "NEV-CORRECTIE-VOLGORDE", source: "README, The event",
    demand: Text(
      nl: "een melding of besluit vervalt pas als er geen opgave meer op steunt",
      en: "a report or decision lapses only when no statement rests on it any more"),
    on: [NevenwerkzaamheidGecorrigeerd.self]
  ) { context in
    guard let fact = try Correction.mistaken(context), fact.is(NevenwerkzaamheidGemeld.self) || isDecision(fact),
      let living = try Opgave.of(melding: fact.stream, context.views).first(where: { $0.leeft() }),
      let first = living.versies().first, first.position > fact.position, !first.isHistorical
    else { return nil }
    return Refusal(
      Text(
        nl: "op nummer \(fact.position) steunt de openbare opgave, nummer \(first.position)",
        en: "the public statement, number \(first.position), rests on number \(fact.position)"),
      remedy: Text(
        nl: "trek die eerst in: waarborg nevenfunctie opgave trek-in MELDING --reden …",
        en: "withdraw that first: waarborg nevenfunctie opgave trek-in REPORT --reden …"))
  }

  private static func isDecision(_ fact: Fact) -> Bool { fact.is(ToestemmingBeslist.self) }
}
