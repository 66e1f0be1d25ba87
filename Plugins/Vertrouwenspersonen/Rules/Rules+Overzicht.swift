import Governance
import Ledger

extension VertrouwenspersonenRules {
  /// What an overview or a record of training may say.
  static let overview = [yearFits, whose, oncePerYear, untraceable]

  private static let yearFits = Rule(
    id: "VP-JAAR", source: logica,
    demand: Text(
      nl: "het jaar is dat van de datum; een overzicht is er pas als zijn jaar voorbij is",
      en: "the year is that of the date; an overview is there only once its year is over"),
    on: [ScholingVastgelegd.self, IntervisieVastgelegd.self, JaaroverzichtVerstrekt.self]
  ) { context in
    guard let year = context.event[ScholingVastgelegd.jaar] else { return nil }
    let date = context.event.effective
    if context.event.is(JaaroverzichtVerstrekt.self) {
      guard let latest = date.latest, latest.year <= year else { return nil }
      return Refusal(
        Text(
          nl: "\(year) is op \(date.text.nl) nog niet voorbij", en: "\(year) is not over yet on \(date.text.en)"),
        remedy: Text(
          nl: "geef het overzicht op of na 1 januari \(year + 1), of controleer --op en --jaar",
          en: "give the overview on or after 1 January \(year + 1), or check --op and --jaar"))
    }
    let isTooEarly = date.latest.map { $0.year < year } ?? false
    let isTooLate = date.earliest.map { $0.year > year } ?? false
    guard isTooEarly || isTooLate else { return nil }
    return Refusal(
      Text(nl: "\(date.text.nl) hoort niet bij \(year)", en: "\(date.text.en) does not belong to \(year)"),
      remedy: Text(nl: "controleer --op en --jaar", en: "check --op and --jaar"))
  }

  private static let whose = Rule(
    id: "VP-JAAROVERZICHT-VAN", source: eigenRegels,
    demand: Text(
      nl: "een overzicht is van de hele organisatie of van iedere vertrouwenspersoon die in dat jaar diende, zoals de "
        + "regels van dat jaar zeggen",
      en:
        "an overview is of the whole organisation or of each vertrouwenspersoon who served in that year, as the rules "
        + "of that year say"),
    on: [JaaroverzichtVerstrekt.self]
  ) { context in
    guard let year = context.event[JaaroverzichtVerstrekt.jaar] else { return nil }
    let named = context.event[JaaroverzichtVerstrekt.vertrouwenspersoon]
    if let named, try Benoeming.find(named, context.views)?.diende(in: Int(year)) != true {
      return Refusal(
        Text(
          nl: "\(named) was in \(year) geen vertrouwenspersoon", en: "\(named) was no vertrouwenspersoon in \(year)"),
        remedy: Text(
          nl: "noem met --van wie in dat jaar diende: waarborg vertrouwenspersoon lijst --op \(year)-12-31",
          en: "name with --van who served in that year: waarborg vertrouwenspersoon lijst --op \(year)-12-31"))
    }
    let regels = try Jaarplicht.regels(over: Int(year), on: context.day, context.views)
    let source = regels.bron(Keuzes.jaaroverzichtDoor)
    switch regels.jaaroverzichtDoor {
    case .geen: return nil
    case .organisatie:
      guard named != nil else { return nil }
      return Refusal(
        Text(
          nl: "over \(year) is er één overzicht voor de hele organisatie, en dit is van één vertrouwenspersoon",
          en: "of \(year) there is one overview for the whole organisation, and this is of one vertrouwenspersoon"),
        remedy: Text(nl: "laat --van weg", en: "leave --van out"), source: source)
    case .iedereVertrouwenspersoon:
      guard named == nil else { return nil }
      return Refusal(
        Text(
          nl: "over \(year) geeft iedere vertrouwenspersoon een eigen overzicht, en dit noemt niet van wie het is",
          en: "of \(year) each vertrouwenspersoon gives an overview, and this does not name whose it is"),
        remedy: Text(
          nl: "noem wie het geeft: --van vertrouwenspersoon-1", en: "name who gives it: --van vertrouwenspersoon-1"),
        source: source)
    }
  }

  /// Two overviews of the same people and the same year could be compared, and what differs between them be a person.
  private static let oncePerYear = Rule(
    id: "VP-JAAROVERZICHT-EENMAAL", source: "AVG, overweging 26",
    demand: Text(
      nl: "over een jaar is er één overzicht, of één van iedere vertrouwenspersoon",
      en: "there is one overview of a year, or one of each vertrouwenspersoon"),
    on: [JaaroverzichtVerstrekt.self]
  ) { context in
    guard let year = context.event[JaaroverzichtVerstrekt.jaar] else { return nil }
    func person(_ stream: StreamID?) throws -> StreamID? {
      try stream.flatMap { try Benoeming.find($0, context.views)?.persoon }
    }
    let own = try person(context.event[JaaroverzichtVerstrekt.vertrouwenspersoon])
    let earlier = try Jaaroverzicht.alle(over: year, context.views).first { overview in
      guard overview.feit.counts else { return false }
      let other = try person(overview.vertrouwenspersoon)
      return own == nil || other == nil || own == other
    }
    guard let earlier else { return nil }
    return Refusal(
      Text(
        nl: "het overzicht over \(year) is al vastgelegd als nummer \(earlier.feit.position)",
        en: "the overview of \(year) was recorded already as number \(earlier.feit.position)"),
      remedy: correctFirst(earlier.feit))
  }

  private static let untraceable = Rule(
    id: "VP-HERLEIDBAAR", source: "AVG, overweging 26",
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
    let regels = try context.regels()
    let (inForce, source) = (regels.drempel, regels.bron(Keuzes.drempel))
    guard threshold == inForce else {
      return Refusal(
        Text(nl: "de drempel is \(inForce), niet \(threshold)", en: "the threshold is \(inForce), not \(threshold)"),
        remedy: Text(
          nl: "wijzig haar eerst: waarborg vertrouwenspersoon stel-regels-vast --drempel \(threshold)",
          en: "change it first: waarborg vertrouwenspersoon stel-regels-vast --drempel \(threshold)"), source: source)
    }
    let cover = Verhulling(drempel: threshold)
    let consulted = context.event[JaaroverzichtVerstrekt.werknemers]
    if context.event.heeft(JaaroverzichtVerstrekt.werknemers), !cover.isVeilig(werknemers: consulted, totaal: total) {
      return traceable("\(JaaroverzichtVerstrekt.werknemers.name)", threshold, source)
    }
    for field in [JaaroverzichtVerstrekt.afdoening, JaaroverzichtVerstrekt.themas] {
      // A list that is there and cannot be read must not pass for one that is not there.
      let lines = context.event[field]
      if (context.event.heeft(field) && lines == nil) || !cover.isVeilig(lines ?? [], totaal: total) {
        return traceable(field.name, threshold, source)
      }
    }
    let numbers = Jaarcijfers(
      meldingen: total, werknemers: consulted, afdoening: context.event[JaaroverzichtVerstrekt.afdoening] ?? [],
      themas: context.event[JaaroverzichtVerstrekt.themas] ?? [])
    let year = context.event[JaaroverzichtVerstrekt.jaar] ?? 0
    guard
      let other = try Jaaroverzicht.vergissingen(
        over: year, van: context.event[JaaroverzichtVerstrekt.vertrouwenspersoon], context.views
      ).first(where: { !cover.isVeilig(numbers, naast: $0.cijfers) })
    else { return nil }
    return Refusal(
      Text(
        nl:
          "naast nummer \(other.feit.position) over \(year), dat leesbaar blijft, is een aantal onder \(threshold) af te leiden",
        en:
          "beside number \(other.feit.position) of \(year), which stays readable, a number below \(threshold) can be derived"
      ),
      remedy: Text(
        nl:
          "laat het programma de aantallen verhullen: waarborg vertrouwenspersoon jaaroverzicht --jaar … --meldingen …",
        en: "let the program cover the numbers: waarborg vertrouwenspersoon jaaroverzicht --jaar … --meldingen …"))
  }

  private static func traceable(_ field: String, _ threshold: Int64, _ source: String?) -> Refusal {
    Refusal(
      Text(
        nl: "\(field): hieruit is een aantal onder \(threshold) af te leiden",
        en: "\(field): a number below \(threshold) can be derived from this"),
      remedy: Text(
        nl:
          "laat het programma de aantallen verhullen: waarborg vertrouwenspersoon jaaroverzicht --jaar … --meldingen …",
        en: "let the program cover the numbers: waarborg vertrouwenspersoon jaaroverzicht --jaar … --meldingen …"),
      source: source)
  }
}

extension Verhulling {
  /// Whether the number of employees tells no small number, also not beside that of the reports; nil is one that cannot be
  /// read.
  func isVeilig(werknemers: Telling?, totaal: Telling) -> Bool {
    guard let werknemers else { return false }
    if case .aantal(let number) = werknemers, number < drempel { return false }
    return isVeilig(werknemers, naast: totaal)
  }
}

extension RecordedEvent {
  /// Whether a clear field is there, also when its value cannot be read.
  func heeft(_ field: Field<some FieldValue>) -> Bool { facts.contains { $0.name == field.name } }
}
