import Governance
import Ledger

extension InspectieRules {
  /// What is asked of an order to comply.
  static let order = [reference, term, sent, numbering, posted, declared, afterTerm]

  private static let reference = Rule(
    id: "INSP-KENMERK", source: "000:161-164; 000:166-181",
    demand: Text(
      nl: "een eis heeft het kenmerk van haar brief, en geen ander heeft dat",
      en: "an order has the reference of its letter, and no other has it"),
    on: [EisOpgelegd.self]
  ) { context in
    guard let reference = context.event[EisOpgelegd.kenmerk] else {
      return Refusal(
        Text(nl: "het kenmerk ontbreekt", en: "the reference is missing"),
        remedy: Text(nl: "geef het met --kenmerk", en: "give it with --kenmerk"))
    }
    // By its reference a letter is found: two of one name are told apart by nobody.
    let other = try context.views.facts(of: EisOpgelegd.self).first { fact in
      fact.counts && fact[EisOpgelegd.kenmerk] == reference && fact.stream != context.event.stream
    }
    return other.map {
      Refusal(
        Text(
          nl: "nummer \($0.position) heeft dit kenmerk al", en: "number \($0.position) has this reference already"),
        remedy: Text(nl: "neem het kenmerk van deze brief over", en: "take the reference of this letter"))
    }
  }

  private static let term = Rule(
    id: "INSP-TERMIJN", source: "000:129-135; Arbeidsomstandighedenwet art. 27",
    demand: Text(
      nl: "een eis noemt óf een termijn vanaf de dagtekening, óf een laatste dag erna",
      en: "an order names either a term from its date, or a last day after it"),
    on: [EisOpgelegd.self]
  ) { context in
    let (length, last) = (context.event[EisOpgelegd.termijn], context.event[EisOpgelegd.uiterlijk])
    if (length == nil) == (last == nil) {
      return Refusal(
        length == nil
          ? Text(nl: "er is geen termijn en geen laatste dag", en: "there is neither a term nor a last day")
          : Text(nl: "er is een termijn en een laatste dag", en: "there is a term and a last day"),
        remedy: Text(nl: "geef --termijn of --uiterlijk", en: "give --termijn or --uiterlijk"))
    }
    guard let last, let dated = context.event.effective.exact, last <= dated else { return nil }
    return Refusal(
      Text(
        nl: "de laatste dag, \(last.text.nl), is niet na de dagtekening, \(dated.text.nl)",
        en: "the last day, \(last.text.en), is not after the date on the letter, \(dated.text.en)"),
      remedy: Text(nl: "geef met --op de dagtekening", en: "give the date on the letter with --op"))
  }

  private static let sent = Rule(
    id: "INSP-VERZONDEN", source: "Awb 3:41; Awb 6:8",
    demand: Text(
      nl: "een eis is verzonden op of na haar dagtekening, en uiterlijk vandaag",
      en: "an order is sent on or after its date, and today at the latest"),
    on: [EisOpgelegd.self]
  ) { context in
    guard let sent = context.event[EisOpgelegd.verzondenOp], let dated = context.event.effective.exact,
      sent < dated || sent > context.event.signedOn
    else { return nil }
    return Refusal(
      Text(
        nl: "verzonden op \(sent.text.nl), gedagtekend \(dated.text.nl)",
        en: "sent on \(sent.text.en), dated \(dated.text.en)"),
      remedy: Text(
        nl: "kijk naar het poststempel of de ontvangstdatum; laat --verzonden-op weg als het niet bekend is",
        en: "look at the postmark or the day of receipt; leave --verzonden-op out when it is not known"))
  }

  private static let numbering = Rule(
    id: "INSP-NUMMERING", source: "000:114-135",
    demand: Text(nl: "elke eis krijgt één nummer van de brief", en: "each demand gets one number of the letter"),
    on: [EisOpgelegd.self]
  ) { context in
    var seen: Set<String> = []
    guard let twice = (context.event[EisOpgelegd.nummering] ?? []).first(where: { !seen.insert($0.eis).inserted })
    else {
      return nil
    }
    return Refusal(
      Text(nl: "\(twice.eis) staat er twee keer", en: "\(twice.eis) is there twice"),
      remedy: Text(
        nl: "geef --regel NUMMER=EIS één keer voor elke eis", en: "give --regel NUMBER=DEMAND once for each demand"))
  }

  private static let posted = Rule(
    id: "INSP-ONTVANGEN", source: "Awb 6:9",
    demand: Text(
      nl: "een bezwaar is ontvangen op of na de dag waarop het is verzonden",
      en: "an objection is received on or after the day on which it was sent"),
    on: [BezwaarIngediend.self]
  ) { context in
    guard let received = context.event[BezwaarIngediend.ontvangenOp],
      ImpreciseDate(received).precedes(context.event.effective) == .yes
    else { return nil }
    return Refusal(
      Text(
        nl: "ontvangen op \(received.text.nl), verzonden op \(context.event.effective.text.nl)",
        en: "received on \(received.text.en), sent on \(context.event.effective.text.en)"),
      remedy: Text(nl: "geef met --op wanneer het is verzonden", en: "say with --op when it was sent"))
  }

  /// What the inspectorate says is in its letter; the employer's key alone does not say it.
  private static let declared = Rule(
    id: "INSP-VERKLAARD", source: "000:297-298; README, Inspections, measures, evidence",
    demand: Text(
      nl: "dat de inspectie verklaart dat is voldaan, blijkt uit haar brief",
      en: "that the inspectorate declares it fulfilled shows from its letter"),
    on: [EisVoldaanVerklaard.self]
  ) { context in
    guard context.event[EisVoldaanVerklaard.door] == .arbeidsinspectie, context.event[Bewijs.stuk.plaats] == nil else {
      return nil
    }
    return Refusal(
      Text(nl: "de brief van de inspectie ontbreekt", en: "the letter of the inspectorate is missing"),
      remedy: Text(
        nl: "geef hem met --stuk, of zeg met --stuk-vindplaats waar hij ligt",
        en: "give it with --stuk, or say with --stuk-vindplaats where it is"))
  }

  private static let afterTerm = Rule(
    id: "INSP-HERHAALD", source: "000:146-149; 000:299-300",
    demand: Text(
      nl: "opnieuw wordt nagegaan na de termijn; daarvoor is het gewoon bewijs",
      en: "looking anew is after the term; before that it is evidence as any other"),
    on: [BewijsHerhaald.self]
  ) { context in
    guard let eis = try context.feiten().laatste(EisOpgelegd.self), let end = Inspectiezaak.uiterlijk(eis),
      context.event.effective.latest.map({ $0 <= end }) == true
    else { return nil }
    return Refusal(
      Text(
        nl: "de termijn loopt tot en met \(end.text.nl)", en: "the term runs up to and including \(end.text.en)"),
      remedy: Text(
        nl: "leg het vast als bewijs: waarborg inspectie bewijs", en: "record it as evidence: waarborg inspectie bewijs"
      ))
  }
}
