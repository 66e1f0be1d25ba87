import Beleid
import Governance
import Ledger

/// Facts as the views have them, each question asked once for all demands and days.
final class Feitenbron {
  private let views: ViewReader
  private var bewaard: [String: [Fact]] = [:]

  init(_ views: ViewReader) { self.views = views }

  private func vraag(_ name: String, _ question: () throws -> [Fact]) rethrows -> [Fact] {
    if let known = bewaard[name] { return known }
    let found = try question()
    bewaard[name] = found
    return found
  }

  func dienend(_ eis: String) throws -> [Fact] {
    try vraag("eis \(eis)") {
      try views.facts(where: Bewijs.eisen, holds: eis).filter { $0[EisenboomVastgesteld.boom] == nil }
    }
  }

  func beoordelingen(_ eis: String) throws -> [Fact] {
    try vraag("oordeel \(eis)") { try views.facts(where: BewijsBeoordeeld.eis, is: eis, of: BewijsBeoordeeld.self) }
  }

  func stroom(_ stream: StreamID) throws -> [Fact] { try vraag("stroom \(stream)") { try views.facts(in: stream) } }

  func soorten(_ types: [EventType]) throws -> [Fact] {
    try vraag("soorten \(types.map(\.name))") { try views.facts(of: types) }
  }

  /// The adoption, or else the first appearance, of the version of a text in which an element was pointed out.
  func vaststelling(_ fact: Fact) throws -> Fact? {
    guard let version = fact[RegelingVastgesteld.versie] else { return nil }
    let facts = try stroom(fact.stream).filter { $0.counts && $0[RegelingVastgesteld.versie] == version }
    return facts.first { $0.is(RegelingVastgesteld.self) }
  }

  func documentvelden(_ fact: Fact, _ catalog: Catalog) -> [String] {
    (catalog.event(named: fact.type)?.fields ?? []).filter { $0.shape == .document }.map(\.name)
  }
}
