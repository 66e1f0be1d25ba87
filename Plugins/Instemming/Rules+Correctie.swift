import Governance
import Ledger

extension InstemmingRules {
  static let advice = [adviceOnce, bodyAdvises]
  static let correcting = [correctsWhatCounts, correctedByWhoSigned, correctsLastFirst]

  private static let corrections: [any EventDefinition.Type] = [
    InstemmingGecorrigeerd.self, AdviesGecorrigeerd.self, OvereenstemmingGecorrigeerd.self,
  ]

  private static let bodyAdvises = Rule(
    id: "INS-ADVIES-ORGAAN", source: "004:5689-5691; 003:515; 004:8447-8449",
    demand: Text(nl: "advies komt van een orgaan dat adviseert", en: "advice comes from a body that advises"),
    on: [AdviesGevraagd.self, AdviesUitgebracht.self]
  ) { context in
    guard let body = context.event[Betreft.orgaan], !Ondertekenaars.adviseurs.contains(body) else { return nil }
    let bodies = Rol.allCases.filter { Ondertekenaars.adviseurs.contains($0) }.map(\.rawValue).joined(separator: ", ")
    return Refusal(
      Text(nl: "\(body.text.nl) adviseert niet", en: "the \(body.text.en) does not advise"),
      remedy: Text(nl: "kies: \(bodies)", en: "choose: \(bodies)"))
  }

  private static let adviceOnce = Rule(
    id: "INS-ADVIES-EENMAAL", source: "WOR art. 25",
    demand: Text(nl: "een adviesaanvraag krijgt één advies", en: "a request for advice gets one advice"),
    on: [AdviesUitgebracht.self]
  ) { context in
    guard let earlier = try procedure(context)?.feit(AdviesUitgebracht.self) else { return nil }
    return Refusal(
      Text(
        nl: "het advies is al uitgebracht op \(earlier.op.text.nl), nummer \(earlier.position)",
        en: "the advice was given on \(earlier.op.text.en), number \(earlier.position)"),
      remedy: correctFirst(earlier))
  }

  private static let correctsWhatCounts = Rule(
    id: "INS-CORRECTIE", source: "README, The event",
    demand: Text(
      nl: "een correctie noemt een gebeurtenis van dezelfde procedure die nog geldt",
      en: "a correction names an event of the same procedure that still counts"),
    on: corrections
  ) { context in
    let mistaken = try mistaken(context)
    if mistaken?.telt == true { return nil }
    let found: Text =
      if let at = mistaken?.gecorrigeerd {
        Text(
          nl: "deze gebeurtenis is al gecorrigeerd met nummer \(at)",
          en: "this event was corrected already by number \(at)")
      } else if mistaken != nil {
        Text(nl: "deze gebeurtenis is zelf een correctie", en: "this event is itself a correction")
      } else {
        Text(
          nl: "deze gebeurtenis hoort niet bij \(context.event.stream)",
          en: "this event does not belong to \(context.event.stream)")
      }
    return Refusal(
      found,
      remedy: Text(
        nl: "leg het juiste feit opnieuw vast; zie waarborg instemming toon \(context.event.stream)",
        en: "record the right fact anew; see waarborg instemming toon \(context.event.stream)"))
  }

  /// A fact that the secretariat recorded, under mandate or as history, can also be corrected by whoever it speaks for.
  private static let correctedByWhoSigned = Rule(
    id: "INS-CORRECTIE-DOOR", source: "README, The event",
    demand: Text(
      nl: "wie heeft ondertekend, corrigeert; wat het secretariaat vastlegde, ook degene namens wie",
      en: "who signed corrects; what the secretariat recorded, also those for whom it did"),
    on: corrections
  ) { context in
    guard let fact = try mistaken(context), let procedure = try procedure(context),
      let signer = context.registry.keys.values.first(where: { $0.id.description == fact.sleutel })?.rol
    else { return nil }
    let rol = context.capacity.rol
    if rol == signer { return nil }
    if signer == .secretariaat {
      if fact.isHistorisch && rol == procedure.orgaan { return nil }
      if Ondertekenaars.werkgever.contains(rol) { return nil }
    }
    return Refusal(
      Text(
        nl: "gebeurtenis \(fact.position) is ondertekend door \(signer.text.nl)",
        en: "event \(fact.position) was signed by the \(signer.text.en)"),
      remedy: Text(
        nl: "laat \(signer.text.nl) de correctie ondertekenen", en: "let the \(signer.text.en) sign the correction"))
  }

  private static let correctsLastFirst = Rule(
    id: "INS-CORRECTIE-VOLGORDE", source: "README, The event",
    demand: Text(
      nl: "een gebeurtenis waarop andere steunen, wordt pas na die andere gecorrigeerd",
      en: "an event on which others rest is corrected only after those others"),
    on: corrections
  ) { context in
    guard let fact = try mistaken(context),
      fact.is(InstemmingGevraagd.self, AdviesGevraagd.self, NietigheidIngeroepen.self)
    else { return nil }
    guard
      let later = try procedure(context)?.feiten.first(where: { later in
        guard later.telt, later.position > fact.position else { return false }
        return !fact.is(NietigheidIngeroepen.self) || later.is(NietigheidTeruggenomen.self)
      })
    else { return nil }
    return Refusal(
      Text(
        nl: "\(later.soort), nummer \(later.position), steunt hierop",
        en: "\(later.soort), number \(later.position), rests on this"),
      remedy: Text(nl: "corrigeer eerst nummer \(later.position)", en: "correct number \(later.position) first"))
  }

  private static func mistaken(_ context: RuleContext) throws -> Feit? {
    guard let id = context.event[Correctie.gebeurtenis] else { return nil }
    return try procedure(context)?.feiten.first { $0.id == id }
  }
}
