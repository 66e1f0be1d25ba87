import Governance
import Ledger

/// What the register refuses.
enum InspectieRules {
  static let all: [Rule] =
    [historical, recordersRecordHistory, notInFuture, papers] + evidence + declarations + inspection + order + risks
    + measures + publications + corrections

  private static let historical = HistoricalFact.namesSourceAndIsBeforeFounding(
    id: "INSP-HISTORISCH", on: Gebeurtenissen.feiten)

  private static let recordersRecordHistory = HistoricalFact.recordersRecordHistory(
    id: "INSP-BEVOEGD", source: "002:182; 000:20; Awb 10:1",
    on: [RieVastgesteld.self, PlanVanAanpakVastgesteld.self, MaatregelVervallen.self, JaarverklaringAfgegeven.self]
  ) { rol, name in
    Text(
      nl: "laat de algemeen directeur of het college tekenen of mandaat verlenen: waarborg organisatie mandaat-verleen "
        + "--aan \(rol.rawValue) --gebeurtenis \(name); van vóór dit grootboek: --historisch --bron DOCUMENT",
      en: "let the municipal secretary or the board sign or give a mandate: waarborg organisatie mandaat-verleen "
        + "--aan \(rol.rawValue) --gebeurtenis \(name); from before this ledger: --historisch --bron DOCUMENT")
  }

  private static let notInFuture = Rule.notInFuture(id: "INSP-TOEKOMST", on: Gebeurtenissen.feiten)

  private static let papers = Stukvelden.areSealed(id: "INSP-STUK", on: Gebeurtenissen.feiten)

  private static let corrections = [
    Correction.namesWhatCounts(id: "INSP-CORRECTIE", on: Gebeurtenissen.correcties),
    Correction.byWhoCouldRecord(id: "INSP-CORRECTIE-BEVOEGD", on: Gebeurtenissen.correcties),
    Correction.lastFirst(
      id: "INSP-CORRECTIE-VOLGORDE",
      demand: Text(
        nl: "waarop iets anders steunt, wordt pas daarna gecorrigeerd",
        en: "what something else rests on is corrected after that"),
      on: Gebeurtenissen.correcties
    ) { later, earlier in rests(later, on: earlier) },
    rightDate,
  ]

  private static let rightDate = Rule(
    id: "INSP-CORRECTIE-DATUM", source: "README, The event",
    demand: Text(
      nl: "de juiste datum kan die van dit feit zijn: niet in de toekomst, en zo precies als het vraagt",
      en: "the right date can be that of this fact: not in the future, and as exact as it asks"),
    on: Gebeurtenissen.correcties
  ) { context in
    guard let date = context.event[Correction.date], let fact = try Correction.mistaken(context) else { return nil }
    let found: Text? =
      if date.isAfter(context.event.signedOn) == .yes {
        Text(nl: "\(date.text.nl) ligt in de toekomst", en: "\(date.text.en) lies in the future")
      } else if context.catalog.event(named: fact.type)?.needsExactDate == true, !date.isExact {
        Text(nl: "«\(date)» is geen exacte dag, en die is hier nodig", en: "“\(date)” is not one exact day")
      } else if let collected = fact[Bewijs.verzameldOp], let first = date.earliest, collected < first {
        Text(
          nl: "het bewijs is al verzameld op \(collected.text.nl)",
          en: "it was collected already on \(collected.text.en)")
      } else if let year = fact[JaarverklaringAfgegeven.jaar], let last = date.latest, Int64(last.year) <= year {
        Text(nl: "\(year) was toen nog niet voorbij", en: "\(year) was not over then")
      } else {
        nil
      }
    return found.map {
      Refusal(
        $0,
        remedy: Text(
          nl: "geef een andere --juiste-datum, of laat het feit vervallen en leg het opnieuw vast",
          en: "give another --juiste-datum, or let the fact lapse and record it anew"))
    }
  }

  /// Whether a later fact of the stream would hang in the air without an earlier one.
  private static func rests(_ later: Fact, on earlier: Fact) -> Bool {
    if earlier.is(MaatregelVastgelegd.self) || earlier.is(RieUitgevoerd.self) { return true }
    return needs(later.type).contains { $0.type.name == earlier.type }
  }
}

extension RuleContext {
  /// What counts in the stream just before the event, in the order in which it was so.
  func feiten() throws -> [Fact] { try views.facts(in: event.stream).filter(\.counts).inVolgorde }
}
