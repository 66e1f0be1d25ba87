import Ledger

/// What an organisation lays down from a day on, and can lay down anew: its rules as a whole, or points that it settles.
public protocol Vaststelling: Sendable {
  /// The name of the list of all of them in the views, lowercase ASCII.
  static var kind: String { get }
  /// The event that lays it down.
  static var definition: any EventDefinition.Type { get }
  /// The events that can say that one was a mistake.
  static var corrections: [any EventDefinition.Type] { get }

  /// The event that laid it down.
  var feit: Fact { get }
  /// Where points are settled one by one: whether it settles all of them anew.
  var isGeheel: Bool { get }
  /// Reads what an event laid down; nil when it says nothing that can govern.
  init?(_ feit: Fact)
}

extension Vaststelling {
  /// A decision changes only what it names.
  public var isGeheel: Bool { false }

  /// Most are not taken back, but laid down anew.
  public static var corrections: [any EventDefinition.Type] { [] }

  /// Every one that counts, in the order in which they govern; read once in a pass over the views.
  public static func all(_ views: ViewReader) throws -> [Self] {
    try views.subject(Vaststellingen<Self>.self, SubjectKey())?.all ?? []
  }

  /// What governs on a day; nil when nothing was laid down by then.
  public static func geldend(op day: CalendarDate, _ views: ViewReader) throws -> Self? {
    try all(views).geldend(op: day)
  }
}

extension Array where Element: Vaststelling {
  /// What governs on a day: of those in the order in which they govern, the last whose day has certainly come.
  public func geldend(op day: CalendarDate) -> Element? { last(upTo: day) { $0.feit.day } }
}

extension Array {
  /// The last element whose day is not after a day, when they are in the order of their days.
  ///
  /// - Complexity: O(log n).
  public func last(upTo day: CalendarDate, _ dag: (Element) -> CalendarDate) -> Element? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if dag(self[middle]) <= day { low = middle + 1 } else { high = middle }
    }
    return low == startIndex ? nil : self[low - 1]
  }
}

/// Everything of one kind that was laid down: one list, which is read again only when it changed.
public struct Vaststellingen<V: Vaststelling>: Subject {
  /// Nothing lists it.
  public enum State: String, Sendable, CaseIterable {
    /// There is only one list.
    case geldt
  }

  /// The kind's name.
  public static var kind: String { V.kind }
  /// What lays it down, and what takes that back.
  public static var events: [any EventDefinition.Type] { [V.definition] + V.corrections }
  /// There is only one list.
  public static func touched(by fact: Fact, in views: ViewReader) throws -> Touched { .these([SubjectKey()]) }

  /// Those that count, in the order in which they govern: by the day, and then by place in the log.
  public let all: [V]

  /// Reads them all.
  public init(_ key: SubjectKey, in views: ViewReader) throws {
    all = try views.facts(of: [V.definition.type]).compactMap { V($0) }
  }
}
