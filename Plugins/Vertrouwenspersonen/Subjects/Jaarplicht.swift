import Governance
import Ledger

/// The duty to give the employer an overview of each year in which someone served, where the rules of that year ask one:
/// one for the whole ledger, from the year in which the first of them began.
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

  /// The rules under which an overview of a year is due: those at its end, or while it runs those of the day.
  static func regels(over year: Int, on day: CalendarDate, _ views: ViewReader) throws -> Vertrouwenspersonenregels {
    let end = try CalendarDate(year: year, month: 12, day: 31)
    return try Vertrouwenspersonenregels(on: min(day, end), views)
  }

  /// One clock for each year in which someone served, or one for each who did.
  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    guard let first = try Self.eerste(views), let begin = first.begin, first.beginjaar <= day.year else { return [] }
    let due = try Vertrouwenspersonenregels(on: day, views).jaaroverzichtUiterlijk.dag
    let opening = try views.fact(at: 0)?.recordedOn
    return try (first.beginjaar...day.year).flatMap { year -> [RunningTerm] in
      let regels = try Self.regels(over: year, on: day, views)
      guard regels.jaaroverzichtDoor != .geen else { return [] }
      let end = try CalendarDate(year: year + 1, month: due.month, day: due.day)
      let given = try Jaaroverzicht.over(Int64(year), views)
      let source = regels.bron(Keuzes.jaaroverzichtDoor) ?? ""
      func clock(_ about: Onderwerp, _ startedBy: UInt64, _ overview: Jaaroverzicht?) -> RunningTerm {
        // What was due before the founding nobody could record here: it was not recorded, which is not that it was missed.
        guard overview != nil || opening.map({ end >= $0 }) ?? true else {
          return RunningTerm(
            VertrouwenspersonenTerms.jaaroverzichtVoorheen(Int64(year), source), on: about, .on(.unknown),
            startedBy: startedBy, withdrawn: opening.map { ImpreciseDate($0) },
            missing: VertrouwenspersonenTerms.nietVastgelegd)
        }
        return RunningTerm(
          VertrouwenspersonenTerms.jaaroverzicht(Int64(year), source), on: about, .on(ImpreciseDate(end)),
          startedBy: startedBy, met: overview?.feit.effective, positions: [overview?.feit.position].compactMap(\.self))
      }
      let served = try Self.dienden(year, regels, views)
      guard !served.isEmpty else { return [] }
      let ofAll = given.first { $0.vertrouwenspersoon == nil }
      if regels.jaaroverzichtDoor == .organisatie || ofAll != nil {
        let about = Onderwerp(stream: first.stream, versie: nil, handle: "jaaroverzicht-\(year)")
        return [clock(about, begin.position, ofAll)]
      }
      return try served.compactMap { benoeming in
        guard let begin = benoeming.begin else { return nil }
        let own = try given.first { overview in
          try overview.vertrouwenspersoon.flatMap { try Benoeming.find($0, views)?.persoon } == benoeming.persoon
        }
        let about = Onderwerp(
          stream: benoeming.stream, versie: nil, handle: "jaaroverzicht-\(year)/\(benoeming.handle)")
        return clock(about, begin.position, own)
      }
    }
  }

  /// Who served in a year, each person by the first appointment that falls in it.
  private static func dienden(
    _ year: Int, _ regels: Vertrouwenspersonenregels, _ views: ViewReader
  ) throws -> [Benoeming] {
    let held = regels.eindigtZonderCertificering ? Benoemingsstand.jaarMetCertificaat : .jaar
    let newYear = try CalendarDate(year: year, month: 1, day: 1)
    // Where there is one overview it is enough that someone served.
    let page = regels.jaaroverzichtDoor == .organisatie ? ListPage(limit: 1) : .all
    var persons: Set<StreamID> = []
    return try views.subjects(Benoeming.self, [held], on: newYear, page)
      .compactMap { try views.subject(Benoeming.self, $0.key) }.filter { persons.insert($0.persoon).inserted }
  }

  /// The appointment that began first.
  private static func eerste(_ views: ViewReader) throws -> Benoeming? {
    try views.subjects(Benoeming.self, [.begonnen], on: .first, ListPage(limit: 1)).first
      .flatMap { try views.subject(Benoeming.self, $0.key) }
  }
}
