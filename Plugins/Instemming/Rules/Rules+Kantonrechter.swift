import Governance
import Ledger

extension InstemmingRules {
  static let court = [courtCanBeAsked, permissionIsSubstitution]

  private static let courtCanBeAsked = Rule(
    id: "INS-KANTONRECHTER", source: "WOR art. 27 lid 4 en 6",
    demand: Text(
      nl:
        "toestemming wordt gevraagd waar instemming niet is verkregen; over nietigheid wordt geoordeeld als zij is ingeroepen",
      en: "permission is asked where consent was not obtained; nullity is judged when it was invoked"),
    on: [KantonrechterVerzocht.self, KantonrechterBeslist.self]
  ) { context in
    guard let asked = context.event[Rechtszaak.verzoek],
      let procedure = try context.subject(Procedure.self, SubjectKey(context.event.stream))
    else { return nil }
    let verloop = Verloop(procedure.geldend())
    switch asked {
    case .toestemming:
      guard verloop.stand.geldtAlsInstemming else { return nil }
      return Refusal(
        Text(
          nl: "er is al instemming: \(verloop.stand.text.nl)", en: "there is consent already: \(verloop.stand.text.en)"),
        remedy: Text(
          nl: "vraag toestemming alleen waar instemming ontbreekt", en: "ask permission only where consent is missing"))
    case .onthouding, .verklaring:
      guard verloop.nietigheid == nil else { return nil }
      return Refusal(
        Text(nl: "er is geen nietigheid ingeroepen", en: "no nullity was invoked"),
        remedy: Text(
          nl: "leg eerst vast dat zij is ingeroepen: waarborg instemming roep-nietigheid-in ONDERWERP",
          en: "record first that it was invoked: waarborg instemming roep-nietigheid-in SUBJECT"))
    }
  }

  private static let permissionIsSubstitution = Rule(
    id: "INS-TOESTEMMING", source: "WOR art. 27 lid 4",
    demand: Text(
      nl: "toestemming die de kantonrechter geeft, vervangt de instemming",
      en: "permission that the court gives substitutes the consent"),
    on: [KantonrechterBeslist.self]
  ) { context in
    guard context.event[Rechtszaak.verzoek] == .toestemming, context.event[KantonrechterBeslist.toegewezen] == true
    else {
      return nil
    }
    return Refusal(
      Text(
        nl: "toestemming is verleend: dat vervangt de instemming", en: "permission was given: that substitutes consent"),
      remedy: Text(
        nl: "gebruik waarborg instemming vervang ONDERWERP --zaaknummer …",
        en: "use waarborg instemming vervang SUBJECT --zaaknummer …"))
  }
}
