import Governance
import Ledger

extension VertrouwenspersonenRules {
  /// What a decision on the rules may say.
  static let settling = [choosesSomething, regulationExists, originFits]

  private typealias Besluit = VertrouwenspersonenregelsVastgesteld

  private static let choosesSomething = Rule(
    id: "VP-REGELS", source: logica,
    demand: Text(
      nl: "een besluit regelt ten minste één punt, elk met een antwoord dat bestaat",
      en: "a decision settles at least one point, each with an answer that exists"),
    on: [VertrouwenspersonenregelsVastgesteld.self]
  ) { context in
    guard let found = problem(context.event) else { return nil }
    return Refusal(
      found,
      remedy: Text(
        nl: "zie de punten: waarborg vertrouwenspersoon regels",
        en: "see the points: waarborg vertrouwenspersoon regels"))
  }

  private static func problem(_ event: RecordedEvent) -> Text? {
    let settled = Regelpunt.allCases.contains { point in event.facts.contains { $0.name == point.rawValue } }
    if !settled, event[Besluit.model] == nil {
      return Text(nl: "er is niets gekozen", en: "nothing was chosen")
    }
    if (event[Besluit.oudMedewerkers] == .beperkt) != (event[Besluit.oudMedewerkersMaanden] != nil) {
      return Text(
        nl: "«beperkt» en een aantal maanden horen bij elkaar", en: "“beperkt” and a number of months go together")
    }
    if let benoemer = event[Besluit.benoemer], !Ondertekenaars.beslisser.contains(benoemer) {
      return Text(
        nl: "\(benoemer.text.nl) benoemt en contracteert niemand namens een werkgever",
        en: "the \(benoemer.text.en) appoints and contracts nobody for an employer")
    }
    let unreadable = [Besluit.duur, Besluit.intervisie, Besluit.bijscholing].first { field in
      event.heeft(field) && (event[field] == nil || field.name == Besluit.duur.name && event[field] == .zonderTermijn)
    }
    return unreadable.map {
      Text(nl: "\($0.name) is geen duur, en niet geen", en: "\($0.name) is no length of time, and not geen")
    }
  }

  private static let regulationExists = Rule(
    id: "VP-REGELS-REGELING", source: logica,
    demand: Text(nl: "de genoemde regeling is vastgelegd", en: "the regulation that is named is recorded"),
    on: [VertrouwenspersonenregelsVastgesteld.self]
  ) { context in
    guard let regeling = context.event[Besluit.regeling] else { return nil }
    for plugin in context.catalog.plugins {
      if try plugin.handle(of: regeling, versie: nil, in: context.views) != nil { return nil }
    }
    return Refusal(
      Text(nl: "\(regeling) is niet vastgelegd", en: "\(regeling) is not recorded"),
      remedy: Text(
        nl: "zie waarborg beleid lijst, of laat --regeling weg",
        en: "see waarborg beleid lijst, or leave --regeling out"))
  }

  private static let originFits = Rule(
    id: "VP-REGELS-HERKOMST", source: "README, Sources",
    demand: Text(
      nl:
        "waar een antwoord vandaan komt, zegt alleen een model, van elk punt één keer; verzwegen is alleen wat niet is "
        + "geregeld",
      en:
        "only a model says where an answer comes from, once for each point; only what is not settled is passed over in "
        + "silence"),
    on: [VertrouwenspersonenregelsVastgesteld.self]
  ) { context in
    let origins = context.event[Besluit.herkomst] ?? []
    let wrong = origins.first { origin in
      let isSettled = context.event.facts.contains { $0.name == origin.punt.rawValue }
      return isSettled == (origin.soort == .zwijgt) || origins.count { $0.punt == origin.punt } > 1
    }
    let isUnreadable = context.event.heeft(Besluit.herkomst) && context.event[Besluit.herkomst] == nil
    guard wrong != nil || isUnreadable || !origins.isEmpty && context.event[Besluit.model] == nil else { return nil }
    return Refusal(
      Text(
        nl: "de herkomst van \(wrong?.punt.rawValue ?? "een punt") klopt niet",
        en: "the origin of \(wrong?.punt.rawValue ?? "a point") is not right"),
      remedy: Text(
        nl: "leg de regels vast met waarborg vertrouwenspersoon stel-regels-vast --model MODEL",
        en: "lay the rules down with waarborg vertrouwenspersoon stel-regels-vast --model MODEL"))
  }
}
