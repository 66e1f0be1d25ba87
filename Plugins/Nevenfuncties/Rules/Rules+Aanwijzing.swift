import Governance
import Ledger
import Organisatie

extension NevenfunctieRules {
  /// Which functions can be designated.
  static let designation = [functionExists, rulesExist, designatedOnce, withdrawnOnce]

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
        nl: "trek die aanwijzing eerst in: waarborg nevenfunctie trek-aanwijzing-in",
        en: "withdraw that designation first: waarborg nevenfunctie trek-aanwijzing-in"))
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
