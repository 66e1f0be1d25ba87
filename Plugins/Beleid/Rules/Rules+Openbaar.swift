import Governance
import Ledger

extension BeleidRules {
  /// What of a text may stand on the public site.
  static let publications = [publishesAdopted, publishesOnce]

  private static let publishesAdopted = Rule(
    id: "BEL-OPENBAAR", source: "README, Publication",
    demand: Text(
      nl:
        "alleen de tekst van een vastgestelde versie die in het grootboek staat, komt op de site; van een protocol niet",
      en: "only the text of an adopted version that is in the ledger goes on the site; of a protocol it does not"),
    on: [RegelingstekstOpenbaargemaakt.self]
  ) { context in
    guard let versie = try context.versie(), versie.isVastgesteld else {
      return Refusal(
        Text(
          nl: "deze versie is niet vastgesteld, en een ontwerp komt niet op de site",
          en: "this version has not been adopted, and a draft does not go on the site"),
        remedy: Text(
          nl: "leg eerst de vaststelling vast: waarborg beleid stel-vast KENMERK",
          en: "record its adoption first: waarborg beleid stel-vast NAME"))
    }
    guard versie.digest != nil, let adopted = versie.feit(RegelingVastgesteld.self),
      try context.sealed(RegelingVastgesteld.tekst, of: adopted) != nil
    else {
      return Refusal(
        Text(
          nl: "de vastgestelde tekst van versie \(versie.nummer) staat niet in het grootboek",
          en: "the adopted text of version \(versie.nummer) is not in the ledger"),
        remedy: Text(
          nl: "zonder tekst staat de versie al met haar gegevens op de site",
          en: "without a text the version is on the site already, with its facts"))
    }
    guard versie.soort == .protocol else { return nil }
    return Refusal(
      Text(nl: "de tekst van een protocol komt niet op de site", en: "the text of a protocol does not go on the site"),
      remedy: Text(
        nl: "wie haar wil lezen, kan er bij de organisatie om vragen",
        en: "who wants to read it can ask the organisation for it"))
  }

  private static let publishesOnce = Publishing.once(
    id: "BEL-OPENBAAR-EENMAAL", what: Text(nl: "de tekst van deze versie", en: "the text of this version"),
    on: Versie.opSite, off: Versie.vanSite
  ) { try $0.versie()?.openbaarmaking }
}
