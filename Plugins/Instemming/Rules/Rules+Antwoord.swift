import Governance
import Ledger
import LedgerCrypto

extension InstemmingRules {
  static let answering = [
    oneProcedure, sameSubject, answersRequest, answeredOnce, explained, substitutedWhenMissing, notRequiredBeforeAnswer,
    order,
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
    let decision = context.event[Betreft.besluit] ?? .standaard(versie: version)
    let other = try InstemmingView().over(subject, in: context.views).last {
      $0.versie == version && $0.besluit == decision && $0.orgaan == context.event[Betreft.orgaan]
        && $0.stand != .ontbreekt
    }
    guard let other else { return nil }
    // Someone can be appointed again, and after a refusal consent can be asked again: only what is open or settled
    // stands in the way. Nullity belongs to the procedure that there is.
    let isSettled = other.geldtAlsInstemming && version != nil
    guard other.stand == .aangevraagd || isSettled || context.event.is(NietigheidIngeroepen.self) else { return nil }
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
    let decision = opening[Betreft.besluit] ?? .standaard(versie: version?.hex)
    let difference: Text? =
      if context.event[Betreft.onderwerp] != opening[Betreft.onderwerp] {
        Text(nl: "een ander onderwerp", en: "another subject")
      } else if context.event[Betreft.versie] != version {
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
          + "\(subject) versie \(version?.hex ?? "-"), \(body.nl)",
        en: "put the other forward first: waarborg instemming vraag SUBJECT; \(opening.stream) is about "
          + "\(subject) version \(version?.hex ?? "-"), \(body.en)"))
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
    guard let standing = try context.last(of: [InstemmingVerleend.self] + outcomes) else { return nil }
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
      InstemmingVervangen.self, InstemmingNietVereist.self, NietigheidTeruggenomen.self, AdviesUitgebracht.self,
    ]
  ) { context in
    let before =
      switch context.event.type.name {
      case InstemmingVervangen.type.name: try [context.last(of: [InstemmingGevraagd.self]), context.last(of: answers)]
      case NietigheidTeruggenomen.type.name: try [context.last(of: [NietigheidIngeroepen.self])]
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
