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

  /// The review clocks of one version, oldest first: each runs from an adoption or review and is met by the next review.
  static func evaluaties(
    of versie: Versie, in regeling: Regeling, on day: CalendarDate, by calendars: Kalenders
  ) -> [RunningTerm] {
    guard let adopted = versie.feit(RegelingVastgesteld.self), let interval = adopted.duur,
      adopted.op.isAfter(day) != .yes
    else { return [] }
    let reviews = versie.feiten.filter { $0.is(RegelingGeevalueerd.self) && $0.op.isAfter(day) != .yes }
      .sorted { order($0) < order($1) }
    let starts = [adopted] + reviews
    let end = einde(of: versie, in: regeling, on: day)
    return starts.enumerated().compactMap { index, start in
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      return RunningTerm(
        evaluatie(interval), on: subject(versie, regeling), from: .day(start.op), startedBy: start.position,
        met: next?.op, withdrawn: next == nil ? end?.op : nil,
        positions: [next?.position, next == nil ? end?.position : nil].compactMap(\.self),
        calendar: calendars.kalender(voor: .day(start.op)))
    }
  }

  /// Reviews in the order of their days; a day that is not known exactly counts as its latest.
  private static func order(_ feit: Feit) -> (Int, UInt64) {
    (feit.op.latest?.daysSinceEpoch ?? .max, feit.position)
  }

  /// What ended the need to review a version: its withdrawal, or a later version that took its place.
  private static func einde(of versie: Versie, in regeling: Regeling, on day: CalendarDate) -> Feit? {
    let ends =
      [versie.feit(RegelingIngetrokken.self)]
      + regeling.versies.filter { $0.nummer > versie.nummer && $0.isVastgesteld }.map {
        $0.feit(RegelingInWerkingGetreden.self)
      }
    return ends.compactMap(\.self).filter { $0.op.isOnOrBefore(day) == .yes }.min { order($0) < order($1) }
  }

  /// The entry into force of a version that lies ahead of a day, or may.
  static func inwerkingtreding(of versie: Versie, in regeling: Regeling, on day: CalendarDate) -> RunningTerm? {
    guard let entry = versie.feit(RegelingInWerkingGetreden.self), !entry.isHistorisch,
      entry.op.isOnOrBefore(day) != .yes, versie.feit(RegelingVastgesteld.self)?.op.isAfter(day) != .yes
    else { return nil }
    return RunningTerm(
      inwerkingtreding, on: subject(versie, regeling), .on(entry.op), startedBy: entry.position)
  }

  private static func subject(_ versie: Versie, _ regeling: Regeling) -> Onderwerp {
    Onderwerp(stream: regeling.stream, versie: versie.digest?.hex, handle: regeling.handle(versie))
  }
}

extension BeleidPlugin {
  /// Review cycles and announced entries into force, of every version.
  public func terms(in views: ViewReader, on day: CalendarDate) throws -> [RunningTerm] {
    let calendars = try Kalenders(views)
    return try Regeling.all(views).flatMap { regeling in
      regeling.versies.flatMap { versie in
        BeleidTerms.evaluaties(of: versie, in: regeling, on: day, by: calendars)
          + [BeleidTerms.inwerkingtreding(of: versie, in: regeling, on: day)].compactMap(\.self)
      }
    }
  }
}
