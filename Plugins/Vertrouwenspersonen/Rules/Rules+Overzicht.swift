import Governance
import Ledger

extension VertrouwenspersonenRules {
  /// What an overview or a record of training may say.
  static let overview = [yearFits, oncePerYear, untraceable]
  /// What a decision about open points may say.
  static let settling = [choosesSomething]

  private static let yearFits = Rule(
    id: "VP-JAAR", source: "004:5685-5686; 004:5741",
    demand: Text(
      nl: "het jaar is dat van de datum; een overzicht is er niet voor zijn jaar begint",
      en: "the year is that of the date; an overview is not there before its year begins"),
    on: [ScholingVastgelegd.self, IntervisieVastgelegd.self, JaaroverzichtVerstrekt.self]
  ) { context in
    guard let year = context.event[ScholingVastgelegd.jaar] else { return nil }
    let date = context.event.effective
    let isOverview = context.event.is(JaaroverzichtVerstrekt.self)
    let isTooEarly = date.latest.map { $0.year < year } ?? false
    let isTooLate = !isOverview && (date.earliest.map { $0.year > year } ?? false)
    guard isTooEarly || isTooLate else { return nil }
    return Refusal(
      Text(nl: "\(date.text.nl) hoort niet bij \(year)", en: "\(date.text.en) does not belong to \(year)"),
      remedy: Text(nl: "controleer --op en --jaar", en: "check --op and --jaar"))
  }

  /// Two overviews of one year could be compared, and what differs between them be a person.
  private static let oncePerYear = Rule(
    id: "VP-JAAROVERZICHT-EENMAAL", source: "004:5685-5686",
    demand: Text(nl: "over een jaar is er één overzicht", en: "there is one overview of a year"),
    on: [JaaroverzichtVerstrekt.self]
  ) { context in
    guard let year = context.event[JaaroverzichtVerstrekt.jaar],
      let earlier = try Jaaroverzicht.over(year, context.views)
    else { return nil }
    return Refusal(
      Text(
        nl: "het overzicht over \(year) is al vastgelegd als nummer \(earlier.feit.position)",
        en: "the overview of \(year) was recorded already as number \(earlier.feit.position)"),
      remedy: correctFirst(earlier.feit))
  }

  private static let untraceable = Rule(
    id: "VP-HERLEIDBAAR", source: "004:5685-5686; 002:160; 002:184",
    demand: Text(
      nl: "een overzicht toont geen klein aantal, ook niet door het van een totaal af te trekken",
      en: "an overview shows no small number, nor lets one be computed from a total"),
    on: [JaaroverzichtVerstrekt.self]
  ) { context in
    guard let threshold = context.event[JaaroverzichtVerstrekt.drempel],
      let total = context.event[JaaroverzichtVerstrekt.meldingen]
    else {
      return Refusal(
        Text(nl: "een aantal is niet leesbaar", en: "a number cannot be read"),
        remedy: Text(
          nl: "verwacht: een getal, klein of nietGetoond", en: "expected: a number, klein or nietGetoond"))
    }
    let inForce = try context.regels().drempel
    guard threshold == inForce else {
      return Refusal(
        Text(nl: "de drempel is \(inForce), niet \(threshold)", en: "the threshold is \(inForce), not \(threshold)"),
        remedy: Text(
          nl: "wijzig haar eerst: waarborg vertrouwenspersoon stel-regels-vast --drempel \(threshold)",
          en: "change it first: waarborg vertrouwenspersoon stel-regels-vast --drempel \(threshold)"))
    }
    let cover = Verhulling(drempel: threshold)
    for field in [JaaroverzichtVerstrekt.afdoening, JaaroverzichtVerstrekt.themas] {
      // A list that is there and cannot be read must not pass for one that is not there.
      let isThere = context.event.facts.contains { $0.name == field.name }
      let lines = context.event[field]
      if (isThere && lines == nil) || !cover.isVeilig(lines ?? [], totaal: total) {
        return Refusal(
          Text(
            nl: "\(field.name): hieruit is een aantal onder \(threshold) af te leiden",
            en: "\(field.name): a number below \(threshold) can be derived from this"),
          remedy: Text(
            nl: "laat het programma de aantallen verhullen: waarborg vertrouwenspersoon jaaroverzicht",
            en: "let the program cover the numbers: waarborg vertrouwenspersoon jaaroverzicht"))
      }
    }
    let numbers = Jaarcijfers(
      meldingen: total, afdoening: context.event[JaaroverzichtVerstrekt.afdoening] ?? [],
      themas: context.event[JaaroverzichtVerstrekt.themas] ?? [])
    let year = context.event[JaaroverzichtVerstrekt.jaar] ?? 0
    guard
      let other = try Jaaroverzicht.vergissingen(over: year, context.views).first(where: {
        !cover.isVeilig(numbers, naast: $0.cijfers)
      })
    else { return nil }
    return Refusal(
      Text(
        nl:
          "naast nummer \(other.feit.position) over \(year), dat leesbaar blijft, is een aantal onder \(threshold) af te leiden",
        en:
          "beside number \(other.feit.position) of \(year), which stays readable, a number below \(threshold) can be derived"
      ),
      remedy: Text(
        nl: "laat het programma de aantallen verhullen: waarborg vertrouwenspersoon jaaroverzicht",
        en: "let the program cover the numbers: waarborg vertrouwenspersoon jaaroverzicht"))
  }

  private static let choosesSomething = Rule(
    id: "VP-REGELS", source: "README, Facts and subjects; 004:4508-4509",
    demand: Text(
      nl: "een besluit regelt ten minste één punt, en een aantal maanden hoort bij «beperkt»",
      en: "a decision settles at least one point, and a number of months goes with “beperkt”"),
    on: [VertrouwenspersonenregelsVastgesteld.self]
  ) { context in
    let names: Set = [
      HistoricalFact.historisch.name, HistoricalFact.bron.name,
    ]
    let isLimited = context.event[VertrouwenspersonenregelsVastgesteld.oudMedewerkers] == .beperkt
    let hasMonths = context.event[VertrouwenspersonenregelsVastgesteld.oudMedewerkersMaanden] != nil
    if context.event.facts.contains(where: { !names.contains($0.name) }), isLimited == hasMonths { return nil }
    return Refusal(
      isLimited == hasMonths
        ? Text(nl: "er is niets gekozen", en: "nothing was chosen")
        : Text(
          nl: "«beperkt» en een aantal maanden horen bij elkaar", en: "“beperkt” and a number of months go together"),
      remedy: Text(
        nl: "zie de punten: waarborg vertrouwenspersoon regels",
        en: "see the points: waarborg vertrouwenspersoon regels"
      ))
  }
}
