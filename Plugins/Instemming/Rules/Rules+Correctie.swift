import Governance
import Ledger

extension InstemmingRules {
  static let advice = [adviceOnce, bodyAdvises]
  static let correcting = [
    Correction.namesWhatCounts(id: "INS-CORRECTIE", on: corrections), correctedByWhoSigned, correctsLastFirst,
  ]

  static let corrections: [any EventDefinition.Type] = [
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
    guard let earlier = try context.last(of: [AdviesUitgebracht.self]) else { return nil }
    return Refusal(
      Text(
        nl: "het advies is al uitgebracht op \(earlier.effective.text.nl), nummer \(earlier.position)",
        en: "the advice was given on \(earlier.effective.text.en), number \(earlier.position)"),
      remedy: correctFirst(earlier))
  }

  /// A fact that the secretariat recorded, under mandate or as history, can also be corrected by whoever it speaks for.
  private static let correctedByWhoSigned = Rule(
    id: "INS-CORRECTIE-DOOR", source: "README, The event",
    demand: Text(
      nl: "wie heeft ondertekend, corrigeert; wat het secretariaat vastlegde, ook degene namens wie",
      en: "who signed corrects; what the secretariat recorded, also those for whom it did"),
    on: corrections
  ) { context in
    guard let fact = try Correction.mistaken(context),
      let signer = context.registry.keys.values.first(where: { $0.id.description == fact.signer })?.rol
    else { return nil }
    let rol = context.capacity.rol
    if rol == signer { return nil }
    if signer == .secretariaat {
      if fact.isHistorical && rol == fact[Betreft.orgaan] ?? .lokaalOverleg { return nil }
      if Ondertekenaars.werkgever.contains(rol) { return nil }
    }
    return Refusal(
      Text(
        nl: "gebeurtenis \(fact.position) is ondertekend door \(signer.text.nl)",
        en: "event \(fact.position) was signed by the \(signer.text.en)"),
      remedy: Text(
        nl: "laat \(signer.text.nl) de correctie ondertekenen", en: "let the \(signer.text.en) sign the correction"))
  }

  private static let correctsLastFirst = Correction.lastFirst(
    id: "INS-CORRECTIE-VOLGORDE",
    demand: Text(
      nl: "een gebeurtenis waarop andere steunen, wordt pas na die andere gecorrigeerd",
      en: "an event on which others rest is corrected only after those others"),
    on: corrections
  ) { later, fact in
    switch fact.type {
    case NietigheidIngeroepen.type.name:
      later.is(NietigheidTeruggenomen.self)
        || later.is(KantonrechterVerzocht.self, KantonrechterBeslist.self) && later[Rechtszaak.verzoek] != .toestemming
    case InstemmingOnderVoorwaardenVerleend.type.name: later.is(VoorwaardenAanvaard.self)
    case KantonrechterVerzocht.type.name: later.is(KantonrechterBeslist.self, InstemmingVervangen.self)
    default: fact.is(InstemmingGevraagd.self, AdviesGevraagd.self)
    }
  }
}
