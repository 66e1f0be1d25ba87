import Governance
import Ledger

extension VertrouwenspersonenRules {
  /// What a renewal needs.
  static let renewing = [beforeExpiry, bothWant, longer, notTooOften]

  private static let beforeExpiry = Rule(
    id: "VP-VERLENGING-OP-TIJD", source: logica,
    demand: Text(
      nl: "alleen een termijn die nog loopt wordt verlengd", en: "only a term that still runs is renewed"),
    on: [VertrouwenspersoonVerlengd.self]
  ) { context in
    guard let benoeming = try context.benoeming(), benoeming.begin != nil,
      let end = benoeming.einddag(try context.regels()), context.event.effective.precedes(ImpreciseDate(end)) == .no
    else { return nil }
    return Refusal(
      Text(
        nl:
          "\(benoeming.handle) liep tot \(end.text.nl); op \(context.event.effective.text.nl) is er niets te verlengen",
        en: "\(benoeming.handle) ran until \(end.text.en); on \(context.event.effective.text.en) nothing can be renewed"
      ),
      remedy: Text(
        nl: "benoem opnieuw: waarborg vertrouwenspersoon kandidaat --zelfde-als \(benoeming.handle) --naam …",
        en: "appoint anew: waarborg vertrouwenspersoon kandidaat --zelfde-als \(benoeming.handle) --naam …"))
  }

  private static let bothWant = Rule(
    id: "VP-BEIDEN", source: logica,
    demand: Text(nl: "beide partijen willen de verlenging", en: "both parties want the renewal"),
    on: [VertrouwenspersoonVerlengd.self]
  ) { context in
    guard context.event[VertrouwenspersoonVerlengd.beidenAkkoord] != true else { return nil }
    return Refusal(
      Text(nl: "niet vastgelegd is dat beiden akkoord zijn", en: "it is not recorded that both agree"),
      remedy: Text(nl: "geef --beiden-akkoord", en: "give --beiden-akkoord"))
  }

  private static let longer = Rule(
    id: "VP-LANGER", source: logica,
    demand: Text(
      nl: "een verlenging eindigt later dan de lopende termijn, na de gewone duur of bewust anders",
      en: "a renewal ends later than the running term, after the usual length or another that was chosen"),
    on: [VertrouwenspersoonVerlengd.self]
  ) { context in
    guard let benoeming = try context.benoeming() else { return nil }
    let isNamed = [
      context.event[VertrouwenspersoonVerlengd.tot] != nil, context.event[VertrouwenspersoonVerlengd.laatsteDag] != nil,
    ]
    guard isNamed == [benoeming.vorm == .intern, benoeming.vorm == .extern], let new = context.tot else {
      return Refusal(
        isNamed.contains(true)
          ? Text(
            nl: "\(benoeming.handle) is \(benoeming.vorm.text.nl), en dit nieuwe einde hoort bij een andere vorm",
            en: "\(benoeming.handle) is \(benoeming.vorm.text.en), and this new end is of another form")
          : Text(nl: "er is geen nieuw einde genoemd", en: "no new end is named"),
        remedy: Text(
          nl: "geef bij een interne --tot of --termijn, bij een externe --laatste-dag",
          en: "give --tot or --termijn for an internal one, --laatste-dag for an external one"))
    }
    guard let old = benoeming.tot else { return nil }
    guard new > old else {
      return Refusal(
        Text(
          nl: "\(new.text.nl) is niet later dan \(old.text.nl)", en: "\(new.text.en) is not later than \(old.text.en)"),
        remedy: Text(nl: "controleer --tot of --laatste-dag", en: "check --tot or --laatste-dag"))
    }
    let regels = try context.regels()
    // What a contract is renewed for is between the parties to it.
    guard !context.isHistorical, benoeming.vorm == .intern, let usual = regels.duur,
      context.event[VertrouwenspersoonVerlengd.afwijkend] != true,
      let expected = try? old.firstDay(after: usual), expected != new
    else { return nil }
    return Refusal(
      Text(
        nl: "\(usual.text.nl) na \(old.text.nl) is \(expected.text.nl), niet \(new.text.nl)",
        en: "\(usual.text.en) after \(old.text.en) is \(expected.text.en), not \(new.text.en)"),
      remedy: Text(
        nl: "laat --tot weg, of leg de afwijking vast met --tot of --termijn",
        en: "leave --tot out, or record the other term with --tot or --termijn"), source: regels.bron(Keuzes.duur))
  }

  private static let notTooOften = Rule(
    id: "VP-VERLENGINGEN", source: eigenRegels,
    demand: Text(
      nl: "een termijn wordt niet vaker verlengd dan de gemeente heeft bepaald",
      en: "a term is not renewed more often than the municipality settled"),
    on: [VertrouwenspersoonVerlengd.self]
  ) { context in
    let regels = try context.regels()
    guard !context.isHistorical, let benoeming = try context.benoeming(),
      let most = regels.hoogsteVerlengingen.aantal, benoeming.verlengingen.count >= most
    else { return nil }
    return Refusal(
      Text(
        nl: "\(benoeming.handle) is al \(benoeming.verlengingen.count) keer verlengd; hoogstens \(most) mag",
        en: "\(benoeming.handle) was renewed \(benoeming.verlengingen.count) times; at most \(most) is allowed"),
      remedy: Text(
        nl:
          "benoem opnieuw na het einde, of wijzig de regel: waarborg vertrouwenspersoon stel-regels-vast --verlengingen …",
        en:
          "appoint anew after the end, or change the rule: waarborg vertrouwenspersoon stel-regels-vast --verlengingen …"
      ),
      source: regels.bron(Keuzes.hoogsteVerlengingen))
  }
}
