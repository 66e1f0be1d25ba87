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

  private var lists = RecentCache<Question, [Fact]>(most: 12_000)
  /// What was asked in the order of days, by the types it is about: a new fact can belong anywhere in them.
  private var byType: [String: Set<Question>] = [:]

  /// The answer to a question, when it is known.
  mutating func known(_ question: Question) -> [Fact]? { lists.value(question) }

  /// Keeps the answer to a question.
  mutating func keep(_ facts: [Fact], _ question: Question) {
    lists.keep(facts, question, weight: facts.count + 1)
    switch question {
    case .stream, .key: break
    case .types(let names): for name in names { byType[name, default: []].insert(question) }
    case .last(let name, _): byType[name, default: []].insert(question)
    }
  }

  /// Adds a fact that was just written to the lists that are known.
  mutating func add(_ fact: Fact, _ keys: Set<String>) {
    for question in questions(fact, keys) { lists.change(question, adding: 1) { $0.append(fact) } }
    forget(fact.type)
  }

  /// Forgets the lists that hold a fact that changed.
  mutating func forget(_ fact: Fact, _ keys: Set<String>) {
    for question in questions(fact, keys) { lists.forget(question) }
    forget(fact.type)
  }

  private mutating func forget(_ type: String) {
    for question in byType.removeValue(forKey: type) ?? [] { lists.forget(question) }
  }

  private func questions(_ fact: Fact, _ keys: Set<String>) -> [Question] {
    var questions: [Question] = [.stream(fact.stream)]
    for value in fact.values where keys.contains(value.name) {
      for text in value.value.keyTexts {
        questions.append(.key(field: value.name, value: text, type: nil))
        questions.append(.key(field: value.name, value: text, type: fact.type))
      }
    }
    return questions
  }
}
