import Governance
import Ledger
import Organisatie

extension Registerlezer {
  /// What a card says on a day, and what else was received and is not published.
  func stand(
    _ plek: Plek, _ period: Bekleding, _ activities: [Werkzaamheid], _ statements: [Registeropgave],
    _ confirmations: [Fact], op day: CalendarDate
  ) -> (Kaartstand, [NietGepubliceerd]) {
    let living = statements.filter { feiten.staatOpLijst($0.opgave, $0.werkzaamheid, plek, op: day) }
    let shown = living.filter { !$0.isVerborgen }.compactMap { $0.versie(op: day) }
    let published = Set(living.map(\.werkzaamheid.stream))
    let rest = activities.filter { !published.contains($0.stream) }.compactMap { nietGepubliceerd($0, op: day) }
    if !shown.isEmpty { return (.opgaven(shown), rest) }
    if let first = living.first { return (verborgen(first, op: day), rest) }
    if let first = rest.first {
      return (.nietGepubliceerd(reden: first.reden, position: first.position), Array(rest.dropFirst()))
    }
    let last = activities.compactMap { $0.laatsteFeit(op: day) }.max { $0.volgorde < $1.volgorde }
    return (leeg(plek, period, laatste: last, bevestigd: confirmations.last, op: day), [])
  }

  /// What is said instead of a statement that was on the list and is not shown any more.
  func verborgen(_ statement: Registeropgave, op day: CalendarDate) -> Kaartstand {
    .nietGepubliceerd(
      reden: Text(
        nl: "De opgave van toen wordt niet meer getoond.", en: "The statement of that time is shown no more."),
      position: statement.opgave.versies(op: day).last?.position ?? 0)
  }

  /// What a card says without a statement and without a report that runs.
  func leeg(
    _ plek: Plek, _ period: Bekleding, laatste: Fact?, bevestigd: Fact?, op day: CalendarDate
  ) -> Kaartstand {
    // What was reported after a confirmation and has ended since asks for a new one.
    if let none = bevestigd, none[NevenwerkzaamhedenBevestigd.geen] == true,
      laatste.map({ $0.volgorde < none.volgorde }) ?? true
    {
      return .geen(bevestigdOp: none.day, position: none.position)
    }
    guard let laatste else { return .nogNietOntvangen(sinds: plek.sinds(period, op: day)) }
    // Who confirmed since what was reported last has no more to say.
    let isBevestigd = bevestigd.map { laatste.volgorde < $0.volgorde } ?? false
    return .nietGepubliceerd(
      reden: isBevestigd
        ? Text(nl: "Er staat geen opgave op deze lijst.", en: "There is no statement on this list.")
        : Text(
          nl: "Er staat geen opgave op deze lijst; een nieuwe bevestiging is nog niet ontvangen.",
          en: "There is no statement on this list; a new confirmation was not received yet."),
      position: laatste.position)
  }

  /// Why a report that runs is not published on a day; nil when it does not run.
  func nietGepubliceerd(_ activity: Werkzaamheid, op day: CalendarDate) -> NietGepubliceerd? {
    guard let stand = activity.stand(op: day), stand != .beeindigd, !isUitgelopen(activity, op: day) else {
      return nil
    }
    if let withheld = activity.achterwege(op: day) {
      let ground = withheld[PublicatieAchterwegeGelaten.grond]?.zin ?? Achterwegegrond.anders.zin
      let source = withheld[PublicatieAchterwegeGelaten.rechtsgrond].map { " (\($0))" } ?? ""
      return NietGepubliceerd(reden: Self.achterwege(ground + Text(source)), position: withheld.position)
    }
    switch stand {
    case .inBeoordeling(let since):
      return NietGepubliceerd(
        reden: Text(
          nl: "Er is een melding ontvangen; daarover is nog niet beslist.",
          en: "A report was received; it has not been decided on yet."), position: since)
    case .hertoetsing(let since):
      return NietGepubliceerd(
        reden: Text(
          nl: "De functie is gewijzigd; een melding wordt opnieuw getoetst.",
          en: "The function has changed; a report is being judged again."), position: since)
    // A refusal is nobody's public fact: whatever was decided, nothing is told of what was never published.
    case .beslist, .beeindigd: return nil
    }
  }

  /// Whether its statement said until which day it is done, and that day has passed.
  private func isUitgelopen(_ activity: Werkzaamheid, op day: CalendarDate) -> Bool {
    feiten.opgavenVan[activity.stream]?.contains { $0.leeft(op: day) && !$0.looptijd.on(day) } ?? false
  }

  private static func achterwege(_ ground: Text) -> Text {
    Text(nl: "Niet openbaar gemaakt: \(ground.nl).", en: "Not published: \(ground.en).")
  }
}

extension Achterwegegrond {
  /// The ground as the public reads it.
  var zin: Text {
    switch self {
    case .raaktBelangenNiet:
      Text(
        nl: "de nevenwerkzaamheid kan de belangen van de dienst niet raken",
        en: "the activity cannot touch the interests of the service")
    case .veiligheid:
      Text(nl: "openbaarmaking brengt iemands veiligheid in gevaar", en: "publishing would endanger someone")
    case .persoonlijkeLevenssfeer:
      Text(
        nl: "openbaarmaking schaadt de persoonlijke levenssfeer van een ander",
        en: "publishing would harm the private life of someone else")
    case .anders: Text(nl: "op een andere grond", en: "on another ground")
    }
  }
}
