import Governance
import Ledger
import LedgerCrypto

extension InstemmingRules {
  static let answering = [
    oneProcedure, personSealed, sameSubject, reasoned, answersRequest, answeredOnce, explained, conditionsToAccept,
    substitutedWhenMissing, notRequiredBeforeAnswer, votedBefore, order,
  ]

  /// Nullity belongs to the procedure that there is, and so does what the works council was told.
  private static let belongsToWhatThereIs: [any EventDefinition.Type] = [
    NietigheidIngeroepen.self, BesluitMeegedeeld.self, UitvoeringGebleken.self,
  ]

  private static let oneProcedure = Rule(
    id: "INS-LOPEND", source: "WOR art. 27 lid 2",
    demand: Text(
      nl: "over één besluit over één versie loopt één procedure, en na instemming geen nieuwe",
      en: "one decision about one version has one procedure, and no new one after consent"),
    on: consent
  ) { context in
    guard try opening(context) == nil, let subject = context.event[Betreft.onderwerp] else { return nil }
    let version = context.event[Betreft.versie]?.hex
    let name = context.event[Betreft.aanduiding]
    let decision = context.event[Betreft.besluit] ?? .standaard(versie: version ?? name)
    let other = try Procedure.all(
      .instemming, about: subject, versie: version, name, decision, in: context.views
    ).compactMap { $0.stand() }.last { $0.orgaan == context.event[Betreft.orgaan] && $0.stand != .ontbreekt }
    guard let other else { return nil }
    // Someone can be appointed again, and after a refusal consent can be asked again: only what is open or settled
    // stands in the way.
    let isSettled = other.geldtAlsInstemming && (version ?? name) != nil
    let isOpen = [.aangevraagd, .voorwaardelijk].contains(other.stand)
    guard isOpen || isSettled || belongsToWhatThereIs.contains(where: { context.event.is($0) }) else { return nil }
    return Refusal(
      Text(
        nl: "hierover is al een procedure: \(other.stream), stand: \(other.stand.text.nl)",
        en: "there is a procedure about this already: \(other.stream), which is \(other.stand.text.en)"),
      remedy: context.event.is(InstemmingGevraagd.self)
        ? Text(
          nl: "een tweede verzoek is niet nodig; gaat het om een ander besluit, geef dan --besluit",
          en: "a second request is not needed; if it is about another decision, give --besluit")
        : Text(nl: "noem \(other.stream) als onderwerp", en: "name \(other.stream) as the subject"))
  }

  private static let personSealed = Rule(
    id: "INS-PERSOON", source: "README, The event",
    demand: Text(
      nl: "welk besluit over een persoon wordt gevraagd, is verzegeld, en is bij het begin gezegd",
      en: "which decision about a person is asked is sealed, and said at the start"),
    on: consent
  ) { context in
    let named = context.event[Betreft.besluit]
    if named?.isOverPersoon == true {
      return Refusal(
        Text(nl: "het besluit over een persoon staat er open", en: "the decision about a person is in the clear"),
        remedy: Text(nl: "gebruik waarborg instemming vraag ONDERWERP", en: "use waarborg instemming vraag SUBJECT"))
    }
    let isPerson = named == nil && context.event[Betreft.versie] == nil && context.event[Betreft.aanduiding] == nil
    guard isPerson, try opening(context) == nil else { return nil }
    guard try context.sealed(Betreft.persoonsbesluit)?.isOverPersoon != true else { return nil }
    return Refusal(
      Text(nl: "er is niet gezegd om welk besluit het gaat", en: "it is not said which decision it is about"),
      remedy: Text(
        nl: "geef --besluit benoemen, verlengen of ontheffen", en: "give --besluit benoemen, verlengen or ontheffen"))
  }

  private static let sameSubject = Rule(
    id: "INS-ZELFDE-VERSIE", source: "WOR art. 27 lid 1",
    demand: Text(
      nl:
        "elk stuk van een procedure gaat over hetzelfde onderwerp, dezelfde versie, hetzelfde besluit en hetzelfde orgaan",
      en: "every part of a procedure is about the same subject, version, decision and body"),
    on: consent + [AdviesUitgebracht.self]
  ) { context in
    guard let opening = try opening(context) else { return nil }
    let version = opening[Betreft.versie]
    let name = opening[Betreft.aanduiding]
    let decision = opening[Betreft.besluit] ?? .standaard(versie: version?.hex ?? name)
    let difference: Text? =
      if context.event[Betreft.onderwerp] != opening[Betreft.onderwerp] {
        Text(nl: "een ander onderwerp", en: "another subject")
      } else if context.event[Betreft.versie] != version || context.event[Betreft.aanduiding] != name {
        Text(nl: "een andere versie", en: "another version")
      } else if context.event[Betreft.orgaan] != opening[Betreft.orgaan] {
        Text(nl: "een ander orgaan", en: "another body")
      } else if (context.event[Betreft.besluit] ?? decision) != decision {
        Text(nl: "een ander besluit", en: "another decision")
      } else {
        nil
      }
    guard let difference else { return nil }
    let subject = opening[Betreft.onderwerp]?.description ?? "-"
    let body = opening[Betreft.orgaan]?.text ?? Text("-")
    return Refusal(
      Text(
        nl: "dit noemt \(difference.nl) dan \(opening.stream)", en: "this names \(difference.en) than \(opening.stream)"
      ),
      remedy: Text(
        nl: "leg eerst het andere voor: waarborg instemming vraag ONDERWERP; bij \(opening.stream) hoort "
          + "\(subject) versie \(version?.hex ?? name ?? "-"), \(body.nl)",
        en: "put the other forward first: waarborg instemming vraag SUBJECT; \(opening.stream) is about "
          + "\(subject) version \(version?.hex ?? name ?? "-"), \(body.en)"))
  }

  /// For an appointment the right of consent rests on the municipality's own rule, not on WOR art. 27.
  private static let reasoned = Rule(
    id: "INS-OVERZICHT", source: "WOR art. 27 lid 2",
    demand: Text(
      nl: "een verzoek bevat een overzicht van de beweegredenen en van de gevolgen voor wie er werken",
      en: "a request holds an overview of the reasons and of the consequences for who work there"),
    on: [InstemmingGevraagd.self]
  ) { context in
    let decision = context.event[Betreft.besluit] ?? .standaard(versie: context.event[Betreft.versie]?.hex)
    guard !context.isHistorical, decision == .vaststellen || decision == .intrekken else { return nil }
    // The values are sealed; that they are there shows from their digests.
    let sealed = context.event.signed.envelope.sealedDigests.count
    switch context.event[InstemmingGevraagd.overzicht] {
    case .tekst where sealed >= 2: return nil
    case .document where sealed >= 1: return nil
    default:
      return Refusal(
        Text(
          nl: "het overzicht van beweegredenen en gevolgen ontbreekt",
          en: "the overview of reasons and consequences is missing"),
        remedy: Text(
          nl: "geef --beweegredenen en --gevolgen, of --document met beide",
          en: "give --beweegredenen and --gevolgen, or --document with both"))
    }
  }

  private static let conditionsToAccept = Rule(
    id: "INS-VOORWAARDEN", source: "WOR art. 27 lid 2",
    demand: Text(
      nl: "aanvaard worden voorwaarden waaronder is ingestemd, één keer",
      en: "what is accepted are conditions of a consent, once"),
    on: [VoorwaardenAanvaard.self]
  ) { context in
    let stand = try context.subject(Procedure.self, SubjectKey(context.event.stream))?.stand()?.stand ?? .ontbreekt
    guard stand != .voorwaardelijk else { return nil }
    return Refusal(
      Text(
        nl: "er zijn geen voorwaarden te aanvaarden: \(stand.text.nl)",
        en: "there are no conditions to accept: \(stand.text.en)"),
      remedy: Text(
        nl: "zie waarborg instemming toon \(context.event.stream)",
        en: "see waarborg instemming toon \(context.event.stream)"))
  }

  private static let votedBefore = Rule(
    id: "INS-GESTEMD", source: "WOR art. 27 lid 2",
    demand: Text(
      nl: "een orgaan besluit voordat het antwoordt, en nadat het is gevraagd",
      en: "a body decides before it answers, and after it was asked"),
    on: answers + [NietigheidIngeroepen.self]
  ) { context in
    guard let voted = context.event[Stemming.gestemdOp] else { return nil }
    let asked = try context.last(of: [InstemmingGevraagd.self])
    guard
      context.event.effective.precedes(ImpreciseDate(voted)) == .yes
        || asked.map({ ImpreciseDate(voted).precedes($0.effective) == .yes }) ?? false
    else { return nil }
    return Refusal(
      Text(
        nl: "gestemd op \(voted.text.nl) past niet bij verzoek en antwoord",
        en: "the vote of \(voted.text.en) does not fit request and answer"),
      remedy: Text(nl: "controleer --gestemd-op en --op", en: "check --gestemd-op and --op"))
  }

  private static let answersRequest = Rule(
    id: "INS-VERZOEK", source: "WOR art. 27 lid 2",
    demand: Text(
      nl: "op een verzoek volgt een antwoord; zonder verzoek is er alleen een historisch feit",
      en: "an answer follows a request; without a request there is only a historical fact"),
    on: answers + [InstemmingVervangen.self]
  ) { context in
    if try context.isHistorical || context.last(of: [InstemmingGevraagd.self]) != nil { return nil }
    return Refusal(
      Text(nl: "om instemming is niet gevraagd", en: "consent was not asked"),
      remedy: Text(
        nl:
          "vraag haar eerst: waarborg instemming vraag ONDERWERP; van vóór dit grootboek: --historisch --bron DOCUMENT",
        en: "ask it first: waarborg instemming vraag SUBJECT; from before this ledger: --historisch --bron DOCUMENT"))
  }

  private static let answeredOnce = Rule(
    id: "INS-EENMAAL", source: "WOR art. 27 lid 2",
    demand: Text(nl: "een verzoek krijgt één antwoord", en: "a request gets one answer"),
    on: answers
  ) { context in
    guard let earlier = try answer(context) else { return nil }
    return Refusal(
      Text(
        nl: "er is al geantwoord: \(earlier.type) van \(earlier.effective.text.nl), nummer \(earlier.position)",
        en: "it has been answered: \(earlier.type) of \(earlier.effective.text.en), number \(earlier.position)"),
      remedy: correctFirst(earlier))
  }

  private static let explained = Rule(
    id: "INS-MOTIVERING", source: "WOR art. 27 lid 2",
    demand: Text(
      nl: "onthouden, voorwaarden en «anders» hebben een toelichting of een document",
      en: "withholding, conditions and “anders” have an explanation or a document"),
    on: [InstemmingOnthouden.self, InstemmingOnderVoorwaardenVerleend.self, InstemmingNietVereist.self]
  ) { context in
    // The values are sealed; that there is one shows from its digest.
    guard context.event.signed.envelope.sealedDigests.isEmpty, !context.isHistorical else {
      return nil
    }
    if context.event.is(InstemmingNietVereist.self) && context.event[InstemmingNietVereist.reden] != .anders {
      return nil
    }
    return Refusal(
      Text(nl: "er is geen toelichting en geen document", en: "there is no explanation and no document"),
      remedy: Text(nl: "geef de tekst of het document erbij", en: "add the text or the document"))
  }

  private static let substitutedWhenMissing = Rule(
    id: "INS-VERVANGING", source: "WOR art. 27 lid 4",
    demand: Text(
      nl: "de kantonrechter vervangt alleen instemming die niet is verkregen",
      en: "the court substitutes only consent that was not obtained"),
    on: [InstemmingVervangen.self]
  ) { context in
    // Consent on conditions that the employer does not accept is no consent to the decision as it was put forward.
    guard let standing = try context.last(of: [InstemmingVerleend.self, VoorwaardenAanvaard.self] + outcomes) else {
      return nil
    }
    return Refusal(
      Text(
        nl:
          "er valt niets te vervangen: \(standing.type) van \(standing.effective.text.nl), nummer \(standing.position)",
        en:
          "there is nothing to substitute: \(standing.type) of \(standing.effective.text.en), number \(standing.position)"
      ),
      remedy: correctFirst(standing))
  }

  private static let notRequiredBeforeAnswer = Rule(
    id: "INS-NIET-VEREIST", source: "WOR art. 27 lid 1 en 3",
    demand: Text(
      nl: "na een antwoord kan niet meer worden gezegd dat instemming niet nodig was",
      en: "after an answer it can no longer be said that consent was not needed"),
    on: [InstemmingNietVereist.self]
  ) { context in
    guard let earlier = try answer(context) else { return nil }
    return Refusal(
      Text(
        nl: "er is al \(earlier.type) van \(earlier.effective.text.nl), nummer \(earlier.position)",
        en: "there is \(earlier.type) of \(earlier.effective.text.en) already, number \(earlier.position)"),
      remedy: correctFirst(earlier))
  }

  private static let order = Rule(
    id: "INS-VOLGORDE", source: "WOR art. 27 lid 2, 4 en 5",
    demand: Text(
      nl: "een antwoord is niet van vóór het verzoek, een uitspraak niet van vóór het antwoord",
      en: "an answer is not from before the request, nor a ruling from before the answer"),
    on: answers + [
      OverlegvergaderingGehouden.self, VoorwaardenAanvaard.self, InstemmingVervangen.self, InstemmingNietVereist.self,
      BesluitMeegedeeld.self, NietigheidTeruggenomen.self, KantonrechterVerzocht.self, KantonrechterBeslist.self,
      AdviesUitgebracht.self,
    ]
  ) { context in
    let before =
      switch context.event.type.name {
      case InstemmingVervangen.type.name: try [context.last(of: [InstemmingGevraagd.self]), context.last(of: answers)]
      case VoorwaardenAanvaard.type.name: try [context.last(of: [InstemmingOnderVoorwaardenVerleend.self])]
      case NietigheidTeruggenomen.type.name: try [context.last(of: [NietigheidIngeroepen.self])]
      case KantonrechterBeslist.type.name: try [context.last(of: [KantonrechterVerzocht.self])]
      default: try [context.last(of: [InstemmingGevraagd.self]), context.last(of: [AdviesGevraagd.self])]
      }
    for earlier in before.compactMap(\.self) where context.event.effective.precedes(earlier.effective) == .yes {
      return Refusal(
        Text(
          nl:
            "\(context.event.effective.text.nl) ligt vóór \(earlier.type) van \(earlier.effective.text.nl), nummer \(earlier.position)",
          en:
            "\(context.event.effective.text.en) lies before \(earlier.type) of \(earlier.effective.text.en), number \(earlier.position)"
        ),
        remedy: Text(nl: "controleer --op", en: "check --op"))
    }
    return nil
  }

  /// The first fact of the procedure to which the event belongs: it names what all of it is about; nil when the event
  /// opens one.
  private static func opening(_ context: RuleContext) throws -> Fact? {
    try context.views.opening(Procedure.self, SubjectKey(context.event.stream))
  }

  /// What was said about the request already, by the body or else by others.
  private static func answer(_ context: RuleContext) throws -> Fact? {
    try context.last(of: answers) ?? context.last(of: outcomes)
  }
}
