import Governance
import Ledger
import Organisatie

extension Registerlezer {
  /// What a card says on a day, and what else was received and is not published.
  func stand(
    _ plek: Plek, _ period: Bekleding, _ activities: [Werkzaamheid], _ statements: [Registeropgave],
    _ confirmations: [Feit], op day: CalendarDate
  ) -> (Kaartstand, [NietGepubliceerd]) {
    let living = statements.filter { feiten.staatOpLijst($0.opgave, $0.werkzaamheid, plek, op: day) }
    let shown = living.filter { !$0.isVerborgen }.compactMap { statement in
      statement.versies.last { version in
        statement.opgave.versies(op: day).contains { $0.position == version.position }
      }
    }
    let published = Set(living.map(\.werkzaamheid.stream))
    let rest = activities.filter { !published.contains($0.stream) }.compactMap { nietGepubliceerd($0, op: day) }
    if !shown.isEmpty { return (.opgaven(shown), rest) }
    if let first = living.first {
      return (
        .nietGepubliceerd(
          reden: "De opgave van toen wordt niet meer getoond.",
          position: first.opgave.versies(op: day).last?.position ?? 0),
        rest
      )
    }
    if let first = rest.first {
      return (.nietGepubliceerd(reden: first.reden, position: first.position), Array(rest.dropFirst()))
    }
    // What was reported after a confirmation and has ended or was refused since asks for a new one.
    let last = activities.flatMap { $0.geldend(op: day) }.max { ($0.dag, $0.position) < ($1.dag, $1.position) }
    if let none = confirmations.last, none[NevenwerkzaamhedenBevestigd.geen] == true,
      last.map({ ($0.dag, $0.position) < (none.dag, none.position) }) ?? true
    {
      return (.geen(bevestigdOp: none.dag, position: none.position), [])
    }
    guard let last else { return (.nogNietOntvangen(sinds: plek.sinds(period, op: day)), []) }
    return (
      .nietGepubliceerd(
        reden: "Wat is gemeld, is afgehandeld of beëindigd; een nieuwe bevestiging is nog niet ontvangen.",
        position: last.position), []
    )
  }

  /// Why a report that runs is not published on a day; nil when it does not run.
  private func nietGepubliceerd(_ activity: Werkzaamheid, op day: CalendarDate) -> NietGepubliceerd? {
    guard let stand = activity.stand(op: day), stand != .beeindigd, stand != .geweigerd,
      activity.laatste(Looptijd.einde, op: day)?.latest.map({ day <= $0 }) ?? true
    else { return nil }
    let position = activity.besluit(op: day)?.position ?? activity.gemeld.position
    if let withheld = activity.achterwege(op: day) {
      let ground = withheld[PublicatieAchterwegeGelaten.grond]?.zin ?? Achterwegegrond.anders.zin
      let source = withheld[PublicatieAchterwegeGelaten.rechtsgrond].map { " (\($0))" } ?? ""
      return NietGepubliceerd(reden: "Niet openbaar gemaakt: \(ground)\(source).", position: withheld.position)
    }
    switch stand {
    case .inBeoordeling(let since):
      return NietGepubliceerd(reden: "Er is een melding ontvangen; daarover is nog niet beslist.", position: since)
    case .hertoetsing(let since):
      return NietGepubliceerd(
        reden: "De functie is gewijzigd; een melding wordt opnieuw getoetst.", position: since)
    case .toegestaan, .onderVoorwaarden, .nietCombineren, .geweigerd, .beeindigd:
      if feiten.instellingen(op: day)?.grens == .watKanRaken, activity.besluit(op: day)?[Besluit.kanRaken] == false {
        return NietGepubliceerd(
          reden: "Niet openbaar gemaakt: \(Achterwegegrond.raaktBelangenNiet.zin).", position: position)
      }
      return NietGepubliceerd(
        reden: "Er is een melding ontvangen en beoordeeld; zij is niet openbaar gemaakt.", position: position)
    }
  }
}

extension Achterwegegrond {
  /// The ground as the public reads it.
  var zin: String {
    switch self {
    case .raaktBelangenNiet: "de nevenwerkzaamheid kan de belangen van de dienst niet raken"
    case .veiligheid: "openbaarmaking brengt iemands veiligheid in gevaar"
    case .persoonlijkeLevenssfeer: "openbaarmaking schaadt de persoonlijke levenssfeer van een ander"
    case .anders: "op een andere grond"
    }
  }
}
