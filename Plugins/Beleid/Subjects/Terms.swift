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
  /// Review cycles and announced entries into force, of every version.
  func clocks(in views: ViewReader) throws -> [ClockSpan]? {
    let calendars = try Kalenders(views)
    return zip(versies, einden).flatMap { versie, end in
      evaluaties(of: versie, endedBy: end, by: calendars) + [inwerkingtreding(of: versie)].compactMap(\.self)
    }
  }

  /// The review clocks of one version, oldest first: each runs from an adoption or review and is met by the next review.
  private func evaluaties(of versie: Versie, endedBy end: Fact?, by calendars: Kalenders) -> [ClockSpan] {
    guard let adopted = versie.feit(RegelingVastgesteld.self),
      let interval = adopted[RegelingVastgesteld.evaluatieIedere]
    else { return [] }
    let reviews = versie.feiten.filter { $0.is(RegelingGeevalueerd.self) }
      .sorted { Self.order($0) < Self.order($1) }
    let (starts, first) = ([adopted] + reviews, adopted.earliestDay)
    let (declaration, subject) = (BeleidTerms.evaluatie(interval), subject(versie))
    return ClockSpan.successions(known: starts.map { max(first, $0.earliestDay) }).flatMap { following in
      let (start, next) = (starts[following.fact], following.next.map { starts[$0] })
      func clock(endedBy end: Fact?, from: CalendarDate, until: CalendarDate?) -> ClockSpan? {
        guard until.map({ from < $0 }) ?? true else { return nil }
        let term = RunningTerm(
          declaration, on: subject, from: .day(start.effective), startedBy: start.position, met: next?.effective,
          withdrawn: end?.effective, positions: [next?.position, end?.position].compactMap(\.self),
          calendar: calendars.kalender(voor: .day(start.effective)))
        return term.map { ClockSpan($0, from: from, until: until) }
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

  /// Reviews in the order of their days; a day that is not known exactly counts as its latest.
  private static func order(_ fact: Fact) -> (Int, UInt64) {
    (fact.effective.latest?.daysSinceEpoch ?? .max, fact.position)
  }

  /// What ends the need to review each version, once it certainly happened: its withdrawal, or a later version that took
  /// its place; the first of them stays the first.
  private var einden: [Fact?] {
    func first(_ facts: Fact?...) -> Fact? {
      facts.compactMap(\.self).filter { $0.effective.latest != nil }.min { Self.order($0) < Self.order($1) }
    }
    var ends: [Fact?] = []
    // From the last version back, so that of all later ones only the first that took over is remembered.
    var replaced: Fact?
    for versie in versies.reversed() {
      ends.append(first(versie.feit(RegelingIngetrokken.self), replaced))
      if versie.isVastgesteld { replaced = first(versie.feit(RegelingInWerkingGetreden.self), replaced) }
    }
    return ends.reversed()
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
