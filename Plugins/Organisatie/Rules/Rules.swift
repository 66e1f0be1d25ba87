import Governance
import Ledger

/// What the organisation plugin refuses.
enum OrganisatieRules {
  static let all =
    [
      foundedOnce, mandateByGiver, mandateOnlyWhatGiverMay, mandateOrder, someoneKeepsTheKeys, secondConfirms,
      withdrawnByGiver,
      bodyExists, holdsOnce, laysDownWhatIsHeld, endsAfterStart, endsOnce, notTooLate,
    ] + correcting + calendar + herstel

  private static let foundedOnce = Rule(
    id: "ORG-OPENING", source: "README, The log",
    demand: Text(
      nl: "een grootboek wordt één keer geopend, met de eerste gebeurtenis",
      en: "a ledger is founded once, by its first event"),
    on: [GrootboekGeopend.self]
  ) { context in
    context.event.position == 0
      ? nil
      : Refusal(
        Text(nl: "dit grootboek is al geopend", en: "this ledger has been founded already"),
        remedy: Text(nl: "gebruik het bestaande grootboek", en: "use the ledger that is there"))
  }

  private static let mandateByGiver = Rule(
    id: "ORG-MANDAATGEVER", source: "Awb 10:3",
    demand: Text(nl: "wie mandaat verleent, ondertekent zelf", en: "who gives a mandate signs it"),
    on: [MandaatVerleend.self]
  ) { context in
    guard let giver = context.event[MandaatVerleend.mandaatgever], giver != context.capacity.rol else { return nil }
    return Refusal(
      Text(
        nl: "het mandaat noemt \(giver.text.nl), maar \(context.capacity.rol.text.nl) ondertekent",
        en: "the mandate names the \(giver.text.en), but the \(context.capacity.rol.text.en) signs"),
      remedy: Text(nl: "laat \(giver.text.nl) ondertekenen", en: "let the \(giver.text.en) sign"))
  }

  private static let mandateOnlyWhatGiverMay = Rule(
    id: "ORG-MANDAAT-BEREIK", source: "Awb 10:3",
    demand: Text(
      nl: "een mandaat omvat alleen wat de mandaatgever zelf mag en wat gemandateerd kan worden",
      en: "a mandate covers only what its giver may do and what can be mandated"),
    on: [MandaatVerleend.self]
  ) { context in
    guard let giver = context.event[MandaatVerleend.mandaatgever],
      let names = context.event[MandaatVerleend.gebeurtenissen]
    else { return nil }
    for name in names {
      let type = context.catalog.event(named: name)
      guard let type, type.isMandatable, type.signers.contains(giver) else {
        return Refusal(
          Text(
            nl: "\(giver.text.nl) kan voor \(name) geen mandaat verlenen",
            en: "the \(giver.text.en) can give no mandate for \(name)"),
          remedy: Text(
            nl: type == nil ? "controleer de naam van de gebeurtenis" : "laat deze gebeurtenis weg",
            en: type == nil ? "check the name of the event" : "leave this event out"))
      }
    }
    return nil
  }

  private static let mandateOrder = Rule(
    id: "ORG-MANDAAT-DUUR", source: "Awb 10:5",
    demand: Text(nl: "een mandaat eindigt niet voor het begint", en: "a mandate does not end before it begins"),
    on: [MandaatVerleend.self]
  ) { context in
    guard let first = context.event[MandaatVerleend.van], let last = context.event[MandaatVerleend.tot], last < first
    else { return nil }
    return Refusal(
      Text(
        nl: "het mandaat loopt van \(first) tot en met \(last)",
        en: "the mandate runs from \(first) up to and including \(last)"),
      remedy: Text(nl: "draai de datums om", en: "swap the dates"))
  }

  private static let someoneKeepsTheKeys = Rule(
    id: "ORG-LAATSTE-SLEUTEL", source: "README, The log",
    demand: Text(
      nl: "er blijft altijd een sleutel over die sleutels kan registreren",
      en: "a key that can register keys always remains"),
    on: [SleutelIngetrokken.self]
  ) { context in
    guard let id = context.event[SleutelIngetrokken.kid] else { return nil }
    let remaining = context.registry.members(at: context.event.recordedAt).contains {
      $0.id != id && $0.revoked == nil && SleutelGeregistreerd.type.signers.contains($0.rol)
    }
    return remaining
      ? nil
      : Refusal(
        Text(
          nl: "dit is de laatste sleutel die sleutels kan registreren",
          en: "this is the last key that can register keys"),
        remedy: Text(nl: "registreer eerst een opvolger", en: "register a successor first"))
  }

  private static let secondConfirms = Rule(
    id: "ORG-BEVESTIGING", source: "BIO2 8.24",
    demand: Text(
      nl: "een registratie wordt bevestigd door een ander dan wie registreerde: wie de rol bekleedt, of een tweede die "
        + "sleutels registreert",
      en:
        "a registration is confirmed by another than who registered: who holds the role, or a second one who registers keys"
    ),
    on: [SleutelBevestigd.self]
  ) { context in
    guard let id = context.event[SleutelBevestigd.kid], let key = context.registry.keys[id] else { return nil }
    guard key.isUnconfirmed else {
      return Refusal(
        Text(
          nl: "de registratie van \(id) hoeft niet te worden bevestigd",
          en: "the registration of \(id) does not have to be confirmed"),
        remedy: Text(nl: "zie waarborg key list", en: "see waarborg key list"))
    }
    guard
      !context.registry.mayConfirm(id, by: context.event.signed.key)
    else { return nil }
    return Refusal(
      Text(
        nl: "deze sleutel kan de registratie van \(id) niet bevestigen",
        en: "this key cannot confirm the registration of \(id)"),
      remedy: Text(
        nl:
          "laat een andere \(key.rol.text.nl) ondertekenen, of een tweede die sleutels registreert en zelf bevestigd is",
        en: "let another \(key.rol.text.en) sign, or a second one who registers keys and is confirmed"))
  }

  private static let withdrawnByGiver = Rule(
    id: "ORG-MANDAAT-INTREKKING", source: "Awb 10:8",
    demand: Text(nl: "de mandaatgever trekt zijn mandaat in", en: "the giver withdraws the mandate"),
    on: [MandaatIngetrokken.self]
  ) { context in
    guard let mandate = context.registry.mandates.first(where: { $0.stream == context.event.stream }),
      mandate.mandaatgever != context.capacity.rol
    else { return nil }
    return Refusal(
      Text(
        nl: "dit mandaat is verleend door \(mandate.mandaatgever.text.nl)",
        en: "this mandate was given by the \(mandate.mandaatgever.text.en)"),
      remedy: Text(
        nl: "laat \(mandate.mandaatgever.text.nl) ondertekenen", en: "let the \(mandate.mandaatgever.text.en) sign"))
  }

  private static let bodyExists = Rule(
    id: "ORG-ORGAAN", source: "README, Rules and views",
    demand: Text(nl: "een functie hoort bij een orgaan dat is vastgelegd", en: "a function belongs to a recorded body"),
    on: [FunctieVastgelegd.self]
  ) { context in
    guard let body = context.event[FunctieVastgelegd.orgaan],
      try context.subject(Unit.self, SubjectKey(body)) == nil
    else { return nil }
    return Refusal(
      Text(nl: "\(body) is niet vastgelegd", en: "\(body) is not recorded"),
      remedy: Text(nl: "leg eerst het orgaan vast", en: "record the body first"))
  }

  private static let holdsOnce = Rule(
    id: "ORG-BEKLEED", source: "README, Rules and views",
    demand: Text(nl: "iemand bekleedt een functie één keer tegelijk", en: "someone holds a function once at a time"),
    on: [FunctieBekleed.self]
  ) { context in
    guard let person = context.event[FunctieBekleed.persoon],
      let open = try Functies.open(person, of: context.event.stream, context.views),
      !open.ended(before: context.event.effective)
    else { return nil }
    return Refusal(
      Text(nl: "\(person) bekleedt deze functie al", en: "\(person) holds this function already"),
      remedy: Text(nl: "leg de functie eerst neer", en: "lay the function down first"))
  }

  private static let laysDownWhatIsHeld = Rule(
    id: "ORG-NEERGELEGD", source: "README, Rules and views",
    demand: Text(nl: "alleen wie een functie bekleedt legt haar neer", en: "only who holds a function lays it down"),
    on: [FunctieNeergelegd.self]
  ) { context in
    guard let person = context.event[FunctieNeergelegd.persoon] else { return nil }
    let open = try Functies.open(person, of: context.event.stream, context.views)
    guard open?.ended(before: context.event.effective) ?? true else { return nil }
    return Refusal(
      Text(nl: "\(person) bekleedt deze functie niet", en: "\(person) does not hold this function"),
      remedy: Text(nl: "zie waarborg organisatie lijst", en: "see waarborg organisatie lijst"))
  }

  private static let endsAfterStart = Rule(
    id: "ORG-BEKLEED-DUUR", source: "README, Rules and views",
    demand: Text(nl: "een functie eindigt niet voor zij begint", en: "a function does not end before it begins"),
    on: [FunctieBekleed.self, FunctieNeergelegd.self]
  ) { context in
    let event = context.event
    let (start, end): (ImpreciseDate, ImpreciseDate)
    if event.is(FunctieBekleed.self) {
      guard let last = event[FunctieBekleed.tot] else { return nil }
      (start, end) = (event.effective, ImpreciseDate(last))
    } else {
      guard let person = event[FunctieNeergelegd.persoon],
        let open = try Functies.open(person, of: event.stream, context.views)
      else { return nil }
      (start, end) = (open.van, event.effective)
    }
    // Only when it is certain: imprecise dates may overlap.
    guard end.precedes(start) == .yes else { return nil }
    return Refusal(
      Text(nl: "het einde \(end) ligt voor het begin \(start)", en: "the end \(end) lies before the start \(start)"),
      remedy: Text(nl: "controleer de datums", en: "check the dates"))
  }

  private static let endsOnce = Rule(
    id: "ORG-OPGEHEVEN", source: "README, Rules and views",
    demand: Text(nl: "wat is opgeheven, verandert niet meer", en: "what was abolished does not change any more"),
    on: [OrgaanOpgeheven.self, FunctieOpgeheven.self, FunctieBekleed.self, FunctieNeergelegd.self]
  ) { context in
    guard try Unit.isAbolished(context.event.stream, context.views) else { return nil }
    return Refusal(
      Text(nl: "\(context.event.stream) is al opgeheven", en: "\(context.event.stream) has been abolished"),
      remedy: Text(nl: "zie waarborg organisatie lijst", en: "see waarborg organisatie lijst"))
  }
}
