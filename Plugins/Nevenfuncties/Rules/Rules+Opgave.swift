import Governance
import Ledger
import Organisatie

extension NevenfunctieRules {
  /// What is published, by whom, and exactly what of it.
  static let publishing = [
    oneStatement, statementLives, statementOrder, onlyDecided, onlyWhatTouches, publisher, notOwnStatement, onTheList,
    exactFields, restrictionsShown,
  ]

  private static let versions: [any EventDefinition.Type] = [OpgaveGepubliceerd.self, OpgaveBijgewerkt.self]
  private static let publications: [any EventDefinition.Type] =
    versions + [OpgaveIngetrokken.self, PublicatieAchterwegeGelaten.self]

  private static let oneStatement = Rule(
    id: "NEV-OPGAVE-EENMAAL", source: "004:5425-5426",
    demand: Text(
      nl: "een melding heeft hoogstens één opgave op de lijst", en: "a report has one statement on the list at most"),
    on: [OpgaveGepubliceerd.self, PublicatieAchterwegeGelaten.self]
  ) { context in
    let report = context.event[OpgaveGepubliceerd.melding] ?? context.event.stream
    guard let living = try Opgave.of(melding: report, context.views).first(where: { $0.leeft() }) else { return nil }
    return Refusal(
      Text(
        nl: "deze melding staat al op de lijst, met nummer \(living.versies().last?.position ?? 0)",
        en: "this report is on the list already, by number \(living.versies().last?.position ?? 0)"),
      remedy: Text(
        nl: "werk haar bij of trek haar in: waarborg nevenfunctie opgave werk-bij | trek-in",
        en: "update or withdraw it: waarborg nevenfunctie opgave werk-bij | trek-in"))
  }

  private static let statementLives = Rule(
    id: "NEV-OPGAVE-LEEFT", source: "004:5425-5426",
    demand: Text(
      nl: "bijgewerkt of ingetrokken wordt een opgave die op de lijst staat",
      en: "updated or withdrawn is a statement that is on the list"),
    on: [OpgaveBijgewerkt.self, OpgaveIngetrokken.self]
  ) { context in
    if try context.opgave()?.leeft() == true { return nil }
    return Refusal(
      Text(nl: "deze opgave staat niet op de lijst", en: "this statement is not on the list"),
      remedy: Text(
        nl: "maak haar openbaar: waarborg nevenfunctie opgave publiceer",
        en: "publish it: waarborg nevenfunctie opgave publiceer"))
  }

  private static let statementOrder = Rule(
    id: "NEV-OPGAVE-VOLGORDE", source: "004:5425-5426",
    demand: Text(
      nl: "een versie begint niet voor de vorige, en de eerste niet voor de melding",
      en: "a version does not start before the one before, and the first not before the report"),
    on: versions + [OpgaveIngetrokken.self]
  ) { context in
    let before = try context.opgave()?.versies().last?.op
    let report = try context.isHistorisch ? nil : context.werkzaamheid()?.gemeld.op
    guard let earlier = before ?? report, context.event.effective.precedes(earlier) == .yes else { return nil }
    return Refusal(
      Text(
        nl: "\(context.event.effective.text.nl) ligt voor \(earlier.text.nl)",
        en: "\(context.event.effective.text.en) lies before \(earlier.text.en)"),
      remedy: Text(nl: "controleer --op", en: "check --op"))
  }

  private static let onlyDecided = Rule(
    id: "NEV-TOEGESTAAN", source: "004:3919; 001:187-189; 003:265",
    demand: Text(
      nl: "openbaar wordt alleen een melding waarover is beslist en die niet is geweigerd",
      en: "only a report that was decided on and not refused is published"),
    on: versions
  ) { context in
    let stand = try context.werkzaamheid()?.stand()
    if stand?.isBesloten == true { return nil }
    if context.isHistorisch, stand?.wachtOpBesluit == true { return nil }
    let (message, remedy) =
      switch stand {
      case nil:
        (
          Text(nl: "er is geen melding die telt", en: "there is no report that counts"),
          Text(nl: "meld haar eerst: waarborg nevenfunctie meld", en: "report it first: waarborg nevenfunctie meld")
        )
      case .geweigerd:
        (
          Text(nl: "zij is niet toegestaan", en: "it is not allowed"),
          Text(
            nl: "leg vast waarom niets openbaar wordt: waarborg nevenfunctie laat-achterwege",
            en: "record why nothing is published: waarborg nevenfunctie laat-achterwege")
        )
      case .beeindigd:
        (
          Text(nl: "zij is beëindigd", en: "it has ended"),
          Text(nl: "er is niets meer openbaar te maken", en: "there is nothing left to publish")
        )
      default:
        (
          Text(nl: "er is nog niet over beslist", en: "it has not been decided on"),
          Text(
            nl: "laat eerst beslissen: waarborg nevenfunctie verleen | verleen-onder-voorwaarden | weiger",
            en: "let it be decided first: waarborg nevenfunctie verleen | verleen-onder-voorwaarden | weiger")
        )
      }
    return Refusal(message, remedy: remedy)
  }

  private static let onlyWhatTouches = Rule(
    id: "NEV-GRENS", source: "004:5417-5421",
    demand: Text(
      nl: "waar de regels dat zeggen, wordt alleen openbaar wat de belangen van de dienst kan raken",
      en: "where the rules say so, only what can touch the interests of the service is published"),
    on: versions
  ) { context in
    guard try context.regels()?.instellingen.grens == .watKanRaken,
      try context.werkzaamheid()?.besluit()?[Besluit.kanRaken] == false
    else { return nil }
    return Refusal(
      Text(
        nl: "volgens het besluit kan zij de belangen van de dienst niet raken",
        en: "by the decision it cannot touch the interests of the service"),
      remedy: Text(
        nl: "leg vast dat zij niet openbaar wordt: waarborg nevenfunctie laat-achterwege --grond raaktBelangenNiet",
        en: "record that it is not published: waarborg nevenfunctie laat-achterwege --grond raaktBelangenNiet"))
  }

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
        nl: "laat \(publisher.text.nl) tekenen, of mandaat verlenen: waarborg organisatie mandaat-verleen "
          + "--gebeurtenis \(context.event.type.name)",
        en: "let the \(publisher.text.en) sign, or give a mandate: waarborg organisatie mandaat-verleen "
          + "--gebeurtenis \(context.event.type.name)"))
  }

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
  }

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
      nl: "zie waarborg nevenfunctie lijst --op \(context.dag)",
      en: "see waarborg nevenfunctie lijst --op \(context.dag)")
    guard try context.aanwijzing() != nil else {
      return Refusal(
        Text(nl: "de functie is op die dag niet aangewezen", en: "the function is not designated on that day"),
        remedy: remedy)
    }
    let periods = try Functies.bekledingen(of: activity.functie(), context.views)
      .filter { $0.persoon == activity.persoon && $0.isBekleed(op: context.dag) != .no }
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
  }

  /// What a statement may leave out because there may be nothing to say: an end, and restrictions "if any" (004:5435).
  static let ifAny: Set<OpenbaarVeld> = [.einde, .beperkingen]

  private static let exactFields = Rule(
    id: "NEV-VELDEN", source: "004:5428-5435",
    demand: Text(
      nl: "de opgave vermeldt precies de velden die de regels noemen, en er is niets anders ingevuld",
      en: "the statement has exactly the fields that the rules name, and nothing else is filled in"),
    on: versions
  ) { context in
    guard let rules = try context.regels() else { return nil }
    let named = rules.instellingen.velden
    let filled = context.event[Opgaveveld.velden] ?? []
    let extra = filled.filter { !named.contains($0) }
    let missing = named.filter { !filled.contains($0) && !ifAny.contains($0) }
    // Every filled field leaves one digest in the signed bytes, so nothing can be sealed that the list does not name.
    let sealed = context.event.signed.envelope.sealedDigests.count
    let isCounted = Set(filled).count == filled.count && sealed == filled.count
    guard !extra.isEmpty || !missing.isEmpty || !isCounted else { return nil }
    let wrong = (extra.isEmpty ? missing : extra).map(\.rawValue).joined(separator: ", ")
    let message =
      if !extra.isEmpty {
        Text(nl: "de regels noemen niet: \(wrong)", en: "the rules do not name: \(wrong)")
      } else if !missing.isEmpty {
        Text(nl: "er ontbreekt: \(wrong)", en: "missing is: \(wrong)")
      } else {
        Text(
          nl: "er zijn \(sealed) velden ingevuld en \(filled.count) genoemd",
          en: "\(sealed) fields are filled in and \(filled.count) named")
      }
    let all = named.map(\.rawValue).joined(separator: ", ")
    return Refusal(message, remedy: Text(nl: "vul in: \(all)", en: "fill in: \(all)"))
  }

  private static let restrictionsShown = Rule(
    id: "NEV-BEPERKINGEN", source: "004:5435",
    demand: Text(
      nl: "wie onder voorwaarden toestemming kreeg, heeft beperkingen op de lijst staan waar de regels die noemen",
      en: "who got permission under conditions has restrictions on the list where the rules name them"),
    on: versions
  ) { context in
    guard try context.regels()?.instellingen.velden.contains(.beperkingen) == true,
      try context.werkzaamheid()?.stand() == .onderVoorwaarden,
      context.event[Opgaveveld.velden]?.contains(.beperkingen) == false
    else { return nil }
    return Refusal(
      Text(
        nl: "er zijn voorwaarden gesteld en geen beperkingen vermeld",
        en: "conditions were set and no restrictions are mentioned"),
      remedy: Text(
        nl: "geef --beperkingen, zonder namen van anderen", en: "give --beperkingen, without names of others"))
  }
}
