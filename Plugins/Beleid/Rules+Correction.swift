import Governance
import Ledger

extension BeleidRules {
  /// What a correction may do.
  static let corrections = [mistake, corrector, lastFirst, correctedDate]

  private static let mistake = Rule(
    id: "BEL-CORRECTIE", source: "README, The event",
    demand: Text(
      nl: "een correctie betreft een feit van dezelfde regeling dat nog geldt",
      en: "a correction concerns a fact of the same rule that still counts"),
    on: [RegelingGecorrigeerd.self]
  ) { context in
    let fact = try context.mistakenFact()
    if let fact, !fact.isVervallen, !fact.is(RegelingGecorrigeerd.self) { return nil }
    let message =
      switch fact {
      case nil: Text(nl: "deze gebeurtenis is geen feit van deze regeling", en: "this event is no fact of this rule")
      case let fact? where fact.isVervallen:
        Text(nl: "nummer \(fact.position) is al vervallen", en: "number \(fact.position) has lapsed already")
      default: Text(nl: "een correctie wordt niet gecorrigeerd", en: "a correction is not corrected")
      }
    return Refusal(
      message, remedy: Text(nl: "leg het feit opnieuw vast zoals het was", en: "record the fact again as it was"))
  }

  private static let corrector = Rule(
    id: "BEL-CORRECTIE-BEVOEGD", source: "Awb 10:1",
    demand: Text(
      nl: "wie een feit corrigeert, mocht het ook vastleggen", en: "who corrects a fact could have recorded it"),
    on: [RegelingGecorrigeerd.self]
  ) { context in
    guard let fact = try context.mistakenFact(), let type = context.catalog.event(named: fact.soort) else { return nil }
    if fact.is(RegelingVastgesteld.self), let body = fact.orgaan, !fact.isHistorisch, context.decides(body) {
      return nil
    }
    let roles = [context.capacity.rol, context.capacity.decider]
    let isOwn = !(fact.is(RegelingVastgesteld.self) && !fact.isHistorisch)
    if isOwn, roles.contains(where: { type.signers.contains($0) || fact.isHistorisch && type.recorders.contains($0) }) {
      return nil
    }
    let who = fact.orgaan?.text ?? Text(fact.soort)
    return Refusal(
      Text(
        nl: "\(context.capacity.rol.text.nl) mag \(fact.soort) (nummer \(fact.position)) niet corrigeren",
        en: "the \(context.capacity.rol.text.en) may not correct \(fact.soort) (number \(fact.position))"),
      remedy: Text(
        nl: "laat corrigeren wie het mag vastleggen: \(who.nl)",
        en: "let it be corrected by who may record it: \(who.en)"))
  }

  private static let lastFirst = Rule(
    id: "BEL-CORRECTIE-VOLGORDE", source: "README, The event",
    demand: Text(
      nl: "een feit vervalt pas als niets meer op dat feit steunt",
      en: "a fact lapses only when nothing rests on it any more"),
    on: [RegelingGecorrigeerd.self]
  ) { context in
    guard context.event[RegelingGecorrigeerd.juisteDatum] == nil, let fact = try context.mistakenFact(),
      let number = fact.versie, let versie = try context.regeling()?.versies.first(where: { $0.nummer == number })
    else { return nil }
    let resting = versie.feiten.first { other in
      guard other.position > fact.position, !other.isHistorisch else { return false }
      if fact.is(RegelingOntworpen.self) { return true }
      return fact.is(RegelingVastgesteld.self) && !other.is(ContentElementAangetoond.self)
        && !other.is(WerknemersGeraadpleegd.self) && !other.is(BeleidGeborgd.self)
    }
    guard let resting else { return nil }
    return Refusal(
      Text(
        nl: "op nummer \(fact.position) steunt \(resting.soort), nummer \(resting.position)",
        en: "\(resting.soort), number \(resting.position), rests on number \(fact.position)"),
      remedy: Text(
        nl: "corrigeer eerst nummer \(resting.position), of geef alleen de juiste datum",
        en: "correct number \(resting.position) first, or give only the right date"))
  }

  private static let correctedDate = Rule(
    id: "BEL-CORRECTIE-DATUM", source: "004:2986",
    demand: Text(
      nl: "een juiste datum voldoet aan dezelfde eisen als de eerste", en: "a right date meets the demands of the first"
    ),
    on: [RegelingGecorrigeerd.self]
  ) { context in
    guard let date = context.event[RegelingGecorrigeerd.juisteDatum], let fact = try context.mistakenFact() else {
      return nil
    }
    if fact.isHistorisch, let refusal = HistoricalFact.dateRefusal(date, context, option: "--juiste-datum") {
      return refusal
    }
    if fact.is(RegelingInWerkingGetreden.self), !fact.isHistorisch, !date.isExact {
      return Refusal(
        Text(
          nl: "«\(date)» is geen exacte dag, en die is voor inwerkingtreding nodig",
          en: "“\(date)” is not one exact day, which entry into force needs"),
        remedy: Text(nl: "geef --juiste-datum als JJJJ-MM-DD", en: "give --juiste-datum as YYYY-MM-DD"))
    }
    guard let number = fact.versie, let versie = try context.regeling()?.versies.first(where: { $0.nummer == number })
    else { return nil }
    return orderProblem(
      fact.soort, date, among: versie.feiten.filter { $0.position != fact.position }, of: versie)
  }
}

extension RuleContext {
  /// The fact that a correction names, when it is one of the same rule.
  func mistakenFact() throws -> Feit? {
    guard let id = event[RegelingGecorrigeerd.gebeurtenis] else { return nil }
    return try regeling()?.feiten.first { $0.gebeurtenis == id }
  }
}
