import Governance
import Ledger

/// The month in which nullity can be invoked (WOR art. 27 lid 5).
///
/// A late appeal is recorded, not refused: the Algemene termijnenwet can move the end, the day on which the month began
/// can be in dispute, and only a court decides whether it was in time. The view says what the raw end was.
struct NietigheidsTermijn {
  /// The day on which the decision was told or its execution was noticed.
  let bekendOp: CalendarDate

  /// The raw end: the same day of the next month, or the last day of that month when it has no such day.
  var einde: CalendarDate? {
    // No working days are counted, so every calendar gives the same raw end.
    InstemmingTerms.nietigheid.rule.flatMap { try? $0.rawEnd(from: bekendOp, by: Kalender()) }
  }

  /// Whether a day lies after the raw end.
  func isTeLaat(_ day: ImpreciseDate) -> Certainty { einde.map { day.isAfter($0) } ?? .unknown }

  /// What to say about nullity invoked on a day after the raw end; nil when it was in time.
  func warning(_ day: ImpreciseDate) -> Text? {
    guard isTeLaat(day) == .yes, let einde else { return nil }
    return Text(
      nl:
        "te laat: uiterlijk \(einde.text.nl), een maand na \(bekendOp.text.nl); een weekend of feestdag kan dat einde nog verschuiven (Atw art. 1)",
      en:
        "too late: by \(einde.text.en), a month after \(bekendOp.text.en); a weekend or holiday can still move that end (Atw art. 1)"
    )
  }
}

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
      nl: "nietigheid wordt ingeroepen nadat het besluit bekend is",
      en: "nullity is invoked after the decision is known"),
    on: [NietigheidIngeroepen.self]
  ) { context in
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

  /// The appeal to nullity that stands: the last thing that was said in the procedure.
  private static func invoked(_ context: RuleContext) throws -> Fact? {
    try context.last(of: consent).flatMap { $0.is(NietigheidIngeroepen.self) ? $0 : nil }
  }
}
