import Governance
import Ledger

/// The duty to collect signals every year (AC-5.1.a): one for the whole ledger, from the year in which the organisation
/// first recorded something about its risks.
struct Signalen: Subject {
  enum State: String, Sendable, CaseIterable { case geldt }

  static let kind = "signalen"
  static let events: [any EventDefinition.Type] = [
    SignalenVerzameld.self, RieUitgevoerd.self, EisOpgelegd.self, BewijsGecorrigeerd.self, RieGecorrigeerd.self,
    InspectieGecorrigeerd.self,
  ]

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched { .these([SubjectKey()]) }

  init?(_ key: SubjectKey, in views: ViewReader) throws {}

  func days(in views: ViewReader) throws -> [CalendarDate] { [] }
  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<State>] { [] }

  /// Every year brings one.
  var hasRecurringTerms: Bool { true }

  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    let facts = try views.facts(of: SignalenVerzameld.self, RieUitgevoerd.self, EisOpgelegd.self).filter(\.counts)
    guard let first = facts.min(by: { $0.position < $1.position }), first.recordedOn.year <= day.year else { return [] }
    let collected = Dictionary(
      facts.filter { $0.happened(by: day) }.compactMap { fact in fact[SignalenVerzameld.jaar].map { ($0, fact) } },
      uniquingKeysWith: { earlier, _ in earlier })
    return try (first.recordedOn.year...day.year).map { year in
      let met = collected[Int64(year)]
      return RunningTerm(
        InspectieTerms.signalen(year), on: Onderwerp(stream: first.stream, versie: nil, handle: "signalen-\(year)"),
        .on(ImpreciseDate(try CalendarDate(year: year, month: 12, day: 31))), startedBy: first.position,
        met: met?.effective, positions: [met?.position].compactMap(\.self))
    }
  }
}

/// A piece of evidence that stands by itself.
struct LosBewijs: Genoemd {
  enum State: String, Sendable, Hashable, CaseIterable { case gedaan }

  static let kind = "bewijs"
  static let streamKind = "Bewijs"
  static let lijst = "waarborg inspectie bewijs lijst"
  static let events = Gebeurtenissen.los + [BewijsGecorrigeerd.self]

  let feit: Fact

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first, let fact = try views.facts(in: stream).first, fact.counts else { return nil }
    feit = fact
  }

  func days(in views: ViewReader) throws -> [CalendarDate] { feit.boundaries }
  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<State>] {
    Verloop([feit], op: day).standings { $0.isEmpty ? [] : [.gedaan] }
  }
}
