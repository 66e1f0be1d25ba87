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
  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    let calendars = try Kalenders(views)
    let ends = einden(on: day)
    return zip(versies, ends).flatMap { versie, end in
      evaluaties(of: versie, endedBy: end, on: day, by: calendars)
        + [inwerkingtreding(of: versie, on: day)].compactMap(\.self)
    }
  }

  /// The review clocks of one version, oldest first: each runs from an adoption or review and is met by the next review.
  private func evaluaties(
    of versie: Versie, endedBy end: Fact?, on day: CalendarDate, by calendars: Kalenders
  ) -> [RunningTerm] {
    guard let adopted = versie.feit(RegelingVastgesteld.self),
      let interval = adopted[RegelingVastgesteld.evaluatieIedere], adopted.effective.isAfter(day) != .yes
    else { return [] }
    let reviews = versie.feiten.filter { $0.is(RegelingGeevalueerd.self) && $0.effective.isAfter(day) != .yes }
      .sorted { Self.order($0) < Self.order($1) }
    let starts = [adopted] + reviews
    return starts.enumerated().compactMap { index, start in
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      return RunningTerm(
        BeleidTerms.evaluatie(interval), on: subject(versie), from: .day(start.effective), startedBy: start.position,
        met: next?.effective, withdrawn: next == nil ? end?.effective : nil,
        positions: [next?.position, next == nil ? end?.position : nil].compactMap(\.self),
        calendar: calendars.kalender(voor: .day(start.effective)))
    }
  }

  /// Reviews in the order of their days; a day that is not known exactly counts as its latest.
  private static func order(_ fact: Fact) -> (Int, UInt64) {
    (fact.effective.latest?.daysSinceEpoch ?? .max, fact.position)
  }

  /// What ended the need to review each version: its withdrawal, or a later version that took its place.
  private func einden(on day: CalendarDate) -> [Fact?] {
    func happened(_ fact: Fact?) -> Fact? { fact?.effective.isOnOrBefore(day) == .yes ? fact : nil }
    func first(_ facts: Fact?...) -> Fact? { facts.compactMap(\.self).min { Self.order($0) < Self.order($1) } }
    var ends: [Fact?] = []
    // From the last version back, so that of all later ones only the first that took over is remembered.
    var replaced: Fact?
    for versie in versies.reversed() {
      ends.append(first(happened(versie.feit(RegelingIngetrokken.self)), replaced))
      if versie.isVastgesteld { replaced = first(happened(versie.feit(RegelingInWerkingGetreden.self)), replaced) }
    }
    return ends.reversed()
  }

  /// The entry into force of a version that lies ahead of a day, or may.
  private func inwerkingtreding(of versie: Versie, on day: CalendarDate) -> RunningTerm? {
    guard let entry = versie.feit(RegelingInWerkingGetreden.self), !entry.isHistorical,
      entry.effective.isOnOrBefore(day) != .yes, versie.feit(RegelingVastgesteld.self)?.effective.isAfter(day) != .yes
    else { return nil }
    return RunningTerm(
      BeleidTerms.inwerkingtreding, on: subject(versie), .on(entry.effective), startedBy: entry.position)
  }

  private func subject(_ versie: Versie) -> Onderwerp {
    Onderwerp(stream: stream, versie: versie.digest?.hex, handle: handle(versie))
  }
}
