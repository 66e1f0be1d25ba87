import Governance
import Ledger
import Synchronization

/// The members that were asked for with `--json=veld,veld`, of each document that is printed.
///
/// Whether there is such a member shows only in the documents; until all have been seen, what was chosen is held back, so that
/// nothing is printed of a question that is refused.
final class JSONFields: Sendable {
  private struct State {
    /// The names that there are, in the order in which they were met.
    var known: [String] = []
    var held: [String] = []
    var heldBytes = 0
  }

  /// As much as is held back: who has read this much of a list wants the rest of it.
  private static let mostHeld = 1 << 20

  private let asked: [String]
  private let state = Mutex(State())

  /// The names as they were typed, separated by commas.
  init(_ typed: String) {
    asked = typed.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.filter { !$0.isWhitespace } }
  }

  /// What is to be printed now: a document of which nothing was asked for is left out.
  func chosen(from document: String) -> [String] {
    guard let json = try? JSON(parsing: document), let chosen = chosen(from: json) else { return [] }
    return state.withLock { state in
      state.held.append(chosen.text)
      state.heldBytes += document.utf8.count
      guard missing(from: state.known).isEmpty || state.heldBytes > Self.mostHeld else { return [] }
      defer { state.held = [] }
      return state.held
    }
  }

  /// Refuses names that no document had, and says which there are; where nothing was printed, nobody can tell.
  func finish() throws(Failure) {
    let known = state.withLock { $0.known }
    guard !known.isEmpty, let first = missing(from: known).first else { return }
    throw refusal(first, known)
  }

  /// Refuses names that are not among these, before anything is done.
  func require(_ names: [String]) throws(Failure) {
    if let first = asked.first(where: { !names.contains($0) }) { throw refusal(first, names) }
  }

  private func missing(from known: [String]) -> [String] { asked.filter { !known.contains($0) } }

  private func chosen(from json: JSON) -> JSON? {
    switch json {
    case .array(let elements): return .array(elements.compactMap { chosen(from: $0) })
    case .object(let members):
      state.withLock { state in
        for member in members where !state.known.contains(member.name) { state.known.append(member.name) }
      }
      let chosen = asked.compactMap { name in members.first { $0.name == name } }
      return chosen.isEmpty ? nil : .object(chosen)
    default: return json
    }
  }

  private func refusal(_ name: String, _ known: [String]) -> Failure {
    let list = known.joined(separator: ",").safe()
    return Failure(
      .badInput,
      name.isEmpty
        ? Text(nl: "--json=: er staat geen veld", en: "--json=: there is no field")
        : Text(nl: "--json: er is geen veld «\(name.safe())»", en: "--json: there is no field “\(name.safe())”"),
      remedy: Nearest.question(Nearest.name(to: name, among: known))
        + Text(nl: "deze velden zijn er: \(list)", en: "these fields there are: \(list)"))
  }
}

extension Terminal {
  /// The same terminal, on which only some members of a JSON document are printed.
  func choosing(_ fields: String?) -> Terminal {
    guard let fields else { return self }
    var terminal = self
    terminal.fields = JSONFields(fields)
    return terminal
  }
}
