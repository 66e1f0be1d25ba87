import Governance
import Ledger

extension InspectieRules {
  /// What of a demand and its measures may stand on the public site.
  static let publications = [publishesWithDemand, publishesOnce]

  private static let publishesWithDemand = Rule(
    id: "MTR-OPENBAAR", source: "README, Publication",
    demand: Text(
      nl: "een maatregel die geldt, komt op de site bij een eis die er staat",
      en: "a measure that holds goes on the site with a demand that is there"),
    on: [MaatregelOpenbaargemaakt.self]
  ) { context in
    guard let inspection = context.event[MaatregelOpenbaargemaakt.inspectie] else { return nil }
    guard try context.views.facts(in: inspection).openbaarmaking == nil else { return nil }
    return Refusal(
      Text(nl: "de eis van deze inspectie is niet openbaargemaakt", en: "the demand of this inspection is not public"),
      remedy: Text(
        nl: "maak eerst de eis openbaar: waarborg inspectie maak-openbaar INSPECTIE",
        en: "make the demand public first: waarborg inspectie maak-openbaar INSPECTION"))
  }

  private static let publishesOnce = Publishing.once(
    id: "INSP-OPENBAAR-EENMAAL", what: Text(nl: "dit", en: "this"), on: Gebeurtenissen.opSite,
    off: Gebeurtenissen.vanSite
  ) { try $0.feiten().openbaarmaking }
}
