import Governance
import Instemming
import Ledger

extension VertrouwenspersonenRules {
  /// What relief of the function needs.
  static let relieving = [intended, independent, established, consentToRelief]

  private static let intended = Rule(
    id: "VP-VOORNEMEN", source: logica,
    demand: Text(
      nl: "een vaststelling en een intrekking volgen op een voornemen dat nog staat, en een ontheffing waar de regels "
        + "daarover instemming of een vaststelling vragen",
      en: "a finding and a withdrawal follow an intention that still stands, and so does relief where the rules ask "
        + "consent or a finding about it"),
    on: [
      VertrouwenspersoonOntheven.self, OnafhankelijkeVaststellingOntvangen.self, OntheffingsvoornemenIngetrokken.self,
    ]
  ) { context in
    guard !context.isHistorical, let benoeming = try context.benoeming() else { return nil }
    guard let voornemen = benoeming.voornemen else {
      let regels = try context.regels()
      let asked = [Keuzes.instemmingOntheffing, Keuzes.vaststelling].first(where: regels.vraagt)
      let isRelief = context.event.is(VertrouwenspersoonOntheven.self)
      guard !isRelief || asked != nil else { return nil }
      let command = "waarborg vertrouwenspersoon ontheffing voorneem \(benoeming.handle)"
      return Refusal(
        Text(nl: "er staat geen voornemen tot ontheffing", en: "no intention to relieve stands"),
        remedy: Text(
          nl: "leg het vast: \(command) --grond GROND --toelichting TEKST",
          en: "record it: \(command) --grond GROUND --toelichting TEXT"),
        source: isRelief ? asked.flatMap { regels.bron($0) } : nil)
    }
    guard context.event.effective.precedes(voornemen.effective) == .yes else { return nil }
    return Refusal(
      Text(
        nl: "\(context.event.effective.text.nl) ligt voor het voornemen van \(voornemen.effective.text.nl)",
        en: "\(context.event.effective.text.en) lies before the intention of \(voornemen.effective.text.en)"),
      remedy: Text(nl: "controleer --op", en: "check --op"))
  }

  private static let independent = Rule(
    id: "VP-ONAFHANKELIJK", source: eigenRegels,
    demand: Text(
      nl: "waar de regels een vaststelling vragen, is de instantie onafhankelijk en betracht zij geheimhouding",
      en: "where the rules ask a finding, the body is independent and keeps what it learns secret"),
    on: [OnafhankelijkeVaststellingOntvangen.self]
  ) { context in
    let regels = try context.regels()
    guard regels.vraagt(Keuzes.vaststelling),
      context.event[OnafhankelijkeVaststellingOntvangen.onafhankelijk] != true
        || context.event[OnafhankelijkeVaststellingOntvangen.geheimhouding] != true
    else { return nil }
    return Refusal(
      Text(
        nl: "de instantie is niet onafhankelijk of betracht geen geheimhouding",
        en: "the body is not independent or does not keep secrecy"),
      remedy: Text(
        nl: "een vaststelling telt alleen van een instantie met --onafhankelijk en --geheimhouding",
        en: "a finding counts only from a body with --onafhankelijk and --geheimhouding"),
      source: regels.bron(Keuzes.vaststelling))
  }

  private static let established = Rule(
    id: "VP-VASTSTELLING", source: eigenRegels,
    demand: Text(
      nl: "ernstig verzuim of ernstige overschrijding is vastgesteld door een onafhankelijke instantie",
      en: "serious neglect or overstepping was established by an independent body"),
    on: [VertrouwenspersoonOntheven.self]
  ) { context in
    let regels = try context.regels()
    guard !context.isHistorical, let benoeming = try context.benoeming(),
      let voornemen = benoeming.voornemen, regels.vraagtVaststelling(voornemen)
    else { return nil }
    let finding = benoeming.vaststellingen(na: voornemen).last
    let isInTime = finding.map { context.event.effective.precedes($0.effective) != .yes } ?? false
    if isInTime, finding?[OnafhankelijkeVaststellingOntvangen.vastgesteld] == true { return nil }
    let found: Text =
      if let finding, !isInTime {
        Text(
          nl: "de onafhankelijke vaststelling is van \(finding.effective.text.nl), na de ontheffing",
          en: "the independent finding is of \(finding.effective.text.en), after the relief")
      } else if finding != nil {
        Text(
          nl: "de onafhankelijke instantie heeft de grond niet vastgesteld",
          en: "the independent body did not establish the ground")
      } else {
        Text(
          nl: "er is geen onafhankelijke vaststelling na voornemen nummer \(voornemen.position)",
          en: "there is no independent finding after intention number \(voornemen.position)")
      }
    return Refusal(
      found,
      remedy: Text(
        nl: "leg de vaststelling vast: waarborg vertrouwenspersoon ontheffing vaststelling \(benoeming.handle)",
        en: "record the finding: waarborg vertrouwenspersoon ontheffing vaststelling \(benoeming.handle)"),
      source: regels.bron(Keuzes.vaststelling))
  }

  private static let consentToRelief = Rule(
    id: "VP-INSTEMMING-ONTHEFFING", source: eigenRegels,
    demand: Text(
      nl: "de ondernemingsraad stemde in met precies deze ontheffing, na de vaststelling waarop zij berust",
      en: "the works council consented to exactly this relief, after the finding on which it rests"),
    on: [VertrouwenspersoonOntheven.self]
  ) { context in
    let regels = try context.regels()
    guard !context.isHistorical, let benoeming = try context.benoeming(),
      let keuze = regels.instemming(benoeming.vorm, bij: Keuzes.instemmingOntheffing)
    else { return nil }
    if let refusal = try consentRefusal(
      context, benoeming, .ontheffen, named: context.event[VertrouwenspersoonOntheven.instemming],
      source: regels.bron(keuze))
    {
      return refusal
    }
    let stand = try InstemmingView().stand(benoeming.stream, versie: nil, besluit: .ontheffen, in: context.views)
    guard let stand, let voornemen = benoeming.voornemen,
      let missing = benoeming.eerderNodig(voornemen, dan: stand, regels)
    else { return nil }
    let ask = "waarborg instemming vraag \(benoeming.handle) --besluit ontheffen"
    let what: Text =
      missing.is(OntheffingVoorgenomen.self)
      ? Text(nl: "het voornemen", en: "the intention") : Text(nl: "de onafhankelijke vaststelling", en: "the finding")
    return Refusal(
      Text(
        nl: "de instemming is van \(stand.op.text.nl), voor \(what.nl) van \(missing.effective.text.nl)",
        en: "the consent is of \(stand.op.text.en), before \(what.en) of \(missing.effective.text.en)"),
      remedy: Text(
        nl: "de volgorde is: voornemen, vaststelling waar die nodig is, instemming, ontheffing; vraag opnieuw: \(ask)",
        en: "the order is: intention, finding where it is needed, consent, relief; ask anew: \(ask)"),
      source: regels.bron(keuze))
  }
}

extension Vertrouwenspersonenregels {
  /// Whether an independent body must establish the ground of this intention.
  func vraagtVaststelling(_ voornemen: Fact) -> Bool {
    vraagt(Keuzes.vaststelling) && voornemen[OntheffingVoorgenomen.grond]?.vraagtVaststelling == true
  }
}

extension Benoeming {
  /// The findings about an intention; one about an earlier intention says nothing of this one.
  func vaststellingen(na voornemen: Fact) -> [Fact] {
    alle(OnafhankelijkeVaststellingOntvangen.self).filter { $0.position > voornemen.position }
  }

  /// What consent to relief had to follow and did not: the intention, or the finding on which the relief rests; nil when it
  /// came after both.
  ///
  /// Consent and finding of one day follow each other as they were recorded.
  func eerderNodig(
    _ voornemen: Fact, dan consent: InstemmingOverVersie, _ regels: Vertrouwenspersonenregels
  ) -> Fact? {
    if consent.op.precedes(voornemen.effective) == .yes { return voornemen }
    guard regels.vraagtVaststelling(voornemen) else { return nil }
    // Of findings that confirm each other the first one is what was consented to.
    let established = vaststellingen(na: voornemen).reversed()
      .prefix { $0[OnafhankelijkeVaststellingOntvangen.vastgesteld] == true }.last
    guard let established else { return nil }
    let isSameDay = consent.op.exact != nil && consent.op == established.effective
    return consent.op.precedes(established.effective) == .yes || isSameDay && consent.position < established.position
      ? established : nil
  }
}
