import Governance
import Instemming
import Ledger

extension VertrouwenspersonenRules {
  /// What relief of the function needs.
  static let relieving = [fileIsWhole, intended, independent, established, consentToRelief]

  private static let intended = Rule(
    id: "VP-VOORNEMEN", source: logica,
    demand: Text(
      nl: "een vaststelling en een intrekking volgen op een voornemen dat nog staat, en een ontheffing waar de regels "
        + "daarover instemming of een vaststelling vragen",
      en: "a finding and a withdrawal follow an intention that still stands, and so does relief where the rules ask "
        + "consent or a finding about it"),
    on: [VertrouwenspersoonBeeindigd.self, DossierAangevuld.self]
  ) { context in
    let isRelief = try context.einde() == .ontheven
    guard !context.isHistorical, let benoeming = try context.benoeming(),
      try isRelief || [.vaststelling, .voornemenIngetrokken].contains(context.dossierstuk())
    else { return nil }
    guard let voornemen = try Ontheffing(benoeming, context).voornemen else {
      let regels = try context.regels()
      let asked = [Keuzes.instemmingOntheffing, Keuzes.vaststelling].first(where: regels.vraagt)
      guard !isRelief || asked != nil else { return nil }
      let command = "waarborg vertrouwenspersoon ontheffing voorneem \(benoeming.handle) --grond … --toelichting …"
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
    on: [DossierAangevuld.self]
  ) { context in
    let regels = try context.regels()
    guard regels.vraagt(Keuzes.vaststelling), try context.dossierstuk() == .vaststelling,
      try context.sealed(DossierAangevuld.onafhankelijk) != true
        || context.sealed(DossierAangevuld.geheimhouding) != true
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
    on: [VertrouwenspersoonBeeindigd.self]
  ) { context in
    let regels = try context.regels()
    guard !context.isHistorical, try context.einde() == .ontheven, let benoeming = try context.benoeming() else {
      return nil
    }
    let dossier = try Ontheffing(benoeming, context)
    guard let voornemen = dossier.voornemen, dossier.vraagtVaststelling(regels) else { return nil }
    let finding = dossier.vaststellingen.last
    let isInTime = finding.map { context.event.effective.precedes($0.feit.effective) != .yes } ?? false
    if isInTime, finding?.isVastgesteld == true { return nil }
    let found: Text =
      if let finding = finding?.feit, !isInTime {
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
        nl:
          "leg de vaststelling vast: waarborg vertrouwenspersoon ontheffing vaststelling \(benoeming.handle) --instantie …",
        en: "record the finding: waarborg vertrouwenspersoon ontheffing vaststelling \(benoeming.handle) --instantie …"),
      source: regels.bron(Keuzes.vaststelling))
  }

  private static let consentToRelief = Rule(
    id: "VP-INSTEMMING-ONTHEFFING", source: eigenRegels,
    demand: Text(
      nl: "de ondernemingsraad stemde in met precies deze ontheffing, na de vaststelling waarop zij berust",
      en: "the works council consented to exactly this relief, after the finding on which it rests"),
    on: [VertrouwenspersoonBeeindigd.self]
  ) { context in
    let regels = try context.regels()
    guard !context.isHistorical, try context.einde() == .ontheven, let benoeming = try context.benoeming(),
      let keuze = regels.instemming(benoeming.vorm, bij: Keuzes.instemmingOntheffing)
    else { return nil }
    let stand = try benoeming.instemming(.ontheffen, context.views, context)
    if let refusal = try consentRefusal(
      context, benoeming, .ontheffen, stand, named: context.sealed(VertrouwenspersoonBeeindigd.instemming),
      source: regels.bron(keuze))
    {
      return refusal
    }
    guard let stand, let missing = try Ontheffing(benoeming, context).eerderNodig(dan: stand, regels) else {
      return nil
    }
    let ask = "waarborg instemming vraag \(benoeming.handle) --besluit ontheffen"
    return Refusal(
      Text(
        nl: "de instemming is van \(stand.op.text.nl), voor \(missing.wat.nl) van \(missing.feit.effective.text.nl)",
        en: "the consent is of \(stand.op.text.en), before \(missing.wat.en) of \(missing.feit.effective.text.en)"),
      remedy: Text(
        nl: "de volgorde is: voornemen, vaststelling waar die nodig is, instemming, ontheffing; vraag opnieuw: \(ask)",
        en: "the order is: intention, finding where it is needed, consent, relief; ask anew: \(ask)"),
      source: regels.bron(keuze))
  }

  /// An intention names its ground and says what is the matter; a finding says what was found, and by whom.
  private static let fileIsWhole = Rule(
    id: "VP-DOSSIER", source: "004:5751-5763",
    demand: Text(
      nl: "een voornemen heeft een grond en een toelichting, een vaststelling een instantie en een uitkomst",
      en: "an intention has a ground and an explanation, a finding a body and an outcome"),
    on: [DossierAangevuld.self]
  ) { context in
    guard !context.isHistorical else { return nil }
    let lacking: (wat: Text, opties: String)? =
      switch try context.dossierstuk() {
      case .voornemen:
        try context.isFilled(DossierAangevuld.grond) && context.isFilled(DossierAangevuld.toelichting)
          ? nil
          : (
            Text(nl: "het voornemen noemt geen grond of toelichting", en: "the intention has no ground or explanation"),
            "--grond, --toelichting"
          )
      case .vaststelling:
        try context.isFilled(DossierAangevuld.vastgesteld) && context.isFilled(DossierAangevuld.instantie)
          ? nil
          : (
            Text(nl: "de vaststelling noemt geen instantie of uitkomst", en: "the finding has no body or outcome"),
            "--instantie"
          )
      case .aantekening:
        try context.isFilled(DossierAangevuld.toelichting) || context.isFilled(DossierAangevuld.stuk)
          ? nil
          : (
            Text(nl: "de aantekening heeft geen tekst en geen stuk", en: "the note has no text and no paper"),
            "--toelichting, --stuk"
          )
      case .voornemenIngetrokken, nil: nil
      }
    guard let lacking else { return nil }
    return Refusal(lacking.wat, remedy: Text(nl: "geef: \(lacking.opties)", en: "give: \(lacking.opties)"))
  }
}
