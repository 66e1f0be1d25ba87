import Governance
import Ledger
import Organisatie

extension NevenfunctieRules {
  /// Who publishes, and who is published.
  static let publishers = [publisher, notOwnStatement, onTheList]

  private static let publisher = Rule(
    id: "NEV-OPENBAARMAKER", source: "004:5439-5440",
    demand: Text(
      nl: "de opgave is van wie de regels daarvoor verantwoordelijk maken",
      en: "the statement is by whom the rules make responsible for it"),
    on: publications
  ) { context in
    if context.isAlleenVastgelegd { return nil }
    guard let rules = try context.regels(), let designation = try context.aanwijzing() else { return nil }
    let publisher = designation.openbaarmaker(rules)
    // The holder's own role is answered by the next rule, which names the second publisher.
    if let publisher, context.decides(publisher) { return nil }
    if let holder = designation.houderRol, context.roles.contains(holder) { return nil }
    guard let publisher else { return noSecond }
    return Refusal(
      Text(
        nl: "\(context.capacity.rol.text.nl) is niet verantwoordelijk voor deze opgave; dat is: \(publisher.text.nl)",
        en: "the \(context.capacity.rol.text.en) is not responsible for this statement; who is: \(publisher.text.en)"),
      remedy: Text(
        nl: "laat \(publisher.text.nl) tekenen, of mandaat verlenen: waarborg organisatie mandaat-verleen --aan … "
          + "--gebeurtenis \(context.event.type.name)",
        en: "let the \(publisher.text.en) sign, or give a mandate: waarborg organisatie mandaat-verleen --aan … "
          + "--gebeurtenis \(context.event.type.name)"))
  }.citing { try $0.regels()?.bron(.verantwoordelijke) }

  private static let noSecond = Refusal(
    Text(
      nl: "de verantwoordelijke bekleedt deze functie zelf en de regels noemen geen tweede openbaarmaker",
      en: "the responsible officer holds this function and the rules name no second publisher"),
    remedy: Text(
      nl: "noem hem in de regels: waarborg nevenfunctie stel-in --tweede ROL",
      en: "name one in the rules: waarborg nevenfunctie stel-in --tweede ROLE"))

  private static let notOwnStatement = Rule(
    id: "NEV-EIGEN-OPGAVE", source: "004:5402-5409; 004:5439-5440",
    demand: Text(
      nl: "niemand maakt de opgave over de eigen functie openbaar, ook niet in mandaat",
      en: "nobody publishes the statement about their own function, under a mandate neither"),
    on: publications
  ) { context in
    if context.isAlleenVastgelegd { return nil }
    guard let designation = try context.aanwijzing(), let holder = designation.houderRol,
      context.roles.contains(holder)
    else { return nil }
    guard let other = try context.regels().flatMap({ designation.openbaarmaker($0) }), other != holder else {
      return noSecond
    }
    return Refusal(
      Text(
        nl: "\(holder.text.nl) bekleedt deze functie zelf", en: "the \(holder.text.en) holds this function"),
      remedy: Text(
        nl: "laat \(other.text.nl) tekenen", en: "let the \(other.text.en) sign"))
  }.citing { try $0.regels()?.bron(.tweedeOpenbaarmaker) }

  private static let onTheList = Rule(
    id: "NEV-OPGAVE-HOUDER", source: "004:5402-5415",
    demand: Text(
      nl:
        "op de lijst staat wie op die dag een aangewezen functie bekleedt, ingehuurd alleen waar de regels dat zeggen",
      en: "on the list is who holds a designated function on that day, hired people only where the rules say so"),
    on: versions
  ) { context in
    guard let activity = try context.werkzaamheid() else { return nil }
    let remedy = Text(
      nl: "zie waarborg nevenfunctie lijst --op \(context.day)",
      en: "see waarborg nevenfunctie lijst --op \(context.day)")
    guard try context.aanwijzing() != nil else {
      return Refusal(
        Text(nl: "de functie is op die dag niet aangewezen", en: "the function is not designated on that day"),
        remedy: remedy)
    }
    let periods = try Functies.bekledingen(of: activity.functie(), door: activity.persoon, context.views)
      .filter { $0.isBekleed(op: context.day) != .no }
    if periods.isEmpty {
      return Refusal(
        Text(
          nl: "deze persoon bekleedt de functie op die dag niet",
          en: "this person does not hold the function on that day"),
        remedy: remedy)
    }
    guard periods.allSatisfy(\.inhuur), try context.regels()?.instellingen.inhuur == false else { return nil }
    return Refusal(
      Text(
        nl: "wie is ingehuurd, staat volgens de regels niet op de lijst",
        en: "by the rules hired people are not on the list"),
      remedy: Text(
        nl: "laat de publicatie weg, of wijzig --inhuur in de regels",
        en: "do not publish, or change --inhuur in the rules"))
  }.citing { try $0.regels()?.bron }
}
