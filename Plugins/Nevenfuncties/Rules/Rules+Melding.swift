import Governance
import Ledger
import Organisatie

extension NevenfunctieRules {
  /// What can be reported; never whether it is allowed.
  static let reporting = [
    designated, holdsFunction, samePerson, startBeforeEnd, intendedIsAhead, notEnded, afterReport,
  ]

  private static let byHolder: [any EventDefinition.Type] = [
    NevenwerkzaamheidGemeld.self, NevenwerkzaamhedenBevestigd.self,
  ]

  private static let designated = Rule(
    id: "NEV-AANGEWEZEN", source: "README, Rules and views",
    demand: Text(
      nl: "bevestigd wordt bij een functie die op die dag is aangewezen; melden kan iedereen",
      en: "confirmations are made beside a function that is designated on that day; anyone can report"),
    on: [NevenwerkzaamhedenBevestigd.self]
  ) { context in
    guard let functie = context.event[Houderschap.functie],
      try Aanwijzing.geldend(functie, op: context.day, context.views) == nil
    else { return nil }
    return Refusal(
      Text(
        nl: "deze functie is op \(context.day.text.nl) niet aangewezen",
        en: "this function is not designated on \(context.day.text.en)"),
      remedy: Text(
        nl: "wijs haar eerst aan: waarborg nevenfunctie wijs-aan FUNCTIE --op DATUM",
        en: "designate it first: waarborg nevenfunctie wijs-aan FUNCTION --op DATE"))
  }

  private static let holdsFunction = Rule(
    id: "NEV-HOUDER", source: "004:5411-5421",
    demand: Text(
      nl: "wie meldt of bevestigt, bekleedt de functie op die dag",
      en: "who reports or confirms holds the function on that day"),
    on: byHolder + [FunctieGewijzigd.self]
  ) { context in
    guard let functie = context.event[Houderschap.functie], let persoon = context.event[Houderschap.persoon]
    else { return nil }
    let held = try Functies.bekledingen(of: functie, door: persoon, context.views)
    // Only when it is certain: imprecise dates may overlap.
    let days = [context.event.effective.earliest, context.day].compactMap(\.self)
    if held.contains(where: { period in days.contains { period.isBekleed(op: $0) != .no } }) { return nil }
    return Refusal(
      Text(
        nl: "\(persoon) bekleedt deze functie op \(context.day.text.nl) niet",
        en: "\(persoon) does not hold this function on \(context.day.text.en)"),
      remedy: Text(
        nl:
          "zie waarborg organisatie lijst --op \(context.day); leg anders eerst vast: waarborg organisatie bekleed FUNCTIE --naam …",
        en:
          "see waarborg organisatie lijst --op \(context.day); else record it first: waarborg organisatie bekleed FUNCTION --naam …"
      ))
  }

  private static let samePerson = Rule(
    id: "NEV-PERSOON", source: "README, Rules and views",
    demand: Text(
      nl: "een wijziging van functie betreft wie meldde", en: "a change of function is about who reported"),
    on: [FunctieGewijzigd.self]
  ) { context in
    guard let activity = try context.werkzaamheid(), activity.persoon != context.event[Houderschap.persoon] else {
      return nil
    }
    return Refusal(
      Text(nl: "de melding is van \(activity.persoon)", en: "the report is of \(activity.persoon)"),
      remedy: Text(nl: "geef die persoon", en: "give that person"))
  }

  private static let startBeforeEnd = Rule(
    id: "NEV-DATUMS", source: "004:5434",
    demand: Text(
      nl: "een nevenwerkzaamheid eindigt niet voor zij begint", en: "an activity does not end before it starts"),
    on: [NevenwerkzaamheidGemeld.self, NevenwerkzaamheidGewijzigd.self, NevenwerkzaamheidBeeindigd.self]
  ) { context in
    let event = context.event
    let activity = try context.werkzaamheid()
    let isEnd = event.is(NevenwerkzaamheidBeeindigd.self)
    // What changes neither was judged before.
    guard try isEnd || context.sealed(Looptijd.ingang) != nil || context.sealed(Looptijd.einde) != nil else {
      return nil
    }
    let start = try context.laatste(Looptijd.ingang, activity)
    let end = isEnd ? event.effective : try context.laatste(Looptijd.einde, activity)
    // What was only intended can be given up before it starts.
    let isGivenUp =
      try isEnd && activity.flatMap { try context.sealed(NevenwerkzaamheidGemeld.voorgenomen, of: $0.gemeld) } == true
    guard let start, let end, end.precedes(start) == .yes, !isGivenUp else { return nil }
    return Refusal(
      Text(nl: "het einde \(end) ligt voor het begin \(start)", en: "the end \(end) lies before the start \(start)"),
      remedy: isEnd
        ? Text(nl: "controleer --op", en: "check --op")
        : Text(nl: "controleer --ingang en --einde", en: "check --ingang and --einde"))
  }

  private static let intendedIsAhead = Rule(
    id: "NEV-VOORGENOMEN", source: "004:3919",
    demand: Text(
      nl: "wat is voorgenomen, is nog niet begonnen", en: "what is intended has not begun"),
    on: [NevenwerkzaamheidGemeld.self]
  ) { context in
    guard try context.sealed(NevenwerkzaamheidGemeld.voorgenomen) == true,
      let start = try context.sealed(Looptijd.ingang),
      start.precedes(context.event.effective) == .yes
    else { return nil }
    return Refusal(
      Text(
        nl: "zij zou zijn voorgenomen, maar begon op \(start.text.nl)",
        en: "it would be intended, but began on \(start.text.en)"),
      remedy: Text(
        nl: "laat --voorgenomen weg, of controleer --ingang", en: "leave out --voorgenomen, or check --ingang"))
  }

  private static let notEnded = Rule(
    id: "NEV-BEEINDIGD", source: "README, Rules and views",
    demand: Text(
      nl: "wat beëindigd is of een vergissing was, verandert niet meer",
      en: "what has ended or was a mistake does not change any more"),
    on: [
      NevenwerkzaamheidGewijzigd.self, NevenwerkzaamheidBeeindigd.self, FunctieGewijzigd.self, ToestemmingGevraagd.self,
      PublicatieAchterwegeGelaten.self, ToestemmingBeslist.self,
    ]
  ) { context in
    let stand = try context.werkzaamheid()?.stand()
    guard stand == nil || stand == .beeindigd else { return nil }
    return Refusal(
      stand == nil
        ? Text(nl: "deze melding was een vergissing", en: "this report was a mistake")
        : Text(nl: "deze nevenwerkzaamheid is al beëindigd", en: "this activity has ended"),
      remedy: Text(
        nl: "meld haar opnieuw, of corrigeer het einde: waarborg nevenfunctie corrigeer NUMMER --reden …",
        en: "report it again, or correct the end: waarborg nevenfunctie corrigeer NUMBER --reden …"))
  }

  private static let afterReport = Rule(
    id: "NEV-VOLGORDE", source: "README, Rules and views",
    demand: Text(
      nl: "wat op een melding volgt, is niet van eerder dan de melding",
      en: "what follows a report is not of before the report"),
    on: [
      NevenwerkzaamheidGewijzigd.self, FunctieGewijzigd.self, PublicatieAchterwegeGelaten.self, ToestemmingBeslist.self,
    ]
  ) { context in
    guard let report = try context.werkzaamheid()?.gemeld, context.event.effective.precedes(report.effective) == .yes,
      !context.isHistorical
    else { return nil }
    return Refusal(
      Text(
        nl: "de melding is van \(report.effective.text.nl), dit van \(context.event.effective.text.nl)",
        en: "the report is of \(report.effective.text.en), this of \(context.event.effective.text.en)"),
      remedy: Text(nl: "controleer --op", en: "check --op"))
  }
}
