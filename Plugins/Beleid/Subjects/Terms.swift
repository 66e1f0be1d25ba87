import Governance
import Ledger
import LedgerCrypto
import Organisatie

/// The terms of rules: their review, and an entry into force that has been announced.
enum BeleidTerms {
  /// A review within the interval that was laid down when the rule was adopted (000:23-24, 001:28-29); not statutory,
  /// whatever the rule is about.
  static func evaluatie(_ interval: Tijdsduur) -> TermDeclaration {
    TermDeclaration(
      id: "BEL-EVALUATIE", Text(nl: "regeling evalueren", en: "reviewing the rule"),
      TermRule(TermLength(interval), .eigenRegel),
      starts: Text(nl: "de vaststelling of de vorige evaluatie", en: "the adoption or the review before"),
      meets: Text(nl: "de evaluatie is vastgelegd", en: "the review is recorded"),
      consequence: Text(nl: "de regeling is niet op tijd geëvalueerd", en: "the rule is not reviewed in time"),
      source: "evaluatietermijn, vastgelegd bij de vaststelling")
  }

  /// The end of a run time (004:8790-8792).
  static let looptijd = TermDeclaration(
    id: "BEL-LOOPTIJD", Text(nl: "looptijd van de regeling", en: "run time of the rule"), nil,
    starts: Text(nl: "de vaststelling", en: "the adoption"),
    meets: Text(nl: "de looptijd is verlengd", en: "the run time is extended"),
    consequence: Text(
      nl: "het staat niet vast of de regeling doorloopt", en: "it is not certain that the rule goes on"),
    source: "004:8790-8792")

  /// The consultation before that end (004:8794-8795).
  static let overleg = TermDeclaration(
    id: "BEL-OVERLEG",
    Text(nl: "overleg over het einde van de looptijd", en: "consultation on the end of the run time"),
    nil, starts: Text(nl: "de vaststelling", en: "the adoption"),
    meets: Text(nl: "de looptijd is verlengd", en: "the run time is extended"),
    consequence: Text(nl: "partijen hebben niet op tijd overlegd", en: "parties did not consult in time"),
    source: "004:8794-8795")

  /// The day on which an adopted version enters into force; nothing has to be done, but everyone should know.
  static let inwerkingtreding = TermDeclaration(
    id: "BEL-INWERKINGTREDING", Text(nl: "aangekondigde inwerkingtreding", en: "announced entry into force"), nil,
    starts: Text(nl: "de vastlegging van de inwerkingtreding", en: "the recording of the entry into force"),
    meets: Text(nl: "de dag breekt aan", en: "the day comes"),
    consequence: Text(nl: "de versie geldt nog niet", en: "the version does not hold yet"),
    source: "de vastgelegde inwerkingtreding"
  )
}

extension Regeling {
  /// Review cycles, run times and announced entries into force.
  func clocks(in views: ViewReader) throws -> [ClockSpan]? {
    let calendars = try Kalenders(views)
    return evaluaties(by: calendars)
      + versies.flatMap { versie in
        [inwerkingtreding(of: versie)].compactMap(\.self) + looptijden(of: versie)
      }
  }

  /// A fact that starts the interval again.
  struct Evaluatieplicht {
    let feit: Fact
    /// How long the interval is: as the version of the fact lays down, or else the nearest version before it.
    let iedere: Tijdsduur
    /// The first day on which the fact and the interval can be known.
    let bekend: CalendarDate
  }

  /// What starts the interval: adoptions and reviews of whatever version, in the order of their days. The duty belongs to the
  /// rule: a version that lays down no interval goes on under that of the one before it (000:23-24; 001:28-29).
  var evaluatieplicht: [Evaluatieplicht] {
    var source: (iedere: Tijdsduur, bekend: CalendarDate)?
    return versies.flatMap { versie -> [Evaluatieplicht] in
      if let adopted = versie.feit(RegelingVastgesteld.self), let own = adopted[RegelingVastgesteld.evaluatieIedere] {
        source = (own, adopted.earliestDay)
      }
      guard let source, let adopted = versie.feit(RegelingVastgesteld.self) else { return [] }
      let reviews = versie.feiten.filter { $0.is(RegelingGeevalueerd.self) }
      return ([adopted] + reviews).map { fact in
        Evaluatieplicht(
          feit: fact, iedere: source.iedere, bekend: max(fact.earliestDay, source.bekend, adopted.earliestDay))
      }
    }.sorted { Self.order($0.feit) < Self.order($1.feit) }
  }

  /// The review clocks of the rule, oldest first: each runs from an adoption or review; the next review meets it, and the
  /// adoption of another version begins it again.
  private func evaluaties(by calendars: Kalenders) -> [ClockSpan] {
    let starts = evaluatieplicht
    return ClockSpan.successions(known: starts.map(\.bekend)).flatMap { following in
      let (start, next) = (starts[following.fact].feit, following.next.map { starts[$0].feit })
      guard let versie = versie(of: start) else { return [ClockSpan]() }
      let end = next == nil ? einde(of: versie) : nil
      func clock(endedBy end: Fact?, from: CalendarDate, until: CalendarDate?) -> ClockSpan? {
        guard until.map({ from < $0 }) ?? true else { return nil }
        let isReview = next?.is(RegelingGeevalueerd.self) == true
        let term = RunningTerm(
          BeleidTerms.evaluatie(starts[following.fact].iedere), on: subject(versie), from: .day(start.effective),
          startedBy: start.position, met: isReview ? next?.effective : nil,
          withdrawn: isReview ? nil : next?.effective ?? end?.effective,
          positions: [next?.position, end?.position].compactMap(\.self),
          calendar: calendars.kalender(voor: .day(start.effective)))
        return term.map { ClockSpan($0, from: from, until: until) }
      }
      guard let end, let ended = end.effective.latest else {
        return [clock(endedBy: nil, from: following.from, until: following.until)].compactMap(\.self)
      }
      let open = following.until.map { min($0, ended) } ?? ended
      return [
        clock(endedBy: nil, from: following.from, until: open),
        clock(endedBy: end, from: max(following.from, ended), until: following.until),
      ].compactMap(\.self)
    }
  }

  /// Facts in the order of their days; a day that is not known exactly counts as its latest.
  private static func order(_ fact: Fact) -> (Int, UInt64) {
    (fact.effective.latest?.daysSinceEpoch ?? .max, fact.position)
  }

  /// What ends the need to review the rule: the withdrawal of a version in whose place no other came.
  private func einde(of versie: Versie) -> Fact? {
    guard let end = versie.feit(RegelingIngetrokken.self), end[RegelingIngetrokken.vervangenDoorVersie] == nil,
      let last = end.effective.latest
    else { return nil }
    let goesOn = versies.dropFirst(versie.nummer).contains { later in
      later.feit(RegelingVastgesteld.self).map { $0.earliestDay <= last } ?? false
    }
    return goesOn ? nil : end
  }

  /// The end of a run time, and the consultation that comes before it.
  private func looptijden(of versie: Versie) -> [ClockSpan] {
    let facts = versie.feiten.filter { $0.is(LooptijdVerlengd.self) }
    guard let adopted = versie.feit(RegelingVastgesteld.self), adopted[RegelingVastgesteld.looptijdTot] != nil else {
      return []
    }
    let starts = [adopted] + facts.sorted { Self.order($0) < Self.order($1) }
    let first = adopted.earliestDay
    let end = [versie.feit(RegelingIngetrokken.self), opvolger(of: versie)].compactMap(\.self)
      .filter { $0.effective.latest != nil }.min { Self.order($0) < Self.order($1) }
    return ClockSpan.successions(known: starts.map { max(first, $0.earliestDay) }).flatMap { following in
      let (start, next) = (starts[following.fact], following.next.map { starts[$0] })
      guard let until = start[RegelingVastgesteld.looptijdTot], let last = try? until.adding(days: -1) else {
        return [ClockSpan]()
      }
      let consult = adopted[RegelingVastgesteld.overlegVoorEinde].flatMap { try? until.subtracting($0) }
      let days = [(BeleidTerms.looptijd, last)] + (consult.map { [(BeleidTerms.overleg, $0)] } ?? [])
      return days.flatMap { declaration, day -> [ClockSpan] in
        func clock(endedBy end: Fact?, from: CalendarDate, until: CalendarDate?) -> ClockSpan? {
          guard until.map({ from < $0 }) ?? true else { return nil }
          return ClockSpan(
            RunningTerm(
              declaration, on: subject(versie), .on(ImpreciseDate(day)), startedBy: start.position,
              met: next?.effective, withdrawn: next == nil ? end?.effective : nil,
              positions: [next?.position, end?.position].compactMap(\.self)), from: from, until: until)
        }
        guard next == nil, let end, let ended = end.effective.latest else {
          return [clock(endedBy: nil, from: following.from, until: following.until)].compactMap(\.self)
        }
        let open = following.until.map { min($0, ended) } ?? ended
        return [
          clock(endedBy: nil, from: following.from, until: open),
          clock(endedBy: end, from: max(following.from, ended), until: following.until),
        ].compactMap(\.self)
      }
    }
  }

  /// The entry into force of the first version that took the place of this one, by its day.
  private func opvolger(of versie: Versie) -> Fact? {
    guard let own = versie.feit(RegelingInWerkingGetreden.self) ?? versie.feit(RegelingVastgesteld.self) else {
      return nil
    }
    return versies.filter { $0.nummer != versie.nummer && $0.isVastgesteld }
      .compactMap { $0.feit(RegelingInWerkingGetreden.self) }
      .filter { own.effective.precedes($0.effective) == .yes }.min { Self.order($0) < Self.order($1) }
  }

  /// The entry into force of a version, while it lies ahead or may.
  private func inwerkingtreding(of versie: Versie) -> ClockSpan? {
    guard let entry = versie.feit(RegelingInWerkingGetreden.self), !entry.isHistorical else { return nil }
    let from = versie.feit(RegelingVastgesteld.self)?.earliestDay ?? .first
    guard entry.effective.latest.map({ from < $0 }) ?? true else { return nil }
    return ClockSpan(
      RunningTerm(BeleidTerms.inwerkingtreding, on: subject(versie), .on(entry.effective), startedBy: entry.position),
      from: from, until: entry.effective.latest)
  }

  private func subject(_ versie: Versie) -> Onderwerp {
    Onderwerp(stream: stream, versie: versie.digest?.hex, handle: handle(versie))
  }
}
