import Governance
import Ledger

extension NevenfunctieRules {
  /// What is published, and exactly what of it.
  static let publishing =
    [oneStatement, statementLives, statementOrder, onlyDecided, onlyWhatTouches, withheldOnGround, endedIfSaid]
    + publishers + [exactFields, restrictionsShown]

  static let versions: [any EventDefinition.Type] = [OpgaveGepubliceerd.self, OpgaveBijgewerkt.self]
  static let publications: [any EventDefinition.Type] =
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
        nl: "werk haar bij of trek haar in: waarborg nevenfunctie opgave werk-bij MELDING | trek-in",
        en: "update or withdraw it: waarborg nevenfunctie opgave werk-bij REPORT | trek-in"))
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
        nl: "maak haar openbaar: waarborg nevenfunctie opgave publiceer MELDING",
        en: "publish it: waarborg nevenfunctie opgave publiceer REPORT"))
  }

  private static let statementOrder = Rule(
    id: "NEV-OPGAVE-VOLGORDE", source: "004:5425-5426",
    demand: Text(
      nl: "een versie begint niet voor de vorige, en de eerste niet voor de melding",
      en: "a version does not start before the one before, and the first not before the report"),
    on: versions + [OpgaveIngetrokken.self]
  ) { context in
    let before = try context.opgave()?.versies().last?.effective
    let report = try context.isHistorical ? nil : context.werkzaamheid()?.gemeld.effective
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
    let activity = try context.werkzaamheid()
    let stand = activity?.stand()
    let allowed = try context.onthuld(ToestemmingBeslist.toegestaan, activity?.besluit())
    if stand == .beslist, allowed == true { return nil }
    if context.isHistorical, stand?.wachtOpBesluit == true { return nil }
    let (message, remedy) =
      switch stand {
      case nil:
        (
          Text(nl: "er is geen melding die telt", en: "there is no report that counts"),
          Text(
            nl: "meld haar eerst: waarborg nevenfunctie meld FUNCTIE --activiteit …",
            en: "report it first: waarborg nevenfunctie meld FUNCTION --activiteit …")
        )
      case .beslist where allowed == nil:
        (
          Text(nl: "wat is besloten, wordt niet geopend", en: "what was decided is not disclosed"),
          Text(
            nl: "gebruik een sleutel die het besluit kan lezen: waarborg nevenfunctie opgave publiceer MELDING",
            en: "use a key that can read the decision: waarborg nevenfunctie opgave publiceer REPORT")
        )
      case .beslist:
        (
          Text(nl: "zij is niet toegestaan", en: "it is not allowed"),
          Text(
            nl:
              "leg vast waarom niets openbaar wordt: waarborg nevenfunctie laat-achterwege MELDING --grond … --rechtsgrond …",
            en:
              "record why nothing is published: waarborg nevenfunctie laat-achterwege REPORT --grond … --rechtsgrond …")
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
            nl: "laat eerst beslissen: waarborg nevenfunctie verleen MELDING | verleen-onder-voorwaarden | weiger",
            en: "let it be decided first: waarborg nevenfunctie verleen REPORT | verleen-onder-voorwaarden | weiger")
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
    guard try context.grens() == .watKanRaken, let activity = try context.werkzaamheid(), activity.stand() == .beslist
    else { return nil }
    let touches = try context.onthuld(ToestemmingBeslist.kanRaken, activity.besluit())
    // What was decided before the ledger may have said nothing of it.
    if touches == true || touches == nil && context.isHistorical { return nil }
    return Refusal(
      touches == nil
        ? Text(
          nl: "er wordt niet geopend dat zij de belangen van de dienst kan raken",
          en: "it is not disclosed that it can touch the interests of the service")
        : Text(
          nl: "volgens het besluit kan zij de belangen van de dienst niet raken",
          en: "by the decision it cannot touch the interests of the service"),
      remedy: Text(
        nl:
          "leg vast dat zij niet openbaar wordt: waarborg nevenfunctie laat-achterwege MELDING --grond raaktBelangenNiet --rechtsgrond …",
        en:
          "record that it is not published: waarborg nevenfunctie laat-achterwege REPORT --grond raaktBelangenNiet --rechtsgrond …"
      ))
  }.citing { try $0.bronGrens() }

  /// Where all activities are published, that one touches nothing is no ground; and what was withheld is not published on
  /// the same day.
  private static let withheldOnGround = Rule(
    id: "NEV-ACHTERWEGE", source: "004:5417-5421; 004:3920-3922",
    demand: Text(
      nl: "achterwege blijft alleen wat de regels niet openbaar maken, en niet op de dag waarop het openbaar wordt",
      en: "left out is only what the rules do not publish, and not on the day on which it is published"),
    on: [PublicatieAchterwegeGelaten.self, OpgaveGepubliceerd.self]
  ) { context in
    if context.event.is(PublicatieAchterwegeGelaten.self) {
      guard context.event[PublicatieAchterwegeGelaten.grond] == .raaktBelangenNiet, !context.isHistorical,
        try context.aanwijzing() != nil, try context.grens() == .alle
      else { return nil }
      return Refusal(
        Text(
          nl: "bij deze functie worden alle nevenwerkzaamheden openbaar, ook wat niet kan raken",
          en: "beside this function all activities are published, also those that touch nothing"),
        remedy: Text(
          nl: "maak haar openbaar: waarborg nevenfunctie opgave publiceer MELDING, of geef een andere --grond",
          en: "publish it: waarborg nevenfunctie opgave publiceer REPORT, or give another --grond"))
    }
    guard !context.isHistorical, let withheld = try context.werkzaamheid()?.achterwege(),
      context.event.effective.isAfter(withheld.day) != .yes
    else { return nil }
    return Refusal(
      Text(
        nl: "op \(withheld.day.text.nl) is besloten haar niet openbaar te maken, met nummer \(withheld.position)",
        en: "on \(withheld.day.text.en) it was decided not to publish it, by number \(withheld.position)"),
      remedy: Text(
        nl: "was dat een vergissing: waarborg nevenfunctie corrigeer \(withheld.position) --reden …",
        en: "if that was a mistake: waarborg nevenfunctie corrigeer \(withheld.position) --reden …"))
  }.citing { try $0.bronGrens() }

  /// The list is to be up to date (004:5425-5426): a statement does not go before what it tells of has ended.
  private static let endedIfSaid = Rule(
    id: "NEV-INTREKKEN", source: "004:5425-5426",
    demand: Text(
      nl: "wie zegt dat de nevenwerkzaamheid is beëindigd, doet dat als zij is beëindigd",
      en: "who says that the activity has ended says so once it has"),
    on: [OpgaveIngetrokken.self]
  ) { context in
    guard context.event[OpgaveIngetrokken.reden] == .beeindigd, !context.isHistorical,
      let activity = try context.werkzaamheid()
    else { return nil }
    let last = try context.opgave()?.versies().last?[Opgaveveld.laatsteDag].map { ImpreciseDate($0) }
    let end = activity.einde()?.effective ?? last
    if let end, end.isAfter(context.day) != .yes { return nil }
    return Refusal(
      end.map {
        Text(nl: "zij eindigt pas op \($0.text.nl)", en: "it ends only on \($0.text.en)")
      } ?? Text(nl: "er is niet vastgelegd dat zij is beëindigd", en: "it is not recorded that it has ended"),
      remedy: Text(
        nl: "trek de opgave in op of na die dag; leg anders eerst vast: waarborg nevenfunctie beeindig MELDING",
        en: "withdraw the statement on or after that day; else record first: waarborg nevenfunctie beeindig REPORT"))
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
    guard let named = try context.velden() else { return nil }
    let filled = context.event[Opgaveveld.velden] ?? []
    let extra = filled.filter { !named.contains($0) }
    let isRole = context.event[Opgaveveld.informeleRol] == true
    let missing = named.filter { !filled.contains($0) && !ifAny.contains($0) && !(isRole && $0 == .organisatie) }
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
    // Each is typed with the option of its name.
    let options = missing.map { "--\($0.rawValue)" }.joined(separator: ", ")
    return Refusal(
      message,
      remedy: extra.isEmpty && !missing.isEmpty
        ? Text(nl: "geef ook \(options)", en: "give \(options) as well")
        : Text(nl: "vul in: \(all)", en: "fill in: \(all)"))
  }.citing { try $0.regels()?.bron(.velden) }

  private static let restrictionsShown = Rule(
    id: "NEV-BEPERKINGEN", source: "004:5435",
    demand: Text(
      nl: "op de lijst staan beperkingen als en alleen als er voorwaarden zijn gesteld, waar de regels die noemen",
      en: "there are restrictions on the list if and only if conditions were set, where the rules name them"),
    on: versions
  ) { context in
    guard try context.velden()?.contains(.beperkingen) == true, let activity = try context.werkzaamheid() else {
      return nil
    }
    let areShown = context.event[Opgaveveld.velden]?.contains(.beperkingen) == true
    let reserved = try context.onthuld(ToestemmingBeslist.voorbehoud, activity.besluit())
    if reserved == nil, activity.stand() == .beslist, !context.isHistorical {
      return Refusal(
        Text(
          nl: "er wordt niet geopend of er voorwaarden zijn gesteld",
          en: "it is not disclosed whether conditions were set"),
        remedy: Text(
          nl: "gebruik een sleutel die het besluit kan lezen: waarborg nevenfunctie opgave publiceer MELDING",
          en: "use a key that can read the decision: waarborg nevenfunctie opgave publiceer REPORT"))
    }
    if areShown, reserved != .voorwaarden, !context.isHistorical {
      return Refusal(
        Text(nl: "er zijn geen voorwaarden gesteld", en: "no conditions were set"),
        remedy: Text(
          nl: "laat --beperkingen weg, of laat eerst onder voorwaarden beslissen",
          en: "leave out --beperkingen, or let it first be decided under conditions"))
    }
    guard reserved == .voorwaarden, !areShown else { return nil }
    return Refusal(
      Text(
        nl: "er zijn voorwaarden gesteld en geen beperkingen vermeld",
        en: "conditions were set and no restrictions are mentioned"),
      remedy: Text(
        nl: "geef --beperkingen, zonder namen van anderen", en: "give --beperkingen, without names of others"))
  }.citing { try $0.regels()?.bron(.velden) }
}
