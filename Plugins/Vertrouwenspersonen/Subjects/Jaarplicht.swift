import Governance
import Ledger

/// The duty to give the employer an overview of each year in which someone served (004:5685-5686): one for the whole
/// ledger, from the first candidacy on.
struct Jaarplicht: Subject {
  typealias State = Jaaroverzicht.Stand

  static let kind = "jaarplicht"
  static let events: [any EventDefinition.Type] = [KandidaatVoorgedragen.self]

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    .these([SubjectKey()])
  }

  init?(_ key: SubjectKey, in views: ViewReader) throws {}

  /// Every year brings one.
  var hasRecurringTerms: Bool { true }

  /// One clock for each year in which someone served, from the year in which recording began.
  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    guard let first = try Self.eerste(views), let begin = first.begin,
      let recorded = try Aanvang.jaar(views), recorded <= day.year
    else { return [] }
    let regels = try Vertrouwenspersonenregels(on: day, views)
    let held = regels.verliesCertificering == .beeindigt ? Benoemingsstand.jaarMetCertificaat : .jaar
    let due = regels.jaaroverzichtUiterlijk.dag
    return try (recorded...day.year).compactMap { year in
      let newYear = try CalendarDate(year: year, month: 1, day: 1)
      guard try views.hasSubject(Benoeming.self, [held], on: newYear) else { return nil }
      let end = try CalendarDate(year: year + 1, month: due.month, day: due.day)
      let overview = try Jaaroverzicht.over(Int64(year), views)
      return RunningTerm(
        VertrouwenspersonenTerms.jaaroverzicht(Int64(year)),
        on: Onderwerp(stream: first.stream, versie: nil, handle: "jaaroverzicht-\(year)"), .on(ImpreciseDate(end)),
        startedBy: begin.position, met: overview?.feit.effective,
        positions: [overview?.feit.position].compactMap(\.self))
    }
  }

  /// The appointment with the lowest number that began.
  private static func eerste(_ views: ViewReader) throws -> Benoeming? {
    var number: Int64 = 1
    while let key = try views.key(Benoeming.self, series: Benoeming.reeks, number: number) {
      if let found = try views.subject(Benoeming.self, key), found.begin != nil { return found }
      number += 1
    }
    return nil
  }
}

/// The appointments that began, numbered in the order in which that was first recorded.
struct Aanvang: Subject {
  typealias State = Benoemingsstand

  static let kind = "aanvang"
  static let events = VertrouwenspersonenRules.beginnings

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched { .these([SubjectKey(fact.stream)]) }
  static func series(openedBy fact: Fact, in views: ViewReader) throws -> String? { kind }

  /// There is nothing to fold beside the appointment itself.
  init?(_ key: SubjectKey, in views: ViewReader) throws { return nil }

  /// The year in which the first beginning that counts was recorded.
  static func jaar(_ views: ViewReader) throws -> Int? {
    var earliest: Int?
    var number: Int64 = 1
    while let key = try views.key(Aanvang.self, series: kind, number: number) {
      if let benoeming = try views.subject(Benoeming.self, key), let begin = benoeming.begin {
        earliest = min(earliest ?? begin.recordedOn.year, begin.recordedOn.year)
        // Whatever comes after one that still counts as it was first recorded was recorded later.
        if begin == benoeming.feiten.first(where: \.isBegin) { return earliest }
      }
      number += 1
    }
    return earliest
  }
}
