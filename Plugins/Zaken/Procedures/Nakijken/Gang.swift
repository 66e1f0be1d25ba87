import Governance
import RuleFiles

/// How a case can go: which states can be reached, and what can follow what.
struct Gang {
  /// From each state of a track to the states that a step leads to.
  private let volgt: [String: Set<String>]
  /// The states that can be reached from an opening step.
  let bereikbaar: Set<String>
  /// The states from which an end of their track can be reached.
  let heeftUitweg: Set<String>
  private let procedure: Procedure

  init(_ procedure: Procedure) {
    self.procedure = procedure
    let known = procedure.toestanden.map(\.id)
    // A name that is none of a state has been told; the one that was meant is followed, so that one slip is one fault.
    func meant(_ id: String) -> String { known.contains(id) ? id : Nearest.name(to: id, among: known) ?? id }
    var next: [String: Set<String>] = [:]
    for stap in procedure.stappen {
      let from: [String] =
        if case .toestanden(let ids) = stap.van { ids.map(meant) } else { procedure.vanuit(stap).map(\.id) }
      for state in from { next[state, default: []].formUnion(stap.naar.toestanden.map(meant)) }
    }
    volgt = next
    let roots = procedure.stappen.filter { $0.van == .niets }.flatMap { $0.naar.toestanden.map(meant) }
    bereikbaar = Self.bereik(roots, next)
    let ends = Set(procedure.toestanden.filter(\.isEind).map(\.id))
    heeftUitweg = Set(
      procedure.toestanden.map(\.id).filter { !Self.bereik([$0], next).isDisjoint(with: ends) })
  }

  private static func bereik(_ from: some Sequence<String>, _ next: [String: Set<String>]) -> Set<String> {
    var reached = Set(from)
    var waiting = Array(reached)
    while let state = waiting.popLast() {
      for other in next[state, default: []] where reached.insert(other).inserted { waiting.append(other) }
    }
    return reached
  }

  /// Whether a step can be taken at all.
  func isMogelijk(_ stap: Stap) -> Bool {
    stap.van == .niets || procedure.vanuit(stap).contains { bereikbaar.contains($0.id) }
  }

  /// Whether one step can come after another; of steps in different tracks nothing is said against it.
  func kan(_ later: Stap, na first: Stap) -> Bool {
    guard isMogelijk(later), isMogelijk(first) else { return false }
    guard procedure.spoor(later) == procedure.spoor(first) else { return true }
    guard later.van != .niets else { return procedure.spoor(later) != Toestand.hoofdspoor }
    let stays = first.naar == .blijft
    let after = stays ? procedure.vanuit(first).map(\.id).filter { bereikbaar.contains($0) } : first.naar.toestanden
    let reached = Self.bereik(after, volgt)
    return procedure.vanuit(later).contains { reached.contains($0.id) }
  }
}
