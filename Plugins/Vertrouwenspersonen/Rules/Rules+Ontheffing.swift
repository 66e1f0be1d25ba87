import Governance
import Instemming
import Ledger

extension VertrouwenspersonenRules {
  /// What relief of the function needs.
  static let relieving = [intended, independent, established, consentToRelief]

  private static let intended = Rule(
    id: "VP-VOORNEMEN", source: "004:5751-5755",
    demand: Text(
      nl: "een ontheffing, een vaststelling en een intrekking volgen op een voornemen dat nog staat",
      en: "relief, a finding and a withdrawal follow an intention that still stands"),
    on: [
      VertrouwenspersoonOntheven.self, OnafhankelijkeVaststellingOntvangen.self, OntheffingsvoornemenIngetrokken.self,
    ]
  ) { context in
    guard !context.isHistorical, let benoeming = try context.benoeming() else { return nil }
    guard let voornemen = benoeming.voornemen else {
      return Refusal(
        Text(nl: "er staat geen voornemen tot ontheffing", en: "no intention to relieve stands"),
        remedy: Text(
          nl: "leg het vast: waarborg vertrouwenspersoon ontheffing voorneem \(benoeming.handle) --grond GROND",
          en: "record it: waarborg vertrouwenspersoon ontheffing voorneem \(benoeming.handle) --grond GROUND"))
    }
    guard context.event.effective.precedes(voornemen.effective) == .yes else { return nil }
    return Refusal(
      Text(
        nl: "\(context.event.effective.text.nl) ligt voor het voornemen van \(voornemen.effective.text.nl)",
        en: "\(context.event.effective.text.en) lies before the intention of \(voornemen.effective.text.en)"),
      remedy: Text(nl: "controleer --op", en: "check --op"))
  }

  private static let independent = Rule(
    id: "VP-ONAFHANKELIJK", source: "004:5758-5760",
    demand: Text(
      nl: "de instantie is onafhankelijk en betracht geheimhouding",
      en: "the body is independent and keeps what it learns secret"),
    on: [OnafhankelijkeVaststellingOntvangen.self]
  ) { context in
    guard
      context.event[OnafhankelijkeVaststellingOntvangen.onafhankelijk] != true
        || context.event[OnafhankelijkeVaststellingOntvangen.geheimhouding] != true
    else { return nil }
    return Refusal(
      Text(
        nl: "de instantie is niet onafhankelijk of betracht geen geheimhouding",
        en: "the body is not independent or does not keep secrecy"),
      remedy: Text(
        nl: "een vaststelling telt alleen van een instantie met --onafhankelijk en --geheimhouding",
        en: "a finding counts only from a body with --onafhankelijk and --geheimhouding"))
  }

  private static let established = Rule(
    id: "VP-VASTSTELLING", source: "004:5756-5760",
    demand: Text(
      nl: "ernstig verzuim of ernstige overschrijding is vastgesteld door een onafhankelijke instantie",
      en: "serious neglect or overstepping was established by an independent body"),
    on: [VertrouwenspersoonOntheven.self]
  ) { context in
    guard !context.isHistorical, let benoeming = try context.benoeming(),
      let voornemen = benoeming.voornemen,
      voornemen[OntheffingVoorgenomen.grond]?.vraagtVaststelling == true
    else { return nil }
    // A finding about an earlier intention says nothing of this one.
    let finding = benoeming.alle(OnafhankelijkeVaststellingOntvangen.self).last { $0.position > voornemen.position }
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
        en: "record the finding: waarborg vertrouwenspersoon ontheffing vaststelling \(benoeming.handle)"))
  }

  private static let consentToRelief = Rule(
    id: "VP-INSTEMMING-ONTHEFFING", source: "004:5620-5621; 004:5751-5753",
    demand: Text(
      nl: "de ondernemingsraad stemde in met precies deze ontheffing",
      en: "the works council consented to exactly this relief"),
    on: [VertrouwenspersoonOntheven.self]
  ) { context in
    guard !context.isHistorical, let benoeming = try context.benoeming(),
      try benoeming.vorm == .intern || context.regels().instemmingExtern == .vereist
    else { return nil }
    if let refusal = try consentRefusal(
      context, benoeming, .ontheffen, named: context.event[VertrouwenspersoonOntheven.instemming])
    {
      return refusal
    }
    // Consent to an earlier intention does not carry this one.
    let stand = try InstemmingView().stand(benoeming.stream, versie: nil, besluit: .ontheffen, in: context.views)
    guard let stand, let voornemen = benoeming.voornemen, stand.op.precedes(voornemen.effective) == .yes
    else { return nil }
    return Refusal(
      Text(
        nl: "de instemming is van \(stand.op.text.nl), voor het voornemen van \(voornemen.effective.text.nl)",
        en: "the consent is of \(stand.op.text.en), before the intention of \(voornemen.effective.text.en)"),
      remedy: Text(
        nl: "vraag instemming met dit voornemen: waarborg instemming vraag \(benoeming.handle) --besluit ontheffen",
        en: "ask consent to this intention: waarborg instemming vraag \(benoeming.handle) --besluit ontheffen"))
  }
}
