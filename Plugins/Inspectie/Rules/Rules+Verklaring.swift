import Governance
import Ledger

extension InspectieRules {
  /// What is asked of a yearly declaration about cases.
  static let declarations = [closedYear, figures, oneOutcome]

  private static let closedYear = Rule(
    id: "JV-JAAR", source: "004:5379-5392 art. 13",
    demand: Text(nl: "een verklaring gaat over een afgesloten jaar", en: "a declaration is about a closed year"),
    on: [JaarverklaringAfgegeven.self]
  ) { context in
    guard let year = context.event[JaarverklaringAfgegeven.jaar] else { return nil }
    let declared = min(context.event.signedOn.year, context.event.effective.latest?.year ?? .max)
    guard year >= Int64(declared) else { return nil }
    return Refusal(
      Text(nl: "\(year) was toen nog niet voorbij", en: "\(year) was not over then"),
      remedy: Text(nl: "verklaar op of na 1 januari \(year + 1)", en: "declare on or after 1 January \(year + 1)"))
  }

  private static let figures = Rule(
    id: "JV-AANTAL", source: "004:5379-5392 art. 13; AVG art. 5 lid 1 c",
    demand: Text(
      nl: "vanaf vijf zaken staan er twee getallen, het eerste ten hoogste het tweede; onder de vijf geen",
      en: "from five cases on there are two numbers, the first at most the second; below five there are none"),
    on: [JaarverklaringAfgegeven.self]
  ) { context in
    let (inTime, all) = (
      context.event[JaarverklaringAfgegeven.binnenTermijn], context.event[JaarverklaringAfgegeven.zaken]
    )
    guard context.event[JaarverklaringAfgegeven.aantal] == .vijfOfMeer else {
      guard inTime != nil || all != nil else { return nil }
      return Refusal(
        Text(nl: "er staat een getal bij minder dan vijf zaken", en: "there is a number with fewer than five cases"),
        remedy: Text(nl: "geef --minder-dan-vijf, zonder getallen", en: "give --minder-dan-vijf, without numbers"))
    }
    guard let inTime, let all else {
      return Refusal(
        Text(nl: "er ontbreekt een getal", en: "a number is missing"),
        remedy: Text(nl: "geef --zaken en --binnen-termijn", en: "give --zaken and --binnen-termijn"))
    }
    guard inTime > all else { return nil }
    return Refusal(
      Text(nl: "\(inTime) van \(all) zaken binnen de termijn", en: "\(inTime) of \(all) cases within the term"),
      remedy: Text(
        nl: "geef met --zaken hoeveel het er waren, en met --binnen-termijn hoeveel daarvan op tijd waren",
        en: "say with --zaken how many there were, and with --binnen-termijn how many of those were in time"))
  }

  private static let oneOutcome = Rule(
    id: "JV-EENS", source: "004:5379-5392 art. 13",
    demand: Text(
      nl: "over een jaar en een soort zaken is er één uitkomst",
      en: "of a year and a kind of cases there is one outcome"),
    on: [JaarverklaringAfgegeven.self]
  ) { context in
    let event = context.event
    guard let kind = event[JaarverklaringAfgegeven.zaaksoort] else { return nil }
    let earlier = try context.views.facts(
      where: JaarverklaringAfgegeven.zaaksoort, is: kind, of: JaarverklaringAfgegeven.self)
    let other = earlier.first { fact in
      fact.counts && fact[JaarverklaringAfgegeven.jaar] == event[JaarverklaringAfgegeven.jaar]
        && (fact[JaarverklaringAfgegeven.aantal] != event[JaarverklaringAfgegeven.aantal]
          || fact[JaarverklaringAfgegeven.zaken] != event[JaarverklaringAfgegeven.zaken]
          || fact[JaarverklaringAfgegeven.binnenTermijn] != event[JaarverklaringAfgegeven.binnenTermijn])
    }
    guard let other, let said = JaarverklaringAfgegeven.woorden(other) else { return nil }
    return Refusal(
      Text(nl: "nummer \(other.position) zegt: \(said.nl)", en: "number \(other.position) says: \(said.en)"),
      remedy: Text(
        nl: "was dat een vergissing: waarborg inspectie corrigeer \(other.position) --reden …, en verklaar dan opnieuw",
        en: "if that was a mistake: waarborg inspectie corrigeer \(other.position) --reden …, and then declare anew"))
  }
}
