import Governance
import Ledger
import Organisatie

extension NevenfunctieRules {
  /// Which functions can be designated.
  static let designation = [
    functionExists, rulesExist, holderRoleKnown, decidersCanDecide, designatedOnce, withdrawnOnce,
  ]

  private static let functionExists = Rule(
    id: "NEV-FUNCTIE", source: "004:5402-5409; 003:268",
    demand: Text(nl: "aangewezen wordt een functie die is vastgelegd", en: "a function that is recorded is designated"),
    on: [FunctieAangewezen.self, FunctieGewijzigd.self]
  ) { context in
    guard let functie = context.event[Houderschap.functie],
      try Functies.functie(functie, context.views) == nil
    else { return nil }
    return Refusal(
      Text(nl: "\(functie) is niet vastgelegd", en: "\(functie) is not recorded"),
      remedy: Text(
        nl: "leg eerst de functie vast: waarborg organisatie functie NAAM",
        en: "record the function first: waarborg organisatie functie NAME"))
  }

  private static let rulesExist = Rule(
    id: "NEV-REGELS", source: "004:5402-5448; 003:268; 001:190-191",
    demand: Text(
      nl: "een functie wordt aangewezen onder regels die dan gelden",
      en: "a function is designated under rules that are in force then"),
    on: [FunctieAangewezen.self]
  ) { context in
    let rules = try context.regels()
    if let rules, rules.feit.stream == context.event[FunctieAangewezen.regels] { return nil }
    return Refusal(
      Text(
        nl: "op \(context.day.text.nl) gelden deze regels niet",
        en: "on \(context.day.text.en) these rules are not in force"),
      remedy: Text(
        nl: "leg eerst regels vast: waarborg nevenfunctie stel-in --model lelystad --op DATUM",
        en: "lay down rules first: waarborg nevenfunctie stel-in --model lelystad --op DATE"))
  }

  /// Whoever signs as the holder of a function must be known, or the ledger could not see to it that nobody decides on
  /// oneself; and a function that has a role's name is that role's.
  private static let holderRoleKnown = Rule(
    id: "NEV-HOUDERROL", source: "004:5438-5440; 001:187-189; 003:265",
    demand: Text(
      nl: "een aanwijzing zegt in welke rol de houder zelf ondertekent, of dat die dat niet doet",
      en: "a designation says in which role the holder signs, or that the holder does not"),
    on: [FunctieAangewezen.self]
  ) { context in
    let (role, signsNot) = (
      context.event[FunctieAangewezen.houderRol], context.event[FunctieAangewezen.houderTekentNiet]
    )
    guard (role != nil) != (signsNot == true) else {
      return Refusal(
        role == nil
          ? Text(
            nl: "niet gezegd is in welke rol de houder ondertekent", en: "it is not said in which role the holder signs"
          )
          : Text(nl: "de houder ondertekent en ondertekent niet", en: "the holder signs and does not sign"),
        remedy: Text(
          nl: "geef --houder-rol ROL, of --houder-rol geen", en: "give --houder-rol ROLE, or --houder-rol geen"))
    }
    guard let functie = context.event[Houderschap.functie],
      let naam = try Functies.functie(functie, context.views)?.naam, let own = Rol.genaamd(naam), own != role
    else { return nil }
    return Refusal(
      Text(
        nl: "wie de functie \(naam) bekleedt, ondertekent als \(own.text.nl)",
        en: "the holder of \(naam) signs as \(own.text.en)"),
      remedy: Text(nl: "geef --houder-rol \(own.rawValue)", en: "give --houder-rol \(own.rawValue)"))
  }

  private static let decidersCanDecide = Rule(
    id: "NEV-BESLISSERS", source: "004:4513-4515; 004:4403-4404; 004:5438-5440",
    demand: Text(
      nl: "wie over een houder beslist, staat boven die houder; bij de griffier is gezegd wie verantwoordelijk is",
      en: "who decides on a holder stands above that holder; for the griffier it is said who is responsible"),
    on: [FunctieAangewezen.self]
  ) { context in
    let holder = context.event[FunctieAangewezen.houderRol]
    if holder == .griffier, context.event[FunctieAangewezen.verantwoordelijke] == nil, !context.isHistorical {
      return Refusal(
        Text(
          nl:
            "wie voor de opgave van de griffier verantwoordelijk is, ontbreekt: de griffie valt niet onder het college",
          en: "who is responsible for the griffier's statement is missing: the griffie is not under the college"),
        remedy: Text(
          nl: "geef --verantwoordelijke werkgeverscommissie of een ander",
          en: "give --verantwoordelijke werkgeverscommissie or another"))
    }
    let wrong = context.event[FunctieAangewezen.beslissers]?.filter { !Aanwijzing.kanBeslissen($0, over: holder) } ?? []
    if !wrong.isEmpty {
      return Refusal(
        Text(
          nl: "\(opsomming(wrong).nl) kan niet over deze houder beslissen",
          en: "the \(opsomming(wrong).en) cannot decide on this holder"),
        remedy: Text(nl: "noem andere --beslissers", en: "name other --beslissers"))
    }
    let extra =
      try context.regels().map { rules in
        context.event[FunctieAangewezen.velden]?.filter { !rules.instellingen.velden.contains($0) } ?? []
      } ?? []
    guard !extra.isEmpty else { return nil }
    let names = extra.map(\.rawValue).joined(separator: ", ")
    return Refusal(
      Text(nl: "de regels noemen niet: \(names)", en: "the rules do not name: \(names)"),
      remedy: Text(
        nl: "laat ze weg, of noem ze in de regels: stel-in --velden",
        en: "leave them out, or name them in the rules: stel-in --velden"))
  }

  private static let designatedOnce = Rule(
    id: "NEV-AANWIJZING-EENMAAL", source: "README, Rules and views",
    demand: Text(nl: "een functie is één keer tegelijk aangewezen", en: "a function is designated once at a time"),
    on: [FunctieAangewezen.self]
  ) { context in
    guard let functie = context.event[Houderschap.functie],
      let earlier = try Aanwijzing.of(functie, context.views).last,
      earlier.totEnMet.map({ context.day <= $0 }) ?? true
    else { return nil }
    return Refusal(
      Text(
        nl: "de functie is al aangewezen vanaf \(earlier.vanaf.text.nl)",
        en: "the function has been designated from \(earlier.vanaf.text.en)"),
      remedy: Text(
        nl: "trek die aanwijzing eerst in: waarborg nevenfunctie trek-aanwijzing-in FUNCTIE",
        en: "withdraw that designation first: waarborg nevenfunctie trek-aanwijzing-in FUNCTION"))
  }

  private static let withdrawnOnce = Rule(
    id: "NEV-AANWIJZING-EINDE", source: "README, Rules and views",
    demand: Text(
      nl: "een aanwijzing die geldt, wordt één keer ingetrokken, na haar begin",
      en: "a designation that holds is withdrawn once, after its start"),
    on: [FunctieaanwijzingIngetrokken.self]
  ) { context in
    let designation = Aanwijzing(try context.views.facts(in: context.event.stream))
    if let designation, designation.ingetrokken == nil, context.day > designation.vanaf { return nil }
    return Refusal(
      designation == nil || designation?.ingetrokken != nil
        ? Text(nl: "deze aanwijzing geldt niet meer", en: "this designation does not hold any more")
        : Text(
          nl: "de aanwijzing begint pas op \(designation?.vanaf.text.nl ?? "-")",
          en: "the designation only starts on \(designation?.vanaf.text.en ?? "-")"),
      remedy: Text(nl: "zie waarborg nevenfunctie lijst", en: "see waarborg nevenfunctie lijst"))
  }
}
