import Governance
import Ledger

extension BeleidRules {
  /// What a correction may do.
  static let corrections = [
    Correction.namesWhatCounts(id: "BEL-CORRECTIE", on: [RegelingGecorrigeerd.self]), corrector, lastFirst,
    correctedDate,
  ]

  private static let recorder = Correction.byWhoCouldRecord(
    id: "BEL-CORRECTIE-BEVOEGD", on: [RegelingGecorrigeerd.self])

  /// As every fact; an adoption also only for the body that adopted.
  private static let corrector = Rule(
    id: recorder.id, source: recorder.source, demand: recorder.demand, on: [RegelingGecorrigeerd.self]
  ) { context in
    guard let fact = try Correction.mistaken(context), fact.is(RegelingVastgesteld.self), !fact.isHistorical else {
      return try recorder.check(context)
    }
    let body = fact[RegelingVastgesteld.orgaan]
    if let body, context.decides(body) { return nil }
    return Correction.notAllowed(context, fact, [body].compactMap(\.self))
  }

  private static let lastFirst = Rule(
    id: "BEL-CORRECTIE-VOLGORDE", source: "README, The event",
    demand: Text(
      nl: "een feit vervalt pas als niets meer op dat feit steunt",
      en: "a fact lapses only when nothing rests on it any more"),
    on: [RegelingGecorrigeerd.self]
  ) { context in
    guard context.event[Correction.date] == nil, let fact = try Correction.mistaken(context),
      fact.is(RegelingOntworpen.self, RegelingVastgesteld.self), let versie = try context.regeling()?.versie(of: fact)
    else { return nil }
    let resting = versie.feiten.first { other in
      guard other.position > fact.position, !other.isHistorical else { return false }
      return fact.is(RegelingOntworpen.self)
        || !other.is(ContentElementAangetoond.self, WerknemersGeraadpleegd.self, BeleidGeborgd.self)
    }
    guard let refusal = resting.map({ Correction.restsOn(fact, $0) }) else { return nil }
    return Refusal(
      refusal.message,
      remedy: refusal.remedy + Text(nl: ", of geef alleen de juiste datum", en: ", or give only the right date"))
  }

  private static let correctedDate = Rule(
    id: "BEL-CORRECTIE-DATUM", source: "004:2984-2986; README, The event",
    demand: Text(
      nl: "een juiste datum voldoet aan dezelfde eisen als de eerste", en: "a right date meets the demands of the first"
    ),
    on: [RegelingGecorrigeerd.self]
  ) { context in
    guard let date = context.event[Correction.date], let fact = try Correction.mistaken(context) else { return nil }
    if fact.isHistorical, let refusal = HistoricalFact.dateRefusal(date, context, option: "--juiste-datum") {
      return refusal
    }
    if fact.is(RegelingInWerkingGetreden.self), !fact.isHistorical, !date.isExact {
      return Refusal(
        Text(
          nl: "«\(date)» is geen exacte dag, en die is voor inwerkingtreding nodig",
          en: "“\(date)” is not one exact day, which entry into force needs"),
        remedy: Text(nl: "geef --juiste-datum als JJJJ-MM-DD", en: "give --juiste-datum as YYYY-MM-DD"))
    }
    guard let versie = try context.regeling()?.versie(of: fact) else { return nil }
    let others = versie.feiten.filter { $0.position != fact.position }
    return orderProblem(fact.type, date, among: others, of: versie)
      ?? forceBeforeAnnouncement(fact.type, date, among: others, of: versie)
  }
}
