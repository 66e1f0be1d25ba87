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

  private static let publishesOnce = Rule(
    id: "INSP-OPENBAAR-EENMAAL", source: "README, Publication",
    demand: Text(
      nl: "iets komt op de site als het er niet staat, en gaat eraf als het er staat",
      en: "something goes on the site when it is not there, and off it when it is"),
    on: Gebeurtenissen.openbaar
  ) { context in
    let isThere = try context.feiten().openbaarmaking != nil
    let publishes = context.event.is(EisOpenbaargemaakt.self) || context.event.is(MaatregelOpenbaargemaakt.self)
    guard isThere == publishes else { return nil }
    if isThere {
      return Refusal(
        Text(nl: "dit is al openbaargemaakt", en: "this is public already"),
        remedy: Text(
          nl: "het staat op de site na de volgende waarborg publiceer MAP",
          en: "it is on the site after the next waarborg publiceer FOLDER"))
    }
    return Refusal(
      Text(nl: "dit is niet openbaargemaakt", en: "this was not put on the site"),
      remedy: Text(nl: "er hoeft niets te gebeuren", en: "nothing needs to be done"))
  }
}
