import Governance
import Ledger

extension InspectieRules {
  /// What is asked of every piece of evidence.
  static let evidence = [collected, period, counts, series, small, unit, paper, demands]

  private static let collected = Rule(
    id: "BEW-VERZAMELD", source: "README, Inspections, measures, evidence",
    demand: Text(
      nl: "bewijs is verzameld op of na de dag waarop het is gedaan, en uiterlijk vandaag",
      en: "evidence is collected on or after the day on which it was done, and today at the latest"),
    on: Gebeurtenissen.bewijs
  ) { context in
    guard let day = context.event[Bewijs.verzameldOp] else { return nil }
    if day > context.event.signedOn {
      return Refusal(
        Text(nl: "\(day.text.nl) ligt in de toekomst", en: "\(day.text.en) lies in the future"),
        remedy: Text(nl: "leg het vast op of na die dag", en: "record it on or after that day"))
    }
    guard let first = context.event.effective.earliest, day < first else { return nil }
    return Refusal(
      Text(
        nl: "verzameld op \(day.text.nl), voordat het is gedaan: \(context.event.effective.text.nl)",
        en: "collected on \(day.text.en), before it was done: \(context.event.effective.text.en)"),
      remedy: Text(
        nl: "geef met --op wanneer het is gedaan, en met --verzameld-op wanneer het bewijs is verzameld",
        en: "say with --op when it was done, and with --verzameld-op when the evidence was collected"))
  }

  private static let period = Rule(
    id: "BEW-PERIODE", source: "README, Inspections, measures, evidence",
    demand: Text(
      nl: "een periode heeft een eerste en een laatste dag, in die volgorde",
      en: "a period has a first and a last day, in that order"),
    on: Gebeurtenissen.bewijs
  ) { context in
    switch (context.event[Bewijs.van], context.event[Bewijs.tot]) {
    case (nil, nil): return nil
    case (let first?, let last?) where first <= last: return nil
    case (let first?, let last?):
      return Refusal(
        Text(
          nl: "de periode eindigt op \(last.text.nl), voor zij begint op \(first.text.nl)",
          en: "the period ends on \(last.text.en), before it begins on \(first.text.en)"),
        remedy: Text(nl: "geef --van voor --tot-en-met", en: "give --van before --tot-en-met"))
    default:
      return Refusal(
        Text(nl: "de periode heeft maar één grens", en: "the period has one bound only"),
        remedy: Text(nl: "geef --van en --tot-en-met, of geen van beide", en: "give --van and --tot-en-met, or neither")
      )
    }
  }

  private static let counts = Rule(
    id: "BEW-AANTAL", source: "000:355-356; 000:361-363",
    demand: Text(
      nl: "niet meer mensen zijn bereikt dan er waren, en niet meer begrepen het dan er zijn getoetst",
      en: "no more people were reached than there were, and no more understood than were tested"),
    on: Gebeurtenissen.dekking
  ) { context in
    let event = context.event
    guard let reached = event[VoorlichtingOntvangen.bereikt], let all = event[VoorlichtingOntvangen.omvang] else {
      return nil
    }
    if reached > all {
      return Refusal(
        Text(nl: "\(reached) bereikt van \(all) mensen", en: "\(reached) reached of \(all) people"),
        remedy: Text(
          nl: "tel per persoon één keer, en geef met --omvang hoeveel er die dag in de groep waren",
          en: "count each person once, and say with --omvang how many were in the group that day"))
    }
    guard let understood = event[BegripGetoetst.begrepen], understood > reached else { return nil }
    return Refusal(
      Text(
        nl: "\(understood) begrepen het van \(reached) getoetst", en: "\(understood) understood of \(reached) tested"),
      remedy: Text(
        nl: "geef met --begrepen hoeveel van de getoetsten het begrepen",
        en: "say with --begrepen how many of those tested understood"))
  }

  private static let series = Rule(
    id: "BEW-REEKS", source: "000:355; 000:361-363",
    demand: Text(
      nl: "bijeenkomsten van één reeks gaan over hetzelfde en bereiken samen niet meer mensen dan er zijn",
      en: "meetings of one series are about the same and together reach no more people than there are"),
    on: Gebeurtenissen.dekking
  ) { context in
    let meeting = Fact(context.event)
    guard let name = meeting[VoorlichtingOntvangen.reeks], let reached = meeting[VoorlichtingOntvangen.bereikt],
      let all = meeting[VoorlichtingOntvangen.omvang]
    else { return nil }
    let earlier = try context.views.facts(where: VoorlichtingOntvangen.reeks, is: name)
      .filter { $0.counts && $0.isGenoemdAls(meeting) }
    if let other = earlier.first(where: { !$0.gaatOver(zoals: meeting) }) {
      return Refusal(
        Text(
          nl: "nummer \(other.position) van deze reeks gaat over andere onderwerpen",
          en: "number \(other.position) of this series is about other subjects"),
        remedy: Text(nl: "geef de reeks een andere naam", en: "give the series another name"))
    }
    let sum = earlier.reduce(reached) { $0 + ($1[VoorlichtingOntvangen.bereikt] ?? 0) }
    guard sum > all else { return nil }
    return Refusal(
      Text(
        nl: "met \(earlier.count) eerdere bijeenkomsten \(sum) bereikt van \(all) mensen",
        en: "with \(earlier.count) earlier meetings \(sum) reached of \(all) people"),
      remedy: Text(
        nl: "tel wie er al was niet opnieuw, of begin een nieuwe reeks: --reeks NAAM",
        en: "do not count anyone again, or begin a new series: --reeks NAME"))
  }

  /// What a handful of people understood tells of each of them.
  static let smallest: Int64 = 5

  private static let small = Rule(
    id: "BEW-KLEIN", source: "002:184-186; AVG art. 5 lid 1 c",
    demand: Text(
      nl: "een uitkomst gaat over ten minste \(smallest) mensen, zodat zij niets zegt over één van hen",
      en: "a result is about at least \(smallest) people, so that it tells nothing of one of them"),
    on: [BegripGetoetst.self]
  ) { context in
    guard let tested = context.event[BegripGetoetst.bereikt], tested < smallest else { return nil }
    return Refusal(
      Text(nl: "er zijn \(tested) mensen getoetst", en: "\(tested) people were tested"),
      remedy: Text(
        nl: "neem groepen samen tot er \(smallest) of meer zijn",
        en: "take groups together until there are \(smallest) or more"))
  }

  private static let unit = Rule(
    id: "BEW-EENHEID", source: "000:315-316",
    demand: Text(
      nl: "bij de groep «eenheid» staat welke, en bij een andere groep niet",
      en: "a group that is a unit is named, and another group is not"),
    on: Gebeurtenissen.dekking
  ) { context in
    let isUnit = context.event[VoorlichtingOntvangen.doelgroep] == .eenheid
    guard isUnit != (context.event[VoorlichtingOntvangen.eenheid] != nil) else { return nil }
    return Refusal(
      isUnit
        ? Text(nl: "er staat niet bij welke eenheid", en: "it is not said which unit")
        : Text(
          nl: "er is een eenheid genoemd, maar de groep is een andere", en: "a unit is named, but the group is another"),
      remedy: Text(
        nl: "geef --doelgroep eenheid met --eenheid NAAM", en: "give --doelgroep eenheid with --eenheid NAME"))
  }

  private static let paper = Rule(
    id: "BEW-STUK", source: "000:358-366; README, Inspections, measures, evidence",
    demand: Text(
      nl: "wat een stuk of een beschrijving is, heeft dat stuk of zegt waar het ligt",
      en: "what is a paper or a description has that paper or says where it is kept"),
    on: [BewijsstukVastgelegd.self, HandelingsmogelijkhedenBeschreven.self]
  ) { context in
    guard context.event[Bewijs.stuk.plaats] == nil else { return nil }
    return Refusal(
      Text(nl: "het stuk ontbreekt", en: "the paper is missing"),
      remedy: Text(
        nl: "geef het met --stuk BESTAND, of waar het ligt met --stuk-vindplaats TEKST",
        en: "give it with --stuk FILE, or where it is kept with --stuk-vindplaats TEXT"))
  }

  private static let demands = Rule(
    id: "BEW-EIS", source: "000:137-144; 000:146-149",
    demand: Text(
      nl: "een alternatief, een verklaring en herhaald bewijs zeggen over welke eisen",
      en: "an alternative, a declaration and proof gathered anew say about which demands"),
    on: [
      AlternatieveMaatregelVastgelegd.self, EisVoldaanVerklaard.self, BewijsHerhaald.self, JaarverklaringAfgegeven.self,
    ]
  ) { context in
    if context.event[Bewijs.eisen] != nil || context.event[EisVoldaanVerklaard.volledig] == true { return nil }
    return Refusal(
      Text(nl: "er is geen eis genoemd", en: "no demand is named"),
      remedy: Text(
        nl: "geef --eis, zoals --eis AI-1.16; mag vaker", en: "give --eis, as in --eis AI-1.16; may be repeated"))
  }
}
