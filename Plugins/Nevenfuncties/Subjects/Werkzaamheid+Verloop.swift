import Governance
import Ledger
import Organisatie

/// What a report waits for.
enum Wachten: String, CaseIterable {
  case beslissen
  case hertoetsen
  /// It was decided on: to publish it or to end it, as the decision says to who can open it.
  case gevolgGeven
  case intrekken
}

extension Werkzaamheid: Subject {
  static let kind = "nevenwerkzaamheid"
  static let events = Aanraking.events

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first else { return nil }
    self.init(try views.facts(in: stream))
  }

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    if fact.stream.kind == NevenwerkzaamheidGemeld.type.streamKind { return .these([SubjectKey(fact.stream)]) }
    if fact.stream.kind == OpgaveGepubliceerd.type.streamKind {
      let melding = try views.facts(in: fact.stream).first?[OpgaveGepubliceerd.melding]
      return .these([melding].compactMap(\.self).map { SubjectKey($0) })
    }
    guard let personen = try Aanraking.personen(fact, views) else { return .all }
    // A confirmation changes no report.
    if fact.stream.kind == NevenwerkzaamhedenBevestigd.type.streamKind { return .these([]) }
    return .these(
      try personen.flatMap { persoon in
        try views.facts(where: Houderschap.persoon, is: persoon, of: NevenwerkzaamheidGemeld.self)
          .map { SubjectKey($0.stream) }
      })
  }

  /// The reports beside one function are numbered in the order of the log.
  static func series(openedBy fact: Fact, in views: ViewReader) -> String? {
    fact.is(NevenwerkzaamheidGemeld.self) ? fact[Houderschap.functie]?.description : nil
  }

  func days(in views: ViewReader) throws -> [CalendarDate] {
    guard let all = try Dossier.van(persoon, views)?.op(.last) else { return [] }
    let statements = all.opgavenVan[stream] ?? []
    let places = all.plekken.filter { functies.contains($0.functie.stroom) }
    let known =
      feiten.flatMap(\.boundaries) + grenzen + statements.flatMap(\.grenzen) + places.flatMap(\.grenzen)
      + all.regels.map(\.vanaf)
    // An ended statement is shown for as long as the rules of its last day say.
    let kept = Set(known).flatMap { end in
      all.instellingen(op: end)?.bewaarNaEinde.flatMap { try? end.adding($0) }.map {
        [$0, $0.volgende].compactMap(\.self)
      }
        ?? []
    }
    return known + (statements.isEmpty ? [] : kept)
  }

  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<Wachten>] {
    guard let feiten = try Dossier.van(persoon, views)?.op(day), let (wachten, _) = feiten.wacht(self),
      let plek = feiten.plek(persoon, functie(op: day)),
      let houder = try views.subject(Houder.self, Houder.key(plek.functie.stroom, persoon))
    else { return [] }
    return [Standing(wachten, order: houder.volgorde(Int64(gemeld.position)))]
  }

  func clocks(in views: ViewReader) throws -> [ClockSpan]? {
    guard let dossier = try Dossier.van(persoon, views) else { return [] }
    let subject = Onderwerp(
      stream: stream, versie: nil, handle: try Namen.handle(stream, views) ?? stream.description)
    return Meldingklokken(self, subject, dossier.op(.last)).all
  }
}

extension Registerfeiten {
  /// What a report waits for on the day, and the fact that asks for it; nil when nothing is awaited.
  func wacht(_ activity: Werkzaamheid) -> (Wachten, Fact)? {
    guard regels.geldend(op: dag) != nil, let plek = plek(activity.persoon, activity.functie(op: dag)),
      hoort(activity, bij: plek, op: dag), let stand = activity.stand(op: dag)
    else { return nil }
    let living = levendeOpgave(activity)
    // What was published beside the function of before a change stays there until it is withdrawn.
    if let living, let place = plaats(living), place.plek.kaart != plek.kaart {
      return (.intrekken, living.versies(op: dag).last ?? activity.gemeld)
    }
    let gesteld = activity.tijdlijn.stand.on(dag) ?? activity.gemeld
    switch stand {
    case .inBeoordeling: return (.beslissen, gesteld)
    case .hertoetsing: return (.hertoetsen, gesteld)
    case .beeindigd: return living == nil ? nil : (.intrekken, activity.einde(op: dag) ?? activity.gemeld)
    case .beslist:
      // What is on the list rests on a decision that it disclosed.
      if let last = living?.versies(op: dag).last, gesteld.position < last.position { return nil }
      return (.gevolgGeven, gesteld)
    }
  }

  /// What follows for a report from what was decided on it; nil when nothing is to be done.
  func gevolg(_ activity: Werkzaamheid, _ besluit: Besluit) -> Gevolg? {
    let living = levendeOpgave(activity)
    guard besluit.toegestaan else { return living == nil ? .beeindigen : .intrekken }
    let touches = besluit.kanRaken != false || grens(activity, op: dag) == .alle
    let isListed = plek(activity.persoon, activity.functie(op: dag))?.bekleding(op: dag, regels) != nil
    return living != nil || activity.achterwege(op: dag) != nil || !touches || !isListed ? nil : .openbaarMaken
  }
}

/// What follows from a decision.
enum Gevolg {
  case openbaarMaken
  case beeindigen
  case intrekken
}
