import Governance
import Ledger

extension NevenfunctieRules {
  /// What a confirmation may say.
  static let confirming = [confirmedOnce, confirmsWhatIs, nameOnlyWhereNamed]

  private static let confirmedOnce = Rule(
    id: "NEV-BEVESTIGING-EENMAAL", source: "README, Rules and views",
    demand: Text(nl: "een houder bevestigt hoogstens één keer op een dag", en: "a holder confirms once a day at most"),
    on: [NevenwerkzaamhedenBevestigd.self]
  ) { context in
    guard let functie = context.event[Houderschap.functie], let persoon = context.event[Houderschap.persoon],
      let earlier = try context.views.facts(
        where: Houderschap.persoon, is: persoon, of: NevenwerkzaamhedenBevestigd.self
      ).first(where: {
        $0.counts && $0[Houderschap.functie] == functie && $0.effective == context.event.effective
      })
    else { return nil }
    return Refusal(
      Text(
        nl: "op \(context.day.text.nl) is al bevestigd, met nummer \(earlier.position)",
        en: "on \(context.day.text.en) it was confirmed already, by number \(earlier.position)"),
      remedy: Text(
        nl: "was dat een vergissing: waarborg nevenfunctie corrigeer \(earlier.position) --reden …",
        en: "if that was a mistake: waarborg nevenfunctie corrigeer \(earlier.position) --reden …"))
  }

  private static let confirmsWhatIs = Rule(
    id: "NEV-BEVESTIGING", source: "004:3916-3918; 004:5425-5426",
    demand: Text(
      nl: "«geen» wordt bevestigd als er niets loopt, en een opgave als er een loopt",
      en: "“none” is confirmed when nothing runs, and a statement when one runs"),
    on: [NevenwerkzaamhedenBevestigd.self]
  ) { context in
    guard let functie = context.event[Houderschap.functie], let persoon = context.event[Houderschap.persoon],
      let none = context.event[NevenwerkzaamhedenBevestigd.geen]
    else { return nil }
    let day = context.day
    let running = try Werkzaamheid.of(persoon, beside: functie, context.views).first { activity in
      guard let stand = activity.stand(op: day), activity.functie(op: day) == functie else { return false }
      return stand != .beeindigd
    }
    guard none == (running != nil) else { return nil }
    return running.map { activity in
      Refusal(
        Text(
          nl: "er loopt een melding, nummer \(activity.gemeld.position)",
          en: "a report runs, number \(activity.gemeld.position)"),
        remedy: Text(
          nl: "beëindig haar eerst (waarborg nevenfunctie beeindig MELDING), of bevestig zonder --geen",
          en: "end it first (waarborg nevenfunctie beeindig REPORT), or confirm without --geen"))
    }
      ?? Refusal(
        Text(nl: "er loopt geen melding die bevestigd kan worden", en: "no report runs that could be confirmed"),
        remedy: Text(
          nl: "bevestig met --geen, of meld eerst: waarborg nevenfunctie meld FUNCTIE --activiteit …",
          en: "confirm with --geen, or report first: waarborg nevenfunctie meld FUNCTION --activiteit …"))
  }

  private static let nameOnlyWhereNamed = Rule(
    id: "NEV-NAAM", source: "004:5428-5435",
    demand: Text(
      nl: "een naam wordt alleen openbaar waar de regels namen noemen",
      en: "a name is published only where the rules name names"),
    on: [NevenwerkzaamhedenBevestigd.self]
  ) { context in
    guard !context.event.signed.envelope.sealedDigests.isEmpty,
      try context.regels()?.instellingen.publiceertNamen != true
    else { return nil }
    return Refusal(
      Text(nl: "de regels noemen geen namen", en: "the rules name no names"),
      remedy: Text(nl: "laat --naam weg", en: "leave --naam out"))
  }
}
