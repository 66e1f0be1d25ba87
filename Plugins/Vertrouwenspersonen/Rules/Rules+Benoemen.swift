import Governance
import Instemming
import Ledger

extension VertrouwenspersonenRules {
  /// What an appointment or contract needs.
  static let appointing = [order, term, consent, certified, overlap]

  private static let order = Rule(
    id: "VP-VOLGORDE", source: logica,
    demand: Text(
      nl: "een termijn, contract of certificaat duurt ten minste een dag",
      en: "a term, contract or certificate lasts a day at least"),
    on: beginnings + [CertificeringVastgelegd.self]
  ) { context in
    guard let until = context.tot, context.event.effective.precedes(ImpreciseDate(until)) == .no else { return nil }
    return Refusal(
      Text(
        nl: "wat begint op \(context.event.effective.text.nl), kan niet maar tot \(until.text.nl) duren",
        en: "what begins on \(context.event.effective.text.en) cannot last until \(until.text.en) only"),
      remedy: Text(
        nl: "controleer --op, en --tot of --laatste-dag", en: "check --op, and --tot or --laatste-dag"))
  }

  private static let term = Rule(
    id: "VP-TERMIJN", source: eigenRegels,
    demand: Text(
      nl: "de termijn is die van de regel, tenzij bewust een andere is vastgelegd",
      en: "the term is that of the rule, unless another was chosen and recorded"),
    on: [VertrouwenspersoonBenoemd.self]
  ) { context in
    let regels = try context.regels()
    guard !context.isHistorical, let usual = regels.duur, context.event[VertrouwenspersoonBenoemd.afwijkend] != true
    else { return nil }
    let source = regels.bron(Keuzes.duur)
    guard let until = context.event[VertrouwenspersoonBenoemd.tot], let start = context.event.effective.exact else {
      return Refusal(
        Text(
          nl: "de eerste dag of het einde is niet exact bekend", en: "the first day or the end is not known exactly"),
        remedy: Text(nl: "geef --op als JJJJ-MM-DD", en: "give --op as YYYY-MM-DD"), source: source)
    }
    guard let expected = try? start.firstDay(after: usual), expected != until else { return nil }
    return Refusal(
      Text(
        nl: "\(usual.text.nl) na \(start.text.nl) is \(expected.text.nl), niet \(until.text.nl)",
        en: "\(usual.text.en) after \(start.text.en) is \(expected.text.en), not \(until.text.en)"),
      remedy: Text(
        nl: "laat --tot weg, of leg de afwijking vast met --tot of --termijn",
        en: "leave --tot out, or record the other term with --tot or --termijn"), source: source)
  }

  private static let consent = Rule(
    id: "VP-INSTEMMING", source: eigenRegels,
    demand: Text(
      nl: "de ondernemingsraad stemde in met precies deze benoeming of verlenging",
      en: "the works council consented to exactly this appointment or renewal"),
    on: beginnings + [VertrouwenspersoonVerlengd.self]
  ) { context in
    guard !context.isHistorical, let benoeming = try context.benoeming() else { return nil }
    let isRenewal = context.event.is(VertrouwenspersoonVerlengd.self)
    let regels = try context.regels()
    let asked = isRenewal ? Keuzes.instemmingVerlenging : Keuzes.instemmingBenoeming
    guard let keuze = regels.instemming(benoeming.vorm, bij: asked) else { return nil }
    let named = context.event[VertrouwenspersoonBenoemd.instemming]
    let decision: InstemmingsBesluit = isRenewal ? .verlengen : .benoemen
    let stand = try consent(named, decision, benoeming, context)
    return try consentRefusal(context, benoeming, decision, stand, named: named, source: regels.bron(keuze))
  }

  /// The consent to a decision: the one that the event discloses to be about it, which anyone can judge, or else the last
  /// one that this reader knows to be.
  private static func consent(
    _ named: StreamID?, _ decision: InstemmingsBesluit, _ benoeming: Benoeming, _ context: RuleContext
  ) throws -> InstemmingOverVersie? {
    let disclosed = try InstemmingView().over(benoeming.stream, in: context.views).last { consent in
      try consent.stream == named
        && context.disclosed(
          InstemmingOverVersie.persoonsbesluit, of: consent.opening, by: VertrouwenspersoonBenoemd.onthulling)
          == decision
    }
    return try disclosed ?? benoeming.instemming(decision, context.views, context)
  }

  /// Why there is no consent that carries a decision; nil when there is.
  /// - Parameters:
  ///   - stand: Where consent to it stands.
  ///   - source: Where the municipality's own choice stands that asks it.
  static func consentRefusal(
    _ context: RuleContext, _ benoeming: Benoeming, _ decision: InstemmingsBesluit, _ stand: InstemmingOverVersie?,
    named: StreamID?, source: String?
  ) throws -> Refusal? {
    let ask = "waarborg instemming vraag \(benoeming.handle) --besluit \(decision.rawValue)"
    let remedy = Text(nl: "vraag instemming: \(ask)", en: "ask consent: \(ask)")
    if let named, let other = try elsewhere(named, than: benoeming, context.views) {
      return Refusal(
        Text(
          nl: "de genoemde instemming gaat over \(other.handle), niet over \(benoeming.handle)",
          en: "the consent that is named is about \(other.handle), not about \(benoeming.handle)"), remedy: remedy,
        source: source)
    }
    guard let stand else {
      return Refusal(
        Text(
          nl: "over \(decision.text.nl) van \(benoeming.handle) is geen instemming vastgelegd",
          en: "no consent is recorded about \(decision.text.en) \(benoeming.handle)"), remedy: remedy, source: source)
    }
    guard stand.geldtAlsInstemming else {
      return Refusal(
        Text(
          nl: "de instemming over \(benoeming.handle) staat op: \(stand.stand.text.nl)",
          en: "consent about \(benoeming.handle) stands at: \(stand.stand.text.en)"),
        remedy: stand.stand == .aangevraagd
          ? Text(nl: "wacht op het antwoord van de ondernemingsraad", en: "wait for the works council's answer")
          : remedy, source: source)
    }
    if context.event.effective.precedes(stand.op) == .yes {
      return Refusal(
        Text(
          nl: "de instemming is van \(stand.op.text.nl), na \(context.event.effective.text.nl)",
          en: "the consent is of \(stand.op.text.en), after \(context.event.effective.text.en)"),
        remedy: Text(nl: "controleer --op", en: "check --op"), source: source)
    }
    guard named == stand.stream else {
      return Refusal(
        Text(
          nl: "dit feit noemt niet de instemming waarop het berust (\(stand.stream))",
          en: "this fact does not name the consent on which it rests (\(stand.stream))"), remedy: remedy, source: source
      )
    }
    // One consent carries one renewal: for the next one it has to be asked again.
    if decision == .verlengen,
      benoeming.verlengingen.contains(where: { $0[VertrouwenspersoonVerlengd.instemming] == named })
    {
      return Refusal(
        Text(
          nl: "deze instemming is al gebruikt voor een eerdere verlenging",
          en: "this consent was used for an earlier renewal already"), remedy: remedy, source: source)
    }
    return nil
  }

  /// The appointment that a procedure of consent is about, when it is another one.
  private static func elsewhere(
    _ procedure: StreamID, than benoeming: Benoeming, _ views: ViewReader
  ) throws -> Benoeming? {
    guard let subject = try Instemmingsfeiten.onderwerp(van: procedure, in: views), subject != benoeming.stream else {
      return nil
    }
    return try Benoeming.find(subject, views)
  }

  private static let certified = Rule(
    id: "VP-CERTIFICERING", source: eigenRegels,
    demand: Text(
      nl: "op de eerste dag geldt een certificering als lid van de LVV, met aanvaarding van statuten en gedragscode",
      en: "on the first day a certification as a member of the LVV holds, with its statutes and code accepted"),
    on: beginnings
  ) { context in
    let regels = try context.regels()
    guard !context.isHistorical, regels.certificering == .verplicht, let benoeming = try context.benoeming() else {
      return nil
    }
    if benoeming.gecertificeerdTotEnMet(from: context.day) != nil { return nil }
    let last = benoeming.certificeringen.last
    let found: Text =
      switch last {
      case nil: Text(nl: "er is geen certificering vastgelegd", en: "no certification is recorded")
      case let fact? where fact[CertificeringVastgelegd.conformeert] != true:
        Text(
          nl: "deze persoon conformeert zich niet aan de statuten en gedragscode van de LVV",
          en: "this person does not conform to the statutes and code of the LVV")
      case let fact?:
        Text(
          nl: "de certificering geldt van \(fact.effective.text.nl) t/m "
            + "\(fact[CertificeringVastgelegd.laatsteDag]?.text.nl ?? "?"), niet op \(context.day.text.nl)",
          en: "the certification holds from \(fact.effective.text.en) to "
            + "\(fact[CertificeringVastgelegd.laatsteDag]?.text.en ?? "?"), not on \(context.day.text.en)")
      }
    return Refusal(
      found,
      remedy: Text(
        nl:
          "leg de geldende certificering vast: waarborg vertrouwenspersoon certificeer \(benoeming.handle) --laatste-dag …",
        en:
          "record the certification that holds: waarborg vertrouwenspersoon certificeer \(benoeming.handle) --laatste-dag …"
      ),
      source: regels.bron(Keuzes.certificering))
  }

  private static let overlap = Rule(
    id: "VP-OVERLAP", source: logica,
    demand: Text(
      nl: "termijnen van één persoon overlappen niet", en: "terms of one person do not overlap"),
    on: beginnings
  ) { context in
    guard let benoeming = try context.benoeming() else { return nil }
    let regels = try context.regels()
    let until = context.tot
    for stream in try Benoeming.streams(of: benoeming.persoon, context.views) where stream != benoeming.stream {
      guard let other = try Benoeming.find(stream, context.views), let begin = other.begin else { continue }
      // Only what certainly overlaps is refused: dates from before the ledger can be imprecise.
      let startsAfter =
        other.einddag(regels).map { ImpreciseDate($0).isOnOrBefore(context.event.effective) } ?? .no
      let endsBefore = until.map { ImpreciseDate($0).isOnOrBefore(begin.effective) } ?? .no
      guard startsAfter == .no, endsBefore == .no else { continue }
      return Refusal(
        Text(
          nl: "dit overlapt met \(other.handle), van \(begin.effective.text.nl) tot "
            + "\(other.einddag(regels)?.text.nl ?? "onbepaalde tijd")",
          en: "this overlaps with \(other.handle), from \(begin.effective.text.en) until "
            + "\(other.einddag(regels)?.text.en ?? "no known day")"),
        remedy: Text(
          nl: "verleng \(other.handle), leg het einde ervan vast, of laat deze termijn op die dag of later beginnen",
          en: "renew \(other.handle), record its end, or let this term begin on that day or later"))
    }
    return nil
  }
}
