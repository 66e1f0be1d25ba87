import Governance
import Ledger
import LedgerCrypto

/// What the consent plugin refuses.
enum InstemmingRules {
  static let all =
    [sourceIsNamed, beforeFounding, notInFuture, signedByBody, bodyMayConsent, bindsToVersion] + answering + nullity
    + court + advice + correcting

  /// What a body says about a decision: only it can sign this.
  static let bodySpeaks: [any EventDefinition.Type] = [
    InstemmingVerleend.self, InstemmingOnderVoorwaardenVerleend.self, InstemmingOnthouden.self,
    UitvoeringGebleken.self, NietigheidIngeroepen.self, NietigheidTeruggenomen.self, AdviesUitgebracht.self,
  ]
  /// Answers to a request.
  static let answers: [any EventDefinition.Type] = [
    InstemmingVerleend.self, InstemmingOnderVoorwaardenVerleend.self, InstemmingOnthouden.self,
  ]
  /// What settles whether the decision may be carried out, whoever says so.
  static let outcomes: [any EventDefinition.Type] = [InstemmingVervangen.self, InstemmingNietVereist.self]
  /// Everything that says something about consent.
  static let consent: [any EventDefinition.Type] =
    [InstemmingGevraagd.self, OverlegvergaderingGehouden.self] + answers + [VoorwaardenAanvaard.self] + outcomes
    + [
      BesluitMeegedeeld.self, UitvoeringGebleken.self, NietigheidIngeroepen.self, NietigheidTeruggenomen.self,
      KantonrechterVerzocht.self, KantonrechterBeslist.self,
    ]
  private static let facts: [any EventDefinition.Type] =
    consent + [AdviesGevraagd.self, AdviesUitgebracht.self, OvereenstemmingBereikt.self]

  private static let sourceIsNamed = HistoricalFact.namesSource(id: "INS-BRON", on: facts)

  private static let beforeFounding = HistoricalFact.isBeforeFounding(
    id: "INS-HISTORISCH", source: "README, Facts from before the ledger; 004:7826", on: facts)

  private static let notInFuture = Rule.notInFuture(id: "INS-TOEKOMST", on: facts)

  private static let signedByBody = Rule(
    id: "INS-EIGEN-SLEUTEL", source: "WOR art. 27 lid 2; 000:50-53; 004:5620-5621",
    demand: Text(
      nl: "een orgaan ondertekent zelf wat het zegt; alleen een historisch feit legt het secretariaat vast",
      en: "a body itself signs what it says; only a historical fact is recorded by the secretariat"),
    on: bodySpeaks
  ) { context in
    guard let body = context.event[Betreft.orgaan] else { return nil }
    if context.capacity.rol == body { return nil }
    if context.capacity.rol == .secretariaat && context.isHistorical { return nil }
    return Refusal(
      Text(
        nl:
          "dit kan alleen het orgaan zelf zeggen (\(body.text.nl)); deze sleutel is van: \(context.capacity.rol.text.nl)",
        en: "only the body itself can say this (\(body.text.en)); this key is of: \(context.capacity.rol.text.en)"),
      remedy: Text(
        nl:
          "laat het orgaan met de eigen sleutel ondertekenen; van vóór dit grootboek: --historisch --bron DOCUMENT",
        en: "let the body sign with its own key; from before this ledger: --historisch --bron DOCUMENT"))
  }

  /// The participation body of the griffie has no role yet; when it gets one, it joins `Ondertekenaars.instemmers`.
  private static let bodyMayConsent = Rule(
    id: "INS-ORGAAN", source: "WOR art. 27 lid 1",
    demand: Text(
      nl: "instemming komt van een orgaan met instemmingsrecht",
      en: "consent comes from a body that has the right to it"),
    on: consent
  ) { context in
    guard let body = context.event[Betreft.orgaan], !Ondertekenaars.instemmers.contains(body) else { return nil }
    let bodies = Rol.allCases.filter { Ondertekenaars.instemmers.contains($0) }
    return Refusal(
      Text(nl: "\(body.text.nl) heeft geen instemmingsrecht", en: "the \(body.text.en) has no right of consent"),
      remedy: Text(
        nl:
          "kies: \(bodies.map(\.rawValue).joined(separator: ", ")); advies vraagt u met: waarborg instemming vraag-advies ONDERWERP",
        en:
          "choose: \(bodies.map(\.rawValue).joined(separator: ", ")); ask advice with: waarborg instemming vraag-advies SUBJECT"
      ))
  }

  /// Kinds of subject of which each version is a text of its own; a benoeming has no versions.
  private static let versioned: Set<String> = ["Regeling"]

  private static let bindsToVersion = Rule(
    id: "INS-VERSIE", source: "WOR art. 27 lid 1",
    demand: Text(
      nl: "instemming met een regeling hoort bij precies één versie; alleen van vóór het grootboek volstaat haar naam",
      en: "consent to a regulation belongs to exactly one version; only from before the ledger its name will do"),
    on: consent
  ) { context in
    guard context.event[Betreft.versie] == nil, let subject = context.event[Betreft.onderwerp],
      versioned.contains(subject.kind)
    else { return nil }
    guard let name = context.event[Betreft.aanduiding] else {
      return Refusal(
        Text(nl: "er is geen versie van \(subject) genoemd", en: "no version of \(subject) is named"),
        remedy: Text(
          nl:
            "noem de versie, zoals gedragscode@2, of geef --versie SHA-256; een versie zonder tekst heeft een naam nodig: "
            + "waarborg beleid ontwerp --versie NAAM --kenmerk …",
          en: "name the version, as in gedragscode@2, or give --versie SHA-256; a version without a text needs a name: "
            + "waarborg beleid ontwerp --versie NAME --kenmerk …"))
    }
    if context.isHistorical { return nil }
    return Refusal(
      Text(
        nl: "van versie «\(name)» staat de tekst niet in het grootboek",
        en: "the text of version “\(name)” is not in the ledger"),
      remedy: Text(
        nl:
          "leg de tekst vast: waarborg beleid ontwerp BESTAND --kenmerk …; is dit van vóór het grootboek: --historisch --bron",
        en:
          "record the text: waarborg beleid ontwerp FILE --kenmerk …; if this is from before the ledger: --historisch --bron"
      ))
  }

  /// What to do when a fact stands in the way.
  static func correctFirst(_ fact: Fact) -> Text {
    Text(
      nl:
        "was gebeurtenis \(fact.position) een vergissing, corrigeer haar dan eerst: waarborg instemming corrigeer \(fact.position) --reden …",
      en:
        "if event \(fact.position) was a mistake, correct it first: waarborg instemming corrigeer \(fact.position) --reden …"
    )
  }
}
