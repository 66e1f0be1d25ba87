import Governance
import Ledger

/// Someone as the holder of one function: every time that they held it.
struct Bekleder: Subject {
  enum State: String, Sendable, CaseIterable {
    case bekleedt
  }

  static let kind = "bekleding"
  static var events: [any EventDefinition.Type] {
    [FunctieBekleed.self, FunctieNeergelegd.self, FunctieOpgeheven.self, FunctieGecorrigeerd.self]
  }

  let functie: StreamID
  /// In the order in which they were recorded.
  let bekledingen: [Bekleding]
  private let boundaries: [CalendarDate]

  /// The holder, and those whose fixed last day is seen to by what happened.
  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    guard let persoon = fact[FunctieBekleed.persoon] else { return .these(try everyone(fact.stream, views)) }
    let ended = try VasteDagen().bekleders(
      of: fact.stream, from: firstDay(fact), before: fact[FunctieBekleed.tot], views)
    let own = SubjectKey(fact.stream, persoon)
    return .these([own] + ended.filter { $0 != own })
  }

  /// The first of the last days that an event can see to. The day after it, the function is held or no longer held; and
  /// what was taken up after a last day had passed came too late to see to it.
  private static func firstDay(_ fact: Fact) -> Int? {
    guard fact.is(FunctieBekleed.self) else { return fact.effective.latest.map { $0.daysSinceEpoch - 1 } }
    return max(fact.recordedOn.daysSinceEpoch, fact.effective.earliest.map { $0.daysSinceEpoch - 1 } ?? .min)
  }

  private static func everyone(_ functie: StreamID, _ views: ViewReader) throws -> [SubjectKey] {
    var seen: Set<StreamID> = []
    return try views.facts(in: functie).compactMap { $0[FunctieBekleed.persoon] }.filter { seen.insert($0).inserted }
      .map { SubjectKey(functie, $0) }
  }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard key.streams.count == 2 else { return nil }
    let (functie, persoon) = (key.streams[0], key.streams[1])
    let facts = try views.facts(
      where: FunctieBekleed.persoon, is: persoon, of: FunctieBekleed.self, FunctieNeergelegd.self
    ).filter { $0.stream == functie && $0.counts }
    let abolished = try views.last(of: FunctieOpgeheven.self, in: functie)
    self.functie = functie
    bekledingen = Bekleding.all(facts, opgeheven: abolished?.effective)
    boundaries = (facts + [abolished].compactMap(\.self)).flatMap(\.boundaries)
    if bekledingen.isEmpty { return nil }
  }

  func days(in views: ViewReader) throws -> [CalendarDate] {
    try bekledingen.reduce(into: boundaries) { days, holding in
      guard let last = holding.tot else { return }
      days += [last, try? last.adding(days: 1), try next(after: holding, views)?.vastgelegd].compactMap(\.self)
    }
  }

  func standing(on day: CalendarDate, in views: ViewReader) -> [Standing<State>] {
    let answers = bekledingen.map { $0.isBekleed(op: day) }
    if answers.contains(.yes) { return [Standing(.bekleedt)] }
    return answers.contains(.unknown) ? [Standing(.bekleedt, .unknown)] : []
  }

  /// A clock for each time that someone holds the function until a fixed day.
  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    let fixed = bekledingen.filter { $0.tot != nil && $0.van.isAfter(day) != .yes }
    guard !fixed.isEmpty else { return [] }
    let naam = try Functies.functie(functie, views)?.naam ?? functie.description
    return try fixed.compactMap { holding in
      guard let last = holding.tot else { return nil }
      let next = try next(after: holding, views)
      let withdrawn = [holding.neergelegd, holding.opgeheven].compactMap(\.self).first { $0.isOnOrBefore(last) == .yes }
      return RunningTerm(
        OrganisatieTerms.bekleding, on: Onderwerp(stream: functie, versie: nil, handle: naam), .on(ImpreciseDate(last)),
        startedBy: holding.position, met: OrganisatieTerms.met(last, renewed: next?.vastgelegd, on: day),
        withdrawn: withdrawn, positions: [next?.position].compactMap(\.self))
    }
  }

  /// Whoever holds the function after a fixed last day, this person again or another: then it is seen to.
  private func next(after holding: Bekleding, _ views: ViewReader) throws -> Bekleding? {
    guard let day = try holding.tot?.adding(days: 1) else { return nil }
    var position = holding.position
    while let fact = try views.next(of: FunctieBekleed.self, in: functie, after: position) {
      position = fact.position
      guard let persoon = fact[FunctieBekleed.persoon], fact.effective.isAfter(day) != .yes else { continue }
      let next = try Functies.bekledingen(of: functie, door: persoon, views).first { $0.position == fact.position }
      if let next, next.isBekleed(op: day) != .no { return next }
    }
    return nil
  }
}

/// Who holds a function until a day that was fixed beforehand, by that day: whoever takes the function up later touches
/// only those whose last day that can see to, and not everyone who ever held it.
struct VasteDagen: Projection {
  let name = "vastedagen"
  let version = 1
  let events: Set<String> = [FunctieBekleed.type.name]
  let tables = [
    ViewTable(
      "vastedag",
      columns: """
        functie TEXT NOT NULL, tot INTEGER NOT NULL, persoon TEXT NOT NULL, PRIMARY KEY (functie, tot, persoon)
        """, key: "functie, tot, persoon", isIndexOnly: true)
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    guard let last = event[FunctieBekleed.tot], let persoon = event[FunctieBekleed.persoon] else { return }
    try tables.run(
      "INSERT OR IGNORE INTO {vastedag} (functie, tot, persoon) VALUES (?, ?, ?)",
      [.text(event.stream.description), .int(Int64(last.daysSinceEpoch)), .text(persoon.description)])
  }

  /// Those whose fixed last day lies between two days, the last one not among them; none when there is no first.
  func bekleders(
    of functie: StreamID, from first: Int?, before end: CalendarDate?, _ views: ViewReader
  ) throws -> [SubjectKey] {
    guard let first else { return [] }
    return try views.rows(
      self, "SELECT DISTINCT persoon FROM {vastedag} WHERE functie = ? AND tot >= ? AND tot < ? ORDER BY persoon",
      [.text(functie.description), .int(Int64(first)), .int(end.map { Int64($0.daysSinceEpoch) } ?? .max)]
    ).compactMap { $0.text("persoon").flatMap { StreamID($0) } }.map { SubjectKey(functie, $0) }
  }
}
