import Governance
import Ledger

/// A body or a function as the events made it.
struct Unit: Subject {
  enum State: String, Sendable, CaseIterable {
    case bestaat
    case opgeheven
  }

  static let kind = "eenheid"
  static var events: [any EventDefinition.Type] {
    [
      OrgaanVastgelegd.self, FunctieVastgelegd.self, OrgaanOpgeheven.self, FunctieOpgeheven.self,
      OrgaanGecorrigeerd.self, FunctieGecorrigeerd.self,
    ]
  }

  let stream: StreamID
  let position: UInt64
  let naam: String
  let rol: Rol?
  let orgaan: StreamID?
  let sinds: ImpreciseDate
  let opgeheven: ImpreciseDate?
  private let boundaries: [CalendarDate]

  static func touched(by fact: Fact, in views: ViewReader) -> Touched { .these([SubjectKey(fact.stream)]) }

  /// Bodies and functions each have a series, so that either can be listed without the other.
  static func series(openedBy fact: Fact, in views: ViewReader) -> String? { fact.stream.kind }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first, let (opens, ends) = Self.types(stream),
      let recorded = try views.last(of: opens, in: stream)
    else { return nil }
    let abolished = try views.last(of: ends, in: stream)
    self.stream = stream
    position = recorded.position
    naam = recorded[OrgaanVastgelegd.naam] ?? ""
    rol = recorded[OrgaanVastgelegd.rol]
    orgaan = recorded[FunctieVastgelegd.orgaan]
    sinds = recorded.effective
    opgeheven = abolished?.effective
    boundaries = recorded.boundaries + (abolished?.boundaries ?? [])
  }

  private static func types(_ stream: StreamID) -> (any EventDefinition.Type, any EventDefinition.Type)? {
    switch stream.kind {
    case "Orgaan": (OrgaanVastgelegd.self, OrgaanOpgeheven.self)
    case "Functie": (FunctieVastgelegd.self, FunctieOpgeheven.self)
    default: nil
    }
  }

  func days(in views: ViewReader) -> [CalendarDate] { boundaries }

  func standing(on day: CalendarDate, in views: ViewReader) -> [Standing<State>] {
    let (begun, ended) = (sinds.isOnOrBefore(day), opgeheven?.isOnOrBefore(day) ?? .no)
    if ended == .yes { return [Standing(.opgeheven)] }
    // One state a day: what may have been abolished may still be there.
    return begun == .no ? [] : [Standing(.bestaat, begun == .yes && ended == .no ? .yes : .unknown)]
  }
}

extension Unit {
  /// Those that exist or existed by a day, as far as the dates tell, in the order in which they were recorded.
  ///
  /// They are looked at in that order until the page is full: those that begin after the day are few, and the cost is that of
  /// the page and of what comes before it.
  static func all(begunBy day: CalendarDate, _ views: ViewReader, _ page: ListPage = .all) throws -> [Unit] {
    var (found, toSkip, at): ([Unit], Int, Int) = ([], page.offset, 0)
    while page.limit.map({ found.count < $0 }) ?? true {
      let keys = try views.keys(Unit.self, ListPage(offset: at, limit: page.limit.map { $0 - found.count + toSkip }))
      if keys.isEmpty { break }
      at += keys.count
      for unit in try keys.compactMap({ try views.subject(Unit.self, $0) })
      where unit.sinds.isOnOrBefore(day) != .no {
        if toSkip > 0 { toSkip -= 1 } else { found.append(unit) }
      }
    }
    return found
  }

  /// How many there are, whenever they begin.
  static func count(_ views: ViewReader) throws -> Int {
    try ["Orgaan", "Functie"].reduce(0) { try $0 + views.count(Unit.self, series: $1) }
  }

  /// The one that a person means by a name, without regard to case, or by an id; one that was abolished only by its id.
  static func find(_ text: String, kind: String?, _ views: ViewReader) throws -> Unit {
    let itself = try StreamID(text).flatMap { try views.subject(Unit.self, SubjectKey($0)) }
    let named = try Eenheidsnamen().eenheden(text, views).filter { $0.opgeheven == nil }
    let fitting = ([itself].compactMap(\.self) + named).filter { kind == nil || $0.stream.kind == kind }
    // Of two that differ in case only, the one that is spelled so.
    let exact = fitting.filter { $0.naam == text }
    let found = exact.isEmpty ? fitting : exact
    guard let unit = found.first else {
      throw Failure(
        .notFound, Text(nl: "«\(text)» is niet vastgelegd", en: "“\(text)” is not recorded"),
        remedy: Nearest.question(try Eenheidsnamen().nearest(to: text, kind: kind, views))
          + Text(nl: "zie waarborg organisatie lijst", en: "see waarborg organisatie lijst"))
    }
    guard found.count == 1 else {
      throw Failure(
        .badInput, Text(nl: "«\(text)» is niet eenduidig", en: "“\(text)” is ambiguous"),
        remedy: Text(
          nl: "gebruik het kenmerk: \(found.map(\.stream.description).joined(separator: ", "))",
          en: "use the id: \(found.map(\.stream.description).joined(separator: ", "))"))
    }
    return unit
  }

  /// Whether a body or function was abolished.
  static func isAbolished(_ stream: StreamID, _ views: ViewReader) throws -> Bool {
    try views.subject(Unit.self, SubjectKey(stream))?.opgeheven != nil
  }
}
