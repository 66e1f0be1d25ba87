import Governance
import Ledger
import Organisatie

extension InspectieRules {
  /// What is asked of a risk inventory.
  static let risks = [counted]
  /// What is asked of a measure.
  static let measures = [stands, since, plan, planned, adjusted, owner, evaluated, replaced]

  private static let counted = Rule(
    id: "RIE-BEGIN", source: "002:180-200",
    demand: Text(nl: "een RI&E is uitgevoerd en telt nog", en: "a risk inventory was done and still counts"),
    on: Gebeurtenissen.rie.filter { $0.type.opensStream == false }
  ) { context in
    guard try context.feiten().laatste(RieUitgevoerd.self) == nil else { return nil }
    return Refusal(
      Text(nl: "deze RI&E was een vergissing", en: "this inventory was a mistake"),
      remedy: Text(
        nl: "leg haar opnieuw vast: waarborg rie voer-uit --reikwijdte …",
        en: "record it anew: waarborg rie voer-uit --reikwijdte …"))
  }

  private static let stands = Rule(
    id: "MTR-GELDT", source: "000:263-269",
    demand: Text(nl: "wat volgt, gaat over een maatregel die geldt", en: "what follows is about a measure that holds"),
    on: Gebeurtenissen.maatregel.filter { $0.type.opensStream == false } + [MaatregelOpenbaargemaakt.self]
  ) { context in
    let facts = try context.feiten()
    if facts.laatste(MaatregelVastgelegd.self) == nil {
      return Refusal(
        Text(nl: "deze maatregel was een vergissing", en: "this measure was a mistake"),
        remedy: Text(
          nl: "leg haar opnieuw vast: waarborg rie maatregel TEKST --soort …",
          en: "record it anew: waarborg rie maatregel TEXT --soort …"))
    }
    guard let dropped = facts.laatste(MaatregelVervallen.self) else { return nil }
    return Refusal(
      Text(
        nl: "deze maatregel is vervallen op \(dropped.effective.text.nl), nummer \(dropped.position)",
        en: "this measure was dropped on \(dropped.effective.text.en), number \(dropped.position)"),
      remedy: Text(
        nl: "corrigeer dat, of leg een nieuwe maatregel vast", en: "correct that, or record a new measure"))
  }

  private static let since = Rule(
    id: "MTR-VOLGORDE", source: "000:263-269",
    demand: Text(
      nl: "wat met een maatregel gebeurt, is niet van voor zij is opgeschreven, tenzij zij toen al bestond",
      en: "what is done with a measure is not of before it was written down, unless it existed then"),
    on: [VerantwoordelijkeAangewezen.self, MaatregelUitgevoerd.self, MaatregelGeevalueerd.self]
  ) { context in
    let facts = try context.feiten()
    guard let first = facts.laatste(MaatregelVastgelegd.self), first[MaatregelVastgelegd.bestond] != true,
      context.event.effective.precedes(first.effective) == .yes
    else { return nil }
    return Refusal(
      Text(
        nl: "op \(context.event.effective.text.nl) was deze maatregel er niet: zij is opgeschreven op "
          + "\(first.effective.text.nl)",
        en: "on \(context.event.effective.text.en) this measure was not there: it was written down on "
          + "\(first.effective.text.en)"),
      remedy: Text(
        nl: "geef een latere dag, of leg de maatregel vast met --bestond",
        en: "give a later day, or record the measure with --bestond"))
  }

  private static let plan = Rule(
    id: "MTR-RIE", source: "002:192-193; 000:263-269",
    demand: Text(
      nl: "een maatregel hoort bij een RI&E die in het grootboek staat",
      en: "a measure belongs to a risk inventory that is in the ledger"),
    on: [MaatregelVastgelegd.self]
  ) { context in
    guard let rie = context.event[MaatregelVastgelegd.rie],
      try context.views.subject(Rie.self, SubjectKey(rie)) == nil
    else { return nil }
    return Refusal(
      Text(nl: "\(rie) is geen RI&E van dit grootboek", en: "\(rie) is no risk inventory of this ledger"),
      remedy: Text(nl: "zie waarborg rie lijst", en: "see waarborg rie lijst"))
  }

  private static let planned = Rule(
    id: "MTR-DATUMS", source: "000:266-268",
    demand: Text(
      nl: "een maatregel wordt niet geëvalueerd voor zij moet zijn uitgevoerd",
      en: "a measure is not evaluated before it is to be carried out"),
    on: [MaatregelVastgelegd.self, MaatregelBijgesteld.self]
  ) { context in
    let planning = Maatregel.Planning(try context.feiten())
    let due = context.event[MaatregelVastgelegd.uitvoerenVoor] ?? planning.uitvoerenVoor
    let judged = context.event[MaatregelVastgelegd.evaluerenVoor] ?? planning.evaluerenVoor
    guard let due, let judged, judged < due else { return nil }
    return Refusal(
      Text(
        nl: "evalueren voor \(judged.text.nl), uitvoeren voor \(due.text.nl)",
        en: "to evaluate by \(judged.text.en), to carry out by \(due.text.en)"),
      remedy: Text(nl: "geef een latere dag met --evalueren-voor", en: "give a later day with --evalueren-voor"))
  }

  private static let adjusted = Rule(
    id: "MTR-BIJGESTELD", source: "000:266-268",
    demand: Text(
      nl: "bijstellen verandert een datum of het criterium", en: "adjusting changes a date or the criterion"),
    on: [MaatregelBijgesteld.self]
  ) { context in
    guard context.event[MaatregelVastgelegd.uitvoerenVoor] == nil,
      context.event[MaatregelVastgelegd.evaluerenVoor] == nil, context.event[MaatregelVastgelegd.criterium] == nil
    else { return nil }
    return Refusal(
      Text(nl: "er is niets bijgesteld", en: "nothing is adjusted"),
      remedy: Text(
        nl: "geef --uitvoeren-voor, --evalueren-voor of --criterium",
        en: "give --uitvoeren-voor, --evalueren-voor or --criterium"))
  }

  /// What is no function can be recorded as the plan has it: then it is an open finding, and not hidden.
  private static let owner = Rule(
    id: "MTR-VERANTWOORDELIJKE", source: "000:268-269",
    demand: Text(
      nl: "verantwoordelijk is een functie van de organisatie, of wat het plan in plaats daarvan noemt",
      en: "responsible is a function of the organisation, or what the plan names instead"),
    on: [VerantwoordelijkeAangewezen.self]
  ) { context in
    let function = context.event[VerantwoordelijkeAangewezen.functie]
    guard (function == nil) != (context.event[VerantwoordelijkeAangewezen.aanduiding] == nil) else {
      return Refusal(
        Text(nl: "noem één van beide", en: "name one of both"),
        remedy: Text(nl: "geef --functie of --aanduiding", en: "give --functie or --aanduiding"))
    }
    guard let function else { return nil }
    guard let known = try Functies.functie(function, context.views) else {
      return Refusal(
        Text(nl: "\(function) is geen functie van dit grootboek", en: "\(function) is no function of this ledger"),
        remedy: Text(nl: "zie waarborg organisatie lijst", en: "see waarborg organisatie lijst"))
    }
    guard let end = known.opgeheven, end.isOnOrBefore(context.day) == .yes else { return nil }
    return Refusal(
      Text(
        nl: "de functie «\(known.naam)» is opgeheven: \(end.text.nl)",
        en: "the function “\(known.naam)” was abolished: \(end.text.en)"),
      remedy: Text(nl: "noem een functie die er is", en: "name a function that is there"))
  }

  private static let evaluated = Rule(
    id: "MTR-EVALUATIE", source: "000:207-208",
    demand: Text(
      nl: "wat wordt geëvalueerd, is uitgevoerd of bestond al",
      en: "what is evaluated was carried out or was there already"),
    on: [MaatregelGeevalueerd.self]
  ) { context in
    let facts = try context.feiten()
    guard facts.laatste(MaatregelVastgelegd.bestond) != true else { return nil }
    let done = facts.alle(MaatregelUitgevoerd.self)
    if done.contains(where: { context.event.effective.precedes($0.effective) != .yes }) { return nil }
    return Refusal(
      Text(
        nl: "op \(context.event.effective.text.nl) was de maatregel niet uitgevoerd",
        en: "on \(context.event.effective.text.en) the measure was not carried out"),
      remedy: Text(
        nl: "leg eerst de uitvoering vast: waarborg rie voer-maatregel-uit MAATREGEL",
        en: "record that it was carried out first: waarborg rie voer-maatregel-uit MEASURE"))
  }

  private static let replaced = Rule(
    id: "MTR-VERVANGEN", source: "002:199-200",
    demand: Text(
      nl: "een maatregel wordt vervangen door een andere die geldt", en: "a measure is replaced by another that holds"),
    on: [MaatregelVervallen.self]
  ) { context in
    guard let other = context.event[MaatregelVervallen.vervangenDoor] else { return nil }
    let found = try context.views.subject(Maatregel.self, SubjectKey(other))
    if let found, other != context.event.stream, found.feiten.laatste(MaatregelVervallen.self) == nil { return nil }
    return Refusal(
      Text(nl: "de vervangende maatregel geldt niet", en: "the measure that replaces it does not hold"),
      remedy: Text(nl: "zie waarborg rie maatregelen", en: "see waarborg rie maatregelen"))
  }
}
