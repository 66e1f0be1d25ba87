import Governance

/// Everything that is missing or wrong in what was typed, told at once: who types again, wants to type once.
public struct TypedProblems {
  private var missing: [String] = []
  private var wrong: [Failure] = []

  /// Nothing is wrong yet.
  public init() {}

  /// Whether nothing is wrong.
  public var isEmpty: Bool { missing.isEmpty && wrong.isEmpty }

  /// Remembers that an option is needed, when it was not given.
  public mutating func need(_ value: Any?, _ option: String) {
    if value == nil, !missing.contains(option) { missing.append(option) }
  }

  /// Remembers what is wrong.
  public mutating func add(_ failure: Failure) { wrong.append(failure) }

  /// Reads something; when it is wrong, that is remembered and there is no value.
  public mutating func read<Value>(_ body: () throws -> Value?) throws -> Value? {
    do { return try body() } catch let failure as Failure {
      wrong.append(failure)
      return nil
    }
  }

  /// Tells all of it.
  /// - Parameter why: Why what is missing is needed, to stand before the names of the options.
  /// - Throws: one `Failure`, when something is missing or wrong: the one there is, or all of them in one.
  public func check(_ why: Text = Text(nl: "er ontbreekt", en: "missing")) throws {
    if isEmpty { return }
    if missing.isEmpty, wrong.count == 1, let only = wrong.first { throw only }
    let list = missing.joined(separator: ", ")
    let lacks = missing.isEmpty ? [] : [why + Text(": \(list)")]
    let sentences = wrong.map(\.message) + lacks
    let remedies = wrong.compactMap(\.remedy) + (missing.isEmpty ? [] : [Text(nl: "geef \(list)", en: "give \(list)")])
    throw Failure(
      wrong.isEmpty ? .usage : .badInput, Self.joined(sentences) ?? Text(""), remedy: Self.joined(remedies))
  }

  private static func joined(_ texts: [Text]) -> Text? {
    guard let first = texts.first else { return nil }
    return texts.dropFirst().reduce(first) { $0 + Text("; ") + $1 }
  }
}
