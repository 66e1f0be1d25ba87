import Ledger

/// Facts that were read in this pass over the views, so that ten rules about one stream read it once.
///
/// It never knows more than the tables: whatever is added to them is added here, and what is corrected is forgotten.
struct FactCache {
  /// How a list of facts is asked for.
  enum Question: Hashable {
    case stream(StreamID)
    /// By the value of a field; of every type when none is given.
    case key(field: String, value: String, type: String?)
    /// By type, in the order of their days.
    case types([String])
    /// The last of a type by a day.
    case last(String, by: CalendarDate)
  }

  /// How many facts are kept at most; then all are forgotten, because which will be asked again is not known.
  private static let most = 50_000

  private var lists: [Question: [Fact]] = [:]
  /// What was asked in the order of days, by the types it is about: a new fact can belong anywhere in them.
  private var byType: [String: [Question]] = [:]
  private var count = 0

  subscript(question: Question) -> [Fact]? { lists[question] }

  /// Keeps the answer to a question.
  mutating func keep(_ facts: [Fact], _ question: Question) {
    if count + facts.count > Self.most {
      lists.removeAll(keepingCapacity: true)
      byType.removeAll(keepingCapacity: true)
      count = 0
    }
    count += facts.count + 1
    lists[question] = facts
    switch question {
    case .stream, .key: break
    case .types(let names): for name in names { byType[name, default: []].append(question) }
    case .last(let name, _): byType[name, default: []].append(question)
    }
  }

  /// Adds a fact that was just written to the lists that are known.
  mutating func add(_ fact: Fact, _ keys: Set<String>) {
    count += 1
    for question in questions(fact, keys) { lists[question]?.append(fact) }
    forget(fact.type)
  }

  /// Forgets the lists that hold a fact that changed.
  mutating func forget(_ fact: Fact, _ keys: Set<String>) {
    for question in questions(fact, keys) { lists[question] = nil }
    forget(fact.type)
  }

  private mutating func forget(_ type: String) {
    for question in byType.removeValue(forKey: type) ?? [] { lists[question] = nil }
  }

  private func questions(_ fact: Fact, _ keys: Set<String>) -> [Question] {
    var questions: [Question] = [.stream(fact.stream)]
    for value in fact.values where keys.contains(value.name) {
      guard let text = value.value.string else { continue }
      questions.append(.key(field: value.name, value: text, type: nil))
      questions.append(.key(field: value.name, value: text, type: fact.type))
    }
    return questions
  }
}
