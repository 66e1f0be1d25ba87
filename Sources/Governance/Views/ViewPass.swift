import Ledger

/// What is remembered during one pass over the views: while one question is answered, one batch appended, or a log
/// replayed. Nothing of it outlives the connection, and it never knows more than the tables.
final class ViewPass {
  /// The store of facts, whose keys depend on the installed plugins.
  let factsView: FactsView
  /// Facts that were read.
  var facts = FactCache()
  /// Keys and mandates, once they were read.
  var registry: KeyRegistry?
  /// Writes the rows of subjects that were touched; only where the views are being written.
  var settling: (() throws -> Void)?

  private let statements = StatementNames()
  private var folded = RecentCache<Folded, Any>(most: 3_000)
  private var touched: [String: Pending] = [:]
  /// How many subjects wait for their rows to be written.
  private(set) var pending = 0

  private struct Folded: Hashable {
    let kind: String
    let key: SubjectKey
    /// Raised when every subject of the kind was touched.
    let round: Int
  }

  private struct Place: Hashable {
    let kind: String
    let key: SubjectKey
  }

  /// Where a subject stands in its series.
  struct Number {
    let series: String
    let number: Int64
  }

  enum Pending {
    case these([SubjectKey])
    case all
  }

  /// Changed where it is: a subject that takes in a fact is not copied.
  private final class Known<S: Subject> {
    var subject: S?

    init(_ subject: S?) { self.subject = subject }
  }

  /// Subjects that are known to be there, and whether rows were written of them.
  private var there = RecentCache<Place, Bool>(most: 20_000)
  /// Numbers of subjects, which are given once.
  private var numbers = RecentCache<Place, Number>(most: 20_000)
  /// What was recorded last.
  private var latest: Fact?
  private var waiting: [String: Set<SubjectKey>] = [:]
  private var rounds: [String: Int] = [:]

  init(_ factsView: FactsView) { self.factsView = factsView }

  func expand(_ sql: String, _ projection: any Projection) -> String { statements.expand(sql, projection) }

  /// The subject as it was folded before in this pass; nil when it was not, or was touched since.
  func folded<S: Subject>(_ type: S.Type, _ key: SubjectKey) -> (subject: S?, Void)? {
    guard let known = folded.value(place(S.kind, key)) as? Known<S> else { return nil }
    return (known.subject, ())
  }

  func keep<S: Subject>(_ subject: S?, _ type: S.Type, _ key: SubjectKey) {
    folded.keep(Known(subject), place(S.kind, key))
  }

  private func place(_ kind: String, _ key: SubjectKey) -> Folded {
    Folded(kind: kind, key: key, round: rounds[kind] ?? 0)
  }

  /// Marks the rows of a subject to be written again, and lets it take in the fact or be folded again.
  func touch<S: Subject>(_ type: S.Type, _ key: SubjectKey, by fact: Fact) {
    let (kind, place) = (S.kind, place(S.kind, key))
    let known = folded.value(place) as? Known<S>
    if known?.subject?.add(fact) != true { folded.forget(place) }
    if case .all = touched[kind] { return }
    guard waiting[kind, default: []].insert(key).inserted else { return }
    pending += 1
    if case .these(var keys) = touched[kind] {
      touched[kind] = nil
      keys.append(key)
      touched[kind] = .these(keys)
    } else {
      touched[kind] = .these([key])
    }
  }

  /// What an event says, made once for all views that look at it.
  func fact(_ event: RecordedEvent) -> Fact {
    if let latest, latest.position == event.position, latest.id == event.id { return latest }
    let fact = Fact(event)
    latest = fact
    return fact
  }

  /// The number of a subject, once it was read.
  func number(_ kind: String, _ key: SubjectKey, _ read: () throws -> Number?) rethrows -> Number? {
    let place = Place(kind: kind, key: key)
    if let known = numbers.value(place) { return known }
    let number = try read()
    if let number { numbers.keep(number, place) }
    return number
  }

  /// Whether a subject is known to be there already; false also where that must be looked up.
  func isThere(_ kind: String, _ key: SubjectKey) -> Bool { there.value(Place(kind: kind, key: key)) != nil }

  /// Remembers that a subject is there.
  /// - Parameter isNew: Whether it was only just added, so that no row of it was written yet.
  func isThere(_ kind: String, _ key: SubjectKey, isNew: Bool) {
    there.keep(!isNew, Place(kind: kind, key: key))
  }

  /// Whether rows of a subject can have been written before; from now on they can.
  func takeWritten(_ kind: String, _ key: SubjectKey) -> Bool {
    let place = Place(kind: kind, key: key)
    let isWritten = there.value(place) ?? true
    if !isWritten { there.keep(true, place) }
    return isWritten
  }

  /// Marks every subject of a kind to be folded again.
  func touchAll(_ kind: String) {
    rounds[kind, default: 0] += 1
    waiting[kind] = nil
    touched[kind] = .all
    pending += 1
  }

  /// What waits to be folded of a kind, which waits no longer.
  func takeTouched(_ kind: String) -> Pending? {
    waiting[kind] = nil
    guard let pending = touched.removeValue(forKey: kind) else { return nil }
    if touched.isEmpty { self.pending = 0 }
    return pending
  }
}

/// Remembers expanded statements while a connection is in use, because the same few come back for every event.
final class StatementNames {
  private var expanded: [String: [String: String]] = [:]

  func expand(_ sql: String, _ projection: any Projection) -> String {
    if let known = expanded[projection.name]?[sql] { return known }
    let result = projection.expand(sql)
    expanded[projection.name, default: [:]][sql] = result
    return result
  }
}
