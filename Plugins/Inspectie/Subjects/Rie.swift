import Governance
import Ledger

/// One risk inventory, its results and its plan (P-28).
struct Rie: Genoemd {
  enum State: String, NamedCode, Hashable {
    case uitgevoerd, vastgesteld, metPlan

    /// In words.
    var text: Text {
      switch self {
      case .uitgevoerd: Text(nl: "uitgevoerd, nog niet vastgesteld", en: "done, not adopted yet")
      case .vastgesteld: Text(nl: "vastgesteld, nog zonder plan", en: "adopted, without a plan yet")
      case .metPlan: Text(nl: "vastgesteld plan van aanpak", en: "with an adopted plan")
      }
    }
  }

  static let kind = "rie"
  static let streamKind = "Rie"
  static let lijst = "waarborg rie lijst"
  static let events = Gebeurtenissen.rie + [RieGecorrigeerd.self]

  let stream: StreamID
  /// What was recorded and counts, in the order in which it was so.
  let feiten: [Fact]

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first else { return nil }
    self.stream = stream
    feiten = try views.facts(in: stream).filter(\.counts).inVolgorde
    if feiten.laatste(RieUitgevoerd.self) == nil { return nil }
  }

  /// The measures of its plan, in the order in which they were recorded; those that were a mistake are not among them.
  func maatregelen(_ views: ViewReader) throws -> [StreamID] {
    try views.facts(where: MaatregelVastgelegd.rie, is: stream, of: MaatregelVastgelegd.self).filter(\.counts)
      .map(\.stream)
  }

  func days(in views: ViewReader) throws -> [CalendarDate] { feiten.flatMap(\.boundaries) }

  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<State>] {
    Verloop(feiten, op: day).standings { facts in
      if facts.laatste(PlanVanAanpakVastgesteld.self) != nil { return [.metPlan] }
      if facts.laatste(RieVastgesteld.self) != nil { return [.vastgesteld] }
      return facts.isEmpty ? [] : [.uitgevoerd]
    }
  }

  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    let facts = Verloop(feiten, op: day).mogelijk
    guard !facts.isEmpty else { return [] }
    let about = Onderwerp(stream: stream, versie: nil, handle: try Self.handle(of: stream, views) ?? "\(stream)")
    let known = facts.laatste(RieResultaatBekendgemaakt.self)
    let announcing = facts.alle(RieVastgesteld.self).first.map {
      RunningTerm(
        InspectieTerms.bekendmaken, on: about, .on(.unknown), startedBy: $0.position, met: known?.effective,
        positions: [known?.position].compactMap(\.self))
    }
    let plan = facts.alle(PlanVanAanpakVastgesteld.self).first
    let evaluations = facts.filter { $0[PlanVanAanpakGeevalueerd.metOndernemingsraad] == true }
      .sorted { ($0.day, $0.position) < ($1.day, $1.position) }
    let adoptions = facts.alle(RieVastgesteld.self)
    return [announcing].compactMap(\.self)
      + Self.chain(plan.map { [$0] + evaluations } ?? [], about) { _ in InspectieTerms.evaluatieMetOr }
      + Self.chain(adoptions, about) { $0[RieVastgesteld.herzienIedere].map { InspectieTerms.herzien($0) } }
  }

  /// Clocks of which each is met by the fact that starts the next.
  private static func chain(
    _ facts: [Fact], _ about: Onderwerp, _ declare: (Fact) -> TermDeclaration?
  ) -> [RunningTerm] {
    facts.enumerated().compactMap { index, fact in
      let next = facts.dropFirst(index + 1).first
      return declare(fact).flatMap {
        RunningTerm(
          $0, on: about, from: .day(fact.effective), startedBy: fact.position, met: next?.effective,
          positions: [next?.position].compactMap(\.self))
      }
    }
  }
}
