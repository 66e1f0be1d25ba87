import Governance
import Ledger

/// One overview of one year: what the employer got, and whether it was made public.
struct Jaaroverzicht: Subject {
  /// How it stands, as lists ask for it.
  enum Stand: String, CaseIterable {
    /// The employer has it; listed by year.
    case verstrekt
    /// The employer has it, and it was not made public.
    case nietOpenbaar
  }

  let feit: Fact
  let jaar: Int64
  /// Whose it is; nil when it is of all of them together.
  let vertrouwenspersoon: StreamID?
  /// Where and when it was made public.
  let publicatie: Fact?

  static let kind = "jaaroverzicht"
  static let events: [any EventDefinition.Type] = [
    JaaroverzichtVerstrekt.self, JaaroverzichtGepubliceerd.self, JaaroverzichtGecorrigeerd.self,
  ]

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched { .these([SubjectKey(fact.stream)]) }

  /// The overviews of one year are a series: those that count, and those that were a mistake.
  static func series(openedBy fact: Fact, in views: ViewReader) throws -> String? {
    fact[JaaroverzichtVerstrekt.jaar].map { String($0) }
  }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first else { return nil }
    let facts = try views.facts(in: stream)
    guard let feit = facts.first, feit.is(JaaroverzichtVerstrekt.self), let jaar = feit[JaaroverzichtVerstrekt.jaar]
    else { return nil }
    self.feit = feit
    self.jaar = jaar
    vertrouwenspersoon = feit[JaaroverzichtVerstrekt.vertrouwenspersoon]
    publicatie = facts.last { $0.counts && $0.is(JaaroverzichtGepubliceerd.self) }
  }

  func days(in views: ViewReader) throws -> [CalendarDate] {
    feit.boundaries + (publicatie?.boundaries ?? [])
  }

  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<Stand>] {
    let given = feit.effective.isOnOrBefore(day)
    guard feit.counts, given != .no else { return [] }
    let isHidden = publicatie.map { $0.effective.isAfter(day) == .yes } ?? true
    return [Standing(.verstrekt, given, order: ListOrder(jaar))] + (isHidden ? [Standing(.nietOpenbaar, given)] : [])
  }
}

extension Jaaroverzicht {
  /// The numbers.
  var cijfers: Jaarcijfers {
    Jaarcijfers(
      meldingen: feit[JaaroverzichtVerstrekt.meldingen] ?? .nietGetoond,
      werknemers: feit[JaaroverzichtVerstrekt.werknemers],
      afdoening: feit[JaaroverzichtVerstrekt.afdoening] ?? [], themas: feit[JaaroverzichtVerstrekt.themas] ?? [])
  }

  /// Every overview of a year, oldest first, also those that were a mistake.
  static func alle(over year: Int64, _ views: ViewReader) throws -> [Jaaroverzicht] {
    var found: [Jaaroverzicht] = []
    var number: Int64 = 1
    while let key = try views.key(Self.self, series: String(year), number: number) {
      if let overview = try views.subject(Self.self, key) { found.append(overview) }
      number += 1
    }
    return found
  }

  /// The overviews of a year that count.
  static func over(_ year: Int64, _ views: ViewReader) throws -> [Jaaroverzicht] {
    try alle(over: year, views).filter(\.feit.counts)
  }

  /// The overviews of a year that were a mistake: they count no more, and everyone can still read them.
  /// - Parameter van: Whose; those of other vertrouwenspersonen are about other people.
  static func vergissingen(over year: Int64, van: StreamID?, _ views: ViewReader) throws -> [Jaaroverzicht] {
    try alle(over: year, views).filter { overview in
      let other = overview.vertrouwenspersoon
      return !overview.feit.counts && (van == nil || other == nil || van == other)
    }
  }

  /// How it is called in lists: by its year, and by whose it is.
  func kenmerk(_ views: ViewReader) throws -> String {
    "jaaroverzicht-\(jaar)" + (try van(views).map { "/\($0)" } ?? "")
  }

  /// The handle of whose it is; nil when it is of all of them together.
  func van(_ views: ViewReader) throws -> String? {
    try vertrouwenspersoon.flatMap { try Benoeming.nummer($0, views) }.map { Benoeming.handle($0) }
  }

  /// The overviews that stand so on a day.
  static func list(
    _ stand: Stand, on day: CalendarDate, _ views: ViewReader, _ page: ListPage = .all
  ) throws -> [Jaaroverzicht] {
    try views.subjects(Self.self, [stand], on: day, page).compactMap { try views.subject(Self.self, $0.key) }
  }
}
