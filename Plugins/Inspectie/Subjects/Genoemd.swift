import Governance
import Ledger

/// A subject of this plugin that people call by a word and its number, as in `maatregel-3`.
protocol Genoemd: Subject {
  /// The kind of stream it is.
  static var streamKind: String { get }
  /// The command that lists them.
  static var lijst: String { get }
}

extension Genoemd {
  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched { .these([SubjectKey(fact.stream)]) }
  static func series(openedBy fact: Fact, in views: ViewReader) throws -> String? {
    fact.stream.kind == streamKind ? kind : nil
  }

  /// The number that a stream has; nil when it is none of this kind.
  static func handle(of stream: StreamID, _ views: ViewReader) throws -> String? {
    guard stream.kind == streamKind else { return nil }
    return try views.number(Self.self, SubjectKey(stream)).map { "\(kind)-\($0.number)" }
  }

  /// The stream that a handle or an id means; nil when it is none of this kind's.
  /// - Throws: `Failure` when it is a handle of this kind that names nothing.
  static func find(_ text: String, _ views: ViewReader) throws -> StreamID? {
    let found: StreamID?
    if let stream = StreamID(text) {
      guard stream.kind == streamKind else { return nil }
      found = try handle(of: stream, views) == nil ? nil : stream
    } else {
      guard text.lowercased().hasPrefix("\(kind)-"), let number = Int64(text.dropFirst(kind.count + 1)) else {
        return nil
      }
      found = try views.key(Self.self, series: kind, number: number)?.streams.first
    }
    if let found { return found }
    throw Failure(
      .notFound, Text(nl: "«\(text)» is niet bekend in dit grootboek", en: "“\(text)” is not known in this ledger"),
      remedy: Self.waar)
  }

  private static var waar: Text { Text(nl: "zie \(lijst)", en: "see \(lijst)") }

  /// The subject that must be there.
  static func require(_ text: String, _ views: ViewReader) throws -> StreamID {
    if let found = try find(text, views) { return found }
    throw Failure(
      .badInput,
      Text(
        nl: "«\(text)» is geen kenmerk van deze soort; verwacht: \(kind)-1",
        en: "“\(text)” is no handle of this kind; expected: \(kind)-1"),
      remedy: Nearest.question(Nearest.handle(to: text, among: [kind])) + Self.waar)
  }
}

/// What had happened on a day, as far as imprecise dates tell.
struct Verloop {
  /// What had certainly happened.
  let zeker: [Fact]
  /// What had or may have happened.
  let mogelijk: [Fact]

  init(_ facts: [Fact], op day: CalendarDate) {
    zeker = facts.filter { $0.effective.isOnOrBefore(day) == .yes }
    mogelijk = facts.filter { $0.effective.isOnOrBefore(day) != .no }
  }

  /// States that hold certainly, or only as far as the dates tell: those of what is certain and of what is possible.
  func standings<State: Hashable & CaseIterable>(_ states: ([Fact]) -> Set<State>) -> [Standing<State>] {
    let (certain, possible) = (states(zeker), states(mogelijk))
    return State.allCases.compactMap { state in
      switch (certain.contains(state), possible.contains(state)) {
      case (true, true): Standing(state)
      case (false, false): nil
      default: Standing(state, .unknown)
      }
    }
  }
}

extension [Fact] {
  /// In the order in which it was so: what is recorded afterwards takes its place among what came before and after it.
  var inVolgorde: [Fact] { sorted { ($0.day, $0.position) < ($1.day, $1.position) } }

  /// The last fact of one of these types.
  func laatste(_ types: any EventDefinition.Type...) -> Fact? {
    last { fact in types.contains { $0.type.name == fact.type } }
  }

  /// Every fact of one of these types.
  func alle(_ types: any EventDefinition.Type...) -> [Fact] {
    filter { fact in types.contains { $0.type.name == fact.type } }
  }

  /// The last value that was given for a field.
  func laatste<Value: FieldValue>(_ field: Field<Value>) -> Value? { reversed().lazy.compactMap { $0[field] }.first }
}

extension CalendarDate {
  /// The day after it; itself at the end of the calendar.
  var volgende: CalendarDate { (try? adding(days: 1)) ?? self }
}
