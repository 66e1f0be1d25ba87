import Governance
import Ledger

extension InstemmingRules {
  static let nullity = [nullityOnce, nullityWithoutConsent, knownBeforeInvoked, takesBackWhatWasInvoked]

  private static let nullityOnce = Rule(
    id: "INS-NIETIGHEID-EENMAAL", source: "WOR art. 27 lid 5",
    demand: Text(nl: "nietigheid wordt één keer tegelijk ingeroepen", en: "nullity is invoked once at a time"),
    on: [NietigheidIngeroepen.self]
  ) { context in
    guard let earlier = try invoked(context) else { return nil }
    return Refusal(
      Text(
        nl: "de nietigheid is al ingeroepen op \(earlier.effective.text.nl), nummer \(earlier.position)",
        en: "nullity was invoked already on \(earlier.effective.text.en), number \(earlier.position)"),
      remedy: correctFirst(earlier))
  }

  private static let nullityWithoutConsent = Rule(
    id: "INS-NIETIGHEID-INSTEMMING", source: "WOR art. 27 lid 5",
    demand: Text(
      nl: "alleen een besluit zonder instemming of toestemming is nietig",
      en: "only a decision without consent or permission is void"),
    on: [NietigheidIngeroepen.self]
  ) { context in
    // Conditions that were not met, and the employer's view that nothing was required, can both be disputed.
    guard let consent = try context.last(of: [InstemmingVerleend.self, InstemmingVervangen.self]) else { return nil }
    return Refusal(
      Text(
        nl: "er is instemming: \(consent.type) van \(consent.effective.text.nl), nummer \(consent.position)",
        en: "there is consent: \(consent.type) of \(consent.effective.text.en), number \(consent.position)"),
      remedy: correctFirst(consent))
  }

  private static let knownBeforeInvoked = Rule(
    id: "INS-NIETIGHEID-BEKEND", source: "WOR art. 27 lid 5",
    demand: Text(
      nl: "nietigheid wordt ingeroepen nadat het besluit bekend is, en ontvangen na de brief",
      en: "nullity is invoked after the decision is known, and received after the letter"),
    on: [NietigheidIngeroepen.self]
  ) { context in
    if let received = context.event[NietigheidIngeroepen.ontvangenOp],
      context.event.effective.isAfter(received) == .yes || received > context.event.signedOn
    {
      return Refusal(
        Text(
          nl: "de brief is van \(context.event.effective.text.nl) en zou zijn ontvangen op \(received.text.nl)",
          en: "the letter is of \(context.event.effective.text.en) and would be received on \(received.text.en)"),
        remedy: Text(nl: "controleer --ontvangen-op en --op", en: "check --ontvangen-op and --op"))
    }
    guard let known = context.event[NietigheidIngeroepen.bekendOp], context.event.effective.isOnOrBefore(known) == .yes,
      context.event.effective != ImpreciseDate(known)
    else { return nil }
    return Refusal(
      Text(
        nl:
          "het besluit werd bekend op \(known.text.nl), maar de nietigheid is ingeroepen op \(context.event.effective.text.nl)",
        en:
          "the decision became known on \(known.text.en), but nullity was invoked on \(context.event.effective.text.en)"
      ),
      remedy: Text(nl: "controleer --bekend-op en --op", en: "check --bekend-op and --op"))
  }

  private static let takesBackWhatWasInvoked = Rule(
    id: "INS-NIETIGHEID-TERUG", source: "WOR art. 27 lid 5",
    demand: Text(
      nl: "alleen ingeroepen nietigheid kan worden teruggenomen", en: "only nullity that was invoked can be taken back"),
    on: [NietigheidTeruggenomen.self]
  ) { context in
    if try invoked(context) != nil { return nil }
    return Refusal(
      Text(nl: "er is geen ingeroepen nietigheid", en: "no nullity was invoked"),
      remedy: Text(
        nl: "zie waarborg instemming toon \(context.event.stream)",
        en: "see waarborg instemming toon \(context.event.stream)"))
  }

  /// The appeal to nullity that stands.
  static func invoked(_ context: RuleContext) throws -> Fact? {
    try context.subject(Procedure.self, SubjectKey(context.event.stream)).flatMap { Verloop($0.geldend()).nietigheid }
  }
}
