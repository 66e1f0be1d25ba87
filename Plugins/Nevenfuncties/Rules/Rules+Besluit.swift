import Governance
import Ledger

extension NevenfunctieRules {
  /// Who decides, when, and what cannot be allowed.
  static let deciding = [
    openForDecision, decider, notOwnDecision, askedBefore, noPaidWorkForOwn, saysWhetherItTouches, refusalIsKnown,
    refusalHasReason, conditionsAreSaid, barsFit,
  ]

  private static let openForDecision = Rule(
    id: "NEV-BESLUIT", source: "004:3919; 001:187-189; 003:265",
    demand: Text(
      nl: "besloten wordt over wat is gemeld, gewijzigd of opnieuw getoetst",
      en: "decided is on what was reported, changed or is judged again"),
    on: [ToestemmingBeslist.self]
  ) { context in
    guard let activity = try context.werkzaamheid(), let stand = activity.stand(), !stand.wachtOpBesluit,
      stand != .beeindigd, let earlier = activity.besluit()
    else { return nil }
    return Refusal(
      Text(
        nl: "hierover is al besloten, met nummer \(earlier.position)",
        en: "this was decided already, by number \(earlier.position)"),
      remedy: Text(
        nl:
          "leg eerst vast wat er wijzigde (waarborg nevenfunctie wijzig MELDING), of corrigeer nummer \(earlier.position)",
        en: "record first what changed (waarborg nevenfunctie wijzig REPORT), or correct number \(earlier.position)"))
  }

  private static let decider = Rule(
    id: "NEV-BESLISSER", source: "001:187-189; 003:265; 004:3919",
    demand: Text(
      nl: "er beslist wie de regels van die dag noemen", en: "the decision is by whom the rules of that day name"),
    on: [ToestemmingBeslist.self]
  ) { context in
    if context.isAlleenVastgelegd { return nil }
    guard let rules = try context.regels() else {
      return Refusal(
        Text(
          nl: "op \(context.day.text.nl) gelden nog geen regels", en: "on \(context.day.text.en) there are no rules yet"
        ),
        remedy: Text(
          nl: "leg ze vast: waarborg nevenfunctie stel-in --op DATUM",
          en: "lay them down: waarborg nevenfunctie stel-in --op DATE"))
    }
    let designation = try context.aanwijzing()
    let deciders = designation?.beslissers(rules) ?? rules.instellingen.beslissers
    if deciders.contains(where: { context.decides($0) }) { return nil }
    // The holder's own role is answered by the next rule.
    if let holder = designation?.houderRol, context.roles.contains(holder) { return nil }
    guard !deciders.isEmpty else { return noDecider }
    return Refusal(
      Text(
        nl: "\(context.capacity.rol.text.nl) beslist hier niet over; dat doet: \(opsomming(deciders).nl)",
        en: "the \(context.capacity.rol.text.en) does not decide this; who does: \(opsomming(deciders).en)"),
      remedy: Text(
        nl:
          "laat een van hen tekenen; noemt de aanwijzing de verkeerde, wijs de functie dan opnieuw aan met --beslissers",
        en: "let one of them sign; if the designation names the wrong ones, designate anew with --beslissers"))
  }.citing { try $0.regels()?.bron(.beslissers) }

  private static let noDecider = Refusal(
    Text(
      nl: "niemand die de regels noemen, kan over de houder van deze functie beslissen",
      en: "none of those whom the rules name can decide on the holder of this function"),
    remedy: Text(
      nl: "noem bij de aanwijzing wie beslist: waarborg nevenfunctie wijs-aan FUNCTIE --beslissers ROL",
      en: "name at the designation who decides: waarborg nevenfunctie wijs-aan FUNCTION --beslissers ROLE"))

  private static let notOwnDecision = Rule(
    id: "NEV-EIGEN-BESLUIT", source: "004:3916-3918; 001:187-189; 003:265",
    demand: Text(nl: "niemand beslist over de eigen melding", en: "nobody decides on their own report"),
    on: [ToestemmingBeslist.self]
  ) { context in
    guard let designation = try context.aanwijzing(), let holder = designation.houderRol,
      context.roles.contains(holder)
    else { return nil }
    let others = try context.regels().map { designation.beslissers($0) } ?? []
    return Refusal(
      Text(
        nl: "de houder van deze functie ondertekent zelf als \(holder.text.nl)",
        en: "the holder of this function signs as \(holder.text.en)"),
      remedy: others.isEmpty
        ? noDecider.remedy
        : Text(nl: "laat beslissen: \(opsomming(others).nl)", en: "let it be decided by: \(opsomming(others).en)"))
  }

  private static let askedBefore = Rule(
    id: "NEV-VOORAF", source: "004:3919",
    demand: Text(
      nl: "waar de regels dat eisen, wordt vooraf schriftelijk toestemming gevraagd",
      en: "where the rules demand it, permission is asked in writing beforehand"),
    on: [ToestemmingBeslist.self]
  ) { context in
    guard !context.isHistorical, let activity = try context.werkzaamheid(),
      try context.regels()?.instellingen.voorafgaandeToestemming == true,
      case .inBeoordeling(let since)? = activity.stand(), activity.moetToestemmingVragen(), try context.isVerleend()
    else { return nil }
    return Refusal(
      Text(
        nl: "er is na nummer \(since) geen toestemming gevraagd", en: "after number \(since) no permission was asked"),
      remedy: Text(
        nl: "leg het verzoek vast: waarborg nevenfunctie vraag-toestemming MELDING",
        en: "record the request: waarborg nevenfunctie vraag-toestemming REPORT"))
  }.citing { try $0.regels()?.bron(.voorafgaandeToestemming) }

  private static let noPaidWorkForOwn = Rule(
    id: "NEV-EIGEN-GEMEENTE", source: "004:3930",
    demand: Text(
      nl: "betaald werk voor de eigen gemeente wordt niet toegestaan waar de regels het verbieden",
      en: "paid work for the own municipality is not allowed where the rules bar it"),
    on: [ToestemmingBeslist.self]
  ) { context in
    guard !context.isHistorical, let rules = try context.regels(), rules.instellingen.betaaldEigenGemeenteVerboden,
      try context.isVerleend(), try context.laatste(Looptijd.betaaldDoorEigenGemeente, context.werkzaamheid()) == true
    else { return nil }
    let command = rules.instellingen.weigeren ? "weiger" : "adviseer-niet"
    return Refusal(
      Text(nl: "de eigen gemeente betaalt voor dit werk", en: "the own municipality pays for this work"),
      remedy: Text(
        nl: "zeg nee: waarborg nevenfunctie \(command) --bezwaar \(Bezwaar.betaaldEigenGemeente.rawValue); klopt het "
          + "niet, leg dan vast: waarborg nevenfunctie wijzig MELDING --eigen-gemeente nee",
        en: "say no: waarborg nevenfunctie \(command) --bezwaar \(Bezwaar.betaaldEigenGemeente.rawValue); if it is not "
          + "so, record: waarborg nevenfunctie wijzig REPORT --eigen-gemeente nee"))
  }.citing { try $0.regels()?.bron(.betaaldEigenGemeenteVerboden) }

  private static let refusalIsKnown = Rule(
    id: "NEV-WEIGEREN", source: "003:265",
    demand: Text(
      nl: "waar de regels geen weigering kennen, wordt niet geweigerd",
      en: "where the rules know no refusal, none is given"
    ),
    on: [ToestemmingBeslist.self]
  ) { context in
    guard !context.isHistorical, let rules = try context.regels(), !rules.instellingen.weigeren,
      try context.sealed(ToestemmingBeslist.toegestaan) == false
    else { return nil }
    return Refusal(
      Text(
        nl: "de regels hier kennen maatregelen en een advies, en geen weigering",
        en: "the rules here know measures and advice, and no refusal"),
      remedy: Text(
        nl:
          "leg maatregelen vast: waarborg nevenfunctie verleen-onder-voorwaarden MELDING --voorwaarden …; of raad het af: "
          + "waarborg nevenfunctie adviseer-niet MELDING; kan hier wel worden geweigerd: waarborg nevenfunctie stel-in "
          + "--weigeren ja",
        en:
          "record measures: waarborg nevenfunctie verleen-onder-voorwaarden REPORT --voorwaarden …; or advise against it: "
          + "waarborg nevenfunctie adviseer-niet REPORT; if refusing is possible here: waarborg nevenfunctie stel-in "
          + "--weigeren ja"))
  }.citing { try $0.regels()?.bron(.weigeren) }

  private static let barsFit = Rule(
    id: "NEV-BEZWAAR", source: "004:3923-3933; 001:187-189; 003:265",
    demand: Text(
      nl: "wat ertegen is, wordt één keer genoemd, en alleen waar niet of niet zonder meer wordt toegestaan",
      en: "what is against it is named once, and only where it is not allowed, or not without more ado"),
    on: [ToestemmingBeslist.self]
  ) { context in
    guard let bars = try context.sealed(ToestemmingBeslist.bezwaren), !bars.isEmpty else { return nil }
    let isAllowed = try context.sealed(ToestemmingBeslist.toegestaan) == true
    let isUnreserved = try isAllowed && context.sealed(ToestemmingBeslist.voorbehoud) == .geen
    guard isUnreserved || Set(bars).count != bars.count else { return nil }
    return Refusal(
      isUnreserved
        ? Text(
          nl: "wie zonder voorbehoud toestaat, noemt geen bezwaar",
          en: "who allows without reserve names nothing against it")
        : Text(nl: "een bezwaar is twee keer genoemd", en: "the same is named twice"),
      remedy: Text(nl: "pas --bezwaar aan, of laat het weg", en: "change --bezwaar, or leave it out"))
  }

  private static let saysWhetherItTouches = Rule(
    id: "NEV-KAN-RAKEN", source: "004:5417-5421",
    demand: Text(
      nl: "waar alleen openbaar wordt wat de belangen kan raken, zegt het besluit of dat zo is",
      en: "where only what can touch the interests is published, the decision says whether it does"),
    on: [ToestemmingBeslist.self]
  ) { context in
    guard !context.isHistorical, try context.grens() == .watKanRaken,
      try context.sealed(ToestemmingBeslist.toegestaan) == true, try context.sealed(ToestemmingBeslist.kanRaken) == nil
    else { return nil }
    return Refusal(
      Text(
        nl: "het besluit zegt niet of zij de belangen kan raken",
        en: "the decision does not say whether it can touch the interests"),
      remedy: Text(nl: "geef --kan-raken ja of nee", en: "give --kan-raken ja or nee"))
  }.citing { try $0.bronGrens() }

  private static let refusalHasReason = Rule(
    id: "NEV-REDEN", source: "004:3919; 001:187-189; 003:265",
    demand: Text(
      nl: "wie niet toestaat of afraadt, zegt waarom", en: "who does not allow or advises against says why"),
    on: [ToestemmingBeslist.self]
  ) { context in
    guard !context.isHistorical, try !context.isVerleend(), try context.sealed(Motivering.motivering) == nil else {
      return nil
    }
    return Refusal(
      Text(nl: "de motivering ontbreekt", en: "the reasons are missing"),
      remedy: Text(nl: "geef --motivering", en: "give --motivering"))
  }

  private static let conditionsAreSaid = Rule(
    id: "NEV-VOORWAARDEN", source: "001:187-189; 003:265; 004:5435",
    demand: Text(
      nl: "wie onder voorwaarden toestaat, zegt welke; iets voorbehouden wordt alleen bij wat mag",
      en: "who allows under conditions says which; something is reserved only of what may be done"),
    on: [ToestemmingBeslist.self]
  ) { context in
    let reserved = try context.sealed(ToestemmingBeslist.voorbehoud)
    let hasConditions = try context.sealed(ToestemmingBeslist.voorwaarden) != nil
    let isAllowed = try context.sealed(ToestemmingBeslist.toegestaan) == true
    // What was decided before the ledger may be known without its words.
    let isSaid = (reserved == .voorwaarden) == hasConditions || context.isHistorical && !hasConditions
    guard !isSaid || !isAllowed && reserved != .geen else { return nil }
    return Refusal(
      Text(
        nl: "de voorwaarden en wat is voorbehouden, spreken elkaar tegen",
        en: "the conditions and what is reserved contradict each other"),
      remedy: Text(
        nl: "gebruik waarborg nevenfunctie verleen-onder-voorwaarden MELDING --voorwaarden …",
        en: "use waarborg nevenfunctie verleen-onder-voorwaarden REPORT --voorwaarden …"))
  }
}

extension RuleContext {
  /// Whether the decision gives permission: advice not to combine it is none.
  fileprivate func isVerleend() throws -> Bool {
    try sealed(ToestemmingBeslist.toegestaan) == true && sealed(ToestemmingBeslist.voorbehoud) != .afgeraden
  }
}
