import Governance
import Ledger

/// A mandate as it was given, with the day on which that was recorded.
struct Mandaatverlening: Subject {
  enum State: String, Sendable, CaseIterable {
    case geldt
  }

  static let kind = "mandaat"
  static var events: [any EventDefinition.Type] { [MandaatVerleend.self, MandaatIngetrokken.self] }

  let stream: StreamID
  let position: UInt64
  let mandaatgever: Rol
  let gemandateerde: Rol
  let gebeurtenissen: Set<String>
  let van: CalendarDate
  let tot: CalendarDate?
  let vastgelegd: CalendarDate
  /// The first day on which it no longer holds.
  let ingetrokken: CalendarDate?

  /// The mandate, and those before it in whose place it can come.
  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    guard let given = try views.last(of: MandaatVerleend.self, in: fact.stream) else { return .these([]) }
    let earlier = try alike(given, views).filter { $0.position < given.position && $0[MandaatVerleend.tot] != nil }
    return .these([SubjectKey(fact.stream)] + earlier.map { SubjectKey($0.stream) })
  }

  /// The mandates that one role gave another, in the order in which they were recorded.
  private static func alike(_ given: Fact, _ views: ViewReader) throws -> [Fact] {
    guard let giver = given[MandaatVerleend.mandaatgever] else { return [] }
    return try views.facts(where: MandaatVerleend.mandaatgever, is: giver, of: MandaatVerleend.self)
      .filter { $0[MandaatVerleend.gemandateerde] == given[MandaatVerleend.gemandateerde] }
  }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first, let given = try views.last(of: MandaatVerleend.self, in: stream),
      let giver = given[MandaatVerleend.mandaatgever], let receiver = given[MandaatVerleend.gemandateerde],
      let van = given[MandaatVerleend.van]
    else { return nil }
    self.stream = stream
    position = given.position
    mandaatgever = giver
    gemandateerde = receiver
    gebeurtenissen = Set(given[MandaatVerleend.gebeurtenissen] ?? [])
    self.van = van
    tot = given[MandaatVerleend.tot]
    vastgelegd = given.recordedOn
    ingetrokken = try views.last(of: MandaatIngetrokken.self, in: stream)?[MandaatIngetrokken.vanaf]
  }

  func days(in views: ViewReader) throws -> [CalendarDate] {
    [van, tot, try tot?.adding(days: 1), ingetrokken, try renewal(views)?.vastgelegd].compactMap(\.self)
  }

  func standing(on day: CalendarDate, in views: ViewReader) -> [Standing<State>] {
    let holds = van <= day && tot.map { day <= $0 } ?? true && ingetrokken.map { day < $0 } ?? true
    return holds ? [Standing(.geldt)] : []
  }

  /// The clock of a mandate with a last day, once it has begun.
  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    guard let last = tot, van <= day else { return [] }
    let renewal = try renewal(views)
    return [
      RunningTerm(
        OrganisatieTerms.mandaat,
        on: Onderwerp(stream: stream, versie: nil, handle: "\(mandaatgever.rawValue) → \(gemandateerde.rawValue)"),
        .on(ImpreciseDate(last)), startedBy: position,
        met: OrganisatieTerms.met(last, renewed: renewal?.vastgelegd, on: day),
        withdrawn: ingetrokken.flatMap { $0 <= last ? ImpreciseDate($0) : nil },
        positions: [renewal?.position].compactMap(\.self))
    ]
  }

  /// The mandate that takes its place when it ends; nil for one without a last day.
  private func renewal(_ views: ViewReader) throws -> Mandaatverlening? {
    guard let last = tot, let given = try views.fact(at: position) else { return nil }
    for later in try Self.alike(given, views) where later.position > position {
      if let one = try views.subject(Self.self, SubjectKey(later.stream)), one.renews(self, endingOn: last) {
        return one
      }
    }
    return nil
  }

  /// Whether it takes the place of an earlier one of the same roles: at least the same events, no day between.
  private func renews(_ earlier: Mandaatverlening, endingOn last: CalendarDate) -> Bool {
    gebeurtenissen.isSuperset(of: earlier.gebeurtenissen) && van.daysSinceEpoch - last.daysSinceEpoch <= 1
      && (tot.map { $0 > last } ?? true) && ingetrokken == nil
  }
}
