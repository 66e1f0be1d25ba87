import Ledger

/// Something that a plugin follows through time: a rule, an appointment, a reported activity.
///
/// It is folded from the facts of one or more streams. When an event touches it, it is folded again, and the rows that say
/// how it stands from which day until which day are written anew, so a list is one query and folds nothing.
///
/// The fold is deterministic: the day is a parameter of the question, never of the fold.
public protocol Subject: Sendable {
  /// How it can stand; what lists ask for. The raw values are stored.
  associatedtype State: RawRepresentable, Sendable where State.RawValue == String

  /// Its name in the views, lowercase ASCII.
  static var kind: String { get }
  /// Raising it builds the view of this kind again.
  static var version: Int { get }
  /// The events that can touch one.
  static var events: [any EventDefinition.Type] { get }
  /// Which ones a fact touches; it is asked after the fact was recorded.
  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched
  /// The series in which a new subject gets its number when this fact opens it; nil for kinds that are not numbered.
  static func series(openedBy fact: Fact, in views: ViewReader) throws -> String?

  /// Folds it; nil when there is no such subject (any more).
  init?(_ key: SubjectKey, in views: ViewReader) throws

  /// Takes in a fact that was just recorded and touches it, when that gives what folding it afresh would give.
  /// - Returns: False when it must be folded afresh; it is then not used any more.
  mutating func add(_ fact: Fact) -> Bool

  /// Every day on which something about it can change: each is the first day of something new.
  func days(in views: ViewReader) throws -> [CalendarDate]
  /// How it stands on a day.
  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<State>]
  /// The clocks that run or ran, with what was known of them on a day.
  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm]
  /// The same clocks, each once with the days on which it is known so; nil when they are to be asked for day by day.
  ///
  /// A subject that can hold many facts gives these and leaves `terms(on:in:)` out: asking for all clocks on all its days
  /// costs the square of what it holds.
  func clocks(in views: ViewReader) throws -> [ClockSpan]?
  /// Whether its clocks can change on days that no event names, as a duty that comes back every year does: the list of
  /// terms then always asks it.
  var hasRecurringTerms: Bool { get }
}

extension Subject {
  /// Most kinds were never changed.
  public static var version: Int { 1 }
  /// Most kinds are not numbered.
  public static func series(openedBy fact: Fact, in views: ViewReader) throws -> String? { nil }
  /// Most are small, and folded afresh.
  public mutating func add(_ fact: Fact) -> Bool { false }
  /// Some stand in no list, and are only asked for by name.
  public func days(in views: ViewReader) throws -> [CalendarDate] { [] }
  /// Some stand in no list, and are only asked for by name.
  public func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<State>] { [] }
  /// Those that the clocks with their days tell; most subjects have none.
  public func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    try clocks(in: views)?.known(on: day) ?? []
  }
  /// Most subjects have few clocks, or none.
  public func clocks(in views: ViewReader) throws -> [ClockSpan]? { nil }
  /// Most clocks start and stop with an event.
  public var hasRecurringTerms: Bool { false }
}

/// How a subject stands during a row of its timeline.
public struct Standing<State: Sendable>: Sendable {
  /// The state.
  public let state: State
  /// Whether that is certain, or possible as far as imprecise dates tell; never `no`.
  public let certainty: Certainty
  /// Where it comes in a list; subjects without an order come as they first appeared.
  public let order: ListOrder?

  /// A state.
  public init(_ state: State, _ certainty: Certainty = .yes, order: ListOrder? = nil) {
    self.state = state
    self.certainty = certainty
    self.order = order
  }
}

/// A place in a list: compared number by number.
public struct ListOrder: Sendable, Hashable, Comparable {
  let text: String

  init(stored text: String) { self.text = text }

  /// A place; numbers may be negative.
  public init(_ numbers: Int64...) {
    // Written so that texts compare as the numbers do.
    text = numbers.map { number in
      let hex = String(UInt64(bitPattern: number) ^ (1 << 63), radix: 16)
      return String(repeating: "0", count: 16 - hex.count) + hex
    }.joined(separator: ".")
  }

  /// Whether the left place comes first.
  public static func < (left: ListOrder, right: ListOrder) -> Bool { left.text < right.text }
}

/// Which subject of a kind: the stream it is about, or several.
public struct SubjectKey: Sendable, Hashable, CustomStringConvertible {
  /// The streams, in the order of the kind.
  public let streams: [StreamID]

  /// A subject that is one stream, or one that lies where streams meet, such as a holder of a function.
  public init(_ streams: StreamID...) { self.streams = streams }

  init?(_ text: String) {
    let streams = text.split(separator: " ").map { StreamID($0) }
    guard !streams.contains(nil) else { return nil }
    self.streams = streams.compactMap(\.self)
  }

  /// As it is stored.
  public var description: String { streams.map(\.description).joined(separator: " ") }
}

/// Which subjects of a kind a fact touches.
public enum Touched: Sendable {
  /// These; none when the list is empty.
  case these([SubjectKey])
  /// Every one: something that all of them rest on has changed, such as the rules in force.
  case all
}

/// Which part of a list is asked for.
public struct ListPage: Sendable, Hashable {
  /// How many are passed over.
  public let offset: Int
  /// How many are wanted; nil for all that follow.
  public let limit: Int?

  /// A part.
  public init(offset: Int = 0, limit: Int? = nil) {
    self.offset = offset
    self.limit = limit
  }

  /// The whole list.
  public static let all: ListPage = ListPage()

  /// This part of a list that had to be made whole.
  public func part<Row>(of rows: [Row]) -> [Row] {
    let rest = rows.dropFirst(offset)
    return Array(limit.map { rest.prefix($0) } ?? rest)
  }
}
